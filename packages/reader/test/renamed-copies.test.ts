import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expectOk } from '@tranche/core/result';
import { claimToJson } from '@tranche/ledger/claim';
import { describe, expect, it } from 'vitest';
import { score } from '../corpus/score.mjs';
import { readReport } from '../src/read/index.ts';
import { type GoldText, renamedCopy } from './renamed-copy.ts';

const CORPUS = fileURLToPath(new URL('../corpus', import.meta.url));
const gold = JSON.parse(fs.readFileSync(path.join(CORPUS, 'gold.json'), 'utf8')) as readonly GoldText[];
const textOf = (id: string): string => fs.readFileSync(path.join(CORPUS, 'texts', `${id}.txt`), 'utf8');

const asserted = <T extends { readonly denied?: boolean }>(claims: readonly T[]): T[] =>
  claims.filter((claim) => claim.denied !== true);

function scoreOf(copies: readonly { id: string; cluster: string; text: string; gold: readonly object[] }[]) {
  return score(copies, (id) => {
    const copy = copies.find((one) => one.id === id);
    return asserted(expectOk(readReport(copy?.text ?? '', { name: id })).claims).map(claimToJson);
  });
}

/** How much of the core F1 may rest on names and figures that the reader knows. */
const LOSS = 0.03;

describe('the reader on copies of the corpus with other names and other sums', () => {
  const original = scoreOf(gold.map((one) => ({ ...one, text: textOf(one.id), gold: asserted(one.claims) })));

  it.each([11, 12, 13])('loses little with seed %i', (seed) => {
    const copies = gold.map((one, index) => {
      const copy = renamedCopy(textOf(one.id), asserted(one.claims), seed * 1000 + index);
      return { id: one.id, cluster: one.cluster, ...copy };
    });
    expect(scoreOf(copies).core.f1).toBeGreaterThanOrEqual(original.core.f1 - LOSS);
  });
});
