import { fail, ok, type Result } from '@tranche/core/result';
import { type DealSummary, listDeals } from '../deal/index.ts';
import { judgementsInForce } from '../judgement/index.ts';
import { type Party, partyBook } from '../party/index.ts';
import type { QuestionContext } from './question.ts';

/** A deal by its id, or the only deal of a company. Fails: UNKNOWN_SUBJECT, AMBIGUOUS_SUBJECT. */
export function dealSubject(context: QuestionContext, of: string): Result<DealSummary> {
  const deals = listDeals(context.ledger, context, context.rule);
  const named = deals.find(({ id }) => id === of);
  if (named !== undefined) return ok(named);
  const { id: party } = partySubject(context, of);
  const [first, ...others] = deals.filter(({ issuer }) => issuer === party);
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
  if (others.length === 0) return ok(first);
  return fail('AMBIGUOUS_SUBJECT', 'of', `${first.issuerName} has ${others.length + 1} deals`, {
    expected: `the id of one: ${[first, ...others].map(({ id }) => id).join(', ')}`,
  });
}

/** Who a name stands for on the day, by alias data and the judgements in force. */
export const partySubject = ({ ledger, knownOn }: QuestionContext, name: string): Party =>
  partyBook(judgementsInForce(ledger.judgements, knownOn)).partyOf(name);
