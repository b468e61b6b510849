import { fail, type Result } from '@tranche/core/result';
import { type DealSummary, dealsOfIssuer, partiesOn, summaryOfDeal } from '../deal/index.ts';
import type { Party } from '../party/index.ts';
import type { QuestionContext } from './question.ts';

/** A deal by its id, or the only deal of a company. Fails: UNKNOWN_SUBJECT, AMBIGUOUS_SUBJECT. */
export function dealSubject(context: QuestionContext, of: string): Result<DealSummary> {
  const named = summaryOfDeal(context.ledger, of, context, context.rule);
  if (named.ok) return named;
  const { id: party } = partySubject(context, of);
  const [first, ...others] = dealsOfIssuer(context.ledger, party, context.knownOn);
  if (first === undefined) {
    return fail(
      'UNKNOWN_SUBJECT',
      'of',
      `nothing is known of a deal of "${of.slice(0, 80)}" on ${context.knownOn}`,
      {
        expected: 'a company by name, or the id of a deal',
      },
    );
  }
  if (others.length === 0) return summaryOfDeal(context.ledger, first.id, context, context.rule);
  return fail('AMBIGUOUS_SUBJECT', 'of', `${first.issuerName} has ${others.length + 1} deals`, {
    expected: `the id of one: ${[first, ...others].map(({ id }) => id).join(', ')}`,
  });
}

/** Who a name stands for on the day, by alias data and the judgements in force. */
export const partySubject = ({ ledger, knownOn }: QuestionContext, name: string): Party =>
  partiesOn(ledger, knownOn).partyOf(name);
