import type { PlainDate } from '@tranche/core/time';
import type { Source } from '../../source/index.ts';
import type { ConditionState } from '../view.ts';

/** Where a text says that a condition has come about. */
export interface ConditionReport {
  readonly source: Source;
  readonly sentence: string;
}

/** Words for one thing. A condition and a report of it seldom use the same. */
const TOPICS: readonly RegExp[] = [
  /\b(restructur\w*|reorgani[sz]\w*|recapitali[sz]\w*|corporate (structure|overhaul)|for-profit|profit-making|conversion)\b/i,
  /\b(clear(ance|s|ed)?|IND|human trials?)\b/i,
];

const COME_ABOUT =
  /\b(complete[ds]?|completion|finished|concluded|met|satisfied|granted|obtained|received|achieved|reached|cleared|approved|done)\b/i;
const NOT_YET =
  /\b(if|unless|until|would|will|should|shall|might|could|must|once|when|whether|before|provided|only|plans?|planned|expect\w*|aim\w*|seek\w*|hopes?|not|no|never|without|yet|fail\w*|miss\w*|condition(al)? (on|upon)|on condition|subject to|depends?|depend(s|ing) on|by the end of)\b/i;

/** The verb, and not the month. */
const MAY = /\bmay\b/;

/**
 * Whether a condition has come about, as far as texts of the issuer tell by a day, after the day on which it was
 * named: a sentence that speaks of the same thing as done, without a doubt or a plan in it. Conditions of other
 * kinds (a milestone, a lender's consent) are only known to be met when what hangs on them is paid. That one has
 * failed is never concluded from silence.
 */
export function conditionReport(
  condition: string,
  sources: readonly Source[],
  saidOn: PlainDate,
  knownOn: PlainDate,
): ConditionReport | undefined {
  const topics = TOPICS.filter((topic) => topic.test(condition));
  if (topics.length === 0) return undefined;
  const known = sources
    .filter(({ published }) => published !== undefined && published > saidOn && published <= knownOn)
    .toSorted((one, other) => ((one.published ?? '') < (other.published ?? '') ? -1 : 1));
  for (const source of known) {
    const sentence = doneIn(source).find((one) => topics.some((topic) => topic.test(one)));
    if (sentence !== undefined) return { source, sentence };
  }
  return undefined;
}

export const stateOf = (
  condition: string | undefined,
  isPaid: boolean,
  report: ConditionReport | undefined,
  isDropped: boolean,
): ConditionState =>
  condition === undefined ? 'none' : isPaid || report !== undefined ? 'met' : isDropped ? 'failed' : 'open';

/** A source never changes, so that its sentences are looked at once. */
const doneSentences = new WeakMap<Source, readonly string[]>();

function doneIn(source: Source): readonly string[] {
  const known = doneSentences.get(source);
  if (known !== undefined) return known;
  const found = sentencesOf(source.text).filter(
    (one) => COME_ABOUT.test(one) && !NOT_YET.test(one) && !MAY.test(one),
  );
  doneSentences.set(source, found);
  return found;
}

const sentencesOf = (text: string): readonly string[] =>
  text.split(/\n+|(?<=[.!?])\s+(?=\p{Lu})/u).map((sentence) => sentence.trim());
