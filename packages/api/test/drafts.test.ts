import { ok } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import { memoryLog } from '@tranche/service/log';
import type { DraftModel } from '@tranche/service/ports';
import { logWorkspace } from '@tranche/service/workspace';
import { describe, expect, it } from 'vitest';
import { testApi } from './app.ts';

const REPORT = {
  text: 'Harbour Loom raises money\nPublished: 2025-06-10\n\nHarbour Loom has raised $40 million in a seed round.\nIt makes looms in Ghent. Of Harbour Loom, by the way, 12.5% has long been held by Tallow Bank.\n',
  drafts: true,
};
const STAKE = {
  type: 'stake',
  quote: 'Of Harbour Loom, by the way, 12.5% has long been held by Tallow Bank',
  holder: 'Tallow Bank',
  entity: 'Harbour Loom',
  percent: '12.5%',
  status: 'completed',
  denied: false,
};

function withModel() {
  const asked: string[] = [];
  const model: DraftModel = {
    name: 'a-model',
    draft: async ({ prompt }) => {
      asked.push(prompt.user);
      return ok([STAKE, { ...STAKE, percent: '15%' }]);
    },
  };
  const clock = { today: () => '2026-01-15' as PlainDate };
  return { asked, api: testApi({ workspace: logWorkspace(memoryLog(), clock, model), drafts: model.name }) };
}

describe('drafts over HTTP', () => {
  it('are refused where the server has no model', async () => {
    const api = testApi();
    for (const path of ['/api/read', '/api/sources'])
      expect(await api.post(path, REPORT)).toMatchObject({
        status: 422,
        body: { failure: { code: 'MODEL_NOT_CONFIGURED' } },
      });
    expect((await api.get('/api/health')).body).not.toHaveProperty('drafts');
  });

  it('are made only for the report that asks for them', async () => {
    const { asked, api } = withModel();
    expect((await api.get('/api/health')).body.drafts).toBe('a-model');
    const plain = await api.post('/api/read', { text: REPORT.text });
    expect(asked).toEqual([]);
    expect(plain.body).not.toHaveProperty('drafts');
    const { body } = await api.post('/api/read', REPORT);
    expect(asked).toHaveLength(1);
    expect(body.drafts).toEqual({
      model: 'a-model',
      drafted: 2,
      taken: 1,
      repeated: 0,
      dropped: { number_not_in_quote: 1 },
      failures: [],
    });
    expect(body.claims.slice(0, -1)).toEqual(plain.body.claims);
    expect(body.claims.at(-1)).toMatchObject({
      type: 'stake',
      draftedBy: 'a-model',
      json: { drafted_by: 'a-model' },
    });
  });

  it('are stored with their mark, and read back with it', async () => {
    const { api } = withModel();
    const added = await api.post('/api/sources', REPORT);
    expect([added.status, added.body.drafts.taken]).toEqual([201, 1]);
    const stored = await api.get(`/api/sources/${added.body.id}`);
    expect(stored.body.claims.at(-1)).toMatchObject({ type: 'stake', draftedBy: 'a-model' });
    expect(stored.body).not.toHaveProperty('drafts');
  });
});
