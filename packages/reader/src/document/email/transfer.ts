import { RunList } from '../run-list.ts';

export interface Transferred {
  readonly bytes: Uint8Array;
  /** Which bytes of the file each of these bytes stands for. */
  readonly runs: RunList;
}

/**
 * The bytes of a part of a mail: its transfer encoding undone. `file` is the file with one character for each byte;
 * the part stands from `start` to `end`. An encoding nobody knows is taken for none.
 */
export function transferred(file: string, start: number, end: number, encoding: string): Transferred {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return fromBase64(file, start, end);
    case 'quoted-printable':
      return fromQuotedPrintable(file, start, end);
    default: {
      const runs = new RunList();
      runs.push(0, end - start, start, 1);
      return { bytes: new Uint8Array(Buffer.from(file.slice(start, end), 'latin1')), runs };
    }
  }
}

const GROUP = 4;
/** A body without line breaks is cut like one with them. */
const LINE = 76;

/** A line at a time: three bytes are four letters, and so a byte is no whole number of them. */
function fromBase64(file: string, start: number, end: number): Transferred {
  const runs = new RunList();
  const bytes = new Uint8Array(Math.ceil(((end - start) * 3) / 4));
  let decoded = 0;
  let letters = '';
  let from = start;
  for (let at = start; at < end; ) {
    const stop = file.indexOf('\n', at);
    const lineEnd = Math.min(stop < 0 ? end : stop + 1, end, at + LINE + 2);
    if (letters === '') from = at;
    letters += file.slice(at, lineEnd).replace(/[^A-Za-z0-9+/]/g, '');
    at = lineEnd;
    // What is no whole group goes on in the next line.
    const whole = at >= end ? letters.length : letters.length - (letters.length % GROUP);
    if (whole === 0) continue;
    const chunk = new Uint8Array(Buffer.from(letters.slice(0, whole), 'base64'));
    runs.pushWhole(decoded, chunk.length, from, at - from);
    bytes.set(chunk, decoded);
    decoded += chunk.length;
    letters = letters.slice(whole);
    from = at - letters.length;
  }
  return { bytes: bytes.subarray(0, decoded), runs };
}

const ESCAPE = /=([0-9A-Fa-f]{2})|=[ \t]{0,100}\r?\n|=$/g;

function fromQuotedPrintable(file: string, start: number, end: number): Transferred {
  const source = file.slice(start, end);
  const bytes = new Uint8Array(source.length);
  const runs = new RunList();
  let decoded = 0;
  const copy = (from: number, to: number): void => {
    for (let at = from; at < to; at += 1) bytes[decoded + at - from] = source.charCodeAt(at);
    runs.push(decoded, to - from, start + from, 1);
    decoded += to - from;
  };
  let from = 0;
  for (const found of source.matchAll(ESCAPE)) {
    copy(from, found.index);
    from = found.index + found[0].length;
    if (found[1] === undefined) continue;
    bytes[decoded] = Number.parseInt(found[1], 16);
    runs.push(decoded, 1, start + found.index, found[0].length);
    decoded += 1;
  }
  copy(from, source.length);
  return { bytes: bytes.subarray(0, decoded), runs };
}
