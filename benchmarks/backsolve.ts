import { spawnSync } from 'node:child_process';
import { Rational } from '@tranche/core/rational';
import { expectOk } from '@tranche/core/result';
import {
  exactlyOf,
  type KinkedPayoff,
  kinkedPayoffOf,
  millsRatio,
  opm,
  solveMean,
} from '@tranche/core/valuation';
import { payoffOf } from '@tranche/core/waterfall';
import { exitWorkload } from './exit-workload.ts';
import { type Benchmark, duration, keep, type Line, median, type Setting, uniforms } from './harness.ts';

const CASES = 20_000;
const RATE = 0.04;
const TURNS = 5;
/** Cases that also go through the whole calculator, from exact terms to exact output. */
const WHOLE = 10;

/** One backsolve: terms of the market, and a price. */
interface Case {
  readonly volatility: number;
  readonly years: number;
  readonly price: number;
}

interface Workload {
  readonly name: string;
  readonly id: string;
  readonly shares: number;
  readonly payoff: KinkedPayoff;
  readonly cases: readonly Case[];
}

export const benchmark: Benchmark = {
  name: 'backsolve',
  about: `equity value from the price of one class, ${CASES} cases each, 20 claimants and 23 segments; processor time`,
  run: async (setting) => run(setting),
};

function workloads(): readonly Workload[] {
  const securities = exitWorkload();
  const table = expectOk(payoffOf(securities));
  return [
    { name: 'last preferred at about 50 a share', id: 'preferred 7', price: 50 },
    { name: 'common at about 4 a share', id: 'common 0', price: 4 },
  ].map(({ name, id, price }) => {
    const next = uniforms(5);
    const shares =
      securities.classes.find((one) => one.id === id)?.shares.toApproximateNumber() ?? Number.NaN;
    return {
      name,
      id,
      shares,
      payoff: kinkedPayoffOf(table, id),
      cases: Array.from({ length: CASES }, () => ({
        volatility: 0.3 + 0.9 * next(),
        years: 0.5 + 5 * next(),
        price: price * (0.8 + 0.4 * next()),
      })),
    };
  });
}

/** The equity value of a case, as the calculator finds it: the mean at the exit, brought back to today. */
function solve(
  { payoff, shares }: Workload,
  { volatility, years, price }: Case,
): { value: number; evaluations: number } {
  const growth = RATE * years;
  const solved = solveMean(payoff, volatility * Math.sqrt(years), price * shares * Math.exp(growth));
  if (typeof solved === 'string') return { value: Number.NaN, evaluations: 0 };
  return { value: Math.exp(solved.logMean - growth), evaluations: solved.evaluations };
}

function run({ say }: Setting): readonly Line[] {
  return workloads().flatMap((workload) => {
    const { cases, payoff, name } = workload;
    const ours: number[] = [];
    const distribution: number[] = [];
    const peers: Peer[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) {
      say(`${name}, turn ${turn + 1} of ${TURNS}`);
      for (let warm = 0; warm < 2; warm += 1)
        ours[turn] = timeEach(cases, (one) => solve(workload, one).value);
      distribution.push(timeOfDistribution());
      const peer = inScipy(workload);
      if (peer !== undefined) peers.push(peer);
    }
    const solved = cases.map((one) => solve(workload, one));
    const evaluations = solved.reduce((sum, one) => sum + one.evaluations, 0) / CASES;
    const checked = check(workload, solved, peers[0]);
    const each = median(ours);
    const kinks = payoff.kinks.length;
    const limit = evaluations * kinks * 2 * median(distribution);
    const beside = (label: string, pick: (peer: Peer) => number): Partial<Line> =>
      peers.length === 0
        ? { beside: 'scipy is not on this machine' }
        : { beside: `${label} ${duration(median(peers.map(pick)))}`, ratio: median(peers.map(pick)) / each };
    return [
      {
        what: name,
        ours: `${duration(each)} a solve`,
        ...beside('scipy ndtr and brentq', (peer) => peer.brentq),
        goal: { least: 15 },
        ...checked,
      },
      {
        what: `${name}, and numpy solving all cases at once by Newton's steps`,
        ours: `${duration(each)} a solve`,
        ...beside('numpy', (peer) => peer.together),
        ...checked,
      },
      {
        what: `${name}, and the limit: two values of the normal distribution a kink and evaluation`,
        ours: `${duration(each)} a solve`,
        beside: `${evaluations.toFixed(2)} evaluations × ${kinks} kinks × 2 × ${duration(median(distribution))} = ${duration(limit)}`,
        ratio: each / limit,
        // With few kinks it is the logarithms and exponentials of the solve itself that count.
        ...(kinks < 10 ? {} : { goal: { most: 1.5 } }),
        ...checked,
      },
    ];
  });
}

/**
 * Nanoseconds of processor time for one case, over all of them. The peer runs in a process of its own, so that the two
 * cannot be timed in the same moments: what others do on the machine must not count.
 */
function timeEach(cases: readonly Case[], task: (one: Case) => number): number {
  const start = process.cpuUsage();
  let sum = 0;
  for (const one of cases) sum += task(one);
  keep(sum);
  const { user, system } = process.cpuUsage(start);
  return ((user + system) * 1000) / cases.length;
}

/** Nanoseconds of one value of the normal distribution, at its quickest: an exponential and a Mills' ratio. */
function timeOfDistribution(): number {
  const count = 1_000_000;
  const start = process.cpuUsage();
  let sum = 0;
  for (let index = 0; index < count; index += 1) {
    const x = index / 100_000 - 5;
    const tail = 0.3989422804014327 * Math.exp((-x * x) / 2) * millsRatio(Math.abs(x));
    sum += x < 0 ? tail : 1 - tail;
  }
  keep(sum);
  const { user, system } = process.cpuUsage(start);
  return ((user + system) * 1000) / count;
}

/** Nanoseconds a solve, and the equity values found by brentq. */
interface Peer {
  readonly brentq: number;
  readonly together: number;
  readonly values: readonly number[];
}

const SCRIPT = `
import json, sys, time
import numpy as np
from scipy.special import ndtr
from scipy.optimize import brentq
job = json.load(sys.stdin)
kinks, changes, first = np.array(job['kinks']), np.array(job['changes']), job['first']
log_kinks = np.log(kinks)
vol, years, price = (np.array(job[key]) for key in ('volatility', 'years', 'price'))
rate, shares = job['rate'], job['shares']
def solve(sigma, t, p):
    s = sigma * t ** 0.5
    target = p * shares
    shift = rate * t + s * s / 2
    strikes = kinks * np.exp(-rate * t)
    def gap(y):
        d1 = (y - log_kinks + shift) / s
        v = np.exp(y)
        calls = v * ndtr(d1) - strikes * ndtr(d1 - s)
        return np.log((first * v + changes @ calls) / target)
    return np.exp(brentq(gap, 11.5, 27.6, xtol=1e-12, rtol=9e-16))
start = time.process_time()
values = [solve(sigma, t, p) for sigma, t, p in zip(vol, years, price)]
brentq_time = (time.process_time() - start) / len(vol)
start = time.process_time()
s = (vol * years ** 0.5)[:, None]
shift = (rate * years)[:, None] + s * s / 2
strikes = kinks * np.exp(-rate * years)[:, None]
y = np.full((len(vol), 1), np.log(1.5e8))
for _ in range(60):
    d1 = (y - log_kinks + shift) / s
    n1 = ndtr(d1)
    v = np.exp(y)
    value = first * v[:, 0] + (v * n1 - strikes * ndtr(d1 - s)) @ changes
    delta = first * v[:, 0] + (v * n1) @ changes
    step = np.log(value / (price * shares)) * value / delta
    y = y - np.clip(step, -2, 2)[:, None]
    if np.abs(step).max() < 1e-12: break
together = (time.process_time() - start) / len(vol)
print(json.dumps({'brentq': brentq_time * 1e9, 'together': together * 1e9, 'values': values}))
`;

/** The same solves in Python; undefined where python3 has no scipy. */
function inScipy({ payoff, shares, cases }: Workload): Peer | undefined {
  const job = {
    kinks: [...payoff.kinks],
    changes: [...payoff.changes],
    first: payoff.firstSlope,
    rate: RATE,
    shares,
    volatility: cases.map(({ volatility }) => volatility),
    years: cases.map(({ years }) => years),
    price: cases.map(({ price }) => price),
  };
  const { status, stdout } = spawnSync('python3', ['-c', SCRIPT], {
    input: JSON.stringify(job),
    env: { ...process.env, OPENBLAS_NUM_THREADS: '1' },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return status === 0 ? (JSON.parse(stdout) as Peer) : undefined;
}

/** Whether the answers are scipy's, put the class at its price, and are what the calculator answers. */
function check(
  workload: Workload,
  solved: readonly { readonly value: number }[],
  peer: Peer | undefined,
): Pick<Line, 'checked' | 'correct'> {
  const worst = (wanted: readonly number[]): number =>
    wanted.reduce(
      (most, one, index) => Math.max(most, Math.abs((solved[index]?.value ?? Number.NaN) / one - 1)),
      0,
    );
  const byCalculator = workload.cases.slice(0, WHOLE).map(({ volatility, years, price }) =>
    expectOk(
      opm({
        ...exitWorkload(),
        volatility: exactlyOf(volatility),
        years: exactlyOf(years),
        rate: Rational.of(1n, 25n),
        backsolve: { class: workload.id, pricePerShare: exactlyOf(price) },
      }),
    ).output.equityValue.value.toApproximateNumber(),
  );
  const [near, same] = [peer === undefined ? undefined : worst(peer.values), worst(byCalculator)];
  const sound = solved.every(({ value }) => value > 0);
  return {
    checked: [
      near === undefined
        ? 'no peer to agree with'
        : `${CASES} answers agree with scipy to ${near.toExponential(1)}`,
      `${WHOLE} with the opm calculator to ${same.toExponential(1)}`,
    ].join('; '),
    correct: sound && same <= 1e-12 && (near ?? 0) <= 1e-12,
  };
}
