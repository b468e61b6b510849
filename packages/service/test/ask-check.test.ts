import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expectOk } from '@tranche/core/result';
import { referenceFacts } from '@tranche/reference/facts';
import { day } from '@tranche/testkit/build';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../src/document/index.ts';
import { askLedger } from '../src/question/index.ts';

/** A report of 2025-02-12 in the words of a blog, read and kept; judged by the reference facts. */
const TEXT = readFileSync(
  fileURLToPath(new URL('../../reader/corpus/texts/006.txt', import.meta.url)),
  'utf8',
);
const DOCUMENT = expectOk(readDocument(TEXT, '006'));
const LEDGER = {
  sources: [DOCUMENT.source],
  claims: DOCUMENT.claims,
  judgements: [],
  facts: referenceFacts(),
};
const ask = (of: string, knownOn?: string) =>
  askLedger(
    LEDGER,
    { question: 'check', of },
    knownOn === undefined ? {} : { knownOn: day(knownOn) },
    day('2026-11-24'),
  );
const claimIn = (words: RegExp): string =>
  DOCUMENT.claims.find(({ claim }) => words.test(claim.quote))?.id ?? '';

describe('a check, asked for', () => {
  it('of a claim says whether it holds, with what it rests on, each number openable', () => {
    const answer = expectOk(ask(claimIn(/added 1.5 billion/), '2025-02-12'));
    expect(answer).toMatchObject({ question: 'check', decided: true, isNo: true, knownOn: '2025-02-12' });
    expect(answer.answer).toMatch(/^contradicted: The USD 1.5bn was not new money to the company/);
    expect(answer.rows[0]?.cells).toMatchObject({
      claim: { text: 'SoftBank put USD 1.5bn into OpenAI' },
      verdict: { text: 'contradicted' },
    });
    expect(answer.rows.some(({ cells }) => cells.figure !== undefined && 'figure' in cells.figure)).toBe(
      true,
    );
    expect(answer.conflicts).toMatchObject([
      { label: 'SoftBank put USD 1.5bn into OpenAI', options: [{ cell: { text: 'contradicted' } }] },
    ]);
    expect(answer.evidence.map(({ id }) => id)).toContain('oai-2024-11-softbank-tender');
  });

  it('decides by the day asked about, with the day of the text beside it', () => {
    const tranche = claimIn(/first batch, about 10 billion/);
    const then = expectOk(ask(tranche, '2025-02-12'));
    expect(then).toMatchObject({ decided: false, isNo: false });
    expect(then.answer).toMatch(/^cannot tell: /);
    expect(then.missing).toHaveLength(1);
    const now = expectOk(ask(tranche));
    expect(now.rows[0]?.cells).toMatchObject({
      on_its_day: { text: 'cannot tell' },
      verdict: { text: 'supported' },
    });
  });

  it('of a text says it of each claim, and is a no when one is contradicted', () => {
    const answer = expectOk(ask(DOCUMENT.source.id, '2025-02-12'));
    expect(answer.isNo).toBe(true);
    expect(answer.rows).toHaveLength(DOCUMENT.claims.length);
    expect(answer.answer).toMatch(
      /^290 Billion Yuan.*: \d+ supported, 1 contradicted, \d+ mixed, \d+ cannot tell$/,
    );
  });

  it.each([
    ['s-nothing', undefined],
    [DOCUMENT.source.id, '2025-02-11'],
  ])('knows no %s on %s', (of, knownOn) => {
    expect(ask(of, knownOn)).toMatchObject({ ok: false, failure: { code: 'UNKNOWN_SUBJECT', path: 'of' } });
  });
});
