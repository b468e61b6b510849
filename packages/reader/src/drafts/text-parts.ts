/** A stretch of a text that is sent to a model at once: offsets, and its number among the parts, from 1. */
export interface TextPart {
  readonly start: number;
  readonly end: number;
  readonly number: number;
  readonly of: number;
}

/** About 3,000 tokens: small enough for the context of a local model, with room for the answer. */
const PART_LIMIT = 10_000;

/**
 * A text in parts of at most `limit` characters, cut between paragraphs where one ends in the latter half of a part,
 * else between lines, else where it must. Together the parts are the text. Fails: never.
 */
export function textParts(text: string, limit = PART_LIMIT): readonly TextPart[] {
  const ends: number[] = [];
  for (let start = 0; start < text.length; start = ends.at(-1) ?? text.length) {
    ends.push(text.length - start <= limit ? text.length : cut(text, start, start + limit));
  }
  return ends.map((end, index) => ({
    start: ends[index - 1] ?? 0,
    end,
    number: index + 1,
    of: ends.length,
  }));
}

function cut(text: string, start: number, most: number): number {
  const least = start + Math.floor((most - start) / 2);
  for (const border of ['\n\n', '\n', ' ']) {
    const at = text.lastIndexOf(border, most - border.length);
    if (at >= least) return at + border.length;
  }
  // Never between the halves of one character.
  return /[\udc00-\udfff]/.test(text[most] ?? '') ? most - 1 : most;
}
