import { formatBounds } from '@tranche/core/display';
import { evaluate } from '@tranche/core/formula';
import { expectOk } from '@tranche/core/result';
import { type PlainDate, parsePlainDate } from '@tranche/core/time';
import { type Answer, type Cell, QUESTIONS } from '@tranche/ledger/question';
import type { Ledger } from '@tranche/ledger/statement';
import { describe, expect, it } from 'vitest';
import { referenceFacts } from '../src/facts/index.ts';

/** The venture as the facts alone have it: sg-* of facts/stargate.json, and oai-2025-03-stargate-share. */
const ledger: Ledger = { sources: [], claims: [], judgements: [], facts: referenceFacts() };

function ask(
  name: string,
  knownOn: string,
): { readonly answer: Answer; text(cell: Cell | undefined): string } {
  const day = expectOk(parsePlainDate(knownOn)) as PlainDate;
  const question = QUESTIONS.find((one) => one.name === name);
  if (question === undefined) throw new RangeError(name);
  const context = { ledger, asOf: day, knownOn: day, rates: [], league: [], figuresOf: () => [] };
  const answer = expectOk(question.answer(context, { of: 'The Stargate Project' }));
  const values = evaluate(answer.graph);
  const units = new Map(answer.graph.nodes.map(({ id, unit }) => [id, unit]));
  return {
    answer,
    text: (cell) =>
      cell === undefined
        ? ''
        : 'node' in cell
          ? formatBounds(values.get(cell.node) ?? { vague: true }, units.get(cell.node) ?? '')
          : cell.text,
  };
}

const remainders = (knownOn: string): readonly string[] => {
  const { answer, text } = ask('reconcile', knownOn);
  return answer.remainders.map(
    ({ sum, stated, remainder }) =>
      `${text({ node: sum })}, ${text({ node: stated })}, ${text({ node: remainder })}`,
  );
};

/** 19/52 = 36.54 %, 7/52 = 13.46 %, and 100 − 40 − 40 = 20 (sg-equity-information). */
const STAKES = ['36.54 %, 40 %, 3.46 %', '36.54 %, 40 %, 3.46 %', '26.92 %, 20 %, −6.92 %'];

describe('the equity of Stargate', () => {
  it('is 19 + 19 + 7 + 7 = 52 beside a total of 62 that was stated in 2026', () => {
    expect(remainders('2026-12-31')).toEqual(['USD 52bn, USD 62bn, USD 10bn', ...STAKES]);
    const { answer, text } = ask('reconcile', '2026-12-31');
    expect(answer.rows.map(({ cells }) => text(cells.share))).toEqual([
      '36.54 %',
      '36.54 %',
      '13.46 %',
      '13.46 %',
      '',
    ]);
    expect(answer.isNo).toBe(true);
  });

  it('is not told of the 62 before it was stated', () => {
    expect(remainders('2025-12-31')).toEqual(STAKES);
    for (const question of ['reconcile', 'committed_drawn']) {
      const { answer } = ask(question, '2025-12-31');
      const words = JSON.stringify(answer, (_, value) => (typeof value === 'bigint' ? `${value}` : value));
      expect(words).not.toMatch(/\b62\b|62000000000/);
    }
  });
});

describe('what is committed to Stargate', () => {
  const rows = (knownOn: string): readonly string[] => {
    const { answer, text } = ask('committed_drawn', knownOn);
    return answer.rows
      .filter(({ kind }) => kind === undefined)
      .map(({ cells }) =>
        ['party', 'said', 'status', 'money', 'drawn', 'stake'].map((key) => text(cells[key])).join(' | '),
      );
  };

  it('is by party what the latest report of the highest tier says, and nothing of it is known to be paid', () => {
    expect(rows('2025-01-23')).toEqual([
      'OpenAI | USD 19bn | planned | equity | unknown | 40 %',
      'SoftBank | USD 19bn | planned | equity | unknown | 40 %',
      'MGX | USD 7bn | planned | equity | unknown | ',
      'Oracle | USD 7bn | planned | equity | unknown | ',
    ]);
    expect(ask('committed_drawn', '2025-01-23').answer.answer).toContain(
      'USD 52bn in all; drawn: cannot tell, nothing is reported as paid',
    );
  });

  it('keeps what was passed over beside it, a doubt included, with what it would change', () => {
    const { answer } = ask('committed_drawn', '2025-07-31');
    const options = answer.conflicts
      .find(({ label }) => label.startsWith('SoftBank'))
      ?.options.map(({ cell, effect }) => ['text' in cell ? cell.text : '', effect?.split(';')[0]]);
    expect(options).toEqual([
      ['USD 19bn', 'in all at least USD 47bn → about USD 51bn'],
      ['up to USD 10bn', 'in all at least USD 47bn → about USD 32bn to USD 42bn'],
      ['USD 18bn', 'in all at least USD 47bn → about USD 50bn'],
    ]);
  });

  it('may be counted twice where it comes out of a financing of the funder', () => {
    const { answer } = ask('committed_drawn', '2025-07-31');
    expect(
      answer.rows.find(({ cells }) => cells.party && 'text' in cells.party && cells.party.text === 'OpenAI')
        ?.note,
    ).toContain('the same money can be counted twice');
  });

  it('is not what the venture means to spend, which stands apart', () => {
    const { answer, text } = ask('committed_drawn', '2025-01-23');
    expect(
      answer.rows
        .filter(({ cells }) => text(cells.status) === 'intended')
        .map(({ cells }) => `${text(cells.party)}: ${text(cells.said)}`),
    ).toEqual([
      'meant to be spent by Stargate, immediately: USD 100bn',
      'meant to be spent by Stargate, 4 years: up to USD 500bn',
    ]);
    expect(answer.remainders.map(({ remainder }) => text({ node: remainder }))).toEqual([
      'USD 48bn',
      'USD 448bn',
    ]);
    expect(answer.missing.join()).toContain('whether as equity or debt');
  });

  it('stands beside the word that the company was not formed, from the day it was printed', () => {
    const denied = (knownOn: string): readonly string[] =>
      ask('committed_drawn', knownOn)
        .answer.conflicts.filter(({ label }) => label.includes('denied'))
        .flatMap(({ statements }) => statements);
    expect(denied('2025-07-21')).toEqual([]);
    expect(denied('2025-07-22')).toEqual(['sg-not-formed-2025-06']);
  });
});
