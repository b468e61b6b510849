import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, exactValue } from '../formula/index.ts';
import { Rational, sum } from '../rational/index.ts';
import { expectOk } from '../result/index.ts';
import { conversionRatio, HOLDING_KINDS, ownershipUnder, sumByHolder } from './index.ts';

const r = (text: string): Rational => expectOk(Rational.parse(text));

const HOLDINGS = [
  { id: 'cs', holder: 'Ana', kind: 'issued', shares: r('600') },
  { id: 'seed', holder: 'Ben', kind: 'issued', shares: r('100'), conversionRatio: r('3/2') },
  { id: 'og', holder: 'Ana', kind: 'options', shares: r('50') },
  { id: 'rest', holder: 'pool', kind: 'pool', shares: r('200') },
] as const;

describe('ownership under a capitalization definition', () => {
  // Counted by hand: 600 + 100 × 3/2 + 50 + 200 = 1000.
  it('counts shares as converted, and of each holder all that is counted', () => {
    const { output } = expectOk(ownershipUnder({ counts: HOLDING_KINDS, holdings: HOLDINGS }));
    expect(output.total.value.toString()).toBe('1000');
    expect(
      [...output.holders].map(([holder, { ownership }]) => [holder, ownership?.value.toString()]),
    ).toEqual([
      ['Ana', '13/20'],
      ['Ben', '3/20'],
      ['pool', '1/5'],
    ]);
  });

  it('leaves out what the definition does not count, and still says what it comes to as converted', () => {
    const { output } = expectOk(ownershipUnder({ counts: ['issued'], holdings: HOLDINGS }));
    expect(output.total.value.toString()).toBe('750');
    expect([...output.holders.keys()]).toEqual(['Ana', 'Ben']);
    expect(output.holdings.get('og')).toMatchObject({ counted: false });
    expect(output.holdings.get('og')?.asConverted.value.toString()).toBe('50');
  });

  it('has no fractions of nothing', () => {
    const { output } = expectOk(
      ownershipUnder({
        counts: ['issued'],
        holdings: [{ id: 'a', holder: 'Ana', kind: 'issued', shares: Rational.ZERO }],
      }),
    );
    expect(output.holders.get('Ana')?.ownership).toBeNull();
    expect(expectOk(ownershipUnder({ counts: ['pool'], holdings: [] })).output.holders.size).toBe(0);
  });

  it('gives fractions that add up to one, as its graph does', () => {
    const holding = fc.record({
      holder: fc.constantFrom('Ana', 'Ben', 'Cy'),
      kind: fc.constantFrom(...HOLDING_KINDS),
      shares: fc.integer({ min: 1, max: 10 ** 9 }).map((count) => Rational.of(count)),
      conversionRatio: fc.integer({ min: 1, max: 9 }).map((count) => Rational.of(count, 4)),
    });
    fc.assert(
      fc.property(fc.array(holding, { minLength: 1, maxLength: 12 }), (drawn) => {
        const holdings = drawn.map((one, index) => ({ ...one, id: `s${index}` }));
        const { output, graph } = expectOk(ownershipUnder({ counts: HOLDING_KINDS, holdings }));
        const values = evaluate(graph);
        const parts = [...output.holders.values()].flatMap(({ ownership }) => ownership ?? []);
        expect(sum(parts.map(({ value }) => value)).toString()).toBe('1');
        for (const { node, value } of [output.total, ...parts])
          expect(exactValue(values.get(node) ?? { vague: true })?.toString()).toBe(value.toString());
      }),
    );
  });
});

describe('what a holder gets', () => {
  it('is the sum over its securities', () => {
    const parts = [
      { id: 'a', holder: 'Ana', amount: r('10') },
      { id: 'b', holder: 'Ben', amount: r('1/3') },
      { id: 'c', holder: 'Ana', amount: r('2.5') },
    ];
    const { holders } = expectOk(sumByHolder({ parts })).output;
    expect([...holders].map(([holder, { value }]) => [holder, value.toString()])).toEqual([
      ['Ana', '25/2'],
      ['Ben', '1/3'],
    ]);
  });
});

describe('a conversion ratio', () => {
  it('is the original issue price over the conversion price', () => {
    const { ratio } = expectOk(
      conversionRatio({ originalIssuePrice: r('3'), conversionPrice: r('2') }),
    ).output;
    expect(ratio.value.toString()).toBe('3/2');
  });
});
