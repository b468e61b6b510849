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
  /** Only a language model's drafts say it: it stands behind everything that was read by rule, under every choice rule. */
  readonly drafted?: boolean;
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
    const read = byReading(one, other);
    if (read !== undefined) return read;
    const [oneTier, otherTier] = [rankOfTier(one.tier), rankOfTier(other.tier)];
    const isGuarded = Math.max(oneTier, otherTier) > rankOfTier(WEAKEST_TRUSTED);
    const guarded = isGuarded ? byTier(one, other) : undefined;
    if (guarded !== undefined) return guarded;
    return byStatus(one, other) ?? byTier(one, other) ?? byDate(one, other) ?? byOrigins(one, other);
  },
};

/** Who says it counts before how far the deal is said to be: a filing about a plan before a rumour of a closing. */
export const TIER_THEN_LATEST: ChoiceRule = {
  name: 'tier-then-latest',
  words: 'tier, then latest publication, then number of independent origins; the status does not count',
  compare: (one, other) =>
    byReading(one, other) ?? byTier(one, other) ?? byDate(one, other) ?? byOrigins(one, other),
};

/** The last word counts, whoever has it. */
export const LATEST_THEN_TIER: ChoiceRule = {
  name: 'latest-then-tier',
  words: 'latest publication, then tier, then number of independent origins; the status does not count',
  compare: (one, other) =>
    byReading(one, other) ?? byDate(one, other) ?? byTier(one, other) ?? byOrigins(one, other),
};

/** The rules that can be asked for by name; the first is the default. */
export const CHOICE_RULES: readonly ChoiceRule[] = [STATUS_THEN_TIER, TIER_THEN_LATEST, LATEST_THEN_TIER];

type Verdict = ReturnType<ChoiceRule['compare']>;

function byReading(one: Standing, other: Standing): Verdict | undefined {
  const order = Number(one.drafted ?? false) - Number(other.drafted ?? false);
  return order === 0 ? undefined : { order, because: 'only a language model drafted it' };
}

function byStatus(one: Standing, other: Standing): Verdict | undefined {
  const order = STATUS_RANK[one.status] - STATUS_RANK[other.status];
  if (order === 0) return undefined;
  const [weak, strong] = order > 0 ? [one, other] : [other, one];
  return { order, because: `status: ${said(weak.status)}, beside ${said(strong.status)}` };
}

function byTier(one: Standing, other: Standing): Verdict | undefined {
  const order = rankOfTier(one.tier) - rankOfTier(other.tier);
  if (order === 0) return undefined;
  const [weak, strong] = order > 0 ? [one, other] : [other, one];
  return { order, because: `tier: ${said(weak.tier)}, beside ${said(strong.tier)}` };
}

function byDate(one: Standing, other: Standing): Verdict | undefined {
  if (one.knownFrom === other.knownFrom) return undefined;
  const isEarlier = one.knownFrom < other.knownFrom;
  const [weak, strong] = isEarlier ? [one, other] : [other, one];
  return { order: isEarlier ? 1 : -1, because: `said ${weak.knownFrom}, beside ${strong.knownFrom}` };
}

function byOrigins(one: Standing, other: Standing): Verdict {
  const [few, many] = one.origins < other.origins ? [one, other] : [other, one];
  return {
    order: other.origins - one.origins,
    because: `${few.origins} independent origins, beside ${many.origins}`,
  };
}

const said = (word: string): string => word.replaceAll('_', ' ');
