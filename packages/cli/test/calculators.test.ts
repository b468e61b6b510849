import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CALCULATORS } from '@tranche/service/calculators';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tranche } from './tranche.ts';

const INPUT = {
  units: [{ id: 'u', contributed: '100', cap_multiple: '10', gross_entitlement: '5000' }],
};
const stdin = (value: unknown) => ({ stdin: new TextEncoder().encode(JSON.stringify(value)) });
const caseOf = (id: string, more: object) => ({
  id,
  calculator: 'capped_profit',
  source: { title: 'by hand' },
  inputs: INPUT,
  ...more,
});

let folder: string;
const at = (name: string): string => join(folder, name);
const write = (name: string, content: unknown): void =>
  writeFileSync(at(name), typeof content === 'string' ? content : JSON.stringify(content));
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tranche-calc-'));
  mkdirSync(at('cases'));
  write('input.json', INPUT);
  write('cases/good.json', [caseOf('paid', { expected: { 'units.u.paid': '1000' } })]);
  write('cases/one.json', caseOf('residual', { expected: { residual: '4000.0' } }));
  write('cases/wrong.json', [caseOf('wrong', { expected: { 'units.u.paid': '999', total_paid: '1000' } })]);
  write('cases/notes.txt', 'no case');
  write('broken.json', '[{');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('tranche calc', () => {
  it('prints the output of a calculator in JSON, from the standard input or a file', async () => {
    const piped = await tranche(['calc', 'capped_profit'], stdin(INPUT));
    expect([piped.status, piped.err]).toEqual([0, '']);
    expect(JSON.parse(piped.out)).toMatchObject({ units: { u: { paid: '1000' } }, residual: '4000' });
    expect((await tranche(['calc', 'capped_profit', at('input.json')])).out).toBe(piped.out);
  });

  it('explains a figure down to the fields it came from', async () => {
    const { status, out } = await tranche([
      'calc',
      'capped_profit',
      at('input.json'),
      '--explain',
      'units.u.paid',
    ]);
    expect(status).toBe(0);
    expect(out).toContain('units[0].contributed');
    expect(out).toMatch(/the least of 5,000, 1,000 = 1,000\n$/);
  });

  it('refuses a wrong input with code, place and what was expected', async () => {
    const wrong = await tranche(['calc', 'capped_profit'], stdin({ units: [{ id: 'u', contributed: 100 }] }));
    expect([wrong.status, wrong.out]).toEqual([2, '']);
    expect(wrong.err).toMatch(
      /^tranche: BAD_NUMBER at units\[0\]\.contributed: .*; expected a number in quotes/,
    );
    expect((await tranche(['calc', 'horoscope'])).err).toMatch(
      /^tranche: UNKNOWN_CALCULATOR .*capped_profit/,
    );
    expect((await tranche(['calc', 'capped_profit'], { stdin: new TextEncoder().encode('{') })).err).toMatch(
      /^tranche: BAD_JSON/,
    );
    const figure = await tranche(['calc', 'capped_profit', at('input.json'), '--explain', 'units.x']);
    expect([figure.status, figure.err.startsWith('tranche: UNKNOWN_FIGURE')]).toEqual([2, true]);
  });

  it('prints a failure in JSON when asked to', async () => {
    const { status, out } = await tranche(['calc', 'capped_profit', '--json'], stdin({}));
    expect(status).toBe(2);
    expect(JSON.parse(out).failure).toMatchObject({ code: 'MISSING_FIELD', path: 'units' });
  });

  it.each(CALCULATORS)('describes what $name takes', async ({ name }) => {
    const { status, out } = await tranche(['calc', name, '--schema']);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ name, input: { type: 'object' }, output: { type: 'object' } });
  });
});

describe('tranche verify', () => {
  it('counts what passed and failed, and shows each difference', async () => {
    const { status, out } = await tranche(['verify', at('cases')]);
    expect(status).toBe(1);
    expect(out).toContain('failed: wrong (capped_profit, ');
    expect(out).toContain('  units.u.paid\n    expected "999"\n    actual   "1000"\n');
    expect(out.endsWith('\n2 passed, 1 failed\n')).toBe(true);
  });

  it('ends with 0 when everything passed', async () => {
    const { status, out } = await tranche(['verify', at('cases/good.json'), at('cases/one.json')]);
    expect([status, out]).toEqual([0, '2 passed, 0 failed\n']);
  });

  it('counts a broken file as failed and goes on', async () => {
    const { status, out } = await tranche(['verify', at('broken.json'), at('cases/good.json')]);
    expect(status).toBe(1);
    expect(out.endsWith('\n1 passed, 1 failed\n')).toBe(true);
  });

  it('refuses a place without cases', async () => {
    expect((await tranche(['verify', at('nowhere')])).status).toBe(2);
    mkdirSync(at('empty'));
    expect((await tranche(['verify', at('empty')])).err).toMatch(/^tranche: FILE_NOT_FOUND/);
  });

  it('prints the outcome of each case in JSON', async () => {
    const { out } = await tranche(['verify', at('cases/wrong.json'), '--json']);
    expect(JSON.parse(out)).toMatchObject({
      passed: 0,
      failed: 1,
      cases: [{ id: 'wrong', calculator: 'capped_profit', differences: [{ path: 'units.u.paid' }] }],
    });
  });
});
