import { readFileSync } from 'node:fs';
import { formatBounds } from '@tranche/core/display';
import { evaluate } from '@tranche/core/formula';
import { expectOk } from '@tranche/core/result';
import { type PlainDate, parsePlainDate } from '@tranche/core/time';
import { claimId } from '@tranche/ledger/claim';
import { type LogEntry, replay } from '@tranche/ledger/log';
import { type Answer, QUESTIONS } from '@tranche/ledger/question';
import type { Ledger } from '@tranche/ledger/statement';
import { readReport } from '@tranche/reader/read';
import { referenceFacts } from '@tranche/reference/facts';
import { describe, expect, it } from 'vitest';

const day = (text: string): PlainDate => expectOk(parsePlainDate(text));

/** The reference facts, and the texts named. */
function ledgerWith(...texts: readonly string[]): Ledger {
  const entries = texts.map((name): LogEntry => {
    const file = new URL(`../../reader/corpus/texts/${name}.txt`, import.meta.url);
    const { source, claims } = expectOk(readReport(readFileSync(file, 'utf8'), { name }));
    const held = claims.map((claim) => ({ id: claimId(source.id, claim), sourceId: source.id, claim }));
    return { kind: 'source_added', source, claims: held };
  });
  return replay(entries, referenceFacts());
}

const facts = ledgerWith();

function implied(of: string, date: string, ledger: Ledger = facts): Answer {
  const question = QUESTIONS.find(({ name }) => name === 'implied');
  const context = { ledger, rates: [], league: [], figuresOf: () => [], asOf: day(date), knownOn: day(date) };
  return expectOk(question?.answer(context, { of }) ?? { ok: true, value: undefined as never });
}

/** The rows whose cell of that column begins so, each as formula, value and range. */
function rows(answer: Answer, begins: string): readonly string[] {
  const text = textIn(answer);
  return answer.rows
    .filter(({ cells: { of } }) => of !== undefined && 'text' in of && of.text?.startsWith(begins))
    .map(({ cells: { formula, range } }) => [formula, range].map((cell) => text(cell)).join(' | '));
}

function textIn({ graph }: Answer) {
  const values = evaluate(graph);
  const units = new Map(graph.nodes.map(({ id, unit }) => [id, unit]));
  const ofNode = (node: string): string =>
    formatBounds(values.get(node) ?? { vague: true }, units.get(node) ?? '');
  return (cell: Answer['rows'][number]['cells'][string] | string | undefined): string =>
    cell === undefined
      ? ''
      : typeof cell === 'string'
        ? ofNode(cell)
        : (cell.text ?? ('node' in cell ? ofNode(cell.node) : ''));
}

describe('the value of OpenAI by the stakes in it', () => {
  // RTTNews, 2025-10-28: Microsoft about 27 %, worth about 135; the foundation about 26 %, worth about 130.
  // Bloomberg, 2025-10-02: shares sold by employees at 500.
  it('is 500 by 27 % for 135 and by 26 % for 130, which agree with each other and with the price of the sale', () => {
    const answer = implied('OpenAI', '2025-10-31');
    expect(answer.isNo).toBeUndefined();
    expect(answer.answer).toContain(
      'which agree with each other and with the price of existing shares of 2025-10-02, USD 500bn',
    );
    expect(rows(answer, "value by Microsoft's")[0]).toBe(
      'about USD 135bn ÷ about 27 % = about USD 500bn | about USD 490.9091bn to USD 509.434bn',
    );
    expect(rows(answer, "value by OpenAI Foundation's")[0]).toBe(
      'about USD 130bn ÷ about 26 % = about USD 500bn | about USD 490.566bn to USD 509.8039bn',
    );
    expect(answer.remainders.map(({ agrees }) => agrees)).toEqual([true, true, true]);
    expect(answer.rows[0]?.cells.basis?.text).toBe(
      'as the stake is valued; the stake: as-converted, diluted, approximate',
    );
  });

  it('is the same by a report that says it in its own words', () => {
    const answer = implied('OpenAI', '2025-10-31', ledgerWith('016'));
    const [microsoft] = answer.rows;
    expect(microsoft?.statements.some((id) => id.startsWith('c-'))).toBe(true);
    expect(answer.remainders).toHaveLength(3);
  });

  it('is not told from what was said later', () => {
    expect(rows(implied('OpenAI', '2025-10-27'), "value by OpenAI Foundation's")).toEqual([]);
  });

  // Business Times, 2026-02-12: cost about 34.6 plus gain about 19.8, for about 11 % at the end of 2025.
  it("is 494.5 by SoftBank's accounts of the end of 2025, once they are published", () => {
    const begins = "value by SoftBank's stake and what it is said to be worth";
    expect(rows(implied('OpenAI', '2025-12-31'), begins)).toEqual([]);
    const answer = implied('OpenAI', '2026-03-01');
    expect(rows(answer, begins)).toEqual([
      'about USD 54.4bn ÷ about 11 % = about USD 494.5455bn | about USD 473.0435bn to USD 518.0952bn',
    ]);
    expect(answer.answer).toMatch(/^OpenAI: as of 2025-12-31 .* agrees with the price of existing shares/);
  });

  it('is not what the money of several investors is over the share of one', () => {
    const bought = rows(
      implied('OpenAI', '2025-12-31'),
      "value by SoftBank's stake and what was paid for it",
    );
    expect(bought).toEqual([]);
  });
});

describe('the stake that a deal implies', () => {
  // SoftBank Group, 2025-04-01 and 2025-12-31: up to 40 at 300 post-money; 41 in the end, the valuation not said again.
  it('is 13.33 % of 40 at 300, and of 41 both readings', () => {
    const whole = (date: string): readonly string[] => {
      const answer = implied('openai-2025-primary', date);
      return answer.rows
        .filter(({ cells }) => textIn(answer)(cells.of).includes('whole deal'))
        .map(({ cells }) => textIn(answer)(cells.value));
    };
    expect(whole('2025-04-01')).toEqual(['13.33 %']);
    expect(whole('2025-12-31')).toEqual(['13.67 %', '13.62 %']);
  });

  it('has one reading in a sale of existing shares, which brings no new money', () => {
    // Bloomberg and CNBC, 2025-10-02: 6.6 at 500.
    expect(rows(implied('OpenAI', '2025-10-31'), 'implied stake at the price of the sale')).toContain(
      'USD 6.6bn ÷ USD 500bn = 1.32 % | ',
    );
  });
});

describe('a purchase and the valuation stated with it', () => {
  // Altria, 2018-12-20: 12.8 for 35 % of Juul, reported at a valuation of 38; 12.8 ÷ 0.35 = 36.6.
  it('do not agree for Juul: the answer is no, and the difference is shown', () => {
    const answer = implied('Juul Labs', '2025-01-01');
    expect(answer.isNo).toBe(true);
    expect(rows(answer, "value by Altria's")[0]).toBe(
      'USD 12.8bn ÷ 35 % = USD 36.5714bn | USD 36.0563bn to USD 37.1014bn',
    );
    const [remainder] = answer.remainders;
    expect([remainder?.agrees, textIn(answer)(remainder?.remainder)]).toEqual([false, 'about USD 1.4286bn']);
    expect(answer.conflicts).toHaveLength(1);
  });

  // Text 031: EUR 1.3bn for about 11 % of Mistral AI at 11.7 post-money.
  it('agree for Mistral AI within the printed percentage', () => {
    const answer = implied('Mistral AI', '2025-12-31', ledgerWith('031'));
    expect(answer.answer).toContain('which agrees with the post-money');
    expect(rows(answer, "value by ASML's")[0]).toContain('EUR 1.3bn ÷ about 11 % = about EUR 11.8182bn');
  });
});

it('cannot be told where no sum stands beside a stake', () => {
  const answer = implied('Stargate', '2025-12-31');
  expect([answer.decided, answer.missing.length]).toEqual([false, 1]);
});
