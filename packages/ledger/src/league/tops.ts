import type { GraphBuilder } from '@tranche/core/formula';
import type { Rational } from '@tranche/core/rational';
import type { EnteredDeal } from './entered.ts';
import { NO_ROUNDS } from './rules.ts';

/** The largest amounts that deals are certain of under every rule, as many as ranks are wanted. */
export class Tops {
  /** Greatest first. */
  private readonly values: Rational[] = [];
  /** The greatest of a deal that no treatment leaves out. */
  private plain: Rational | undefined;
  private readonly builder: GraphBuilder;
  private readonly ranks: number;

  constructor(builder: GraphBuilder, ranks = Number.POSITIVE_INFINITY) {
    this.builder = builder;
    this.ranks = ranks;
  }

  add({ entry: { announced, received, flags } }: EnteredDeal): void {
    const lows = [announced.at(-1)?.equity, received?.at(-1)?.equity].map((node) =>
      node === undefined ? undefined : this.builder.boundsOf(node).low,
    );
    const [one, other] = lows;
    if (one === undefined || other === undefined || flags.some(isNoRound)) return;
    const least = one.compare(other) < 0 ? one : other;
    if (flags.length === 0 && (this.plain === undefined || least.compare(this.plain) > 0)) this.plain = least;
    const at = this.values.findIndex((value) => value.compare(least) < 0);
    this.values.splice(at < 0 ? this.values.length : at, 0, least);
    if (this.values.length > this.ranks) this.values.pop();
  }

  /** Whether an amount has none of the ranks under any rule, and not the first under any treatment. */
  isBelow(most: Rational): boolean {
    const last = this.values.at(-1);
    const isFull = this.values.length >= this.ranks && last !== undefined;
    return isFull && this.plain !== undefined && most.compare(last) < 0 && most.compare(this.plain) < 0;
  }
}

const isNoRound = (flag: string): boolean => NO_ROUNDS.some((one) => one === flag);
