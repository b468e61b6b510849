import { Derivation } from '@tranche/core/formula';
import { Rational, sum } from '@tranche/core/rational';
import { expectOk } from '@tranche/core/result';
import { expectedPayoff, expectedPayoffsOf, kinkedPayoffOf } from '@tranche/core/valuation';
import {
  BulkPayoff,
  claimantOf,
  claimsOf,
  type PayoffTable,
  payoffAt,
  type SolvedWaterfall,
  solveWaterfall,
  standingAt,
} from '@tranche/core/waterfall';
import { payoutsUnder, wouldSwitch } from '@tranche/testkit/model';
import { exitWorkload } from './exit-workload.ts';
import {
  type Benchmark,
  duration,
  type Line,
  median,
  type Setting,
  timeInTurns,
  uniforms,
} from './harness.ts';
import { besideLiqpref } from './liqpref.ts';
import { type Python, startPython } from './python.ts';

const EXITS = 1_000_000;
const MEDIAN = 150e6;
const DEVIATION = 1.2;

export const benchmark: Benchmark = {
  name: 'waterfall',
  about: '20 claimants, 23 segments, 10^6 lognormal exits to the cent',
  run: async (setting) => run(setting),
};

function exitValues(): Float64Array {
  const next = uniforms(99);
  return Float64Array.from({ length: EXITS }, () => {
    const [u, v] = [next(), next()];
    const normal = Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
    return Math.round(MEDIAN * Math.exp(DEVIATION * normal) * 100) / 100;
  });
}

async function run(setting: Setting): Promise<readonly Line[]> {
  const { say } = setting;
  const claimants = expectOk(claimsOf(exitWorkload(), new Derivation())).map(claimantOf);
  const solved = expectOk(solveWaterfall(claimants));
  const { table } = solved;
  const bulk = BulkPayoff.of(table, EXITS);
  const { exits, payouts } = bulk;
  exits.set(exitValues());
  const python = await startNumpy(table, exits);

  say(`${table.segments.length} segments; all payouts and means, beside the limits of memory and numpy`);
  const { ours, numpy } = await timeBeside(
    {
      payouts: () => bulk.pay(),
      means: () => bulk.means(),
    },
    python,
  );
  const piece = timePieces(bulk);
  const expectations = expectedPayoffsOf(table);
  const mean = MEDIAN * Math.exp(DEVIATION ** 2 / 2);
  const small = timeInTurns(
    { expected: () => expectations.of(mean, DEVIATION), table: () => solveWaterfall(claimants) },
    { batch: 500 },
  );
  say('certifying');
  bulk.pay();
  const sample = certify(solved, bulk);
  const numpyMeans = (await python?.ask('values')) as readonly number[] | undefined;
  python?.end();
  const means = certifyMeans(bulk.means(), payouts, bulk.ids.length, numpyMeans);
  const expected = certifyExpected(table, expectations.of(mean, DEVIATION), mean, payouts);

  const each = (nanoseconds = 0): string => `${duration(nanoseconds / EXITS)} an exit`;
  const beside = (task: string, time: number, least: number): Partial<Line> => {
    const theirs = numpy[task];
    return theirs === undefined
      ? { beside: 'numpy is not on this machine' }
      : { beside: `numpy ${duration(theirs)}`, ratio: theirs / time, goal: { least } };
  };
  const { payouts: full = 0, means: meansTime = 0 } = ours;
  const { expected: closed = 0, table: solve = 0 } = small;
  return [
    {
      what: 'all 20 payouts of 10^6 exits, and the limit: filling the same memory',
      ours: each(piece.payouts),
      beside: `fill ${each(piece.fill)}`,
      ratio: piece.payouts / piece.fill,
      goal: { most: 2 },
      ...sample,
    },
    { what: 'all 20 payouts of 10^6 exits', ours: each(full), ...beside('payouts', full, 6), ...sample },
    {
      what: '20 mean payouts of 10^6 exits',
      ours: each(meansTime),
      ...beside('means', meansTime, 20),
      ...means,
    },
    {
      what: '20 mean payouts of 10^6 exits, and the limit: adding up the exits',
      ours: each(piece.means),
      beside: `adding ${each(piece.add)}`,
      ratio: piece.means / piece.add,
      goal: { most: 8 },
      ...means,
    },
    {
      what: '20 expected payouts in closed form, beside the mean over 10^6 paths',
      ours: duration(closed),
      ...beside('means', closed, 10_000),
      ...expected,
    },
    {
      what: '20 expected payouts in closed form, beside the least numpy can do: counts and sums by segment',
      ours: duration(closed),
      ...beside('sums', closed, 1000),
      ...expected,
    },
    { what: 'solving the exact table', ours: duration(solve), ...sample },
    await besideLiqpref(setting, Array.from(exits.subarray(0, 2000), centsOf)),
  ];
}

const PIECES = 100;

/**
 * The kernel and the limits of memory, piece by piece in turns: a piece takes less than the system lets a process run
 * at a time, so that a busy machine does not stretch the longer work more. Each lies far from the piece before it, so
 * that none is found in the cache. Medians, scaled to the whole.
 */
function timePieces(bulk: BulkPayoff): {
  readonly payouts: number;
  readonly fill: number;
  readonly means: number;
  readonly add: number;
} {
  const pieceOf = (turn: number, size: number): readonly [first: number, end: number] => {
    const first = (turn % PIECES) * (size / PIECES);
    return [first, first + size / PIECES];
  };
  const { exits, payouts } = bulk;
  let turn = 0;
  const { pay, fill, means, add } = timeInTurns(
    {
      pay: () => bulk.pay(...pieceOf(turn, EXITS)),
      fill: () => payouts.fill(1, ...pieceOf(turn + PIECES / 2, payouts.length)),
      means: () => bulk.means(...pieceOf(turn + PIECES / 4, EXITS)),
      add: () => {
        const total = totalOf(exits.subarray(...pieceOf(turn + (3 * PIECES) / 4, EXITS)));
        turn += 1;
        return total;
      },
    },
    { repeats: 3 * PIECES },
  );
  const whole = (time = Number.NaN): number => time * PIECES;
  return { payouts: whole(pay), fill: whole(fill), means: whole(means), add: whole(add) };
}

/** An exit of the workload exactly: it is in whole cents. */
const centsOf = (exit: number): Rational => Rational.of(Math.round(exit * 100), 100);

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

/** The same table in numpy: a gather by segment; its mean; and the mean from counts and sums by segment. */
const NUMPY = `
import json, sys, time
import numpy as np
source = sys.stdin.buffer
head = json.loads(source.readline())
x = np.frombuffer(source.read(8 * head['count']), dtype='<f8')
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
    before = time.perf_counter_ns(); f(); return time.perf_counter_ns() - before
tasks = {'payouts': payouts, 'means': means, 'sums': sums}
print('"ready"', flush=True)
for word in source:
    word = word.decode().strip()
    print(json.dumps(means().tolist() if word == 'values' else timed(tasks[word])), flush=True)
`;

function startNumpy({ segments }: PayoffTable, exits: Float64Array): Promise<Python | undefined> {
  const numbers = (values: ReadonlyMap<string, Rational>): number[] =>
    [...values.values()].map((value) => value.toApproximateNumber());
  const head = JSON.stringify({
    count: exits.length,
    starts: segments.map(({ from }) => from.toApproximateNumber()),
    slopes: segments.map(({ weights }) => numbers(weights)),
    paid: segments.map(({ payouts }) => numbers(payouts)),
  });
  return startPython(NUMPY, bytesOf(`${head}\n`, exits));
}

/** Medians of our tasks and of numpy's, in nanoseconds, all in turns. */
async function timeBeside(
  ours: Readonly<Record<string, () => unknown>>,
  numpy: Python | undefined,
): Promise<{ readonly ours: Times; readonly numpy: Times }> {
  const found = new Map<string, number[]>();
  const put = (name: string, time: number): void => {
    found.set(name, [...(found.get(name) ?? []), time]);
  };
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const [name, time] of Object.entries(timeInTurns(ours, { repeats: 1 }))) put(name, time);
    for (const name of NUMPY_TASKS) {
      const time = await numpy?.ask(name);
      if (typeof time === 'number') put(`numpy ${name}`, time);
    }
  }
  const timesOf = (prefix: string, names: readonly string[]): Times =>
    Object.fromEntries(
      names.flatMap((name) => {
        const times = found.get(`${prefix}${name}`);
        return times === undefined ? [] : [[name, median(times)]];
      }),
    );
  return { ours: timesOf('', Object.keys(ours)), numpy: timesOf('numpy ', NUMPY_TASKS) };
}

type Times = Readonly<Record<string, number>>;
const TURNS = 7;
const NUMPY_TASKS = ['payouts', 'means', 'sums'];

function bytesOf(head: string, values: Float64Array): Uint8Array {
  const line = new TextEncoder().encode(head);
  const bytes = new Uint8Array(line.length + values.byteLength);
  bytes.set(line);
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), line.length);
  return bytes;
}

type Verdict = Pick<Line, 'checked' | 'correct'>;

/** Payouts of a sample against exact rational evaluation, whose sums are exact and whose choices are an equilibrium. */
function certify(solved: SolvedWaterfall, { exits, payouts, ids }: BulkPayoff): Verdict {
  let [worst, inexact, switches, games] = [0, 0, 0, 0];
  const sample = 2000;
  for (let index = 0; index < sample; index += 1) {
    const at = index * (EXITS / sample);
    const exit = exits[at] as number;
    const net = centsOf(exit);
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
  numpy: readonly number[] | undefined,
): Verdict {
  const plain = new Float64Array(columns);
  for (let at = 0; at < payouts.length; at += 1) {
    plain[at % columns] = (plain[at % columns] as number) + (payouts[at] as number) / EXITS;
  }
  const scale = means.reduce((total, value) => total + value, 0);
  const distance = (others: ArrayLike<number>): number =>
    Math.max(...[...means].map((value, index) => Math.abs(value - (others[index] ?? Number.NaN)) / scale));
  const worst = Math.max(distance(plain), numpy === undefined ? 0 : distance(numpy));
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
