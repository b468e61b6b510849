/** Letters of a word, or a number with the marks between its digits. */
const WORD = /[\p{L}\p{M}]+|\p{N}+(?:[.,’']\p{N}+)*/gu;
const PLAIN_WORD = /[a-z]+|[0-9]+(?:[.,'][0-9]+)*/g;

/** Scripts that are written without spaces: each of their characters counts as a word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const UNSPACED_PARTS = new RegExp(
  `${UNSPACED.source}\\p{M}*|(?:(?!${UNSPACED.source})[\\p{L}\\p{M}])+`,
  'gu',
);

/** What is drawn as nothing: soft hyphens, joiners, marks of direction. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g;

/**
 * The words of a text in order, in one spelling: whatever its case, spaces, punctuation and width of characters.
 * A number is one word without the marks that group its digits.
 */
export function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  for (const word of isPlain(text) ? plainWords(text) : anyWords(text)) {
    if (isNumber(word)) words.push(numberWord(word));
    else if (UNSPACED.test(word)) words.push(...(word.match(UNSPACED_PARTS) ?? []));
    else words.push(word);
  }
  return words;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
const isPlain = (text: string): boolean => !/[^\x00-\x7f]/.test(text);

const plainWords = (text: string): readonly string[] => text.toLowerCase().match(PLAIN_WORD) ?? [];

const anyWords = (text: string): readonly string[] =>
  text.normalize('NFKC').replace(INVISIBLE, '').toLowerCase().match(WORD) ?? [];

/** `1,250,000` and `1250000` are one number; `1.5` stays apart from `15`. */
const numberWord = (word: string): string => word.replace(/[,.’'](?=\d{3}(?!\d))/g, '').replace(',', '.');

/** Whether a word is a number. */
export const isNumber = (word: string): boolean => /^\p{N}/u.test(word);

/** Runs of three words, each once. A text of fewer words has none. */
export function runsOf(words: readonly string[]): ReadonlySet<string> {
  const runs = new Set<string>();
  for (let start = 0; start + RUN <= words.length; start += 1) {
    runs.add(words.slice(start, start + RUN).join(' '));
  }
  return runs;
}

const RUN = 3;
