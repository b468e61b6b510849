import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { fail, ok, type Result } from '@tranche/core/result';
import type { ByteStream, ByteStreams } from '@tranche/service/ports';
import { unreadable } from './node-files.ts';

/** Large pieces: most records of an archive lie whole in one, and need no copy. */
const PIECE_BYTES = 4 * 1024 * 1024;

/** The files of this machine as streams, and the standard input under `-`. */
export function nodeStreams(stdin: AsyncIterable<unknown>): ByteStreams {
  return {
    open: async (path): Promise<Result<ByteStream>> => {
      if (path === '-') return ok({ name: 'stdin', bytes: plain(stdin) });
      try {
        const about = await stat(path);
        if (about.isDirectory()) return fail('NOT_A_FILE', path, 'this is a folder', { expected: 'a file' });
        const highWaterMark = about.isFile() ? Math.min(PIECE_BYTES, about.size + 1) : PIECE_BYTES;
        const stream = createReadStream(path, { highWaterMark });
        return ok({ ...(about.isFile() ? { size: about.size } : {}), bytes: plain(stream) });
      } catch (error) {
        return unreadable(path, error);
      }
    },
  };
}

async function* plain(stream: AsyncIterable<unknown>): AsyncGenerator<Uint8Array, void> {
  for await (const chunk of stream) {
    const { buffer, byteOffset, length } = chunk as Buffer;
    yield new Uint8Array(buffer as ArrayBuffer, byteOffset, length);
  }
}
