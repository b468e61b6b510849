import { ok, type Result } from '@tranche/core/result';
import type { ByteStream, ByteStreams } from '../ports/index.ts';
import type { Fetcher } from './fetch-document.ts';

/** Addresses as streams. Fails: as `Fetcher.fetch`. */
export function urlStreams(fetcher: Fetcher): ByteStreams {
  return {
    open: async (address): Promise<Result<ByteStream>> => {
      const fetched = await fetcher.fetch(address);
      if (!fetched.ok) return fetched;
      const { url, bytes, encodings, contentType, charset } = fetched.value;
      return ok({
        name: nameOf(new URL(url)),
        size: bytes.length,
        bytes: once(bytes),
        said: {
          url,
          encodings,
          ...(contentType === undefined ? {} : { contentType }),
          ...(charset === undefined ? {} : { charset }),
        },
      });
    },
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  yield bytes;
}

/** The last part of the path as a file's name, or the host where there is none. */
function nameOf({ hostname, pathname }: URL): string {
  const last = pathname.split('/').findLast((part) => part !== '');
  if (last === undefined) return hostname;
  try {
    return decodeURIComponent(last).replace(/[\\/\p{Cc}]/gu, '_');
  } catch {
    return last;
  }
}
