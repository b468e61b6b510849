import { fail, ok, type Result } from '@tranche/core/result';
import { type AskedDates, isDealOf } from '../answers/index.ts';
import {
  type DealProceedsView,
  type DealSummaryView,
  type DealView,
  MEASURES,
  type RankingView,
  type TimelineView,
} from '../views/index.ts';
import type { Workspace } from '../workspace/index.ts';

/** The questions that can be asked by name, each with what it is about. */
export const QUESTIONS = {
  largest_investor: 'who has put most into a company: by committed or paid money, or by stake',
  round_terms: 'the terms of a deal, with what was passed over',
  committed_drawn: 'what is committed, drawn and undrawn, per tranche and payer',
  timeline: 'how each figure of a deal evolved',
  proceeds: 'who gets what at an exit: computed of a deal file, of a deal as far as the evidence goes',
} as const;

export type QuestionName = keyof typeof QUESTIONS;

export interface Question extends AskedDates {
  readonly question: string;
  /** A company by name, or the id of a deal. */
  readonly subject: string;
  readonly measure?: string | undefined;
  /** Exit values, for `proceeds`. */
  readonly at?: readonly string[] | undefined;
}

/** The answer in a sentence, with the view it was taken from: value, basis, dates, derivation and conflicts. */
export type Answer = {
  readonly subject: string;
  readonly answer: string;
} & (
  | { readonly question: 'largest_investor'; readonly view: RankingView }
  | { readonly question: 'round_terms' | 'committed_drawn'; readonly view: DealView }
  | { readonly question: 'timeline'; readonly view: TimelineView }
  | { readonly question: 'proceeds'; readonly view: DealProceedsView }
);

/**
 * Answers one of the questions. Fails: UNKNOWN_QUESTION, UNKNOWN_MEASURE, UNKNOWN_SUBJECT, AMBIGUOUS_SUBJECT
 * (a company with several deals, where a deal is asked about), UNKNOWN_ISSUER; of exit values as `exitValues`.
 */
export async function ask(workspace: Workspace, question: Question): Promise<Result<Answer>> {
  const { question: name, subject, measure = 'committed', at = [], ...on } = question;
  switch (name) {
    case 'largest_investor': {
      const known = MEASURES.find((one) => one === measure);
      if (known === undefined) {
        return fail('UNKNOWN_MEASURE', 'by', `"${measure}" is not a measure`, {
          expected: MEASURES.join(', '),
        });
      }
      const ranking = await workspace.ranking(subject, known, on);
      return ranking.ok
        ? ok({
            question: name,
            subject: ranking.value.issuer,
            answer: ranking.value.answer,
            view: ranking.value,
          })
        : ranking;
    }
    case 'round_terms':
    case 'committed_drawn':
    case 'timeline': {
      const deal = await dealOf(workspace, subject, on);
      return deal.ok ? askOfDeal(workspace, name, deal.value, on) : deal;
    }
    case 'proceeds': {
      const deal = await dealOf(workspace, subject, on);
      if (!deal.ok) return deal;
      const view = await workspace.proceeds(deal.value.id, at, on);
      return view.ok
        ? ok({ question: name, subject: deal.value.id, answer: view.value.answer, view: view.value })
        : view;
    }
    default:
      return fail('UNKNOWN_QUESTION', 'question', `"${name}" is not a question`, {
        expected: Object.keys(QUESTIONS).join(', '),
      });
  }
}

async function askOfDeal(
  workspace: Workspace,
  question: 'round_terms' | 'committed_drawn' | 'timeline',
  { id, title }: DealSummaryView,
  on: AskedDates,
): Promise<Result<Answer>> {
  if (question === 'timeline') {
    const timeline = await workspace.timeline(id, on.knownOn);
    if (!timeline.ok) return timeline;
    const changes = timeline.value.series.reduce((sum, { points }) => sum + points.length, 0);
    const answer = `${title}: ${timeline.value.series.length} figures with ${changes} values over time, ${timeline.value.events.length} events`;
    return ok({ question, subject: id, answer, view: timeline.value });
  }
  const view = await workspace.deal(id, on);
  if (!view.ok) return view;
  const { valuation, status, totals } = view.value;
  const answer =
    question === 'round_terms'
      ? [title, valuation, status.replaceAll('_', ' ')].filter((part) => part !== undefined).join('; ')
      : `${title}: committed ${totals.committed.text}, drawn ${totals.drawn.text}, undrawn ${totals.undrawn.text}`;
  return ok({ question, subject: id, answer, view: view.value });
}

/** A deal by its id, or the only deal of a company. */
async function dealOf(
  workspace: Workspace,
  subject: string,
  on: AskedDates,
): Promise<Result<DealSummaryView>> {
  const deals = await workspace.deals(on);
  if (!deals.ok) return deals;
  const named = deals.value.find(({ id }) => id === subject);
  if (named !== undefined) return ok(named);
  const [first, ...others] = deals.value.filter(isDealOf(subject));
  if (first === undefined) {
    return fail('UNKNOWN_SUBJECT', 'of', `nothing is known of a deal of "${subject}" on that date`, {
      expected: 'a company by name, or the id of a deal',
    });
  }
  if (others.length === 0) return ok(first);
  return fail('AMBIGUOUS_SUBJECT', 'of', `${first.issuer} has ${others.length + 1} deals`, {
    expected: `the id of one: ${[first, ...others].map(({ id }) => id).join(', ')}`,
  });
}
