/** What a benchmark shares: seeded numbers, medians, and lines that state a ratio together with its correctness. */

/** One measured comparison. Times are medians in nanoseconds per unit of work; ratios are what counts. */
export interface Line {
  readonly what: string;
  readonly ours: string;
  /** The peer or the limit beside it, with its own figure; absent when it is not on this machine. */
  readonly beside?: string;
  /** How many times faster than the peer, or (a limit) how many times its cost. */
  readonly ratio?: number;
  /** What the ratio must be: at least for a peer, at most for a limit. */
  readonly goal?: { readonly least: number } | { readonly most: number };
  /** What was compared in this very run, and how it came out. */
  readonly checked: string;
  readonly correct: boolean;
}

export interface Setting {
  /** Snapshots of peers that are not on npm, by name: `--peer NAME=DIR`. */
  readonly peers: ReadonlyMap<string, string>;
  /** Prints progress; not part of the result. */
  readonly say: (text: string) => void;
}

export interface Benchmark {
  readonly name: string;
  readonly about: string;
  readonly run: (setting: Setting) => Promise<readonly Line[]>;
}

/** Whether a line is right, and as fast as it has to be. A line without a peer states no ratio and cannot fail it. */
export function passes({ ratio, goal, correct }: Line): boolean {
  if (!correct) return false;
  if (ratio === undefined || goal === undefined) return true;
  return 'least' in goal ? ratio >= goal.least : ratio <= goal.most;
}

/** The generator of every workload: a 32-bit splitmix; the same seed gives the same numbers everywhere. */
export function sm32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z ^= z >>> 16;
    z = Math.imul(z, 0x85ebca6b);
    z ^= z >>> 13;
    z = Math.imul(z, 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  };
}

/** Numbers strictly between 0 and 1. */
export function uniforms(seed: number): () => number {
  const next = sm32(seed);
  return () => (next() + 0.5) / 2 ** 32;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};

/**
 * Median nanoseconds of one call of each task, the tasks taken in turns so that a busy moment hits all alike.
 * `batch` calls are timed together where one is too short to time.
 */
export function timeInTurns(
  tasks: Readonly<Record<string, () => unknown>>,
  { repeats = 7, batch = 1 }: { readonly repeats?: number; readonly batch?: number } = {},
): Readonly<Record<string, number>> {
  const times = new Map<string, number[]>(Object.keys(tasks).map((name) => [name, []]));
  for (const task of Object.values(tasks)) task();
  for (let turn = 0; turn < repeats; turn += 1) {
    for (const [name, task] of Object.entries(tasks)) {
      const start = process.hrtime.bigint();
      for (let call = 0; call < batch; call += 1) keep(task());
      times.get(name)?.push(Number(process.hrtime.bigint() - start) / batch);
    }
  }
  return Object.fromEntries([...times].map(([name, all]) => [name, median(all)]));
}

/** The same for tasks that are awaited. */
export async function awaitInTurns(
  tasks: Readonly<Record<string, () => unknown>>,
  { repeats = 7 }: { readonly repeats?: number } = {},
): Promise<Readonly<Record<string, number>>> {
  const times = new Map<string, number[]>(Object.keys(tasks).map((name) => [name, []]));
  for (const task of Object.values(tasks)) await task();
  for (let turn = 0; turn < repeats; turn += 1) {
    for (const [name, task] of Object.entries(tasks)) {
      const start = process.hrtime.bigint();
      keep(await task());
      times.get(name)?.push(Number(process.hrtime.bigint() - start));
    }
  }
  return Object.fromEntries([...times].map(([name, all]) => [name, median(all)]));
}

let kept: unknown;
/** Keeps a result from being optimised away. */
export function keep(value: unknown): void {
  kept = value;
}
export const lastKept = (): unknown => kept;

/** `1.86 µs`, `12.4 ms`. */
export function duration(nanoseconds: number): string {
  const [scale, unit] =
    nanoseconds < 1e3
      ? [1, 'ns']
      : nanoseconds < 1e6
        ? [1e3, 'µs']
        : nanoseconds < 1e9
          ? [1e6, 'ms']
          : [1e9, 's'];
  return `${(nanoseconds / (scale as number)).toPrecision(3)} ${unit}`;
}
