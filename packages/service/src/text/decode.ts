import { fail, ok, type Result } from '@tranche/core/result';
import { analyse } from 'chardet';
import { MAX_DOCUMENT_BYTES } from './limits.ts';

export interface DecodedText {
  readonly text: string;
  /** The encoding it was read in, by its WHATWG name. */
  readonly encoding: string;
}

/**
 * The text of a document's bytes: UTF-8, UTF-16 with or without a byte order mark, or a legacy encoding that is
 * recognized with confidence. Nothing is replaced or guessed over: a byte that does not fit refuses the document.
 * Fails: TOO_LARGE, EMPTY_DOCUMENT, BINARY_FILE, BAD_ENCODING.
 */
export function decodeDocument(bytes: Uint8Array, name: string): Result<DecodedText> {
  if (bytes.length > MAX_DOCUMENT_BYTES) return tooLarge(name, bytes.length);
  if (bytes.length === 0) return fail('EMPTY_DOCUMENT', name, 'the document is empty');
  const binary = BINARY_STARTS.find(({ start }) => startsWith(bytes, start));
  if (binary !== undefined) return notText(name, `it is ${binary.what}`);
  const encoding = encodingOf(bytes);
  if (encoding === undefined) return notText(name, 'it holds zero bytes');
  const decoded = tryDecode(bytes, encoding);
  if (decoded !== undefined) return checked(decoded, encoding, name);
  if (encoding !== 'utf-8' || hasUtf8Letters(bytes)) return badEncoding(bytes, encoding, name);
  return legacy(bytes, name);
}

/** The same refusals for a text that came as characters, over HTTP or from another program. */
export function acceptText(text: string, name: string): Result<string> {
  // A UTF-16 unit takes up to three bytes; the exact size matters only near the limit.
  if (text.length > MAX_DOCUMENT_BYTES) return tooLarge(name, text.length);
  if (/[\ud800-\udfff]/u.test(text)) {
    return fail('BAD_ENCODING', name, 'the text holds half a surrogate pair', {
      expected: 'well-formed Unicode',
    });
  }
  const accepted = checked(text, 'utf-8', name);
  return accepted.ok ? ok(accepted.value.text) : accepted;
}

export const tooLarge = (name: string, bytes: number): Result<never> =>
  fail('TOO_LARGE', name, `the document has ${inMegabytes(bytes)} MB`, {
    expected: `at most ${inMegabytes(MAX_DOCUMENT_BYTES)} MB`,
  });

const inMegabytes = (bytes: number): string => String(Math.ceil(bytes / (1024 * 1024)));

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
function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0) return 'utf-8';
  // Plain letters in UTF-16 have a zero byte each, always on the same side.
  if (even === 0 && odd > sample.length / 4) return 'utf-16le';
  if (odd === 0 && even > sample.length / 4) return 'utf-16be';
  return undefined;
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** At least one letter written in several bytes as UTF-8 does it: then the document means to be UTF-8. */
function hasUtf8Letters(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, 1_000_000));
  const whole = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  return whole > broken;
}

/** Below this, the guess is as likely to turn letters into others as to read them. */
const LEAST_CONFIDENCE = 30;

function legacy(bytes: Uint8Array, name: string): Result<DecodedText> {
  const [guess] = analyse(bytes.subarray(0, 200_000)).filter((one) => isDecodable(one.name));
  if (guess === undefined || guess.confidence < LEAST_CONFIDENCE) return badEncoding(bytes, 'utf-8', name);
  const { encoding } = new TextDecoder(guess.name);
  const decoded = encoding === 'windows-1252' ? decodeWindows1252(bytes) : tryDecode(bytes, encoding);
  return decoded === undefined ? badEncoding(bytes, 'utf-8', name) : checked(decoded, encoding, name);
}

/** What bytes 0x80 to 0x9f mean in windows-1252. Some versions of Node decode them as control characters. */
const WINDOWS_1252_MARKS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const decodeWindows1252 = (bytes: Uint8Array): string =>
  new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (mark) => WINDOWS_1252_MARKS[mark.charCodeAt(0) - 0x80] ?? mark);

function isDecodable(encoding: string): boolean {
  try {
    new TextDecoder(encoding);
    return true;
  } catch {
    return false;
  }
}

/** Characters no text has: they show a binary file that happens to decode. Tabs, breaks and escapes are let through. */
function holdsControls(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if ((code < 0x20 && (code < 0x09 || code > 0x0d) && code !== 0x1b) || code === 0x7f) return true;
  }
  return false;
}

function checked(text: string, encoding: string, name: string): Result<DecodedText> {
  if (holdsControls(text)) return notText(name, 'it holds control characters');
  if (text.trim() === '') return fail('EMPTY_DOCUMENT', name, 'the document has no text');
  return ok({ text, encoding });
}

const notText = (name: string, because: string): Result<never> =>
  fail('BINARY_FILE', name, `the document is not text: ${because}`, {
    expected: 'plain text; copy the text of the document into a .txt file',
  });

function badEncoding(bytes: Uint8Array, encoding: string, name: string): Result<never> {
  const line = encoding === 'utf-8' ? lineOfFirstBadByte(bytes) : undefined;
  return fail(
    'BAD_ENCODING',
    name,
    `the document is not valid ${encoding.toUpperCase()} and no other encoding fits`,
    {
      expected: 'a text saved as UTF-8',
      ...(line === undefined ? {} : { place: { line } }),
    },
  );
}

/** 1-based: the line break is one byte in every encoding that gets here. */
function lineOfFirstBadByte(bytes: Uint8Array): number {
  const good = new TextDecoder('utf-8').decode(bytes).split('\ufffd', 1)[0] ?? '';
  return good.split('\n').length;
}
