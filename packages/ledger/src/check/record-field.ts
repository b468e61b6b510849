import { formatQuantity } from '@tranche/core/display';
import { exactValue } from '@tranche/core/formula';
import type { LeagueRow, LeagueRule } from '@tranche/core/league';
import { headlineValue, type StatedAmount } from '@tranche/core/money';
import type { DealStatus, RankClaim } from '../claim/index.ts';
import { isOpen, moneyOf, roundsTo } from '../compare/index.ts';
import {
  type EnteredDeal,
  type EnteredDeals,
  enterDeals,
  firstOf,
  flagWords,
  isNear,
  type LeagueSources,
  type LeagueTable,
  leagueTable,
} from '../league/index.ts';
import { amountNode, type Bench, othersOfType, sameParty } from './bench.ts';

/** The table is in this currency: most large rounds are, and others are converted into it. */
export const UNIT = 'USD';

/** So many of the largest are held against a record. */
const RANKS = 10;

/** The deal a record claim is about. */
export interface Contender {
  readonly issuer: string;
  readonly amount: StatedAmount;
  readonly status: DealStatus | undefined;
  readonly node: string;
  readonly evidence: readonly string[];
}

/** What a record is held against: the deals entered on the document's day, the contender's own set apart. */
export interface RecordField {
  readonly bench: Bench;
  readonly contender: Contender | undefined;
  readonly entered: EnteredDeals;
  /** Ids of the entries that are the contender itself. */
  readonly own: ReadonlySet<string>;
}

export function recordField(bench: Bench, claim: RankClaim): RecordField {
  const { builder, rates, parties, spokenOn: asOf, knownOn } = bench;
  const sources = sourcesOf(bench);
  const isSubject = (name: string): boolean =>
    sameParty(bench, claim.subject, name) || mentions(claim.subject, bench.parties.partyOf(name).name);
  const isNamed = (issuer: string): boolean =>
    isSubject(issuer) || (claim.over !== undefined && sameParty(bench, issuer, claim.over));
  const wanted = new Set(sources.issuers.map(({ issuer }) => issuer).filter(isNamed));
  const dates = { asOf, knownOn };
  const entered = enterDeals(builder, {
    ...sources,
    ...dates,
    rates,
    parties,
    unit: UNIT,
    ranks: RANKS,
    wanted,
  });
  const contender = saidInText(bench, claim, isSubject) ?? inTable(bench, claim, entered, isSubject);
  const deals = contender === undefined ? [] : [...entered.deals.values()];
  const own = deals.filter((deal) => contender !== undefined && isItself(bench, deal, contender));
  return { bench, contender, entered, own: new Set(own.map(({ entry }) => entry.id)) };
}

/** Deals of the workspace that only the document itself, or a retelling of it, speaks of are no evidence. */
function sourcesOf({ league, leagueSources, statements, spokenOn: asOf, knownOn }: Bench): LeagueSources {
  if (leagueSources === undefined) return { deals: league, issuers: [] };
  const { deals, issuers } = leagueSources({ asOf, knownOn });
  const counted = new Set(statements.map(({ id }) => id));
  return {
    deals,
    issuers: issuers.map((one) => ({
      ...one,
      financings: () => one.financings().filter((deal) => deal.statements.some((id) => counted.has(id))),
    })),
  };
}

/** The table under a rule, the contender's own deal left out. */
export const fieldTable = ({ bench, entered, own }: RecordField, rule: LeagueRule): LeagueTable =>
  leagueTable(bench.builder, entered, rule, own);

/** The contender's own row under a rule, once its deal stands among those entered. */
export function ownRow({ bench, entered, own }: RecordField, rule: LeagueRule): LeagueRow | undefined {
  if (own.size === 0) return undefined;
  const others = new Set([...entered.deals.keys()].filter((id) => !own.has(id)));
  return firstOf(leagueTable(bench.builder, entered, rule, others))[0];
}

/** The round by what the document itself says of it. */
function saidInText(
  bench: Bench,
  claim: RankClaim,
  isSubject: (name: string) => boolean,
): Contender | undefined {
  const [largest] = othersOfType(bench, 'round')
    .filter(({ claim: round }) => round.amount?.currency === UNIT && moneyOf(round) !== 'debt')
    .filter(({ claim: round }) => isSubject(round.issuer) || [...round.leads].some(isSubject))
    .filter(({ claim: round }) => claim.status === undefined || isOpen(round.status) === isOpen(claim.status))
    .toSorted((one, other) => compareAmounts(other.claim.amount, one.claim.amount));
  const amount = largest?.claim.amount;
  if (largest === undefined || amount === undefined) return undefined;
  const { id, claim: round } = largest;
  const node = amountNode(bench, 'the round as the document has it', amount, [{ kind: 'claim', id }]);
  return { issuer: round.issuer, amount, status: claim.status ?? round.status, node, evidence: [id] };
}

/** Or by the table, if its deal stands in it already. */
function inTable(
  { spokenOn }: Bench,
  claim: RankClaim,
  { deals }: EnteredDeals,
  isSubject: (name: string) => boolean,
): Contender | undefined {
  const [found] = [...deals.values()]
    .filter(
      ({ issuer, headlines }) => isSubject(issuer) && headlines.some(({ from }) => isNear(from, spokenOn)),
    )
    .flatMap((deal) => {
      const amount = deal.headlines.at(-1)?.amount;
      const node = deal.entry.announced.at(-1)?.equity;
      return amount === undefined || node === undefined ? [] : [{ deal, amount, node }];
    })
    .toSorted((one, other) => compareAmounts(other.amount, one.amount));
  if (found === undefined) return undefined;
  const { deal, amount, node } = found;
  return { issuer: deal.issuer, amount, status: claim.status ?? 'agreed', node, evidence: deal.statements };
}

const isItself = (bench: Bench, { issuer, headlines }: EnteredDeal, contender: Contender): boolean =>
  sameParty(bench, issuer, contender.issuer) &&
  headlines.some(({ from }) => isNear(from, bench.spokenOn)) &&
  headlines.some(({ amount }) => roundsTo(headlineValue(amount), headlineValue(contender.amount)));

export function amountText({ builder }: Bench, node: string): string {
  const bounds = builder.boundsOf(node);
  const value = exactValue(bounds) ?? bounds.high ?? bounds.low;
  if (value === undefined) return 'an unknown amount';
  const word = bounds.vague ? 'about ' : exactValue(bounds) === undefined ? 'up to ' : '';
  return `${word}${formatQuantity(value, UNIT)}`;
}

export const flagText = (flags: readonly string[]): string =>
  flags.length === 0 ? '' : ` (${flagWords(flags)})`;

const mentions = (text: string, name: string): boolean => text.toLowerCase().includes(name.toLowerCase());

const compareAmounts = (one: StatedAmount | undefined, other: StatedAmount | undefined): number =>
  one === undefined || other === undefined ? 0 : headlineValue(one).compare(headlineValue(other));
