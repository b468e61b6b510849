import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expectOk } from '@tranche/core/result';
import { claimToJson } from '@tranche/ledger/claim';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { score } from '../../corpus/score.mjs';
import { readReport } from '../read/index.ts';
import type { WrittenClaim } from './facts.ts';
import { scoreTexts } from './score.ts';

const CORPUS = fileURLToPath(new URL('../../corpus', import.meta.url));

interface GoldText {
  readonly id: string;
  readonly cluster: string;
  readonly claims: readonly WrittenClaim[];
}

const asserted = (claims: readonly WrittenClaim[]) => claims.filter(({ denied }) => denied !== true);
const gold = (JSON.parse(fs.readFileSync(path.join(CORPUS, 'gold.json'), 'utf8')) as readonly GoldText[]).map(
  ({ claims, ...one }) => ({ ...one, gold: asserted(claims) }),
);
const readOf = (id: string): readonly WrittenClaim[] =>
  asserted(
    expectOk(
      readReport(fs.readFileSync(path.join(CORPUS, 'texts', `${id}.txt`), 'utf8'), { name: id }),
    ).claims.map((claim) => claimToJson(claim) as unknown as WrittenClaim),
  );

/** The figures of the corpus scorer, as the typed one names them. */
function figures(
  texts: readonly {
    id: string;
    cluster: string;
    gold: readonly WrittenClaim[];
    read: readonly WrittenClaim[];
  }[],
) {
  const byId = new Map(texts.map((one) => [one.id, one.read]));
  const { overall, core, by_type, by_field, by_cluster, ...rest } = score(texts, (id) => byId.get(id));
  return {
    overall,
    core,
    byType: by_type,
    byField: by_field,
    byCluster: by_cluster,
    status: rest.status.accuracy,
    statusGrouped: rest.status.accuracy_grouped,
    basis: rest.valuation_basis_accuracy,
    qualifier: rest.qualifier_accuracy,
    wholeRounds: [rest.round_binding.whole, rest.round_binding.rounds],
    negatives: [rest.negatives.clean, rest.negatives.docs],
  };
}

function typedFigures(texts: Parameters<typeof figures>[0]) {
  const { texts: _, ...found } = scoreTexts(texts);
  return {
    ...found,
    status: found.status.share ?? null,
    statusGrouped: found.statusGrouped.share ?? null,
    basis: found.basis.share ?? null,
    qualifier: found.qualifier.share ?? null,
    wholeRounds: [found.wholeRounds.right, found.wholeRounds.of],
    negatives: [found.negatives.right, found.negatives.of],
  };
}

const round = (more: WrittenClaim = {}): WrittenClaim => ({
  type: 'round',
  issuer: 'Mill',
  amount: { currency: 'USD', value: 40e6, qualifier: 'exact' },
  status: 'closed',
  leads: ['Weir Partners'],
  participants: [],
  ...more,
});
const scored = (annotated: readonly WrittenClaim[], read: readonly WrittenClaim[], strict = false) =>
  scoreTexts([{ id: '1', cluster: 'x', gold: annotated, read }], strict);

describe('scoring what was read against what was annotated', () => {
  it('has the figures of the corpus scorer on the whole corpus', () => {
    const texts = gold.map((one) => ({ ...one, read: readOf(one.id) }));
    expect(typedFigures(texts)).toEqual(figures(texts));
  });

  it('has the figures of the corpus scorer on any claims of the corpus held against any others', () => {
    const text = fc.nat(gold.length - 1);
    const dropped = fc.subarray([
      'amount',
      'leads',
      'participants',
      'status',
      'when',
      'date',
      'basis',
      'stage',
    ]);
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text, dropped), { maxLength: 4 }), (pairs) => {
        const texts = pairs.map(([a, b, fields], index) => ({
          id: String(index),
          cluster: gold[a]?.cluster ?? '',
          gold: gold[a]?.gold ?? [],
          read: [...(gold[a]?.gold ?? []).slice(1), ...(gold[b]?.gold ?? [])].map((claim) =>
            Object.fromEntries(Object.entries(claim).filter(([field]) => !fields.includes(field as never))),
          ),
        }));
        expect(typedFigures(texts)).toEqual(figures(texts));
      }),
      { numRuns: 60 },
    );
  });

  it('takes a name within a name and a hundredth of a sum as the same, and not when strict', () => {
    const read = [
      round({ issuer: 'Mill Inc.', amount: { currency: 'USD', value: 40.2e6 }, leads: ['Weir'] }),
    ];
    expect(scored([round()], read).overall.f1).toBe(1);
    expect(scored([round()], read, true).overall).toMatchObject({ tp: 1, fp: 1, fn: 1 });
  });

  it('counts a wrong sum twice and a wrong status not at all among the facts', () => {
    const wrong = scored([round()], [round({ amount: { currency: 'USD', value: 4e6 } })]);
    expect(wrong.overall).toMatchObject({ tp: 1, fp: 1, fn: 1 });
    const later = scored([round()], [round({ status: 'completed' })]);
    expect([later.overall.f1, later.status.share, later.statusGrouped.share]).toEqual([1, 0, 1]);
  });

  it('neither rewards nor punishes what is optional', () => {
    const extra = { ...round({ issuer: 'Zed', leads: [] }), optional: true };
    expect(scored([round(), extra], [round(), round({ issuer: 'Zed', leads: [] })]).overall).toMatchObject({
      tp: 2,
      fp: 0,
      fn: 0,
    });
    expect(scored([extra], []).overall.fn).toBe(0);
  });

  it('passes over what is no claim', () => {
    const junk = [
      null,
      7,
      { type: 'round' },
      { type: 'constructor' },
      { type: 'fx', from: { currency: 'USD' } },
    ];
    expect(scored([round()], junk as never).overall).toMatchObject({ tp: 0, fn: 2 });
  });
});
