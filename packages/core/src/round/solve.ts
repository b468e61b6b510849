import type { Rational } from '../rational/index.ts';
import { guessChoices, numbersOf, rightChoices } from './choose.kernel.ts';
import type { Choices, RoundProblem } from './problem.ts';
import { minus, over, plus, type Ratio, times, toNumber, toRational } from './ratio.kernel.ts';
import { countAt, type GroupChoices, type Segment, solveSegment } from './segment.ts';
import { groupTerms, type TermGroups } from './term-groups.kernel.ts';
import type { Basis } from './types.ts';

/** The solution of a round. Its numbers are exact and settled; each is brought to lowest terms when it is read. */
export class RoundSolution {
  constructor(
    private readonly problem: RoundProblem,
    private readonly groups: TermGroups,
    private readonly segment: Segment,
    private readonly choice: GroupChoices,
  ) {}

  /** The price as an exact quotient, not reduced. */
  get priceRatio(): Ratio {
    return this.segment.price;
  }

  get priceNumber(): number {
    return toNumber(this.segment.price);
  }

  get price(): Rational {
    return toRational(this.segment.price);
  }

  /** Shares of all convertibles. */
  get converted(): Rational {
    return toRational(this.convertedRatio);
  }

  get poolIncrease(): Rational {
    const { own, share, outstanding, price } = this.segment;
    const withPool = plus(countAt(own, price), times(share, this.convertedRatio));
    return toRational(minus(withPool, countAt(outstanding, price)));
  }

  /** Which line each part is on, the convertibles in their order. */
  get choices(): Choices {
    const { topUp, triggered } = this.choice;
    return {
      convertibles: this.problem.convertibles.map((_, index) => this.basisOf(index)),
      topUp,
      triggered,
    };
  }

  basisOf(index: number): Basis {
    const group = this.groups.groupOf[index] as number;
    if (group < 0) return 'fixed_percentage';
    if (this.choice.capped[group] === 1) return 'cap';
    return this.groups.discounts[this.groups.discountOf[group] as number]?.sign() === 1
      ? 'discount'
      : 'round_price';
  }

  private get convertedRatio(): Ratio {
    const { scaledConverted, left, price } = this.segment;
    return over(countAt(scaledConverted, price), left);
  }
}

/**
 * The price and counts of a round, exact and certified; undefined when no finite positive price exists.
 *
 * With x = 1 ÷ price every count is the greatest of lines that only rise with the others. So the answer for any
 * choice of lines is never above the solution, and choosing anew at that answer gives one that is not below it: the
 * answers rise, no choice comes twice, and the first that confirms its own choices is the only solution there is.
 * If from the lowest lines a step has no answer, neither has the round. Floating point guesses where to start, which
 * is nearly always where it ends; each step is solved and certified exactly.
 */
export function solveRound(problem: RoundProblem): RoundSolution | undefined {
  const groups = groupTerms(problem.convertibles);
  const numbers = numbersOf(groups);
  const guess = guessChoices(problem, groups, numbers);
  const lowest: GroupChoices = {
    capped: new Uint8Array(groups.balances.length),
    topUp: false,
    triggered: problem.protections.map(() => false),
  };
  return (guess && settle(guess)) ?? settle(lowest);

  function settle(start: GroupChoices): RoundSolution | undefined {
    for (let choices = start; ; ) {
      const segment = solveSegment(problem, groups, choices);
      if (segment === undefined) return undefined;
      const right = rightChoices(problem, groups, numbers, segment, choices);
      if (right === choices) return new RoundSolution(problem, groups, segment, choices);
      choices = right;
    }
  }
}
