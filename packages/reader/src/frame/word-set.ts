import { BASES, LAST_TOKEN } from './tokens.ts';

/** Words are told apart by their first letters, at most so many. */
const LONGEST_BEGINNING = 8;
/** Room for this many times 32 different beginnings and pairs; more is a broken invariant. */
const WORDS = 320;
const TABLE_BITS = 16;
const TABLE = 1 << TABLE_BITS;
/** The numbers asked for by the hash of their letters, which is kept beside them to tell those of one slot apart. */
const numbers = new Uint16Array(TABLE);
const hashes = new Int32Array(TABLE);
/** Which numbers stand for a word behind another one. */
const isPair = new Uint8Array(WORDS * 32);
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
const BLANK = 32;
/** Stands behind the last letter of a whole word. */
const END = 0;

const SEED = 17;
/** What the letters of a word behind no other one are counted on from. */
const NO_WORD = 0;
const mixed = (hash: number, char: number): number => (Math.imul(hash, 0x01000193) ^ char) | 0;
const slotOf = (hash: number): number => (hash ^ (hash >>> 15)) & (TABLE - 1);
/** Where the letters of a word that follows another one are counted on from. */
const behind = (whole: number): number => (Math.imul(whole, 0x2c1b3c6d) ^ 0x5bd1e995) | 0;

const hashOf = (from: number, letters: string, isWhole: boolean): number => {
  const kept = letters.slice(0, LONGEST_BEGINNING);
  let hash = from;
  for (let index = 0; index < kept.length; index += 1) hash = mixed(hash, kept.charCodeAt(index));
  return isWhole && kept.length === letters.length ? mixed(hash, END) : hash;
};

/** The number of the beginning of a word, or of a whole word; the same letters have always the same number. */
export const numberOfWord = (letters: string, isWhole: boolean): number =>
  numberOf(hashOf(SEED, letters, isWhole), 0);

/** The number of the beginning of a word, or of a whole word, that stands one blank behind another whole word. */
export const numberOfPair = (before: string, letters: string, isWhole: boolean): number =>
  numberOf(hashOf(behind(hashOf(SEED, before, true)), letters, isWhole), 1);

function numberOf(hash: number, pair: 0 | 1): number {
  let slot = slotOf(hash);
  while (numbers[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & (TABLE - 1);
  if (numbers[slot] === 0) {
    asked += 1;
    if (asked >= WORDS * 32)
      throw new Error('the patterns ask for more different words than there is room for');
    numbers[slot] = asked;
    hashes[slot] = hash;
    isPair[asked] = pair;
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
  /** Words that are apart in the text may come together when its asides are left out. */
  private isLoose = false;

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
    this.isLoose = ASIDE.test(text);
    this.fill(text, assumed);
    return this;
  }

  private fill(text: string, assumed: readonly number[]): void {
    while (toAsk.length > 0) toAsk.pop()?.();
    for (const mention of assumed) this.add(mention);
    let hash = SEED;
    let length = 0;
    let amounts = 0;
    /** The hash of the whole word one blank before, and that of this word's letters behind it. */
    let before = NO_WORD;
    let pair = NO_WORD;
    for (let index = 0; index <= text.length; index += 1) {
      const char = index < text.length ? text.charCodeAt(index) : END;
      const letter = char | SMALL;
      if (letter >= A && letter <= Z && char < 128) {
        length += 1;
        if (length > LONGEST_BEGINNING) continue;
        hash = mixed(hash, letter);
        if (length > 1) this.addFrom(hash);
        if (before === NO_WORD) continue;
        pair = mixed(length === 1 ? behind(before) : pair, letter);
        if (length > 1) this.addFrom(pair);
        continue;
      }
      if (length > 0) {
        const isShort = length <= LONGEST_BEGINNING;
        if (isShort) {
          hash = mixed(hash, END);
          if (length > 1) this.addFrom(hash);
          if (length > 1 && before !== NO_WORD) this.addFrom(mixed(pair, END));
        }
        before = char === BLANK ? hash : NO_WORD;
        hash = SEED;
        length = 0;
      } else before = NO_WORD;
      if (char === BLANK) continue;
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
    return (
      (((this.bits[number >> 5] as number) >>> (number & 31)) & 1) === 1 ||
      (this.isLoose && isPair[number] === 1)
    );
  }

  private addFrom(hash: number): void {
    let slot = slotOf(hash);
    while (numbers[slot] !== 0) {
      if (hashes[slot] === hash) {
        this.add(numbers[slot] as number);
        return;
      }
      slot = (slot + 1) & (TABLE - 1);
    }
  }

  add(number: number): void {
    const word = number >> 5;
    const bit = 1 << (number & 31);
    if (((this.bits[word] as number) & bit) !== 0) return;
    this.bits[word] = (this.bits[word] as number) | bit;
    this.present.push(number);
  }
}

/** Brackets leave the skeleton of a sentence, and white space is made even in it. */
const ASIDE = /[([]|[^\S ]| {2}/;

/** Digits, `%`, and the signs of dollar, pound, yen, won, euro and rupee. */
const isFigure = (char: number): boolean =>
  char < 128
    ? (char >= 48 && char <= 57) || char === 36 || char === 37
    : char === 0xa3 || char === 0xa5 || char === 0x20a9 || char === 0x20ac || char === 0x20b9;
