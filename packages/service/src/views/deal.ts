import { z } from 'zod';
import { dateView, derivationView, evidenceView, figureView } from './figure.ts';
import { judgementView } from './judgement.ts';

export const dealSummaryView = z
  .object({
    id: z.string(),
    title: z.string(),
    issuer: z.string(),
    money: z.string().describe('primary, secondary, debt or grant'),
    status: z.string(),
    size: z.string().describe('as chosen by the rule, ready to print'),
    valuation: z.string().optional(),
    firstKnown: dateView,
    lastKnown: dateView,
    sources: z.number(),
    statements: z.number(),
    conflicts: z.number(),
  })
  .meta({ id: 'DealSummary' });
export type DealSummaryView = z.infer<typeof dealSummaryView>;

/** A value that was not chosen, why not, and what choosing it would change. */
export const alternativeView = z.object({
  text: z.string(),
  figure: figureView.optional(),
  passedOverBecause: z.string(),
  effect: z.string().optional(),
  evidence: z.array(evidenceView),
});

/** One field of the deal as known on the date. `figure` for amounts and shares, `text` always. */
export const termView = z
  .object({
    field: z.string(),
    label: z.string(),
    text: z.string(),
    figure: figureView.optional(),
    rule: z.string(),
    evidence: z.array(evidenceView),
    alternatives: z.array(alternativeView),
  })
  .meta({ id: 'Term' });
export type TermView = z.infer<typeof termView>;

/** What one payer owes to one tranche. Own money and syndicated money are kept apart. */
export const sliceView = z
  .object({
    payer: z.string(),
    share: z.enum(['own', 'syndicated']),
    planned: figureView.optional(),
    committed: figureView,
    drawn: figureView,
    undrawn: figureView,
    status: z.string(),
    evidence: z.array(evidenceView),
  })
  .meta({ id: 'Slice' });

export const trancheView = z
  .object({
    id: z.string(),
    label: z.string(),
    amount: figureView,
    money: z.string(),
    status: z.string(),
    planned: z.string().optional().describe('partial date'),
    paid: z.string().optional().describe('partial date'),
    condition: z.string().optional(),
    conditionState: z.enum(['none', 'open', 'met', 'failed']),
    fallback: z.array(
      z.object({ text: z.string(), figure: figureView.optional(), evidence: z.array(evidenceView) }),
    ),
    slices: z.array(sliceView),
    joins: z.array(z.string()).describe('how payments were tied to it where no text says so'),
    evidence: z.array(evidenceView),
  })
  .meta({ id: 'Tranche' });
export type TrancheView = z.infer<typeof trancheView>;

export const payerView = z
  .object({
    payer: z.string(),
    share: z.enum(['own', 'syndicated']),
    committed: figureView,
    drawn: figureView,
    undrawn: figureView,
  })
  .meta({ id: 'Payer' });

export const impliedStakeView = z.object({
  label: z.string(),
  basis: z.string(),
  figure: figureView,
});

/** A sum of parts beside the stated whole; the remainder is shown, never spread. */
export const reconciliationView = z
  .object({
    label: z.string(),
    parts: z.array(figureView.extend({ label: z.string() })),
    sum: figureView,
    stated: figureView,
    remainder: figureView,
    agrees: z.boolean(),
  })
  .meta({ id: 'Reconciliation' });

export const assumptionView = z.object({ id: z.string(), text: z.string() });

export const eventView = z
  .object({
    knownFrom: dateView,
    happened: z.string().optional().describe('partial date'),
    kind: z
      .string()
      .describe('reported, upsized, cut, superseded, denied, agreed, paid, completed, condition_met, ...'),
    text: z.string(),
    evidence: z.array(evidenceView),
  })
  .meta({ id: 'Event' });
export type EventView = z.infer<typeof eventView>;

const candidateView = z.object({
  deal: z.string().describe('the id of a deal'),
  points: z.number().describe('how much speaks for it by the joining rule'),
});

/** A statement that belongs to the deal, with why, and the other deal that came nearest. */
export const memberView = z
  .object({
    evidence: evidenceView,
    joinedBecause: z.string(),
    points: z.number().optional().describe('absent where it opened the deal or a person decided'),
    runnerUp: candidateView.optional(),
  })
  .meta({ id: 'Member' });

/** A statement that belongs to no deal, with why, and the deal that came nearest. */
export const looseView = z
  .object({ evidence: evidenceView, because: z.string(), nearest: candidateView.optional() })
  .meta({ id: 'Loose' });

export const dealView = dealSummaryView
  .extend({
    asOf: dateView,
    knownOn: dateView,
    terms: z.array(termView),
    tranches: z.array(trancheView),
    payers: z.array(payerView),
    totals: z.object({ committed: figureView, drawn: figureView, undrawn: figureView }),
    impliedStakes: z.array(impliedStakeView),
    reconciliations: z.array(reconciliationView),
    members: z.array(memberView).describe('everything that was said of it, and why it belongs here'),
    notJoined: z.array(looseView).describe('what belongs to no deal, where this one came nearest'),
    conflictsPassedOver: z.array(termView).describe('the terms with alternatives'),
    assumptions: z.array(assumptionView),
    events: z.array(eventView),
    judgements: z.array(judgementView).describe('about it or what is joined to it, the latest first'),
    derivation: derivationView,
  })
  .meta({ id: 'Deal' });
export type DealView = z.infer<typeof dealView>;

/** How a figure evolved: one point per change of what was known. */
export const timelineView = z
  .object({
    deal: z.string(),
    series: z.array(
      z.object({
        field: z.string(),
        label: z.string(),
        unit: z.string(),
        points: z.array(
          z.object({
            knownOn: dateView,
            text: z.string(),
            figure: figureView.optional(),
            low: z.number().optional(),
            high: z.number().optional(),
            status: z.string().optional(),
            evidence: z.array(evidenceView),
          }),
        ),
      }),
    ),
    events: z.array(eventView),
    derivation: derivationView,
  })
  .meta({ id: 'Timeline' });
export type TimelineView = z.infer<typeof timelineView>;

export const MEASURES = ['committed', 'paid', 'stake'] as const;

export const rankingView = z
  .object({
    issuer: z.string(),
    measure: z.enum(MEASURES),
    basis: z.string(),
    asOf: dateView,
    knownOn: dateView,
    /** The first holder, or why it cannot be told. */
    answer: z.string(),
    decided: z.boolean(),
    rows: z.array(
      z.object({
        rank: z.number(),
        party: z.string(),
        figure: figureView,
        withSecondary: figureView.optional().describe('purchases from other holders counted too'),
        group: z.boolean().describe('several parties named together; never the single largest'),
        note: z.string().optional(),
        evidence: z.array(evidenceView),
      }),
    ),
    assumptions: z.array(assumptionView),
    derivation: derivationView,
  })
  .meta({ id: 'Ranking' });
export type RankingView = z.infer<typeof rankingView>;
