import { rational } from '@tranche/testkit/build';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate, exactValue } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import { expectOk } from '../result/index.ts';
import { lookThrough, type OwnershipEdge } from './index.ts';

const NAMES = ['a', 'b', 'c', 'd', 'e'];

const edge = (
  owner: string,
  asset: string,
  share: string | readonly [min?: string, max?: string],
): OwnershipEdge => {
  if (typeof share === 'string') return { owner, asset, percent: rational(share) };
  const [min, max] = share;
  return {
    owner,
    asset,
    ...(min === undefined ? {} : { min: rational(min) }),
    ...(max === undefined ? {} : { max: rational(max) }),
  };
};

const ask = (edges: readonly OwnershipEdge[], owner: string, asset: string) => {
  const [result] = expectOk(lookThrough({ edges, queries: [{ owner, asset }] })).output.results;
  if (result === undefined) throw new Error('a query has a result');
  return result;
};
const bounds = (edges: readonly OwnershipEdge[], owner: string, asset: string) => {
  const { min, max, exact } = ask(edges, owner, asset);
  return [min.value.toString(), max.value.toString(), exact?.value.toString() ?? null];
};

describe('circles', () => {
  test('a stake held in a circle counts each time round', () => {
    // 1/2 × 4/5 × (1 + 1/5 + 1/25 + …) = 2/5 × 5/4.
    const edges = [edge('a', 'b', '1/2'), edge('b', 'c', '4/5'), edge('c', 'b', '1/4')];
    expect(bounds(edges, 'a', 'c')).toEqual(['1/2', '1/2', '1/2']);
    // Of itself b holds 1/5 + 1/25 + …, the walk of no step not counted.
    expect(bounds(edges, 'b', 'b')).toEqual(['1/4', '1/4', '1/4']);
  });

  test('shares that a company holds in itself raise what the others hold of it', () => {
    expect(bounds([edge('a', 'b', '1/2'), edge('b', 'b', '1/3')], 'a', 'b')).toEqual(['3/4', '3/4', '3/4']);
  });

  test('more than all is clipped to all', () => {
    // 9/10 ÷ (1 − 81/100) is more than four.
    expect(bounds([edge('b', 'c', '9/10'), edge('c', 'b', '9/10')], 'b', 'c')).toEqual(['1', '1', '1']);
  });

  test('two companies of which nothing is known but that they hold one another may be wholly each other', () => {
    const edges = [edge('a', 'b', '1/10'), edge('b', 'c', []), edge('c', 'b', [])];
    expect(bounds(edges, 'a', 'c')).toEqual(['0', '1', null]);
    expect(bounds(edges, 'b', 'c')).toEqual(['0', '1', null]);
  });

  test('what the circle does not reach keeps its bound', () => {
    const edges = [
      edge('b', 'c', []),
      edge('c', 'b', []),
      edge('a', 'd', ['0', '1/2']),
      edge('d', 'e', '1/2'),
    ];
    expect(bounds(edges, 'a', 'e')).toEqual(['0', '1/4', null]);
    expect(bounds(edges, 'a', 'c')).toEqual(['0', '0', '0']);
  });
});

describe('fails', () => {
  test.each([
    ['SUM_EXCEEDS_ONE', 'edges', [edge('a', 'c', '3/5'), edge('b', 'c', '1/2')]],
    ['SUM_EXCEEDS_ONE', 'edges', [edge('a', 'c', '3/5'), edge('b', 'c', ['1/2'])]],
    ['NO_SOLUTION', 'edges', [edge('a', 'b', '1/2'), edge('d', 'd', '1')]],
    [
      'NO_SOLUTION',
      'edges',
      [edge('b', 'c', '1/2'), edge('a', 'c', '1/2'), edge('c', 'b', '1'), edge('c', 'a', '1')],
    ],
    ['UNSUPPORTED_COMBINATION', 'edges[0]', [{ ...edge('a', 'b', '1/2'), max: Rational.ONE }]],
    ['OUT_OF_RANGE', 'edges[0].max', [edge('a', 'b', ['1/2', '1/4'])]],
    ['UNKNOWN_ID', 'queries[0].asset', [edge('a', 'c', '1/2')]],
  ])('%s at %s', (code, path, edges) => {
    const result = lookThrough({ edges, queries: [{ owner: 'a', asset: 'b' }] });
    expect(result).toMatchObject({ ok: false, failure: { code, path } });
  });

  test('not on owners whose most is more than all of an asset, for not all can hold the most', () => {
    expect(bounds([edge('a', 'c', '3/5'), edge('b', 'c', [])], 'b', 'c')).toEqual(['0', '1', null]);
  });
});

/** Shares of tenths, at most one edge for an owner and an asset. */
const anyEdges = (joins: (from: number, to: number) => boolean) =>
  fc
    .array(fc.record({ from: fc.nat(4), to: fc.nat(4), min: fc.nat(10), more: fc.nat(10) }), {
      maxLength: 12,
    })
    .map((drawn) =>
      drawn
        .filter(({ from, to }) => joins(from, to))
        .filter(
          ({ from, to }, index) => drawn.findIndex((one) => one.from === from && one.to === to) === index,
        )
        .map(({ from, to, min, more }): OwnershipEdge => {
          const [low, high] = [Rational.of(min, 50), Rational.of(Math.min(min + more, 50), 50)];
          const ends = more === 0 ? { percent: low } : { min: low, max: high };
          return { owner: NAMES[from] ?? '', asset: NAMES[to] ?? '', ...ends };
        }),
    );

const weight = (
  edges: readonly OwnershipEdge[],
  bound: 'min' | 'max',
  owner: string,
  asset: string,
): Rational => {
  const found = edges.find((one) => one.owner === owner && one.asset === asset);
  return found?.percent ?? found?.[bound] ?? Rational.ZERO;
};

const named = (edges: readonly OwnershipEdge[]) =>
  new Set(edges.flatMap(({ owner, asset }) => [owner, asset]));

const allQueries = (edges: readonly OwnershipEdge[]) =>
  [...named(edges)].flatMap((owner) => [...named(edges)].map((asset) => ({ owner, asset })));

/** The slow model: the walks of one step, of two, and so on up to `steps`, added up by where they end. */
function walkSums(
  edges: readonly OwnershipEdge[],
  bound: 'min' | 'max',
  owner: string,
  steps: number,
): ReadonlyMap<string, Rational> {
  const totals = new Map<string, Rational>();
  let ends: ReadonlyMap<string, Rational> = new Map([[owner, Rational.ONE]]);
  for (let step = 0; step < steps; step += 1) {
    const next = new Map<string, Rational>();
    for (const one of edges) {
      const more = ends.get(one.owner)?.times(one.percent ?? one[bound] ?? Rational.ZERO);
      if (more === undefined || more.sign() === 0) continue;
      for (const sums of [next, totals])
        sums.set(one.asset, (sums.get(one.asset) ?? Rational.ZERO).plus(more));
    }
    ends = next;
  }
  return totals;
}

describe('over any shares', () => {
  const clipped = (value: Rational) => (value.compare(Rational.ONE) > 0 ? Rational.ONE : value);

  test('a stake is the sum of its walks: never below those of a few steps, and above them by less than the rest can bear', () => {
    const small = anyEdges(() => true).map((edges) =>
      // Five owners of a tenth each at most: what walks on is at most half of what came.
      edges.map(({ owner, asset, percent, min, max }) => {
        const tenth = (value: Rational) => value.dividedBy(Rational.of(10n));
        const ends =
          percent === undefined
            ? { min: tenth(min ?? Rational.ZERO), max: tenth(max ?? Rational.ONE) }
            : { percent: tenth(percent) };
        return { owner, asset, ...ends };
      }),
    );
    const steps = 8;
    const rest = Rational.of(1n, 2n ** BigInt(steps));
    fc.assert(
      fc.property(small, (edges) => {
        const { results } = expectOk(lookThrough({ edges, queries: allQueries(edges) })).output;
        for (const { owner, asset, min, max } of results) {
          for (const [bound, { value }] of [
            ['min', min],
            ['max', max],
          ] as const) {
            const walked = walkSums(edges, bound, owner, steps).get(asset) ?? Rational.ZERO;
            const beyond = value.minus(walked);
            expect(beyond.sign()).toBeGreaterThanOrEqual(0);
            expect(beyond.compare(rest)).toBeLessThanOrEqual(0);
          }
        }
      }),
    );
  });

  test('without circles a stake is the direct share and those through others, followed one by one', () => {
    const follow = (
      edges: readonly OwnershipEdge[],
      bound: 'min' | 'max',
      owner: string,
      asset: string,
    ): Rational =>
      NAMES.filter((middle) => middle > owner).reduce(
        (sum, middle) =>
          sum.plus(weight(edges, bound, owner, middle).times(follow(edges, bound, middle, asset))),
        weight(edges, bound, owner, asset),
      );
    fc.assert(
      fc.property(
        anyEdges((from, to) => from < to),
        (edges) => {
          const result = lookThrough({ edges, queries: allQueries(edges) });
          fc.pre(result.ok);
          for (const { owner, asset, min, max, exact } of result.value.output.results) {
            expect(min.value).toEqual(clipped(follow(edges, 'min', owner, asset)));
            expect(max.value).toEqual(clipped(follow(edges, 'max', owner, asset)));
            expect(exact?.value).toEqual(min.value.equals(max.value) ? min.value : undefined);
          }
        },
      ),
    );
  });

  test('the least is never above the most, the direct share never above the stake, and the graph gives them all', () => {
    fc.assert(
      fc.property(
        anyEdges(() => true),
        (edges) => {
          const result = lookThrough({ edges, queries: allQueries(edges) });
          fc.pre(result.ok);
          const values = evaluate(result.value.graph);
          for (const { min, max, directMin, directMax } of result.value.output.results) {
            const rising = [directMin, min, max].map(({ value }) => value);
            expect(rising).toEqual([...rising].sort((one, other) => one.compare(other)));
            expect(directMax.value.compare(max.value)).toBeLessThanOrEqual(0);
            for (const { node, value } of [min, max, directMin, directMax]) {
              expect(exactValue(values.get(node) ?? { vague: true })).toEqual(value);
            }
          }
        },
      ),
    );
  });

  test('at the most a circle without end is all of it, and one that ends is what its walks come to', () => {
    // Three companies with shares of none, half or all in each other: many circles end, many do not.
    const halves = fc.array(fc.nat(2), { minLength: 9, maxLength: 9 });
    const near = Rational.of(1n, 100n);
    fc.assert(
      fc.property(halves, (shares) => {
        const edges = shares.map((share, index): OwnershipEdge => {
          const [owner = '', asset = ''] = [NAMES[Math.floor(index / 3)], NAMES[index % 3]];
          return { owner, asset, max: Rational.of(share, 2) };
        });
        const { results } = expectOk(lookThrough({ edges, queries: allQueries(edges) })).output;
        for (const { owner, asset, max } of results) {
          const walked = clipped(walkSums(edges, 'max', owner, 120).get(asset) ?? Rational.ZERO);
          expect(max.value.minus(walked).absolute().compare(near)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 40 },
    );
  });
});
