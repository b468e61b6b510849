import type { LedgerTerms, Transaction } from '@tranche/core/captable';
import { Rational } from '@tranche/core/rational';
import { addDays, type PlainDate } from '@tranche/core/time';
import * as fc from 'fast-check';

/** The terms and the transactions of one company, and days on and between which something happens. */
export interface EquityLedger {
  readonly terms: LedgerTerms;
  readonly transactions: readonly Transaction[];
  readonly days: readonly PlainDate[];
}

const FIRST_DAY = '2024-01-01' as PlainDate;

const step = fc.record({
  what: fc.constantFrom(
    'stock',
    'stock',
    'grant',
    'grant',
    'warrant',
    'convertible',
    'part with balance',
    'part with balance alone',
    'part that stays',
    'part without balance',
    'whole',
    'draw',
    'draw',
    'split',
    'dated before',
    'dated before',
    'authorized',
    'reserved',
  ),
  pick: fc.nat(100),
  count: fc.integer({ min: 2, max: 40 }),
  later: fc.nat(3),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/**
 * Ledgers in which every event can be, with every kind of event in them; `unit` is what quantities are counted in.
 * In half of them one quantity is doubled, which may make a ledger that is refused.
 */
export const arbitraryEquityLedger = (unit: Rational = Rational.ONE): fc.Arbitrary<EquityLedger> =>
  fc
    .record({
      steps: fc.array(step, { minLength: 10, maxLength: 40 }),
      reading: fc.constantFrom('delta' as const, 'terminal' as const),
      doubled: fc.option(fc.nat(20), { freq: 2, nil: undefined }),
    })
    .map(({ steps, reading, doubled }) => {
      const writer = new LedgerWriter(unit);
      for (const one of steps) writer.write(one);
      const transactions = writer.transactions.map((one, place) =>
        place === doubled && one.quantity !== undefined
          ? { ...one, quantity: one.quantity.plus(one.quantity) }
          : one,
      );
      return {
        terms: {
          classes: [
            { id: 'common', authorized: unit.times(Rational.of(150)) },
            { id: 'preferred', conversionRatio: { numerator: Rational.of(3), denominator: Rational.of(2) } },
          ],
          plans: [{ id: 'plan', reserved: unit.times(Rational.of(100)) }],
          exerciseReading: reading,
        },
        transactions,
        days: [-1, 0, 1, 5, 20, 60, 200].map((days) => addDays(FIRST_DAY, days)),
      };
    });

type Open = { readonly issuance: Transaction; left: bigint };

/** Writes transactions day by day, keeping what is left of each security in whole units. */
class LedgerWriter {
  readonly transactions: Transaction[] = [];
  private day = FIRST_DAY;
  private readonly open: Open[] = [];
  private names = 0;

  constructor(private readonly unit: Rational) {}

  write({ what, pick, count, later }: Step): void {
    this.day = addDays(this.day, later);
    const units = BigInt(count);
    const holder = ['bob', 'alice', undefined][pick % 3];
    switch (what) {
      case 'stock':
        this.issue({ type: 'stock_issuance', class: pick % 2 === 0 ? 'common' : 'preferred' }, units, holder);
        return;
      case 'grant':
        this.issue(
          { type: 'equity_compensation_issuance', ...(pick % 4 === 0 ? {} : { plan: 'plan' }) },
          units,
          holder,
        );
        return;
      case 'warrant':
        this.issue({ type: 'warrant_issuance' }, units, holder);
        return;
      case 'convertible':
        this.issue({ type: 'convertible_issuance', kind: pick % 2 === 0 ? 'safe' : 'note' }, units, holder);
        return;
      case 'authorized':
        this.put({ type: 'class_authorized_adjustment', class: 'common', quantity: this.amount(units * 9n) });
        return;
      case 'reserved':
        this.put({ type: 'plan_reserve_adjustment', plan: 'plan', quantity: this.amount(units * 9n) });
        return;
      default:
        this.writeEvent(what, pick, units, holder);
    }
  }

  private writeEvent(what: string, pick: number, units: bigint, holder: string | undefined): void {
    const draws = what === 'draw';
    const open = this.open.filter(
      ({ issuance, left }) => left > 0n && (!draws || /^(equity|warrant)/.test(issuance.type)),
    );
    const one = open[pick % Math.max(1, open.length)];
    if (one === undefined) return;
    const { issuance, left } = one;
    const part = units < left ? units : left;
    const instrument = issuance.type.replace('_issuance', '');
    const about = { securityId: issuance.securityId ?? '' };
    const taken = { [this.measure(issuance)]: this.amount(part) };
    switch (what) {
      case 'part with balance':
      case 'part with balance alone': {
        if (part === left) return;
        const balance = this.issue(issuance, left - part, issuance.holder);
        const resulting = this.issue(issuance, part, holder);
        const stated = what === 'part with balance' ? taken : {};
        one.left = 0n;
        this.put({
          type: `${instrument}_transfer`,
          ...about,
          ...stated,
          balanceSecurityId: balance,
          resultingSecurityIds: [resulting],
        });
        return;
      }
      case 'part that stays':
        one.left -= part;
        this.put({ type: `${instrument}_cancellation`, ...about, ...taken, remainder: 'stays' });
        return;
      case 'part without balance':
        one.left = 0n;
        this.put({ type: `${instrument}_repurchase`, ...about, ...taken, remainder: 'ends' });
        return;
      case 'whole':
        one.left = 0n;
        this.put({ type: `${instrument}_retraction`, ...about });
        return;
      case 'draw':
        // Under the terminal reading the grant ends; it is left alone from here on under both.
        one.left = 0n;
        this.put({ type: `${instrument}_${pick % 2 === 0 ? 'exercise' : 'release'}`, ...about, ...taken });
        return;
      case 'split': {
        const id = `split ${this.names}`;
        const ratio = { new: Rational.of(3), old: Rational.of(2) };
        this.put({ type: 'class_split', id, class: 'common', ratio });
        const grownBy = this.issue(issuance, 3n * left, issuance.holder, Rational.of(1, 2));
        one.left = 0n;
        this.put({
          type: `${instrument}_reissuance`,
          ...about,
          splitId: id,
          resultingSecurityIds: [grownBy],
        });
        return;
      }
      case 'dated before':
        one.left -= part;
        this.put({
          type: `${instrument}_cancellation`,
          ...about,
          ...taken,
          remainder: 'stays',
          date: addDays(issuance.date, -1 - (pick % 4)),
        });
    }
  }

  private measure({ type }: Transaction): 'quantity' | 'amount' {
    return type === 'convertible_issuance' ? 'amount' : 'quantity';
  }

  private amount(units: bigint, times: Rational = Rational.ONE): Rational {
    return this.unit.times(Rational.of(units)).times(times);
  }

  private issue(
    like: Omit<Transaction, 'date'>,
    units: bigint,
    holder: string | undefined,
    times: Rational = Rational.ONE,
  ): string {
    this.names += 1;
    const securityId = `s${this.names}`;
    const { holder: _, ...rest } = like;
    const issuance: Transaction = {
      ...rest,
      date: this.day,
      securityId,
      ...(holder === undefined ? {} : { holder }),
      [this.measure({ ...like, date: this.day })]: this.amount(units, times),
    };
    this.transactions.push(issuance);
    // Half units are not taken from again: the parts are whole.
    this.open.push({ issuance, left: times.isInteger() ? units : 0n });
    return securityId;
  }

  private put(transaction: Omit<Transaction, 'date'> & { readonly date?: PlainDate }): void {
    this.transactions.push({ date: this.day, ...transaction });
  }
}
