import type { Server } from 'node:http';
import { type AddressInfo, isIPv6 } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { fail, ok, type Result } from '@tranche/core/result';

export interface RunningServer {
  /** As a browser opens it. */
  readonly address: string;
  /** Takes no new requests, lets those under way end, and cuts what is still open after a moment. */
  close(): Promise<void>;
}

const LAST_REQUESTS_MS = 3_000;

/** Starts to answer. Port 0 takes any free one. Fails: PORT_IN_USE, CANNOT_LISTEN. */
export function listen(
  app: Pick<Parameters<typeof createAdaptorServer>[0], 'fetch'>,
  host: string,
  port: number,
): Promise<Result<RunningServer>> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      resolve(
        error.code === 'EADDRINUSE'
          ? fail('PORT_IN_USE', '--port', `port ${port} of ${host} is in use`, {
              expected: 'another port given by --port',
            })
          : fail('CANNOT_LISTEN', '--host', `cannot listen on ${host}: ${error.message}`),
      );
    });
    server.listen(port, host, () => {
      const { port: taken } = server.address() as AddressInfo;
      resolve(
        ok({ address: `http://${isIPv6(host) ? `[${host}]` : host}:${taken}`, close: () => closed(server) }),
      );
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), LAST_REQUESTS_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
