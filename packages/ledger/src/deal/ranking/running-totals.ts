import type { GraphBuilder } from '@tranche/core/formula';
import { boundsOf, headlineValue, type StatedAmount } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import { lastDayOf, type PlainDate } from '@tranche/core/time';
import { rankOfTier } from '../../source/index.ts';
import type { Statement } from '../../statement/index.ts';
import { type AmountMention, amountSaid, hasAmount } from '../assembly/amount-said.ts';
import { isBinding } from '../assembly/tranches.ts';
import { groundsOf } from '../figures/nodes.ts';
import type { IssuerKnowledge } from '../grouping/deals-of.ts';
import { isDone, mentionOf } from '../grouping/mention.ts';
import { choose, type Option } from '../reconcile/index.ts';
import type { Assumption } from '../view.ts';

/** What an investor has put in, or promised, in all by a day, as a source adds it up. */
export interface RunningTotal {
  readonly node: string;
  /** It covers what was paid, or promised, by this day. */
  readonly until: PlainDate;
  readonly saidBy: readonly Statement[];
}

/** The total that counts, with the rule that picked it and what it passed over. */
export interface ChosenTotal extends RunningTotal {
  readonly rule: string;
  readonly alternatives: readonly (RunningTotal & { readonly because: string })[];
}

export interface RunningTotals {
  /** Promised in all: everything agreed by its day is in it. */
  readonly committed: ChosenTotal | undefined;
  /** Paid in all: everything paid by its day is in it. */
  readonly paid: ChosenTotal | undefined;
}

export const PRESS_TOTALS: Assumption = {
  id: 'press-totals-are-commitments',
  text:
    'What the press says an investor "has invested" in all counts as committed. It counts as paid only when the ' +
    'investor, the issuer, a filing or a named person says so.',
};

export const OVER_WITHIN_PRECISION: Assumption = {
  id: 'over-within-precision',
  text: '"More than" a round number is read as less than the next number of the same precision: more than 13bn is less than 14bn.',
};

/** The running totals of each party that the texts give, as of a day. */
export function runningTotalsOf(
  builder: GraphBuilder,
  { loose, book, judgements, issuer, nameOf }: IssuerKnowledge,
  asOf: PlainDate,
): ReadonlyMap<string, RunningTotals> {
  const byParty = new Map<string, AmountMention[]>();
  for (const statement of loose) {
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
        rankOfTier(statement.tier) <= rankOfTier('named_person');
      const paid = mentions.filter((mention) => isDone(mention.status) && isTrusted(mention));
      // A press total of what was "invested" is read as one of promises, whatever its tense.
      const promised = mentions
        .filter((mention) => !paid.includes(mention))
        .map((mention): AmountMention => ({ ...mention, status: 'agreed' }));
      const total = (field: 'committed' | 'paid', of: readonly AmountMention[]): ChosenTotal | undefined => {
        const choice = choose(`${party}.${field}`, latestFirst(of).map(amountSaid), context);
        if (choice === undefined) return undefined;
        const described = { label: `${nameOf(party)}, in all, as stated`, basis: field };
        return {
          ...totalOf(builder, described, choice.chosen),
          rule: choice.because,
          alternatives: choice.alternatives.map(({ option, because }) => ({
            ...totalOf(builder, described, option),
            because,
          })),
        };
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
      !mentions.some(
        (other) => untilOf(other.statement) > untilOf(mention.statement) && takesThePlaceOf(other, mention),
      ),
  );
}

function takesThePlaceOf(other: AmountMention, mention: AmountMention): boolean {
  const growth = headlineValue(other.amount).compare(headlineValue(mention.amount));
  const [tier, before] = [rankOfTier(other.statement.tier), rankOfTier(mention.statement.tier)];
  return tier <= before ? growth >= 0 : tier <= rankOfTier('relay') && growth > 0;
}

function totalOf(
  builder: GraphBuilder,
  described: { readonly label: string; readonly basis: string },
  { value, statements, standing }: Option<StatedAmount>,
): RunningTotal {
  // A day that a source gives tells more than the day on which another repeats the sum.
  const own = statements.flatMap((statement) => ownDayOf(statement) ?? []);
  const until = (own.length > 0 ? own : statements.map(untilOf)).toSorted().at(-1) ?? standing.knownFrom;
  const node = builder.input({
    ...described,
    unit: value.currency,
    date: until,
    bounds: withinPrecision(value),
    qualifier: value.qualifier,
    grounds: [
      ...groundsOf(statements),
      ...(value.qualifier === 'over' ? [{ kind: 'assumption' as const, id: OVER_WITHIN_PRECISION.id }] : []),
    ],
  });
  return { node, until, saidBy: statements };
}

const untilOf = (statement: Statement): PlainDate => ownDayOf(statement) ?? statement.knownFrom;

/** The last day of the time that it sums up, where that was over when it was said. */
function ownDayOf({ body, knownFrom }: Statement): PlainDate | undefined {
  const last = body.type === 'investment' && body.when !== undefined ? lastDayOf(body.when) : undefined;
  return last !== undefined && last < knownFrom ? last : undefined;
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
