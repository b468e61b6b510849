import { isNumber, runsOf, wordsOf } from './words.ts';

/** Of all runs of three words that two texts have, how many of a hundred stand in both, rounded down. */
export type SharePercent = number;

/** Texts with fewer different runs of words say too little to tell a copy from a coincidence. */
export const FEWEST_RUNS = 20;
/** Half of all runs: in an edited copy one word in eight may have changed. */
const SAME_PERCENT = 50;
/** Two thirds of the numbers of whichever has fewer. */
const NUMBERS_OF_THREE = 2;
/** A word that makes up one in sixty of a text, and stands in it three times, is what the text is about. */
const SUBJECT_SHARE = 60;
const SUBJECT_TIMES = 3;

/** A text as it is compared; worked out when a comparison needs it. */
export interface Story {
  readonly runs: ReadonlySet<string>;
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
}

export function storyOf(text: string): Story {
  const words = wordsOf(text);
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { runs: runsOf(words), counts, length: words.length };
}

/**
 * Whether two texts tell one story, and how much they share: at least half of their runs of three words (the exact
 * Jaccard index), two thirds of the numbers of the one that has fewer (years aside), and what each is about. A
 * template filled in with other names and sums is another story, however alike its words are. Symmetric; blind to
 * case, spaces and punctuation; undefined when it is not one story.
 */
export function sameStory(one: Story, other: Story): SharePercent | undefined {
  if (one.runs.size < FEWEST_RUNS || other.runs.size < FEWEST_RUNS) return undefined;
  const share = sharePercent(one.runs, other.runs);
  if (share < SAME_PERCENT || !agreeOnNumbers(one, other)) return undefined;
  return lacksSubject(one, other) || lacksSubject(other, one) ? undefined : share;
}

function sharePercent(one: ReadonlySet<string>, other: ReadonlySet<string>): SharePercent {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const run of few) if (many.has(run)) shared += 1;
  return Math.floor((100 * shared) / (one.size + other.size - shared));
}

function agreeOnNumbers(one: Story, other: Story): boolean {
  const [mine, theirs] = [numbersOf(one), numbersOf(other)];
  const [few, many] = mine.length <= theirs.length ? [mine, new Set(theirs)] : [theirs, new Set(mine)];
  const shared = few.filter((number) => many.has(number)).length;
  return shared * 3 >= few.length * NUMBERS_OF_THREE;
}

const numbersOf = ({ counts }: Story): readonly string[] =>
  [...counts.keys()].filter((word) => isNumber(word) && !/^(?:19|20)\d\d$/.test(word));

/** Whether a word that one text is about stands nowhere in the other. */
function lacksSubject({ counts, length }: Story, other: Story): boolean {
  for (const [word, count] of counts) {
    if (
      count >= SUBJECT_TIMES &&
      count * SUBJECT_SHARE >= length &&
      !isNumber(word) &&
      !other.counts.has(word)
    )
      return true;
  }
  return false;
}
