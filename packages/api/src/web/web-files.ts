import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { OpenAPIHono } from '@hono/zod-openapi';

export interface WebFile {
  readonly content: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** Its name carries a hash of its content, so that it never changes. */
  readonly immutable: boolean;
}

/** The built web app by address: `/`, `/assets/index-abc.js`, ... Only what is in it can be asked for. */
export type WebFiles = ReadonlyMap<string, WebFile>;

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Undefined when the folder holds no built app. */
export function loadWebFiles(folder: string): WebFiles | undefined {
  const files = new Map<string, WebFile>();
  for (const path of filesBelow(folder)) {
    const address = `/${relative(folder, path).split(sep).join('/')}`;
    files.set(address, {
      content: new Uint8Array(readFileSync(path)),
      type: TYPES[extname(path)] ?? 'application/octet-stream',
      immutable: address.startsWith('/assets/'),
    });
  }
  return files.has('/index.html') ? files : undefined;
}

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      if (entry.name.startsWith('.')) return [];
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : [];
    });
  } catch {
    return [];
  }
}

/** The app's files, and its page for every address that is a screen of the app and not a file. */
export function webRoutes(app: OpenAPIHono, files: WebFiles): void {
  app.get('*', (context, next) => {
    const { path } = context.req;
    const isScreen = extname(path) === '' && !path.startsWith('/assets/');
    const file = files.get(path) ?? (isScreen ? files.get('/index.html') : undefined);
    if (file === undefined) return next();
    return context.body(file.content, 200, {
      'Content-Type': file.type,
      'Cache-Control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
  });
}
