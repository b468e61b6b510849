import { formatBounds } from '@tranche/core/display';
import { evaluate, exactValue } from '@tranche/core/formula';
import { day } from '@tranche/testkit/build';
import { amount, factOf } from '@tranche/testkit/said';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Judgement } from '../judgement/index.ts';
import type { Ledger, Statement } from '../statement/index.ts';
import { knowledgeOfVenture, type VentureView, viewVenture } from './index.ts';

const TODAY = '2026-06-01';

const pledge = (
  id: string,
  on: string,
  by: string | undefined,
  value: number,
  more: object = {},
): Statement =>
  factOf(id, on, {
    type: 'commitment',
    ...(by === undefined ? {} : { by }),
    to: 'Weir',
    amount: amount(value),
    status: 'planned',
    ...more,
  });
const stake = (id: string, holder: string, percent: number): Statement =>
  factOf(id, '2026-01-02', {
    type: 'stake',
    holder,
    entity: 'Weir',
    percent,
    qualifier: 'exact',
    status: 'planned',
  });

interface Asked {
  readonly knownOn?: string;
  readonly asOf?: string;
  readonly judgements?: readonly Judgement[];
}

const view = (facts: readonly Statement[], asked: Asked = {}): VentureView => {
  const { knownOn = TODAY, judgements = [] } = asked;
  const ledger: Ledger = { sources: [], claims: [], judgements, facts };
  const knowledge = knowledgeOfVenture(ledger, 'Weir', day(knownOn));
  return viewVenture(ledger, knowledge, { asOf: day(asked.asOf ?? knownOn), knownOn: day(knownOn) });
};

const textIn = ({ graph }: VentureView): ((node: string | undefined) => string) => {
  const values = evaluate(graph);
  const units = new Map(graph.nodes.map(({ id, unit }) => [id, unit]));
  return (node) =>
    node === undefined ? '-' : formatBounds(values.get(node) ?? { vague: true }, units.get(node) ?? '');
};

const funders = (of: VentureView): readonly string[] => {
  const text = textIn(of);
  return of.parties.flatMap(({ name, money }) =>
    money === undefined ? [] : [`${name}: ${text(money.node)}, ${money.status}, ${money.kind}`],
  );
};
const sums = (of: VentureView): readonly string[] => {
  const text = textIn(of);
  return of.reconciliations.map(
    ({ sum, stated, remainder }) => `${text(sum)} beside ${text(stated)}: ${text(remainder)}`,
  );
};

/** Two funders in one report, and a total in another. */
const PARTS = [
  pledge('plan', '2026-01-02', 'Mill', 30e6),
  pledge('plan#by-Fennick', '2026-01-02', 'Fennick', 10e6),
];

describe('what is put into a venture', () => {
  it('is agreed where a report says so, and equity or debt where one does', () => {
    const facts = [
      pledge('a', '2026-01-02', 'Mill', 30e6, { status: 'agreed', money: 'primary' }),
      pledge('b', '2026-01-02', 'Fennick', 20e6, { money: 'debt' }),
      pledge('c', '2026-01-02', 'Alder', 10e6),
    ];
    const of = view(facts);
    const text = textIn(of);
    expect(funders(of)).toEqual([
      'Mill: USD 30m, agreed, equity',
      'Fennick: USD 20m, planned, debt',
      'Alder: USD 10m, planned, not stated',
    ]);
    expect([text(of.total), text(of.agreed), text(of.drawn)]).toEqual(['USD 60m', 'USD 30m', 'unknown']);
    expect(of.kinds.map(({ kind, node }) => `${kind} ${text(node)}`)).toEqual([
      'equity USD 30m',
      'debt USD 20m',
      'not stated USD 10m',
    ]);
  });

  it('is drawn by what is reported as paid, and the rest of it is not', () => {
    const of = view([
      pledge('a', '2026-01-02', 'Mill', 30e6, { status: 'agreed' }),
      pledge('b', '2026-03-02', 'Mill', 12e6, { status: 'closed' }),
    ]);
    const text = textIn(of);
    const [mill] = of.parties;
    expect([mill?.money?.drawn, mill?.money?.undrawn, of.drawn].map(text)).toEqual([
      'USD 12m',
      'USD 18m',
      'USD 12m',
    ]);
  });

  it('is what had been said by the day, of a day up to the as-of date', () => {
    const facts = [...PARTS, pledge('more', '2026-03-01', 'Mill', 45e6)];
    expect(funders(view(facts, { knownOn: '2026-01-02' }))[0]).toContain('USD 30m');
    expect(funders(view(facts))[0]).toContain('USD 45m');
    expect(funders(view(facts, { asOf: '2026-02-01' }))[0]).toContain('USD 30m');
  });

  it('follows a judgement, and takes a merged party as one', () => {
    const by = { by: 'Ann', when: day('2026-02-01'), why: 'asked them' };
    const facts = [...PARTS, pledge('less', '2026-01-01', 'Mill', 25e6)];
    const prefer: Judgement = {
      ...by,
      id: 'j-1',
      decision: { kind: 'prefer', deal: 'weir', field: 'commitment.mill', statement: 'less' },
    };
    expect(funders(view(facts, { judgements: [prefer] }))[0]).toContain('USD 25m');
    const merge: Judgement = {
      ...by,
      id: 'j-2',
      decision: { kind: 'merge', of: 'parties', into: 'Mill', other: 'Fennick' },
    };
    expect(funders(view(PARTS, { judgements: [merge] }))).toHaveLength(1);
  });

  it('is no sum across currencies', () => {
    const of = view([
      ...PARTS,
      pledge('d', '2026-01-02', 'Alder', 5e6, { amount: amount(5e6, 'exact', 'EUR') }),
    ]);
    expect(textIn(of)(of.total)).toBe('USD 40m');
    expect(of.missing.join()).toContain('a rate for the amount of Alder');
  });
});

describe('what adds up of a venture', () => {
  it('is a report’s amounts beside a total that another states, and beside its own', () => {
    const own = pledge('plan#sum', '2026-01-02', undefined, 40e6, { period: '2 years' });
    const other = pledge('later', '2026-05-01', undefined, 55e6);
    expect(sums(view([...PARTS, own, other]))).toEqual([
      'USD 40m beside USD 40m: USD 0',
      'USD 40m beside USD 55m: USD 15m',
    ]);
    expect(sums(view([...PARTS, own, other], { knownOn: '2026-04-30' }))).toEqual([
      'USD 40m beside USD 40m: USD 0',
    ]);
  });

  it('is not what it means to spend over a period, with or without the period', () => {
    const facts = [
      ...PARTS,
      pledge('means', '2026-01-01', undefined, 400e6, { period: '4 years' }),
      pledge('again', '2026-02-01', undefined, 400e6),
    ];
    const of = view(facts);
    const text = textIn(of);
    expect(sums(of)).toEqual([]);
    expect(of.intentions.map(({ node }) => text(node))).toEqual(['USD 400m']);
    expect(of.uncovered.map(({ remainder }) => text(remainder))).toEqual(['USD 360m']);
  });

  it('is each stake beside that part of the money, and what the stakes leave for the others', () => {
    // 30 of 40 is 75 %, beside 60 % stated; 10 of 40 is 25 %, beside 40 % left.
    expect(sums(view([...PARTS, stake('plan#held', 'Mill', 60)]))).toEqual([
      '75 % beside 60 %: −15 %',
      '25 % beside 40 %: 15 %',
    ]);
    // Stakes from elsewhere are not held against this report's money.
    expect(sums(view([...PARTS, stake('elsewhere', 'Mill', 60)]))).toEqual([]);
  });

  it('takes no account from a text that has two amounts for one party', () => {
    const facts = [
      ...PARTS,
      pledge('plan#again', '2026-01-02', 'Mill', 31e6),
      pledge('t', TODAY, undefined, 40e6),
    ];
    expect(sums(view(facts))).toEqual([]);
  });
});

describe('who is in a venture', () => {
  it('is everybody a text names, with each role and who says so; a denial stands apart', () => {
    const of = view([
      factOf('one', '2026-01-01', {
        type: 'venture',
        name: 'Weir',
        partners: ['Mill'],
        roles: [{ party: 'Alder', role: 'chairman' }],
      }),
      factOf('two', '2026-01-02', {
        type: 'venture',
        name: 'Weir',
        partners: ['Mill', 'Fennick'],
        roles: [],
      }),
      factOf(
        'not',
        '2026-01-03',
        { type: 'venture', name: 'Weir', partners: [], roles: [] },
        { denied: true, note: 'not formed' },
      ),
    ]);
    expect(of.parties.map(({ name, roles }) => ({ name, roles }))).toEqual([
      { name: 'Mill', roles: [{ role: 'partner', statements: ['one', 'two'] }] },
      { name: 'Alder', roles: [{ role: 'chairman', statements: ['one'] }] },
      { name: 'Fennick', roles: [{ role: 'partner', statements: ['two'] }] },
    ]);
    expect(of.denials).toEqual([{ text: 'Weir: not formed', statements: ['not'] }]);
    expect(of.missing).toEqual(['an amount that some party puts in']);
  });
});

describe('the laws of a venture', () => {
  const arbitraryFacts = fc
    .array(
      fc.record({
        by: fc.constantFrom('Mill', 'Fennick', 'Alder', undefined),
        value: fc.constantFrom(5e6, 10e6, 12e6, 40e6),
        text: fc.constantFrom('r1', 'r2', 'r3'),
        on: fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01'),
        status: fc.constantFrom('planned', 'agreed', 'closed', 'rumoured'),
      }),
      { maxLength: 10 },
    )
    .map((all) =>
      all.map(({ by, value, text, on, status }, index) =>
        pledge(`${text}#${index}`, on, by, value, { status }),
      ),
    );

  it('the parts and the remainder are the stated whole, and all parties together the total', () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        const of = view(facts);
        const values = evaluate(of.graph);
        const exact = (node: string) => exactValue(values.get(node) ?? { vague: true });
        for (const { sum, remainder, stated } of of.reconciliations) {
          expect(exact(sum)?.plus(exact(remainder) as never)).toEqual(exact(stated));
        }
        const parts = of.parties.flatMap(({ money }) => (money === undefined ? [] : [exact(money.node)]));
        if (of.total !== undefined) {
          expect(parts.reduce((one, other) => one?.plus(other as never))).toEqual(exact(of.total));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('the order of the statements does not change it, and what is known later does not change an earlier day', () => {
    fc.assert(
      fc.property(
        arbitraryFacts.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([facts, shuffled]) => {
          expect(view(shuffled)).toEqual(view(facts));
          const early = facts.filter(({ knownFrom }) => knownFrom <= '2026-02-01');
          expect(view(facts, { knownOn: '2026-02-01' })).toEqual(view(early, { knownOn: '2026-02-01' }));
        },
      ),
      { numRuns: 50 },
    );
  });
});
