import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareClaims, type FieldOutcome } from './compare.ts';
import type { WrittenClaim } from './facts.ts';
import { scoreTexts } from './score.ts';

const usd = (value: number, qualifier = 'exact') => ({ currency: 'USD', value, qualifier });
const ROUND: WrittenClaim = {
  type: 'round',
  issuer: 'Mill',
  amount: usd(40e6),
  stage: 'Series A',
  status: 'closed',
  leads: ['Weir Partners'],
  participants: ['Loom Capital'],
};
const STAKE: WrittenClaim = {
  type: 'stake',
  holder: 'Weir',
  entity: 'Mill',
  percent: 12,
  status: 'completed',
};

const told = (gold: readonly WrittenClaim[], read: readonly WrittenClaim[]) =>
  compareClaims(gold, read).map(({ outcome, gold: at, read: by, fields }) => ({
    outcome,
    at,
    by,
    errors: fields
      .filter((one) => one.outcome !== 'matched')
      .map((one) => `${one.outcome} ${one.type}.${one.field}`),
  }));

describe('what was read compared with what was annotated, claim by claim', () => {
  it('pairs what is the same, in whatever order', () => {
    expect(told([ROUND, STAKE], [STAKE, ROUND])).toEqual([
      { outcome: 'matched', at: 0, by: 1, errors: [] },
      { outcome: 'matched', at: 1, by: 0, errors: [] },
    ]);
  });

  it('sets a wrong value against the right one, field by field', () => {
    const read = { ...ROUND, amount: usd(4e6), leads: ['Fell Fund'], participants: [], status: 'planned' };
    expect(told([ROUND], [read])).toEqual([
      {
        outcome: 'wrong',
        at: 0,
        by: 0,
        errors: ['wrong round.amount', 'wrong round.lead', 'missed round.participant'],
      },
    ]);
  });

  it('names the party where the value is right and the company is not', () => {
    const [one] = compareClaims([STAKE], [{ ...STAKE, entity: 'Loom' }]);
    expect(one?.fields).toEqual([
      expect.objectContaining({
        outcome: 'wrong',
        field: 'percent',
        expectedOf: 'Weir, Mill',
        readOf: 'Weir, Loom',
      }),
    ]);
  });

  it('rates status, basis and qualifier of what was found', () => {
    const read = { ...ROUND, amount: usd(40e6, 'about'), status: 'agreed' };
    const [one] = compareClaims([ROUND], [read]);
    expect(one?.outcome).toBe('wrong');
    expect(one?.fields.filter(({ isRating }) => isRating)).toEqual([
      expect.objectContaining({ field: 'status', expected: 'closed', read: 'agreed' }),
      expect.objectContaining({ field: 'qualifier', expected: 'exact', read: 'about' }),
    ]);
  });

  it('tells what was missed and what is spurious', () => {
    expect(told([ROUND], [STAKE])).toEqual([
      { outcome: 'missed', at: 0, by: undefined, errors: expect.arrayContaining(['missed round.amount']) },
      { outcome: 'spurious', at: undefined, by: 0, errors: ['spurious stake.percent'] },
    ]);
  });

  it('does not miss what is optional', () => {
    expect(told([{ ...ROUND, optional: true }], [])).toEqual([]);
    expect(told([{ ...ROUND, optional: true }], [ROUND])).toMatchObject([{ outcome: 'matched', by: 0 }]);
  });

  it('shows every fact that the score counts, once', () => {
    const corpus = fileURLToPath(new URL('../../corpus/gold.json', import.meta.url));
    const texts = JSON.parse(fs.readFileSync(corpus, 'utf8')) as readonly {
      readonly claims: readonly WrittenClaim[];
    }[];
    const claims = texts.map((one) => one.claims.filter(({ denied }) => denied !== true));
    const text = fc.nat(claims.length - 1);
    fc.assert(
      fc.property(
        text,
        text,
        fc.subarray(['amount', 'leads', 'status', 'when', 'issuer', 'entity']),
        (a, b, dropped) => {
          const gold = claims[a] ?? [];
          const read = [...gold.slice(1), ...(claims[b] ?? [])].map((claim) =>
            Object.fromEntries(Object.entries(claim).filter(([field]) => !dropped.includes(field as never))),
          );
          const fields = compareClaims(gold, read).flatMap((one) =>
            one.fields.filter(({ isRating }) => !isRating),
          );
          const count = (...outcomes: FieldOutcome['outcome'][]) =>
            fields.filter(({ outcome }) => outcomes.includes(outcome)).length;
          const { overall } = scoreTexts([{ id: '1', cluster: 'x', gold, read }]);
          expect(count('missed', 'wrong')).toBe(overall.fn);
          expect(count('spurious', 'wrong')).toBe(overall.fp);
          expect(count('matched')).toBeGreaterThanOrEqual(overall.tp);
        },
      ),
      { numRuns: 100 },
    );
  });
});
