import type { GraphBuilder } from '@tranche/core/formula';
import { headlineValue } from '@tranche/core/money';
import { type Rational, sum } from '@tranche/core/rational';
import { isBinding } from '../deal/assembly/tranches.ts';
import type { Dates } from '../deal/index.ts';
import type { PartyBook } from '../party/index.ts';
import { announcedOf, receivedOf, statedIn, type TableMoney } from './amount-nodes.ts';
import { enterFinancing, loansOfRounds } from './enter-financing.ts';
import type { Aside, EnteredDeal } from './entered.ts';
import type { Financing, IssuerDeals, LeagueSources } from './financing.ts';
import type { LeagueDeal, PublishedRate } from './league-deal.ts';
import { isNear, isSameSum } from './same-deal.ts';
import { Tops } from './tops.ts';

export interface LeagueQuestion extends Dates, LeagueSources {
  readonly rates: readonly PublishedRate[];
  readonly parties: PartyBook;
  /** Currency code of the table. */
  readonly unit: string;
  /** So many ranks are wanted: deals that cannot reach them are counted and not worked out. All when left out. */
  readonly ranks?: number;
  /** Party ids of which every deal is worked out, whatever its rank. */
  readonly wanted?: ReadonlySet<string>;
}

export interface EnteredDeals extends Dates {
  readonly unit: string;
  readonly deals: ReadonlyMap<string, EnteredDeal>;
  readonly asides: readonly Aside[];
  /** Issuers none of whose deals can reach the ranks that are wanted. */
  readonly smaller: number;
}

/**
 * Enters the deals that were announced or signed by the dates: those of the facts, and those of the workspace that
 * none of these covers. A deal of the workspace that holds the fact of an entry is that entry; one of the same
 * issuer, time and sum is taken for it, and told aside. A loan told of in one text with a round is the debt of that
 * round. What is not signed, states no amount or cannot be converted stands aside.
 * Units: other currencies are converted at the last official rate on or before `asOf`. Linear. Fails: never.
 */
export function enterDeals(builder: GraphBuilder, question: LeagueQuestion): EnteredDeals {
  const { issuers, rates, parties, asOf, knownOn, unit, ranks, wanted } = question;
  const official = rates.filter(({ kind, knownFrom }) => kind === 'official' && knownFrom <= knownOn);
  const money: TableMoney = { asOf, knownOn, unit, official };
  const standing = question.deals.filter(({ announced }) =>
    announced.some((one) => one.knownFrom <= knownOn && one.from <= asOf),
  );
  const { counterparts, others } = sortedOut(issuers, standing);
  const ofFacts = standing.map((deal) =>
    enterFact(builder, money, deal, counterparts.get(deal.id), parties.partyOf(deal.issuer).id),
  );
  const placed = ofFacts.filter(isEntered);
  const enter = (financings: readonly Financing[]): readonly (EnteredDeal | Aside)[] => {
    const loans = loansOfRounds(financings);
    const ofRounds = new Set([...loans.values()].flat());
    return financings
      .filter((financing) => !ofRounds.has(financing))
      .flatMap((financing) => enterFinancing(builder, money, financing, loans.get(financing.id) ?? []) ?? [])
      .map((one) => (isEntered(one) ? unlessSame(one, placed) : one));
  };
  const tops = new Tops(builder, ranks);
  for (const deal of placed) tops.add(deal);
  const found: (EnteredDeal | Aside)[] = [];
  let smaller = 0;
  for (const { most, of, financings } of byReach(money, others)) {
    if (most !== undefined && wanted?.has(of) !== true && tops.isBelow(most)) {
      smaller += 1;
      continue;
    }
    const entered = enter(financings());
    for (const one of entered) if (isEntered(one)) tops.add(one);
    found.push(...entered);
  }
  const all = [...ofFacts, ...found];
  return {
    asOf,
    knownOn,
    unit,
    deals: new Map(all.filter(isEntered).map((deal) => [deal.entry.id, deal])),
    asides: all.filter((one): one is Aside => !isEntered(one)),
    smaller,
  };
}

const isEntered = (one: EnteredDeal | Aside): one is EnteredDeal => 'entry' in one;

interface Others {
  readonly of: string;
  /** By currency; undefined where its deals are worked out already. */
  readonly told: IssuerDeals['most'] | undefined;
  financings(): readonly Financing[];
}

/** The deals of the workspace that tell of an entry of the facts, by its id, and by issuer those that tell of none. */
function sortedOut(
  issuers: readonly IssuerDeals[],
  standing: readonly LeagueDeal[],
): { readonly counterparts: ReadonlyMap<string, Financing>; readonly others: readonly Others[] } {
  const ids = new Set(standing.map(({ id }) => id));
  // A fact that says several things gives statements by its id and a word: `fact`, `fact#debt`.
  const isCovered = (id: string): boolean => ids.has(id.split('#')[0] ?? id);
  const counterparts = new Map<string, Financing>();
  const others = issuers.map(({ issuer, statements, most, financings }): Others => {
    if (!statements.some(isCovered)) return { of: issuer, told: most, financings };
    const left: Financing[] = [];
    for (const financing of financings()) {
      const covering = financing.statements.find(isCovered);
      if (covering === undefined) left.push(financing);
      else if (ids.has(covering)) counterparts.set(covering, financing);
    }
    return { of: issuer, told: undefined, financings: () => left };
  });
  return { counterparts, others };
}

/** The issuers by what their deals can reach at most, those first of which that cannot be told. */
function byReach(
  money: TableMoney,
  others: readonly Others[],
): readonly (Others & { readonly most: Rational | undefined })[] {
  const reaching = others.map((one) => ({ ...one, most: mostIn(money, one.told) }));
  return reaching.toSorted(({ most: one }, { most: other }) =>
    one === undefined || other === undefined
      ? Number(one !== undefined) - Number(other !== undefined)
      : other.compare(one),
  );
}

function mostIn(money: TableMoney, told: IssuerDeals['most'] | undefined): Rational | undefined {
  if (told === undefined) return undefined;
  const sums = [...told].map(([currency, value]) => statedIn(money, { currency, value, qualifier: 'exact' }));
  return sums.some((one) => one === undefined)
    ? undefined
    : sum(sums.flatMap((one) => (one === undefined ? [] : [headlineValue(one)])));
}

function enterFact(
  builder: GraphBuilder,
  money: TableMoney,
  deal: LeagueDeal,
  counterpart: Financing | undefined,
  issuer: string,
): EnteredDeal | Aside {
  const { id, label, flags } = deal;
  const statements = [...new Set(deal.announced.flatMap((one) => one.statements))];
  const announced = announcedOf(builder, money, deal);
  if (announced === undefined) {
    const because = `no rate leads from ${deal.announced[0]?.equity.currency} to ${money.unit}`;
    return { id, label, reason: 'no_rate', because, statements };
  }
  const received = receivedOf(builder, money, deal, counterpart);
  const told =
    counterpart?.size !== undefined && isBinding(counterpart.status)
      ? statedIn(money, counterpart.size)
      : undefined;
  return {
    entry: { id, label, announced, flags, ...(received === undefined ? {} : { received }) },
    issuer,
    headlines: deal.announced.flatMap(({ from, equity }) => {
      const amount = statedIn(money, equity);
      return amount === undefined ? [] : [{ from, amount }];
    }),
    statements,
    ...(counterpart === undefined ? {} : { financing: counterpart }),
    ...(told === undefined ? {} : { told }),
    isOfFacts: true,
  };
}

/** New money for shares is told once: what agrees with an entry of the facts in issuer, time and sum is that entry. */
function unlessSame(one: EnteredDeal, ofFacts: readonly EnteredDeal[]): EnteredDeal | Aside {
  const [headline] = one.headlines;
  if (headline === undefined || one.financing?.money !== 'primary') return one;
  const { id, label } = one.entry;
  const same = ofFacts.find(
    ({ issuer, headlines }) =>
      issuer === one.issuer &&
      headlines.some(({ from, amount }) => isNear(from, headline.from) && isSameSum(amount, headline.amount)),
  );
  if (same === undefined) return one;
  const because = `taken for ${same.entry.label}: one issuer, about one time, one sum`;
  return { id, label, reason: 'same_deal', because, amount: headline.amount, statements: one.statements };
}
