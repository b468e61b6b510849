import { spawnSync } from 'node:child_process';
import { Derivation } from '@tranche/core/formula';
import { Rational, sum } from '@tranche/core/rational';
import { expectOk } from '@tranche/core/result';
import { expectedPayoff, expectedPayoffsOf, kinkedPayoffOf } from '@tranche/core/valuation';
import {
  BulkPayoff,
  claimantOf,
  claimsOf,
  type ExitClass,
  type ExitSecurities,
  type PayoffTable,
  payoffAt,
  type SolvedWaterfall,
  solveWaterfall,
  standingAt,
} from '@tranche/core/waterfall';
import { payoutsUnder, wouldSwitch } from '@tranche/testkit/model';
import { type Benchmark, duration, type Line, type Setting, timeInTurns, uniforms } from './harness.ts';

const EXITS = 1_000_000;
const MEDIAN = 150e6;
const DEVIATION = 1.2;

export const benchmark: Benchmark = {
  name: 'waterfall',
  about: '20 claimants, 23 segments, 10^6 lognormal exits to the cent',
  run: async (setting) => run(setting),
};

/** Workload C: 4 common classes, 8 preferred of mixed kinds, 8 option grants. */
function securities(): ExitSecurities {
  const kinds: readonly Partial<ExitClass>[] = [
    {},
    { participation: 'capped', capMultiple: Rational.of(2) },
    { participation: 'full' },
    {},
    { preferenceMultiple: Rational.of(3, 2) },
    { participation: 'capped', capMultiple: Rational.of(3) },
    {},
    {},
  ];
  const tenths = (values: readonly number[]): Rational[] =>
    values.map((value) => Rational.of(value * 100_000));
  const invested = tenths([8, 25, 60, 120, 220, 400, 800, 1400]);
  const shares = tenths([12, 15, 18, 20, 22, 25, 26, 28]);
  return {
    classes: [
      ...tenths([40, 30, 10, 5]).map((count, index) => ({
        id: `common ${index}`,
        kind: 'common' as const,
        shares: count,
      })),
      ...kinds.map((kind, index) => ({
        id: `preferred ${index}`,
        kind: 'preferred' as const,
        shares: shares[index] as Rational,
        originalIssuePrice: (invested[index] as Rational).dividedBy(shares[index] as Rational),
        seniority: Math.min(index, 5),
        ...kind,
      })),
    ],
    options: [5, 20, 45, 90, 180, 410, 800, 1500].map((cents, index) => ({
      id: `options ${index}`,
      shares: Rational.of(100_000 + 50_000 * index),
      strike: Rational.of(cents, 100),
    })),
  };
}

function exitValues(): Float64Array {
  const next = uniforms(99);
  return Float64Array.from({ length: EXITS }, () => {
    const [u, v] = [next(), next()];
    const normal = Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
    return Math.round(MEDIAN * Math.exp(DEVIATION * normal) * 100) / 100;
  });
}

function run({ say }: Setting): readonly Line[] {
  const claimants = expectOk(claimsOf(securities(), new Derivation())).map(claimantOf);
  const solved = expectOk(solveWaterfall(claimants));
  const { table } = solved;
  const bulk = BulkPayoff.of(table);
  const exits = exitValues();
  const payouts = new Float64Array(EXITS * bulk.ids.length);

  say(`${table.segments.length} segments; all payouts and means, beside the limits of memory`);
  const times = timeInTurns({
    payouts: () => bulk.payouts(exits, payouts),
    write: () => payouts.fill(1),
    means: () => bulk.means(exits),
    read: () => totalOf(exits),
  });
  const expectations = expectedPayoffsOf(table);
  const mean = MEDIAN * Math.exp(DEVIATION ** 2 / 2);
  const small = timeInTurns(
    { expected: () => expectations.of(mean, DEVIATION), table: () => solveWaterfall(claimants) },
    { batch: 500 },
  );
  say('numpy over the same exits');
  const numpy = inNumpy(table, exits);
  say('certifying');
  const sample = certify(solved, exits, bulk.payouts(exits, payouts), bulk.ids);
  const means = certifyMeans(bulk.means(exits), payouts, bulk.ids.length, numpy);
  const expected = certifyExpected(table, expectations.of(mean, DEVIATION), mean, payouts);
  const each = (nanoseconds = 0): string => `${duration(nanoseconds / EXITS)} an exit`;
  const peer = (nanoseconds: number | undefined, ours: number, least: number): Partial<Line> =>
    nanoseconds === undefined
      ? { beside: 'numpy is not on this machine' }
      : { beside: `numpy ${duration(nanoseconds)}`, ratio: nanoseconds / ours, goal: { least } };
  const { payouts: full = 0, write = 0, means: meansTime = 0, read = 0 } = times;
  const { expected: closed = 0, table: solve = 0 } = small;
  return [
    {
      what: 'all 20 payouts of 10^6 exits, and the limit: filling the same memory',
      ours: each(full),
      beside: `fill ${each(write)}`,
      ratio: full / write,
      goal: { most: 3 },
      ...sample,
    },
    { what: 'all 20 payouts of 10^6 exits', ours: each(full), ...peer(numpy?.payouts, full, 8), ...sample },
    { what: '20 mean payouts', ours: each(meansTime), ...peer(numpy?.means, meansTime, 20), ...means },
    {
      what: '20 mean payouts, and the limit: adding up the exits',
      ours: each(meansTime),
      beside: `adding ${each(read)}`,
      ratio: meansTime / read,
      ...means,
    },
    {
      what: '20 expected payouts in closed form, and the mean over 10^6 paths',
      ours: duration(closed),
      ...peer(numpy?.means, closed, 5000),
      ...expected,
    },
    {
      what: '20 expected payouts in closed form, and the least numpy can do: sums by segment',
      ours: duration(closed),
      ...peer(numpy?.sums, closed, 1000),
      ...expected,
    },
    { what: 'the exact table', ours: duration(solve), ...sample },
  ];
}

function totalOf(values: Float64Array): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let index = 0; index + 3 < values.length; index += 4) {
    a += values[index] as number;
    b += values[index + 1] as number;
    c += values[index + 2] as number;
    d += values[index + 3] as number;
  }
  return a + b + c + d;
}

interface NumpyTimes {
  readonly payouts: number;
  readonly means: number;
  readonly sums: number;
  readonly mean: readonly number[];
}

/** The same table in numpy: a gather by segment; its mean; and the mean from counts and sums by segment. */
const NUMPY = `
import json, sys, time
import numpy as np
head = json.loads(sys.stdin.buffer.readline())
x = np.frombuffer(sys.stdin.buffer.read(), dtype='<f8')
start, slope, paid = (np.array(head[k]) for k in ('starts', 'slopes', 'paid'))
def payouts():
    at = np.searchsorted(start, x, side='right') - 1
    return paid[at] + slope[at] * (x - start[at])[:, None]
def means():
    return payouts().mean(axis=0)
def sums():
    at = np.searchsorted(start, x, side='right') - 1
    n = np.bincount(at, minlength=len(start))
    s = np.bincount(at, weights=x - start[at], minlength=len(start))
    return (n @ paid + s @ slope) / len(x)
def timed(f):
    f()
    t = []
    for _ in range(7):
        a = time.perf_counter_ns(); r = f(); t.append(time.perf_counter_ns() - a)
    return sorted(t)[3]
print(json.dumps({'payouts': timed(payouts), 'means': timed(means), 'sums': timed(sums), 'mean': means().tolist()}))
`;

function inNumpy({ segments }: PayoffTable, exits: Float64Array): NumpyTimes | undefined {
  const numbers = (values: ReadonlyMap<string, Rational>): number[] =>
    [...values.values()].map((value) => value.toApproximateNumber());
  const head = JSON.stringify({
    starts: segments.map(({ from }) => from.toApproximateNumber()),
    slopes: segments.map(({ weights }) => numbers(weights)),
    paid: segments.map(({ payouts }) => numbers(payouts)),
  });
  const { status, stdout } = spawnSync('python3', ['-c', NUMPY], {
    input: bytesOf(`${head}\n`, exits),
    encoding: 'utf8',
  });
  return status === 0 ? (JSON.parse(stdout) as NumpyTimes) : undefined;
}

function bytesOf(head: string, values: Float64Array): Uint8Array {
  const line = new TextEncoder().encode(head);
  const bytes = new Uint8Array(line.length + values.byteLength);
  bytes.set(line);
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), line.length);
  return bytes;
}

type Verdict = Pick<Line, 'checked' | 'correct'>;

/** Payouts of a sample against exact rational evaluation, whose sums are exact and whose choices are an equilibrium. */
function certify(
  solved: SolvedWaterfall,
  exits: Float64Array,
  payouts: Float64Array,
  ids: readonly string[],
): Verdict {
  let [worst, inexact, switches, games] = [0, 0, 0, 0];
  const sample = 2000;
  for (let index = 0; index < sample; index += 1) {
    const at = index * (EXITS / sample);
    const exit = exits[at] as number;
    const net = Rational.of(Math.round(exit * 100), 100);
    const exact = payoffAt(solved.table, net);
    if (!sum(exact.values()).equals(net)) inexact += 1;
    for (const [column, id] of ids.entries()) {
      const value = exact.get(id)?.toApproximateNumber() ?? Number.NaN;
      worst = Math.max(worst, Math.abs((payouts[at * ids.length + column] as number) - value) / exit);
    }
    if (index % 20 !== 0) continue;
    games += 1;
    const chosen = new Set(
      solved.claimants
        .filter((one) => ['converted', 'exercised'].includes(standingAt(solved, one, net)))
        .map(({ id }) => id),
    );
    const paid = payoutsUnder(solved.claimants, chosen, net);
    const same = [...paid].every(([id, amount]) => exact.get(id)?.equals(amount));
    if (!same || wouldSwitch(solved.claimants, chosen, net).length > 0) switches += 1;
  }
  return {
    checked: `${sample} exits within ${worst.toExponential(1)} of the exit from exact evaluation; ${inexact} sums not exact; ${switches} of ${games} not in equilibrium`,
    correct: worst < 1e-14 && inexact === 0 && switches === 0,
  };
}

/** Means against those of the payouts one by one, and numpy's. */
function certifyMeans(
  means: Float64Array,
  payouts: Float64Array,
  columns: number,
  numpy: NumpyTimes | undefined,
): Verdict {
  const plain = new Float64Array(columns);
  for (let at = 0; at < payouts.length; at += 1) {
    plain[at % columns] = (plain[at % columns] as number) + (payouts[at] as number) / EXITS;
  }
  const scale = means.reduce((total, value) => total + value, 0);
  const distance = (others: ArrayLike<number>): number =>
    Math.max(...[...means].map((value, index) => Math.abs(value - (others[index] ?? Number.NaN)) / scale));
  const worst = Math.max(distance(plain), numpy === undefined ? 0 : distance(numpy.mean));
  return {
    checked: `within ${worst.toExponential(1)} of the means of the payouts${numpy === undefined ? '' : " and of numpy's"}`,
    correct: worst < 1e-11,
  };
}

/** Expectations: they sum to the mean, each equals that of its own payoff, and the paths scatter about them. */
function certifyExpected(
  table: PayoffTable,
  expected: Float64Array,
  mean: number,
  payouts: Float64Array,
): Verdict {
  const ids = [...(table.segments[0]?.weights.keys() ?? [])];
  const total = expected.reduce((all, value) => all + value, 0);
  let worst = Math.abs(total / mean - 1);
  let deviations = 0;
  for (const [column, id] of ids.entries()) {
    const alone = expectedPayoff(kinkedPayoffOf(table, id), Math.log(mean), DEVIATION).value;
    const value = expected[column] as number;
    worst = Math.max(worst, Math.abs(value / alone - 1));
    let [off, squares] = [0, 0];
    for (let at = column; at < payouts.length; at += ids.length) {
      const difference = (payouts[at] as number) - value;
      off += difference;
      squares += difference * difference;
    }
    deviations = Math.max(deviations, Math.abs(off) / Math.sqrt(squares));
  }
  return {
    checked: `within ${worst.toExponential(1)} of each payoff's own expectation; the 10^6 paths lie at most ${deviations.toFixed(1)} standard errors away`,
    correct: worst < 1e-12 && deviations < 4,
  };
}
