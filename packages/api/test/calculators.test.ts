import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CALCULATORS } from '@tranche/service/calculators';
import { describe, expect, it, test } from 'vitest';
import { testApi } from './app.ts';

const UNITS = {
  units: [{ id: 'u', contributed: '100', cap_multiple: '10', gross_entitlement: '5000' }],
};

describe('the calculators over HTTP', () => {
  it('answer with the output, as the command line does', async () => {
    const { status, body } = await testApi().post('/api/calc/capped_profit', UNITS);
    expect([status, body.units.u.paid, body.residual]).toEqual([200, '1000', '4000']);
  });

  it('refuse an input by the code and path of its first failure', async () => {
    const { status, body } = await testApi().post('/api/calc/capped_profit', {
      units: [{ ...UNITS.units[0], contributed: '0' }],
    });
    expect([status, body.failure.code, body.failure.path]).toEqual([
      422,
      'OUT_OF_RANGE',
      'units[0].contributed',
    ]);
  });

  it('refuse a body that is not JSON', async () => {
    const { status, body } = await testApi().post('/api/calc/capped_profit', '{"units": [');
    expect([status, body.failure.code]).toEqual([400, 'BAD_JSON']);
  });

  it('explain a figure step by step', async () => {
    const { status, body } = await testApi().post(
      '/api/calc/capped_profit/explain?figure=units.u.paid',
      UNITS,
    );
    expect(status).toBe(200);
    expect(body.steps.at(-1)).toMatchObject({ label: 'paid to u', text: '1,000' });
  });

  it('say that there is no such calculator, and no such figure', async () => {
    const unknown = await testApi().post('/api/calc/horoscope/explain?figure=x', UNITS);
    expect([unknown.status, unknown.body.failure.code]).toEqual([404, 'UNKNOWN_CALCULATOR']);
    const figure = await testApi().post('/api/calc/capped_profit/explain?figure=units.v.paid', UNITS);
    expect([figure.status, figure.body.failure.code]).toEqual([404, 'UNKNOWN_FIGURE']);
    expect(figure.body.failure.expected).toContain('units.u.paid');
  });

  it('are listed with the schemas of what they take', async () => {
    const { body } = await testApi().get('/api/calc');
    expect(body.map(({ name }: { name: string }) => name)).toEqual(CALCULATORS.map(({ name }) => name));
    expect(body.every(({ input }: { input: { type: string } }) => input.type === 'object')).toBe(true);
  });
});

test.each(CALCULATORS)('$name takes its published cases over HTTP', async ({ name }) => {
  const file = new URL(`../../../cases/${name}.json`, import.meta.url);
  const cases = JSON.parse(readFileSync(fileURLToPath(file), 'utf8'));
  for (const { inputs, expected_error: error } of cases.slice(0, 3)) {
    const { status, body } = await testApi().post(`/api/calc/${name}`, inputs);
    expect(body.failure?.code).toBe(error?.code);
    expect(status).toBe(error === undefined ? 200 : 422);
  }
});
