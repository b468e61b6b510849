import { Rational, sum } from '../rational/index.ts';
import { invariant } from '../result/index.ts';
import { type PlainDate, toEpochDay } from '../time/index.ts';
import { EventColumns, grown, OP } from './event-columns.kernel.ts';
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
  /** By the place of a security's issuance. */
  private numbers = new Int32Array(64);
  private readonly days = new Map<string, number>();
  private issuedInAll = 0;

  private constructor(private readonly scale: bigint) {}

  /** `faulty` when some event cannot be; which, and why, `resolve` says. Undefined when the numbers are too large. */
  static of(register: Register): Compiled | 'faulty' | undefined {
    const compiled = new Compiled(commonDenominator(register));
    const securities = [...register.securities.values()];
    compiled.securities.reserve(securities.length);
    compiled.rows.reserve(securities.length + register.events.length);
    for (const security of securities) if (!compiled.number(security)) return undefined;
    const issued = inOrder(securities, ({ date }) => compiled.dayOf(date));
    const dated = inOrder(register.events, ({ date }) => compiled.dayOf(date));
    const events = inOrder(dated, (event) => compiled.dayOfEvent(event, register));
    // Issuances before the events of their day.
    let next = 0;
    for (const event of events) {
      const day = compiled.dayOfEvent(event, register);
      for (let one = issued[next]; one !== undefined && compiled.dayOf(one.date) <= day; one = issued[next]) {
        compiled.addIssue(compiled.rows.length, one);
        next += 1;
      }
      const security = register.securities.get(event.securityId);
      if (security?.instrument !== event.instrument) return 'faulty';
      compiled.addEvent(compiled.rows.length, event, security);
    }
    for (; next < issued.length; next += 1) {
      compiled.addIssue(compiled.rows.length, issued[next] as Security);
    }
    return compiled.replay() ? compiled : 'faulty';
  }

  /** Takes in a new security. False when its number does not fit. */
  issue(security: Security): boolean {
    if (!this.number(security)) return false;
    const at = this.rows.rowsBy(this.dayOf(security.date));
    this.addIssue(at, security);
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
    if (security?.instrument !== event.instrument) return false;
    const number = this.numberOf(security);
    const at = this.placeOf(event, security);
    if (at === this.rows.length) return this.playLast(event, security);
    const added = this.addEvent(at, event, security);
    if (!this.replaySecurity(number)) {
      this.rows.remove(at, added);
      invariant(this.replaySecurity(number), 'what was there before can be played again');
      return false;
    }
    this.checkpoints.dropFrom(at);
    return true;
  }

  holdingsOn(asOf: PlainDate): Holdings {
    return this.listed(asOf, this.totalsOn(asOf));
  }

  /** The units of every position at the end of a day, into an array that may be used again. */
  totalsOn(asOf: PlainDate, into: Float64Array = new Float64Array(this.positions.count)): Float64Array {
    return this.checkpoints.after(this.rows, this.rows.rowsBy(this.dayOf(asOf)), into);
  }

  /** The same without checkpoints, by adding up from the first row. */
  foldedOn(asOf: PlainDate, into: Float64Array = new Float64Array(this.positions.count)): Float64Array {
    into.fill(0);
    foldRows(into, this.rows, 0, this.rows.rowsBy(this.dayOf(asOf)));
    return into;
  }

  /** What units of positions amount to, listed when they are looked at. */
  listed(asOf: PlainDate, totals: Float64Array): Holdings {
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

  /** Plays every row anew, checking each: whether all of them can be. */
  replay(): boolean {
    this.securities.reset();
    return resolveRows(this.rows, this.securities, 0, this.rows.length) < 0;
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

  private playLast(event: SecurityEvent, of: Security): boolean {
    const { rows, securities } = this;
    const security = this.numberOf(of);
    const from = rows.length;
    const left = securities.left[security] as number;
    this.addEvent(from, event, of);
    if (resolveRows(rows, securities, from, rows.length) < 0) return true;
    rows.length = from;
    securities.left[security] = left;
    return false;
  }

  /** After everything of its day, unless it is dated before an event that counts from the same day. */
  private placeOf({ date }: SecurityEvent, of: Security): number {
    const { rows } = this;
    const [stated, security] = [this.dayOf(date), this.numberOf(of)];
    const day = Math.max(stated, this.dayOf(of.date));
    const end = rows.rowsBy(day);
    let at = end;
    for (let row = end - 1; stated < day && row >= 0 && rows.day[row] === day; row -= 1) {
      const later = rows.security[row] === security && (rows.stated[row] as number) > stated;
      if (later && rows.op[row] !== OP.issue) at = row;
    }
    return at;
  }

  private number(security: Security): boolean {
    const { issued, place } = security;
    const units = this.units(issued);
    // What is no whole number of units compares as false.
    if (!(this.issuedInAll + units <= Number.MAX_SAFE_INTEGER)) return false;
    this.issuedInAll += units;
    const position = this.positions.of(accountOf(security), security.holder);
    if (place >= this.numbers.length) this.numbers = grown(this.numbers, new Int32Array(2 * place));
    this.numbers[place] = this.securities.push(units, position);
    return true;
  }

  private addIssue(at: number, security: Security): void {
    const number = this.numberOf(security);
    const { position, issued } = this.securities;
    const day = this.dayOf(security.date);
    this.rows.insert(
      at,
      OP.issue,
      day,
      day,
      number,
      position[number] as number,
      -1,
      issued[number] as number,
    );
  }

  /** Puts the rows of an event from a place on; returns how many. */
  private addEvent(at: number, event: SecurityEvent, of: Security): number {
    const { rows } = this;
    const { act, date, taken, balance, restStays, split } = event;
    const before = rows.length;
    const stated = this.dayOf(date);
    const day = Math.max(stated, this.dayOf(of.date));
    const security = this.numberOf(of);
    const rest = balance === undefined ? -1 : this.numberOf(balance);
    const quantity = taken === undefined ? Number.NaN : this.units(taken.value);
    const position = this.securities.position[security] as number;
    rows.insert(at, restStays ? OP.lower : OP.end, day, stated, security, position, rest, quantity);
    if (drawsOn(act, of.plan)) {
      const drawn = this.positions.of({ kind: 'exercised', id: of.plan }, undefined);
      rows.insert(at + 1, OP.draw, day, stated, security, drawn, -1, 0);
    }
    if (split !== undefined) {
      const old = sum(split.resulting.map(({ issued }) => issued)).dividedBy(split.ratio);
      rows.insert(at + rows.length - before, OP.check, day, stated, security, position, -1, this.units(old));
    }
    if (balance !== undefined && !continues(balance, of)) {
      rows.insert(at + rows.length - before, OP.check, day, stated, security, position, -1, Number.NaN);
    }
    return rows.length - before;
  }

  /** NaN, which equals nothing, for what is no whole count of units. */
  private units({ numerator, denominator }: Rational): number {
    if (denominator === this.scale) return Number(numerator);
    return this.scale % denominator === 0n ? Number(numerator * (this.scale / denominator)) : Number.NaN;
  }

  /** The most units that may be outstanding. */
  private limit(shares: Rational | undefined): number {
    return shares === undefined
      ? Number.POSITIVE_INFINITY
      : Number(shares.times(Rational.of(this.scale)).floor());
  }

  private numberOf(security: Security): number {
    return this.numbers[security.place] as number;
  }

  private dayOf(date: PlainDate): number {
    const known = this.days.get(date);
    if (known !== undefined) return known;
    const day = toEpochDay(date);
    this.days.set(date, day);
    return day;
  }

  /** The day an event counts from. */
  private dayOfEvent({ date, securityId }: SecurityEvent, { securities }: Register): number {
    const issued = securities.get(securityId)?.date ?? date;
    return this.dayOf(date < issued ? issued : date);
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
  const numbers = new Float64Array(items.length);
  let sorted = true;
  for (let at = 0; at < items.length; at += 1) {
    numbers[at] = numberOf(items[at] as T);
    sorted &&= at === 0 || (numbers[at - 1] as number) <= (numbers[at] as number);
  }
  if (sorted) return items;
  const places = Uint32Array.from(items.keys());
  places.sort((a, b) => (numbers[a] as number) - (numbers[b] as number) || a - b);
  return Array.from(places, (place) => items[place] as T);
}
