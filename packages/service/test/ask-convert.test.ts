import { readFileSync } from 'node:fs';
import { formatBounds } from '@tranche/core/display';
import { evaluate } from '@tranche/core/formula';
import { Rational } from '@tranche/core/rational';
import { expectOk } from '@tranche/core/result';
import { type PlainDate, parsePlainDate } from '@tranche/core/time';
import { type Answer, QUESTIONS } from '@tranche/ledger/question';
import { referenceRates } from '@tranche/reference/rates';
import { describe, expect, it } from 'vitest';

const day = (text: string): PlainDate => expectOk(parsePlainDate(text));

/** Forty billion of a currency in another. */
function converted(from: string, to: string, asOf: string, knownOn = asOf): Answer {
  const question = QUESTIONS.find(({ name }) => name === 'convert');
  if (question === undefined) throw new Error('the list of questions holds convert');
  const context = {
    ledger: { sources: [], claims: [], judgements: [], facts: [] },
    rates: referenceRates(),
    league: [],
    figuresOf: () => [],
    asOf: day(asOf),
    knownOn: day(knownOn),
  };
  const amount = { currency: from, value: Rational.of(40_000_000_000n), qualifier: 'exact' } as const;
  return expectOk(question.answer(context, { of: `${from} 40bn`, amount, to }));
}

/** The cells of a column, top down; of an option of a conflict, the rate and what the sum would be. */
function column(answer: Answer, key: string): readonly string[] {
  const values = evaluate(answer.graph);
  const units = new Map(answer.graph.nodes.map(({ id, unit }) => [id, unit]));
  return answer.rows.flatMap(({ cells }) => {
    const cell = cells[key];
    if (cell === undefined) return [];
    if (cell.text !== undefined) return [cell.text];
    return 'node' in cell
      ? [formatBounds(values.get(cell.node) ?? { vague: true }, units.get(cell.node) ?? '')]
      : [];
  });
}

describe('a conversion at the rate of its day', () => {
  // ECB reference rates of 2025-03-31: USD 1.0815 and JPY 161.60 per euro; SoftBank's notice of 2025-04-01 used 149.52.
  it('is the cross of the central bank, with what the issuer used and the average of the month beside it', () => {
    const answer = converted('USD', 'JPY', '2025-03-31', '2025-04-01');
    expect(column(answer, 'formula')).toEqual([
      '161.6 JPY per EUR ÷ 1.0815 USD per EUR = 149.4221 JPY per USD',
      'USD 40bn × 149.4221 JPY per USD = JPY 5.9769tn',
    ]);
    const [conflict] = answer.conflicts;
    expect(conflict?.options.map(({ cell, effect }) => `${cell.text}: ${effect}`)).toEqual([
      '149.0576 JPY per USD (Federal Reserve monthly average): the sum would be JPY 5.9623tn',
      '149.52 JPY per USD (Rate used by SoftBank Group): the sum would be JPY 5.9808tn',
    ]);
  });

  it("shows the issuer's rate only once it is published", () => {
    const known = (on: string): number | undefined =>
      converted('USD', 'JPY', '2025-03-31', on).conflicts[0]?.options.filter(({ cell }) =>
        cell.text?.includes('SoftBank'),
      ).length;
    expect([known('2025-03-31'), known('2025-04-01')]).toEqual([0, 1]);
  });

  it('says how old its rate is', () => {
    // ECB, 2025-02-07: USD 1.0377 and CNY 7.5634 per euro.
    const answer = converted('USD', 'CNY', '2025-02-12');
    expect(answer.answer).toBe(
      'USD 40bn is CNY 291.5448bn, at the rate of 2025-02-07 by ECB reference rates, 5 days before 2025-02-12',
    );
    expect(answer.assumptions.map(({ id }) => id)).toEqual(['last-rate']);
    expect(converted('USD', 'CNY', '2025-02-07').assumptions).toEqual([]);
  });
});

describe('a conversion without an official rate', () => {
  it('cannot be told of a currency of which no rate is at hand', () => {
    const answer = converted('USD', 'INR', '2025-12-31');
    expect([answer.decided, answer.value, answer.missing.length]).toEqual([false, undefined, 1]);
  });

  it('is not made at an average, which is shown and not chosen', () => {
    const answer = converted('JPY', 'USD', '2025-01-10', '2025-02-01');
    expect([answer.decided, answer.conflicts[0]?.chosen]).toEqual([false, undefined]);
    expect(answer.conflicts[0]?.options[0]?.cell.text).toContain('Federal Reserve monthly average');
  });
});

it('every rate that is at hand is listed where the facts are described', () => {
  const described = readFileSync(new URL('../../reference/facts/README.md', import.meta.url), 'utf8');
  for (const { base, quote, date, kind } of referenceRates()) {
    const on = kind === 'average' ? date.slice(0, 7) : date;
    const lines = described.split('\n').filter((line) => line.includes(`| ${kind} |`) && line.includes(on));
    const isListed = lines.some((line) => line.includes(`\`${base}\``) && line.includes(quote));
    expect(isListed, `${quote} per ${base}, ${on}`).toBe(true);
  }
});
