import { arbitraryEquityLedger } from '@tranche/testkit/arbitrary';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate, exactValue, holds } from '../formula/index.ts';
import { Rational, sum } from '../rational/index.ts';
import { expectOk } from '../result/index.ts';
import type { PlainDate } from '../time/index.ts';
import { capTable, type Transaction } from './index.ts';

const day = (text: string): PlainDate => text as PlainDate;
const stock = (securityId: string, quantity: number, date: string): Transaction => ({
  type: 'stock_issuance',
  date: day(date),
  securityId,
  class: 'common',
  quantity: Rational.of(quantity),
});

test('the balance of a transfer is proved to be what the transfer leaves', () => {
  // Open Cap Format, "Traversing Transactions": 1000 shares of Bob, 500 of them to Frank.
  const { output, graph } = expectOk(
    capTable({
      asOf: day('2025-12-31'),
      classes: [{ id: 'common' }],
      transactions: [
        stock('BOB-001', 1000, '2025-01-01'),
        stock('FRANK-001', 500, '2025-02-01'),
        stock('BOB-002', 500, '2025-02-01'),
        {
          type: 'stock_transfer',
          date: day('2025-02-01'),
          securityId: 'BOB-001',
          quantity: Rational.of(500),
          resultingSecurityIds: ['FRANK-001'],
          balanceSecurityId: 'BOB-002',
        },
      ],
    }),
  );
  expect(output.classes.get('common')?.outstanding.value).toEqual(Rational.of(1000));
  expect(graph.conditions?.map(({ because }) => because)).toContain(
    'what the transfer leaves of BOB-001 lives on as BOB-002',
  );
});

test('what comes after a day leaves its table as it is', () => {
  fc.assert(
    fc.property(arbitraryEquityLedger(), fc.nat(6), ({ terms, transactions, days }, at) => {
      const asOf = days[at] as PlainDate;
      const known = new Set(
        transactions.flatMap(({ type, date, securityId }) =>
          type.endsWith('_issuance') && date <= asOf ? [securityId] : [],
        ),
      );
      const before = transactions.filter(
        ({ date, securityId }) => date <= asOf && (securityId === undefined || known.has(securityId)),
      );
      const tableOf = (list: readonly Transaction[]) => {
        const result = capTable({ ...terms, asOf, transactions: list });
        return result.ok
          ? [...result.value.output.securities].map(([id, { value }]) => `${id} ${value}`)
          : result.failure.code;
      };
      expect(tableOf(transactions)).toEqual(tableOf(before));
    }),
  );
});

test('every figure follows from its derivation, whose conditions hold', () => {
  fc.assert(
    fc.property(arbitraryEquityLedger(), ({ terms, transactions, days }) => {
      const result = capTable({
        ...terms,
        transactions,
        asOf: days[6] as PlainDate,
        enforceAuthorized: false,
      });
      if (!result.ok) return;
      const { output, graph } = result.value;
      const values = evaluate(graph);
      const valueAt = (node: string): Rational => {
        const bounds = values.get(node);
        return (bounds === undefined ? undefined : exactValue(bounds)) ?? Rational.of(-1);
      };
      for (const { left, relation, right, because } of graph.conditions ?? []) {
        expect(holds(valueAt(left), relation, valueAt(right)), because).toBe(true);
      }
      for (const { node, value } of [...output.securities.values(), output.fullyDiluted]) {
        expect(valueAt(node)).toEqual(value);
      }
    }),
  );
});

test('classes, grants, warrants and convertibles hold what their securities hold', () => {
  fc.assert(
    fc.property(arbitraryEquityLedger(), ({ terms, transactions, days }) => {
      const result = capTable({
        ...terms,
        transactions,
        asOf: days[5] as PlainDate,
        enforceAuthorized: false,
      });
      if (!result.ok) return;
      const { output } = result.value;
      const figures = [
        ...[...output.classes.values()].map(({ outstanding }) => outstanding),
        output.equityCompensationOutstanding,
        output.warrantsOutstanding,
        ...output.convertibles.values(),
      ];
      const total = sum(figures.map(({ value }) => value));
      expect(sum([...output.securities.values()].map(({ value }) => value))).toEqual(total);
    }),
  );
});
