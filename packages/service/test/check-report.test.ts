import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expectOk } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import { claimFromJson, claimId, type LedgerClaim } from '@tranche/ledger/claim';
import { replay } from '@tranche/ledger/log';
import { referenceFacts } from '@tranche/reference/facts';
import { describe, expect, it } from 'vitest';
import { type ReadDocument, readDocument } from '../src/document/index.ts';
import { checkedSource } from '../src/verdict/index.ts';
import type { ClaimView } from '../src/views/index.ts';

const CORPUS = fileURLToPath(new URL('../../reader/corpus', import.meta.url));
const TODAY = '2026-11-24' as PlainDate;
const LEDGER = replay([], referenceFacts());

/** A report of 2025-02-12 in the words of a blog: a plan of 40bn, and much that is half right. */
const REPORT = '006';
const TEXT = readFileSync(`${CORPUS}/texts/${REPORT}.txt`, 'utf8');

interface GoldText {
  readonly id: string;
  readonly claims: readonly (Readonly<Record<string, unknown>> & { readonly quote: string })[];
}

/** The report with the claims an annotator made of it, so that a check is tested apart from the reading. */
function annotated(): ReadDocument {
  const read = expectOk(readDocument(TEXT, REPORT));
  const gold = (JSON.parse(readFileSync(`${CORPUS}/gold.json`, 'utf8')) as readonly GoldText[]).find(
    ({ id }) => id === REPORT,
  );
  const claims = (gold?.claims ?? []).map((fields): LedgerClaim => {
    const start = TEXT.indexOf(fields.quote);
    const claim = expectOk(claimFromJson({ ...fields, quote_span: [start, start + fields.quote.length] }));
    return { id: claimId(read.source.id, claim), sourceId: read.source.id, claim };
  });
  return { ...read, claims };
}

const verdictsOf = (document: ReadDocument) => checkedSource(document, LEDGER, { today: TODAY }).claims;

/** The verdict on the claim whose quote holds the words. */
function on(claims: readonly ClaimView[], type: string, words: RegExp): NonNullable<ClaimView['verdict']> {
  const found = claims.find((claim) => claim.type === type && words.test(claim.quote));
  if (found?.verdict === undefined) throw new Error(`there is no verdict on a ${type} in the words ${words}`);
  return found.verdict;
}
const findingsOf = ({ findings }: { readonly findings: readonly { readonly text: string }[] }): string =>
  findings.map(({ text }) => text).join('\n');

describe.each([
  ['as annotated', annotated],
  ['as read', () => expectOk(readDocument(TEXT, REPORT))],
] as const)('the report of 2025-02-12, %s, judged by the reference facts', (_how, document) => {
  const claims = verdictsOf(document());

  it('converts 40bn dollars roughly right: 7.25 beside 7.2886 of five days before, which gives 291.5', () => {
    const verdict = on(claims, 'fx', /290 billion yuan/);
    expect(verdict).toMatchObject({ verdict: 'supported', knownOn: '2025-02-12' });
    expect(verdict.summary).toContain('roughly right');
    expect(findingsOf(verdict)).toContain('7.25 CNY per USD');
    expect(findingsOf(verdict)).toMatch(
      /2025-02-07 \(5 days before\), is 7\.2886 CNY per USD, .* CNY 291\.54/,
    );
    expect(findingsOf(verdict)).toContain('−0.53 %');
  });

  it('would set a record if signed, and is wrong on who held it: Ant 14bn in 2018 and others were larger', () => {
    const verdict = on(claims, 'rank', /record|single financing/);
    expect(verdict).toMatchObject({ verdict: 'mixed', condition: 'only if the deal is signed' });
    expect(verdict.summary).toContain('would be the largest known');
    expect(verdict.summary).toMatch(/not held by OpenAI itself: .*Ant Group, 2018 \(about USD 14bn\)/);
    expect(findingsOf(verdict)).toContain('flips');
  });

  it('puts SoftBank over Microsoft by money committed only if the deal is signed, and never by stake', () => {
    const verdict = on(claims, 'rank', /SoftBank/);
    expect(verdict).toMatchObject({ verdict: 'mixed', condition: 'only if the deal is signed' });
    expect(findingsOf(verdict)).toMatch(/money committed as of 2025-02-12: SoftBank .*USD 2bn/);
    expect(findingsOf(verdict)).toMatch(/money committed as of 2025-02-12: Microsoft .*USD 13/);
    expect(verdict.summary).toContain('by stake it would not lead');
    expect(findingsOf(verdict)).toContain('At USD 300bn after the money the deal would buy SoftBank 13.33 %');
    expect(verdict.today?.summary).toContain('from 2025-03-31');
  });

  it('takes a tender for new money: 1.5bn bought from staff, up to that sum', () => {
    const verdict = on(claims, 'investment', /1\.5 billion/);
    expect(['mixed', 'contradicted']).toContain(verdict.verdict);
    expect(verdict).toMatchObject({ check: 'money_kind' });
    expect(verdict.summary).toContain('an employee tender offer');
    expect(findingsOf(verdict)).toContain('up to USD 1.5bn');
  });

  it('leaves MGX out of the partners of Stargate, and has the roles right', () => {
    const verdict = on(claims, 'venture', /venture/);
    expect(verdict).toMatchObject({ verdict: 'mixed', check: 'partners' });
    expect(verdict.summary).toContain('MGX is missing; the roles are as announced');
  });

  it('says rightly, as was known soon after, that DeepSeek had no outside money; it no longer holds from June 2026', () => {
    const verdict = on(claims, 'no_external_funding', /DeepSeek/);
    expect(verdict.verdict).toBe('cannot_tell');
    expect(verdict.today).toMatchObject({ verdict: 'supported' });
    expect(verdict.today?.summary).toContain('It no longer holds from 2026-06-16');
  });
});

describe('the verdicts on the report as annotated', () => {
  it('are those that were reviewed', async () => {
    const lines = verdictsOf(annotated()).map(({ type, quote, verdict }) => {
      const { today } = verdict ?? {};
      return [
        `${type}: “${quote}”`,
        `  ${verdict?.verdict} by ${verdict?.check}: ${verdict?.summary}`,
        ...(today === undefined ? [] : [`  today ${today.verdict}: ${today.summary}`]),
      ].join('\n');
    });
    await expect(`${lines.join('\n\n')}\n`).toMatchFileSnapshot('check-report.golden.txt');
  });

  it('stand on evidence that can be opened: every finding but the text’s own has a page or a quote', () => {
    const evidence = verdictsOf(annotated()).flatMap(({ verdict }) => verdict?.findings ?? []);
    for (const { evidence: statements } of evidence) {
      for (const { references = [], quote } of statements) {
        expect(references.length > 0 || quote !== undefined).toBe(true);
      }
    }
    expect(evidence.length).toBeGreaterThan(20);
  });
});
