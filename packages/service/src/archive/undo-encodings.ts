import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { fail, ok, type Result } from '@tranche/core/result';
import { bytesOf } from './bytes-of.ts';
import { beginsGzip } from './read-archive.ts';

type Undo = (bytes: Uint8Array, limits: { readonly maxOutputLength: number }) => Uint8Array;

const UNDO: Readonly<Record<string, Undo>> = {
  gzip: (bytes, limits) => (beginsGzip(bytes) ? bytesOf(gunzipSync(bytes, limits)) : bytes),
  br: (bytes, limits) => bytesOf(brotliDecompressSync(bytes, limits)),
  // Half of the servers leave the zlib wrapper out.
  deflate: (bytes, limits) => {
    try {
      return bytesOf(inflateSync(bytes, limits));
    } catch (error) {
      if (isTooLarge(error)) throw error;
      return bytesOf(inflateRawSync(bytes, limits));
    }
  },
};

/** What zlib throws when the output passes the limit; damage is an error of another kind. */
const isTooLarge = (error: unknown): boolean => error instanceof RangeError;

/**
 * A body without its content encodings, the last applied undone first. A body that does not begin like gzip was
 * unpacked by whoever stored it. Fails: TOO_LARGE (however little it was packed to), BAD_CONTENT_ENCODING.
 */
export function undoEncodings(
  bytes: Uint8Array,
  encodings: readonly string[],
  name: string,
  maxBytes: number,
): Result<Uint8Array> {
  let body = bytes;
  for (const encoding of encodings.toReversed()) {
    const undo = UNDO[encoding.replace(/^x-/, '')];
    if (undo === undefined) {
      return fail('BAD_CONTENT_ENCODING', name, `the body is packed as "${encoding.slice(0, 40)}"`, {
        expected: Object.keys(UNDO).join(', '),
      });
    }
    try {
      body = undo(body, { maxOutputLength: maxBytes });
    } catch (error) {
      if (isTooLarge(error)) {
        return fail('TOO_LARGE', name, 'the body unpacks to more than a file may have', {
          expected: `at most ${maxBytes} bytes`,
        });
      }
      const message = error instanceof Error ? error.message : String(error);
      return fail('BAD_CONTENT_ENCODING', name, `the body does not unpack: ${message}`, {
        expected: `a body packed as ${encoding}`,
      });
    }
  }
  return ok(body);
}
