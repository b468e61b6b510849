import { spawn } from 'node:child_process';

/** A Python process that answers questions one by one, so that both sides can be timed in turns. */
export interface Python {
  /** The answer to one word, as the script prints it: a line of JSON. */
  readonly ask: (word: string) => Promise<unknown>;
  readonly end: () => void;
}

/**
 * Starts `python3` with a script that reads `input` from its standard input, says `ready` and then answers words.
 * Undefined where there is no Python, or the script cannot start (a module is missing).
 */
export async function startPython(script: string, input: Uint8Array): Promise<Python | undefined> {
  const child = spawn('python3', ['-c', script], { stdio: ['pipe', 'pipe', 'ignore'] });
  let waiting: ((line: string | undefined) => void) | undefined;
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
    const end = text.indexOf('\n');
    if (end < 0) return;
    const line = text.slice(0, end);
    text = text.slice(end + 1);
    waiting?.(line);
  });
  child.on('error', () => waiting?.(undefined)).on('close', () => waiting?.(undefined));
  child.stdin.on('error', () => undefined);
  const answer = (send: string | Uint8Array): Promise<string | undefined> =>
    new Promise((resolve) => {
      waiting = resolve;
      child.stdin.write(send);
    });
  if ((await answer(input)) !== '"ready"') {
    child.kill();
    return undefined;
  }
  return {
    ask: async (word) => JSON.parse((await answer(`${word}\n`)) ?? 'null'),
    end: () => child.stdin.end(),
  };
}
