import type { PlainDate } from '@tranche/core/time';
import { judgementsInForce } from './in-force.ts';
import type { Judgement } from './judgement.ts';

/** Lists are as long as what was judged; a question looks at few days. */
const LISTS_KEPT = 64;

interface ByDay {
  /** Days on which something was judged, in order. */
  readonly days: readonly PlainDate[];
  readonly lists: Map<PlainDate, readonly Judgement[]>;
}

/** A list of judgements never changes. */
const byList = new WeakMap<readonly Judgement[], ByDay>();

/** `judgementsInForce`, and the same list again for two days between which nothing was judged. */
export function judgementsOn(judgements: readonly Judgement[], knownOn: PlainDate): readonly Judgement[] {
  if (judgements.length === 0) return judgements;
  const { days, lists } = byDayOf(judgements);
  const since = lastUpTo(days, knownOn);
  if (since === undefined) return NONE;
  const kept = lists.get(since);
  if (kept !== undefined) return kept;
  if (lists.size >= LISTS_KEPT) lists.clear();
  const found = judgementsInForce(judgements, since);
  lists.set(since, found);
  return found;
}

const NONE: readonly Judgement[] = [];

function byDayOf(judgements: readonly Judgement[]): ByDay {
  const known = byList.get(judgements);
  if (known !== undefined) return known;
  const byDay = { days: [...new Set(judgements.map(({ when }) => when))].sort(), lists: new Map() };
  byList.set(judgements, byDay);
  return byDay;
}

function lastUpTo(days: readonly PlainDate[], day: PlainDate): PlainDate | undefined {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? day) <= day) low = middle + 1;
    else high = middle;
  }
  return days[low - 1];
}
