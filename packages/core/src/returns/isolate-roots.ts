import { signChanges, type Term } from './discount-polynomial.ts';
import { type Range, type Sample, SampledPolynomial } from './sampled-polynomial.ts';

/** A root lies between two points from 0 to 1, both times `2 ^ bits`. */
export interface RootInterval {
  readonly low: bigint;
  readonly high: bigint;
  readonly bits: number;
}

/**
 * Every root of a polynomial strictly between 0 and 1, ascending, each in its own narrow interval; a multiple root
 * once. A root at 1 itself is the caller's.
 *
 * On a part where some slope of the polynomial keeps its sign, the slope one order lower is monotone and has at most
 * one root, which halving finds; the next lower one has at most one between any two of those and the ends (Rolle), and
 * so on down to the polynomial itself: no root can be missed. The slope whose order is the number of changes of sign
 * keeps its sign everywhere (Descartes), so one part would do. Where there are many changes, the interval is first
 * halved, since on most parts the polynomial or its first slopes provably keep their sign already. Points of division
 * lie where the sign is certain, so no root falls between two parts.
 *
 * Whole numbers with all rounding accounted for. Where a value cannot be told from zero at a root of its slope, the
 * polynomial is taken to touch zero there: roots nearer to each other than about `10 ^ −25` count as one.
 */
export function isolateRoots(terms: readonly Term[]): readonly RootInterval[] {
  return signChanges(terms) === 0 ? [] : new Isolation(terms).roots();
}

/** Few changes of sign, or parts halved this often, are settled by way of all slopes; others by the first ones. */
const FEW_CHANGES = 3;
const OFTEN_HALVED = 12;
const FIRST_SLOPES = 2;

/** Relative width, in bits, of the intervals that are returned, beside the bits of the degree. */
const NARROW_BITS = 100;

interface Part {
  readonly low: Sample;
  readonly high: Sample;
  /** How often halved. */
  readonly depth: number;
}

class Isolation {
  private readonly polynomial: SampledPolynomial;
  private readonly zero: Sample;
  private readonly one: Sample;
  private readonly changes: number;
  private readonly narrowBits: bigint;

  constructor(terms: readonly Term[]) {
    const sizes = terms.map(({ coefficient }) => bitLength(coefficient));
    const ends = Math.min(sizes[0] ?? 0, sizes.at(-1) ?? 0);
    const degreeBits = bitLength(BigInt(terms.at(-1)?.exponent ?? 0));
    this.changes = signChanges(terms);
    this.narrowBits = BigInt(NARROW_BITS + degreeBits);
    // The value at a distance d from a root that is n-fold is about d to the power of n, and must still be seen.
    const seen = 2 * NARROW_BITS + 64 * Math.min(this.changes, 8);
    const bits = seen + 3 * degreeBits + bitLength(BigInt(terms.length)) + Math.max(...sizes) - ends;
    this.polynomial = new SampledPolynomial(terms, bits);
    this.zero = this.polynomial.at(0n);
    this.one = this.polynomial.at(1n << BigInt(bits));
  }

  roots(): readonly RootInterval[] {
    const found: Part[] = [];
    const stack: Part[] = [{ low: this.zero, high: this.one, depth: 0 }];
    for (let part = stack.pop(); part !== undefined; part = stack.pop()) {
      const order = this.orderOfOneSign(part);
      if (order !== undefined) {
        found.push(...this.rootsBelow(part, order));
        continue;
      }
      const middle = this.pointWithin(0, part);
      const depth = part.depth + 1;
      if (middle === undefined) stack.push({ ...part, depth: OFTEN_HALVED });
      else stack.push({ low: middle, high: part.high, depth }, { low: part.low, high: middle, depth });
    }
    return found.map(({ low, high }) => ({ low: low.x, high: high.x, bits: this.polynomial.bits }));
  }

  /** A slope that keeps its sign on a part. */
  private orderOfOneSign(part: Part): number | undefined {
    for (let order = 0; order <= Math.min(FIRST_SLOPES, this.changes - 1); order += 1) {
      if (this.keepsSign(order, part)) return order;
    }
    return this.changes <= FEW_CHANGES || part.depth >= OFTEN_HALVED ? this.changes : undefined;
  }

  /** The roots on a part, given a slope without one there: those of the lower slopes by turns. */
  private rootsBelow(part: Part, orderWithout: number): readonly Part[] {
    let turns: readonly Part[] = [];
    for (let order = orderWithout - 1; order >= 0; order -= 1) {
      const roots: Part[] = [];
      let low = part.low;
      for (const turn of turns) {
        roots.push(...this.rootBetween(order, { ...part, low, high: turn.low }));
        if (!this.keepsSign(order, turn)) roots.push(turn);
        low = turn.high;
      }
      roots.push(...this.rootBetween(order, { ...part, low }));
      turns = roots;
    }
    return turns;
  }

  /** The root of a slope that is monotone on a part, narrowed by halving; none unless the signs at the ends differ. */
  private rootBetween(order: number, part: Part): readonly Part[] {
    const side = this.signAt(order, part.low);
    if (side * this.signAt(order, part.high) >= 0) return [];
    let { low, high } = part;
    while ((high.x - low.x) << this.narrowBits > low.x) {
      const middle = this.pointWithin(order, { low, high });
      if (middle === undefined) break;
      if (this.signAt(order, middle) === side) low = middle;
      else high = middle;
    }
    return [{ ...part, low, high }];
  }

  /** Whether a slope is provably not zero on a part: by its bounds, or by its start and the bounds of the next slope. */
  private keepsSign(order: number, { low, high }: Pick<Part, 'low' | 'high'>): boolean {
    if (signOf(this.polynomial.between(order, low, high)) !== 0) return true;
    const { least, greatest } = this.polynomial.between(order, low, low);
    const height = least > 0n ? least : -greatest;
    if (height <= 0n || low.x === 0n) return false;
    const slope = this.polynomial.between(order + 1, low, high);
    const steepest = slope.greatest > -slope.least ? slope.greatest : -slope.least;
    return height * low.x > steepest * (high.x - low.x);
  }

  /** The middle, or a point near it, where the sign is certain. */
  private pointWithin(order: number, { low, high }: Pick<Part, 'low' | 'high'>): Sample | undefined {
    const width = high.x - low.x;
    if (width < 64n) return undefined;
    for (const nth of NEAR_THE_MIDDLE) {
      const point = this.polynomial.at(low.x + (width * nth) / 32n);
      if (this.signAt(order, point) !== 0) return point;
    }
    return undefined;
  }

  /** 1 or −1, or 0 where the sign cannot be told. */
  private signAt(order: number, point: Sample): -1 | 0 | 1 {
    if (point === this.zero) return this.polynomial.signAboveZero(order);
    if (point === this.one) return this.polynomial.signAtOne(order);
    return signOf(this.polynomial.between(order, point, point));
  }
}

const NEAR_THE_MIDDLE = [16n, 15n, 17n, 14n, 18n, 13n, 19n, 12n, 20n, 11n, 21n, 10n, 22n];

const signOf = ({ least, greatest }: Range): -1 | 0 | 1 => (least > 0n ? 1 : greatest < 0n ? -1 : 0);

const bitLength = (value: bigint): number => (value < 0n ? -value : value).toString(2).length;
