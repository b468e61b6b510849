import { RunList } from './run-list.ts';

/**
 * Which bytes each character of a decoded text stands for. `mark` is the length of the byte order mark.
 * One pass over the text; characters of one width in a row make one run.
 */
export function byteRunsOf(bytes: Uint8Array, text: string, encoding: string, mark: number): RunList {
  const runs = new RunList();
  if (encoding.startsWith('utf-16')) runs.push(0, text.length, mark, 2);
  else if (text.length === bytes.length - mark) runs.push(0, text.length, mark, 1);
  else if (encoding === 'utf-8' && !text.includes('\ufffd')) utf8Runs(runs, text, mark);
  else if (encoding === 'utf-8') brokenUtf8Runs(runs, bytes, mark);
  else if (!leadRuns(runs, bytes, text, encoding)) return lineRuns(bytes, encoding);
  return runs;
}

const NOT_ASCII = /[^\0-\x7f]/g;

function utf8Runs(runs: RunList, text: string, mark: number): void {
  let byte = mark;
  let at = 0;
  const ascii = new RegExp(NOT_ASCII);
  for (let found = ascii.exec(text); found !== null; found = ascii.exec(text)) {
    runs.push(at, found.index - at, byte, 1);
    byte += found.index - at;
    at = found.index;
    for (let code = text.charCodeAt(at); code > 0x7f; code = text.charCodeAt(at)) {
      const units = code >= 0xd800 && code < 0xdc00 ? 2 : 1;
      const perUnit = code < 0x800 || units === 2 ? 2 : 3;
      runs.push(at, units, byte, perUnit);
      at += units;
      byte += units * perUnit;
    }
    ascii.lastIndex = at;
  }
  runs.push(at, text.length - at, byte, 1);
}

/** With bytes that are no UTF-8: each maximal piece of a broken sequence is one U+FFFD, as the Encoding Standard says. */
function brokenUtf8Runs(runs: RunList, bytes: Uint8Array, mark: number): void {
  let text = 0;
  for (let at = mark; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    const length =
      lead < 0x80 ? 1 : lead < 0xc2 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 1;
    let taken = 1;
    for (; taken < length && at + taken < bytes.length; taken += 1) {
      const next = bytes[at + taken] ?? 0;
      const low = taken > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
      const high = taken > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
      if (next < low || next > high) break;
    }
    const units = length === 4 && taken === 4 ? 2 : 1;
    runs.push(text, units, at, taken / units);
    text += units;
    at += taken;
  }
}

/** How many bytes a character takes in an encoding that says so by its first bytes. */
const WIDTHS: Readonly<Record<string, (lead: number, second: number) => number>> = {
  gb18030: gbWidth,
  gbk: gbWidth,
  big5: (lead) => (lead > 0x80 ? 2 : 1),
  'euc-kr': (lead) => (lead > 0x80 ? 2 : 1),
  'euc-jp': (lead) => (lead === 0x8f ? 3 : lead === 0x8e || lead > 0xa0 ? 2 : 1),
  shift_jis: (lead) => ((lead > 0x80 && lead < 0xa0) || lead > 0xdf ? 2 : 1),
};

function gbWidth(lead: number, second: number): number {
  if (lead < 0x81) return 1;
  return second >= 0x30 && second <= 0x39 ? 4 : 2;
}

/** False when the widths do not add up to the text: something in it was broken. */
function leadRuns(runs: RunList, bytes: Uint8Array, text: string, encoding: string): boolean {
  const width = WIDTHS[encoding];
  if (width === undefined || text.includes('\ufffd')) return false;
  let at = 0;
  let byte = 0;
  for (; at < text.length && byte < bytes.length; ) {
    const lead = bytes[byte] ?? 0;
    const second = bytes[byte + 1] ?? 0;
    const taken = width(lead, second);
    const code = text.charCodeAt(at);
    // Four codes of Big5 are a letter and an accent.
    const isPair = encoding === 'big5' && lead === 0x88 && [0x62, 0x64, 0xa3, 0xa5].includes(second);
    const units = (code >= 0xd800 && code < 0xdc00) || isPair ? 2 : 1;
    if (taken % units === 0) runs.push(at, units, byte, taken / units);
    else runs.pushWhole(at, units, byte, taken);
    at += units;
    byte += taken;
  }
  if (at === text.length && byte === bytes.length) return true;
  runs.numbers.length = 0;
  return false;
}

/** A line as a whole: the line break is never part of another character in these encodings. */
function lineRuns(bytes: Uint8Array, encoding: string): RunList {
  const runs = new RunList();
  const decoder = new TextDecoder(encoding);
  let text = 0;
  for (let start = 0; start < bytes.length; ) {
    const stop = bytes.indexOf(10, start);
    const end = stop < 0 ? bytes.length : stop + 1;
    const units = decoder.decode(bytes.subarray(start, end)).length;
    runs.pushWhole(text, units, start, end - start);
    text += units;
    start = end;
  }
  return runs;
}
