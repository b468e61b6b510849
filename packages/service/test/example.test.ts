import { join } from 'node:path';
import type { PlainDate } from '@tranche/core/time';
import { beforeAll, describe, expect, it } from 'vitest';
import { memoryLog } from '../src/log/index.ts';
import { modelDealFile } from '../src/model/index.ts';
import type { DealView } from '../src/views/index.ts';
import { loadExample, logWorkspace, type Workspace } from '../src/workspace/index.ts';
import { digestOf } from './digest.ts';
import { disk, EXAMPLE } from './disk.ts';

const TODAY = '2026-01-15' as PlainDate;
const DEAL_FILE = join(EXAMPLE, 'deal.yaml');
const DATES = ['2025-02-12', '2025-04-01', '2025-12-31'] as const;

const asked = new Map<string, Promise<DealView>>();

/** Asked once per date: an answer depends on nothing else. */
function dealKnownOn(date: string): Promise<DealView> {
  const answer = asked.get(date) ?? askOn(date);
  asked.set(date, answer);
  return answer;
}

async function askOn(date: string): Promise<DealView> {
  const view = await modelDealFile(disk, DEAL_FILE, { knownOn: date as PlainDate }, TODAY);
  if (!view.ok) throw new Error(JSON.stringify(view.failures));
  if (view.value.deal === undefined) throw new Error('the example names a deal');
  return view.value.deal;
}

describe('the example', () => {
  it.each(DATES)('is the deal that was known on %s', async (date) => {
    const digest = `${JSON.stringify(digestOf(await dealKnownOn(date)), null, 2)}\n`;
    await expect(digest).toMatchFileSnapshot(join(EXAMPLE, 'expected', `known-on-${date}.json`));
  });

  it('has three different answers on three days', async () => {
    const answers = await Promise.all(
      DATES.map(async (date) => (await dealKnownOn(date)).terms.map(({ text }) => text).join()),
    );
    expect(new Set(answers).size).toBe(3);
  });

  it('implies a stake of 40/300 as known on 2025-04-01, and leaves the base open after the upsizing', async () => {
    const shares = async (date: string) =>
      (await dealKnownOn(date)).impliedStakes.map(({ figure }) => [figure.low, figure.high]);
    expect(await shares('2025-04-01')).toContainEqual(['2/15', '2/15']);
    const after = await shares('2025-12-31');
    expect(after).toContainEqual(['41/300', '41/300']);
    expect(after).toContainEqual(['41/301', '41/301']);
  });

  it('shows the remainder where the stated parts do not add up: 7.5 + 22.5 + 2.5 + 8.3 = 40.8 beside 41', async () => {
    const { reconciliations } = await dealKnownOn('2025-12-31');
    const sums = reconciliations.map(({ sum, stated, remainder, agrees }) => [
      sum.low,
      stated.low,
      remainder.low,
      agrees,
    ]);
    expect(sums).toContainEqual([
      '40800000000',
      '41000000000',
      expect.stringMatching(/^-?200000000$/),
      false,
    ]);
  });
});

describe('the example workspace', () => {
  let workspace: Workspace;
  let loaded: readonly unknown[];
  beforeAll(async () => {
    const log = memoryLog();
    loaded = [await loadExample(log, disk, DEAL_FILE), await loadExample(log, disk, DEAL_FILE)];
    workspace = logWorkspace(log, { today: () => TODAY });
  });

  it('is loaded once, however often it is asked for', async () => {
    expect(loaded).toEqual([
      { ok: true, value: 29 },
      { ok: true, value: 0 },
    ]);
    const sources = await workspace.sources();
    expect(sources.ok && sources.value.length).toBe(29);
  });

  it('holds the same deal as the deal file', async () => {
    const fromFile = await dealKnownOn('2025-04-01');
    const view = await workspace.deal(fromFile.id, { knownOn: '2025-04-01' as PlainDate });
    expect(view).toEqual({ ok: true, value: fromFile });
  });

  it('names the ledger places of every figure: each opens a node of the derivation', async () => {
    const deals = await workspace.deals({});
    for (const { id } of deals.ok ? deals.value : []) {
      const view = await workspace.deal(id, {});
      if (!view.ok) throw new Error(id);
      const nodes = new Set(view.value.derivation.nodes.map((node) => node.id));
      const named = [...JSON.stringify(view.value).matchAll(/"node":"(n\d+)"/g)].map(([, node]) => node);
      expect(named.filter((node) => node === undefined || !nodes.has(node))).toEqual([]);
    }
  });

  it('shows every claim of every source by a quote that its text holds', async () => {
    const sources = await workspace.sources();
    let claims = 0;
    for (const { id } of sources.ok ? sources.value : []) {
      const source = await workspace.source(id);
      if (!source.ok) throw new Error(id);
      for (const { quote, quoteSpan } of source.value.claims) {
        expect(source.value.text.slice(...quoteSpan)).toBe(quote);
        claims += 1;
      }
    }
    expect(claims).toBeGreaterThan(100);
  });
});
