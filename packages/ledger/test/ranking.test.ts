import { formatBounds } from '@tranche/core/display';
import { evaluate } from '@tranche/core/formula';
import { expectOk } from '@tranche/core/result';
import { describe, expect, it } from 'vitest';
import { type InvestorRanking, type Measure, rankInvestors } from '../src/deal/index.ts';
import { day, goldLedger } from './gold-ledger.ts';

/** From the annotated claims of texts 001 to 029 alone; Microsoft's "more than 13bn" stands in 002, 011 and 016. */
const { ledger } = goldLedger({ texts: (id) => id <= '029' });

const ranking = (measure: Measure, date: string): InvestorRanking =>
  expectOk(rankInvestors(ledger, { issuer: 'OpenAI', measure, asOf: day(date), knownOn: day(date) }));

const row = (view: InvestorRanking, party: string): readonly [string, string] => {
  const values = evaluate(view.graph);
  const found = view.rows.find((one) => one.party === party);
  const text = (node: string | undefined): string =>
    node === undefined ? '-' : formatBounds(values.get(node) ?? { vague: true }, view.unit);
  return [text(found?.node), text(found?.withSecondary)];
};

describe('the largest investor by committed money', () => {
  it('is Microsoft while SoftBank has promised 0.5 and bought for 1.5', () => {
    const view = ranking('committed', '2025-03-30');
    expect(view.answer).toBe('Microsoft (about USD 13bn to USD 14bn)');
    expect(view.decided).toBe(true);
    expect(row(view, 'SoftBank')[0]).toBe('USD 500m');
  });

  it('is SoftBank from the day its agreement became known, its syndicate not counted', () => {
    for (const date of ['2025-03-31', '2025-04-01', '2025-12-31']) {
      expect(ranking('committed', date).answer).toMatch(/^SoftBank \(USD 30.5bn\)/);
    }
    expect(row(ranking('committed', '2025-04-01'), 'SoftBank')).toEqual(['USD 30.5bn', 'USD 32.2bn']);
  });

  it('says how "more than 13bn" was read', () => {
    expect(ranking('committed', '2025-03-30').assumptions.map(({ id }) => id)).toContain(
      'over-within-precision',
    );
  });
});

describe('the largest investor by paid money', () => {
  it('cannot be told in mid-2025: what Microsoft has paid of its promises is not disclosed', () => {
    const view = ranking('paid', '2025-06-30');
    expect(view.decided).toBe(false);
    expect(view.answer).toBe(
      'cannot tell: SoftBank (USD 8bn) or Microsoft (up to USD 14bn); counting purchases from other holders too: ' +
        'cannot tell: SoftBank (USD 9.7bn) or Microsoft (up to USD 14bn)',
    );
    expect(view.missing[0]).toMatch(/^Microsoft's paid amount, of about USD 13bn to USD 14bn promised until/);
  });

  it('is SoftBank once its second closing is paid', () => {
    expect(ranking('paid', '2025-12-31').answer).toMatch(/^SoftBank \(USD 30.5bn\)/);
  });
});

describe('the largest investor by stake', () => {
  it('is told from stated shares only, each of its day', () => {
    const view = ranking('stake', '2025-12-31');
    expect(view.answer).toBe('Microsoft (about 27 %): basis not stated, as of 2025-10-28');
    expect(row(view, 'OpenAI Foundation')[0]).toBe('26 %');
    expect(row(view, 'SoftBank')[0]).toBe('about 11 %');
  });

  it('takes the 27 and not the 32.5, with which all shares said that day exceed the whole', () => {
    expect(ranking('stake', '2025-10-31').rows.find(({ party }) => party === 'Microsoft')?.note).toContain(
      '32.5 %',
    );
  });

  it('shows groups of holders and does not rank them as one', () => {
    const groups = ranking('stake', '2025-12-31').rows.filter(({ group }) => group);
    expect(groups.map(({ party }) => party)).toEqual([
      'employees and other investors',
      'undisclosed holders',
    ]);
  });

  it('cannot be told while no share is reported', () => {
    expect(ranking('stake', '2025-01-31').answer).toContain('cannot tell');
  });
});

it('a ranking of an issuer that no text speaks of fails', () => {
  expect(
    rankInvestors(ledger, {
      issuer: 'Nobody',
      measure: 'paid',
      asOf: day('2025-01-01'),
      knownOn: day('2025-01-01'),
    }),
  ).toMatchObject({ ok: false, failure: { code: 'UNKNOWN_ISSUER' } });
});
