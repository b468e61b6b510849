import { formatBounds } from '@tranche/core/display';
import { GraphBuilder } from '@tranche/core/formula';
import type { LeagueRule } from '@tranche/core/league';
import type { StatedAmount } from '@tranche/core/money';
import { day, rational } from '@tranche/testkit/build';
import { amount, factOf } from '@tranche/testkit/said';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partyBook } from '../party/index.ts';
import type { Ledger, Statement } from '../statement/index.ts';
import {
  enterDeals,
  HEADLINE_RULE,
  LEAGUE_RULES,
  type LeagueDeal,
  leagueSources,
  leagueTable,
  type PublishedRate,
} from './index.ts';

const sum = (
  value: string,
  currency = 'USD',
  qualifier: StatedAmount['qualifier'] = 'exact',
): StatedAmount => ({
  currency,
  value: rational(value),
  qualifier,
});
const deal = (id: string, on: string, equity: StatedAmount, more: Partial<LeagueDeal> = {}): LeagueDeal => ({
  id,
  label: id,
  issuer: id,
  announced: [{ from: day(on), knownFrom: day(on), equity, statements: [id] }],
  received: [{ from: day(on), knownFrom: day(on), equity, statements: [id] }],
  flags: [],
  ...more,
});
const RATES: readonly PublishedRate[] = [
  {
    base: 'EUR',
    quote: 'USD',
    rate: rational('1.1'),
    date: day('2025-01-31'),
    publisher: 'a bank',
    kind: 'official',
    knownFrom: day('2025-01-31'),
  },
];

interface Asked {
  readonly rule?: LeagueRule;
  readonly asOf?: string;
  readonly knownOn?: string;
  readonly said?: readonly Statement[];
  readonly judgements?: Ledger['judgements'];
  readonly ranks?: number;
}

function table(deals: readonly LeagueDeal[], asked: Asked = {}) {
  const {
    rule = HEADLINE_RULE,
    asOf = '2025-06-30',
    knownOn = asOf,
    said = [],
    judgements = [],
    ranks,
  } = asked;
  const builder = new GraphBuilder();
  const ledger: Ledger = { sources: [], claims: [], judgements, facts: said };
  const dates = { asOf: day(asOf), knownOn: day(knownOn) };
  const sources = leagueSources(ledger, deals, dates);
  const entered = enterDeals(builder, {
    ...sources,
    ...dates,
    rates: RATES,
    parties: partyBook(),
    unit: 'USD',
    ...(ranks === undefined ? {} : { ranks }),
  });
  const made = leagueTable(builder, entered, rule);
  return {
    ...made,
    smaller: entered.smaller,
    ids: made.rows.map(({ id }) => id),
    asides: entered.asides.map(({ id, reason }) => `${id}: ${reason}`),
    places: made.rows.map(
      ({ rank, id, node }) => `${rank} ${id} ${formatBounds(builder.boundsOf(node), 'USD')}`,
    ),
  };
}

const round = (id: string, known: string, body: object = {}): Statement =>
  factOf(id, known, {
    type: 'round',
    issuer: 'Fennick',
    amount: amount(20e9),
    money: 'primary',
    status: 'agreed',
    leads: [],
    participants: [],
    ...body,
  });

describe('the table of the largest', () => {
  it('counts an announced sum with its number, whatever the words around it', () => {
    const limit = deal('limit', '2025-01-01', sum('40', 'USD', 'up_to'));
    expect(table([deal('exact', '2025-01-01', sum('39')), limit]).ids).toEqual(['limit', 'exact']);
  });

  it('converts other currencies, and sets aside what no rate leads from', () => {
    const euro = deal('euro', '2025-02-01', sum('10', 'EUR'));
    const rupee = deal('rupee', '2025-02-01', sum('900', 'INR'));
    const result = table([deal('dollar', '2025-02-01', sum('10.5')), euro, rupee]);
    expect(result.ids).toEqual(['euro', 'dollar']);
    expect(result.asides).toEqual(['rupee: no_rate']);
  });

  it('stands as of one day and as known on another', () => {
    const early = deal('early', '2025-01-01', sum('10'));
    const late = deal('late', '2025-06-01', sum('20'));
    const secret = deal('secret', '2025-01-01', sum('30'), {
      announced: [
        { from: day('2025-01-01'), knownFrom: day('2025-07-01'), equity: sum('30'), statements: ['secret'] },
      ],
    });
    const all = [early, late, secret];
    expect(table(all).ids).toEqual(['late', 'early']);
    expect(table(all, { asOf: '2025-05-01' }).ids).toEqual(['early']);
    expect(table(all, { knownOn: '2025-07-01' }).ids).toEqual(['secret', 'late', 'early']);
  });

  it('by money received has a deal that received nothing yet not at all', () => {
    const unpaid = deal('unpaid', '2025-01-01', sum('40'), {
      received: [
        { from: day('2025-12-31'), knownFrom: day('2025-01-01'), equity: sum('40'), statements: [] },
      ],
    });
    const paid = deal('paid', '2025-01-01', sum('14'));
    expect(table([unpaid, paid], { rule: LEAGUE_RULES.received_equity }).ids).toEqual(['paid']);
  });

  it('by money received has a deal of whose payments nothing is known yet as open', () => {
    const open = deal('open', '2025-01-01', sum('40'), {
      received: [
        { from: day('2025-02-01'), knownFrom: day('2025-12-31'), equity: sum('40'), statements: [] },
      ],
    });
    const result = table([open, deal('paid', '2025-01-01', sum('14'))], {
      rule: LEAGUE_RULES.received_equity,
    });
    expect(result.ranking).toMatchObject({ decided: false, contenders: ['paid', 'open'] });
  });

  it('leaves out what its treatments leave out, and says so', () => {
    const stake = deal('stake', '2025-01-01', sum('20'), { flags: ['strategic'] });
    const rule = { ...HEADLINE_RULE, exclude: ['strategic'] };
    const { ids, leftOut } = table([stake, deal('round', '2025-01-01', sum('10'))], { rule });
    expect(ids).toEqual(['round']);
    expect(leftOut).toMatchObject([{ deal: { entry: { id: 'stake' } }, flags: ['strategic'] }]);
  });
});

describe('a deal of the workspace', () => {
  const ANT = deal('ant', '2018-06-08', sum('14e9'));

  it('enters once it is signed, and stands aside while it is talked about', () => {
    const said = [
      round('talks', '2025-02-01', { status: 'in_talks' }),
      round('signed', '2025-03-01', { date: '2025-03-01' }),
    ];
    const before = table([ANT], { said, asOf: '2025-02-15' });
    expect([before.ids, before.asides]).toEqual([['ant'], ['fennick-2025-primary: not_signed']]);
    expect(table([ANT], { said }).places).toEqual(['1 fennick-2025-primary USD 20bn', '2 ant USD 14bn']);
  });

  it('that is signed and of which no payment is told may have received all or nothing', () => {
    const said = [round('signed', '2025-03-01', { date: '2025-03-01' })];
    const { places, ranking } = table([ANT], { said, rule: LEAGUE_RULES.received_equity });
    expect(places).toEqual(['1 ant USD 14bn', '1 fennick-2025-primary up to USD 20bn']);
    expect(ranking.decided).toBe(false);
  });

  it('that holds the fact of an entry is that entry, and one of the same issuer, time and sum is taken for it', () => {
    const fennick = deal('lr-fennick', '2025-03-01', sum('20e9'), { issuer: 'Fennick' });
    expect(table([fennick], { said: [round('lr-fennick', '2025-03-01')] }).ids).toEqual(['lr-fennick']);
    const other = table([fennick], {
      said: [round('other', '2025-03-20', { amount: amount(20.2e9, 'about'), status: 'closed' })],
    });
    expect([other.ids, other.asides]).toEqual([['lr-fennick'], ['fennick-2025-primary: same_deal']]);
    const later = table([fennick], { said: [round('later', '2026-03-20')], asOf: '2026-04-01' });
    expect(later.ids).toEqual(['fennick-2026-primary', 'lr-fennick']);
  });

  it('tells what an entry had received where the facts do not yet', () => {
    const fennick = deal('lr-fennick', '2025-03-01', sum('20e9'), {
      issuer: 'Fennick',
      received: [
        {
          from: day('2025-04-30'),
          knownFrom: day('2025-12-31'),
          equity: sum('20e9'),
          statements: ['lr-fennick'],
        },
      ],
    });
    const said = [
      round('lr-fennick', '2025-03-01', { leads: ['Harrow'] }),
      factOf('lr-fennick#paid', '2025-05-01', {
        type: 'investment',
        investor: 'Harrow',
        issuer: 'Fennick',
        amount: amount(5e9),
        money: 'primary',
        when: '2025-04-30',
        status: 'closed',
      }),
    ];
    const rule = LEAGUE_RULES.received_equity;
    expect(table([fennick], { said, rule, asOf: '2025-05-02' }).places[0]).toContain('lr-fennick USD 5bn');
    expect(table([fennick], { said, rule, asOf: '2025-12-31' }).places[0]).toContain('lr-fennick USD 20bn');
  });

  it('is compared by its equity, with its debt, or not at all, as its money is', () => {
    const loan = { amount: amount(6e9), money: 'debt', instrument: 'term loan', status: 'closed' };
    const said = [
      round('text', '2025-03-01', { status: 'closed' }),
      round('text#loan', '2025-03-01', loan),
      round('alone', '2025-03-02', { ...loan, issuer: 'Harrow', amount: amount(50e9) }),
      round('site', '2025-03-03', {
        issuer: 'Mill',
        amount: amount(30e9),
        instrument: 'debt and equity',
        money: undefined,
        status: 'closed',
      }),
      round('tender', '2025-03-04', { issuer: 'Wick', amount: amount(90e9), money: 'secondary' }),
    ];
    const equity = table([ANT], { said });
    expect(equity.places).toEqual(['1 fennick-2025-primary USD 20bn', '2 ant USD 14bn']);
    const leftOut = equity.leftOut.map(({ deal: { entry }, because }) => `${entry.id}: ${because}`);
    expect(leftOut.toSorted()).toEqual([
      'harrow-2025-debt: by_flag',
      'mill-2025-mixed: equity_not_told',
      'wick-2025-secondary: by_flag',
    ]);
    expect(table([ANT], { said, rule: LEAGUE_RULES.announced_with_debt }).places).toEqual([
      '1 mill-2025-mixed USD 30bn',
      '2 fennick-2025-primary USD 26bn',
      '3 ant USD 14bn',
    ]);
  });

  it('is as people judged it: a rejected fact is no entry', () => {
    const judgements = [
      {
        id: 'j-1',
        when: day('2025-05-01'),
        by: 'Ada',
        why: 'made up',
        decision: { kind: 'reject', statement: 'ant' } as const,
      },
    ] satisfies Ledger['judgements'];
    expect(table([ANT], { judgements }).ids).toEqual([]);
    expect(table([ANT], { judgements, knownOn: '2025-04-01', asOf: '2025-04-01' }).ids).toEqual(['ant']);
  });
});

describe('over any deals', () => {
  const anyDeals = fc.uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 999 }).map((number) => `Firm ${number}`),
      month: fc.integer({ min: 1, max: 9 }),
      size: fc.integer({ min: 1, max: 60 }),
      lag: fc.integer({ min: 0, max: 2 }),
    }),
    { minLength: 1, maxLength: 8, selector: ({ id }) => id },
  );
  type Drawn = { id: string; month: number; size: number; lag: number };
  const dealOf = ({ id, month, size, lag }: Drawn): LeagueDeal => {
    const equity = sum(`${size}e9`);
    const amounts = [
      {
        from: day(`2025-0${month}-01`),
        knownFrom: day(`2025-${month + lag < 10 ? '0' : ''}${month + lag}-01`),
        equity,
        statements: [id],
      },
    ];
    return { id, label: id, issuer: id, announced: amounts, received: amounts, flags: [] };
  };

  it('the order is by value, and a smaller deal changes no rank above it', () => {
    fc.assert(
      fc.property(anyDeals, fc.integer({ min: 1, max: 60 }), (drawn, size) => {
        const before = table(drawn.map(dealOf), { asOf: '2025-12-31' });
        const sizes = before.ids.map((id) => drawn.find((one) => one.id === id)?.size ?? 0);
        expect(sizes).toEqual(sizes.toSorted((one, other) => other - one));
        const one = dealOf({ id: 'Newcomer', month: 5, size, lag: 0 });
        const after = table([...drawn.map(dealOf), one], { asOf: '2025-12-31' });
        const above = before.places.filter((_, at) => (sizes[at] ?? 0) > size);
        expect(after.places.slice(0, above.length)).toEqual(above);
      }),
      { numRuns: 40 },
    );
  });

  it('what cannot reach the ranks wanted is counted, and changes none of them', () => {
    fc.assert(
      fc.property(anyDeals, fc.integer({ min: 1, max: 4 }), (drawn, ranks) => {
        const said = drawn.map(({ id, month, size, lag }, at) =>
          round(`fact-${at}`, `2025-0${month}-01`, {
            issuer: id,
            amount: amount(size * 1e9, size % 7 === 0 ? 'at_least' : 'exact'),
            status: lag === 0 ? 'in_talks' : lag === 1 ? 'agreed' : 'closed',
          }),
        );
        for (const rule of [LEAGUE_RULES.announced_equity, LEAGUE_RULES.received_equity]) {
          const all = table([], { said, rule, asOf: '2025-12-31' });
          const cut = table([], { said, rule, asOf: '2025-12-31', ranks });
          const isWanted = (place: string): boolean => Number(place.split(' ')[0]) <= ranks;
          expect(cut.places.filter(isWanted)).toEqual(all.places.filter(isWanted));
          expect(cut.ranking.leader).toBe(all.ranking.leader);
          expect(cut.ids.length + cut.smaller).toBeGreaterThanOrEqual(Math.min(ranks, all.ids.length));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('what is known later holds all that was known before', () => {
    fc.assert(
      fc.property(anyDeals, fc.integer({ min: 1, max: 8 }), (drawn, month) => {
        const known = (knownOn: string) => table(drawn.map(dealOf), { asOf: '2025-09-30', knownOn }).ids;
        expect(known('2025-12-31')).toEqual(expect.arrayContaining([...known(`2025-0${month}-15`)]));
      }),
      { numRuns: 40 },
    );
  });
});
