import { arbitraryEquityLedger } from '@tranche/testkit/arbitrary';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate, exactValue } from '../formula/index.ts';
import { Rational, sum } from '../rational/index.ts';
import { expectOk } from '../result/index.ts';
import type { PlainDate } from '../time/index.ts';
import {
  CAPITALIZATION_DEFINITIONS,
  type CapitalizationDefinition,
  CapTableHistory,
  type ConversionEvent,
  capTable,
  type LedgerTerms,
  ownership,
  type Transaction,
} from './index.ts';

const TERMS: LedgerTerms = {
  classes: [
    { id: 'common' },
    { id: 'preferred', conversionRatio: { numerator: Rational.of(3), denominator: Rational.of(2) } },
  ],
  plans: [{ id: 'plan', reserved: Rational.of(1500) }],
};
const DAY = '2025-01-01' as PlainDate;

const issuance = (
  type: string,
  securityId: string,
  holder: string,
  quantity: number,
  more: Partial<Transaction> = {},
): Transaction => ({ type, date: DAY, securityId, holder, quantity: Rational.of(quantity), ...more });

const HISTORY = expectOk(
  CapTableHistory.compile(TERMS, [
    issuance('stock_issuance', 's1', 'founder', 6000, { class: 'common' }),
    issuance('stock_issuance', 's2', 'angel', 1000, { class: 'preferred' }),
    issuance('equity_compensation_issuance', 'e1', 'engineer', 400, { plan: 'plan' }),
    issuance('warrant_issuance', 'w1', 'bank', 100),
  ]),
);

/** Counts that differ in every digit, so that a sum shows what is in it. */
const EVENT: ConversionEvent = {
  thisSecurity: { holder: 'safe', shares: Rational.of(10_000) },
  otherConverting: [{ holder: 'note', shares: Rational.of(20_000) }],
  topUpForPromisedOptions: Rational.of(100_000),
  additionalTopUp: Rational.of(200_000),
  newMoney: [{ holder: 'lead', shares: Rational.of(1_000_000) }],
};

const totalUnder = (definition: CapitalizationDefinition): string =>
  expectOk(ownership(HISTORY.capitalizationOn(DAY), definition, EVENT)).output.total.value.toString();

test('each definition counts what its eight rules say', () => {
  const {
    issuedShares,
    outstandingWithPool,
    companyCapitalization,
    preMoneySafeCapitalization,
    afterTheRound,
  } = CAPITALIZATION_DEFINITIONS;
  // 6000 common and 1000 preferred at 3 for 2; 400 options and 100 warrants; 1500 − 400 unissued.
  expect(totalUnder(issuedShares)).toBe('7500');
  expect(totalUnder(outstandingWithPool)).toBe('9100');
  expect(totalUnder(companyCapitalization)).toBe('139100');
  expect(totalUnder(preMoneySafeCapitalization)).toBe('309100');
  expect(totalUnder(afterTheRound)).toBe('1339100');
});

test('holders own their part of the named definition, and the pool the rest', () => {
  const { output } = expectOk(
    ownership(HISTORY.capitalizationOn(DAY), CAPITALIZATION_DEFINITIONS.outstandingWithPool),
  );
  expect(output.definition).toBe('outstanding with the unissued pool');
  expect([...output.holders].map(([holder, { fraction }]) => `${holder} ${fraction.value}`)).toEqual([
    'founder 60/91',
    'angel 15/91',
    'engineer 4/91',
    'bank 1/91',
  ]);
  expect(output.pool.fraction.value.toString()).toBe('11/91');
});

test('nothing can be owned of a company that has nothing under the definition', () => {
  const empty = expectOk(CapTableHistory.compile({ classes: [] }, []));
  expect(ownership(empty.capitalizationOn(DAY), CAPITALIZATION_DEFINITIONS.issuedShares)).toMatchObject({
    failure: { code: 'NO_SOLUTION' },
  });
});

test('fractions sum to no more than one, and the derivation gives each of them', () => {
  fc.assert(
    fc.property(
      arbitraryEquityLedger(),
      fc.constantFrom(...Object.values(CAPITALIZATION_DEFINITIONS)),
      (ledger, definition) => {
        const history = CapTableHistory.compile(ledger.terms, ledger.transactions);
        const day = ledger.days[5] as PlainDate;
        if (!history.ok) return;
        const result = ownership(history.value.capitalizationOn(day), definition, EVENT);
        if (!result.ok) return;
        const { output, graph } = result.value;
        const rows = [...output.holders.values(), output.pool];
        const owned = sum(rows.map(({ fraction }) => fraction.value));
        expect(owned.compare(Rational.ONE)).toBeLessThanOrEqual(0);
        const values = evaluate(graph);
        for (const { fraction } of rows) {
          const bounds = values.get(fraction.node);
          expect(bounds && exactValue(bounds)).toEqual(fraction.value);
        }
      },
    ),
  );
});

test('stock, options and the unissued pool are the fully diluted figure of the table', () => {
  fc.assert(
    fc.property(arbitraryEquityLedger(), ({ terms, transactions, days }) => {
      const history = CapTableHistory.compile(terms, transactions);
      const asOf = days[6] as PlainDate;
      if (!history.ok) return;
      const table = expectOk(capTable({ ...terms, transactions, asOf, enforceAuthorized: false })).output;
      const owned = ownership(
        history.value.capitalizationOn(asOf),
        CAPITALIZATION_DEFINITIONS.outstandingWithPool,
      );
      const total = owned.ok ? owned.value.output.total.value : Rational.ZERO;
      expect(total).toEqual(table.fullyDiluted.value);
    }),
  );
});
