import { CapTableHistory, type Holdings, type LedgerTerms, type Transaction } from '@tranche/core/captable';
import { expectOk, invariant } from '@tranche/core/result';
import { addDays, type PlainDate } from '@tranche/core/time';
import { Compiled } from '../packages/core/src/captable/compiled.kernel.ts';
import { readRegister } from '../packages/core/src/captable/register.ts';
import { CLASSES, DAYS, equityTransactions, FIRST_DAY, peerSize, plainPositions } from './fold-workload.ts';
import { type Benchmark, duration, keep, type Line, median, sm32, timeInTurns } from './harness.ts';
import { loadOcfTools, toOcf } from './ocf-tools.ts';

const TERMS: LedgerTerms = { classes: CLASSES.map((id) => ({ id })) };
const LAST_DAY = addDays(FIRST_DAY, DAYS);
const PEER_SIZES = [500, 1000, 2000, 4000];
const SIZES = [125_000, 250_000, 500_000, 1_000_000];
const HOLDERS = 5000;
const SPLITS = 10;
const QUERIES = 200;
const ADDED = 2000;

export const benchmark: Benchmark = {
  name: 'fold',
  about: 'transactions to a cap table on a day, checked, beside OCF-Tools; linear, and asked for any day',
  async run({ peers, say }) {
    const folder = peers.get('ocf-tools');
    const beside = folder === undefined ? [unmeasured()] : await besideOcfTools(folder, say);
    return [...beside, ...atSize(say)];
  },
};

const unmeasured = (): Line => ({
  what: 'B1 beside OCF-Tools',
  ours: 'not measured',
  beside: 'OCF-Tools: not on this machine (--peer ocf-tools=DIR)',
  checked: 'nothing',
  correct: true,
});

/** B1: the same transactions, both sides checking each of them. */
async function besideOcfTools(folder: string, say: (text: string) => void): Promise<readonly Line[]> {
  const peer = await loadOcfTools(folder);
  const lines: Line[] = [];
  for (const events of PEER_SIZES) {
    say(`B1 at ${events} events`);
    const transactions = equityTransactions(peerSize(events));
    const ocf = toOcf(transactions);
    const history = historyOf(transactions);
    const times = timeInTurns(
      {
        peer: () => peer.run(ocf),
        read: () => historyOf(transactions).holdingsOn(LAST_DAY),
        refold: () => times200(() => history.refoldedOn(LAST_DAY)),
      },
      { repeats: 5 },
    );
    const { peer: theirs = 0, read = 0 } = times;
    const refold = (times.refold ?? 0) / 200;
    const positions = peer.run(ocf);
    const ours = positionsOf(history.holdingsOn(LAST_DAY));
    const wrong = positions === undefined ? -1 : mismatches(ours, positions);
    const checked =
      wrong < 0
        ? 'OCF-Tools refuses the transactions'
        : `${ours.size} positions of holder and class compared, ${wrong} differ`;
    const common = { beside: `OCF-Tools ${duration(theirs)}`, checked, correct: wrong === 0 };
    lines.push(
      {
        what: `${transactions.length} events, columns checked and folded anew`,
        ours: duration(refold),
        ratio: theirs / refold,
        ...(events === 4000 ? { goal: { least: 1000 } } : {}),
        ...common,
      },
      {
        what: `${transactions.length} events, read from parsed transactions, compiled, checked and folded`,
        ours: duration(read),
        ratio: theirs / read,
        ...(events === 4000 ? { goal: { least: 50 } } : {}),
        ...common,
      },
    );
  }
  return lines;
}

/** B2: a million events with ten splits. */
function atSize(say: (text: string) => void): readonly Line[] {
  say(`B2: ${SIZES.at(-1)} events and their parts`);
  const sized = SIZES.map((events) => {
    const transactions = equityTransactions({ events, holders: HOLDERS, splits: SPLITS });
    const compiled = compiledOf(transactions);
    const into = compiled.totalsOn(LAST_DAY);
    return { transactions, compiled, into, events: transactions.length };
  });
  // Alike sizes side by side, so that a busy moment hits all of them.
  const refolds = timeInTurns(
    Object.fromEntries(sized.map(({ events, compiled, into }) => [events, () => refolded(compiled, into)])),
    { repeats: 9 },
  );
  const compiles = timeInTurns(
    Object.fromEntries(sized.map(({ events, transactions }) => [events, () => compiledOf(transactions)])),
    { repeats: 3 },
  );
  const perEvent = sized.map(({ events }) => ({
    events,
    compile: (compiles[events] ?? 0) / events,
    refold: (refolds[events] ?? 0) / events,
  }));
  const { transactions, compiled } = sized.at(-1) as (typeof sized)[number];
  const plain = plainPositions(transactions, LAST_DAY);
  const right = mismatches(positionsOf(compiled.holdingsOn(LAST_DAY)), plain);
  const all = `${plain.size} positions at the end compared with a Map of certificates, ${right} differ`;
  const growth = (what: 'compile' | 'refold'): number =>
    (perEvent.at(-1)?.[what] ?? 0) / (perEvent[0]?.[what] ?? 1);
  const shown = (what: 'compile' | 'refold'): string =>
    perEvent.map((one) => `${one.events}: ${duration(one[what])}`).join(', ');
  return [
    {
      what: 'B2, each event checked and folded anew: time of one event as the history grows eightfold',
      ours: shown('refold'),
      ratio: growth('refold'),
      goal: { most: 3 },
      checked: all,
      correct: right === 0,
    },
    {
      what: 'B2, each transaction read and compiled: time of one as the list grows eightfold',
      ours: shown('compile'),
      ratio: growth('compile'),
      goal: { most: 2 },
      checked: all,
      correct: right === 0,
    },
    ...warmLines(transactions, say),
  ];
}

function warmLines(transactions: readonly Transaction[], say: (text: string) => void): readonly Line[] {
  say('B2: the warm fold, and questions for any day');
  const compiled = compiledOf(transactions);
  const rows = transactions.length;
  const [position, delta] = [new Int32Array(rows).fill(1), new Float64Array(rows).fill(2)];
  const days = daysAskedFor();
  const into = compiled.totalsOn(LAST_DAY);
  const times = timeInTurns(
    {
      touch: () => touched(position, delta),
      fold: () => compiled.foldedOn(LAST_DAY, into),
      refold: () => refolded(compiled, into),
      ask: () => days.map((day) => compiled.totalsOn(day, into)),
    },
    { repeats: 9 },
  );
  const { touch = 0, fold = 0, refold = 0 } = times;
  const ask = (times.ask ?? 0) / days.length;
  const sampled = days.slice(0, 8);
  const wrong = sampled.reduce(
    (sum, day) => sum + mismatches(positionsOf(compiled.holdingsOn(day)), plainPositions(transactions, day)),
    0,
  );
  const checked = `every position on ${sampled.length} days compared with a Map of certificates, ${wrong} differ`;
  const correct = wrong === 0;
  return [
    {
      what: `B2, warm fold of ${rows} events`,
      ours: `${duration(fold)}, ${((rows / fold) * 1e3).toFixed(0)} M events/s`,
      beside: `limit, reading the two folded columns once: ${duration(touch)}`,
      ratio: fold / touch,
      goal: { most: 12 },
      checked,
      correct,
    },
    {
      what: `B2, the totals of ${into.length} positions on any day, mean of ${days.length}`,
      ours: duration(ask),
      beside: `checking and folding anew ${duration(refold)}`,
      ratio: refold / ask,
      goal: { least: 400 },
      checked,
      correct,
    },
    appendLine(transactions),
  ];
}

/** What one more transaction costs at the end of a long history, and of one a tenth as long. */
function appendLine(transactions: readonly Transaction[]): Line {
  const [short, long] = [
    grownFrom(transactions, Math.floor(transactions.length / 10)),
    grownFrom(transactions, transactions.length - ADDED),
  ];
  for (let from = 0; from < ADDED; from += 100) {
    for (const { history, ordered, times } of [short, long]) {
      const start = process.hrtime.bigint();
      for (const one of ordered.slice(from, from + 100)) expectOk(history.append(one));
      times.push(Number(process.hrtime.bigint() - start) / 100);
    }
  }
  const wrong = [short, long].reduce((sum, { history, known }) => {
    const plain = plainPositions(transactions.slice(0, known + ADDED), LAST_DAY);
    return sum + mismatches(positionsOf(history.holdingsOn(LAST_DAY)), plain);
  }, 0);
  const [shorter, longer] = [median(short.times), median(long.times)];
  return {
    what: `B2, appending to ${long.known} events, each`,
    ours: duration(longer),
    beside: `to ${short.known} events ${duration(shorter)}`,
    ratio: longer / shorter,
    goal: { most: 3 },
    checked: `every position after ${ADDED} more compared with a Map of certificates, ${wrong} differ`,
    correct: wrong === 0,
  };
}

function grownFrom(transactions: readonly Transaction[], known: number): Grown {
  const history = historyOf(transactions.slice(0, known));
  // Issuances first, as a writer of events has to put them.
  const next = transactions.slice(known, known + ADDED);
  const issues = next.filter(({ type }) => type === 'stock_issuance');
  const others = next.filter(({ type }) => type !== 'stock_issuance');
  return { history, known, ordered: [...issues, ...others], times: [] };
}

interface Grown {
  readonly history: CapTableHistory;
  readonly known: number;
  readonly ordered: readonly Transaction[];
  readonly times: number[];
}

const historyOf = (transactions: readonly Transaction[]): CapTableHistory =>
  expectOk(CapTableHistory.compile(TERMS, transactions));

function compiledOf(transactions: readonly Transaction[]): Compiled {
  const compiled = Compiled.of(expectOk(readRegister(TERMS, transactions)));
  invariant(compiled instanceof Compiled, 'the workload can be compiled');
  return compiled;
}

function refolded(compiled: Compiled, into: Float64Array): Float64Array {
  invariant(compiled.replay(), 'the workload can be played');
  return compiled.foldedOn(LAST_DAY, into);
}

function times200(task: () => unknown): void {
  for (let call = 0; call < 200; call += 1) keep(task());
}

function touched(position: Int32Array, delta: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < position.length; row += 1)
    sum += (position[row] as number) + (delta[row] as number);
  return sum;
}

function daysAskedFor(): readonly PlainDate[] {
  const next = sm32(7);
  return Array.from({ length: QUERIES }, () => addDays(FIRST_DAY, next() % DAYS));
}

function positionsOf({ holdings }: Holdings): ReadonlyMap<string, bigint> {
  return new Map(
    holdings.flatMap(({ holder, account, quantity }) =>
      account.kind === 'class' ? [[`${holder} ${account.id}`, quantity.numerator] as const] : [],
    ),
  );
}

function mismatches(ours: ReadonlyMap<string, bigint>, theirs: ReadonlyMap<string, bigint | number>): number {
  const names = new Set([...ours.keys(), ...theirs.keys()]);
  return [...names].filter((name) => (ours.get(name) ?? 0n) !== BigInt(theirs.get(name) ?? 0)).length;
}
