import { arbitrarySlices, type SliceBounds } from '@tranche/testkit/arbitrary';
import { inputOf, rational, unreported, usd } from '@tranche/testkit/build';
import { modelTotals } from '@tranche/testkit/model';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatBounds } from '../display/index.ts';
import { explain, GraphBuilder } from '../formula/index.ts';
import type { Bounds } from '../money/index.ts';
import { commitmentTotals, type Slice, type Totals } from './index.ts';

/** A financing of 40 billion in two closings: the lead pays 30 itself and passes 10 on to co-investors. */
function twoClosings(builder: GraphBuilder): readonly Slice[] {
  const slice = (
    tranche: string,
    payer: string,
    share: Slice['share'],
    committed: string,
    drawn: string,
  ): Slice => ({
    tranche,
    payer,
    share,
    committed: usd(builder, `committed, ${tranche}, ${payer}`, committed),
    drawn: usd(builder, `drawn, ${tranche}, ${payer}`, drawn),
  });
  return [
    slice('first closing', 'SoftBank', 'own', '7.5e9', '7.5e9'),
    slice('first closing', 'co-investors', 'syndicated', '2.5e9', '2.5e9'),
    slice('second closing', 'SoftBank', 'own', '22.5e9', '0'),
    slice('second closing', 'co-investors', 'syndicated', '7.5e9', '5.8e9'),
  ];
}

describe('a financing in two closings', () => {
  const builder = new GraphBuilder();
  const totals = commitmentTotals(builder, twoClosings(builder), 'USD');
  const read = ({ committed, drawn, undrawn }: Totals): readonly string[] =>
    [committed, drawn, undrawn].map((node) => formatBounds(builder.boundsOf(node), 'USD'));

  // Amounts of SoftBank Group's release of 1 April 2025, and co-investors' payments as reported in August 2025.
  test('is added up by tranche, by payer, by whose money it is, and in all', () => {
    expect(totals.byTranche.map((row) => [row.tranche, ...read(row)])).toEqual([
      ['first closing', 'USD 10bn', 'USD 10bn', 'USD 0'],
      ['second closing', 'USD 30bn', 'USD 5.8bn', 'USD 24.2bn'],
    ]);
    expect(totals.byPayer.map((row) => [row.payer, row.share, ...read(row)])).toEqual([
      ['SoftBank', 'own', 'USD 30bn', 'USD 7.5bn', 'USD 22.5bn'],
      ['co-investors', 'syndicated', 'USD 10bn', 'USD 8.3bn', 'USD 1.7bn'],
    ]);
    expect(totals.own && read(totals.own)).toEqual(['USD 30bn', 'USD 7.5bn', 'USD 22.5bn']);
    expect(totals.syndicated && read(totals.syndicated)).toEqual(['USD 10bn', 'USD 8.3bn', 'USD 1.7bn']);
    expect(read(totals.total)).toEqual(['USD 40bn', 'USD 15.8bn', 'USD 24.2bn']);
    expect(totals.exceeded).toEqual([]);
  });

  test('derives what is undrawn from each payment and each commitment', () => {
    const steps = explain(builder.build(), totals.total.undrawn);
    expect(steps.filter(({ node }) => node.kind === 'input')).toHaveLength(8);
    expect(steps.at(-1)).toMatchObject({
      words: 'committed, in all − drawn, in all',
      numbers: 'USD 40bn − USD 15.8bn = USD 24.2bn',
    });
  });
});

test('a payer with own and with syndicated money stands in two rows', () => {
  const builder = new GraphBuilder();
  const one = {
    tranche: 'first closing',
    payer: 'Alder',
    committed: usd(builder, 'a', '6'),
    drawn: usd(builder, 'b', '1'),
  };
  const totals = commitmentTotals(
    builder,
    [
      { ...one, share: 'own' },
      { ...one, share: 'syndicated' },
    ],
    'USD',
  );
  expect(totals.byPayer.map(({ payer, share }) => [payer, share])).toEqual([
    ['Alder', 'own'],
    ['Alder', 'syndicated'],
  ]);
});

describe('drawing more than was committed', () => {
  const drawnOf = (
    committed: string,
    drawn: string,
    qualifier: 'exact' | 'about' | 'up_to' | 'over' = 'exact',
  ) => {
    const builder = new GraphBuilder();
    const slice: Slice = {
      tranche: 'first closing',
      payer: 'Alder',
      share: 'own',
      committed: usd(builder, 'committed', committed),
      drawn: usd(builder, 'drawn', drawn, qualifier),
    };
    const { exceeded } = commitmentTotals(builder, [slice], 'USD');
    return exceeded.map(({ excess, vague }) => [formatBounds(builder.boundsOf(excess), 'USD'), vague]);
  };

  test('is reported with the excess', () => {
    expect(drawnOf('7.5e9', '8e9')).toEqual([['USD 500m', false]]);
    expect(drawnOf('7.5e9', '8e9', 'over')).toEqual([['at least USD 500m', false]]);
  });

  test('is marked when a source only said "about"', () => {
    expect(drawnOf('7.5e9', '8e9', 'about')).toEqual([['about USD 500m', true]]);
  });

  test('is not reported when it is only possible', () => {
    expect(drawnOf('7.5e9', '8e9', 'up_to')).toEqual([]);
    expect(drawnOf('7.5e9', '7.5e9')).toEqual([]);
  });
});

describe('what is not reported', () => {
  test('leaves the sums known from one side', () => {
    const builder = new GraphBuilder();
    const [first, ...rest] = twoClosings(builder);
    if (first === undefined) throw new Error('the example has slices');
    const slices = [{ ...first, drawn: unreported(builder, 'drawn, first closing, SoftBank') }, ...rest];
    const { total } = commitmentTotals(builder, slices, 'USD');
    expect(formatBounds(builder.boundsOf(total.drawn), 'USD')).toBe('at least USD 8.3bn');
    expect(formatBounds(builder.boundsOf(total.undrawn), 'USD')).toBe('up to USD 31.7bn');
  });

  test('is not zero: without any slice the total is unknown', () => {
    const builder = new GraphBuilder();
    const totals = commitmentTotals(builder, [], 'USD');
    expect(totals).toMatchObject({ slices: [], byTranche: [], byPayer: [], exceeded: [] });
    expect([totals.own, totals.syndicated]).toEqual([undefined, undefined]);
    expect(builder.node(totals.total.committed)).toMatchObject({ unknownBecause: 'no tranche is reported' });
    expect(builder.boundsOf(totals.total.committed).high).toBeUndefined();
  });
});

describe('over any slices', () => {
  const withNodes = (builder: GraphBuilder, slices: readonly SliceBounds[]): readonly Slice[] =>
    slices.map((slice, index) => ({
      ...slice,
      committed: inputOf(builder, `committed ${index}`, 'USD', slice.committed),
      drawn: inputOf(builder, `drawn ${index}`, 'USD', slice.drawn),
    }));

  test('every row is what adding its slices up one by one gives', () => {
    fc.assert(
      fc.property(arbitrarySlices(), (slices) => {
        const builder = new GraphBuilder();
        const totals = commitmentTotals(builder, withNodes(builder, slices), 'USD');
        const valued = (row: Totals): Record<keyof Totals, Bounds> => ({
          committed: builder.boundsOf(row.committed),
          drawn: builder.boundsOf(row.drawn),
          undrawn: builder.boundsOf(row.undrawn),
        });
        const check = (row: Totals | undefined, picks: (slice: SliceBounds) => boolean): void =>
          expect(row && valued(row)).toEqual(modelTotals(slices, picks));
        check(totals.total, () => true);
        check(totals.own, ({ share }) => share === 'own');
        check(totals.syndicated, ({ share }) => share === 'syndicated');
        for (const row of totals.byTranche) check(row, ({ tranche }) => tranche === row.tranche);
        for (const row of totals.byPayer)
          check(row, (slice) => slice.payer === row.payer && slice.share === row.share);
        for (const [index, row] of totals.slices.entries()) check(row, (slice) => slice === slices[index]);
        expect(totals.byTranche.length).toBe(new Set(slices.map(({ tranche }) => tranche)).size);
        expect(totals.byPayer.length).toBe(
          new Set(slices.map(({ payer, share }) => `${payer} ${share}`)).size,
        );
      }),
    );
  });

  test('a slice is exceeded when even its least payment is above its greatest commitment', () => {
    fc.assert(
      fc.property(arbitrarySlices(), (slices) => {
        const builder = new GraphBuilder();
        const { exceeded } = commitmentTotals(builder, withNodes(builder, slices), 'USD');
        const certainly = slices.filter(({ committed, drawn }) => {
          const room = committed.high?.minus(drawn.low ?? rational('0'));
          return drawn.low !== undefined && room !== undefined && room.sign() < 0;
        });
        expect(exceeded).toHaveLength(certainly.length);
        for (const { excess } of exceeded) expect(builder.boundsOf(excess).low?.sign()).toBe(1);
      }),
    );
  });
});
