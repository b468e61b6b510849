import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedFolders } from '../src/machine/index.ts';
import { tranche } from './tranche.ts';

const EXAMPLES = dirname(dirname(shippedFolders().example));
const SERIES_B = join(EXAMPLES, 'seed-to-series-b', 'deal.yaml');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tranche-model-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('tranche model of a file that holds the terms itself', () => {
  it.each([
    ['seed-to-series-b', 'deal.yaml', 'answers.txt'],
    ['biotech-milestones', 'deal.yaml', 'answers.txt'],
    ['openai-2025', 'terms.yaml', 'terms.txt'],
  ])(
    'prints the answers of %s/%s, without a workspace, in the width of the terminal',
    async (name, file, expected) => {
      const { status, out, err } = await tranche(['model', join(EXAMPLES, name, file)]);
      expect({ status, err }).toEqual({ status: 0, err: '' });
      expect(out.split('\n').every((line) => line.length <= 100)).toBe(true);
      await expect(out).toMatchFileSnapshot(join(EXAMPLES, name, 'expected', expected));
    },
  );

  it('explains figures by their name, down to the lines of the file', async () => {
    const { out } = await tranche(['model', SERIES_B, '--explain', 'interest of note-1']);
    const [, explained = ''] = out.split('How it came about\n');
    expect(explained).toMatch(/^rate a year: convertibles\[2\]\.interest\.rate \(line \d+, column \d+\)$/m);
    expect(explained).toContain('USD 2m × 8 % = USD 160,000');
    expect(explained).not.toContain('What proves the choices');
  });

  it('explains everything, with the conditions that prove the choices, when no name is given', async () => {
    const { out } = await tranche(['model', SERIES_B, '--explain']);
    expect(out).toContain('What proves the choices\n');
    expect((await tranche(['model', SERIES_B, '--explain', 'no such thing'])).out).toMatch(
      /nothing is called "no such thing"\n$/,
    );
  });

  it('gives the same as JSON, every figure with the node of its derivation', async () => {
    const { out } = await tranche(['model', SERIES_B, '--json']);
    const model = JSON.parse(out);
    const price = model.answers
      .find(({ question }: { question: string }) => question === 'round_terms')
      .terms.find(({ field }: { field: string }) => field === 'price_per_share').figure;
    expect(price).toMatchObject({ low: '4', high: '4', text: '4 USD per share', unit: 'USD per share' });
    const node = model.derivation.nodes.find(({ id }: { id: string }) => id === price.node);
    expect(node.operands.length).toBeGreaterThan(0);
  });

  it('names the line and column of what cannot be computed', async () => {
    const file = join(folder, 'deal.yaml');
    const text = readFileSync(SERIES_B, 'utf8');
    writeFileSync(
      file,
      text.replace('Northgate Ventures, amount: 12m }', 'Northgate Ventures, amount: 21m }'),
    );
    const { status, out, err } = await tranche(['model', file]);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(
      /^tranche: COMMITMENT_EXCEEDED at \S+deal\.yaml:\d+:\d+ tranches\.closings\[0\]\.fundings\[0\]\.amount: /,
    );
  });

  it('prints the deal of the reports first where the file has both', async () => {
    const file = join(folder, 'both.yaml');
    const report =
      'Fennick raises\nPublished: 2025-06-02\n\nFennick has raised $12.5 million in a Series A led by Brightmoor Capital.\n';
    writeFileSync(join(folder, 'fennick.txt'), report);
    writeFileSync(
      file,
      `tranche: 1
name: Both
issuer: Fennick
deal: { money: primary, year: 2025 }
sources: [fennick.txt]
company: { currency: USD }
securities: { classes: [{ id: common, kind: common }] }
history:
  - { event: issue, date: 2025-01-01, class: common, holder: Ana, shares: 100 }
`,
    );
    const { out } = await tranche(['model', file]);
    expect(out.indexOf('Terms\n')).toBeLessThan(out.indexOf('Ownership on 2026-01-15\n'));
    const json = JSON.parse((await tranche(['model', file, '--json'])).out);
    expect([json.size, json.model.answers[0].answer]).toEqual(['USD 12.5m', 'Ana 100 %, of 100 shares']);
  });
});

describe('tranche ask proceeds', () => {
  it('computes who gets what of a deal file', async () => {
    const { status, out } = await tranche(['ask', 'proceeds', '--of', SERIES_B, '--at', '43.66m', '241m']);
    expect(status).toBe(0);
    expect(out).toMatch(/^per common share +1 USD per share +10 USD per share$/m);
    expect(out).not.toContain('Committed and drawn');
  });

  it('takes the exit values of the file where none are given', async () => {
    const { out } = await tranche(['ask', 'proceeds', '--of', SERIES_B, '--json']);
    expect(JSON.parse(out).answers[0].exits).toHaveLength(3);
  });

  it('says of a reported deal that it cannot tell, and what is missing', async () => {
    const { status, out } = await tranche([
      ...['ask', 'proceeds', '--of', join(EXAMPLES, 'openai-2025', 'deal.yaml'), '--at', '500bn'],
      ...['--known-on', '2025-04-01'],
    ]);
    expect(status).toBe(0);
    expect(out).toMatch(/^cannot tell who gets what at USD 500bn: /);
    expect(out).toMatch(/^missing: the liquidation preference/m);
    expect(out).toMatch(/^assumed: Each stake is shown as if every share converted/m);
    expect(out).toMatch(/13\.33 % +USD 66\.6667bn$/m);
  });

  it('refuses a value that is none', async () => {
    const refused = await tranche(['ask', 'proceeds', '--of', SERIES_B, '--at', 'much']);
    expect(refused.status).toBe(2);
    expect(refused.err).toMatch(/^tranche: BAD_NUMBER at at: "much" is not a number; expected exit values/);
  });
});
