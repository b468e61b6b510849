import type {
  ClaimView,
  DealSummaryView,
  DealView,
  RankingView,
  SourceSummaryView,
  SourceView,
  TrancheView,
  VerdictView,
} from '@tranche/service/views';

export type Measure = RankingView['measure'];
export type SliceView = TrancheView['slices'][number];
export type PayerView = DealView['payers'][number];
export type ImpliedStakeView = DealView['impliedStakes'][number];
export type ReconciliationView = DealView['reconciliations'][number];
export type FindingView = VerdictView['findings'][number];
export type Verdict = VerdictView['verdict'];
export type DocumentVerdictView = SourceView['documentVerdicts'][number];
export type Span = ClaimView['quoteSpan'];

export interface HealthAnswer {
  readonly version: string;
  /** The language model that reports may be drafted with; absent where the server has none. */
  readonly drafts?: string;
}

export interface DealsAnswer {
  readonly deals: readonly DealSummaryView[];
}

export interface SourcesAnswer {
  readonly sources: readonly SourceSummaryView[];
}
