import type { StatedAmount } from '@tranche/core/money';
import { addDays, type DateRange, type PartialDate, rangeOf, rangesOverlap } from '@tranche/core/time';
import { amountRelation } from '../grouping/amount-relation.ts';
import { isDone } from '../grouping/mention.ts';
import { type AmountMention, conditionOf, dateOf } from './amount-said.ts';

/** What several texts say of one part of a deal. */
export interface Piece {
  readonly amounts: readonly StatedAmount[];
  readonly mentions: readonly AmountMention[];
}

/** A payment may come this long after the day it was planned for, and still be that payment. */
const LATE_DAYS = 120;

/** Tells the parts of a deal apart by amount and date; one text names each part once. */
export function piecesOf(mentions: readonly AmountMention[]): readonly Piece[] {
  const pieces: { amounts: StatedAmount[]; mentions: AmountMention[] }[] = [];
  for (const mention of mentions) {
    const fits = pieces
      .map((piece) => ({ piece, points: fitOf(mention, piece) }))
      .filter(({ points }) => points > 0)
      .sort((one, other) => other.points - one.points);
    const [best] = fits;
    if (best === undefined) pieces.push({ amounts: [mention.amount], mentions: [mention] });
    else {
      best.piece.amounts.push(mention.amount);
      best.piece.mentions.push(mention);
    }
  }
  return pieces;
}

/** More is better; 0 is no fit. */
function fitOf(mention: AmountMention, piece: Piece): number {
  const relations = piece.amounts.map((amount) => amountRelation(asNumber(mention.amount), asNumber(amount)));
  const vague = isVague(mention.amount) || piece.amounts.some(isVague);
  const same = relations.includes('same');
  if (!same && !(vague && relations.includes('close'))) return 0;
  const inText = piece.mentions.some(
    ({ text, statement }) => text === mention.text && statement.knownFrom === mention.statement.knownFrom,
  );
  if (inText || !piece.mentions.every((known) => datesFit(dateOf(mention), dateOf(known)))) return 0;
  const condition = conditionOf(mention);
  const sameCondition =
    condition !== undefined && piece.mentions.some((known) => conditionOf(known) === condition);
  const dated = piece.mentions.some((known) => dateOf(known) !== undefined && dateOf(mention) !== undefined);
  // What is paid stays paid: a part still ahead is rather another one that is still ahead.
  const settled = !isDone(mention.status) && piece.mentions.some((known) => isDone(known.status)) && !dated;
  return 1 + (same ? 2 : 0) + (dated ? 2 : 0) + (sameCondition ? 4 : 0) - (settled ? 1 : 0);
}

/** A ceiling or a floor by its number: a sum below a ceiling is not one that is close to it. */
const asNumber = (amount: StatedAmount): StatedAmount =>
  'min' in amount || amount.qualifier === 'about' ? amount : { ...amount, qualifier: 'exact' };

/** "About", or a range: one number as another text rounds it. A ceiling is a number of its own. */
const isVague = (amount: StatedAmount): boolean => 'min' in amount || amount.qualifier === 'about';

/** True when both can be one event: some day is meant by both, or one came a little late. */
export function datesFit(one: PartialDate | undefined, other: PartialDate | undefined): boolean {
  if (one === undefined || other === undefined) return true;
  return (
    rangesOverlap(withDelay(rangeOf(one)), rangeOf(other)) ||
    rangesOverlap(rangeOf(one), withDelay(rangeOf(other)))
  );
}

const withDelay = ({ from, to }: DateRange): DateRange => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to: addDays(to, LATE_DAYS) }),
});
