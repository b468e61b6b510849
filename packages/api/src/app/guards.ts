import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import { failureResponse } from './failures.ts';

/**
 * Answers only requests that name this server. A page on another site can point its own name at this address
 * (DNS rebinding) and would then read the workspace; so a name must be `localhost` or the one the server was
 * started with. Plain addresses cannot be rebound.
 */
export function ownHostOnly(ownHost: string): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host');
    const name = host === undefined ? undefined : nameOf(host);
    if (name === undefined || !(name === 'localhost' || name === ownHost.toLowerCase() || isAddress(name))) {
      return failureResponse(context, {
        code: 'FOREIGN_HOST',
        path: 'Host',
        message: 'this server does not go by that name',
        expected: 'localhost, an IP address, or the name given by --host',
      });
    }
    return next();
  };
}

/** A request that changes something comes from a page of this server, or from a program (which sends no Origin). */
export const ownOriginOnly: MiddlewareHandler = async (context, next) => {
  const origin = context.req.header('origin');
  const changes = !['GET', 'HEAD', 'OPTIONS'].includes(context.req.method);
  if (changes && origin !== undefined && originHost(origin) !== context.req.header('host')?.toLowerCase()) {
    return failureResponse(context, {
      code: 'FOREIGN_ORIGIN',
      path: 'Origin',
      message: 'a page of another site may not change this workspace',
    });
  }
  return next();
};

/** Scripts, data and frames from here only. Styles may stand in elements: the charts and the kit set them there. */
const CONTENT_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

export const protectiveHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  const { headers } = context.res;
  headers.set('Content-Security-Policy', CONTENT_POLICY);
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Referrer-Policy', 'no-referrer');
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
};

/** Without port and brackets, in lower case. */
function nameOf(host: string): string | undefined {
  try {
    return new URL(`http://${host}`).hostname.replace(/^\[|\]$/g, '').toLowerCase();
  } catch {
    return undefined;
  }
}

const isAddress = (name: string): boolean => isIP(name) !== 0;

function originHost(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
}
