import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expectOk } from '@tranche/core/result';
import { claimToJson } from '@tranche/ledger/claim';
import { describe, expect, it } from 'vitest';
import { score } from '../../corpus/score.mjs';
import { readReport } from './index.ts';

const CORPUS = fileURLToPath(new URL('../../corpus', import.meta.url));

interface GoldText {
  readonly id: string;
  readonly cluster: string;
  readonly claims: readonly { readonly denied?: boolean }[];
}

const gold = JSON.parse(fs.readFileSync(path.join(CORPUS, 'gold.json'), 'utf8')) as readonly GoldText[];
const textOf = (id: string): string => fs.readFileSync(path.join(CORPUS, 'texts', `${id}.txt`), 'utf8');
const claimsOf = (id: string) => expectOk(readReport(textOf(id), { name: id })).claims;

describe('the reader on the corpus of reports', () => {
  const asserted = gold.map((one) => ({ ...one, gold: one.claims.filter((claim) => claim.denied !== true) }));
  const result = score(asserted, (id) =>
    claimsOf(id)
      .filter((claim) => claim.denied !== true)
      .map(claimToJson),
  );

  it('stays above the floors reached so far', () => {
    expect(result.core.f1).toBeGreaterThanOrEqual(0.97);
    expect(result.core.precision).toBeGreaterThanOrEqual(0.98);
    expect(result.overall.f1).toBeGreaterThanOrEqual(0.94);
    expect(result.status.accuracy).toBeGreaterThanOrEqual(0.93);
    expect(result.valuation_basis_accuracy).toBeGreaterThanOrEqual(0.99);
    expect(result.qualifier_accuracy).toBeGreaterThanOrEqual(0.99);
    expect(result.round_binding.rate).toBeGreaterThanOrEqual(0.83);
  });

  it('makes no claim of a text that holds none', () => {
    expect(result.negatives).toEqual({ docs: 5, clean: 5 });
    for (const { id } of gold.filter((one) => one.claims.length === 0)) expect(claimsOf(id)).toEqual([]);
  });

  it('quotes exactly: every quote and every span is cut from the text, within one line and 400 characters', () => {
    for (const { id } of gold) {
      const text = textOf(id);
      for (const claim of claimsOf(id)) {
        expect(text.slice(...claim.quote_span)).toBe(claim.quote);
        expect(claim.quote).toMatch(/^\S.{0,398}\S$/);
        for (const [start, end] of Object.values(claim.spans)) expect(text.slice(start, end)).toMatch(/\S/);
      }
    }
  });
});
