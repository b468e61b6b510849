import { once } from 'node:events';
import { createInflateRaw, type InflateRaw } from 'node:zlib';
import type { ArchiveChunk } from '@tranche/reader/archive';
import type { ByteInput } from './byte-input.ts';
import { bytesOf } from './bytes-of.ts';

const EMPTY = new Uint8Array(0);
/** A header carries at most this many bytes of names and comments that make sense. */
const MAX_HEADER_BYTES = 256 * 1024;
/** So many members in a row that do not unpack, and the rest is given up. */
const MOST_BROKEN = 1000;
const TRAILER_BYTES = 8;
const PIECE_BYTES = 256 * 1024;

/**
 * The bytes of a gzip file, member by member, each piece with its place. A member that does not unpack leaves a gap,
 * and unpacking goes on at the next one. Memory holds one piece, however far a member expands.
 */
export async function* gzipMembers(input: ByteInput): AsyncGenerator<ArchiveChunk, void> {
  let gap: string | undefined;
  // Bytes made to look like members by the million would each be tried.
  for (let broken = 0; broken < MOST_BROKEN; broken += 1) {
    const member = input.offset;
    const header = await skipHeader(input);
    if (header === 'end') break;
    if (header === 'none') {
      gap ??= `no gzip member begins at byte ${member}`;
      input.skip(1);
      if (!(await skipToMember(input))) break;
      continue;
    }
    let offset = 0;
    const state: Inflating = { startedAt: member, failed: undefined };
    for await (const bytes of inflated(input, state)) {
      yield { bytes, offset, member, ...(gap === undefined ? {} : { gap }) };
      gap = undefined;
      offset += bytes.length;
    }
    if (state.failed === undefined) {
      broken = -1;
      input.skip(Math.min(TRAILER_BYTES, (await input.peek(TRAILER_BYTES)).length));
    } else {
      gap = `the gzip member at byte ${member} does not unpack: ${state.failed}`;
      if (!(await skipToMember(input))) break;
    }
  }
  if (gap !== undefined) yield { bytes: EMPTY, offset: 0, member: input.offset, gap };
}

interface Inflating {
  readonly startedAt: number;
  failed: string | undefined;
}

/** One member's bytes. Leaves the input behind it, or where the search for the next one begins when it is broken. */
async function* inflated(input: ByteInput, state: Inflating): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw({ chunkSize: PIECE_BYTES });
  const closed = once(inflate, 'close').catch(() => {});
  let last: Uint8Array = EMPTY;
  let written = 0;
  const fed = feed(inflate, input, closed, (chunk) => {
    last = chunk;
    written += chunk.length;
  });
  try {
    for await (const bytes of inflate) yield bytesOf(bytes as Buffer);
  } catch (error) {
    state.failed = error instanceof Error ? error.message : String(error);
  } finally {
    inflate.destroy();
    await fed;
  }
  const unread = state.failed === undefined ? written - inflate.bytesWritten : last.length;
  if (unread > 0) input.putBack(last.subarray(last.length - unread));
  // The broken member's own beginning is no place to go on from.
  if (state.failed !== undefined && input.offset <= state.startedAt)
    input.skip(state.startedAt + 1 - input.offset);
}

/** One chunk at a time, so that what is left over at the end of a member lies in the last one. */
async function feed(
  inflate: InflateRaw,
  input: ByteInput,
  closed: Promise<unknown>,
  note: (chunk: Uint8Array) => void,
): Promise<void> {
  let total = 0;
  while (!inflate.destroyed && !inflate.readableEnded) {
    const chunk = await input.take();
    if (chunk === undefined) {
      inflate.end();
      return;
    }
    note(chunk);
    total += chunk.length;
    const taken = new Promise<void>((resolve) => inflate.write(chunk, () => resolve()));
    await Promise.race([taken, closed]);
    // Not all of it was wanted: the member ends in it.
    if (inflate.bytesWritten < total) return;
  }
}

/** Steps over the header of a member, and over zeros in front of it, which tapes and disks leave. */
async function skipHeader(input: ByteInput): Promise<'member' | 'none' | 'end'> {
  let head = await input.peek(10);
  while (head.length > 0 && head[0] === 0) {
    const zeros = head.findIndex((byte) => byte !== 0);
    input.skip(zeros < 0 ? head.length : zeros);
    head = await input.peek(10);
  }
  if (head.length === 0) return 'end';
  if (!beginsMember(head, 0)) return 'none';
  const flags = head[3] ?? 0;
  let length = 10;
  if ((flags & 4) !== 0) {
    head = await input.peek(length + 2);
    length += 2 + (head[length] ?? 0) + (head[length + 1] ?? 0) * 256;
  }
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue;
    head = await input.peek(length + 1);
    while (head.indexOf(0, length) < 0) {
      if (head.length > length + MAX_HEADER_BYTES) return 'none';
      const more = await input.peek(head.length + 1);
      if (more.length === head.length) return 'none';
      head = more;
    }
    length = head.indexOf(0, length) + 1;
  }
  if ((flags & 2) !== 0) length += 2;
  if ((await input.peek(length)).length < length) return 'none';
  input.skip(length);
  return 'member';
}

const beginsMember = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === 0x1f &&
  bytes[at + 1] === 0x8b &&
  bytes[at + 2] === 8 &&
  ((bytes[at + 3] ?? 0xff) & 0xe0) === 0;

/** Goes to the next place that looks like a member, from the next byte on; false when there is none. */
async function skipToMember(input: ByteInput): Promise<boolean> {
  for (let bytes = await input.peek(4); bytes.length >= 4; bytes = await input.peek(4)) {
    for (let at = bytes.indexOf(0x1f); at >= 0; at = bytes.indexOf(0x1f, at + 1)) {
      if (!beginsMember(bytes, at)) continue;
      input.skip(at);
      return true;
    }
    input.skip(bytes.length - 3);
  }
  return false;
}
