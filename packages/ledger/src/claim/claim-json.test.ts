import type { StatedAmount } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import { parsePartialDate } from '@tranche/core/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim, RoundClaim, StakeClaim } from './claim.ts';
import { claimFromJson, claimId, claimToJson } from './index.ts';

const date = (text: string) => {
  const read = parsePartialDate(text);
  if (!read.ok) throw new Error(text);
  return read.value;
};

const ROUND: RoundClaim = {
  type: 'round',
  issuer: 'Pennygrove',
  amount: { currency: 'USD', value: Rational.of(3_200_000), qualifier: 'exact' },
  stage: 'seed',
  date: date('2024-03-12'),
  status: 'closed',
  leads: ['Sixpenny Ventures'],
  participants: [],
  quote: 'a $3.2 million seed round',
  quote_span: [10, 35],
  spans: { amount: [12, 24], 'leads[0]': [43, 60] },
  attribution: { kind: 'party_statement', name: 'Pennygrove' },
};

const STAKE: StakeClaim = {
  type: 'stake',
  holder: 'Founders',
  entity: 'Mill',
  percent: Rational.of(1, 3),
  qualifier: 'about',
  status: 'completed',
  quote: 'a third of Mill',
  quote_span: [0, 15],
  spans: {},
};

describe('the wire form of a claim', () => {
  it('carries plain JSON numbers where they read back equal', () => {
    expect(claimToJson(ROUND).amount).toEqual({ currency: 'USD', value: 3_200_000, qualifier: 'exact' });
  });

  it('adds the exact value where a JSON number cannot carry it', () => {
    expect(claimToJson(STAKE)).toMatchObject({ percent: 1 / 3, percent_exact: '1/3' });
    expect(claimFromJson(claimToJson(STAKE))).toEqual({ ok: true, value: STAKE });
  });

  it('reads back what was written, through text, for generated claims of several types', () => {
    const rational = fc
      .tuple(fc.bigInt(0n, 10n ** 20n), fc.bigInt(1n, 10n ** 6n))
      .map(([numerator, denominator]) => Rational.of(numerator, denominator));
    const amount: fc.Arbitrary<StatedAmount> = fc.oneof(
      fc.record({
        currency: fc.constantFrom('USD', 'JPY'),
        value: rational,
        qualifier: fc.constantFrom('exact' as const, 'up_to' as const),
      }),
      fc
        .tuple(rational, rational)
        .map(([min, more]) => ({ currency: 'INR', min, max: min.plus(more), qualifier: 'about' as const })),
    );
    const claims: fc.Arbitrary<Claim> = fc.oneof(
      amount.map((value): Claim => ({ ...ROUND, amount: value, pre_money: value })),
      rational.map((percent): Claim => ({ ...STAKE, percent })),
      fc
        .constantFrom('direct' as const, 'look_through' as const)
        .map((through): Claim => ({ ...STAKE, basis: 'as converted', through })),
      amount.map((value): Claim => ({ ...STAKE, value })),
      fc.tuple(rational, rational).map(
        ([one, other]): Claim => ({
          type: 'fx',
          from: { currency: 'USD', value: one },
          to: { currency: 'CNY', value: other },
          quote: 'x',
          quote_span: [0, 1],
          spans: {},
          denied: true,
          hedge: 'roughly',
        }),
      ),
    );
    fc.assert(
      fc.property(claims, (claim) => {
        expect(claimFromJson(JSON.parse(JSON.stringify(claimToJson(claim))))).toEqual({
          ok: true,
          value: claim,
        });
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it.each([
    [{ type: 'rumour' }, 'UNKNOWN_TYPE', 'claims[0].type'],
    [{ issuer: undefined }, 'MISSING_FIELD', 'claims[0].issuer'],
    [{ isuer: 'x' }, 'UNKNOWN_FIELD', 'claims[0].isuer'],
    [{ status: 'done' }, 'BAD_CHOICE', 'claims[0].status'],
    [{ date: 'soon' }, 'BAD_DATE', 'claims[0].date'],
    [{ amount: { currency: '$', value: 1 } }, 'BAD_CURRENCY', 'claims[0].amount.currency'],
    [{ amount: { currency: 'USD', value: '1' } }, 'BAD_NUMBER', 'claims[0].amount.value'],
    [{ amount: { currency: 'USD', min: 2, max: 1 } }, 'BAD_RANGE', 'claims[0].amount'],
    [{ quote: 'two\nlines' }, 'BAD_QUOTE', 'claims[0].quote'],
    [{ quote_span: [10, 12] }, 'BAD_SPAN', 'claims[0].quote_span'],
    [{ leads: 'Sixpenny' }, 'BAD_LIST', 'claims[0].leads'],
  ])('is refused with %j: %s at %s', (change, code, path) => {
    const read = claimFromJson({ ...claimToJson(ROUND), ...change }, 'claims[0]');
    expect(read).toMatchObject({ ok: false, failure: { code, path } });
  });
});

it('refuses a stake held in a way that is none', () => {
  const read = claimFromJson({ ...claimToJson(STAKE), through: 'a friend' });
  expect(read).toMatchObject({ ok: false, failure: { code: 'BAD_CHOICE', path: 'through' } });
});

it('says by which model it was drafted, and refuses a nameless one', () => {
  const drafted = { ...ROUND, drafted_by: 'a-model' };
  expect(claimToJson(drafted).drafted_by).toBe('a-model');
  expect(claimFromJson(claimToJson(drafted))).toEqual({ ok: true, value: drafted });
  expect(claimFromJson({ ...claimToJson(ROUND), drafted_by: '' })).toMatchObject({
    ok: false,
    failure: { code: 'BAD_TEXT', path: 'drafted_by' },
  });
});

describe('the identity of a claim', () => {
  it('follows what is said and where, and not the order of fields', () => {
    const { type, ...rest } = ROUND;
    expect(claimId('s-1', ROUND)).toMatch(/^c-[0-9a-f]{16}$/);
    expect(claimId('s-1', { ...rest, type })).toBe(claimId('s-1', ROUND));
    expect(claimId('s-2', ROUND)).not.toBe(claimId('s-1', ROUND));
    expect(claimId('s-1', { ...ROUND, status: 'agreed' })).not.toBe(claimId('s-1', ROUND));
  });
});
