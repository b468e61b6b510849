import { BASES, LAST_TOKEN } from './tokens.ts';

/** Words are told apart by their first letters, at most so many. */
const LONGEST_BEGINNING = 8;
/** Room for this many times 32 different beginnings; more is a broken invariant. */
const WORDS = 96;
const TABLE_BITS = 16;
/** The numbers asked for, by hash. Two beginnings of one hash share a number: a pattern is then tried once too often. */
const numbers = new Uint16Array(1 << TABLE_BITS);
let asked = 0;

/** What patterns will ask for, told when the first text is looked at: a start that reads no text does not pay for it. */
const toAsk: (() => void)[] = [];
export const askLater = (ask: () => void): void => {
  toAsk.push(ask);
};

/** Kinds of mention come first: what a sentence holds one of, or (`amounts`) at least two. */
export const MENTIONS = { party: 1, amount: 2, amounts: 3, percent: 4, date: 5, coInvestors: 6 } as const;
asked = 6;

const A = 97;
const Z = 122;
/** Set in small letters, and in nothing else that becomes one by it. */
const SMALL = 32;
/** Stands behind the last letter of a whole word. */
const END = 0;

const SEED = 17;
const mixed = (hash: number, char: number): number => (Math.imul(hash, 0x01000193) ^ char) | 0;
const slotOf = (hash: number): number => (hash ^ (hash >>> 13)) & ((1 << TABLE_BITS) - 1);

/** The number of the beginning of a word, or of a whole word; the same letters have always the same number. */
export function numberOfWord(letters: string, isWhole: boolean): number {
  const kept = letters.slice(0, LONGEST_BEGINNING);
  let hash = SEED;
  for (let index = 0; index < kept.length; index += 1) hash = mixed(hash, kept.charCodeAt(index));
  if (isWhole && kept.length === letters.length) hash = mixed(hash, END);
  const slot = slotOf(hash);
  if (numbers[slot] === 0) {
    asked += 1;
    if (asked >= WORDS * 32)
      throw new Error('the patterns ask for more different words than there is room for');
    numbers[slot] = asked;
  }
  return numbers[slot] as number;
}

/** Which of the asked-for beginnings of words, and which kinds of mention, stand in a text. */
export class WordSet {
  private readonly bits = new Int32Array(WORDS);
  /** The numbers present, each once. */
  readonly present: number[] = [];
  /** A digit or the sign of a currency or of a percentage stands in the text. */
  hasFigure = false;

  /**
   * A word is letters a to z, in either case, behind anything else. Mentions are found by their characters; those of a
   * text where they are not marked yet are taken from `assumed`.
   */
  constructor(text = '', assumed: readonly number[] = []) {
    this.fill(text, assumed);
  }

  /** Forgets what was seen and looks at another text: for one that is asked about once and not kept. */
  refill(text: string, assumed: readonly number[]): this {
    for (const number of this.present) this.bits[number >> 5] = 0;
    this.present.length = 0;
    this.hasFigure = false;
    this.fill(text, assumed);
    return this;
  }

  private fill(text: string, assumed: readonly number[]): void {
    while (toAsk.length > 0) toAsk.pop()?.();
    for (const mention of assumed) this.add(mention);
    let hash = SEED;
    let length = 0;
    let amounts = 0;
    for (let index = 0; index <= text.length; index += 1) {
      const char = index < text.length ? text.charCodeAt(index) : END;
      const letter = char | SMALL;
      if (letter >= A && letter <= Z && char < 128) {
        length += 1;
        if (length > LONGEST_BEGINNING) continue;
        hash = mixed(hash, letter);
        if (length > 1) this.addFrom(hash);
        continue;
      }
      if (length > 0) {
        if (length > 1 && length <= LONGEST_BEGINNING) this.addFrom(mixed(hash, END));
        hash = SEED;
        length = 0;
      }
      if (char === 32) continue;
      if (isFigure(char)) this.hasFigure = true;
      else if (char >= BASES.party && char <= LAST_TOKEN) {
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

  private addFrom(hash: number): void {
    const number = numbers[slotOf(hash)] as number;
    if (number !== 0) this.add(number);
  }

  private add(number: number): void {
    const word = number >> 5;
    const bit = 1 << (number & 31);
    if (((this.bits[word] as number) & bit) !== 0) return;
    this.bits[word] = (this.bits[word] as number) | bit;
    this.present.push(number);
  }
}

/** Digits, `%`, and the signs of dollar, pound, yen, won, euro and rupee. */
const isFigure = (char: number): boolean =>
  char < 128
    ? (char >= 48 && char <= 57) || char === 36 || char === 37
    : char === 0xa3 || char === 0xa5 || char === 0x20a9 || char === 0x20ac || char === 0x20b9;
