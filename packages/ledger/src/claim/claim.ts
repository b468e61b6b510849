import type { Qualifier, StatedAmount } from '@tranche/core/money';
import type { Rational } from '@tranche/core/rational';
import type { PartialDate } from '@tranche/core/time';
import type { Tier } from '../source/index.ts';

/**
 * What one source says of one property of one subject. Field names are those of the published claim schema
 * (docs/reference/claim-schema.md), so that a claim reads the same in files, over HTTP and in code.
 * A claim never changes; a judgement about it is a separate record.
 */
export type Claim = ClaimBody & Grounded;

/** What is said, apart from where and how it was said. Reference facts have a body and sources, but no quote. */
export type ClaimBody =
  | RoundBody
  | TrancheBody
  | InvestmentBody
  | SyndicationBody
  | ValuationBody
  | StakeBody
  | ControlBody
  | PledgeBody
  | VentureBody
  | RankBody
  | FxBody
  | NoExternalFundingBody;

export type ClaimType = ClaimBody['type'];

export const DEAL_STATUSES = [
  'rumoured',
  'in_talks',
  'planned',
  'agreed',
  'closed',
  'completed',
  'abandoned',
] as const;
export type DealStatus = (typeof DEAL_STATUSES)[number];

/** New securities from the issuer; existing ones from a holder (no new money); borrowed money; a grant. */
export type MoneyKind = 'primary' | 'secondary' | 'debt' | 'grant';

/** Half-open range of UTF-16 code units in the source's stored text. */
export type Span = readonly [start: number, end: number];

/** Who vouches for the claim inside its document; `relay_of` names the outlet whose report is passed on. */
export interface Attribution {
  readonly kind: Tier;
  readonly name?: string;
  readonly relay_of?: string;
}

/** Where a claim stands in its text, and how the text puts it. */
export interface Grounded {
  /** Exact substring of the stored text, at most 400 characters, within one line. */
  readonly quote: string;
  readonly quote_span: Span;
  /** Where each argument stands: `amount`, `leads[0]`, `post_money`, ... */
  readonly spans: Readonly<Record<string, Span>>;
  readonly attribution?: Attribution;
  /** The hedging words as written: "reportedly", "as early as". */
  readonly hedge?: string;
  /** The text mentions this only to reject it. */
  readonly denied?: boolean;
  /** The language model that drafted it; absent where the rules read it. Its quote and figures are the text's all the same. */
  readonly drafted_by?: string;
}

/** A financing under shared headline terms: equity, loan, grant or tender, as `instrument` and `money` say. */
export interface RoundBody {
  readonly type: 'round';
  readonly issuer: string;
  readonly amount?: StatedAmount;
  readonly stage?: string;
  readonly instrument?: string;
  readonly money?: MoneyKind;
  readonly pre_money?: StatedAmount;
  readonly post_money?: StatedAmount;
  readonly valuation_unspecified?: StatedAmount;
  readonly date?: PartialDate;
  readonly status: DealStatus;
  readonly leads: readonly string[];
  readonly participants: readonly string[];
  readonly use_of_proceeds?: readonly string[];
  readonly condition?: string;
  /** Identifier of the deal; only in annotated text. The ledger groups without it. */
  readonly label?: string;
}

/** Part of one deal set apart by time, condition or kind of money. */
export interface TrancheBody {
  readonly type: 'tranche';
  readonly issuer: string;
  readonly round?: string;
  readonly amount: StatedAmount;
  readonly when?: PartialDate;
  readonly condition?: string;
  readonly payer?: string;
  readonly money?: MoneyKind;
  readonly status: DealStatus;
}

/** One investor's own amount, date, status or option. */
export interface InvestmentBody {
  readonly type: 'investment';
  readonly investor: string;
  readonly issuer: string;
  readonly amount?: StatedAmount;
  readonly round?: string;
  readonly when?: PartialDate;
  readonly condition?: string;
  /** The closing or tranche the payment belongs to, in the text's words ("first closing"). */
  readonly closing?: string;
  readonly money?: MoneyKind;
  readonly status: DealStatus;
}

/** The part of a commitment that `investor` passes on to, or brings in from, co-investors. */
export interface SyndicationBody {
  readonly type: 'syndication';
  readonly investor: string;
  readonly issuer: string;
  readonly amount?: StatedAmount;
  readonly round?: string;
  readonly when?: PartialDate;
  readonly condition?: string;
  readonly closing?: string;
  readonly status?: DealStatus;
}

export type ValuationBasis = 'pre' | 'post' | 'unspecified';

export interface ValuationBody {
  readonly type: 'valuation';
  readonly entity: string;
  readonly amount: StatedAmount;
  readonly basis: ValuationBasis;
  readonly when?: PartialDate;
  readonly status: DealStatus;
}

export const STAKE_WAYS = ['direct', 'look_through'] as const;
/** Held by the holder itself; or a total over all levels of a structure, which is no holding beside the direct ones. */
export type StakeWay = (typeof STAKE_WAYS)[number];

/** `percent` is in percent as printed (27 for 27%), exact. */
export interface StakeBody {
  readonly type: 'stake';
  readonly holder: string;
  readonly entity: string;
  readonly percent: Rational;
  readonly qualifier: Qualifier;
  /** Of what it is a share, in the source's words: "as-converted, diluted", "capped profit interest". */
  readonly basis?: string;
  /** Absent where the source does not say; what is said of a holder is then taken as its own. */
  readonly through?: StakeWay;
  /** What the stake is said to be worth. */
  readonly value?: StatedAmount;
  readonly when?: PartialDate;
  readonly status: DealStatus;
}

/** Board rights, general partner, majority of votes: control, kept apart from economics. */
export interface ControlBody {
  readonly type: 'control';
  readonly holder: string;
  readonly entity: string;
  readonly how: string;
  readonly when?: PartialDate;
  readonly status: DealStatus;
}

/** Money promised to a venture, programme or supplier, rather than for shares (claim type `commitment`). */
export interface PledgeBody {
  readonly type: 'commitment';
  readonly by?: string;
  readonly to: string;
  readonly amount: StatedAmount;
  readonly period?: string;
  /** `primary` is a contribution of equity, `debt` a loan; absent where the source does not say. */
  readonly money?: MoneyKind;
  readonly status: DealStatus;
}

export interface VentureBody {
  readonly type: 'venture';
  readonly name: string;
  readonly partners: readonly string[];
  readonly roles: readonly { readonly party: string; readonly role: string }[];
}

/** `claim` is snake_case: largest_investor, largest_private_funding_round, most_valuable_private_company, ... */
export interface RankBody {
  readonly type: 'rank';
  readonly subject: string;
  readonly claim: string;
  readonly object?: string;
  readonly over?: string;
  readonly status?: DealStatus;
}

/** A conversion printed in the text between two amounts, or a printed rate; in whole units, exact. */
export interface FxBody {
  readonly type: 'fx';
  readonly from: { readonly currency: string; readonly value: Rational };
  readonly to: { readonly currency: string; readonly value: Rational };
}

export interface NoExternalFundingBody {
  readonly type: 'no_external_funding';
  readonly entity: string;
}

export type RoundClaim = RoundBody & Grounded;
export type TrancheClaim = TrancheBody & Grounded;
export type InvestmentClaim = InvestmentBody & Grounded;
export type SyndicationClaim = SyndicationBody & Grounded;
export type ValuationClaim = ValuationBody & Grounded;
export type StakeClaim = StakeBody & Grounded;
export type ControlClaim = ControlBody & Grounded;
export type PledgeClaim = PledgeBody & Grounded;
export type VentureClaim = VentureBody & Grounded;
export type RankClaim = RankBody & Grounded;
export type FxClaim = FxBody & Grounded;
export type NoExternalFundingClaim = NoExternalFundingBody & Grounded;

/** A claim as the ledger holds it: with an identity by content and the source it came from. */
export interface LedgerClaim {
  /** `c-` and 16 hexadecimal digits: SHA-256 of what is said and where, leaving out times and judgements. */
  readonly id: string;
  readonly sourceId: string;
  readonly claim: Claim;
}
