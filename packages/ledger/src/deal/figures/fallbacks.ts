import { formatAmount } from '@tranche/core/display';
import { exactValue, type GraphBuilder } from '@tranche/core/formula';
import { maximum, minimum, Rational, sum } from '@tranche/core/rational';
import { type AmountMention, amountKey, hasAmount } from '../assembly/amount-said.ts';
import type { Assembly } from '../assembly/assemble.ts';
import { isBinding } from '../assembly/tranches.ts';
import type { IssuerKnowledge } from '../grouping/deals-of.ts';
import type { FallbackChoice, FallbackReading } from '../view.ts';
import type { MoneyFigures } from './money-figures.ts';
import { amountNode, difference, groundsOf } from './nodes.ts';
import { CO_INVESTORS, type SliceFigures, type TrancheFigures } from './slice-figures.ts';
import { conditionalTranche, conditionOfTranche } from './tranche-views.ts';

/**
 * What a signed deal comes to if the condition of its last conditional tranche fails: once for each reading of what
 * was said of that, and nothing chosen among them. A total of the lead that does not say whether its co-investors'
 * money counts in it is read both ways. How a smaller tranche is split among its payers no text says, so that each
 * payer's part has bounds: at least what is paid and what the others cannot take up, at most what it is bound to.
 */
export function fallbacksOf(
  builder: GraphBuilder,
  assembly: Assembly,
  knowledge: IssuerKnowledge,
  money: MoneyFigures,
): readonly FallbackChoice[] {
  const { fallbacks, status } = assembly;
  const said = fallbacks.filter(hasAmount).filter(({ amount }) => amount.currency === money.unit);
  const figures = conditionalTranche(money.tranches);
  if (figures?.tranche === undefined || said.length === 0 || !isBinding(status)) return [];
  const { state, report } = conditionOfTranche(figures.tranche, assembly, knowledge);
  const closedBecause =
    state !== 'met'
      ? undefined
      : report === undefined
        ? 'the condition is met: what hangs on it is paid'
        : `the condition is met: "${report.sentence}"`;
  return [
    {
      label: `if the condition of ${figures.label} fails`,
      condition: figures.tranche.condition?.chosen.value ?? 'not stated',
      ...(closedBecause === undefined ? {} : { closedBecause }),
      committed: money.totals.total.committed,
      readings: new Readings(builder, assembly, money, figures).of(said),
    },
  ];
}

interface Part {
  readonly slice: SliceFigures;
  readonly isConditional: boolean;
}

class Readings {
  private readonly parts: readonly Part[];

  constructor(
    private readonly builder: GraphBuilder,
    private readonly assembly: Assembly,
    private readonly money: MoneyFigures,
    private readonly figures: TrancheFigures,
  ) {
    this.parts = money.tranches.flatMap((tranche) =>
      tranche.slices.map((slice) => ({ slice, isConditional: tranche === figures })),
    );
  }

  /**
   * One for each amount and way to read it. An amount of the tranche or of the deal that comes to the same as a
   * reading of an investor's total speaks for that reading, and is not told beside it.
   */
  of(said: readonly AmountMention[]): readonly FallbackReading[] {
    const byAmount = new Map<string, AmountMention[]>();
    for (const mention of said) {
      const key = `${mention.type} ${mention.parties.join()} ${amountKey(mention.amount)}`;
      byAmount.set(key, [...(byAmount.get(key) ?? []), mention]);
    }
    const readings: FallbackReading[] = [];
    for (const same of [...byAmount.values()].sort(inOrder)) {
      for (const reading of this.readingsOf(same)) {
        const isTotal = same.some(({ type }) => type === 'investment');
        const known = isTotal ? undefined : this.supported(reading, same, readings, said);
        if (known === undefined) readings.push(reading);
        else {
          const statements = [...new Set([...known.statements, ...reading.statements])];
          readings[readings.indexOf(known)] = { ...known, statements };
        }
      }
    }
    return readings;
  }

  /** The reading that says the same: with the same parts, else with parts that this one leaves open; or from one text. */
  private supported(
    reading: FallbackReading,
    same: readonly AmountMention[],
    readings: readonly FallbackReading[],
    said: readonly AmountMention[],
  ): FallbackReading | undefined {
    const { committed } = reading;
    if (committed === undefined) {
      const texts = new Set(same.map(({ text }) => text));
      const ofText = new Set(said.filter(({ text }) => texts.has(text)).map(({ statement }) => statement.id));
      const shared = ({ statements }: FallbackReading): number =>
        statements.filter((id) => ofText.has(id)).length;
      return readings
        .filter((other) => shared(other) > 0)
        .toSorted((one, other) => shared(other) - shared(one))[0];
    }
    const whole = exactValue(this.builder.boundsOf(committed));
    const fitting = readings.filter((other) => {
      if (whole === undefined || other.committed === undefined) return false;
      const theirs = exactValue(this.builder.boundsOf(other.committed));
      return theirs?.equals(whole) === true && this.leavesOpen(reading, other);
    });
    return fitting.find((other) => this.leavesOpen(other, reading)) ?? fitting[0];
  }

  /** True when each payer's part by the second reading is one that the first leaves possible. */
  private leavesOpen(one: FallbackReading, other: FallbackReading): boolean {
    return one.payers.every(({ after }, index) => {
      const theirs = other.payers[index]?.after ?? after;
      return (
        this.low(after).compare(this.low(theirs)) <= 0 && this.high(after).compare(this.high(theirs)) >= 0
      );
    });
  }

  private readingsOf(same: readonly AmountMention[]): readonly FallbackReading[] {
    const [first] = same;
    if (first === undefined) return [];
    const amount = formatAmount(first.amount);
    const { lead } = this.assembly;
    const [investor = ''] = first.parties;
    const isLead = investor === lead?.id;
    switch (first.type) {
      case 'tranche':
        return [
          this.leaving(`${this.figures.label} would be ${amount}`, same, this.stated(same, 'the tranche')),
        ];
      case 'round':
        return [this.inAll(`the whole deal would be ${amount}`, same)];
      case 'investment': {
        const name = isLead ? (lead?.name ?? investor) : 'an investor';
        const alone = this.alone(
          `${name}'s total would be ${amount}, of its own money (after syndication)`,
          same,
          investor,
        );
        const hasCoInvestors = this.parts.some(({ slice }) => slice.share === 'syndicated');
        return isLead && hasCoInvestors
          ? [
              this.inAll(
                `${name}'s total would be ${amount}, with its co-investors' money (before syndication)`,
                same,
              ),
              alone,
            ]
          : [alone];
      }
      default:
        return [
          {
            text: `${first.type === 'syndication' ? `${CO_INVESTORS}' part` : 'the valuation'} would be ${amount}`,
            payers: [],
            statements: same.map(({ statement }) => statement.id),
          },
        ];
    }
  }

  private stated(same: readonly AmountMention[], what: string): string {
    const [first] = same;
    const statements = same.map(({ statement }) => statement);
    if (first === undefined) throw new RangeError('a reading rests on something that was said');
    const { status, statement } = first;
    const standing = { status, tier: statement.tier, knownFrom: statement.knownFrom, origins: 1 };
    return amountNode(
      this.builder,
      { key: '', value: first.amount, standing, statements },
      { label: `${what}, if the condition fails`, basis: 'fallback' },
    );
  }

  private inAll(text: string, same: readonly AmountMention[]): FallbackReading {
    const whole = this.stated(same, 'committed in all');
    const firm = this.parts.filter(({ isConditional }) => !isConditional);
    const left = difference(
      this.builder,
      this.money.unit,
      { label: `${this.figures.label}, if the condition fails`, basis: 'fallback' },
      whole,
      firm.map(({ slice }) => slice.committed),
    );
    return this.leaving(text, same, left);
  }

  /** The conditional tranche comes to `left`, and whatever else is bound stays bound. */
  private leaving(text: string, same: readonly AmountMention[], left: string): FallbackReading {
    const statements = same.map(({ statement }) => statement.id);
    const conditional = this.parts.filter(({ isConditional }) => isConditional);
    const paid = sum(conditional.map(({ slice }) => this.low(slice.drawn)));
    const { low, high } = this.builder.boundsOf(left);
    if (high !== undefined && high.compare(paid) < 0)
      return { text: `${text}: ruled out, more is paid already`, payers: [], statements };
    const after = new Map<SliceFigures, string>();
    for (const { slice } of conditional) {
      const others = conditional.filter((other) => other.slice !== slice);
      const least = maximum(
        this.low(slice.drawn),
        (low ?? Rational.ZERO).minus(sum(others.map((other) => this.high(other.slice.committed)))),
      );
      const most = minimum(
        this.high(slice.committed),
        (high ?? this.high(slice.committed)).minus(sum(others.map((other) => this.low(other.slice.drawn)))),
      );
      after.set(
        slice,
        others.length === 0
          ? left
          : this.builder.input({
              label: `${slice.payer}, ${this.figures.label}, if the condition fails`,
              basis: 'fallback',
              unit: this.money.unit,
              bounds: { low: least, high: most, vague: false },
              unknownBecause: 'no text says how a smaller tranche is split among its payers',
              grounds: [
                ...groundsOf(same.map(({ statement }) => statement)),
                { kind: 'rule', id: 'fallback-split-not-stated' },
              ],
            }),
      );
    }
    const firm = this.parts.filter(({ isConditional }) => !isConditional);
    return {
      text,
      committed: this.add('committed in all, if the condition fails', [
        ...firm.map(({ slice }) => slice.committed),
        left,
      ]),
      payers: this.payers((slice) => after.get(slice) ?? slice.committed),
      statements,
    };
  }

  /** The investor's own total is stated; the others stay bound to what they are. */
  private alone(text: string, same: readonly AmountMention[], investor: string): FallbackReading {
    const statements = same.map(({ statement }) => statement.id);
    const isOwn = ({ slice }: Part): boolean => slice.share === 'own' && slice.party === investor;
    const own = this.parts.filter(isOwn);
    const total = this.stated(same, 'own money');
    const { high } = this.builder.boundsOf(total);
    const [first] = own;
    const paid = sum(own.map(({ slice }) => this.low(slice.drawn)));
    if (first === undefined) return { text, payers: [], statements };
    if (high !== undefined && high.compare(paid) < 0)
      return { text: `${text}: ruled out, more is paid already`, payers: [], statements };
    const others = this.parts.filter((part) => !isOwn(part));
    const payer = first.slice.payer;
    return {
      text,
      committed: this.add('committed in all, if the condition fails', [
        total,
        ...others.map(({ slice }) => slice.committed),
      ]),
      payers: this.payers(({ committed }) => committed).map((row) =>
        row.payer === payer ? { ...row, after: total } : row,
      ),
      statements,
    };
  }

  private payers(after: (slice: SliceFigures) => string): FallbackReading['payers'] {
    return this.money.totals.byPayer.map(({ payer, share, committed }) => ({
      payer,
      before: committed,
      after: this.add(
        `${payer}, if the condition fails`,
        this.parts
          .filter(({ slice }) => slice.payer === payer && slice.share === share)
          .map(({ slice }) => after(slice)),
      ),
    }));
  }

  private add(label: string, operands: readonly string[]): string {
    const [first, second] = operands;
    if (first !== undefined && second === undefined) return first;
    return this.builder.formula({
      label,
      basis: 'fallback',
      unit: this.money.unit,
      operator: 'add',
      operands,
    });
  }

  private low = (node: string): Rational => this.builder.boundsOf(node).low ?? Rational.ZERO;
  private high = (node: string): Rational => this.builder.boundsOf(node).high ?? this.low(node);
}

/** Totals of an investor first, what more reports say before what fewer do. */
const ORDER: readonly AmountMention['type'][] = [
  'investment',
  'tranche',
  'round',
  'syndication',
  'valuation',
];

function inOrder(one: readonly AmountMention[], other: readonly AmountMention[]): number {
  const rank = ([first]: readonly AmountMention[]): number =>
    first === undefined ? ORDER.length : ORDER.indexOf(first.type);
  return rank(one) - rank(other) || other.length - one.length;
}
