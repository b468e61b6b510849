import type { Rational } from '../rational/index.ts';
import { countsOf, guessChoices, realPrice, rightChoices } from './choose.kernel.ts';
import type { Choices, RoundProblem } from './problem.ts';
import { minus, near, type Ratio, toRational } from './ratio.kernel.ts';
import { type LineChoices, type Segment, solveSegment } from './segment.ts';
import { type TermTable, tabulateTerms } from './term-table.kernel.ts';
import type { Basis } from './types.ts';
import { toWholeRound, type WholeRound } from './whole-round.ts';

/** The solution of a round. Its numbers are settled and exact; each is brought to lowest terms when it is read. */
export class RoundSolution {
  constructor(
    private readonly round: WholeRound,
    private readonly terms: TermTable,
    private readonly segment: Segment,
    private readonly choice: LineChoices,
  ) {}

  get price(): Rational {
    return toRational(realPrice(this.segment, this.round));
  }

  /** The price as the nearest number or one of its neighbours; not a number far outside what money can be. */
  get nearPrice(): number {
    const { n, d } = realPrice(this.segment, this.round);
    return near(n, d);
  }

  /** Shares of all convertibles. */
  get converted(): Rational {
    return this.shares(countsOf(this.segment).converted);
  }

  get poolIncrease(): Rational {
    const { before, withPool } = countsOf(this.segment);
    return this.shares(minus(withPool, before));
  }

  /** Which line each part is on, the convertibles in their order. */
  get choices(): Choices {
    const { topUp, triggered } = this.choice;
    return {
      convertibles: this.terms.discountOf.map((place, index) => this.basisOf(place, index)),
      topUp,
      triggered,
    };
  }

  private basisOf(discountPlace: number, index: number): Basis {
    if (discountPlace < 0) return 'fixed_percentage';
    if (this.choice.capped[index] === 1) return 'cap';
    return discountPlace > 0 ? 'discount' : 'round_price';
  }

  private shares({ n, d }: Ratio): Rational {
    return toRational({ n, d: d * this.round.shareUnit });
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
  const terms = tabulateTerms(problem.convertibles);
  const round = toWholeRound(problem, terms.wholeBalances !== undefined);
  const guess = guessChoices(problem, round, terms);
  return (guess && settle(problem, round, terms, guess)) ?? settle(problem, round, terms, lowest(problem));
}

const lowest = ({ convertibles, protections }: RoundProblem): LineChoices => ({
  capped: convertibles.map(() => 0),
  topUp: false,
  triggered: protections.map(() => false),
});

function settle(
  problem: RoundProblem,
  round: WholeRound,
  terms: TermTable,
  start: LineChoices,
): RoundSolution | undefined {
  for (let choices = start; ; ) {
    const segment = solveSegment(problem, round, terms, choices);
    if (segment === undefined) return undefined;
    const right = rightChoices(problem, round, terms, segment, choices);
    if (right === choices) return new RoundSolution(round, terms, segment, choices);
    choices = right;
  }
}
