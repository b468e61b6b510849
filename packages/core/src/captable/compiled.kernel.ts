import { Rational, sum } from '../rational/index.ts';
import { invariant } from '../result/index.ts';
import { type PlainDate, toEpochDay } from '../time/index.ts';
import { EventColumns, OP, type Row } from './event-columns.kernel.ts';
import { Checkpoints, foldRows } from './fold.kernel.ts';
import { accountOf, drawsOn, type Holding, type Holdings } from './holdings.ts';
import { Positions } from './positions.ts';
import type { Register, Security, SecurityEvent } from './register.ts';
import { continues } from './resolve.ts';
import {
  type AuthorizedColumns,
  exceedsAuthorized,
  resolveRows,
  SecurityColumns,
} from './resolve-rows.kernel.ts';
import type { ClassTerms } from './transaction.ts';

const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);

/**
 * A register as columns of whole numbers: each event resolved once to a position and what it adds there, so that a
 * table on a day is a copy of a checkpoint and some additions.
 * Exact: quantities are counted in units of `1 ÷ scale`, and all that was ever issued stays below 2^53 of them, which
 * bounds every sum; where that does not hold there is no compiled form (`of` gives undefined, `issue` false).
 */
export class Compiled {
  private readonly rows = new EventColumns();
  private readonly securities = new SecurityColumns();
  private readonly positions = new Positions();
  private readonly checkpoints = new Checkpoints();
  private readonly numbers = new Map<Security, number>();
  private readonly days = new Map<string, number>();
  private issuedInAll = 0n;

  private constructor(private readonly scale: bigint) {}

  /** `faulty` when some event cannot be; which, and why, `resolve` says. Undefined when the numbers are too large. */
  static of(register: Register): Compiled | 'faulty' | undefined {
    const compiled = new Compiled(commonDenominator(register));
    const securities = [...register.securities.values()];
    compiled.securities.reserve(securities.length);
    compiled.rows.reserve(securities.length + register.events.length);
    for (const security of securities) if (!compiled.number(security)) return undefined;
    const events = inOrder(register.events, ({ date }) => compiled.dayOf(date));
    const securityOf = ({ securityId }: SecurityEvent) => register.securities.get(securityId);
    const all: readonly (Security | SecurityEvent)[] = [...securities, ...events];
    // Issuances before the events of their day.
    const ordered = inOrder(all, (one) => {
      if (!('act' in one)) return 2 * compiled.dayOf(one.date);
      const issued = securityOf(one)?.date ?? one.date;
      return 2 * compiled.dayOf(one.date < issued ? issued : one.date) + 1;
    });
    for (const one of ordered) {
      const rows = 'act' in one ? compiled.rowsOf(one, securityOf(one)) : [compiled.rowOf(one)];
      if (rows === undefined) return 'faulty';
      for (const row of rows) compiled.rows.insert(compiled.rows.length, row);
    }
    return compiled.replay() ? compiled : 'faulty';
  }

  /** Takes in a new security. False when its number does not fit. */
  issue(security: Security): boolean {
    if (!this.number(security)) return false;
    const row = this.rowOf(security);
    const at = this.rows.rowsBy(row.day);
    this.rows.insert(at, row);
    invariant(resolveRows(this.rows, this.securities, at, at + 1) < 0, 'an issuance can always be');
    this.checkpoints.dropFrom(at);
    return true;
  }

  /** Whether the number of an event is a whole count of units. */
  fits({ taken }: SecurityEvent): boolean {
    return taken === undefined || this.scale % taken.value.denominator === 0n;
  }

  /**
   * Takes in an event; false, and nothing has changed, when it cannot be. In the order of days this takes the same
   * time for any length; an earlier event is put in its place, and what comes after it on its security played again.
   */
  play(event: SecurityEvent, security: Security | undefined): boolean {
    const added = this.rowsOf(event, security);
    const [first] = added ?? [];
    if (added === undefined || first === undefined) return false;
    const at = this.placeOf(first);
    if (at === this.rows.length) return this.playLast(added, first.security);
    for (const [index, row] of added.entries()) this.rows.insert(at + index, row);
    if (!this.replaySecurity(first.security)) {
      this.rows.remove(at, added.length);
      invariant(this.replaySecurity(first.security), 'what was there before can be played again');
      return false;
    }
    this.checkpoints.dropFrom(at);
    return true;
  }

  holdingsOn(asOf: PlainDate): Holdings {
    const count = this.rows.rowsBy(toEpochDay(asOf));
    return this.listed(asOf, this.checkpoints.after(this.rows, count, this.positions.count));
  }

  /** The same by checking every row anew and adding up from the first, without checkpoints. */
  refoldedOn(asOf: PlainDate): Holdings {
    invariant(this.replay(), 'what was compiled can be played again');
    const totals = new Float64Array(this.positions.count);
    foldRows(totals, this.rows, 0, this.rows.rowsBy(toEpochDay(asOf)));
    return this.listed(asOf, totals);
  }

  /** Whether on some day more of a class is outstanding than is authorized. */
  exceedsAuthorized(classes: readonly ClassTerms[], register: Register): boolean {
    const numbers = new Map(classes.map(({ id }, index) => [id, index]));
    const settings = inOrder(register.authorized, ({ date }) => this.dayOf(date));
    const authorized: AuthorizedColumns = {
      initially: Float64Array.from(classes, ({ authorized }) => this.limit(authorized)),
      day: Int32Array.from(settings, ({ date }) => this.dayOf(date)),
      class: Int32Array.from(settings, ({ of }) => numbers.get(of) ?? 0),
      value: Float64Array.from(settings, ({ value }) => this.limit(value)),
    };
    const classOf = Int32Array.from(this.positions.accounts, (account) =>
      account.kind === 'class' ? (numbers.get(account.id) ?? -1) : -1,
    );
    return exceedsAuthorized(this.rows, classOf, authorized);
  }

  private replay(): boolean {
    this.securities.reset();
    return resolveRows(this.rows, this.securities, 0, this.rows.length) < 0;
  }

  private replaySecurity(security: number): boolean {
    const { rows } = this;
    for (let from = 0; from < rows.length; from += 1) {
      if (rows.security[from] !== security) continue;
      let to = from + 1;
      while (to < rows.length && rows.security[to] === security) to += 1;
      if (resolveRows(rows, this.securities, from, to) >= 0) return false;
      from = to - 1;
    }
    return true;
  }

  private playLast(added: readonly Row[], security: number): boolean {
    const { rows, securities } = this;
    const from = rows.length;
    const [left, state] = [securities.left[security] as number, securities.state[security] as number];
    for (const row of added) rows.insert(rows.length, row);
    if (resolveRows(rows, securities, from, rows.length) < 0) return true;
    rows.length = from;
    securities.left[security] = left;
    securities.state[security] = state;
    return false;
  }

  /** After everything of its day, unless it is dated before an event that counts from the same day. */
  private placeOf({ day, stated, security }: Row): number {
    const { rows } = this;
    const end = rows.rowsBy(day);
    let at = end;
    for (let row = end - 1; stated < day && row >= 0 && rows.day[row] === day; row -= 1) {
      const later = rows.security[row] === security && (rows.stated[row] as number) > stated;
      if (later && rows.op[row] !== OP.issue) at = row;
    }
    return at;
  }

  private number(security: Security): boolean {
    const { issued } = security;
    if (this.scale % issued.denominator !== 0n) return false;
    const units = issued.numerator * (this.scale / issued.denominator);
    this.issuedInAll += units;
    if (this.issuedInAll > LARGEST) return false;
    const position = this.positions.of(accountOf(security), security.holder);
    this.numbers.set(security, this.securities.push(Number(units), position));
    return true;
  }

  private rowOf(security: Security): Row {
    const number = this.numberOf(security);
    const day = this.dayOf(security.date);
    return {
      op: OP.issue,
      day,
      stated: day,
      security: number,
      key: this.securities.position[number] as number,
      quantity: this.securities.issued[number] as number,
    };
  }

  /** Undefined when the security was never issued as that instrument. */
  private rowsOf(event: SecurityEvent, of: Security | undefined): readonly Row[] | undefined {
    if (of === undefined || of.instrument !== event.instrument) return undefined;
    const { act, date, taken, balance, restStays, split } = event;
    const stated = this.dayOf(date);
    const security = this.numberOf(of);
    const day = Math.max(stated, this.dayOf(of.date));
    const common = { day, stated, security };
    const rows: Row[] = [
      {
        ...common,
        op: restStays ? OP.lower : OP.end,
        key: balance === undefined ? -1 : this.numberOf(balance),
        quantity: taken === undefined ? Number.NaN : this.units(taken.value),
      },
    ];
    if (drawsOn(act, of.plan)) {
      const key = this.positions.of({ kind: 'exercised', id: of.plan }, undefined);
      rows.push({ ...common, op: OP.draw, key, quantity: 0 });
    }
    if (split !== undefined) {
      const old = sum(split.resulting.map(({ issued }) => issued)).dividedBy(split.ratio);
      rows.push({ ...common, op: OP.check, key: 0, quantity: this.units(old) });
    }
    if (balance !== undefined && !continues(balance, of)) {
      rows.push({ ...common, op: OP.check, key: 0, quantity: Number.NaN });
    }
    return rows;
  }

  /** NaN, which equals nothing, for what is no whole count of units. */
  private units({ numerator, denominator }: Rational): number {
    return this.scale % denominator === 0n ? Number(numerator * (this.scale / denominator)) : Number.NaN;
  }

  /** The most units that may be outstanding. */
  private limit(shares: Rational | undefined): number {
    return shares === undefined
      ? Number.POSITIVE_INFINITY
      : Number(shares.times(Rational.of(this.scale)).floor());
  }

  private numberOf(security: Security): number {
    const number = this.numbers.get(security);
    invariant(number !== undefined, `the security ${security.id} has a number`);
    return number;
  }

  private dayOf(date: PlainDate): number {
    const known = this.days.get(date);
    if (known !== undefined) return known;
    const day = toEpochDay(date);
    this.days.set(date, day);
    return day;
  }

  private listed(asOf: PlainDate, totals: Float64Array): Holdings {
    const { holders, accounts } = this.positions;
    const { scale } = this;
    return {
      asOf,
      get holdings(): readonly Holding[] {
        return accounts.flatMap((account, index) => {
          const units = totals[index] as number;
          return units === 0
            ? []
            : [{ holder: holders[index], account, quantity: Rational.of(units, scale) }];
        });
      },
    };
  }
}

function commonDenominator({ securities, events }: Register): bigint {
  let scale = 1n;
  const take = ({ denominator }: Rational): void => {
    if (scale % denominator === 0n) return;
    let [a, b] = [scale, denominator];
    while (b !== 0n) [a, b] = [b, a % b];
    scale *= denominator / a;
  };
  for (const { issued } of securities.values()) take(issued);
  for (const { taken } of events) if (taken !== undefined) take(taken.value);
  return scale;
}

/** Items by a whole number, equal ones in their order; as it was where that is already so. */
function inOrder<T>(items: readonly T[], numberOf: (item: T) => number): readonly T[] {
  const numbers = Float64Array.from(items, numberOf);
  if (numbers.every((number, index) => index === 0 || (numbers[index - 1] as number) <= number)) return items;
  const places = Uint32Array.from(items, (_, index) => index);
  places.sort((a, b) => (numbers[a] as number) - (numbers[b] as number) || a - b);
  return Array.from(places, (place) => items[place] as T);
}
