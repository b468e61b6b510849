import type { Reconciliation, Share } from '@tranche/core/financing';
import type { FormulaGraph } from '@tranche/core/formula';
import type { PartialDate, PlainDate } from '@tranche/core/time';
import type { DealStatus, MoneyKind } from '../claim/index.ts';

/** `mixed` is a total over money of several kinds, such as "debt and equity". */
export type DealMoney = MoneyKind | 'mixed';

/** As-of is when things had happened, known-on is what had been published; both inclusive. */
export interface Dates {
  readonly asOf: PlainDate;
  readonly knownOn: PlainDate;
}

export interface DealSummary {
  /** Issuer, year and kind of money of its first mention: does not change when later reports arrive. */
  readonly id: string;
  readonly title: string;
  /** Party id and its name. */
  readonly issuer: string;
  readonly issuerName: string;
  readonly money: DealMoney;
  readonly status: DealStatus;
  /** The chosen size, ready to print; "size not stated" if none is. */
  readonly size: string;
  readonly valuation?: string;
  readonly firstKnown: PlainDate;
  readonly lastKnown: PlainDate;
  /** How many texts and facts speak of it. */
  readonly sources: number;
  /** Ids of everything that was said of it, with why it belongs here. */
  readonly statements: readonly JoinedStatement[];
  /** Fields for which something other than the chosen value was said. */
  readonly conflicts: number;
}

/** A deal that a statement could be about, and how much speaks for it by the joining rule. */
export interface Candidate {
  readonly deal: string;
  readonly points: number;
}

export interface JoinedStatement {
  readonly id: string;
  readonly joinedBecause: string;
  /** How much speaks for it by the joining rule; absent where it opened the deal or a person decided. */
  readonly points?: number;
  /** The other deal that came nearest when it was said. */
  readonly runnerUp?: Candidate;
}

/** A statement about an issuer's financing that belongs to none of its deals. */
export interface LooseStatement {
  readonly id: string;
  readonly because: string;
  /** The deal that came nearest when it was said. */
  readonly nearest?: Candidate;
}

export interface Alternative {
  readonly text: string;
  /** Node of the view's graph, where the value is a number. */
  readonly node?: string;
  readonly passedOverBecause: string;
  /** What choosing it would change. */
  readonly effect?: string;
  /** Independent origins that say it: relays of one origin count once. */
  readonly origins?: number;
  readonly statements: readonly string[];
}

/** One field of the deal, as chosen by the rule. */
export interface Term {
  readonly field: string;
  readonly label: string;
  readonly text: string;
  readonly node?: string;
  /** Why this value, in words. */
  readonly rule: string;
  /** Independent origins that say it: relays of one origin count once. */
  readonly origins?: number;
  readonly statements: readonly string[];
  readonly alternatives: readonly Alternative[];
}

export interface SliceView {
  /** The payer as a person reads it. */
  readonly payer: string;
  readonly share: Share;
  /** What was to be paid, before any payment amended it. */
  readonly planned?: string;
  readonly committed: string;
  readonly drawn: string;
  readonly undrawn: string;
  readonly status: DealStatus;
  /** False where it was due, and no text tells whether it was paid. */
  readonly isDrawnKnown: boolean;
  /** Why that much counts as drawn. */
  readonly drawnBecause: string;
  readonly statements: readonly string[];
}

export type ConditionState = 'none' | 'open' | 'met' | 'failed';

export interface Fallback {
  readonly text: string;
  readonly node?: string;
  readonly statements: readonly string[];
}

export interface TrancheView {
  readonly id: string;
  readonly label: string;
  readonly amount: string;
  readonly money: DealMoney;
  readonly status: DealStatus;
  readonly planned?: PartialDate;
  readonly paid?: PartialDate;
  readonly condition?: string;
  readonly conditionState: ConditionState;
  readonly fallback: readonly Fallback[];
  readonly slices: readonly SliceView[];
  /** How payments and parts were tied to it, where the texts do not say so themselves. */
  readonly joins: readonly string[];
  readonly statements: readonly string[];
}

export interface PayerView {
  readonly payer: string;
  readonly share: Share;
  readonly committed: string;
  readonly drawn: string;
  readonly undrawn: string;
}

export interface ImpliedStakeView {
  readonly label: string;
  readonly basis: string;
  readonly node: string;
}

/** Parts beside the stated whole; the remainder is a node and is shown, never spread. */
export interface ReconciliationView extends Omit<Reconciliation, 'agrees'> {
  readonly label: string;
  readonly parts: readonly SumPart[];
  readonly stated: string;
  /** Ids of what states the whole. */
  readonly statedBy: readonly string[];
  readonly agrees: boolean;
}

export interface SumPart {
  readonly label: string;
  readonly node: string;
  readonly statements: readonly string[];
}

/** What holds of the money if a condition fails, by one reading of what was said of that. */
export interface FallbackReading {
  readonly text: string;
  /** Node: committed in all; absent where more is paid already than the reading leaves. */
  readonly committed?: string;
  readonly payers: readonly { readonly payer: string; readonly before: string; readonly after: string }[];
  readonly statements: readonly string[];
}

/** What was said to hold if the condition of a tranche fails. Nothing is chosen among the readings. */
export interface FallbackChoice {
  readonly label: string;
  readonly condition: string;
  /** Why it can no longer come about; absent while it is open. */
  readonly closedBecause?: string;
  /** Node: committed in all as it stands. */
  readonly committed: string;
  readonly readings: readonly FallbackReading[];
}

export interface Assumption {
  readonly id: string;
  readonly text: string;
}

export type EventKind =
  | 'reported'
  | 'agreed'
  | 'closed'
  | 'completed'
  | 'abandoned'
  | 'upsized'
  | 'cut'
  | 'revalued'
  | 'superseded'
  | 'denied'
  | 'paid'
  | 'condition_met'
  | 'condition_failed'
  /** Bound to be paid by a day that has passed, and not reported as paid. */
  | 'overdue'
  /** A plan or an option that nobody is bound to, whose day has passed without a report. */
  | 'lapsed'
  | 'judged';

export interface DealEvent {
  /** The day it became known. */
  readonly knownFrom: PlainDate;
  readonly happened?: PartialDate;
  readonly kind: EventKind;
  readonly text: string;
  readonly statements: readonly string[];
}

/** One financing as of and as known on two dates: a pure view of statements and judgements. */
export interface DealView extends DealSummary, Dates {
  readonly terms: readonly Term[];
  readonly tranches: readonly TrancheView[];
  readonly payers: readonly PayerView[];
  readonly totals: { readonly committed: string; readonly drawn: string; readonly undrawn: string };
  readonly impliedStakes: readonly ImpliedStakeView[];
  readonly reconciliations: readonly ReconciliationView[];
  readonly fallbacks: readonly FallbackChoice[];
  /** What was said of the issuer's financing and belongs to no deal, where this one came nearest. */
  readonly notJoined: readonly LooseStatement[];
  readonly assumptions: readonly Assumption[];
  readonly events: readonly DealEvent[];
  /** Every node named above lives here. */
  readonly graph: FormulaGraph;
  /** Currency code of the amounts. */
  readonly unit: string;
}

export interface TimelinePoint {
  readonly knownOn: PlainDate;
  readonly text: string;
  readonly node?: string;
  readonly status?: DealStatus;
  readonly statements: readonly string[];
}

export interface TimelineSeries {
  readonly field: string;
  readonly label: string;
  readonly unit: string;
  readonly points: readonly TimelinePoint[];
}

/** How each figure evolved: one point per change of what was known. Nodes live in `graph`. */
export interface Timeline {
  readonly deal: string;
  readonly series: readonly TimelineSeries[];
  readonly events: readonly DealEvent[];
  readonly graph: FormulaGraph;
}

export type Measure = 'committed' | 'paid' | 'stake';

/** On what a stated share rests, and what else was said of it. */
export interface RankedStake {
  /** In the source's words; absent where no source says. */
  readonly basis?: string;
  /** The day it is said for. */
  readonly on: PlainDate;
  /** Why it counts among what was said. */
  readonly rule: string;
  readonly passedOver: readonly {
    readonly node: string;
    readonly basis?: string;
    readonly on: PlainDate;
    readonly because: string;
    readonly statements: readonly string[];
  }[];
}

export interface RankingRow {
  readonly rank: number;
  readonly party: string;
  /** Node: new money only, for amounts; fraction of 1 for stakes. */
  readonly node: string;
  /** Node: purchases from other holders counted too; only where there are any. */
  readonly withSecondary?: string;
  /** A group such as "other investors": shown, and never the single largest holder. */
  readonly group: boolean;
  readonly note?: string;
  /** Of stakes only. */
  readonly stake?: RankedStake;
  readonly statements: readonly string[];
}

/** A running total on which sources disagree. */
export interface RankingConflict {
  readonly label: string;
  /** Node: the total that counts. */
  readonly chosen: string;
  readonly rule: string;
  readonly statements: readonly string[];
  readonly options: readonly {
    /** Node of the graph. */
    readonly node: string;
    readonly because: string;
    /** What the investor would be measured at, and who would be first. */
    readonly effect: string;
    readonly statements: readonly string[];
  }[];
}

export interface InvestorRanking extends Dates {
  readonly issuer: string;
  readonly measure: Measure;
  readonly basis: string;
  /** The first investor, or why it cannot be told. */
  readonly answer: string;
  readonly decided: boolean;
  readonly rows: readonly RankingRow[];
  readonly conflicts: readonly RankingConflict[];
  /** What would decide it: the open amounts of those who may be first. */
  readonly missing: readonly string[];
  readonly assumptions: readonly Assumption[];
  readonly graph: FormulaGraph;
  readonly unit: string;
}
