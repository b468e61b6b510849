/**
 * What a row of the history does. A `draw` and a `check` belong to the event in the row before them: what that event
 * took is added to a position (shares exercised under a plan), or has to be a given number (a split).
 */
export const OP = { issue: 0, lower: 1, end: 2, draw: 3, check: 4 } as const;

/**
 * The rows of a history as one typed array per field, ordered by the day from which each counts, as days since
 * 1970-01-01; `stated` is the day of its transaction, which is earlier where it is dated before its issuance.
 * `position` is where a row adds, and `delta`, which `resolveRows` works out, how much. `rest` is the security in which
 * an end leaves the rest, or −1. `quantity` of a lower or an end is NaN where it takes all, or all but the rest;
 * otherwise a whole number of units below 2^53.
 */
export class EventColumns {
  length = 0;
  op = new Uint8Array(64);
  day = new Int32Array(64);
  stated = new Int32Array(64);
  security = new Int32Array(64);
  rest = new Int32Array(64);
  quantity = new Float64Array(64);
  position = new Int32Array(64);
  delta = new Float64Array(64);

  /** Makes room for so many rows in all. */
  reserve(rows: number): void {
    if (rows <= this.op.length) return;
    const size = Math.max(rows, 2 * this.op.length);
    this.op = grown(this.op, new Uint8Array(size));
    this.day = grown(this.day, new Int32Array(size));
    this.stated = grown(this.stated, new Int32Array(size));
    this.security = grown(this.security, new Int32Array(size));
    this.rest = grown(this.rest, new Int32Array(size));
    this.quantity = grown(this.quantity, new Float64Array(size));
    this.position = grown(this.position, new Int32Array(size));
    this.delta = grown(this.delta, new Float64Array(size));
  }

  /** Puts a row at a place, moving later ones on; at the end this costs the same for any number of rows. */
  insert(
    at: number,
    op: number,
    day: number,
    stated: number,
    security: number,
    position: number,
    rest: number,
    quantity: number,
  ): void {
    this.reserve(this.length + 1);
    if (at < this.length) {
      for (const column of this.all()) column.copyWithin(at + 1, at, this.length);
    }
    this.length += 1;
    this.op[at] = op;
    this.day[at] = day;
    this.stated[at] = stated;
    this.security[at] = security;
    this.position[at] = position;
    this.rest[at] = rest;
    this.quantity[at] = quantity;
    this.delta[at] = 0;
  }

  remove(at: number, rows: number): void {
    for (const column of this.all()) column.copyWithin(at, at + rows, this.length);
    this.length -= rows;
  }

  /** The number of rows that count by the end of a day. */
  rowsBy(day: number): number {
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.day[middle] as number) <= day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private all(): readonly (Uint8Array | Int32Array | Float64Array)[] {
    const { op, day, stated, security, position, rest, quantity, delta } = this;
    return [op, day, stated, security, position, rest, quantity, delta];
  }
}

export function grown<T extends Uint8Array | Int32Array | Float64Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}
