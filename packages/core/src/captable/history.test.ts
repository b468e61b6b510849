import { arbitraryEquityLedger, type EquityLedger } from '@tranche/testkit/arbitrary';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Rational } from '../rational/index.ts';
import { expectOk } from '../result/index.ts';
import { addDays, type PlainDate } from '../time/index.ts';
import { type Account, CapTableHistory, capTable, type Holdings, type Transaction } from './index.ts';

/** The figures of a table by name, as texts; a table has a row for each class and plan, holdings only what is held. */
type Figures = Readonly<Record<string, string>>;

function figuresOf({ holdings }: Holdings): Figures {
  const totals = new Map<string, Rational>();
  const add = (name: string, quantity: Rational): void => {
    totals.set(name, (totals.get(name) ?? Rational.ZERO).plus(quantity));
  };
  const named = (account: Account): string =>
    'id' in account ? `${account.kind} ${account.id}` : account.kind;
  for (const { holder, account, quantity } of holdings) {
    add(named(account), quantity);
    if (account.kind === 'class' && holder !== undefined) add(`${holder} ${account.id}`, quantity);
    if (account.kind === 'plan' || account.kind === 'compensation') add('grants', quantity);
  }
  return Object.fromEntries([...totals].map(([name, total]) => [name, total.toString()]));
}

function figuresOfTable({ terms, transactions }: Omit<EquityLedger, 'days'>, asOf: PlainDate): Figures {
  const { output } = expectOk(capTable({ ...terms, transactions, asOf, enforceAuthorized: false }));
  const plans = [...output.plans];
  const underPlans = plans.reduce((sum, [, { outstanding }]) => sum.plus(outstanding.value), Rational.ZERO);
  const all: [string, Rational][] = [
    ...[...output.classes].map(([id, row]): [string, Rational] => [`class ${id}`, row.outstanding.value]),
    ...plans.map(([id, row]): [string, Rational] => [`plan ${id}`, row.outstanding.value]),
    ...plans.map(([id, row]): [string, Rational] => [`exercised ${id}`, row.exercised.value]),
    ...[...output.convertibles].map(([kind, { value }]): [string, Rational] => [
      `convertible ${kind}`,
      value,
    ]),
    ...[...output.holders].flatMap(([holder, classes]) =>
      [...classes].map(([id, { value }]): [string, Rational] => [`${holder} ${id}`, value]),
    ),
    ['grants', output.equityCompensationOutstanding.value],
    ['compensation', output.equityCompensationOutstanding.value.minus(underPlans)],
    ['warrant', output.warrantsOutstanding.value],
  ];
  return Object.fromEntries(
    all.filter(([, value]) => value.sign() !== 0).map(([name, value]) => [name, value.toString()]),
  );
}

/** The last so large that whole numbers below 2^53 cannot hold their sums. */
describe.each([
  ['whole shares', Rational.ONE],
  ['thirds of shares', Rational.of(1n, 3n)],
  ['quantities beyond 2^53', Rational.of(2n ** 55n)],
])('a history of %s', (_, unit) => {
  test('refuses what the table refuses, and gives on every day what the table gives', () => {
    fc.assert(
      fc.property(arbitraryEquityLedger(unit), ({ terms, transactions, days }) => {
        const history = CapTableHistory.compile(terms, transactions);
        const last = capTable({
          ...terms,
          transactions,
          asOf: '9999-12-31' as PlainDate,
          enforceAuthorized: false,
        });
        if (!history.ok || !last.ok) {
          expect(history.ok ? 'none' : history.failure).toEqual(last.ok ? 'none' : last.failure);
          return;
        }
        for (const day of days) {
          const table = figuresOfTable({ terms, transactions }, day);
          expect(figuresOf(history.value.holdingsOn(day))).toEqual(table);
          expect(figuresOf(history.value.refoldedOn(day))).toEqual(table);
        }
        const checked = history.value.checkAuthorized();
        const enforced = capTable({ ...terms, transactions, asOf: '9999-12-31' as PlainDate });
        expect(checked.ok ? 'none' : checked.failure).toEqual(enforced.ok ? 'none' : enforced.failure);
      }),
    );
  });

  test('can be written in any order: what cannot be is refused and leaves no trace', () => {
    fc.assert(
      fc.property(
        arbitraryEquityLedger(unit).chain((ledger) =>
          fc
            .shuffledSubarray(ledger.transactions.map((_, place) => place))
            .map((order) => ({ ...ledger, order })),
        ),
        ({ terms, transactions, days, order }) => {
          const history = expectOk(CapTableHistory.compile(terms, []));
          for (const place of order) {
            const result = history.append(transactions[place] as Transaction);
            const written = { terms, transactions: history.transactions() };
            const day = days[place % days.length] as PlainDate;
            expect(figuresOf(history.holdingsOn(day))).toEqual(figuresOfTable(written, day));
            if (!result.ok) {
              const anew = CapTableHistory.compile(terms, [
                ...history.transactions(),
                transactions[place] as Transaction,
              ]);
              expect(anew.ok ? 'none' : anew.failure).toEqual(result.failure);
            }
          }
          const again = expectOk(CapTableHistory.compile(terms, history.transactions()));
          for (const day of days) {
            expect(figuresOf(history.holdingsOn(day))).toEqual(figuresOf(again.holdingsOn(day)));
          }
        },
      ),
    );
  });
});

test('a back-dated event changes the days after it, past many checkpoints, and none before', () => {
  const first = '2024-01-01' as PlainDate;
  const terms = { classes: [{ id: 'common' }] };
  const transactions = Array.from({ length: 70_000 }, (_, index) => ({
    type: 'stock_issuance',
    date: addDays(first, Math.floor(index / 100)),
    securityId: `s${index}`,
    class: 'common',
    holder: `h${index % 7}`,
    quantity: Rational.of(index + 1),
  }));
  const history = expectOk(CapTableHistory.compile(terms, transactions));
  const totalOn = (day: number): string =>
    figuresOf(history.holdingsOn(addDays(first, day)))['class common'] ?? '0';
  expect([totalOn(0), totalOn(699)]).toEqual(['5050', '2450035000']);
  const cancel = (securityId: string, day: number) =>
    history.append({ type: 'stock_cancellation', date: addDays(first, day), securityId });
  expectOk(cancel('s99', 300));
  expect([totalOn(299), totalOn(300), totalOn(699)]).toEqual(['450015000', '453019950', '2450034900']);
  expect(cancel('s99', 400)).toMatchObject({ failure: { code: 'SECURITY_ENDED' } });
  expect(totalOn(699)).toBe('2450034900');
  const [like] = transactions;
  expectOk(history.append({ ...(like as Transaction), date: addDays(first, 200), securityId: 'late' }));
  expect([totalOn(199), totalOn(200), totalOn(699)]).toEqual(['200010000', '202015051', '2450034901']);
});

test('the table of a day with its derivation is built when it is asked for', () => {
  const history = expectOk(CapTableHistory.compile({ classes: [{ id: 'common' }] }, []));
  expectOk(
    history.append({
      type: 'stock_issuance',
      date: '2024-01-01' as PlainDate,
      securityId: 's1',
      class: 'common',
      quantity: Rational.of(5),
    }),
  );
  const { output, graph } = expectOk(history.tableOn('2024-01-01' as PlainDate));
  expect(output.classes.get('common')?.outstanding.value).toEqual(Rational.of(5));
  expect(graph.nodes.length).toBeGreaterThan(0);
});

const ISSUED_IN_MARCH: Transaction = {
  type: 'stock_issuance',
  date: '2024-03-01' as PlainDate,
  securityId: 's1',
  class: 'common',
  quantity: Rational.of(10),
};

test('events dated before the issuance take hold on its day, in the order of their own dates', () => {
  const history = expectOk(CapTableHistory.compile({ classes: [{ id: 'common' }] }, [ISSUED_IN_MARCH]));
  const cancel = (date: string, more: Partial<Transaction>) =>
    history.append({ type: 'stock_cancellation', date: date as PlainDate, securityId: 's1', ...more });
  expectOk(cancel('2024-02-20', {}));
  // Written later, and earlier by its date: the part is taken first, and then the rest.
  expectOk(cancel('2024-02-10', { quantity: Rational.of(4), remainder: 'stays' }));
  expect(history.holdingsOn('2024-03-01' as PlainDate).holdings).toEqual([]);
  expect(cancel('2024-02-25', {})).toMatchObject({ failure: { code: 'SECURITY_ENDED' } });
});

test('a certificate for more than there was continues nothing', () => {
  const balance: Transaction = { ...ISSUED_IN_MARCH, securityId: 's2', quantity: Rational.of(11) };
  const transfer: Transaction = {
    type: 'stock_transfer',
    date: ISSUED_IN_MARCH.date,
    securityId: 's1',
    balanceSecurityId: 's2',
  };
  expect(
    CapTableHistory.compile({ classes: [{ id: 'common' }] }, [ISSUED_IN_MARCH, balance, transfer]),
  ).toMatchObject({ failure: { code: 'BALANCE_MISMATCH', path: 'transactions[2].balance_security_id' } });
});
