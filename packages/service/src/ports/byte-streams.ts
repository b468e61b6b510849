import type { Result } from '@tranche/core/result';

export interface ByteStream {
  /** What it goes by, where that is not the path it was asked for. */
  readonly name?: string;
  /** How many bytes there are, where that is known beforehand. */
  readonly size?: number;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Files as streams, for what is too large to be held. */
export interface ByteStreams {
  /** Fails: FILE_NOT_FOUND, NOT_A_FILE, FILE_UNREADABLE. What goes wrong later, while it is read, is thrown. */
  open(path: string): Promise<Result<ByteStream>>;
}
