import { expect, test } from 'vitest';
import { Rational } from '../rational/index.ts';
import { expectOk } from '../result/index.ts';
import { contractPieces, contractWorth } from './contract-pieces.ts';
import type { ContractTerms } from './contract-terms.ts';
import { exitDensity } from './exit-density.ts';

const r = (text: string): Rational => expectOk(Rational.parse(text));

/** One class of 20 in 100 shares that put in 50, takes part in full, and has both rights at an offering. */
const terms: ContractTerms = {
  commonShares: r('80'),
  classes: [
    {
      id: 'P',
      shares: r('20'),
      invested: r('50'),
      participation: 'full',
      seniority: 0,
      ipo: { ratchetMultiple: r('1.5'), conversionVetoBelow: r('400') },
    },
  ],
  pricedClass: 'P',
  exitRate: r('0.3'),
  volatility: r('0.8'),
  rate: r('0.03'),
  ipoProbability: {
    interpolation: 'linear_in_log10',
    below: r('0.1'),
    above: r('0.9'),
    points: [
      { value: r('100'), probability: r('0.2') },
      { value: r('1000'), probability: r('0.8') },
    ],
  },
};

/** The same terms, worked out by hand at one exit value. */
function paidToP(exitValue: number): number {
  const sale = exitValue <= 50 ? exitValue : 50 + 0.2 * (exitValue - 50);
  // Below the veto: 75 first, then nothing until a share is worth 1.25, at 175; from the veto on the better of 75 and 20 %.
  const kept = exitValue <= 175 ? Math.min(exitValue, 75) : 75 + 0.2 * (exitValue - 175);
  const converted = Math.max(75, 0.2 * exitValue);
  const offering = exitValue < 400 ? kept : converted;
  const between = 0.2 + 0.6 * Math.log10(exitValue / 100);
  const chance = exitValue < 100 ? 0.1 : exitValue < 1000 ? between : 0.9;
  return chance * offering + (1 - chance) * sale;
}

test('the chance of an offering is straight in the logarithm, and jumps at its ends', () => {
  const chances = contractPieces(terms).map(({ from, chance }) => [from, Number(chance.toFixed(6))]);
  expect(chances).toEqual([
    [0, 0.1],
    [50, 0.1],
    [75, 0.1],
    [100, 0.2],
    [175, Number((0.2 + 0.6 * Math.log10(1.75)).toFixed(6))],
    [400, Number((0.2 + 0.6 * Math.log10(4)).toFixed(6))],
    [1000, 0.9],
  ]);
});

test('the payouts at each end of each piece are those worked out by hand', () => {
  for (const { from, to, chance, chanceSlope, sale, offering } of contractPieces(terms)) {
    for (const exitValue of [from + 1e-9, Math.min(to, 5000) - 1e-9]) {
      const straight = (payouts: typeof sale): number => {
        const { start, slope } = payouts.get('P') ?? { start: Number.NaN, slope: Number.NaN };
        return start + slope * (exitValue - from);
      };
      const likely = from === 0 ? chance : chance + chanceSlope * Math.log(exitValue / from);
      const paid = likely * straight(offering) + (1 - likely) * straight(sale);
      expect(paid).toBeCloseTo(paidToP(exitValue), 7);
    }
  }
});

test('the worth in closed form is that of a fine grid over exit values', () => {
  const density = exitDensity(0.3, 0.8, 0.03);
  const pieces = contractPieces(terms);
  for (const value of [20, 130, 700]) {
    // The slow model: midpoints of 200,000 steps of ln(exit value ÷ value).
    const [reach, steps] = [45, 200_000];
    const step = (2 * reach) / steps;
    let worth = 0;
    for (let index = 0; index < steps; index += 1) {
      const y = -reach + (index + 0.5) * step;
      const { money } = y < 0 ? density.below : density.above;
      worth += density.weight * Math.exp(money * y) * paidToP(value * Math.exp(y)) * step;
    }
    expect(Math.abs(contractWorth(pieces, density, 'P', value) / worth - 1)).toBeLessThan(1e-5);
    const whole =
      contractWorth(pieces, density, 'P', value) + contractWorth(pieces, density, 'common', value);
    expect(Math.abs(whole / value - 1)).toBeLessThan(1e-13);
  }
});
