import { Rational } from '@tranche/core/rational';
import { scanAmounts, yenSignMeansYuan } from '../src/money/index.ts';

export interface GoldClaim {
  readonly type: string;
  readonly denied?: boolean;
  readonly [field: string]: unknown;
}

export interface GoldText {
  readonly id: string;
  readonly cluster: string;
  readonly claims: readonly GoldClaim[];
}

/** Fields of a claim that hold party names. */
const NAME_FIELDS = [
  'issuer',
  'investor',
  'entity',
  'holder',
  'by',
  'to',
  'subject',
  'object',
  'over',
  'name',
  'payer',
];
const LIST_FIELDS = ['leads', 'participants', 'partners'];
const AMOUNT_FIELDS = ['amount', 'pre_money', 'post_money', 'valuation_unspecified', 'from', 'to'];

/** Words of names that say what a party is; they stay. */
const GENERIC = new Set(
  'Capital Ventures Partners Group Fund Management Bank Investment Investments City Science Industrial Growth Sovereign Angels Foundation Health Bio Life Sciences Therapeutics Robotics Medical Cargo Foods Optics Grid Corporation Corp Inc Labs Enterprise Associates Global Morgan Stanley Financial And Of For United States Europe European Japan Japanese Industry Guidance Ledger Street Pharma Founders Companies'.split(
    ' ',
  ),
);

const SYLLABLES = 'ka lo ven dri tas mor bel quin sar ith ono pra ulm fen gor yst wex cho naz'.split(' ');

/** The corpus generator: small, seeded, the same everywhere. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return ((z ^ (z >>> 16)) >>> 0) / 2 ** 32;
  };
}

/** A copy of a text and its gold in which every party has another name and every sum in digits another size. */
export const renamedCopy = (
  text: string,
  gold: readonly GoldClaim[],
  seed: number,
): { text: string; gold: GoldClaim[] } => renaming([{ text, gold }], seed).copyOf({ text, gold });

/** One change of names and sums for several texts: what is one party in two of them stays one. */
export interface Renaming {
  readonly factor: Rational;
  rename(words: string): string;
  copyOf(one: { readonly text: string; readonly gold: readonly GoldClaim[] }): {
    text: string;
    gold: GoldClaim[];
  };
}

export function renaming(
  texts: readonly { readonly text: string; readonly gold: readonly GoldClaim[] }[],
  seed: number,
): Renaming {
  const random = seeded(seed);
  const names = new Set(texts.flatMap(({ text, gold }) => [...nameWords(text, gold)]));
  const invented = new Map([...names].map((word) => [word, inventedName(word, random)]));
  const factor = Rational.of([2, 3, 4][Math.floor(random() * 3)] ?? 2);
  const rename = (words: string): string =>
    words.replace(
      /[\p{L}\p{N}]+/gu,
      (word) => invented.get(word) ?? invented.get(capitalised(word, invented)) ?? word,
    );
  return {
    factor,
    rename,
    copyOf: ({ text, gold }) => {
      const scaled = scaleAmounts(text, factor);
      return {
        text: rename(scaled.text),
        gold: gold.map((claim) => changedClaim(claim, rename, scaled.sizes)),
      };
    },
  };
}

const capitalised = (word: string, renaming: ReadonlyMap<string, string>): string =>
  /^\p{Lu}{4,}$/u.test(word)
    ? ([...renaming.keys()].find((key) => key.toUpperCase() === word) ?? word)
    : word;

function nameWords(text: string, gold: readonly GoldClaim[]): Set<string> {
  const names = gold.flatMap((claim) => [
    ...NAME_FIELDS.map((field) => claim[field]),
    ...LIST_FIELDS.flatMap((field) => (claim[field] as readonly string[] | undefined) ?? []),
    ...((claim.roles as readonly { party: string }[] | undefined) ?? []).map(({ party }) => party),
  ]);
  const words = names
    .filter((name) => typeof name === 'string')
    .flatMap((name) => name.match(/[\p{L}\p{N}]+/gu) ?? []);
  return new Set(
    words.filter(
      (word) =>
        /\p{Lu}/u.test(word) &&
        word.length > 2 &&
        !GENERIC.has(word) &&
        !/^\d/.test(word) &&
        text.includes(word),
    ),
  );
}

function inventedName(word: string, random: () => number): string {
  const pick = (): string => SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? 'ka';
  const invented = pick() + pick() + pick();
  return word.length <= 4 && word === word.toUpperCase()
    ? invented.slice(0, 4).toUpperCase()
    : invented.charAt(0).toUpperCase() + invented.slice(1);
}

/** Multiplies every sum that is printed in digits; sums in words stay as they are. */
function scaleAmounts(
  text: string,
  factor: Rational,
): { text: string; sizes: ReadonlyMap<string, Rational> } {
  const sizes = new Map<string, Rational>();
  let out = '';
  let from = 0;
  for (const { amount, span } of scanAmounts(text, 0, { yuanByDefault: yenSignMeansYuan(text) })) {
    const words = text.slice(...span);
    const values = 'min' in amount ? [amount.min, amount.max] : [amount.value];
    if (!/\d/.test(words)) continue;
    for (const value of values) sizes.set(value.toString(), value.times(factor));
    out += text.slice(from, span[0]);
    out += words.replace(/\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?/g, (digits) =>
      scaledDigits(digits, factor),
    );
    from = span[1];
  }
  return { text: out + text.slice(from), sizes };
}

function scaledDigits(digits: string, factor: Rational): string {
  const plain = Rational.parse(digits.replaceAll(',', ''));
  if (!plain.ok) return digits;
  const value = plain.value.times(factor);
  const printed = value.isInteger() ? value.toString() : value.toDecimal(4).replace(/0+$/, '');
  return digits.includes(',') ? printed.replace(/\B(?=(\d{3})+(?!\d))/g, ',') : printed;
}

function changedClaim(
  claim: GoldClaim,
  rename: (words: string) => string,
  sizes: ReadonlyMap<string, Rational>,
): GoldClaim {
  const out: Record<string, unknown> = { ...claim };
  for (const field of NAME_FIELDS) if (typeof out[field] === 'string') out[field] = rename(out[field]);
  for (const field of [...LIST_FIELDS, 'use_of_proceeds']) {
    if (Array.isArray(out[field])) out[field] = (out[field] as string[]).map(rename);
  }
  if (typeof out.condition === 'string') out.condition = rename(out.condition);
  if (Array.isArray(out.roles)) {
    out.roles = (out.roles as { party: string; role: string }[]).map((role) => ({
      ...role,
      party: rename(role.party),
    }));
  }
  for (const field of AMOUNT_FIELDS) {
    const amount = out[field];
    if (typeof amount === 'object' && amount !== null)
      out[field] = scaledAmount(amount as Record<string, unknown>, sizes);
  }
  return out as GoldClaim;
}

function scaledAmount(
  amount: Record<string, unknown>,
  sizes: ReadonlyMap<string, Rational>,
): Record<string, unknown> {
  const out = { ...amount };
  for (const key of ['value', 'min', 'max']) {
    if (typeof out[key] !== 'number') continue;
    const value = Rational.fromShortestDecimal(out[key]);
    const scaled = value.ok ? sizes.get(value.value.toString()) : undefined;
    if (scaled !== undefined) out[key] = scaled.toApproximateNumber();
  }
  return out;
}
