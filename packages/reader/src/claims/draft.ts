import type { StatedAmount } from '@tranche/core/money';
import type { PartialDate } from '@tranche/core/time';
import type { Attribution, ClaimType, DealStatus, MoneyKind, Span } from '@tranche/ledger/claim';
import type { Party } from '../party/index.ts';

/** A value with the place in the text it came from, if it stands there. */
export interface Cited<T> {
  readonly value: T;
  readonly span?: Span;
}

/** What every draft has. Drafts are filled in as the text is read and become claims at the end. */
export interface DraftBase {
  readonly type: ClaimType;
  /** The words that support it. */
  quote: Span;
  /** Counts sentences and lines, so that later sentences find their round. */
  readonly sentence: number;
  readonly line: number;
  attribution?: Attribution | undefined;
  hedge?: string | undefined;
  denied?: boolean | undefined;
}

export interface RoundDraft extends DraftBase {
  readonly type: 'round';
  readonly issuer: Cited<Party>;
  amount?: Cited<StatedAmount> | undefined;
  stage?: Cited<string> | undefined;
  instrument?: Cited<string> | undefined;
  money?: MoneyKind | undefined;
  pre?: Cited<StatedAmount> | undefined;
  post?: Cited<StatedAmount> | undefined;
  unspecified?: Cited<StatedAmount> | undefined;
  date?: Cited<PartialDate> | undefined;
  status: DealStatus;
  readonly leads: Cited<string>[];
  readonly participants: Cited<string>[];
  readonly proceeds: Cited<string>[];
  condition?: Cited<string> | undefined;
  /** An earlier or another deal than the one the text is about. */
  background: boolean;
  /** The sum of several deals or closings: nobody leads it. */
  total?: boolean | undefined;
}

export interface TrancheDraft extends DraftBase {
  readonly type: 'tranche';
  readonly issuer: Cited<Party>;
  readonly amount: Cited<StatedAmount>;
  when?: Cited<PartialDate> | undefined;
  condition?: Cited<string> | undefined;
  payer?: Cited<string> | undefined;
  /** The closing it is, in the text's words. */
  part?: string | undefined;
  money?: MoneyKind | undefined;
  status: DealStatus;
}

export interface InvestmentDraft extends DraftBase {
  readonly type: 'investment';
  readonly investor: Cited<Party>;
  readonly issuer: Cited<Party>;
  amount?: Cited<StatedAmount> | undefined;
  when?: Cited<PartialDate> | undefined;
  condition?: Cited<string> | undefined;
  closing?: Cited<string> | undefined;
  money?: MoneyKind | undefined;
  status: DealStatus;
}

export interface SyndicationDraft extends DraftBase {
  readonly type: 'syndication';
  readonly investor: Cited<Party>;
  readonly issuer: Cited<Party>;
  amount?: Cited<StatedAmount> | undefined;
  when?: Cited<PartialDate> | undefined;
  condition?: Cited<string> | undefined;
  closing?: Cited<string> | undefined;
  status: DealStatus;
}

export interface ValuationDraft extends DraftBase {
  readonly type: 'valuation';
  readonly entity: Cited<Party>;
  readonly amount: Cited<StatedAmount>;
  readonly basis: 'pre' | 'post' | 'unspecified';
  when?: Cited<PartialDate> | undefined;
  status: DealStatus;
  /** Set beside a later one: the price of a round before. */
  readonly earlier?: boolean | undefined;
  /** Told by its name alone ("a unicorn"), which says no more than what it is at least. */
  readonly byName?: boolean | undefined;
}

export interface StakeDraft extends DraftBase {
  readonly type: 'stake';
  readonly holder: Cited<string>;
  readonly entity: Cited<Party>;
  readonly percent: Cited<import('@tranche/core/rational').Rational>;
  readonly qualifier: import('@tranche/core/money').Qualifier;
  readonly basis?: Cited<string> | undefined;
  readonly value?: Cited<StatedAmount> | undefined;
  when?: Cited<PartialDate> | undefined;
  status: DealStatus;
}

export interface PledgeDraft extends DraftBase {
  readonly type: 'commitment';
  readonly by?: Cited<string> | undefined;
  readonly to: Cited<string>;
  readonly amount: Cited<StatedAmount>;
  period?: Cited<string> | undefined;
  status: DealStatus;
}

export interface VentureDraft extends DraftBase {
  readonly type: 'venture';
  readonly name: Cited<string>;
  readonly partners: Cited<string>[];
  readonly roles: { readonly party: Cited<string>; readonly role: string }[];
}

export interface RankDraft extends DraftBase {
  readonly type: 'rank';
  readonly subject: Cited<string>;
  readonly claim: string;
  object?: Cited<string> | undefined;
  over?: Cited<string> | undefined;
  status?: DealStatus | undefined;
}

export interface FxDraft extends DraftBase {
  readonly type: 'fx';
  readonly from: Cited<StatedAmount>;
  readonly to: Cited<StatedAmount>;
}

export interface NoExternalFundingDraft extends DraftBase {
  readonly type: 'no_external_funding';
  readonly entity: Cited<Party>;
}

export type Draft =
  | RoundDraft
  | TrancheDraft
  | InvestmentDraft
  | SyndicationDraft
  | ValuationDraft
  | StakeDraft
  | PledgeDraft
  | VentureDraft
  | RankDraft
  | FxDraft
  | NoExternalFundingDraft;
