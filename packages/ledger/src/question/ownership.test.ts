import { formatBounds } from '@tranche/core/display';
import { evaluate } from '@tranche/core/formula';
import { lookThrough } from '@tranche/core/ownership';
import { Rational } from '@tranche/core/rational';
import { expectOk, fail } from '@tranche/core/result';
import { day } from '@tranche/testkit/build';
import { factOf } from '@tranche/testkit/said';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Judgement } from '../judgement/index.ts';
import type { Ledger, Statement } from '../statement/index.ts';
import { type Answer, type Asked, type Cell, QUESTIONS } from './index.ts';

const ledgerOf = (facts: readonly Statement[], judgements: readonly Judgement[] = []): Ledger => ({
  sources: [],
  claims: [],
  judgements,
  facts,
});

let count = 0;
/** "Mill" holds 60 % of "Loom", of a day, and known since. */
const stake = (
  holder: string,
  entity: string,
  percent: number,
  more: Readonly<Record<string, unknown>> & { readonly known?: string } = {},
): Statement => {
  const { known = '2025-03-01', ...body } = more;
  count += 1;
  return factOf(`s${count}`, known, {
    type: 'stake',
    holder,
    entity,
    percent,
    qualifier: 'exact',
    status: 'completed',
    when: known,
    ...body,
  });
};
const controls = (holder: string, entity: string, how: string, known = '2025-03-01'): Statement => {
  count += 1;
  return factOf(`s${count}`, known, {
    type: 'control',
    holder,
    entity,
    how,
    status: 'completed',
    when: known,
  });
};

function ask(
  facts: readonly Statement[] | Ledger,
  question: string,
  asked: Asked,
  date = '2025-06-01',
): Answer {
  const ledger = 'facts' in facts ? facts : ledgerOf(facts);
  const found = QUESTIONS.find(({ name }) => name === question);
  const dates = { asOf: day(date), knownOn: day(date) };
  const context = { ledger, rates: [], league: [], figuresOf: () => [], ...dates };
  return expectOk(found?.answer(context, asked) ?? { ok: true, value: undefined as never });
}

function cellText({ graph }: Answer): (cell: Cell | undefined) => string {
  const values = evaluate(graph);
  return (cell) =>
    cell === undefined
      ? ''
      : 'node' in cell
        ? (cell.text ?? formatBounds(values.get(cell.node) ?? { vague: true }, 'fraction'))
        : cell.text;
}

const column = (answer: Answer, ...keys: readonly string[]): readonly string[] => {
  const text = cellText(answer);
  return answer.rows.map(({ cells }) => keys.map((key) => text(cells[key])).join(': '));
};

describe('who holds a company', () => {
  it('has groups and the undisclosed rest as holders of their own', () => {
    const answer = ask([stake('Mill', 'Loom', 60), stake('employees', 'Loom', 15)], 'ownership', {
      of: 'Loom',
    });
    expect(column(answer, 'holder', 'share')).toEqual([
      'Mill: 60 %',
      'employees: 15 %',
      'undisclosed holders: 25 %',
      'in all: 100 %',
    ]);
    expect(answer.rows.map(({ kind }) => kind)).toEqual([undefined, 'group', 'group', 'total']);
    expect(answer.missing[0]).toBe('who holds the 25 % of Loom that nobody is named for');
  });

  it('knows a fund with a collective name from several holders', () => {
    const answer = ask(
      [
        stake('Founders Fund', 'Loom', 60),
        stake('founders', 'Loom', 15),
        stake('Public Investment Fund', 'Loom', 5),
      ],
      'ownership',
      { of: 'Loom' },
    );
    expect(answer.rows.filter(({ kind }) => kind === 'group')).toHaveLength(2);
  });

  it('is a remainder, and no share below zero, where the shares stated are more than the whole', () => {
    const answer = ask([stake('Mill', 'Loom', 60), stake('Weir', 'Loom', 50)], 'ownership', { of: 'Loom' });
    expect(column(answer, 'holder', 'share')).toEqual(['Mill: 60 %', 'Weir: 50 %']);
    const text = cellText(answer);
    expect(answer.remainders.map(({ remainder, agrees }) => [text({ node: remainder }), agrees])).toEqual([
      ['−10 %', false],
    ]);
    expect(answer.missing).toContain('the shares of all holders of Loom for one day and on one basis');
    expect(
      ask([stake('Mill', 'Loom', 60), stake('Weir', 'Loom', 50)], 'stake', {
        of: 'Loom',
        holder: 'Mill',
        by: 'look_through',
      }).answer,
    ).toContain('cannot tell: the owners of Loom hold more than all of it');
  });

  it('takes what was said of a later day, and a plan or a promise for no holding', () => {
    const answer = ask(
      [
        stake('Mill', 'Loom', 60, { known: '2025-01-01', basis: 'profits' }),
        stake('Mill', 'Loom', 40, { known: '2025-02-01', basis: 'as converted' }),
        stake('Mill', 'Loom', 70, { status: 'planned' }),
        stake('Weir', 'Loom', 30, { status: 'agreed' }),
      ],
      'ownership',
      { of: 'Loom' },
    );
    expect(column(answer, 'holder', 'share', 'basis')).toEqual([
      'Mill: 40 %: as converted',
      'undisclosed holders: 60 %: ',
      'in all: 100 %: ',
    ]);
    expect(answer.conflicts.flatMap(({ options }) => options.map((one) => one.passedOverBecause))).toEqual([
      'said for an earlier day, 2025-01-01; on a basis of its own: profits',
      'planned, and not reported as held',
      'agreed, and not reported as held',
    ]);
  });

  it('is as known on the day: what is said of January in March is not known in February', () => {
    const facts = [
      stake('Mill', 'Loom', 60, { known: '2025-03-01', when: '2025-01-01' }),
      stake('Weir', 'Loom', 5, { known: '2025-01-05' }),
    ];
    expect(column(ask(facts, 'ownership', { of: 'Loom' }, '2025-02-01'), 'holder')).not.toContain('Mill');
    const later = ask(facts, 'ownership', { of: 'Loom' }, '2025-03-01');
    expect(column(later, 'holder', 'as_of')).toContain('Mill: 2025-01-01');
  });

  it('counts what a judgement prefers, and not what one rejects', () => {
    const [first, second] = [stake('Mill', 'Loom', 60), stake('Mill', 'Loom', 40)];
    const judged = (decision: Judgement['decision']): Ledger =>
      ledgerOf(
        [first, second],
        [{ id: 'j1', decision, by: 'Ann', when: day('2025-04-01'), why: 'a mistake' }],
      );
    expect(
      column(ask(judged({ kind: 'reject', statement: first.id }), 'ownership', { of: 'Loom' }), 'share')[0],
    ).toBe('40 %');
    expect(
      column(ask(judged({ kind: 'reject', statement: second.id }), 'ownership', { of: 'Loom' }), 'share')[0],
    ).toBe('60 %');
  });

  it('fails for a company that nothing is known of', () => {
    const found = QUESTIONS.find(({ name }) => name === 'ownership');
    const dates = { asOf: day('2025-06-01'), knownOn: day('2025-06-01') };
    const context = { ledger: ledgerOf([]), rates: [], league: [], figuresOf: () => [], ...dates };
    expect(found?.answer(context, { of: 'Nobody' })).toMatchObject({ failure: { code: 'UNKNOWN_SUBJECT' } });
  });

  it('adds up to the whole, and the holders through all levels do too, whatever exact shares are stated', () => {
    const shares = fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(shares, shares, (direct, behind) => {
        const facts = [
          ...direct.map((percent, index) => stake(`H${index}`, 'Loom', percent)),
          ...behind.map((percent, index) => stake(`B${index}`, 'H0', percent)),
        ];
        const stated = ask(facts, 'ownership', { of: 'Loom' });
        const total = (answer: Answer, rows: Answer['rows']): Rational => {
          const values = evaluate(answer.graph);
          return rows
            .map(({ cells: { share } }) =>
              share !== undefined && 'node' in share ? values.get(share.node)?.low : undefined,
            )
            .reduce<Rational>((sum, one) => sum.plus(one ?? Rational.ZERO), Rational.ZERO);
        };
        expect(
          total(
            stated,
            stated.rows.filter(({ kind }) => kind !== 'total'),
          ).toString(),
        ).toBe('1');
        const levels = ask(facts, 'ownership', { of: 'Loom', by: 'look_through' });
        expect(total(levels, levels.rows).toString()).toBe('1');
      }),
      { numRuns: 25 },
    );
  });
});

describe('the stake of one holder', () => {
  const LEVELS = [
    stake('Ann', 'Loom', 10, { through: 'direct' }),
    stake('Mill', 'Loom', 80),
    stake('Ann', 'Mill', 50),
    stake('Weir', 'Mill', 40),
  ];

  it('is between what the known holdings give and what is not disclosed on the way', () => {
    const answer = ask(LEVELS, 'stake', { of: 'Loom', holder: 'Ann', by: 'any' });
    // 0.1 + 0.8 x 0.5 = 0.5; with all of Weir 0.5 + 0.8 x 0.4 = 0.82.
    expect(answer.answer).toBe(
      'Ann holds 50 % to 82 % of Loom through all levels, by the known holdings and what is not disclosed',
    );
    expect(answer.missing).toEqual(['what Ann holds of Weir']);
    expect(answer.assumptions.map(({ id }) => id)).toEqual(['rest-is-others']);
    expect(
      cellText(answer)({
        node: ask(LEVELS, 'stake', { of: 'Loom', holder: 'Ann', by: 'direct' }).value ?? '',
      }),
    ).toBe('10 %');
  });

  it('says which holding would explain a stated total, alone', () => {
    const total = stake('Ann', 'Loom', 66, { through: 'look_through' });
    const answer = ask([...LEVELS, total], 'stake', { of: 'Loom', holder: 'Ann', by: 'any' });
    // 0.66 = 0.5 + 0.8 x 0.4 x 0.5
    expect(answer.answer).toContain('50 % of Weir, which nobody states, would explain the difference');
    expect(answer.answer).toContain('with the 50 % stated of Mill it comes to 66 %, the stated figure exact');
  });

  it('says that an explanation is not unique', () => {
    const facts = [
      stake('Mill', 'Loom', 50),
      stake('Weir', 'Loom', 50),
      stake('Ann', 'Loom', 30, { through: 'look_through' }),
    ];
    const answer = ask(facts, 'stake', { of: 'Loom', holder: 'Ann', by: 'any' });
    expect(answer.answer).toContain(
      'what would explain the difference is not unique: 60 % of Mill, or 60 % of Weir, none of which is stated',
    );
    expect(answer.missing).toEqual(['what Ann holds of Mill', 'what Ann holds of Weir']);
  });

  it('says that stated figures do not fit together', () => {
    const facts = (total: number) => [...LEVELS, stake('Ann', 'Loom', total, { through: 'look_through' })];
    const said = (total: number) =>
      ask(facts(total), 'stake', { of: 'Loom', holder: 'Ann', by: 'any' }).answer;
    expect(said(95)).toContain('not even all that is not disclosed would explain the difference');
    expect(said(40)).toContain('the stated total is less than that');
  });

  it('reads a larger figure beside a direct share as a total, and a later figure as a later one otherwise', () => {
    const said = [stake('Ann', 'Loom', 51, { known: '2025-04-01' })];
    const [direct, , ...rest] = LEVELS;
    const total = ask([...LEVELS, ...said], 'stake', { of: 'Loom', holder: 'Ann', by: 'any' });
    expect(total.answer).toContain('Ann holds 51 % of Loom through all levels');
    expect(total.assumptions.map(({ id }) => id)).toContain('larger-than-direct-is-total');
    expect(direct).toBeDefined();
    const alone = ask([...said, ...rest], 'stake', { of: 'Loom', holder: 'Ann', by: 'direct' });
    expect(cellText(alone)({ node: alone.value ?? '' })).toBe('51 %');
  });

  it('cannot be told of a holder of whom nothing is stated; what nobody is named for bounds it', () => {
    const answer = ask(LEVELS, 'stake', { of: 'Loom', holder: 'Bob', by: 'any' });
    expect([answer.decided, answer.answer]).toEqual([
      false,
      'cannot tell: no share of Loom is reported as held by Bob',
    ]);
    expect(column(answer, 'what', 'share')[0]).toBe('not stated: held of Loom: up to 10 %');
    expect(answer.missing[0]).toBe('a statement of what Bob holds of Loom');
  });

  it('without a holder lists every holder', () => {
    const found = QUESTIONS.find(({ name }) => name === 'stake');
    const dates = { asOf: day('2025-06-01'), knownOn: day('2025-06-01') };
    const context = { ledger: ledgerOf(LEVELS), rates: [], league: [], figuresOf: () => [], ...dates };
    const all = expectOk(found?.answer(context, { of: 'Loom' }) ?? fail('UNKNOWN_QUESTION', '', 'stake'));
    expect(all.question).toBe('stake');
    expect(all.rows.length).toBeGreaterThan(1);
  });

  it('is what the calculator of core gives over the same holdings, and its least is never above its most', () => {
    const parties = ['A', 'B', 'C', 'D', 'E'];
    const share = fc.integer({ min: 1, max: 24 });
    // Circles too: any party may hold any other.
    const edges = fc.uniqueArray(
      fc.record({ owner: fc.constantFrom(...parties), asset: fc.constantFrom(...parties), percent: share }),
      { maxLength: 12, selector: ({ owner, asset }) => `${owner}${asset}` },
    );
    fc.assert(
      fc.property(edges, (some) => {
        const held = [{ owner: 'B', asset: 'A', percent: 5 }, ...some].filter(
          ({ owner, asset }, index, all) =>
            owner !== asset && all.findIndex((one) => one.owner === owner && one.asset === asset) === index,
        );
        const facts = held.map(({ owner, asset, percent }) => stake(owner, asset, percent));
        const answer = ask(facts, 'stake', { of: 'A', holder: 'B', by: 'look_through' });
        // Who holds the holder does not matter, nor does what the holder holds through itself.
        const input = {
          edges: held
            .filter(({ asset }) => asset !== 'B')
            .map(({ owner, asset, percent }) => ({ owner, asset, percent: Rational.of(percent, 100) })),
          queries: [{ owner: 'B', asset: 'A' }],
        };
        const [core] = expectOk(lookThrough(input)).output.results;
        const values = evaluate(answer.graph);
        const { low, high } = values.get(answer.value ?? '') ?? {};
        expect(low?.toString()).toBe(core?.min.value.toString());
        expect(low !== undefined && high !== undefined && low.compare(high) <= 0).toBe(true);
        expect(high !== undefined && high.compare(Rational.ONE) <= 0).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the largest investor by control', () => {
  const byControl = (facts: readonly Statement[], of = 'Loom') =>
    ask(facts, 'largest_investor', { of, by: 'control' });

  it('is who is stated to control, and not who holds most', () => {
    const answer = byControl([stake('Mill', 'Loom', 80), controls('Ann', 'Loom', 'appoints the board')]);
    expect(answer.answer).toBe(
      'Ann controls Loom (appoints the board, as of 2025-03-01); the largest share stated is that of Mill, 80 %, as of 2025-03-01',
    );
    expect(answer.assumptions).toEqual([]);
  });

  it('is followed up to the one whom nobody controls, through a majority where nothing is stated', () => {
    const answer = byControl([
      stake('Mill', 'Loom', 80),
      stake('Weir', 'Mill', 1),
      controls('Weir', 'Mill', 'general partner'),
      stake('Ann', 'Weir', 51),
    ]);
    expect(column(answer, 'controls', 'company', 'how')).toEqual([
      'Mill: Loom: more than half of the shares',
      'Weir: Mill: general partner',
      'Ann: Weir: more than half of the shares',
    ]);
    expect(answer.assumptions.map(({ id }) => id)).toEqual(['majority-controls']);
  });

  it.each([
    ['half', [stake('Mill', 'Loom', 50)]],
    ['a share of the profits', [stake('Mill', 'Loom', 80, { basis: 'capped profit interest' })]],
    ['a limited partnership', [stake('Mill', 'Loom', 80, { basis: 'limited partner' })]],
    ['several together', [stake('founders', 'Loom', 80)]],
    ['a total through others', [stake('Mill', 'Loom', 80, { through: 'look_through' })]],
  ])('is not read out of %s', (_what, facts) => {
    const answer = byControl(facts);
    expect(answer.decided).toBe(false);
    expect(answer.missing).toEqual(['who appoints the board of Loom, or holds most of its votes']);
  });

  it('cannot be told where two are named for one day; the last word counts for another', () => {
    const rivals = byControl([controls('Ann', 'Loom', 'chair'), controls('Bob', 'Loom', 'most votes')]);
    expect(rivals.answer).toBe('cannot tell: Ann or Bob is stated to control Loom');
    expect(rivals.missing).toEqual(['which of those named controls Loom']);
    const later = byControl([
      controls('Ann', 'Loom', 'chair'),
      controls('Bob', 'Loom', 'most votes', '2025-05-01'),
    ]);
    expect(later.answer).toContain('Bob controls Loom');
  });

  it('ends where control goes round in a circle', () => {
    const answer = byControl([controls('Ann', 'Loom', 'chair'), controls('Loom', 'Ann', 'owner')]);
    expect(answer.rows).toHaveLength(1);
  });
});
