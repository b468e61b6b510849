import { bytesOf } from './bytes-of.ts';

const EMPTY = new Uint8Array(0);

/** Bytes as they come, with what was looked at too far put back, and how far into the whole they are. */
export class ByteInput {
  private rest: Uint8Array = EMPTY;
  private isOver = false;
  private readonly source: AsyncIterator<Uint8Array>;
  /** Offset of the next byte. */
  offset = 0;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.source = source[Symbol.asyncIterator]();
  }

  /** The next bytes, however many there are; undefined at the end. */
  async take(): Promise<Uint8Array | undefined> {
    while (this.rest.length === 0) {
      if (this.isOver) return undefined;
      const next = await this.source.next();
      if (next.done === true) this.isOver = true;
      else this.rest = next.value;
    }
    const taken = this.rest;
    this.rest = EMPTY;
    this.offset += taken.length;
    return taken;
  }

  /** Puts back the last so many bytes of what was taken. */
  putBack(bytes: Uint8Array): void {
    this.rest = this.rest.length === 0 ? bytes : bytesOf(Buffer.concat([bytes, this.rest]));
    this.offset -= bytes.length;
  }

  /** The next bytes without taking them, at least so many unless the end comes first. */
  async peek(least: number): Promise<Uint8Array> {
    while (this.rest.length < least && !this.isOver) {
      const next = await this.source.next();
      if (next.done === true) this.isOver = true;
      else this.rest = this.rest.length === 0 ? next.value : bytesOf(Buffer.concat([this.rest, next.value]));
    }
    return this.rest;
  }

  skip(count: number): void {
    this.rest = this.rest.subarray(count);
    this.offset += count;
  }

  /** Lets the source go, also in the middle. */
  async close(): Promise<void> {
    await this.source.return?.();
  }
}
