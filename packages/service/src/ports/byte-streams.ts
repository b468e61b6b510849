import type { Result } from '@tranche/core/result';

/** What an HTTP answer says of its body. */
export interface Said {
  readonly url: string;
  /** Content encodings still to be undone, in the order in which they were applied. */
  readonly encodings: readonly string[];
  readonly contentType?: string;
  readonly charset?: string;
}

export interface ByteStream {
  /** What it goes by, where that is not the path it was asked for. */
  readonly name?: string;
  /** How many bytes there are, where that is known beforehand. */
  readonly size?: number;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Present where it came over HTTP: then it is one document, never an archive. */
  readonly said?: Said;
}

/** Files and other inputs as streams, for what is too large to be held. */
export interface ByteStreams {
  /** Fails: FILE_NOT_FOUND, NOT_A_FILE, FILE_UNREADABLE. What goes wrong later, while it is read, is thrown. */
  open(path: string): Promise<Result<ByteStream>>;
}
