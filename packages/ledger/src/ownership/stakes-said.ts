import { Rational } from '@tranche/core/rational';
import { firstDayOf, lastDayOf, type PlainDate } from '@tranche/core/time';
import type { DealStatus, StakeBody } from '../claim/index.ts';
import type { StatedStake } from '../deal/assembly/fields.ts';
import type { IssuerKnowledge } from '../deal/grouping/deals-of.ts';
import { isDone } from '../deal/grouping/mention.ts';
import type { Said } from '../deal/reconcile/index.ts';
import { rejectionsIn } from '../judgement/index.ts';
import type { Statement } from '../statement/index.ts';
import { placesOf, printingOf } from './printed.ts';

/** A percentage as it is said: of what, and for which day. */
export interface ShareSaid extends StatedStake {
  readonly basis?: string;
  /** The day it held, as far as known: its own date, else that of the report. */
  readonly on: PlainDate;
}

export interface StakeSaid extends Said<ShareSaid> {
  /** Party id of the holder. */
  readonly party: string;
  /** The vehicle that the text names in the holder's place. */
  readonly vehicle?: string;
  readonly statement: Statement;
  /** Held by the holder itself, or a total through all levels. */
  readonly isTotal: boolean;
  /** A total by comparison only: the source does not say so. */
  readonly isReadAsTotal: boolean;
  /** Said to be held on its day: neither planned nor agreed, and not denied. */
  readonly isHeld: boolean;
  readonly from: PlainDate;
  readonly isDated: boolean;
}

/**
 * The shares that each holder is said to have, or to be about to have, of a company by a day, with why those count
 * that cannot: what is planned is no holding, what was said of an earlier day gives way to a later one, and of
 * several figures for one day those give way with which all shares of that day would exceed the whole.
 */
export function stakesSaid(knowledge: IssuerKnowledge, asOf: PlainDate): ReadonlyMap<string, StakeSaid[]> {
  const said = new Map<string, StakeSaid[]>();
  for (const statement of knowledge.statements) {
    const one = stakeSaid(statement, knowledge, asOf);
    if (one !== undefined) said.set(one.party, [...(said.get(one.party) ?? []), one]);
  }
  const rejected = rejectionsIn(knowledge.judgements);
  const stands = (one: StakeSaid): boolean => one.isHeld && !rejected.has(one.statement.id);
  const told = new Map([...said].map(([party, all]) => [party, withTotals(all, stands)]));
  const direct = [...told.values()].flat().filter((one) => !one.isTotal && stands(one));
  return new Map(
    [...told].map(([party, all]) => [
      party,
      [true, false].flatMap((isTotal) =>
        withReasons(
          all.filter((one) => one.isTotal === isTotal),
          stands,
          isTotal ? [] : direct,
        ),
      ),
    ]),
  );
}

function stakeSaid(statement: Statement, { book }: IssuerKnowledge, asOf: PlainDate): StakeSaid | undefined {
  const { body, denied, knownFrom } = statement;
  if (body.type !== 'stake') return undefined;
  const own = body.when === undefined ? undefined : lastDayOf(body.when);
  const on = own !== undefined && own < knownFrom ? own : knownFrom;
  if (on > asOf) return undefined;
  const { percent, qualifier, basis, status }: StakeBody = body;
  const { id: party, vehicle } = book.partyOf(body.holder);
  return {
    party,
    ...(vehicle === undefined ? {} : { vehicle }),
    statement,
    isTotal: body.through === 'look_through',
    isReadAsTotal: false,
    isHeld: isDone(status) && !denied,
    from: (body.when === undefined ? undefined : firstDayOf(body.when)) ?? on,
    isDated: own !== undefined,
    // A plan for a share is not withdrawn with it, nor it with the plan.
    key: isDone(status) || denied ? percent.toString() : `${percent} planned`,
    value: { percent, qualifier, ...(basis === undefined ? {} : { basis }), on },
    mention: { statement, status, fallback: false, at: { to: on } },
  };
}

/**
 * Where a source states a holder's direct share, a larger one that is not called direct is a total: a direct share
 * has one size, and what is held through others comes on top of it.
 */
function withTotals(all: readonly StakeSaid[], stands: (one: StakeSaid) => boolean): readonly StakeSaid[] {
  const direct = all.filter((one) => stands(one) && wayOf(one) === 'direct').map(percentOf);
  if (direct.length === 0) return all;
  return all.map((one) =>
    wayOf(one) === undefined && stands(one) && direct.every((share) => percentOf(one).compare(share) > 0)
      ? { ...one, isTotal: true, isReadAsTotal: true }
      : one,
  );
}

const wayOf = ({ statement: { body } }: StakeSaid): StakeBody['through'] =>
  body.type === 'stake' ? body.through : undefined;

function withReasons(
  all: readonly StakeSaid[],
  stands: (one: StakeSaid) => boolean,
  direct: readonly StakeSaid[],
): StakeSaid[] {
  const compared = all.filter((one) => stands(one) && !isCoarser(one, all, stands));
  const latest = compared.map(dayOf).sort().at(-1);
  // "In December" and "on 26 December" are of one time.
  const since =
    compared
      .filter((one) => dayOf(one) === latest)
      .map(({ from }) => from)
      .sort()[0] ?? '';
  const current = compared.filter((one) => dayOf(one) >= since);
  const fitting = fittingOf(current, direct);
  const dated = fitting.filter(({ isDated }) => isDated);
  return all.map((one) => {
    const out = !one.isHeld
      ? notHeldBecause(one)
      : isCoarser(one, all, stands)
        ? 'the same figure with fewer digits'
        : dayOf(one) < since
          ? `said for an earlier day, ${dayOf(one)}`
          : current.includes(one) && !fitting.includes(one)
            ? 'with it, all shares said for that day would exceed the whole'
            : dated.length > 0 && fitting.includes(one) && !dated.includes(one)
              ? 'another figure is said for a day of its own'
              : undefined;
    return out === undefined ? one : { ...one, out };
  });
}

const PLANNED: Readonly<Partial<Record<DealStatus, string>>> = {
  agreed: 'agreed, and not reported as held',
  abandoned: 'dropped',
};

const notHeldBecause = ({ statement, mention }: StakeSaid): string =>
  statement.denied ? 'denied' : (PLANNED[mention.status] ?? 'planned, and not reported as held');

/** A figure for the same time with fewer digits says nothing that the finer one does not. */
const isCoarser = (one: StakeSaid, all: readonly StakeSaid[], stands: (one: StakeSaid) => boolean): boolean =>
  all.some(
    (other) =>
      stands(other) &&
      ROUND_WORDS.has(one.value.qualifier) &&
      dayOf(other) <= dayOf(one) &&
      (dayOf(other) === dayOf(one) || !one.isDated) &&
      (placesOf(percentOf(other)) ?? 0) > (placesOf(percentOf(one)) ?? 0) &&
      printingOf(percentOf(other), percentOf(one)) !== undefined,
  );

const ROUND_WORDS: ReadonlySet<string> = new Set(['exact', 'about', 'nearly']);

/** Of several shares said of one holder, those that leave room for what others are said to hold on the same day. */
function fittingOf(current: readonly StakeSaid[], direct: readonly StakeSaid[]): readonly StakeSaid[] {
  if (new Set(current.map(({ key }) => key)).size < 2) return current;
  const fit = current.filter((one) => {
    const others = new Map<string, Rational>();
    for (const other of direct) {
      if (other.party === one.party || dayOf(other) !== dayOf(one)) continue;
      const least = others.get(other.party);
      if (least === undefined || percentOf(other).compare(least) < 0) {
        others.set(other.party, percentOf(other));
      }
    }
    const all = [...others.values()].reduce((sum, share) => sum.plus(share), percentOf(one));
    return all.compare(HUNDRED) <= 0;
  });
  return fit.length > 0 ? fit : current;
}

const HUNDRED = Rational.of(100n);

const percentOf = ({ value }: StakeSaid): Rational => value.percent;
const dayOf = ({ value }: StakeSaid): PlainDate => value.on;
