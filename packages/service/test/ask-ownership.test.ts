import { readFileSync } from 'node:fs';
import { evaluate } from '@tranche/core/formula';
import { expectOk } from '@tranche/core/result';
import { type PlainDate, parsePlainDate } from '@tranche/core/time';
import { claimId } from '@tranche/ledger/claim';
import { type LogEntry, replay } from '@tranche/ledger/log';
import { QUESTIONS } from '@tranche/ledger/question';
import { readReport } from '@tranche/reader/read';
import { referenceFacts } from '@tranche/reference/facts';
import { describe, expect, it } from 'vitest';
import { askLedger } from '../src/question/index.ts';
import type { AnswerView, CellView, QuestionRequest } from '../src/views/index.ts';

const day = (text: string): PlainDate => expectOk(parsePlainDate(text));

/** The reference facts, and the texts 001 to 029 that state who holds what of whom. */
const LEDGER = replay(
  ['016', '017', '018', '020', '026', '029'].map((name): LogEntry => {
    const file = new URL(`../../reader/corpus/texts/${name}.txt`, import.meta.url);
    const { source, claims } = expectOk(readReport(readFileSync(file, 'utf8'), { name }));
    const held = claims.map((claim) => ({ id: claimId(source.id, claim), sourceId: source.id, claim }));
    return { kind: 'source_added', source, claims: held };
  }),
  referenceFacts(),
);

const ask = (date: string, request: QuestionRequest): AnswerView =>
  expectOk(askLedger(LEDGER, request, { asOf: day(date), knownOn: day(date) }, day('2026-11-24')));

const textOf = (cell: CellView | undefined): string =>
  cell === undefined ? '' : (cell.text ?? ('figure' in cell ? cell.figure.text : ''));

const table = ({ rows, columns }: AnswerView): readonly string[] =>
  rows.map(({ cells }) => columns.map(({ key }) => textOf(cells[key])).join(' | '));

const passedOver = ({ conflicts }: AnswerView, label: string): readonly string[] =>
  conflicts
    .filter((one) => one.label === label)
    .flatMap(({ options }) => options.map(({ cell }) => textOf(cell)));

describe('the stake of the founder of DeepSeek on 2025-02-28', () => {
  // Register read on 2025-02-18, facts ds-edge-1 to 6 and ds-lookthrough: 0.01 + 0.99 (0.501 + 0.001 x 0.6821).
  const stake = (by?: string) =>
    ask('2025-02-28', { question: 'stake', of: 'DeepSeek', holder: 'Liang Wenfeng', by });

  it('is the stated total, beside the least that the known holdings give and what would explain the rest', () => {
    const answer = stake();
    expect(answer.decided).toBe(true);
    expect(answer.value?.text).toBe('84.29 %');
    expect(answer.answer).toBe(
      'Liang Wenfeng holds 84.29 % of DeepSeek through all levels, as stated for 2025-02-18, 1 % of it directly; ' +
        'the known holdings give at least 50.67 %; ' +
        '68.2 % of Ningbo Chengxin Rouzhao (LP), which nobody states, would explain the difference; ' +
        'with the 68.21 % stated of Ningbo Chengpu (GP) it comes to 84.2954 %, of which the stated figure is a truncation; ' +
        'it controls DeepSeek, step by step: Ningbo Chengpu (GP) (more than half of the shares), ' +
        "Ningbo Cheng'en (LP) (general partner, control), DeepSeek (more than half of the shares)",
    );
    expect(answer.missing).toEqual(['what Liang Wenfeng holds of Ningbo Chengxin Rouzhao (LP)']);
    expect(passedOver(answer, 'stake of Liang Wenfeng through all levels')).toEqual([
      '84.3 %, as of 2025-02-18',
      '84 %, as of 2025-02-18',
    ]);
  });

  it('has the bounds of the published case of the calculator, exactly', () => {
    const question = QUESTIONS.find(({ name }) => name === 'stake');
    const dates = { asOf: day('2025-02-28'), knownOn: day('2025-02-28') };
    const context = { ledger: LEDGER, rates: [], league: [], figuresOf: () => [], ...dates };
    const asked = { of: 'DeepSeek', holder: 'Liang Wenfeng', by: 'look_through' };
    const { value = '', graph } = expectOk(
      question?.answer(context, asked) ?? { ok: true, value: undefined as never },
    );
    const { low, high } = evaluate(graph).get(value) ?? {};
    expect([low?.toString(), high?.toString()]).toEqual(['506665279/1000000000', '999685279/1000000000']);
    expect(stake('look_through').value?.text).toBe('50.67 % to 99.97 %');
  });

  it('directly is one per cent', () => {
    expect(stake('direct').value?.text).toBe('1 %');
  });

  it('ends with the founder and with a partnership of which nobody states who holds it', () => {
    const owners = ask('2025-02-28', { question: 'ownership', of: 'DeepSeek', by: 'look_through' });
    expect(table(owners).map((row) => row.split(' | ').slice(0, 2).join(': '))).toEqual([
      'Liang Wenfeng: 50.67 %',
      'Ningbo Chengxin Rouzhao (LP): 49.3 %',
      'undisclosed holders of Ningbo Chengpu (GP): 0.031 %',
    ]);
  });

  it('is not raised by a report that rounds it, and the report is no direct share', () => {
    const owners = ask('2025-03-31', { question: 'ownership', of: 'DeepSeek' });
    expect(
      table(owners)
        .slice(0, 3)
        .map((row) => row.split(' | ').slice(0, 2).join(': ')),
    ).toEqual(["Ningbo Cheng'en (LP): 99 %", 'Liang Wenfeng: 1 %', 'Liang Wenfeng: 84.29 %']);
    expect(owners.assumptions.map(({ id }) => id)).toContain('larger-than-direct-is-total');
  });
});

describe('the holders of OpenAI', () => {
  it('on 2025-01-15 are Microsoft by a profit interest, the nonprofit by control, and who is not disclosed', () => {
    expect(table(ask('2025-01-15', { question: 'ownership', of: 'OpenAI' }))).toEqual([
      'Microsoft | about 49 % | capped profit interest | 2023-01-23 | ',
      'OpenAI Foundation | not stated |  | 2024-10-02 | controls it: nonprofit control of the group',
      'undisclosed holders | about 51 % |  |  | what those named leave',
      'in all | 100 % |  |  | ',
    ]);
  });

  it('on 2025-10-31 fill the whole; the plan of September was never held', () => {
    const answer = ask('2025-10-31', { question: 'ownership', of: 'OpenAI' });
    expect(table(answer).map((row) => row.split(' | ').slice(0, 2).join(': '))).toEqual([
      'Microsoft: about 27 %',
      'OpenAI Foundation: about 26 %',
      'employees and other investors: about 47 %',
      'in all: 100 %',
    ]);
    expect(answer.remainders).toMatchObject([{ agrees: true }]);
    expect(passedOver(answer, 'stake of OpenAI Foundation')).toEqual(['27 %, as of 2025-09-17']);
    expect(passedOver(answer, 'stake of early investors')).toEqual(['1 %, as of 2025-09-17']);
  });

  it('on 2025-12-31 are stated with more than the whole, of different days: the group is not added', () => {
    const answer = ask('2025-12-31', { question: 'ownership', of: 'OpenAI' });
    const [sum] = answer.remainders;
    expect([sum?.sum.text, sum?.remainder.text, sum?.agrees]).toEqual(['about 111 %', 'about −11 %', false]);
    expect(table(answer)).toContain('undisclosed holders | about 36 % |  |  | what those named leave');
  });

  it('have each percentage of Microsoft beside its basis and day', () => {
    const answer = ask('2025-12-31', { question: 'stake', of: 'OpenAI', holder: 'Microsoft' });
    expect(answer.answer).toBe(
      'Microsoft holds about 27 % of OpenAI (as-converted, diluted, approximate, as of 2025-10-28)',
    );
    expect(table(answer)).toEqual([
      'stated | about 27 % | as-converted, diluted, approximate | 2025-10-28 | yes',
      'stated | about 49 % | capped profit interest | 2023-01-23 | no: said for an earlier day, 2023-01-23',
      'planned | 28 % | not stated | 2025-09-17 | no: superseded (2025-10-28)',
      'stated | 32.5 % | as-converted, excluding recent funding rounds | 2025-10-28 | no: with it, all shares said for that day would exceed the whole',
    ]);
  });

  it('are asked for by a vehicle under the name of whose it is', () => {
    const answer = ask('2025-12-31', { question: 'stake', of: 'OpenAI', holder: 'SVF2' });
    expect(answer.answer).toBe('SoftBank holds about 11 % of OpenAI (aggregate, as of 2025-12-31)');
  });

  it('cannot be told of SoftBank in January 2025, nor a plan for a holding', () => {
    const none = ask('2025-01-15', { question: 'stake', of: 'OpenAI', holder: 'SoftBank' });
    expect([none.decided, none.answer]).toEqual([
      false,
      'cannot tell: no share of OpenAI is reported as held by SoftBank',
    ]);
    expect(none.missing[0]).toBe('a statement of what SoftBank holds of OpenAI');
    const planned = ask('2025-04-01', { question: 'stake', of: 'Stargate', holder: 'SoftBank' });
    expect(planned.decided).toBe(false);
    expect(planned.answer).toContain('40 %, as of 2025-01-23: planned, and not reported as held');
  });
});

describe('the largest investor in OpenAI', () => {
  it.each([
    ['2025-01-15', 'Microsoft (about 49 %): capped profit interest, as of 2023-01-23'],
    ['2025-04-15', 'Microsoft (about 49 %): capped profit interest, as of 2023-01-23'],
    ['2025-12-31', 'Microsoft (about 27 %): as-converted, diluted, approximate, as of 2025-10-28'],
  ])('by stake on %s names its basis', (date, told) => {
    expect(ask(date, { question: 'largest_investor', of: 'OpenAI', by: 'stake' }).answer).toBe(told);
  });

  it('by stake on 2025-12-31 has bases and days in columns, and the other figures as conflicts', () => {
    const answer = ask('2025-12-31', { question: 'largest_investor', of: 'OpenAI', by: 'stake' });
    expect(table(answer)).toContain('3 | SoftBank | about 11 % | aggregate | 2025-12-31');
    expect(passedOver(answer, 'stake of Microsoft')).toEqual([
      'about 49 %, capped profit interest, as of 2023-01-23',
      '28 %, as of 2025-09-17',
      '32.5 %, as-converted, excluding recent funding rounds, as of 2025-10-28',
    ]);
  });

  it.each([
    ['2025-01-15', 'OpenAI Foundation controls OpenAI (nonprofit control of the group, as of 2024-10-02)'],
    ['2025-04-15', 'OpenAI Foundation controls OpenAI (nonprofit control of the group, as of 2024-10-02)'],
    [
      '2025-12-31',
      'OpenAI Foundation controls OpenAI (appoints the board of the public benefit corporation, as of 2025-10-28)',
    ],
  ])('by control on %s is the Foundation', (date, told) => {
    const answer = ask(date, { question: 'largest_investor', of: 'OpenAI', by: 'control' });
    expect(answer.decided).toBe(true);
    expect(answer.answer.split('; ')[0]).toBe(told);
    expect(answer.answer).toContain('the largest share stated is that of Microsoft');
  });

  it('by control cannot be told before anybody says who controls', () => {
    const answer = ask('2024-01-15', { question: 'largest_investor', of: 'OpenAI', by: 'control' });
    expect(answer.decided).toBe(false);
    expect(answer.answer).toContain('cannot tell: nobody is stated to control OpenAI');
    expect(answer.missing).toEqual(['who appoints the board of OpenAI, or holds most of its votes']);
  });
});
