import { invariant } from '../result/index.ts';
import type { Choices, RoundProblem } from './problem.ts';
import { choicesAt, type RoundSolution, solveSegment } from './segment.ts';

/**
 * The price and counts of a round, exact; undefined when no finite positive price exists.
 *
 * Every count is the greatest of lines that only rise with the others, so the answers of better and better choices
 * rise towards the solution and never pass it: starting from the lowest lines, each step re-chooses at the last answer,
 * and the first answer that confirms its own choices is the only solution there is. If a step has no answer, the
 * round has none.
 */
export function solveRound(problem: RoundProblem): RoundSolution | undefined {
  let choices = lowestChoices(problem);
  // Each step moves at least one part up and none down.
  const most = problem.convertibles.length + problem.protections.length + 2;
  for (let step = 0; step <= most; step += 1) {
    const solution = solveSegment(problem, choices);
    if (solution === undefined) return undefined;
    const better = choicesAt(problem, solution);
    if (sameChoices(choices, better)) return solution;
    choices = better;
  }
  invariant(false, 'choices rise to the solution');
}

const lowestChoices = ({ convertibles, protections }: RoundProblem): Choices => ({
  convertibles: convertibles.map(({ discount, fixedPercentage }) =>
    fixedPercentage !== undefined
      ? 'fixed_percentage'
      : discount !== undefined && discount.sign() > 0
        ? 'discount'
        : 'round_price',
  ),
  topUp: false,
  triggered: protections.map(() => false),
});

const sameChoices = (a: Choices, b: Choices): boolean =>
  a.topUp === b.topUp &&
  a.triggered.every((one, index) => one === b.triggered[index]) &&
  a.convertibles.every((one, index) => one === b.convertibles[index]);
