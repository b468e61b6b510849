import type { PlainDate } from '@tranche/core/time';
import type { DealStatus } from '../../claim/index.ts';
import { rankOfTier, type Tier } from '../../source/index.ts';

/** What tells whether a value is to be believed: its best statement, and how many stand behind it. */
export interface Standing {
  readonly status: DealStatus;
  readonly tier: Tier;
  /** The day it was published; of talks that are recalled, the day they were held. */
  readonly knownFrom: PlainDate;
  /** Independent origins: relays of one origin count once. */
  readonly origins: number;
}

/** How one of several values is picked. Named, so that another rule can take its place. */
export interface ChoiceRule {
  readonly name: string;
  /** In one sentence, for people. */
  readonly words: string;
  /** Negative when `one` goes before `other`; with the reason why the loser is passed over. */
  compare(one: Standing, other: Standing): { readonly order: number; readonly because: string };
}

/** Done over agreed over planned over in talks over rumoured: lower is better. */
const STATUS_RANK: Readonly<Record<DealStatus, number>> = {
  completed: 0,
  closed: 0,
  agreed: 1,
  planned: 2,
  in_talks: 3,
  rumoured: 4,
  abandoned: 5,
};

const WEAKEST_TRUSTED: Tier = 'unnamed_people';

/**
 * The default rule: among values that are neither denied nor superseded, the status decides, then the tier, then
 * the latest publication, then the number of independent origins. A statement below "several unnamed people"
 * cannot outrank a higher tier by its status alone; that makes such statements stand behind all others, and the
 * tier decide among them. Source: docs/concepts/conflicts-and-the-rule.md.
 */
export const STATUS_THEN_TIER: ChoiceRule = {
  name: 'status-then-tier',
  words:
    'status (done, agreed, planned, in talks, rumoured), then tier, then latest publication, then number of ' +
    'independent origins; a source below several unnamed people cannot outrank a higher tier by status alone',
  compare: (one, other) => {
    const [oneTier, otherTier] = [rankOfTier(one.tier), rankOfTier(other.tier)];
    const status = STATUS_RANK[one.status] - STATUS_RANK[other.status];
    const tier = oneTier - otherTier;
    const guarded = Math.max(oneTier, otherTier) > rankOfTier(WEAKEST_TRUSTED) && tier !== 0;
    if (guarded) {
      const [weak, strong] = tier > 0 ? [one, other] : [other, one];
      return { order: tier, because: `tier: ${said(weak.tier)}, beside ${said(strong.tier)}` };
    }
    if (status !== 0) {
      const [weak, strong] = status > 0 ? [one, other] : [other, one];
      return { order: status, because: `status: ${said(weak.status)}, beside ${said(strong.status)}` };
    }
    if (tier !== 0) {
      const [weak, strong] = tier > 0 ? [one, other] : [other, one];
      return { order: tier, because: `tier: ${said(weak.tier)}, beside ${said(strong.tier)}` };
    }
    if (one.knownFrom !== other.knownFrom) {
      const [weak, strong] = one.knownFrom < other.knownFrom ? [one, other] : [other, one];
      return {
        order: one.knownFrom < other.knownFrom ? 1 : -1,
        because: `said ${weak.knownFrom}, beside ${strong.knownFrom}`,
      };
    }
    const [few, many] = one.origins < other.origins ? [one, other] : [other, one];
    return {
      order: other.origins - one.origins,
      because: `${few.origins} independent origins, beside ${many.origins}`,
    };
  },
};

const said = (word: string): string => word.replaceAll('_', ' ');
