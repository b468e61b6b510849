import { endOfHead, fieldsOf, LF, latin1Of, standsAt } from './bytes.ts';

/** The head of an HTTP response, and its body with the transfer encoding undone. */
export interface HttpResponse {
  readonly status: number;
  /** Media type in lower case, without parameters; undefined where none is given. */
  readonly mediaType?: string;
  readonly charset?: string;
  /** Content encodings in the order in which they were applied, in lower case, `identity` left out. */
  readonly encodings: readonly string[];
  readonly body: Uint8Array;
}

/** The response that a record holds; undefined when the bytes do not begin with one. */
export function httpResponseOf(bytes: Uint8Array): HttpResponse | undefined {
  if (!standsAt(bytes, 0, 'HTTP/')) return undefined;
  const end = endOfHead(bytes, 0);
  if (end === undefined) return undefined;
  const head = latin1Of(bytes, 0, end);
  const status = Number(/^HTTP\/[\d.]+\s+(\d{3})\b/.exec(head)?.[1] ?? '0');
  const fields = fieldsOf(head);
  const body = bytes.subarray(end);
  const isChunked = /(?:^|,)\s*chunked\s*$/i.test(fields.get('transfer-encoding') ?? '');
  return {
    status,
    ...contentTypeOf(fields.get('content-type')),
    encodings: listOf(fields.get('content-encoding')).filter((name) => name !== 'identity'),
    // Some crawlers undo the chunks and keep the field: then the body does not begin with the size of a chunk.
    body: (isChunked ? withoutChunks(body) : undefined) ?? body,
  };
}

/** The parts of a Content-Type field. */
export function contentTypeOf(field: string | undefined): { mediaType?: string; charset?: string } {
  const [type = '', ...parameters] = (field ?? '').split(';');
  const mediaType = type.trim().toLowerCase();
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*["']?([^"'\s]+)/i.exec(parameter)?.[1])
    .find((name) => name !== undefined);
  return {
    ...(/^[\w.+-]+\/[\w.+-]+$/.test(mediaType) ? { mediaType } : {}),
    ...(charset === undefined ? {} : { charset: charset.toLowerCase() }),
  };
}

/**
 * A body without its chunks. One that breaks off gives what came until then; undefined when the first line is not the
 * size of a chunk.
 */
export function withoutChunks(body: Uint8Array): Uint8Array | undefined {
  const pieces: Uint8Array[] = [];
  let total = 0;
  for (let at = 0; at < body.length; ) {
    const lineEnd = body.indexOf(LF, at);
    const line = lineEnd < 0 ? '' : latin1Of(body, at, Math.min(lineEnd, at + 256));
    const size = /^([\da-f]{1,8})\s*(?:;.*)?$/i.exec(line.trim())?.[1];
    if (size === undefined) {
      if (at === 0) return undefined;
      break;
    }
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    const piece = body.subarray(lineEnd + 1, lineEnd + 1 + length);
    pieces.push(piece);
    total += piece.length;
    at = lineEnd + 1 + length;
    while (body[at] === 13 || body[at] === LF) at += 1;
  }
  const [only = body.subarray(0, 0)] = pieces;
  if (pieces.length <= 1) return only;
  const whole = new Uint8Array(total);
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}

const listOf = (field: string | undefined): string[] =>
  (field ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
