import { BASES, LAST_TOKEN } from './tokens.ts';

/** Beginnings of words that patterns ask for, up to four letters each, numbered as they are asked for. */
const LONGEST = 4;
const BITS = 5;
/** Room for this many different beginnings; more is a broken invariant. */
const WORDS = 96;
const numbers = new Uint16Array(1 << (BITS * LONGEST));
let asked = 0;

/** Kinds of mention come first: what a sentence holds one of, or (`amounts`) at least two. */
export const MENTIONS = { party: 1, amount: 2, amounts: 3, percent: 4, date: 5, coInvestors: 6 } as const;
asked = 6;

const A = 97;
const Z = 122;

/** The number of the beginning (2 to 4 letters a to z) of a word; the same beginning has always the same number. */
export function numberOfBeginning(letters: string): number {
  let code = 0;
  for (const letter of letters) code = (code << BITS) | (letter.charCodeAt(0) - A + 1);
  if (numbers[code] === 0) {
    asked += 1;
    if (asked >= WORDS * 32)
      throw new Error('the patterns ask for more different words than there is room for');
    numbers[code] = asked;
  }
  return numbers[code] as number;
}

/** Which of the asked-for beginnings of words, and which kinds of mention, stand in a text. */
export class WordSet {
  readonly bits = new Int32Array(WORDS);
  /** The numbers present, each once. */
  readonly present: number[] = [];

  /**
   * `text` is in lower case; a word is letters a to z behind anything else. Mentions are found by their characters;
   * those of a text where they are not marked yet are taken from `assumed`.
   */
  constructor(text: string, assumed: readonly number[] = []) {
    for (const mention of assumed) this.add(mention);
    let code = 0;
    let length = 0;
    let amounts = 0;
    for (let index = 0; index < text.length; index += 1) {
      const char = text.charCodeAt(index);
      if (char >= A && char <= Z) {
        if (length < LONGEST) {
          code = (code << BITS) | (char - A + 1);
          length += 1;
          if (length > 1) {
            const number = numbers[code] as number;
            if (number !== 0) this.add(number);
          }
        }
        continue;
      }
      code = 0;
      length = 0;
      if (char >= BASES.party && char <= LAST_TOKEN) {
        if (char < BASES.amount) this.add(MENTIONS.party);
        else if (char < BASES.percent) {
          amounts += 1;
          this.add(amounts > 1 ? MENTIONS.amounts : MENTIONS.amount);
        } else if (char < BASES.date) this.add(MENTIONS.percent);
        else if (char < BASES.coInvestors) this.add(MENTIONS.date);
        else this.add(MENTIONS.coInvestors);
      }
    }
  }

  has(number: number): boolean {
    return (((this.bits[number >> 5] as number) >>> (number & 31)) & 1) === 1;
  }

  private add(number: number): void {
    const word = number >> 5;
    const bit = 1 << (number & 31);
    if (((this.bits[word] as number) & bit) !== 0) return;
    this.bits[word] = (this.bits[word] as number) | bit;
    this.present.push(number);
  }
}
