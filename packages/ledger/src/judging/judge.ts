import { fail, ok, type Result } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import { type Decision, type Judgement, judgementId, standingsOf } from '../judgement/index.ts';
import type { Ledger } from '../statement/index.ts';
import { applies } from './applies.ts';

/** A judgement as somebody makes it. */
export interface JudgementMade {
  readonly decision: Decision;
  readonly by: string;
  readonly why: string;
  /** The day from which it is known; today when left out. */
  readonly when?: PlainDate | undefined;
}

export interface Judged {
  readonly judgement: Judgement;
  /** False when the same was judged before, and stands: nothing is to be added then. */
  readonly isNew: boolean;
}

const MAX_BY = 200;
const MAX_WHY = 2_000;
const MAX_NOTE = 4_000;

/**
 * The judgement to add to a ledger, or the one that is there when the same was judged before and stands. What it is
 * about must have been known on its day, and it must change something. Lengths are in UTF-16 code units.
 * Fails, in this order: MISSING_FIELD, TOO_LONG (`by`, `why`, a note's text); OUT_OF_ORDER (`when` is after today, or
 * before what is judged was known); UNKNOWN_STATEMENT, UNKNOWN_DEAL, UNKNOWN_FIELD, UNKNOWN_JUDGEMENT, UNKNOWN_ID;
 * NOT_OF_FIELD, NOT_OF_DEAL; UNSUPPORTED_COMBINATION (deals of two issuers); NO_EFFECT; ALREADY_UNDONE.
 */
export function judge(ledger: Ledger, made: JudgementMade, today: PlainDate): Result<Judged> {
  const { decision, when = today } = made;
  const [by, why] = [made.by.trim(), made.why.trim()];
  const told =
    bounded('by', by, MAX_BY) ??
    bounded('why', why, MAX_WHY) ??
    (decision.kind === 'note' ? bounded('decision.text', decision.text.trim(), MAX_NOTE) : undefined);
  if (told !== undefined) return told;
  if (when > today) {
    return fail('OUT_OF_ORDER', 'when', `${when} is still to come`, { expected: `a day up to ${today}` });
  }
  const content = { decision, by, when, why };
  const undone = new Map(
    standingsOf(ledger.judgements, today).map(({ judgement, undoneBy }) => [
      judgement.id,
      undoneBy !== undefined,
    ]),
  );
  let repeats = 0;
  while (undone.get(judgementId(content, repeats)) === true) repeats += 1;
  const judgement = { id: judgementId(content, repeats), ...content };
  if (undone.has(judgement.id)) return ok({ judgement, isNew: false });
  const refused = applies(ledger, decision, when, today);
  return refused.ok ? ok({ judgement, isNew: true }) : refused;
}

function bounded(path: string, text: string, most: number): Result<never> | undefined {
  if (text === '') return fail('MISSING_FIELD', path, `"${path}" is empty`, { expected: 'some words' });
  if (text.length <= most) return undefined;
  return fail('TOO_LONG', path, `"${path}" has ${text.length} characters`, { expected: `at most ${most}` });
}
