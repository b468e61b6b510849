import { createApi } from '@tranche/api/app';
import { listen, type RunningServer } from '@tranche/api/server';
import { loadWebFiles } from '@tranche/api/web';
import type { Result } from '@tranche/core/result';
import { loadExample, logWorkspace } from '@tranche/service/workspace';
import type { OpenStore } from '@tranche/store/store';
import { type Command, InvalidArgumentError } from 'commander';
import { draftModelOf } from '../draft-model/index.ts';
import { shippedFolders } from '../machine/index.ts';
import { openStore } from '../workspace/index.ts';
import { type Context, type DataOption, type ExitStatus, refuse, storePlace, withData } from './context.ts';

interface ServeOptions extends DataOption {
  readonly host: string;
  readonly port?: number;
  readonly example: boolean;
  readonly drafts?: boolean;
}

/** Without `--port`, the first free one from here on. */
const FIRST_PORT = 4680;
const PORTS_TRIED = 20;

export function addServe(program: Command, context: Context, done: (status: ExitStatus) => void): void {
  withData(
    program
      .command('serve')
      .summary('serve the web app and the HTTP API')
      .description('Serves the web app and the HTTP API on this machine, with the example workspace loaded.')
      .option('--port <number>', `the port; by default the first free one from ${FIRST_PORT}`, portNumber)
      .option(
        '--host <name>',
        'the address to listen on; others than this machine can reach it only if you say so',
        '127.0.0.1',
      )
      .option('--no-example', 'start without the example')
      .option('--drafts', 'let reports be drafted with the language model that the environment names'),
  )
    .addHelpText(
      'after',
      `
Examples:
  tranche serve                              then open the address it prints
  tranche serve --port 8080 --data ./data    another port, another data folder
  DATABASE_URL=postgres://... tranche serve  on a PostgreSQL server that a team shares

Stop it with Ctrl-C. The HTTP API is described at /api/openapi.json.`,
    )
    .action(async (options: ServeOptions) => done(await serve(context, options)));
}

async function serve(context: Context, options: ServeOptions): Promise<ExitStatus> {
  const { io, clock, files, version } = context;
  const stopped = stopSignal();
  const model = draftModelOf(options, io.environment);
  if (!model.ok) return refuse(context, model.failure);
  const place = storePlace(context, options);
  io.err(`opening the store ${'folder' in place ? `in ${place.folder}` : 'on the database server'} ...\n`);
  const store = await openStore(place);
  if (!store.ok) return refuse(context, store.failure);
  try {
    const shipped = shippedFolders();
    if (options.example) {
      const loaded = await loadExample(store.value.log, files, shipped.example);
      if (!loaded.ok) return refuse(context, ...loaded.failures);
      if (loaded.value > 0)
        io.err(`loaded ${loaded.value} ${loaded.value === 1 ? 'source' : 'sources'} of the example\n`);
    }
    const web = loadWebFiles(shipped.web);
    if (web === undefined) io.err('the web app is not built (npm run build); serving the HTTP API only\n');
    const app = createApi({
      workspace: logWorkspace(store.value.log, clock, model.value),
      version,
      ...(model.value === undefined ? {} : { drafts: model.value.name }),
      host: options.host,
      ...(web === undefined ? {} : { web }),
      report: (error) =>
        io.err(`tranche: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
    });
    const server = await listenOn(app, options);
    if (!server.ok) return refuse(context, server.failure);
    return await run(context, server.value, store.value, stopped);
  } finally {
    await store.value.log.close();
  }
}

async function run(
  { io }: Context,
  server: RunningServer,
  store: OpenStore,
  stopped: Promise<void>,
): Promise<ExitStatus> {
  store.announce(server.address);
  io.out(`Tranche is at ${server.address}\n`);
  await stopped;
  io.err('stopping ...\n');
  await server.close();
  return 0;
}

async function listenOn(
  app: Parameters<typeof listen>[0],
  { host, port }: ServeOptions,
): Promise<Result<RunningServer>> {
  if (port !== undefined) return listen(app, host, port);
  for (let next = FIRST_PORT; ; next += 1) {
    const server = await listen(app, host, next);
    if (server.ok || server.failure.code !== 'PORT_IN_USE' || next === FIRST_PORT + PORTS_TRIED)
      return server;
  }
}

/** Resolves at the first request to stop; a second one ends the process at once, as it does by default. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}

function portNumber(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError('expected a number from 0 to 65535 (0 takes any free port).');
}
