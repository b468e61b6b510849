import { formatAmount } from '@tranche/core/display';
import { headlineValue, type StatedAmount } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import { firstDayOf, lastDayOf } from '@tranche/core/time';
import { amountRelation } from '../grouping/amount-relation.ts';
import { isDone, isOpen, type Mention } from '../grouping/mention.ts';
import { type AmountMention, dateOf, hasAmount, sameNumber } from './amount-said.ts';
import { optionsIn } from './options.ts';
import { type PartKey, partKeyOf, partsOfSum, total } from './parts-of-sum.ts';
import { datesFit, type Piece, piecesOf } from './pieces.ts';

/** Who pays: a party, its co-investors, or (`party` undefined) those that no text names. */
export type Payer = PartKey | { readonly party: undefined; readonly share: 'own' };

export interface DraftSlice {
  readonly payer: Payer;
  readonly mentions: AmountMention[];
}

/** A tranche while statements are being tied to it. */
export interface Draft {
  /** Absent for the deal as a whole, where no text tells tranches apart. */
  readonly piece: Piece | undefined;
  readonly slices: DraftSlice[];
  /** How parts and payments were tied to it, where the texts do not say so. */
  readonly joins: string[];
}

/** The money of a deal, tied together: tranches with payers, and totals that are of no single tranche. */
export interface TiedMoney {
  readonly drafts: readonly Draft[];
  /** What the lead brings itself, in all. */
  readonly own: readonly AmountMention[];
  /** What co-investors bring, in all. */
  readonly syndicated: readonly AmountMention[];
  /** Statements of the lead's money that include its co-investors'. */
  readonly gross: readonly AmountMention[];
}

/** A payment this far from the planned part can still be that part's payment. */
const NEAREST_WITHIN = Rational.of(25, 100);

const NARROW_WITHIN = Rational.of(10, 100);

/**
 * Ties what is said of a deal's money to tranches and payers.
 *
 * 1. Statements of tranches that agree in amount and date are one tranche.
 * 2. A tranche's parts are those from one text that add up to it, one for each payer.
 * 3. What equals a known part, and is not at odds with its date, is that part again: a plan or a payment of it.
 * 4. A payment that cannot be a further tranche, since the tranches already make up the deal, pays the part
 *    nearest to it in amount. So does a payment that its text does not date.
 * 5. What the lead brings in all, and what its co-investors bring in all, are totals and no parts.
 *
 * Whatever is tied by sum or nearness says so in `joins`.
 */
export function tieMoney(
  mentions: readonly Mention[],
  leads: ReadonlySet<string>,
  sizes: readonly StatedAmount[],
  isDealDone: boolean,
): TiedMoney {
  const counted = mentions
    .filter(hasAmount)
    .filter(({ statement, fallback }) => !statement.denied && !fallback);
  const pieces = piecesOf(counted.filter(({ type }) => type === 'tranche'));
  const told = counted.filter(
    (mention) => partKeyOf(mention) !== undefined && mention.status !== 'abandoned',
  );
  const isSyndicated = told.some(({ type }) => type === 'syndication');
  const isGross = (part: AmountMention): boolean =>
    part.type === 'investment' && isSyndicated && sizes.some((size) => sameNumber(size, part.amount));
  const gross = told.filter(isGross);
  const open = new Set(told.filter((part) => !isGross(part)));

  const drafts: Draft[] = [];
  const undivided: Piece[] = [];
  for (const piece of pieces.toSorted(largestFirst)) {
    if (tieSamePiece(piece, drafts, leads)) continue;
    const found = partsOfSum(piece, [...open]);
    if (found === undefined) {
      undivided.push(piece);
      continue;
    }
    const slices = found.map((part) => ({ payer: partKeyOf(part) ?? UNNAMED, mentions: [part] }));
    for (const part of found) open.delete(part);
    drafts.push({ piece, slices, joins: [`${sumInWords(found)}, the tranche's amount, in one text`] });
  }
  const size = sizes.at(-1);
  for (const piece of [...undivided]) {
    if (!undivided.includes(piece)) continue;
    const enlarged = enlargedFrom(piece, undivided, open);
    if (enlarged !== undefined) drafts.push(enlarged);
    else if (!tieSamePiece(piece, drafts, leads) && !tiePayment(piece, drafts, leads, size))
      drafts.push(undividedDraft(piece, open));
  }
  for (const part of [...open]) if (tieSamePart(part, drafts)) open.delete(part);
  for (const part of [...open]) if (tieNearest(part, drafts)) open.delete(part);

  const left = [...open];
  // In a deal that is done, what is only planned comes on top of it.
  const onTop = ({ piece }: Draft): boolean =>
    isDealDone && (piece?.mentions.every(({ status }) => isOpen(status)) ?? false);
  const options = drafts.every(onTop) ? optionsIn(left) : [];
  const parts = left.filter((part) => !options.some((said) => said.includes(part)));
  if (drafts.every(onTop)) drafts.push(wholeDraft(parts, leads, gross), ...options.map(optionDraft));
  return {
    drafts: drafts.sort(inTime),
    own: parts.filter(
      ({ type, parties }) => type === 'investment' && parties.some((party) => leads.has(party)),
    ),
    syndicated: parts.filter(({ type }) => type === 'syndication'),
    gross,
  };
}

const UNNAMED: Payer = { party: undefined, share: 'own' };

const optionDraft = (said: readonly AmountMention[]): Draft => ({
  piece: { amounts: said.map(({ amount }) => amount), mentions: said },
  slices: said.slice(0, 1).map((part) => ({ payer: partKeyOf(part) ?? UNNAMED, mentions: [...said] })),
  joins: ['it hangs on a condition, and comes beside what the same text says the payer has paid'],
});

const amountOfPiece = (piece: Piece): Rational => total(piece.amounts.slice(0, 1));

const largestFirst = (one: Piece, other: Piece): number => amountOfPiece(other).compare(amountOfPiece(one));

const sumInWords = (parts: readonly AmountMention[]): string =>
  `${parts.map(({ amount }) => formatAmount(amount)).join(' + ')} make up ${formatAmount({
    currency: parts[0]?.amount.currency ?? '',
    value: total(parts.map(({ amount }) => amount)),
    qualifier: 'exact',
  })}`;

/** The parts of known tranches that a piece's payer, if it names one, can have paid. */
function placesFor(piece: Piece, drafts: readonly Draft[], leads: ReadonlySet<string>): readonly Place[] {
  const payers = new Set(piece.mentions.flatMap(({ parties }) => parties));
  const sharesFit = ({ payer }: DraftSlice): boolean =>
    payers.size === 0 || [...payers].some((party) => leads.has(party)) === (payer.share === 'own');
  return drafts.flatMap((draft) => draft.slices.filter(sharesFit).map((slice) => ({ draft, slice })));
}

/** A piece that is a known part of a larger tranche. */
function tieSamePiece(piece: Piece, drafts: readonly Draft[], leads: ReadonlySet<string>): boolean {
  const same = placesFor(piece, drafts, leads).find(({ draft, slice }) =>
    isSamePart(piece.mentions, slice, draft),
  );
  same?.slice.mentions.push(...piece.mentions);
  return same !== undefined;
}

/** A payment that cannot be a further tranche, since the tranches already make up the deal. */
function tiePayment(
  piece: Piece,
  drafts: readonly Draft[],
  leads: ReadonlySet<string>,
  size: StatedAmount | undefined,
): boolean {
  const whole = drafts.flatMap((draft) => (draft.piece === undefined ? [] : [amountOfPiece(draft.piece)]));
  const sumWithIt = whole.reduce((sum, amount) => sum.plus(amount), amountOfPiece(piece));
  const isPayment = piece.mentions.some(({ status }) => isDone(status));
  if (!isPayment || size === undefined || sumWithIt.compare(headlineValue(size)) <= 0) return false;
  const [first] = piece.mentions;
  const nearest = first === undefined ? undefined : nearestUnpaid(first, placesFor(piece, drafts, leads));
  if (first === undefined || nearest === undefined) return false;
  nearest.slice.mentions.push(...piece.mentions);
  nearest.draft.joins.push(
    `the payment of ${formatAmount(first.amount)} goes to the part nearest in amount, since the tranches already make up the deal`,
  );
  return true;
}

function isSamePart(mentions: readonly AmountMention[], slice: DraftSlice, { piece }: Draft): boolean {
  return mentions.some((mention) =>
    slice.mentions.some(
      (known) =>
        (sameNumber(mention.amount, known.amount) ||
          (isNarrow(mention.amount) && amountRelation(mention.amount, known.amount) === 'close')) &&
        fitsDates(mention, slice, piece),
    ),
  );
}

/** "Between 22 and 22.5": a range that a rounder would give as one number. */
const isNarrow = (amount: StatedAmount): boolean =>
  'min' in amount && amount.max.compare(amount.min.times(Rational.ONE.plus(NARROW_WITHIN))) <= 0;

/** A statement's own date must not be at odds with all that is known of the part's and of its tranche's. */
function fitsDates(mention: AmountMention, slice: DraftSlice, piece: Piece | undefined): boolean {
  const date = dateOf(mention);
  const dates = [...slice.mentions, ...(piece?.mentions ?? [])]
    .map(dateOf)
    .filter((known) => known !== undefined);
  return date === undefined || dates.length === 0 || dates.some((known) => datesFit(date, known));
}

function tieSamePart(part: AmountMention, drafts: readonly Draft[]): boolean {
  const key = partKeyOf(part);
  for (const draft of drafts) {
    const slice = draft.slices.find(({ payer }) => payer.party === key?.party && payer.share === key?.share);
    if (slice === undefined || !isSamePart([part], slice, draft)) continue;
    slice.mentions.push(part);
    return true;
  }
  return false;
}

/** An undated payment by a known payer, near in amount to one of its parts. */
function tieNearest(part: AmountMention, drafts: readonly Draft[]): boolean {
  if (!isDone(part.status) || dateOf(part) !== undefined) return false;
  const key = partKeyOf(part);
  const slices = drafts.flatMap((draft) =>
    draft.slices
      .filter(({ payer }) => payer.party === key?.party && payer.share === key?.share)
      .map((slice) => ({ draft, slice })),
  );
  const nearest = nearestOf(part, slices);
  if (nearest === undefined) return false;
  nearest.slice.mentions.push(part);
  nearest.draft.joins.push(
    `${formatAmount(part.amount)}, which no text dates, is read as the payment nearest to it in amount`,
  );
  return true;
}

interface Place {
  readonly draft: Draft;
  readonly slice: DraftSlice;
}

/** The nearest part that had not been paid yet when this payment was made. */
function nearestUnpaid(part: AmountMention, places: readonly Place[]): Place | undefined {
  const madeOn = part.at.from ?? part.at.to;
  const paidBefore = (mention: Mention): boolean => isPaid(mention) && mention.at.to < madeOn;
  return nearestOf(
    part,
    places.filter(
      ({ slice, draft }) =>
        !slice.mentions.some(paidBefore) && !(draft.piece?.mentions.some(paidBefore) ?? false),
    ),
  );
}

const isPaid = ({ status }: Mention): boolean => isDone(status);

function nearestOf(part: AmountMention, places: readonly Place[]): Place | undefined {
  const value = headlineValue(part.amount);
  const near = places.flatMap((place) => {
    const planned = place.slice.mentions[0]?.amount;
    if (planned === undefined || planned.currency !== part.amount.currency) return [];
    const distance = value.minus(headlineValue(planned)).absolute().dividedBy(headlineValue(planned));
    return distance.compare(NEAREST_WITHIN) <= 0 ? [{ place, distance }] : [];
  });
  return near.sort((one, other) => one.distance.compare(other.distance))[0]?.place;
}

/** A tranche that came out larger than planned: in one text it is the sum of the planned one and new money. */
function enlargedFrom(piece: Piece, undivided: Piece[], open: Set<AmountMention>): Draft | undefined {
  const smaller = undivided.filter((other) => other !== piece);
  const found = partsOfSum(piece, [...open, ...smaller.flatMap(({ mentions }) => mentions)]);
  const planned = smaller.find(({ mentions }) => mentions.some((mention) => found?.includes(mention)));
  if (found === undefined || planned === undefined) return undefined;
  undivided.splice(undivided.indexOf(planned), 1);
  const added = found.filter((part) => open.delete(part));
  return {
    piece,
    slices: [
      { payer: UNNAMED, mentions: [...planned.mentions] },
      ...added.map((part) => ({ payer: partKeyOf(part) ?? UNNAMED, mentions: [part] })),
    ],
    joins: [`${sumInWords(found)}: the planned tranche and what was added to it`],
  };
}

/** A tranche of which no text gives all parts: its payer if it has one, and investors paid with it. */
function undividedDraft(piece: Piece, open: Set<AmountMention>): Draft {
  const [payer] = piece.mentions.flatMap(({ parties }) => parties);
  if (payer !== undefined) {
    return {
      piece,
      slices: [{ payer: { party: payer, share: 'own' }, mentions: [...piece.mentions] }],
      joins: [],
    };
  }
  const named = namedWith(piece, open);
  for (const part of named) open.delete(part);
  const slices: DraftSlice[] = named.map((part) => ({ payer: partKeyOf(part) ?? UNNAMED, mentions: [part] }));
  const joins =
    named.length === 0 ? [] : ['investors of the same text and day are taken to have paid into it'];
  return { piece, slices: [...slices, { payer: UNNAMED, mentions: [] }], joins };
}

/** Investors' own payments from a text that tells of this tranche's payment, together within its amount. */
function namedWith(piece: Piece, open: ReadonlySet<AmountMention>): readonly AmountMention[] {
  const paid = piece.mentions.filter(isPaid);
  const parts = [...open].filter(
    (part) =>
      part.type === 'investment' &&
      isPaid(part) &&
      paid.some((mention) => mention.text === part.text && datesFit(dateOf(mention), dateOf(part))),
  );
  const sum = total(parts.map(({ amount }) => amount));
  return sum.compare(amountOfPiece(piece)) < 0 ? parts : [];
}

/** The deal as one tranche: what each investor brings, its co-investors' money, and others that no text names. */
function wholeDraft(
  parts: readonly AmountMention[],
  leads: ReadonlySet<string>,
  gross: readonly AmountMention[],
): Draft {
  const slices: DraftSlice[] = [];
  for (const part of parts) {
    const key = partKeyOf(part);
    if (key === undefined) continue;
    const known = slices.find(({ payer }) => payer.party === key.party && payer.share === key.share);
    if (known === undefined) slices.push({ payer: key, mentions: [part] });
    else known.mentions.push(part);
  }
  const [lead] = leads;
  // A gross amount says that the lead brings whatever its co-investors do not.
  const rest: Payer = gross.length > 0 && lead !== undefined ? { party: lead, share: 'own' } : UNNAMED;
  const hasRest = slices.some(({ payer }) => payer.party === rest.party && payer.share === 'own');
  return {
    piece: undefined,
    slices: hasRest ? slices : [...slices, { payer: rest, mentions: [] }],
    joins: [],
  };
}

function inTime(one: Draft, other: Draft): number {
  return firstDate(one) < firstDate(other) ? -1 : firstDate(one) > firstDate(other) ? 1 : 0;
}

/** By the first day it can mean, "by December" by its last; undated tranches come last. */
function firstDate({ piece, slices }: Draft): string {
  const mentions = [...(piece?.mentions ?? []), ...slices.flatMap((slice) => slice.mentions)];
  const days = mentions.flatMap((mention) => {
    const date = dateOf(mention);
    const day = date === undefined ? undefined : (firstDayOf(date) ?? lastDayOf(date));
    return day === undefined ? [] : [day];
  });
  return days.sort()[0] ?? '9999';
}
