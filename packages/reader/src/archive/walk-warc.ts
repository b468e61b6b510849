import { CR, concat, endOfHead, fieldsOf, LF, latin1Of, standsAt, utf8Of } from './bytes.ts';
import type { Damage, RecordPlace, WarcEvent, WarcRecord } from './record.ts';

/** A stretch of the archive in reading order. */
export interface ArchiveChunk {
  readonly bytes: Uint8Array;
  /** Offset of its first byte: in the archive, or in the unpacked bytes of its gzip member. */
  readonly offset: number;
  /** Offset in the archive of the gzip member the bytes were unpacked from. */
  readonly member?: number;
  /** What is missing in front of this chunk, when the bytes there could not be unpacked; an empty chunk ends the archive. */
  readonly gap?: string;
}

export interface WarcLimits {
  /** The record types whose bodies are wanted; others are stepped over. */
  readonly types: ReadonlySet<string>;
  /** Larger bodies are stepped over and reported. */
  readonly maxBodyBytes: number;
  /** The size of an archive that is not compressed, when it is known: a length that lies is found out at once. */
  readonly size?: number;
}

export interface WarcWalker {
  /** What this chunk completes, in order. Bodies that lie within one chunk are views of it, not copies. */
  push(chunk: ArchiveChunk): Generator<WarcEvent, void>;
  /** What is left when nothing more comes. */
  end(): Generator<WarcEvent, void>;
}

const START = 'WARC/';
const MAX_HEAD_BYTES = 64 * 1024;
const EMPTY: Uint8Array = new Uint8Array(0);

/** What to expect of the bytes that come next. */
type State =
  | { readonly at: 'head' }
  | { readonly at: 'body'; readonly head: Head; readonly body: Uint8Array; filled: number }
  | { readonly at: 'skip'; readonly head: Head; left: number }
  /** Behind a body: line ends, then the next record. The record is given once that is seen. */
  | { readonly at: 'after'; readonly head: Head; readonly body: Uint8Array | undefined }
  /** The way is lost: the next line that begins a record is looked for. */
  | { readonly at: 'lost' };

interface Head {
  readonly place: RecordPlace;
  readonly size: number;
  readonly type: string;
  readonly length: number;
  readonly fields: ReadonlyMap<string, string>;
}

/**
 * Walks through the records of a web archive by their Content-Length; bodies are never searched. Memory holds one
 * chunk and one record. A record that is damaged is reported with its number and offset, and the walk goes on at the
 * next line that begins a record.
 */
export function warcWalker(limits: WarcLimits): WarcWalker {
  let state: State = { at: 'head' };
  let bytes = EMPTY;
  let position = 0;
  let count = 0;
  /** Places of `bytes`: those before `seam` were carried over and count from `carried`, the others from `current`. */
  let seam = 0;
  let carried: ArchiveChunk = { bytes: EMPTY, offset: 0 };
  let current = carried;

  const placeOf = (index: number): Omit<RecordPlace, 'record'> => {
    const [chunk, from] = index < seam ? [carried, 0] : [current, seam];
    return {
      offset: chunk.offset + index - from,
      ...(chunk.member === undefined ? {} : { member: chunk.member }),
    };
  };

  const take = (chunk: ArchiveChunk): void => {
    const rest = bytes.subarray(position);
    carried = { bytes: EMPTY, ...placeOf(position) };
    current = chunk;
    seam = rest.length;
    bytes = concat(rest, chunk.bytes);
    position = 0;
  };

  const damage = (
    place: RecordPlace,
    message: string,
    expected: string,
    code: Damage['code'] = 'ARCHIVE_DAMAGED',
  ): WarcEvent => ({ kind: 'damage', damage: { code, place, message, expected } });

  const recordOf = ({ place, type, fields }: Head, body: Uint8Array): WarcRecord => {
    const [url, date] = [fields.get('warc-target-uri'), fields.get('warc-date')];
    return {
      type,
      // Some writers put the address in angle brackets, as an early draft of the standard did.
      ...(url === undefined ? {} : { url: utf8Of(url.replace(/^<(.*)>$/, '$1')) }),
      ...(date === undefined ? {} : { date }),
      contentType: fields.get('content-type') ?? '',
      body,
      place,
    };
  };

  /** One step; an event, `true` to go on, `false` when more bytes are needed. */
  function step(): WarcEvent | boolean {
    switch (state.at) {
      case 'head':
        return readHead();
      case 'body':
        return fill(state);
      case 'skip': {
        const stepped = Math.min(state.left, bytes.length - position);
        state.left -= stepped;
        position += stepped;
        if (state.left > 0) return false;
        state = { at: 'after', head: state.head, body: undefined };
        return true;
      }
      case 'after':
        return readAfter(state, false);
      case 'lost':
        return search();
    }
  }

  function readHead(): WarcEvent | boolean {
    while (bytes[position] === CR || bytes[position] === LF) position += 1;
    if (bytes.length - position < START.length) return false;
    const place: RecordPlace = { record: count + 1, ...placeOf(position) };
    if (!standsAt(bytes, position, START)) return lose(place, 'no record begins here');
    const end = endOfHead(bytes, position);
    if (end === undefined || end - position > MAX_HEAD_BYTES) {
      if (bytes.length - position <= MAX_HEAD_BYTES) return false;
      return lose(place, `the header of the record is longer than ${MAX_HEAD_BYTES} bytes`);
    }
    const fields = fieldsOf(latin1Of(bytes, position, end));
    const written = fields.get('content-length') ?? '';
    if (!/^\d{1,15}$/.test(written)) return lose(place, `Content-Length is "${written.slice(0, 40)}"`);
    const [length, size] = [Number(written), end - position];
    if (
      limits.size !== undefined &&
      place.member === undefined &&
      place.offset + size + length > limits.size
    ) {
      position = end;
      return lose(
        place,
        `the record of ${length} bytes reaches past the end of the archive`,
        'ARCHIVE_TRUNCATED',
      );
    }
    count += 1;
    position = end;
    return begin({ place, size, length, type: (fields.get('warc-type') ?? '').toLowerCase(), fields });
  }

  function begin(head: Head): WarcEvent | boolean {
    const { length, type, place } = head;
    const wanted = limits.types.has(type);
    if (!wanted || length > limits.maxBodyBytes) {
      state = { at: 'skip', head, left: length };
      if (!wanted) return { kind: 'other', type };
      const most = `at most ${limits.maxBodyBytes} bytes`;
      return damage(place, `the record has ${length} bytes`, most, 'TOO_LARGE');
    }
    if (bytes.length - position < length) {
      state = { at: 'body', head, body: new Uint8Array(length), filled: 0 };
      return true;
    }
    const body = bytes.subarray(position, position + length);
    position += length;
    state = { at: 'after', head, body };
    return true;
  }

  function fill(filling: State & { at: 'body' }): boolean {
    const { head, body, filled } = filling;
    const piece = bytes.subarray(position, position + body.length - filled);
    body.set(piece, filled);
    position += piece.length;
    filling.filled += piece.length;
    if (filling.filled < body.length) return false;
    state = { at: 'after', head, body };
    return true;
  }

  function readAfter({ head, body }: State & { at: 'after' }, isEnd: boolean): WarcEvent | boolean {
    let [next, lineEnds] = [position, 0];
    for (; bytes[next] === CR || bytes[next] === LF; next += 1) if (bytes[next] === LF) lineEnds += 1;
    const left = bytes.length - next;
    if (lineEnds < 2) {
      if (left < START.length && !isEnd) return false;
      if (left > 0 && !standsAt(bytes, next, START)) return misjudged(head, body);
    }
    position = next;
    state = { at: 'head' };
    return body === undefined ? true : { kind: 'record', record: recordOf(head, body) };
  }

  /** Content-Length does not end where a record ends: the next one may begin inside of what was taken for the body. */
  function misjudged({ place, size, length }: Head, body: Uint8Array = EMPTY): WarcEvent {
    const offset = place.offset + size + length - body.length;
    const behind = placeOf(position);
    carried = { bytes: EMPTY, offset, ...(place.member === undefined ? {} : { member: place.member }) };
    // Behind the body, places count on in the chunk that is current.
    current = { bytes: EMPTY, ...behind };
    seam = body.length;
    bytes = concat(body, bytes.subarray(position));
    position = 0;
    return lose(place, `no record ends after the ${length} bytes that Content-Length gives`);
  }

  function lose(place: RecordPlace, message: string, code?: Damage['code']): WarcEvent {
    if (count < place.record) count = place.record;
    if (position < bytes.length && standsAt(bytes, position, START)) position += START.length;
    state = { at: 'lost' };
    return damage(
      place,
      message,
      'a record that begins with WARC/1, its length, its body and two line ends',
      code,
    );
  }

  function search(): boolean {
    for (let at = bytes.indexOf(0x57, position); at >= 0; at = bytes.indexOf(0x57, at + 1)) {
      const beginsLine = at === 0 || bytes[at - 1] === LF || placeOf(at).offset === 0;
      if (beginsLine && standsAt(bytes, at, 'WARC/1.')) {
        position = at;
        state = { at: 'head' };
        return true;
      }
    }
    position = Math.max(position, bytes.length - START.length - 3);
    return false;
  }

  function* run(): Generator<WarcEvent, void> {
    for (let stepped = step(); stepped !== false; stepped = step()) {
      if (stepped !== true) yield stepped;
    }
  }

  /** A member that begins with a record in the middle of another one ends that one. */
  const cutShort = (chunk: ArchiveChunk): boolean =>
    chunk.member !== undefined &&
    chunk.offset === 0 &&
    (state.at === 'body' || state.at === 'skip') &&
    standsAt(chunk.bytes, 0, 'WARC/1.');

  function* forget(why: string, code?: Damage['code']): Generator<WarcEvent, void> {
    const place =
      state.at === 'head' || state.at === 'lost'
        ? { record: count + 1, ...placeOf(position) }
        : state.head.place;
    if (state.at === 'after' && state.body !== undefined) {
      yield { kind: 'record', record: recordOf(state.head, state.body) };
    }
    bytes = EMPTY;
    position = 0;
    seam = 0;
    yield lose(place, why, code);
  }

  return {
    *push(chunk) {
      if (chunk.gap !== undefined)
        yield* forget(chunk.gap, chunk.bytes.length === 0 ? 'ARCHIVE_TRUNCATED' : undefined);
      else if (cutShort(chunk)) yield* forget('the record ends before the length that Content-Length gives');
      take(chunk);
      yield* run();
    },
    *end() {
      if (state.at === 'after') {
        const last = readAfter(state, true);
        if (typeof last !== 'boolean') yield last;
        yield* run();
      }
      const rest = bytes.length - position;
      if (state.at === 'body' || state.at === 'skip' || (state.at === 'head' && rest > 0)) {
        yield* forget('the archive ends inside of this record', 'ARCHIVE_TRUNCATED');
      }
    },
  };
}
