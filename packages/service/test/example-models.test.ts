import { join } from 'node:path';
import type { PlainDate } from '@tranche/core/time';
import { describe, expect, it } from 'vitest';
import { modelDealFile } from '../src/model/index.ts';
import type { ModelAnswerView, ModelView } from '../src/views/index.ts';
import { digestOf } from './digest.ts';
import { disk, EXAMPLES } from './disk.ts';

const TODAY = '2026-01-15' as PlainDate;

const asked = new Map<string, Promise<ModelView>>();

/** The model of an example, computed once: nothing of it depends on when it is asked for. */
function modelOf(file: string): Promise<ModelView> {
  const known = asked.get(file) ?? compute(file);
  asked.set(file, known);
  return known;
}

async function compute(file: string, on: { readonly asOf?: string } = {}): Promise<ModelView> {
  const asOf = on.asOf as PlainDate | undefined;
  const modelled = await modelDealFile(disk, join(EXAMPLES, file), { asOf }, TODAY);
  if (!modelled.ok) throw new Error(JSON.stringify(modelled.failures));
  if (modelled.value.model === undefined) throw new Error(`${file} models a company`);
  return modelled.value.model;
}

type AnswerOf<Name extends ModelAnswerView['question']> = Extract<
  ModelAnswerView,
  { readonly question: Name }
>;

function answersTo<Name extends ModelAnswerView['question']>(
  model: ModelView,
  question: Name,
): readonly AnswerOf<Name>[] {
  return model.answers.filter((answer): answer is AnswerOf<Name> => answer.question === question);
}

const exact = ({ low, high }: { readonly low?: string | undefined; readonly high?: string | undefined }) => {
  expect(low).toBe(high);
  return low;
};

const ownershipOf = (answer: AnswerOf<'ownership'> | undefined) =>
  Object.fromEntries((answer?.rows ?? []).map(({ holder, ownership }) => [holder, exact(ownership ?? {})]));

const payouts = (answer: AnswerOf<'proceeds'> | undefined, exit: number) =>
  Object.fromEntries((answer?.exits[exit]?.classes ?? []).map(({ id, payout }) => [id, exact(payout)]));

const sumOf = (figures: readonly { readonly approximate?: number | undefined }[]): number =>
  figures.reduce((sum, { approximate = Number.NaN }) => sum + approximate, 0);

const MODELS = [
  ['seed-to-series-b', 'deal.yaml', 'answers.json'],
  ['biotech-milestones', 'deal.yaml', 'answers.json'],
  ['openai-2025', 'terms.yaml', 'terms.json'],
] as const;

describe('a worked example', () => {
  it.each(MODELS)('%s/%s has the answers that are written beside it', async (folder, file, expected) => {
    const { derivation: _, conditions: __, ...model } = await modelOf(`${folder}/${file}`);
    const digest = `${JSON.stringify(digestOf(model), null, 2)}\n`;
    await expect(digest).toMatchFileSnapshot(join(EXAMPLES, folder, 'expected', expected));
  });

  it.each(MODELS)('%s/%s opens every figure down to a line of the file or a rule', async (folder, file) => {
    const { answers, derivation } = await modelOf(`${folder}/${file}`);
    const nodes = new Map(derivation.nodes.map((node) => [node.id, node]));
    const named = [...JSON.stringify(answers).matchAll(/"node":"([^"]+)"/g)].map(([, node]) => node ?? '');
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((node) => !nodes.has(node))).toEqual([]);
    const leaves = derivation.nodes.filter(({ kind }) => kind === 'input');
    for (const { label, grounds } of leaves)
      for (const { kind, note } of grounds)
        expect([label, kind, kind !== 'given' || /\(line \d+, column \d+\)$/.test(note ?? '')]).toEqual([
          label,
          kind,
          true,
        ]);
  });

  it.each(MODELS)('%s/%s pays out what is there and no more', async (folder, file) => {
    for (const { exits } of answersTo(await modelOf(`${folder}/${file}`), 'proceeds'))
      for (const { exitValue, netProceeds, deductions, classes, holders } of exits) {
        const net = netProceeds.approximate ?? Number.NaN;
        expect(sumOf(classes.map(({ payout }) => payout))).toBeCloseTo(net, 3);
        expect(sumOf(holders.map(({ amount }) => amount))).toBeCloseTo(net, 3);
        expect(net + sumOf(deductions.map(({ amount }) => amount))).toBeCloseTo(
          exitValue.approximate ?? 0,
          3,
        );
      }
  });
});

/** By hand: examples/seed-to-series-b/SOURCES.md. */
describe('from seed to Series B', () => {
  const file = 'seed-to-series-b/deal.yaml';

  it('prices the round at 4 a share, with a pool of a tenth after it', async () => {
    const [terms] = answersTo(await modelOf(file), 'round_terms');
    const figures = Object.fromEntries(
      (terms?.terms ?? []).map(({ field, figure }) => [field, exact(figure)]),
    );
    expect(figures).toMatchObject({
      price_per_share: '4',
      'pool.increase': '2500000',
      'pool.unissued_after': '3000000',
      new_shares: '7500000',
      post_total: '30000000',
      post_money: '120000000',
    });
    expect(terms?.convertibles.map(({ id, by, shares }) => [id, by, exact(shares)])).toEqual([
      ['safe-1', 'cap', '1000000'],
      ['safe-2', 'discount', '500000'],
      ['note-1', 'discount', '600000'],
    ]);
  });

  it('owns shares by what has closed, and by what would close', async () => {
    const [seed, before, now, shipped] = answersTo(await modelOf(file), 'ownership');
    expect(ownershipOf(seed)).toMatchObject({ 'Ana Ruiz': '6/13', 'Cole Angels': '1/13' });
    expect(exact(before?.total ?? {})).toBe('17900000');
    expect(ownershipOf(now)).toMatchObject({ 'Northgate Ventures': '1/9', 'Quay Capital': '1/6' });
    expect(ownershipOf(shipped)).toMatchObject({ 'Northgate Ventures': '1/6', 'unissued pool': '1/10' });
    expect(shipped?.assumptions.map(({ text }) => text)).toEqual([
      'closing second is taken as closed: first factory order shipped',
    ]);
  });

  it('pays the senior rank by preference first, and lets each class convert when that is better', async () => {
    const [exit] = answersTo(await modelOf(file), 'proceeds');
    // 18.925m for preferences of 23.26m in the first rank: 18 / 23.26 of it to the Series B.
    expect(payouts(exit, 0)).toMatchObject({ 'series-b, first': '17032500000/1163', seed: '0', common: '0' });
    expect(payouts(exit, 1)).toMatchObject({ seed: '3000000', 'series-a': '6000000', common: '10100000' });
    expect(payouts(exit, 2)).toMatchObject({ 'series-b, first': '22500000', common: '50500000' });
  });

  it('as of a day before the closing has drawn nothing', async () => {
    const [money] = answersTo(await compute(file, { asOf: '2024-06-29' }), 'committed_drawn');
    expect(money?.closings.map(({ status }) => status)).toEqual(['pending', 'pending']);
    expect(exact(money?.totals.drawn ?? {})).toBe('0');
  });
});

/** By hand: examples/biotech-milestones/SOURCES.md. */
describe('a round paid on milestones', () => {
  const file = 'biotech-milestones/deal.yaml';

  it('draws what has closed, net of what the lead placed with another', async () => {
    const [money] = answersTo(await modelOf(file), 'committed_drawn');
    expect(
      money?.payers.map(({ payer, committed, drawn, undrawn }) => [
        payer,
        exact(committed ?? {}),
        exact(drawn),
        exact(undrawn ?? {}),
      ]),
    ).toEqual([
      ['Meridian Life Sciences', '18000000', '10000000', '8000000'],
      ['Osprey Partners', '6000000', '2500000', '3500000'],
      ['Tern Bio', '12000000', '7500000', '4500000'],
    ]);
    expect(money?.closings.map(({ price }) => exact(price))).toEqual(['2', '3', '4']);
  });

  it('caps each closing at twice its own price, until conversion is better', async () => {
    const [exit] = answersTo(await modelOf(file), 'proceeds');
    const tranches = [0, 1, 2].map((index) => {
      const { 'series-a, start': start, 'series-a, trial-approved': approved } = payouts(exit, index);
      return [start, approved];
    });
    expect(tranches).toEqual([
      ['6000000', '9000000'],
      ['16000000', '22000000'],
      ['40000000', '40000000'],
    ]);
  });
});

describe('the terms of the financing of OpenAI', () => {
  it.each([
    ['2025-04-14', '0', undefined],
    ['2025-04-15', '10000000000', '1/36'],
    ['2025-12-26', '40000000000', '1/10'],
  ])('as of %s have drawn %s', async (asOf, drawn, stake) => {
    const model = await compute('openai-2025/terms.yaml', { asOf });
    const [money] = answersTo(model, 'committed_drawn');
    expect(exact(money?.totals.drawn ?? {})).toBe(drawn);
    expect(ownershipOf(answersTo(model, 'ownership')[0]).SoftBank).toBe(stake);
  });
});
