import type { GraphBuilder, Grounds } from '@tranche/core/formula';
import { boundsOf, type StatedAmount } from '@tranche/core/money';
import type { Result } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import type { ClaimBody, ClaimType, LedgerClaim } from '../claim/index.ts';
import type { Dates, InvestorRanking, Measure } from '../deal/index.ts';
import type { LeagueDeal, LeagueSources, PublishedRate } from '../league/index.ts';
import type { PartyBook } from '../party/index.ts';
import type { Tier } from '../source/index.ts';
import type { Statement } from '../statement/index.ts';

/** Ranks the investors of an issuer; the ledger's own ranking, so that a check and an answer never differ. */
export type RankInvestors = (question: {
  readonly issuer: string;
  readonly measure: Measure;
  readonly asOf: PlainDate;
  readonly knownOn: PlainDate;
}) => Result<InvestorRanking>;

/** What a table of the largest is made from on two dates: the same as the question `league` is answered from. */
export type SourcesOfLeague = (dates: Dates) => LeagueSources;

/** All that a check may look at: what was known on one day, and the document the claim stands in. */
export interface Bench {
  readonly builder: GraphBuilder;
  /** The day the document speaks on: its publication. */
  readonly spokenOn: PlainDate;
  readonly knownOn: PlainDate;
  /** The tier of what the document says in its own voice. */
  readonly tier: Tier;
  /** What others had said by `knownOn`. */
  readonly statements: readonly Statement[];
  /** What had been said by then that is no second source: another telling of the same story, a relay of it. */
  readonly copies: readonly Statement[];
  /** What the same document says besides the claim. */
  readonly others: readonly LedgerClaim[];
  /** Rates published by `knownOn`. */
  readonly rates: readonly PublishedRate[];
  readonly league: readonly LeagueDeal[];
  readonly leagueSources?: SourcesOfLeague;
  readonly parties: PartyBook;
  readonly rankInvestors?: RankInvestors;
}

export type StatementOf<T extends ClaimType> = Statement & {
  readonly body: Extract<ClaimBody, { readonly type: T }>;
};

/** What others had said of one type, denials left out. */
export const statementsOfType = <T extends ClaimType>(bench: Bench, type: T): readonly StatementOf<T>[] =>
  bench.statements.filter((one): one is StatementOf<T> => one.body.type === type && !one.denied);

export type OtherOf<T extends ClaimType> = LedgerClaim & {
  readonly claim: Extract<LedgerClaim['claim'], { readonly type: T }>;
};

/** What the document says of one type, denials left out. */
export const othersOfType = <T extends ClaimType>(bench: Bench, type: T): readonly OtherOf<T>[] =>
  bench.others.filter((one): one is OtherOf<T> => one.claim.type === type && one.claim.denied !== true);

export const sameParty = (bench: Bench, one: string, other: string): boolean =>
  bench.parties.partyOf(one).id === bench.parties.partyOf(other).id;

export const groundsOf = ({ kind, id }: Pick<Statement, 'kind' | 'id'>): readonly Grounds[] => [{ kind, id }];

/** A stated amount as an input of the graph. */
export const amountNode = (
  bench: Bench,
  label: string,
  amount: StatedAmount,
  grounds: readonly Grounds[],
  more: { readonly basis?: string; readonly date?: string } = {},
): string =>
  bench.builder.input({
    label,
    unit: amount.currency,
    bounds: boundsOf(amount),
    qualifier: amount.qualifier,
    grounds,
    ...more,
  });
