import { type Failure, fail, ok, type Result } from '@tranche/core/result';
import { analyse } from 'chardet';
import { notText } from './accept-text.ts';
import { byteRunsOf } from './byte-runs.ts';
import type { RunList } from './run-list.ts';

export interface Decoded {
  readonly text: string;
  /** The encoding it was read in, by its WHATWG name. */
  readonly encoding: string;
  /** What could not be decoded and stands as U+FFFD; empty unless that was allowed. */
  readonly problems: readonly Failure[];
  /** Which bytes each character stands for. Worked out when it is asked for. */
  readonly runs: () => RunList;
}

export interface DecodeSettings {
  /** What HTTP, a MIME header or the document itself says; taken only when the bytes agree. */
  readonly charset?: string | undefined;
  /** Bytes that fit no encoding become U+FFFD and a problem, rather than refuse the document. */
  readonly lenient?: boolean;
}

/**
 * The text of bytes: by the byte order mark, as UTF-8 when they are UTF-8, as the declared charset when they fit it,
 * else in the encoding that is recognized with confidence.
 * Fails: EMPTY_DOCUMENT, BINARY_FILE, BAD_ENCODING.
 */
export function decodeText(
  bytes: Uint8Array,
  name: string,
  { charset, lenient = false }: DecodeSettings = {},
): Result<Decoded> {
  if (bytes.length === 0) return fail('EMPTY_DOCUMENT', name, 'the document is empty');
  const binary = BINARY_STARTS.find(({ start }) => startsWith(bytes, start));
  if (binary !== undefined) return notText(name, `it is ${binary.what}`);
  const unicode = unicodeOf(bytes);
  if (unicode === undefined) return notText(name, 'it holds zero bytes');
  const declared = encodingOf(charset);
  const decoded =
    asDecoded(bytes, unicode.encoding, unicode.mark) ??
    (unicode.mark > 0 || hasUtf8Letters(bytes) ? undefined : inOther(bytes, declared));
  if (decoded !== undefined) return ok(decoded);
  const failure = badEncoding(bytes, unicode.encoding, name);
  if (!lenient) return failure;
  const encoding =
    hasUtf8Letters(bytes) || unicode.encoding !== 'utf-8' ? unicode.encoding : (declared ?? 'utf-8');
  const text = decodeLoosely(bytes, encoding, unicode.mark);
  return ok({
    text,
    encoding,
    problems: failure.ok ? [] : [failure.failure],
    runs: () => byteRunsOf(bytes, text, encoding, unicode.mark),
  });
}

function asDecoded(bytes: Uint8Array, encoding: string, mark: number): Decoded | undefined {
  const text = decodeWhole(bytes, encoding);
  if (text === undefined) return undefined;
  return { text, encoding, problems: [], runs: () => byteRunsOf(bytes, text, encoding, mark) };
}

const inOther = (bytes: Uint8Array, declared: string | undefined): Decoded | undefined =>
  (declared === undefined || declared.startsWith('utf-') ? undefined : asDecoded(bytes, declared, 0)) ??
  recognized(bytes);

/** Below this, the guess is as likely to turn letters into others as to read them. */
const LEAST_CONFIDENCE = 30;

function recognized(bytes: Uint8Array): Decoded | undefined {
  for (const { name, confidence } of analyse(bytes.subarray(0, 200_000))) {
    const encoding = encodingOf(name);
    if (confidence < LEAST_CONFIDENCE) return undefined;
    if (encoding === undefined || encoding.startsWith('utf-')) continue;
    return asDecoded(bytes, encoding, 0);
  }
  return undefined;
}

/** The WHATWG name of a charset label; undefined when there is no such encoding. */
export function encodingOf(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label.trim().replace(/^["']|["']$/g, '')).encoding;
  } catch {
    return undefined;
  }
}

const bytesOf = (text: string): readonly number[] => [...text].map((character) => character.charCodeAt(0));

const BINARY_STARTS: readonly { readonly start: readonly number[]; readonly what: string }[] = [
  { start: bytesOf('%PDF-'), what: 'a PDF' },
  { start: bytesOf('PK\x03\x04'), what: 'a ZIP archive or an Office document' },
  { start: bytesOf('\x89PNG'), what: 'an image' },
  { start: bytesOf('GIF8'), what: 'an image' },
  { start: bytesOf('\xff\xd8\xff'), what: 'an image' },
  { start: bytesOf('\x1f\x8b'), what: 'a gzip file' },
  { start: bytesOf('\x7fELF'), what: 'a program' },
  { start: bytesOf('\xd0\xcf\x11\xe0'), what: 'an old Office document' },
];

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** By its byte order mark, or by where its zero bytes are; undefined when they are anywhere. */
function unicodeOf(bytes: Uint8Array): { readonly encoding: string; readonly mark: number } | undefined {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return { encoding: 'utf-8', mark: 3 };
  if (startsWith(bytes, [0xff, 0xfe])) return { encoding: 'utf-16le', mark: 2 };
  if (startsWith(bytes, [0xfe, 0xff])) return { encoding: 'utf-16be', mark: 2 };
  const sample = bytes.subarray(0, 4096);
  if (!sample.includes(0)) return { encoding: 'utf-8', mark: 0 };
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // Plain letters in UTF-16 have a zero byte each, always on the same side.
  if (even === 0 && odd > sample.length / 4) return { encoding: 'utf-16le', mark: 0 };
  if (odd === 0 && even > sample.length / 4) return { encoding: 'utf-16be', mark: 0 };
  return undefined;
}

function decodeWhole(bytes: Uint8Array, encoding: string): string | undefined {
  if (encoding === 'windows-1252') return decodeWindows1252(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const decodeLoosely = (bytes: Uint8Array, encoding: string, mark: number): string =>
  new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(mark));

/** At least one letter written in several bytes as UTF-8 does it: then the document means to be UTF-8. */
function hasUtf8Letters(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, 1_000_000));
  const whole = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  return whole > broken;
}

/** What bytes 0x80 to 0x9f mean in windows-1252. Some versions of Node decode them as control characters. */
const WINDOWS_1252_MARKS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const decodeWindows1252 = (bytes: Uint8Array): string =>
  new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (mark) => WINDOWS_1252_MARKS[mark.charCodeAt(0) - 0x80] ?? mark);

function badEncoding(bytes: Uint8Array, encoding: string, name: string): Result<never> {
  const line = encoding === 'utf-8' ? lineOfFirstBadByte(bytes) : undefined;
  return fail(
    'BAD_ENCODING',
    name,
    `the document is not valid ${encoding.toUpperCase()} and no other encoding fits`,
    { expected: 'a text saved as UTF-8', ...(line === undefined ? {} : { place: { line } }) },
  );
}

/** 1-based: the line break is one byte in every encoding that gets here. */
function lineOfFirstBadByte(bytes: Uint8Array): number {
  const good = new TextDecoder('utf-8').decode(bytes).split('\ufffd', 1)[0] ?? '';
  return good.split('\n').length;
}
