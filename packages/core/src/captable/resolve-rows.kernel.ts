import { type EventColumns, grown, OP } from './event-columns.kernel.ts';

/** What is left of a security that has not been issued yet, or has ended: no event can be about it. */
const NOT_OPEN = -1;

/** What is known of each security while rows are played. */
export class SecurityColumns {
  length = 0;
  issued = new Float64Array(64);
  position = new Int32Array(64);
  left = new Float64Array(64);

  push(issued: number, position: number): number {
    if (this.length === this.issued.length) this.reserve(2 * this.length);
    this.issued[this.length] = issued;
    this.left[this.length] = NOT_OPEN;
    this.position[this.length] = position;
    this.length += 1;
    return this.length - 1;
  }

  reserve(securities: number): void {
    if (securities <= this.issued.length) return;
    this.issued = grown(this.issued, new Float64Array(securities));
    this.position = grown(this.position, new Int32Array(securities));
    this.left = grown(this.left, new Float64Array(securities));
  }

  /** As before anything was issued. */
  reset(): void {
    this.left.fill(NOT_OPEN);
  }
}

/**
 * Plays rows `from` to `to`: checks each against what is left of its security, and works out how much it adds.
 * Returns the first row that cannot be (not issued, ended, more than is left, a rest that its certificate does not
 * equal, a split that does not come out), or −1. Rows of one security stand in the order of their transactions.
 * Exact: whole numbers whose sums stay below 2^53, as the history asserts.
 */
export function resolveRows(
  rows: EventColumns,
  securities: SecurityColumns,
  from: number,
  to: number,
): number {
  const { op, security, rest: restIn, quantity, delta } = rows;
  const { issued, left } = securities;
  let lastTaken = 0;
  for (let row = from; row < to; row += 1) {
    const what = op[row];
    const one = security[row] as number;
    if (what === OP.issue) {
      const shares = quantity[row] as number;
      left[one] = shares;
      delta[row] = shares;
    } else if (what === OP.draw) {
      delta[row] = lastTaken;
    } else if (what === OP.check) {
      if (lastTaken !== quantity[row]) return row;
      delta[row] = 0;
    } else {
      const before = left[one] as number;
      if (before === NOT_OPEN) return row;
      const balance = restIn[row] as number;
      const rest = balance < 0 ? 0 : (issued[balance] as number);
      const stated = quantity[row] as number;
      const taken = Number.isNaN(stated) ? before - rest : stated;
      if (taken > before || taken < 0 || (balance >= 0 && rest !== before - taken)) return row;
      const after = what === OP.lower ? before - taken : 0;
      left[one] = after === 0 ? NOT_OPEN : after;
      delta[row] = after - before;
      lastTaken = taken;
    }
  }
  return -1;
}

/** Authorized numbers in force from days on, ordered by day; classes by index. */
export interface AuthorizedColumns {
  /** By class; infinite where nothing limits it. */
  readonly initially: Float64Array;
  readonly day: Int32Array;
  readonly class: Int32Array;
  readonly value: Float64Array;
}

/**
 * Whether at the end of some day more shares of a class are outstanding than are authorized. `classOf` gives the
 * class of each position, −1 for what is not stock. The rows are resolved.
 */
export function exceedsAuthorized(
  { length, day, position, delta }: EventColumns,
  classOf: Int32Array,
  authorized: AuthorizedColumns,
): boolean {
  const limit = authorized.initially.slice();
  const total = new Float64Array(limit.length);
  const touchedOn = new Int32Array(limit.length).fill(-1);
  const touched = new Int32Array(limit.length);
  const changes = authorized.day.length;
  let row = 0;
  let change = 0;
  for (let turn = 0; row < length || change < changes; turn += 1) {
    const rowDay = row < length ? (day[row] as number) : Number.POSITIVE_INFINITY;
    const changeDay = change < changes ? (authorized.day[change] as number) : Number.POSITIVE_INFINITY;
    const today = Math.min(rowDay, changeDay);
    let count = 0;
    for (; row < length && day[row] === today; row += 1) {
      const one = classOf[position[row] as number] as number;
      if (one < 0) continue;
      total[one] = (total[one] as number) + (delta[row] as number);
      if (touchedOn[one] !== turn) {
        touchedOn[one] = turn;
        touched[count++] = one;
      }
    }
    for (; change < changes && authorized.day[change] === today; change += 1) {
      const one = authorized.class[change] as number;
      limit[one] = authorized.value[change] as number;
      if (touchedOn[one] !== turn) {
        touchedOn[one] = turn;
        touched[count++] = one;
      }
    }
    for (let index = 0; index < count; index += 1) {
      const one = touched[index] as number;
      if ((total[one] as number) > (limit[one] as number)) return true;
    }
  }
  return false;
}
