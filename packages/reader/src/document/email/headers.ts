import { encodingOf } from '../decode.ts';

/** A header field: its value unfolded, not yet decoded, and where it stands in the file. */
export interface Field {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export interface Headers {
  /** By name in lower case; the first of a name counts. */
  readonly fields: ReadonlyMap<string, Field>;
  /** Where the body begins. */
  readonly end: number;
}

const MOST_FIELDS = 1000;

/** The header of a mail or of a part of one. `file` has one character for each byte. */
export function headersAt(file: string, start: number, end: number): Headers {
  const fields = new Map<string, Field>();
  let at = start;
  for (let count = 0; at < end && count < MOST_FIELDS; count += 1) {
    let lineEnd = lineEndAt(file, at, end);
    if (isEmptyLine(file, at, lineEnd)) return { fields, end: lineEnd };
    while (lineEnd < end && (file[lineEnd] === ' ' || file[lineEnd] === '\t')) {
      const next = lineEndAt(file, lineEnd, end);
      if (isEmptyLine(file, lineEnd, next)) break;
      lineEnd = next;
    }
    const colon = file.indexOf(':', at);
    // A line that is no field ends the header: some mails have none.
    if (
      colon < 0 ||
      colon >= lineEnd ||
      !/^[!-9;-~]+[ \t]*$/.test(file.slice(at, Math.min(colon, at + 200)))
    ) {
      return { fields, end: at };
    }
    const name = file.slice(at, colon).trim().toLowerCase();
    const raw = file.slice(colon + 1, lineEnd);
    const valueStart = colon + 1 + (raw.length - raw.trimStart().length);
    const value = raw.replace(/\r?\n(?=[ \t])/g, '').trim();
    if (!fields.has(name))
      fields.set(name, { value, start: valueStart, end: valueStart + raw.trim().length });
    at = lineEnd;
  }
  return { fields, end: at };
}

/** Beyond the line break. */
function lineEndAt(file: string, at: number, end: number): number {
  const stop = file.indexOf('\n', at);
  return stop < 0 || stop >= end ? end : stop + 1;
}

const isEmptyLine = (file: string, at: number, end: number): boolean =>
  file.slice(at, Math.min(end, at + 3)).trim() === '' && end - at <= 2;

const WORD = /=\?([^?\s]{1,40})\?([BbQq])\?([^?\s]{0,2000})\?=/g;

/** A header value with its encoded words decoded; letters beyond ASCII as they stand are taken for UTF-8. */
export function decodeHeader(value: string): string {
  if (!value.includes('=?')) return asUtf8(value);
  return value
    .replace(/(\?=)\s+(?==\?)/g, '$1')
    .replace(WORD, (word, charset: string, kind: string, letters: string) => {
      const encoding = encodingOf(charset.replace(/\*.*$/, ''));
      if (encoding === undefined) return word;
      const bytes =
        kind.toLowerCase() === 'b'
          ? Buffer.from(letters, 'base64')
          : Buffer.from(
              letters
                .replaceAll('_', ' ')
                .replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) =>
                  String.fromCharCode(Number.parseInt(code, 16)),
                ),
              'latin1',
            );
      return new TextDecoder(encoding).decode(bytes);
    });
}

function asUtf8(value: string): string {
  if (!/[\x80-\xff]/.test(value)) return value;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'latin1'));
  } catch {
    return value;
  }
}

export interface Typed {
  /** In lower case, without parameters. */
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const PARAMETER = /;\s*([\w!#$%&'*+.^`|~-]{1,60})\s*=\s*(?:"((?:[^"\\]|\\.){0,1000})"|([^\s;]{1,1000}))/g;

/** A structured value such as a media type: "text/html; charset=utf-8". Split and percent-encoded names are put together. */
export function typed(value: string | undefined): Typed {
  const parameters = new Map<string, string>();
  if (value === undefined) return { value: '', parameters };
  for (const [, written = '', quoted, bare] of value.matchAll(PARAMETER)) {
    const [name = '', ...sections] = written.toLowerCase().split('*');
    const content = quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '';
    const isEncoded = sections.length > 0 && written.endsWith('*');
    parameters.set(name, (parameters.get(name) ?? '') + (isEncoded ? percentDecoded(content) : content));
  }
  return { value: value.split(';', 1)[0]?.trim().toLowerCase() ?? '', parameters };
}

function percentDecoded(content: string): string {
  const [charset, , ...rest] = content.split("'");
  const letters = rest.length === 0 ? content : rest.join("'");
  const bytes = Buffer.from(
    letters.replace(/%([0-9A-Fa-f]{2})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    ),
    'latin1',
  );
  return new TextDecoder(encodingOf(rest.length === 0 ? undefined : charset) ?? 'utf-8').decode(bytes);
}
