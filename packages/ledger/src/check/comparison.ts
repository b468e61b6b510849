import { convertAmount } from '@tranche/core/convert';
import type { StatedAmount } from '@tranche/core/money';
import type { ClaimBody, DealStatus } from '../claim/index.ts';
import {
  type Agreement,
  agreementOf,
  amountOfBody,
  isDone,
  isOpen,
  moneyOf,
  statusOfBody,
} from '../compare/index.ts';
import { isFallback } from '../deal/condition.ts';
import { rankOfTier } from '../source/index.ts';
import type { Statement } from '../statement/index.ts';
import { type Bench, sameParty } from './bench.ts';
import { isRunningTotal, isTimely } from './matching.ts';

/** Something another said of what may be the same event, and whether the two amounts can be one. */
export interface Comparison {
  readonly statement: Statement;
  readonly amount: StatedAmount;
  readonly agreement: Agreement;
}

/** What others said of the same event as one without an amount: dropped, under way, or at least as far along. */
export const sameEvents = (bench: Bench, claim: ClaimBody): readonly Statement[] =>
  bench.statements
    .filter((one) => !one.denied && one.body.type === claim.type && hasSameParties(bench, claim, one.body))
    .filter((one) => isTimely(bench, claim, one) && hasSameMoney(claim, one.body))
    .filter(({ body }) => isAsFar(statusOfBody(claim), statusOfBody(body)))
    .sort((one, other) => rankOfTier(one.tier) - rankOfTier(other.tier));

function isAsFar(claimed: DealStatus | undefined, stated: DealStatus | undefined): boolean {
  if (claimed === undefined || stated === undefined) return true;
  if (claimed === 'abandoned' || stated === 'abandoned') return claimed === stated;
  return stageOf(stated) <= stageOf(claimed);
}

/** What others said of the same parties, time and kind of money, the best match first. */
export function comparisonsOf(bench: Bench, claim: ClaimBody, own: StatedAmount): readonly Comparison[] {
  return bench.statements
    .filter((one) => !one.denied && one.body.type === claim.type && statusOfBody(one.body) !== 'abandoned')
    .filter((one) => hasSameParties(bench, claim, one.body) && isTimely(bench, claim, one))
    .filter((one) => !isAnEarlierTranche(bench, claim, one))
    .filter((one) => isRunningTotal(one.body) === isRunningTotal(claim) || isOpenWindow(one.body))
    .filter(({ body }) => hasSameMoney(claim, body) && hasSameTerms(claim, body))
    .flatMap((statement): Comparison[] => {
      const stated = amountOfBody(statement.body);
      const theirs = stated === undefined ? undefined : inCurrency(bench, stated, own.currency);
      if (theirs === undefined) return [];
      return [{ statement, amount: theirs, agreement: agreementOf(own, theirs) }];
    })
    .sort(
      (one, other) =>
        inOrder(own, one) - inOrder(own, other) ||
        (one.statement.knownFrom > other.statement.knownFrom ? -1 : 1),
    );
}

/** Agreement first, then what is done over what is agreed or talked about, then the tier, then the same words. */
function inOrder(own: StatedAmount, { agreement, amount, statement }: Comparison): number {
  const tier = rankOfTier(statement.tier);
  // Below several unnamed people a status does not count by itself.
  const stage = tier > rankOfTier('unnamed_people') ? STAGES : stageOf(statusOfBody(statement.body));
  const words = amount.qualifier === own.qualifier ? 0 : 1;
  return ((AGREEMENTS.indexOf(agreement) * 10 + stage) * 10 + tier) * 10 + words;
}
const AGREEMENTS: readonly Agreement[] = ['agrees', 'compatible', 'excluded'];
const STAGES = 3;
const stageOf = (status: DealStatus | undefined): number =>
  isDone(status) ? 0 : status === 'agreed' ? 1 : 2;

/** An offer that runs from one day to another is an event, not a running total. */
const isOpenWindow = (body: ClaimBody): boolean => isOpen(statusOfBody(body));

/** Whether two bodies speak of the same parties, kind of money and terms; not whether of the same time or sum. */
export const isOfSameDeal = (bench: Bench, claim: ClaimBody, other: ClaimBody): boolean =>
  hasSameParties(bench, claim, other) && hasSameMoney(claim, other) && hasSameTerms(claim, other);

function hasSameParties(bench: Bench, claim: ClaimBody, other: ClaimBody): boolean {
  const same = (one: string, another: string): boolean => sameParty(bench, one, another);
  switch (claim.type) {
    case 'round':
    case 'tranche':
      return (
        (other.type === 'round' || other.type === 'tranche') &&
        same(claim.issuer, other.issuer) &&
        hasSamePayer(claim, other, same)
      );
    case 'investment':
    case 'syndication':
      return (
        (other.type === 'investment' || other.type === 'syndication') &&
        same(claim.investor, other.investor) &&
        same(claim.issuer, other.issuer)
      );
    case 'valuation':
      return other.type === 'valuation' && same(claim.entity, other.entity);
    case 'commitment':
      return (
        other.type === 'commitment' &&
        same(claim.to, other.to) &&
        (claim.by === undefined) === (other.by === undefined) &&
        same(claim.by ?? '', other.by ?? '')
      );
    default:
      return false;
  }
}

/** Tranches that two parties pay are two; a payer that is not said excludes none. */
function hasSamePayer(claim: ClaimBody, other: ClaimBody, same: (a: string, b: string) => boolean): boolean {
  const [one, another] = [claim, other].map((body) => (body.type === 'tranche' ? body.payer : undefined));
  return one === undefined || another === undefined || same(one, another);
}

/** A tranche that is still to come is not one that had been paid before. */
const isAnEarlierTranche = (bench: Bench, claim: ClaimBody, { body, knownFrom }: Statement): boolean =>
  claim.type === 'tranche' &&
  isOpen(claim.status) &&
  isDone(statusOfBody(body)) &&
  knownFrom < bench.spokenOn;

/** Two kinds of money are two deals; a kind that is not said excludes none. */
function hasSameMoney(claim: ClaimBody, other: ClaimBody): boolean {
  const [one, another] = [moneyOf(claim), moneyOf(other)];
  return one === undefined || another === undefined || one === another;
}

/**
 * Pre and post-money are different sums; so are pledges over different periods; and what holds if a condition fails
 * is another sum than what holds if it is met.
 */
function hasSameTerms(claim: ClaimBody, other: ClaimBody): boolean {
  if (claim.type === 'valuation' && other.type === 'valuation') {
    return claim.basis === other.basis || claim.basis === 'unspecified' || other.basis === 'unspecified';
  }
  if (claim.type === 'commitment' && other.type === 'commitment') {
    return claim.period === undefined || other.period === undefined || claim.period === other.period;
  }
  return isFallback(conditionOf(claim)) === isFallback(conditionOf(other));
}

const conditionOf = (body: ClaimBody): string | undefined =>
  'condition' in body ? body.condition : undefined;

/** In the claim's currency, at the last official rate; undefined without one. */
function inCurrency(bench: Bench, amount: StatedAmount, currency: string): StatedAmount | undefined {
  if (amount.currency === currency) return amount;
  const rates = bench.rates.filter(({ kind }) => kind === 'official');
  const convert = (value: Parameters<typeof convertAmount>[0]['amount']) =>
    convertAmount({ from: amount.currency, to: currency, date: bench.knownOn, rates, amount: value });
  if ('min' in amount) {
    const [min, max] = [convert(amount.min), convert(amount.max)];
    if (!min.ok || !max.ok) return undefined;
    return { currency, min: min.value.amount, max: max.value.amount, qualifier: 'about' };
  }
  const value = convert(amount.value);
  const qualifier = amount.qualifier === 'exact' ? 'about' : amount.qualifier;
  return value.ok ? { currency, value: value.value.amount, qualifier } : undefined;
}
