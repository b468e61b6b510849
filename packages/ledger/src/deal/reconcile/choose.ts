import { decisionsOf, type Judgement, reasonOf, rejectionsIn } from '../../judgement/index.ts';
import type { Statement } from '../../statement/index.ts';
import { isDone, isOpen, type Mention } from '../grouping/mention.ts';
import { type ChoiceRule, STATUS_THEN_TIER, type Standing } from './rule.ts';

/** What of a mention the rule looks at. */
export type Asserted = Pick<Mention, 'statement' | 'status' | 'fallback' | 'at'>;

/** One thing said of a field. Equal keys are one value, however it is worded. */
export interface Said<T> {
  readonly key: string;
  readonly value: T;
  readonly mention: Asserted;
  /** Why it is not to be compared with the others, where something besides the statement itself tells. */
  readonly out?: string;
}

/** A value with everything that says so. */
export interface Option<T> {
  readonly key: string;
  readonly value: T;
  readonly standing: Standing;
  readonly statements: readonly Statement[];
}

/** A field's value as the rule picks it, with what it passed over. */
export interface Choice<T> {
  readonly field: string;
  readonly chosen: Option<T>;
  readonly because: string;
  /** Someone's judgement chose, and not the rule. */
  readonly isPreferred?: boolean;
  readonly alternatives: readonly { readonly option: Option<T>; readonly because: string }[];
}

/** Marks the key of what a judgement took out, so that it stands beside the same value said by others. */
export const REJECTED = ' (rejected)';

export interface ChoiceContext {
  readonly deal: string;
  readonly judgements: readonly Judgement[];
  readonly rule?: ChoiceRule;
}

/**
 * The value of a field among what was said of it; undefined when nothing that stands was said.
 * Passed over without being compared: what is denied, superseded by its last mention, rejected by a judgement, or
 * holds only if a condition fails. A judgement's preference goes before the rule, unless what it prefers is rejected.
 */
export function choose<T>(
  field: string,
  said: readonly Said<T>[],
  context: ChoiceContext,
): Choice<T> | undefined {
  const rule = context.rule ?? STATUS_THEN_TIER;
  const rejected = rejectionsIn(context.judgements);
  const preferred = decisionsOf(context.judgements, 'prefer').findLast(
    ({ decision }) =>
      decision.deal === context.deal &&
      fieldKey(decision.field) === fieldKey(field) &&
      !rejected.has(decision.statement) &&
      said.some(({ mention }) => mention.statement.id === decision.statement),
  );
  // What was rejected no longer speaks for a value that others say too: it stands beside it, with the reason.
  const apart = said.map((one) =>
    rejected.has(one.mention.statement.id) ? { ...one, key: `${one.key}${REJECTED}` } : one,
  );
  const values = [...groupedByKey(apart)].map(([key, all]) => ({
    option: optionOf(key, all, rule),
    out: ruledOut(all, rejected),
    isPreferred: all.some(({ mention }) => mention.statement.id === preferred?.decision.statement),
  }));
  const standing = values
    .filter(({ out, isPreferred }) => out === undefined || isPreferred)
    .sort((one, other) =>
      one.isPreferred !== other.isPreferred
        ? Number(other.isPreferred) - Number(one.isPreferred)
        : rule.compare(one.option.standing, other.option.standing).order ||
          (one.option.key < other.option.key ? -1 : 1),
    );
  const [first, ...rest] = standing;
  if (first === undefined) return undefined;
  const because =
    first.isPreferred && preferred !== undefined ? `preferred by ${reasonOf(preferred)}` : undefined;
  return {
    field,
    chosen: first.option,
    because: because ?? (values.length === 1 ? 'all that was said of it agrees' : rule.words),
    ...(because === undefined ? {} : { isPreferred: true }),
    alternatives: [
      ...rest.map(({ option }) => ({
        option,
        because: because ?? rule.compare(first.option.standing, option.standing).because,
      })),
      ...values.flatMap(({ option, out, isPreferred }) =>
        out === undefined || isPreferred ? [] : [{ option, because: out }],
      ),
    ],
  };
}

/** Tranches are counted anew when another is reported; which one is meant, the preferred statement tells. */
const fieldKey = (field: string): string => field.replace(/^tranche-\d+\./, 'tranche.');

function groupedByKey<T>(said: readonly Said<T>[]): ReadonlyMap<string, readonly Said<T>[]> {
  const groups = new Map<string, Said<T>[]>();
  for (const one of said) {
    const group = groups.get(one.key);
    if (group === undefined) groups.set(one.key, [one]);
    else group.push(one);
  }
  return groups;
}

/** The best statement speaks for the value; the value is shown as that statement words it. */
function optionOf<T>(key: string, all: readonly Said<T>[], rule: ChoiceRule): Option<T> {
  const origins = new Set(all.map(({ mention }) => mention.statement.origin)).size;
  const standingOf = ({ mention }: Said<T>): Standing => ({
    status: mention.status,
    tier: mention.statement.tier,
    // A plan or talk of an earlier day is as old as that day, however late a text recalls it.
    knownFrom:
      isOpen(mention.status) && mention.at.to < mention.statement.knownFrom
        ? mention.at.to
        : mention.statement.knownFrom,
    origins,
    ...(mention.statement.draftedBy === undefined ? {} : { drafted: true }),
  });
  const asserted = all.filter(({ mention }) => !mention.statement.denied && mention.status !== 'abandoned');
  const [best] = (asserted.length > 0 ? asserted : all).toSorted(
    (one, other) =>
      rule.compare(standingOf(one), standingOf(other)).order ||
      (one.mention.statement.id < other.mention.statement.id ? -1 : 1),
  );
  if (best === undefined) throw new RangeError('a value has something that says it');
  return {
    key,
    value: best.value,
    standing: standingOf(best),
    statements: all.map(({ mention }) => mention.statement),
  };
}

function ruledOut<T>(all: readonly Said<T>[], rejected: ReadonlyMap<string, string>): string | undefined {
  const heard = all.filter(({ mention }) => !rejected.has(mention.statement.id));
  // A draft withdraws nothing that was read by rule.
  const ruled = heard.filter(({ mention }) => mention.statement.draftedBy === undefined);
  const left = ruled.length > 0 ? ruled : heard;
  const [firstRejected] = all;
  if (left.length === 0) return rejected.get(firstRejected?.mention.statement.id ?? '');
  const withdrawn = (mention: Asserted): boolean =>
    mention.statement.denied || mention.status === 'abandoned';
  const unconditional = left.filter(({ mention }) => !mention.fallback);
  if (unconditional.length === 0) return 'it holds only if a condition fails';
  const [last] = unconditional
    .filter(({ mention }) => withdrawn(mention))
    .map(({ mention }) => mention)
    .toSorted((one, other) => (one.statement.knownFrom < other.statement.knownFrom ? 1 : -1));
  if (last === undefined)
    return unconditional.every(({ out }) => out !== undefined) ? unconditional[0]?.out : undefined;
  // What was said again stands; so does what was done, which no dropped plan undoes.
  const stands = unconditional.some(
    ({ mention }) =>
      !withdrawn(mention) &&
      (mention.statement.knownFrom > last.statement.knownFrom ||
        (isDone(mention.status) && !last.statement.denied)),
  );
  if (stands) return undefined;
  return `${last.statement.denied ? 'denied' : 'superseded'} (${last.statement.knownFrom})`;
}
