import { Rational } from '@tranche/core/rational';
import { type Json, keyPath } from '../calculator/index.ts';
import type { Case } from './case.ts';

/** One value that is not as the case says. */
export interface Difference {
  readonly path: string;
  readonly expected: string;
  readonly actual: string;
}

/**
 * Compares the named values with the output. Numbers are equal as rationals, or within the tolerance of their path
 * (of `*` where the path has none); all else is identical. An expected object or list is compared item by item.
 */
export function differences(
  output: Json,
  expected: Readonly<Record<string, unknown>>,
  tolerances: Case['tolerance'] = {},
): readonly Difference[] {
  const found: Difference[] = [];
  const toleranceAt = (path: string) => (Object.hasOwn(tolerances, path) ? tolerances[path] : undefined);
  const compare = (path: string, want: unknown, have: Json | undefined): void => {
    if (Array.isArray(want) && Array.isArray(have) && want.length === have.length) {
      for (const [index, item] of want.entries()) compare(`${path}[${index}]`, item, have[index]);
      return;
    }
    if (isObject(want) && isObject(have)) {
      for (const [key, item] of Object.entries(want)) {
        compare(`${path}${keyPath(key)}`, item, Object.hasOwn(have, key) ? have[key] : undefined);
      }
      return;
    }
    if (!agrees(want, have, toleranceAt(path) ?? toleranceAt('*'))) {
      found.push({ path, expected: shown(want), actual: shown(have) });
    }
  };
  for (const [path, want] of Object.entries(expected)) compare(path, want, valueAt(output, path));
  return found;
}

/** The value at a path such as `classes.A.shares`, `results[0].holders["J. Doe"]`; undefined where there is none. */
export function valueAt(output: Json, path: string): Json | undefined {
  let value: Json | undefined = output;
  let rest = path;
  while (rest !== '' && value !== undefined) {
    const index = /^\[(?:(\d+)|("(?:[^"\\]|\\.)*"))\]/.exec(rest);
    if (index !== null) {
      const key = index[2] === undefined ? Number(index[1]) : textOf(index[2]);
      value = key === undefined ? undefined : childOf(value, key);
      rest = rest.slice(index[0].length);
      continue;
    }
    if (rest.startsWith('.')) rest = rest.slice(1);
    const key: string | undefined = keysOf(value)
      .filter((name) => rest === name || rest.startsWith(`${name}.`) || rest.startsWith(`${name}[`))
      // An id may itself hold a point: the longest name that fits is meant.
      .sort((a, b) => b.length - a.length)[0];
    if (key === undefined) return undefined;
    value = childOf(value, key);
    rest = rest.slice(key.length);
  }
  return value;
}

/** What quotes hold, as in JSON; undefined where they hold what JSON does not allow. */
function textOf(quoted: string): string | undefined {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const keysOf = (value: Json): readonly string[] => (isObject(value) ? Object.keys(value) : []);

function childOf(value: Json, key: string | number): Json | undefined {
  if (Array.isArray(value)) return typeof key === 'number' ? value[key] : undefined;
  return isObject(value) && Object.hasOwn(value, String(key)) ? value[String(key)] : undefined;
}

function agrees(
  want: unknown,
  have: Json | undefined,
  tolerance?: { abs: string } | { rel: string },
): boolean {
  const [wanted, had] = [numberOf(want), numberOf(have)];
  if (wanted === undefined || had === undefined) return want === have;
  if (tolerance === undefined) return wanted.equals(had);
  const distance = wanted.minus(had).absolute();
  const allowed =
    'abs' in tolerance ? numberOf(tolerance.abs) : numberOf(tolerance.rel)?.times(wanted.absolute());
  return allowed !== undefined && distance.compare(allowed) <= 0;
}

function numberOf(value: unknown): Rational | undefined {
  if (typeof value === 'number') {
    const read = Rational.fromShortestDecimal(value);
    return read.ok ? read.value : undefined;
  }
  const read = typeof value === 'string' ? Rational.parse(value) : undefined;
  return read?.ok === true ? read.value : undefined;
}

const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));
