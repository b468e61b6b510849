import { ok, type Result } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import {
  listDeals,
  type Measure,
  rankInvestors,
  timelineOf,
  viewDeal,
  viewDealWithEffects,
} from '@tranche/ledger/deal';
import { partyBook } from '@tranche/ledger/party';
import type { Ledger } from '@tranche/ledger/statement';
import { dealSummaryOf, dealViewOf, rankingViewOf, timelineViewOf } from '../deal/index.ts';
import { judgedEvidence } from '../evidence/index.ts';
import { judgementsOnDeal } from '../judgement/index.ts';
import { dealProceedsOf, exitValues } from '../proceeds/index.ts';
import type {
  DealProceedsView,
  DealSummaryView,
  DealView,
  RankingView,
  TimelineView,
} from '../views/index.ts';
import { type AskedDates, resolveDates } from './dates.ts';

/** The questions about deals, answered on one ledger and one day. Pure: asked twice, answered the same. */
export interface DealAnswers {
  deals(on?: AskedDates): readonly DealSummaryView[];
  /** Fails: UNKNOWN_DEAL, naming the deals that are known on the date. */
  deal(id: string, on?: AskedDates): Result<DealView>;
  timeline(id: string, knownOn?: PlainDate): Result<TimelineView>;
  /** As far as the evidence goes. Fails: UNKNOWN_DEAL; MISSING_FIELD, BAD_NUMBER and NEGATIVE_AMOUNT of an exit value. */
  proceeds(id: string, at: readonly string[], on?: AskedDates): Result<DealProceedsView>;
  /** Fails: UNKNOWN_ISSUER. */
  ranking(issuer: string, measure: Measure, on?: AskedDates): Result<RankingView>;
}

export function dealAnswers(ledger: Ledger, today: PlainDate): DealAnswers {
  return {
    deals: (on = {}) => listDeals(ledger, resolveDates(on, today)).map(dealSummaryOf),
    deal: (id, on = {}) => {
      const view = viewDealWithEffects(ledger, id, resolveDates(on, today));
      if (!view.ok) return view;
      const evidence = judgedEvidence(ledger, view.value.knownOn);
      return ok(dealViewOf(view.value, evidence, judgementsOnDeal(ledger, view.value)));
    },
    timeline: (id, knownOn = today) => {
      const timeline = timelineOf(ledger, id, { knownOn });
      return timeline.ok ? ok(timelineViewOf(timeline.value, judgedEvidence(ledger, knownOn))) : timeline;
    },
    proceeds: (id, at, on = {}) => {
      const values = exitValues(at);
      if (!values.ok) return values;
      const view = viewDeal(ledger, id, resolveDates(on, today));
      return view.ok
        ? ok(dealProceedsOf(view.value, values.value, judgedEvidence(ledger, view.value.knownOn)))
        : view;
    },
    ranking: (issuer, measure, on = {}) => {
      const ranking = rankInvestors(ledger, { issuer, measure, ...resolveDates(on, today) });
      return ranking.ok
        ? ok(rankingViewOf(ranking.value, nameOf(issuer), judgedEvidence(ledger, ranking.value.knownOn)))
        : ranking;
    },
  };
}

/** The name a company is known by, for any of its names. */
const nameOf = (issuer: string): string => partyBook().partyOf(issuer).name;
