import { GraphBuilder } from '@tranche/core/formula';
import { ok } from '@tranche/core/result';
import { bounds, day } from '@tranche/testkit/build';
import { amount, claimOf, factOf } from '@tranche/testkit/said';
import { describe, expect, it } from 'vitest';
import type { LedgerClaim } from '../claim/index.ts';
import type { InvestorRanking, Measure } from '../deal/index.ts';
import type { Statement } from '../statement/index.ts';
import type { RankInvestors } from './bench.ts';
import { checkClaim } from './check-claim.ts';

/** low and high of a party's position from a day on. */
type Position = readonly [party: string, from: string, low: string | undefined, high: string | undefined];

// From the facts on OpenAI (oai-largest-investor-*): SoftBank 0.5 in October 2024 and up to 1.5 in a tender, 30 more
// committed on 2025-03-31; Microsoft about 13 committed. Stakes: 49 per cent reported in 2023, and none of SoftBank.
const COMMITTED: readonly Position[] = [
  ['SoftBank', '2024-10-02', '0.5e9', '2.0e9'],
  ['SoftBank', '2025-03-31', '32.2e9', '32.2e9'],
  ['Microsoft', '2023-01-23', '13e9', '13.75e9'],
];
const PAID: readonly Position[] = [
  ['SoftBank', '2024-10-02', '0.5e9', '2.0e9'],
  ['Microsoft', '2023-01-23', undefined, '13.75e9'],
];
const STAKE: readonly Position[] = [['Microsoft', '2023-01-23', '0.49', '0.49']];

const rankBy =
  (tables: Readonly<Record<Measure, readonly Position[]>>): RankInvestors =>
  ({ issuer, measure, asOf, knownOn }) => {
    const builder = new GraphBuilder();
    const latest = new Map(tables[measure].filter(([, from]) => from <= asOf).map((row) => [row[0], row]));
    const rows = [...latest.values()].map(([party, from, low, high]) => ({
      rank: 1,
      party,
      node: builder.input({
        label: `${measure} by ${party}`,
        unit: measure === 'stake' ? 'fraction' : 'USD',
        date: from,
        bounds: bounds(low, high),
        grounds: [{ kind: 'fact', id: `${party}-${from}` }],
      }),
      group: false,
      statements: [`${party}-${from}`],
    }));
    const ranking: InvestorRanking = {
      issuer,
      measure,
      basis: measure,
      asOf,
      knownOn,
      answer: '',
      decided: true,
      rows,
      conflicts: [],
      missing: [],
      assumptions: [],
      graph: builder.build(),
      unit: 'USD',
    };
    return ok(ranking);
  };

const planned = claimOf({
  type: 'investment',
  investor: 'SoftBank',
  issuer: 'OpenAI',
  amount: amount(40e9),
  status: 'planned',
});
const signed: Statement = factOf('signed', '2025-04-01', {
  type: 'investment',
  investor: 'SoftBank',
  issuer: 'OpenAI',
  amount: amount(30e9, 'up_to'),
  when: '2025-03-31',
  status: 'agreed',
});

// oai-2025-02-cnbc: 300 after the money, of which 40 buys 13.33 per cent.
const valued = factOf('valued', '2025-02-07', {
  type: 'valuation',
  entity: 'OpenAI',
  amount: amount(300e9),
  basis: 'post',
  status: 'in_talks',
});

const check = (
  terms: {
    readonly quote?: string;
    readonly over?: string;
    readonly status?: string | undefined;
    readonly others?: readonly LedgerClaim[];
    readonly on?: string;
    readonly today?: string;
    readonly facts?: readonly Statement[];
    readonly tables?: Partial<Readonly<Record<Measure, readonly Position[]>>>;
  } = {},
) => {
  const { quote = "to become OpenAI's largest investor", over = 'Microsoft', others = [planned] } = terms;
  const status = 'status' in terms ? terms.status : 'planned';
  const said = claimOf(
    {
      type: 'rank',
      subject: 'SoftBank',
      claim: 'largest_investor',
      object: 'OpenAI',
      over,
      ...(status === undefined ? {} : { status }),
    },
    quote,
  );
  const rankInvestors = rankBy({ committed: COMMITTED, paid: PAID, stake: STAKE, ...terms.tables });
  return checkClaim({
    said,
    document: [said, ...others],
    spokenOn: day(terms.on ?? '2025-02-12'),
    ...(terms.today === undefined ? {} : { today: day(terms.today) }),
    evidence: { statements: [signed, ...(terms.facts ?? [valued])], rates: [], league: [], rankInvestors },
  });
};

describe('the largest investor', () => {
  it('by a deal that is not signed is so by money committed, only if it is signed, and not by stake', () => {
    const verdict = check();
    expect(verdict).toMatchObject({
      verdict: 'mixed',
      check: 'rank',
      condition: 'only if the deal is signed',
    });
    expect(verdict?.summary).toBe(
      'By money committed to OpenAI SoftBank would lead Microsoft, only if the deal is signed; by stake it would not lead.',
    );
    const texts = verdict?.findings.map(({ text }) => text) ?? [];
    expect(texts).toContain('By money committed as of 2025-02-12: SoftBank USD 500m to USD 2bn.');
    expect(texts).toContain('By money committed as of 2025-02-12: Microsoft USD 13bn to USD 13.75bn.');
    expect(texts).toContain(
      'If the deal is signed SoftBank has committed USD 40.5bn to USD 42bn, beside Microsoft.',
    );
  });

  it('is open by stake where the deal has no valuation, and then money decides', () => {
    expect(check()?.findings.map(({ text }) => text)).toContain(
      'At USD 300bn after the money the deal would buy SoftBank 13.33 %, beside the stake of Microsoft.',
    );
    expect(check({ facts: [] })).toMatchObject({
      verdict: 'supported',
      condition: 'only if the deal is signed',
    });
    expect(check({ facts: [], quote: 'the biggest shareholder of OpenAI' })?.verdict).toBe('cannot_tell');
  });

  it('shows from which day it came true, once that is known', () => {
    const { today } = check({ today: '2026-11-24' }) ?? {};
    expect(today?.summary).toContain('(as it was from 2025-03-31)');
    expect(
      today?.findings.some(
        ({ text, evidence }) =>
          text.includes('leads from 2025-03-31') && evidence.includes('SoftBank-2025-03-31'),
      ),
    ).toBe(true);
  });

  it('is contradicted where it is said of the present and another leads by every measure', () => {
    expect(check({ status: undefined })).toMatchObject({ verdict: 'contradicted' });
    expect(check({ status: undefined, on: '2025-04-15' })).toMatchObject({ verdict: 'mixed' });
  });

  it('cannot be told where only the other measure is known', () => {
    const unknown: readonly Position[] = [
      ['SoftBank', '2024-10-02', undefined, undefined],
      ['Microsoft', '2023-01-23', undefined, undefined],
    ];
    const tables = { committed: unknown, paid: unknown };
    expect(check({ status: undefined, tables })?.verdict).toBe('cannot_tell');
    expect(check({ status: undefined, tables, quote: 'the biggest shareholder of OpenAI' })?.verdict).toBe(
      'contradicted',
    );
  });

  it('takes the planned amount from the text, and leaves it open without one', () => {
    expect(check({ others: [] })?.verdict).toBe('cannot_tell');
    const small = claimOf({
      type: 'investment',
      investor: 'SoftBank',
      issuer: 'OpenAI',
      amount: amount(5e9),
      status: 'planned',
    });
    expect(check({ others: [small] })?.verdict).toBe('contradicted');
  });

  it('of which a part may be passed on has committed no more than the rest for certain', () => {
    const shared = factOf('shared', '2025-02-07', {
      type: 'syndication',
      investor: 'SoftBank',
      issuer: 'OpenAI',
      amount: amount(10e9, 'up_to'),
      status: 'in_talks',
    });
    // 0.5 + 40 - 10 = 30.5 at least, 2 + 40 = 42 at most.
    const texts = check({ facts: [valued, shared] })?.findings.map(({ text }) => text);
    expect(texts).toContain(
      'If the deal is signed SoftBank has committed USD 30.5bn to USD 42bn, beside Microsoft.',
    );
  });

  it('without anyone named is over all others that are known', () => {
    const said = claimOf({ type: 'rank', subject: 'SoftBank', claim: 'largest_investor', object: 'OpenAI' });
    const rankInvestors = rankBy({ committed: COMMITTED, paid: PAID, stake: [] });
    const ask = (on: string) =>
      checkClaim({
        said,
        document: [said],
        spokenOn: day(on),
        evidence: { statements: [], rates: [], league: [], rankInvestors },
      });
    expect(ask('2025-04-15')?.verdict).toBe('supported');
    expect(ask('2025-02-12')?.verdict).toBe('contradicted');
  });

  it('cannot be told without the company', () => {
    const said = claimOf({ type: 'rank', subject: 'SoftBank', claim: 'largest_investor' });
    const verdict = checkClaim({
      said,
      document: [said],
      spokenOn: day('2025-02-12'),
      evidence: { statements: [], rates: [], league: [] },
    });
    expect(verdict?.verdict).toBe('cannot_tell');
  });
});
