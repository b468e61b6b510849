import type { GraphBuilder } from '@tranche/core/formula';
import { boundsOf, headlineValue, type StatedAmount } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import { lastDayOf, type PlainDate } from '@tranche/core/time';
import { rejectionsIn } from '../../judgement/index.ts';
import { rankOfTier } from '../../source/index.ts';
import { type AmountMention, amountSaid, hasAmount } from '../assembly/amount-said.ts';
import { isBinding } from '../assembly/tranches.ts';
import { groundsOf } from '../figures/nodes.ts';
import type { IssuerKnowledge } from '../grouping/deals-of.ts';
import { isDone, mentionOf } from '../grouping/mention.ts';
import { type Choice, choose } from '../reconcile/index.ts';
import type { Assumption } from '../view.ts';

/** What an investor has put in, or promised, in all by a day, as a source adds it up. */
export interface RunningTotal {
  readonly node: string;
  /** It covers what was paid, or promised, by this day. */
  readonly until: PlainDate;
  readonly statements: readonly string[];
}

export interface RunningTotals {
  /** Promised in all: everything agreed by its day is in it. */
  readonly committed: RunningTotal | undefined;
  /** Paid in all: everything paid by its day is in it. */
  readonly paid: RunningTotal | undefined;
}

export const PRESS_TOTALS: Assumption = {
  id: 'press-totals-are-commitments',
  text:
    'What the press says an investor "has invested" in all counts as committed. It counts as paid only when the ' +
    'investor, the issuer or a filing says so.',
};

export const OVER_WITHIN_PRECISION: Assumption = {
  id: 'over-within-precision',
  text: '"More than" a round number is read as less than the next number of the same precision: more than 13bn is less than 14bn.',
};

/** The running totals of each party that the texts give, as of a day. */
export function runningTotalsOf(
  builder: GraphBuilder,
  { loose, book, judgements, issuer }: IssuerKnowledge,
  asOf: PlainDate,
): ReadonlyMap<string, RunningTotals> {
  const byParty = new Map<string, AmountMention[]>();
  const rejected = rejectionsIn(judgements);
  for (const statement of loose) {
    if (rejected.has(statement.id)) continue;
    const mention = mentionOf(statement, book);
    if (mention === undefined || !hasAmount(mention) || mention.type !== 'investment') continue;
    const [party] = mention.parties;
    if (party === undefined || mention.at.to > asOf || !isBinding(mention.status) || statement.denied)
      continue;
    byParty.set(party, [...(byParty.get(party) ?? []), mention]);
  }
  const context = { deal: issuer, judgements };
  return new Map(
    [...byParty].map(([party, mentions]) => {
      const isTrusted = ({ statement }: AmountMention): boolean =>
        rankOfTier(statement.tier) <= rankOfTier('party_statement');
      const paid = mentions.filter((mention) => isDone(mention.status) && isTrusted(mention));
      // A press total of what was "invested" is read as one of promises, whatever its tense.
      const promised = mentions
        .filter((mention) => !paid.includes(mention))
        .map((mention): AmountMention => ({ ...mention, status: 'agreed' }));
      const total = (field: string, of: readonly AmountMention[]): RunningTotal | undefined => {
        const choice = choose(`${party}.${field}`, latestFirst(of).map(amountSaid), context);
        return choice === undefined ? undefined : totalOf(builder, party, field, choice, of);
      };
      return [party, { committed: total('committed', promised), paid: total('paid', paid) }];
    }),
  );
}

/**
 * A total only grows, so that one of a later day takes the place of an earlier one, if it is no smaller and comes
 * from as good a source; a weaker source is heard where it says that the total has grown.
 */
function latestFirst(mentions: readonly AmountMention[]): readonly AmountMention[] {
  return mentions.filter(
    (mention) =>
      !mentions.some((other) => untilOf(other) > untilOf(mention) && takesThePlaceOf(other, mention)),
  );
}

function takesThePlaceOf(other: AmountMention, mention: AmountMention): boolean {
  const growth = headlineValue(other.amount).compare(headlineValue(mention.amount));
  const [tier, before] = [rankOfTier(other.statement.tier), rankOfTier(mention.statement.tier)];
  return tier <= before ? growth >= 0 : tier <= rankOfTier('relay') && growth > 0;
}

function totalOf(
  builder: GraphBuilder,
  party: string,
  field: string,
  { chosen }: Choice<StatedAmount>,
  mentions: readonly AmountMention[],
): RunningTotal {
  const ids = new Set(chosen.statements.map(({ id }) => id));
  const until = mentions
    .filter(({ statement }) => ids.has(statement.id))
    .map(untilOf)
    .sort()
    .at(-1);
  const node = builder.input({
    label: `${party}, in all, as stated`,
    basis: field,
    unit: chosen.value.currency,
    ...(until === undefined ? {} : { date: until }),
    bounds: withinPrecision(chosen.value),
    qualifier: chosen.value.qualifier,
    grounds: [
      ...groundsOf(chosen.statements),
      ...(chosen.value.qualifier === 'over'
        ? [{ kind: 'assumption' as const, id: OVER_WITHIN_PRECISION.id }]
        : []),
    ],
  });
  return { node, until: until ?? chosen.standing.knownFrom, statements: [...ids] };
}

function untilOf({ statement }: AmountMention): PlainDate {
  const { body, knownFrom } = statement;
  const last = body.type === 'investment' && body.when !== undefined ? lastDayOf(body.when) : undefined;
  return last !== undefined && last < knownFrom ? last : knownFrom;
}

/** The bounds of an amount, "over" being read as below the next number of its own precision. */
function withinPrecision(amount: StatedAmount) {
  const bounds = boundsOf(amount);
  if ('min' in amount || amount.qualifier !== 'over') return bounds;
  return { ...bounds, high: amount.value.plus(lastPlaceOf(amount.value)), vague: true };
}

/** One unit of the last place that is not zero: 1bn for 13bn, 0.1bn for 13.7bn. */
function lastPlaceOf(value: Rational): Rational {
  if (!value.isInteger() || value.sign() === 0) return Rational.of(1n, value.denominator);
  let place = 1n;
  while (value.numerator % (place * 10n) === 0n) place *= 10n;
  return Rational.of(place);
}
