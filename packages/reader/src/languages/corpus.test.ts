import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expectOk } from '@tranche/core/result';
import { claimToJson } from '@tranche/ledger/claim';
import { describe, expect, it } from 'vitest';
import { score } from '../../corpus/score.mjs';
import { readReport } from '../read/index.ts';

const CORPUS = fileURLToPath(new URL('../../corpus/languages', import.meta.url));

interface GoldText {
  readonly id: string;
  readonly cluster: string;
  readonly language: string;
  readonly held_out: boolean;
  readonly claims: readonly { readonly denied?: boolean; readonly quote: string }[];
}

const gold = JSON.parse(fs.readFileSync(path.join(CORPUS, 'gold.json'), 'utf8')) as readonly GoldText[];
const textOf = (id: string): string => fs.readFileSync(path.join(CORPUS, 'texts', `${id}.txt`), 'utf8');
const claimsOf = (id: string) => expectOk(readReport(textOf(id), { name: id })).claims;

function scoreOf(language: string, heldOut: boolean) {
  const chosen = gold
    .filter((one) => one.language === language && one.held_out === heldOut)
    .map((one) => ({ ...one, gold: one.claims.filter((claim) => claim.denied !== true) }));
  return score(chosen, (id) =>
    claimsOf(id)
      .filter((claim) => claim.denied !== true)
      .map(claimToJson),
  );
}

/** Core F1 on texts whose errors were not looked at while rules were written. */
const HELD_OUT_FLOORS: readonly (readonly [string, number])[] = [
  ['zh', 0.77],
  ['ja', 0.78],
  ['de', 0.95],
  ['fr', 0.87],
];

describe('the reader on reports in other languages', () => {
  it.each([
    ['zh', 0.97, 0.9],
    ['ja', 0.97, 0.9],
    ['de', 0.95, 0.93],
    ['fr', 0.96, 0.95],
  ])('stays above the floors reached on the texts developed on: %s', (language, core, status) => {
    const result = scoreOf(language, false);
    expect(result.core.f1).toBeGreaterThanOrEqual(core);
    expect(result.status.accuracy).toBeGreaterThanOrEqual(status);
    expect(result.valuation_basis_accuracy).toBe(1);
    expect(result.qualifier_accuracy).toBeGreaterThanOrEqual(0.98);
  });

  it.each(HELD_OUT_FLOORS)('stays above the floors reached on the held-out texts: %s', (language, core) => {
    expect(scoreOf(language, true).core.f1).toBeGreaterThanOrEqual(core);
  });

  it('makes no claim of a text that holds none', () => {
    for (const { id } of gold.filter((one) => one.claims.length === 0)) expect(claimsOf(id)).toEqual([]);
  });

  it('quotes exactly, within one line and 400 characters, with every span in the text', () => {
    for (const { id } of gold) {
      const text = textOf(id);
      for (const claim of claimsOf(id)) {
        expect(text.slice(...claim.quote_span)).toBe(claim.quote);
        expect(claim.quote).toMatch(/^\S.{0,398}\S$/);
        for (const [start, end] of Object.values(claim.spans)) expect(text.slice(start, end)).toMatch(/\S/);
      }
    }
  });

  it('holds gold whose quotes stand in one line of their text', () => {
    for (const { id, claims } of gold) {
      const lines = textOf(id).split('\n');
      for (const { quote } of claims) expect(lines.some((line) => line.includes(quote))).toBe(true);
    }
  });
});
