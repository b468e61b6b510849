import { Rational, sum } from '../rational/index.ts';
import { fail, type Result } from '../result/index.ts';
import type { RoundProblem } from './problem.ts';
import type { ResolvedRound } from './resolve.ts';
import { solveRound } from './solve.ts';

/**
 * NO_SOLUTION at the first field, in the order of the input, with which no finite positive price is left: the round
 * is built up from its plain holdings, convertible by convertible, then the pool, then the protections.
 */
export function noSolution(round: ResolvedRound, problem: RoundProblem): Result<never> {
  const plain: RoundProblem = {
    ...problem,
    convertibles: [],
    protections: [],
    standingShares: sum([problem.standingShares, ...problem.protections.map(({ shares }) => shares)]),
    pool: { increase: Rational.ZERO },
  };
  const hasAnswer = (part: Partial<RoundProblem>): boolean => solveRound({ ...plain, ...part }) !== undefined;
  const { convertibles, protections } = problem;

  const guilty = convertibles.findIndex(
    (_, index) => !hasAnswer({ convertibles: convertibles.slice(0, index + 1) }),
  );
  if (guilty >= 0) return guiltyConvertible(round, problem, guilty, hasAnswer);
  if (!hasAnswer({ convertibles, pool: problem.pool })) {
    return fail(
      'NO_SOLUTION',
      'pool.target',
      'the pool target, the new money and the fixed claims of the convertibles come to all shares or more',
      { expected: 'fractions that sum to less than one' },
    );
  }
  const last = protections.findIndex((_, index) => {
    const active = protections.slice(0, index + 1);
    const standing = protections.slice(index + 1).map(({ shares }) => shares);
    return !hasAnswer({
      ...problem,
      protections: active,
      standingShares: sum([problem.standingShares, ...standing]),
    });
  });
  return fail(
    'NO_SOLUTION',
    `anti_dilution[${Math.max(last, 0)}].conversion_price`,
    'the adjustment gives out more shares the lower the price falls, and no price is left that bears it',
  );
}

function guiltyConvertible(
  round: ResolvedRound,
  { convertibles }: RoundProblem,
  index: number,
  hasAnswer: (part: Partial<RoundProblem>) => boolean,
): Result<never> {
  const earlier = convertibles.slice(0, index);
  const [resolved, terms] = [round.convertibles[index], convertibles[index]];
  if (resolved === undefined || terms === undefined)
    return fail('NO_SOLUTION', 'convertibles', 'no price is left');
  const claimed = sum(
    [...earlier, terms].map(({ fixedPercentage, balance, cap }) =>
      cap?.base === 'company_capitalization'
        ? balance.dividedBy(cap.amount)
        : (fixedPercentage ?? Rational.ZERO),
    ),
  );
  const claimsAll = claimed.compare(Rational.ONE) >= 0;
  const { cap, ...uncapped } = terms;
  if (claimsAll || (cap !== undefined && hasAnswer({ convertibles: [...earlier, uncapped] }))) {
    const field = resolved.adopted ? 'mfn.elect' : cap === undefined ? 'fixed_percentage' : 'cap.amount';
    const why = claimsAll
      ? `the claims on the company capitalization come to ${claimed} of it, up to this one`
      : 'the claims of the convertibles leave nothing for the other holders';
    return fail('NO_SOLUTION', `${resolved.path}.${field}`, why, {
      expected: 'fractions that sum to less than one',
    });
  }
  return fail(
    'NO_SOLUTION',
    round.price.path,
    `with ${resolved.id}, the money that converts at the round price or below it is worth all of it or more`,
    { expected: 'a valuation above what converts' },
  );
}
