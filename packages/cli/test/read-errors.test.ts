import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tranche } from './tranche.ts';

const REPORT = `Fennick raises $12.5 million
Published: 2025-06-02
Publisher: business news site

Fennick, a maker of heat pumps, has raised $12.5 million in a Series A led by Brightmoor Capital.
`;
const ROUND = {
  type: 'round',
  issuer: 'Fennick',
  amount: { currency: 'USD', value: 12_500_000, qualifier: 'exact' },
  stage: 'Series A',
  status: 'closed',
  leads: ['Brightmoor Capital'],
  participants: [],
  quote: 'has raised $12.5 million in a Series A led by Brightmoor Capital',
};

let folder: string;
let gold: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tranche-gold-'));
  mkdirSync(join(folder, 'reports'));
  writeFileSync(join(folder, 'reports', 'fennick.txt'), REPORT);
  gold = join(folder, 'reports', 'gold.json');
  writeFileSync(gold, JSON.stringify([{ id: 'fennick', claims: [ROUND] }]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('tranche read --gold', () => {
  it('prints the score of a folder and writes the page of errors', async () => {
    const html = join(folder, 'errors.html');
    const { status, out, err } = await tranche([
      'read',
      join(folder, 'reports'),
      '--gold',
      gold,
      '--html',
      html,
    ]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(
      /^1 annotated texts\ncore fields {11}F1 1\.000 .* found 2 {2}spurious 0 {2}missed 0\n/,
    );
    expect(readFileSync(html, 'utf8')).toContain('What was read, against what was annotated');
  });

  it('prints the score as JSON', async () => {
    const { status, out } = await tranche(['read', join(folder, 'reports'), '--gold', gold, '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ score: { core: { f1: 1 } }, strict: { core: { f1: 1 } } });
  });

  it.each([
    [
      'nothing of the reports',
      '[{"id":"other","claims":[]}]',
      /UNKNOWN_ID .*none of the reports is annotated/,
    ],
    ['no JSON', '{', /BAD_JSON/],
  ])('refuses a file with %s', async (_, json, message) => {
    const bad = join(folder, 'bad.json');
    writeFileSync(bad, json);
    const { status, err } = await tranche(['read', join(folder, 'reports', 'fennick.txt'), '--gold', bad]);
    expect(status).toBe(2);
    expect(err).toMatch(message);
  });
});
