import { beforeAll, describe, expect, it } from 'vitest';
import { testApi } from './app.ts';

/** Reference facts that ship with the product: SoftBank's completion of the deal, and the talks before it. */
const COMPLETION = 'oai-2025-12-completion';
const CEILING = 'oai-2025-02-cnbc';
const DEAL = 'openai-2025-primary';
const by = { by: 'Ann', why: 'The company told me so.' };

describe('judgements over HTTP', () => {
  let api: ReturnType<typeof testApi>;
  beforeAll(() => {
    api = testApi();
  });
  const sizeOn = async (day: string) => (await api.get(`/api/deals/${DEAL}?known_on=${day}`)).body.size;
  const list = async (query = '') => (await api.get(`/api/judgements${query}`)).body.judgements;

  it('are made once, change the deal from their day on, and are listed until they are taken back', async () => {
    const decision = { kind: 'prefer', deal: DEAL, field: 'size', statement: CEILING };
    const made = await api.post('/api/judgements', { ...by, decision, when: '2026-01-02' });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ ...by, decision, when: '2026-01-02', inForce: true });
    expect((await api.post('/api/judgements', { ...by, decision, when: '2026-01-02' })).status).toBe(200);
    expect([await sizeOn('2026-01-01'), await sizeOn('2026-01-02')]).toEqual(['USD 41bn', 'up to USD 40bn']);

    const undo = await api.post('/api/judgements', {
      ...by,
      decision: { kind: 'undo', judgement: made.body.id },
    });
    expect(undo.status).toBe(201);
    expect(await sizeOn('2026-01-15')).toBe('USD 41bn');
    expect(await list()).toMatchObject([
      { id: undo.body.id, inForce: true },
      { id: made.body.id, inForce: false, undoneBy: undo.body.id },
    ]);
    expect(await list('?known_on=2026-01-02')).toMatchObject([{ id: made.body.id, inForce: true }]);
  });

  it('are not taken from a page of another site', async () => {
    const body = { ...by, decision: { kind: 'reject', statement: COMPLETION } };
    const refused = await api.post('/api/judgements', body, { origin: 'https://elsewhere.example' });
    expect([refused.status, refused.body.failure.code]).toEqual([403, 'FOREIGN_ORIGIN']);
    expect(await list()).toHaveLength(2);
  });

  it.each([
    [{}, 400, 'BAD_REQUEST'],
    [{ ...by, decision: { kind: 'delete', statement: COMPLETION } }, 400, 'BAD_REQUEST'],
    [{ ...by, decision: { kind: 'reject', statement: COMPLETION, more: 1 } }, 400, 'BAD_REQUEST'],
    [{ ...by, decision: { kind: 'reject', statement: COMPLETION }, when: '2026-02-30' }, 400, 'BAD_DATE'],
    [{ ...by, decision: { kind: 'reject', statement: 'c-0' } }, 404, 'UNKNOWN_STATEMENT'],
    [{ ...by, decision: { kind: 'undo', judgement: 'j-0' } }, 404, 'UNKNOWN_JUDGEMENT'],
    [{ ...by, by: '', decision: { kind: 'reject', statement: COMPLETION } }, 422, 'MISSING_FIELD'],
    [{ ...by, decision: { kind: 'merge', of: 'deals', into: DEAL, other: DEAL } }, 409, 'NO_EFFECT'],
    [
      {
        ...by,
        decision: { kind: 'prefer', deal: DEAL, field: 'size', statement: 'oai-2025-12-completion#stake' },
      },
      422,
      'NOT_OF_FIELD',
    ],
  ])('answer a bad request by its failure (case %#)', async (body, status, code) => {
    const got = await api.post('/api/judgements', body);
    expect([got.status, got.body.failure.code]).toEqual([status, code]);
  });

  it('stand beside the parties they are about', async () => {
    const { body } = await api.get('/api/parties?known_on=2025-12-31');
    const meta = body.parties.find(({ id }: { id: string }) => id === 'meta');
    expect(meta).toMatchObject({ name: 'Meta', judgements: [] });
    expect(meta.names).toContainEqual(expect.objectContaining({ name: 'Facebook', relation: 'alias' }));
  });
});
