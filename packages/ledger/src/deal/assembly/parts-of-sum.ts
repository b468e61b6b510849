import { headlineValue, type StatedAmount } from '@tranche/core/money';
import { Rational, sum } from '@tranche/core/rational';
import { type AmountMention, dateOf, isSummand } from './amount-said.ts';
import { datesFit, type Piece } from './pieces.ts';

/** A payer's part of a tranche: `own` money, or money placed with co-investors. */
export interface PartKey {
  /** Party id of the investor, or of the lead that places the money. */
  readonly party: string;
  readonly share: 'own' | 'syndicated';
}

export const partKeyOf = (mention: AmountMention): PartKey | undefined => {
  const [party] = mention.parties;
  if (party === undefined || (mention.type !== 'investment' && mention.type !== 'syndication'))
    return undefined;
  return { party, share: mention.type === 'syndication' ? 'syndicated' : 'own' };
};

/** More payers than this are not told apart by sums. */
const MOST_PARTS = 5;

/**
 * The parts that add up to a tranche: from one text, one for each payer, their dates fitting the tranche's, two
 * or more. A text that names the tranche is looked at before others. Undefined when no text has such parts.
 * So 7.5 from an investor and 2.5 from its co-investors are the closing of 10, and not that of 30.
 */
export function partsOfSum(
  piece: Piece,
  parts: readonly AmountMention[],
): readonly AmountMention[] | undefined {
  const whole = piece.amounts.find((amount) => isSummand(amount) || amount.qualifier === 'up_to');
  if (whole === undefined || 'min' in whole) return undefined;
  const fitting = parts.filter(
    (part) =>
      isSummand(part.amount) &&
      part.amount.currency === whole.currency &&
      headlineValue(part.amount).compare(whole.value) < 0 &&
      piece.mentions.some((mention) => datesFit(dateOf(part), dateOf(mention))) &&
      piece.mentions.every((mention) => datesFit(dateOf(part), dateOf(mention))),
  );
  const own = new Set(piece.mentions.map(({ text }) => text));
  const texts = [...new Set(fitting.map((part) => part.text))];
  for (const text of [...texts.filter((one) => own.has(one)), ...texts.filter((one) => !own.has(one))]) {
    const found = subset(
      fitting.filter((part) => part.text === text),
      whole.value,
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

function subset(parts: readonly AmountMention[], total: Rational): readonly AmountMention[] | undefined {
  const search = (
    rest: readonly AmountMention[],
    taken: readonly AmountMention[],
    left: Rational,
  ): readonly AmountMention[] | undefined => {
    if (left.sign() === 0) return taken.length > 1 ? taken : undefined;
    if (left.sign() < 0 || taken.length >= MOST_PARTS) return undefined;
    for (const [index, part] of rest.entries()) {
      if (taken.some((one) => samePart(one, part))) continue;
      const found = search(rest.slice(index + 1), [...taken, part], left.minus(headlineValue(part.amount)));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return search(parts, [], total);
}

/** One payer gives one part; what names no payer is one part too. */
const samePart = (one: AmountMention, other: AmountMention): boolean => {
  const [a, b] = [partKeyOf(one), partKeyOf(other)];
  return a?.party === b?.party && a?.share === b?.share;
};

/** Adds the plain numbers of several amounts. */
export const total = (amounts: readonly StatedAmount[]): Rational =>
  amounts.length === 0 ? Rational.ZERO : sum(amounts.map(headlineValue));
