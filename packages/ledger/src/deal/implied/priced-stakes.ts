import type { StatedAmount } from '@tranche/core/money';
import { lastDayOf, type PlainDate } from '@tranche/core/time';
import type { StakeBody } from '../../claim/index.ts';
import type { Statement } from '../../statement/index.ts';
import { amountKey } from '../assembly/amount-said.ts';
import type { StatedStake } from '../assembly/fields.ts';
import { isBinding } from '../assembly/tranches.ts';
import type { IssuerKnowledge } from '../grouping/deals-of.ts';
import { type Choice, type ChoiceRule, choose, type Said } from '../reconcile/index.ts';

/**
 * What the sum beside a share is: `worth` is what the share is said to be worth, `paid` what one purchase of it
 * cost, `cost` what it cost in all, over purchases at several prices.
 */
export type PriceKind = 'worth' | 'paid' | 'cost';

export interface PricedShare extends StatedStake {
  /** Of what it is a share, in the source's words. */
  readonly basis: string | undefined;
  readonly amount: StatedAmount;
  /** What states the sum: the statement of the share itself, or one that is made in the same breath. */
  readonly amountSaidBy: Statement;
}

/** A share of a company with a sum that goes with it: together they value the whole. */
export interface PricedStake {
  /** Party id. */
  readonly holder: string;
  readonly kind: PriceKind;
  /** The day it held, as far as known: its own date, else that of the report. */
  readonly day: PlainDate;
  readonly choice: Choice<PricedShare>;
}

interface PricedSaid extends Said<PricedShare> {
  readonly holder: string;
  readonly kind: PriceKind;
  readonly day: PlainDate;
}

/**
 * The shares that are stated with a sum by a day: of what a share is worth, or has cost in all, the latest of each
 * holder; of purchases, all. Where sources differ on one day, the rule picks. What a later text only repeats keeps
 * its day. Sorted by day, the latest first, then by holder.
 */
export function pricedStakes(
  knowledge: IssuerKnowledge,
  asOf: PlainDate,
  rule?: ChoiceRule,
): readonly PricedStake[] {
  const said = withFirstDay(
    knowledge.statements.flatMap((statement) => pricedSaid(statement, knowledge)),
  ).filter(({ day }) => day <= asOf);
  const groups = new Map<string, PricedSaid[]>();
  for (const one of said) {
    const key = `${one.holder} ${one.kind} ${one.day}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const stakes = [...groups.values()].flatMap((group): readonly PricedStake[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { holder, kind, day } = first;
    const choice = choose(`${holder}.${kind}`, group, {
      deal: knowledge.issuer,
      judgements: knowledge.judgements,
      ...(rule === undefined ? {} : { rule }),
    });
    return choice === undefined ? [] : [{ holder, kind, day, choice }];
  });
  const isLatest = (one: PricedStake): boolean =>
    one.kind === 'paid' ||
    stakes.every((other) => other.holder !== one.holder || other.kind !== one.kind || other.day <= one.day);
  return stakes.filter(isLatest).sort(latestFirst);
}

const latestFirst = (one: PricedStake, other: PricedStake): number => {
  if (one.day !== other.day) return one.day < other.day ? 1 : -1;
  return one.holder < other.holder ? -1 : 1;
};

/** Equal keys are one figure: it holds from the first day on which it was said. */
function withFirstDay(said: readonly PricedSaid[]): readonly PricedSaid[] {
  const first = new Map<string, PlainDate>();
  for (const { key, day } of said) {
    const known = first.get(key);
    if (known === undefined || day < known) first.set(key, day);
  }
  return said.map((one) => ({ ...one, day: first.get(one.key) ?? one.day }));
}

function pricedSaid(statement: Statement, knowledge: IssuerKnowledge): readonly PricedSaid[] {
  const { body, denied, knownFrom } = statement;
  if (body.type !== 'stake' || denied || !isBinding(body.status) || body.percent.sign() <= 0) return [];
  const holder = knowledge.book.partyOf(body.holder).id;
  const own = body.when === undefined ? undefined : lastDayOf(body.when);
  const day = own !== undefined && own < knownFrom ? own : knownFrom;
  const priced = (kind: PriceKind, amount: StatedAmount, amountSaidBy: Statement): PricedSaid => ({
    holder,
    kind,
    day,
    key: `${holder} ${kind} ${body.percent} ${amountKey(amount)}`,
    value: { percent: body.percent, qualifier: body.qualifier, basis: body.basis, amount, amountSaidBy },
    mention: { statement, status: body.status, fallback: false, at: { to: day } },
  });
  return [
    ...(body.value === undefined ? [] : [priced('worth', body.value, statement)]),
    ...paidFor(statement, body, holder, knowledge).map(({ amount, by, isTotal }) =>
      priced(isTotal ? 'cost' : 'paid', amount, by),
    ),
  ];
}

/** The money that is said in the same breath to buy the share: the holder's, and nobody else's. */
function paidFor(
  stake: Statement,
  { entity }: StakeBody,
  holder: string,
  knowledge: IssuerKnowledge,
): readonly { readonly amount: StatedAmount; readonly by: Statement; readonly isTotal: boolean }[] {
  const { statements, loose, book } = knowledge;
  const of = book.partyOf(entity).id;
  return statements.flatMap((by) => {
    const { body, denied } = by;
    if (denied || (body.type !== 'round' && body.type !== 'investment') || !isSaidTogether(stake, by))
      return [];
    if (body.amount === undefined || !isBinding(body.status) || book.partyOf(body.issuer).id !== of)
      return [];
    const isHolders =
      body.type === 'investment'
        ? body.closing === undefined && book.partyOf(body.investor).id === holder
        : isOnlyInvestor(by, holder, knowledge);
    return isHolders ? [{ amount: body.amount, by, isTotal: loose.some(({ id }) => id === by.id) }] : [];
  });
}

/** Nothing said of the deal names money of anybody else. */
function isOnlyInvestor({ id }: Statement, holder: string, { deals, book }: IssuerKnowledge): boolean {
  const members =
    deals.find((deal) => deal.members.some(({ statement }) => statement.id === id))?.members ?? [];
  const investors = members.flatMap(({ statement: { body } }) => {
    switch (body.type) {
      case 'round':
        return [...body.leads, ...body.participants];
      case 'investment':
        return [body.investor];
      case 'syndication':
        return ['co-investors'];
      default:
        return [];
    }
  });
  return investors.length > 0 && investors.every((name) => book.partyOf(name).id === holder);
}

/** In one fact, or in words of one text that overlap. */
function isSaidTogether(one: Statement, other: Statement): boolean {
  if (one.id === other.id) return false;
  if (one.kind === 'fact') return other.kind === 'fact' && factOf(one) === factOf(other);
  const [a, b] = [one.quoteSpan, other.quoteSpan];
  return one.sourceId === other.sourceId && a !== undefined && b !== undefined && a[0] < b[1] && b[0] < a[1];
}

const factOf = ({ id }: Statement): string | undefined => id.split('#')[0];
