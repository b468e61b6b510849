/** A stretch of a line that ends like a sentence; offsets into the stored text. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** Longer stretches are cut, so that the work per sentence stays bounded. */
const SENTENCE_LIMIT = 1200;

const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof st no vs inc corp co ltd bros jr sr rs approx est dept gov gen sen rep fig pvt e.g i.e a.m p.m u.s u.k u.n ph.d jan feb mar apr jun jul aug sep sept oct nov dec ca'.split(
    ' ',
  ),
);

const ENDING = /[.!?…]["”’)\]]*(?=\s)|[。！？]["”’）」]*|\s[■▪](?=\s)/gu;

/** The sentences of `[start, end)` of a text, trimmed, in order, each at most 1,200 characters. */
export function sentencesOf(text: string, start: number, end: number): Sentence[] {
  const sentences: Sentence[] = [];
  let from = start;
  const add = (to: number): void => {
    let first = from;
    let last = to;
    while (first < last && isSpace(text, first)) first += 1;
    while (last > first && isSpace(text, last - 1)) last -= 1;
    for (; last - first > SENTENCE_LIMIT; ) {
      const cut = text.lastIndexOf(' ', first + SENTENCE_LIMIT);
      const stop = cut > first ? cut : first + SENTENCE_LIMIT;
      sentences.push({ start: first, end: stop });
      first = stop;
    }
    if (last > first) sentences.push({ start: first, end: last });
    from = to;
  };
  ENDING.lastIndex = start;
  for (let match = ENDING.exec(text); match !== null && match.index < end; match = ENDING.exec(text)) {
    const stop = match.index + match[0].length;
    if (endsSentence(text, start, match.index, stop, end)) add(Math.min(stop, end));
  }
  add(end);
  return sentences;
}

function endsSentence(text: string, lineStart: number, at: number, stop: number, end: number): boolean {
  if (text[at] !== '.') return true;
  const word = /[\p{L}.]{1,12}$/u.exec(text.slice(Math.max(lineStart, at - 12), at))?.[0] ?? '';
  if (ABBREVIATIONS.has(word.toLowerCase())) return false;
  if (/^\p{Lu}$/u.test(word))
    return /(?:Series|Class|Tranche|Vitamin) \p{Lu}$/u.test(text.slice(Math.max(lineStart, at - 12), at));
  const next = text.slice(stop, Math.min(end, stop + 4)).trimStart();
  return next === '' || !/^\p{Ll}(?!\p{Lu})/u.test(next);
}

const isSpace = (text: string, index: number): boolean => /\s/.test(text[index] ?? '');
