import type { ByteSegments } from '@tranche/ledger/source';

/**
 * Which stretch of something underneath (bytes of a file, characters of a page) each stretch of a text stands for.
 * Four numbers a run: where it starts in the text, its units, where it starts underneath, and how much of what is
 * underneath one unit takes; negative: the run stands for so much as a whole and cannot be cut.
 * Runs are in the order of the text; what lies between them was put in.
 */
export class RunList {
  readonly numbers: number[] = [];

  /** Joined to the last run where it goes on in the same way. */
  push(text: number, units: number, under: number, perUnit: number): void {
    if (units === 0) return;
    const { numbers } = this;
    const last = numbers.length - 4;
    if (last >= 0 && perUnit > 0 && numbers[last + 3] === perUnit) {
      const length = numbers[last + 1] ?? 0;
      const goesOn =
        (numbers[last] ?? 0) + length === text && (numbers[last + 2] ?? 0) + length * perUnit === under;
      if (goesOn) {
        numbers[last + 1] = length + units;
        return;
      }
    }
    numbers.push(text, units, under, perUnit);
  }

  /** A run that stands for a range as a whole; a single unit can be no smaller anyway. */
  pushWhole(text: number, units: number, under: number, length: number): void {
    if (length > 0) this.push(text, units, under, units === 1 ? length : -length);
  }

  get length(): number {
    return this.numbers.length / 4;
  }

  /** The runs of a text that follows on this one, `shift` units from the start of the whole. */
  append(other: RunList, shift: number): void {
    const { numbers } = other;
    for (let at = 0; at < numbers.length; at += 4) {
      const [text = 0, units = 0, under = 0, perUnit = 0] = numbers.slice(at, at + 4);
      this.push(text + shift, units, under, perUnit);
    }
  }

  /** The way from this text through what is underneath to what `inner` says is under that. */
  through(inner: RunList): RunList {
    if (inner.isStraight) return this;
    const out = new RunList();
    for (let at = 0; at < this.numbers.length; at += 4) {
      const [text = 0, units = 0, under = 0, perUnit = 0] = this.numbers.slice(at, at + 4);
      if (perUnit < 0) {
        const [start, end] = inner.hull(under, under - perUnit);
        out.pushWhole(text, units, start, end - start);
      } else inner.carry(out, text, units, under, perUnit);
    }
    return out;
  }

  /** One to one from the start: nothing changes by going through it. */
  private get isStraight(): boolean {
    const [text, , under, perUnit] = this.numbers;
    return this.numbers.length === 4 && text === 0 && under === 0 && perUnit === 1;
  }

  private carry(out: RunList, text: number, units: number, from: number, perUnit: number): void {
    const { numbers } = this;
    let run = this.runAt(from) * 4;
    for (let done = 0; done < units; ) {
      const position = from + done * perUnit;
      while (run < numbers.length && (numbers[run] ?? 0) + (numbers[run + 1] ?? 0) <= position) run += 4;
      if (run >= numbers.length) return;
      const [start = 0, length = 0, under = 0, rate = 0] = numbers.slice(run, run + 4);
      if (start > position) {
        done += Math.max(1, Math.floor((start - position) / perUnit));
        continue;
      }
      const whole = Math.min(units - done, Math.floor((start + length - position) / perUnit));
      if (whole === 0) {
        const [first, end] = this.hull(position, position + perUnit);
        out.pushWhole(text + done, 1, first, end - first);
        done += 1;
      } else {
        if (rate < 0) out.pushWhole(text + done, whole, under, -rate);
        else out.push(text + done, whole, under + (position - start) * rate, perUnit * rate);
        done += whole;
      }
    }
  }

  /** The smallest range underneath that holds everything a range of the text stands for; empty when nothing does. */
  hull(from: number, to: number): readonly [start: number, end: number] {
    const { numbers } = this;
    let low = Number.POSITIVE_INFINITY;
    let high = -1;
    for (let at = this.runAt(from) * 4; at < numbers.length && (numbers[at] ?? 0) < to; at += 4) {
      const [start = 0, length = 0, under = 0, rate = 0] = numbers.slice(at, at + 4);
      const first = Math.max(from, start) - start;
      const last = Math.min(to, start + length) - start;
      if (last <= first) continue;
      low = Math.min(low, rate < 0 ? under : under + first * rate);
      high = Math.max(high, rate < 0 ? under - rate : under + last * rate);
    }
    return high < 0 ? [0, 0] : [low, high];
  }

  /** The last run that starts at or before a place; the first when none does. */
  private runAt(place: number): number {
    let low = 0;
    let high = this.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.numbers[middle * 4] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return Math.max(low, 0);
  }

  /** The compact form that is kept: each run by its distance from the last. */
  toSegments(): ByteSegments {
    const runs: number[] = [];
    let textEnd = 0;
    let underEnd = 0;
    for (let at = 0; at < this.numbers.length; at += 4) {
      const [text = 0, units = 0, under = 0, perUnit = 0] = this.numbers.slice(at, at + 4);
      runs.push(text - textEnd, units, under - underEnd, perUnit);
      textEnd = text + units;
      underEnd = under + (perUnit < 0 ? -perUnit : units * perUnit);
    }
    return { in: 'bytes', runs };
  }
}
