import { Derivation } from '@tranche/core/formula';
import { Rational } from '@tranche/core/rational';
import { expectOk } from '@tranche/core/result';
import { type Claimant, claimantOf, claimsOf, payoffAt, solveWaterfall } from '@tranche/core/waterfall';
import { payoutsUnder, wouldSwitch } from '@tranche/testkit/model';
import { exitWorkload } from './exit-workload.ts';
import { duration, type Line, median, type Setting, timeInTurns } from './harness.ts';
import { startPython } from './python.ts';

const PEER = 'liqpref-waterfall-py';

/** The peer takes classes one by one and exits one by one; money and shares as floating numbers. */
const SCRIPT = `
import json, sys, time
source = sys.stdin.buffer
head = json.loads(source.readline())
sys.path.insert(0, head['folder'])
from liquidation_waterfall import WaterfallCalculator, ShareClass, PreferenceType
calculator = WaterfallCalculator()
for c in head['classes']:
    kind = PreferenceType(c['kind'])
    calculator.add_share_class(ShareClass(c['id'], c['shares'], c['invested'], kind, c['multiple'], c['cap'], c['rank'], c['rank']))
def all_exits():
    return [calculator.calculate_distribution(x) for x in head['exits']]
print('"ready"', flush=True)
for word in source:
    before = time.perf_counter_ns(); found = all_exits(); took = time.perf_counter_ns() - before
    print(json.dumps(found if word.decode().strip() == 'values' else took), flush=True)
`;

/**
 * One exit after the other, exactly, beside a Python library for the same; the 12 classes of the workload without its
 * options, which the library does not know. How many of its answers are wrong is told, as are the switches that some
 * class would gain by.
 */
export async function besideLiqpref({ peers }: Setting, exits: readonly Rational[]): Promise<Line> {
  const { classes } = exitWorkload();
  const claimants = expectOk(claimsOf({ classes }, new Derivation())).map(claimantOf);
  const all = () => {
    const { table } = expectOk(solveWaterfall(claimants));
    return exits.map((exit) => payoffAt(table, exit));
  };
  const ours = all();
  const number = (value: Rational | undefined): number => value?.toApproximateNumber() ?? 0;
  const folder = peers.get(PEER);
  const head = {
    folder,
    exits: exits.map(number),
    classes: classes.map(({ id, kind, shares, originalIssuePrice, participation, ...terms }) => ({
      id,
      kind: kind === 'common' ? kind : participation === undefined ? 'non_participating' : 'participating',
      shares: number(shares),
      invested: number(originalIssuePrice?.times(shares)),
      multiple: number(terms.preferenceMultiple ?? Rational.ONE),
      cap: terms.capMultiple === undefined ? null : number(terms.capMultiple),
      rank: terms.seniority ?? 0,
    })),
  };
  const python =
    folder === undefined
      ? undefined
      : await startPython(SCRIPT, new TextEncoder().encode(`${JSON.stringify(head)}\n`));
  const times: number[] = [];
  const theirs: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    times.push(timeInTurns({ all }, { repeats: 1 }).all ?? 0);
    const took = await python?.ask('time');
    if (typeof took === 'number') theirs.push(took);
  }
  const values = (await python?.ask('values')) as readonly Readonly<Record<string, number>>[] | undefined;
  python?.end();
  const time = median(times) / exits.length;
  const others = exits.filter((exit, index) => gainers(claimants, ours[index], exit).length > 0).length;
  const wrong = values?.filter((paid, index) =>
    [...(ours[index] ?? [])].some(([id, amount]) => Math.abs((paid[id] ?? 0) - number(amount)) > 0.01),
  ).length;
  return {
    what: `exact payouts of ${exits.length} exits one by one, 12 classes, the table included`,
    ours: `${duration(time)} an exit`,
    ...(theirs.length === 0
      ? { beside: `${PEER} is not here: --peer ${PEER}=DIR` }
      : {
          beside: `${PEER} ${duration(median(theirs) / exits.length)}`,
          ratio: median(theirs) / median(times),
          goal: { least: 10 },
        }),
    checked: `${others} of our exits not in equilibrium${wrong === undefined ? '' : `; ${wrong} of theirs off by more than a cent`}`,
    correct: others === 0,
  };
}

/** Who would gain by choosing otherwise, where each is taken to have chosen what pays it as `paid` says. */
function gainers(
  claimants: readonly Claimant[],
  paid: ReadonlyMap<string, Rational> | undefined,
  exit: Rational,
): readonly string[] {
  const chosen = new Set(
    claimants
      .filter(
        ({ id, limit }) =>
          limit !== undefined && paid !== undefined && (paid.get(id) ?? limit).compare(limit) > 0,
      )
      .map(({ id }) => id),
  );
  const same = [...payoutsUnder(claimants, chosen, exit)].every(([id, amount]) =>
    paid?.get(id)?.equals(amount),
  );
  return same ? wouldSwitch(claimants, chosen, exit) : ['nobody'];
}
