import { pathToFileURL } from 'node:url';
import { Rational } from '@tranche/core/rational';
import { type ConversionTerms, type RoundProblem, solveRound } from '@tranche/core/round';
import { solveRoundSlowly } from '@tranche/testkit/model';
import { type Benchmark, duration, keep, type Line, timeInTurns, uniforms } from './harness.ts';

/** One SAFE of the workload, in plain numbers that both sides hold exactly. */
interface Safe {
  readonly investment: number;
  /** Zero where there is none. */
  readonly cap: number;
  readonly postMoney: boolean;
  readonly discountPercent: number;
}

interface Company {
  readonly safes: readonly Safe[];
  readonly preMoney: number;
}

const COMPANIES = 40;
const COMMON = 9_000_000;
const POOL = 500_000;
const NEW_MONEY = [4_000_000, 1_000_000, 500_000];
const WARM_TURNS = 60;
const SIZES = [5, 20, 100, 400];
/** How many times faster than the peer; none at the ends, which are there to show the course. */
const GOALS: Readonly<Record<number, number>> = { 20: 6, 100: 12 };
/** The peer rounds the price up to five places, and floors shares at prices so rounded. */
const PEER_ROUNDING = 5e-5;

/**
 * Workload F: 25,000 to 200,000 × 5 ÷ n each, a quarter uncapped, a quarter with a pre-money cap, half with a
 * post-money cap, one half of these without a discount; caps of 6 to 28 million in steps of half a million,
 * discounts of 10 to 25% in whole percents, a pre-money of 16 to 35 million. Money in whole units.
 */
function companyOf(seed: number, count: number): Company {
  const next = uniforms(seed);
  const between = (low: number, high: number): number => low + (high - low) * next();
  const safes = Array.from({ length: count }, (_, index): Safe => {
    const kind = index % 4;
    const investment = Math.round((between(25_000, 200_000) * 5) / count);
    const cap = Math.round(between(6e6, 28e6) / 500_000) * 500_000;
    const discountPercent = Math.round(between(10, 25));
    return {
      investment,
      cap: kind === 0 ? 0 : cap,
      postMoney: kind !== 1,
      discountPercent: kind === 3 ? 0 : discountPercent,
    };
  });
  return { safes, preMoney: Math.round(between(16e6, 35e6) / 100_000) * 100_000 };
}

const money = (value: number): Rational => Rational.of(value);

/** Every number is built anew, so that nothing is recognised by being the same object. */
function problemOf({ safes, preMoney }: Company): RoundProblem {
  return {
    standingShares: money(COMMON + POOL),
    standingCounted: money(POOL),
    protections: [],
    convertibles: safes.map(
      ({ investment, cap, postMoney, discountPercent }): ConversionTerms => ({
        balance: money(investment),
        ...(discountPercent === 0 ? {} : { discount: Rational.of(discountPercent, 100) }),
        ...(cap === 0
          ? {}
          : {
              cap: {
                amount: money(cap),
                base: postMoney ? 'company_capitalization' : 'pre_money_capitalization',
              },
            }),
      }),
    ),
    newMoney: money(NEW_MONEY.reduce((sum, one) => sum + one, 0)),
    pool: { target: Rational.of(1, 10) },
    pricing: { money: money(preMoney), preMoney: money(preMoney), countsPool: true, countsConverted: true },
  };
}

type FitConversion = (
  preMoney: number,
  commonShares: number,
  safes: readonly object[],
  unusedOptions: number,
  targetOptions: number,
  investments: readonly number[],
) => { readonly pps: number };

/** `fitConversion` of 1984vc/cap-table, from its sources. */
async function peerAt(folder: string | undefined): Promise<FitConversion | undefined> {
  if (folder === undefined) return undefined;
  const loaded = (await import(pathToFileURL(`${folder}/src/index.ts`).href)) as {
    readonly fitConversion: FitConversion;
  };
  return loaded.fitConversion;
}

const safesOfPeer = ({ safes }: Company): readonly object[] =>
  safes.map(({ investment, cap, postMoney, discountPercent }) => ({
    type: 'safe',
    investment,
    cap,
    discount: discountPercent / 100,
    conversionType: postMoney ? 'post' : 'pre',
  }));

function lineOf(count: number, peerFit: FitConversion | undefined): Line {
  const companies = Array.from({ length: COMPANIES }, (_, index) => companyOf(1000 + index, count));
  const problems = companies.map(problemOf);
  const theirs = companies.map(({ safes: _, preMoney }, index) => ({
    preMoney,
    safes: safesOfPeer(companies[index] as Company),
  }));
  const fitOne = ({ preMoney, safes }: (typeof theirs)[number]) =>
    peerFit?.(preMoney, COMMON, safes, POOL, 0.1, NEW_MONEY);

  let [equal, near] = [0, 0];
  for (const [index, problem] of problems.entries()) {
    const [fast, slow] = [solveRound(problem), solveRoundSlowly(problem)];
    const same =
      fast !== undefined &&
      slow !== undefined &&
      fast.price.equals(slow.price) &&
      fast.converted.equals(slow.converted) &&
      fast.poolIncrease.equals(slow.poolIncrease) &&
      JSON.stringify(fast.choices) === JSON.stringify(slow.choices);
    if (same) equal += 1;
    const peer = fitOne(theirs[index] as (typeof theirs)[number])?.pps;
    if (fast && peer !== undefined && Math.abs(peer / fast.nearPrice - 1) < PEER_ROUNDING) near += 1;
  }

  const ourTurn = (): number => {
    let total = 0;
    for (const problem of problems) total += solveRound(problem)?.nearPrice ?? 0;
    return total;
  };
  const peerTurn = (): number => {
    let total = 0;
    for (const one of theirs) total += fitOne(one)?.pps ?? 0;
    return total;
  };
  // Both are compiled before either is timed.
  for (let turn = 0; turn < WARM_TURNS; turn += 1) keep([ourTurn(), peerTurn()]);
  const times = timeInTurns(
    { ours: ourTurn, ...(peerFit === undefined ? {} : { peer: peerTurn }) },
    { repeats: 41, batch: Math.max(1, Math.round(200 / count)) },
  );
  const [ours, peer] = [(times.ours ?? 0) / COMPANIES, (times.peer ?? 0) / COMPANIES];
  const goal = GOALS[count];
  return {
    what: `${count} SAFEs, a round solved exactly and certified`,
    ours: duration(ours),
    beside:
      peerFit === undefined
        ? '1984vc/cap-table is not here (--peer cap-table=DIR)'
        : `1984vc/cap-table ${duration(peer)}`,
    ...(peerFit === undefined ? {} : { ratio: peer / ours }),
    ...(goal === undefined ? {} : { goal: { least: goal } }),
    checked: `price, counts and choices equal to the slow exact way in ${equal} of ${COMPANIES} rounds${
      peerFit === undefined ? '' : `; the peer's rounded price within ${PEER_ROUNDING} in ${near}`
    }`,
    correct: equal === COMPANIES,
  };
}

export const benchmark: Benchmark = {
  name: 'round',
  about: `SAFEs, a pool target and three investors, ${COMPANIES} companies; price, totals and choices as exact quotients, not reduced; shares of each SAFE not listed`,
  async run({ peers, say }) {
    const peerFit = await peerAt(peers.get('cap-table'));
    return SIZES.map((count) => {
      say(`${count} SAFEs`);
      return lineOf(count, peerFit);
    });
  },
};
