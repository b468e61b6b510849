import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where a user's data is kept unless `--data` says otherwise: `$XDG_DATA_HOME/tranche`, or `~/.local/share/tranche`. */
export function defaultDataFolder(environment: Environment): string {
  const base = environment.XDG_DATA_HOME;
  return join(base !== undefined && base !== '' ? base : join(homedir(), '.local', 'share'), 'tranche');
}

/** What ships beside the program: the built web app and the example. Found from the program upwards. */
export interface Shipped {
  readonly web: string;
  readonly example: string;
}

export function shippedFolders(): Shipped {
  const root = workspaceRoot(dirname(fileURLToPath(import.meta.url)));
  return {
    web: join(root, 'packages', 'web', 'dist'),
    example: join(root, 'examples', 'openai-2025', 'deal.yaml'),
  };
}

/** The nearest folder upwards that holds the examples; the same from the sources and from the bundle. */
function workspaceRoot(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'examples', 'openai-2025', 'deal.yaml')) || folder === dirname(folder))
      return folder;
  }
}
