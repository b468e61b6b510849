import { placesOf } from '@tranche/ledger/source';
import type { OpenedDocument } from '@tranche/reader/document';
import { decodeHTML } from 'entities/decode';

interface Decoder {
  readonly decode: (bytes: Uint8Array) => string;
}

/** What the bytes 0x80 to 0x9f mean in windows-1252, which some versions of Node do not know. */
const MARKS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decoderOf(document: OpenedDocument): Decoder {
  const encoding = document.original.encoding ?? 'utf-8';
  if (encoding !== 'windows-1252') return new TextDecoder(encoding, { ignoreBOM: true });
  return {
    decode: (bytes) =>
      [...bytes]
        .map((byte) => (byte >= 0x80 && byte < 0xa0 ? (MARKS[byte - 0x80] ?? '') : String.fromCharCode(byte)))
        .join(''),
  };
}

/** What the bytes say that a span of the text was read from: decoded, tags and soft hyphens taken out. */
export function bytesOfSpan(document: OpenedDocument, bytes: Uint8Array, start: number, end: number): string {
  const decoder = decoderOf(document);
  return placesOf(document.original, [start, end])
    .map((place) => ('bytes' in place ? decoder.decode(bytes.subarray(place.bytes[0], place.bytes[1])) : ''))
    .join('');
}

/** Text as the laws compare it: references decoded, white space as single blanks. */
export const plain = (text: string): string =>
  decodeHTML(text)
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\s\u00a0]+/g, ' ');

/** The runs of a text that do not come from the bytes they name; empty when all do. */
export function strayRuns(document: OpenedDocument, bytes: Uint8Array): string[] {
  const { segments } = document.original;
  const decoder = decoderOf(document);
  const stray: string[] = [];
  let text = 0;
  let file = 0;
  for (let at = 0; at < segments.runs.length; at += 4) {
    const [gap = 0, units = 0, skip = 0, perUnit = 0] = segments.runs.slice(at, at + 4);
    text += gap;
    file += skip;
    const length = perUnit < 0 ? -perUnit : units * perUnit;
    const said = document.text.slice(text, text + units);
    const written = decoder.decode(bytes.subarray(file, file + length));
    if (plain(said) !== plain(written))
      stray.push(`${JSON.stringify(said)} is not ${JSON.stringify(written)}`);
    if (units <= 0 || length <= 0 || file < 0 || file + length > bytes.length) stray.push(`run ${at / 4}`);
    text += units;
    file += length;
  }
  return stray;
}
