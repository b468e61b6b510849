import { rmSync } from 'node:fs';
import { dataFolder } from '@tranche/testkit/data-folder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tranche } from './tranche.ts';

/** Reference facts that ship with the product; the completion of the deal says 41bn, the report before it 40bn. */
const DEAL = 'openai-2025-primary';
const CEILING = 'oai-2025-02-cnbc';
const REASON = ['--by', 'Ann', '--why', 'The company told me so.'];

let data: readonly string[];
beforeAll(async () => {
  data = ['--data', await dataFolder('tranche-judge-')];
});
afterAll(() => rmSync(data[1] ?? '', { recursive: true, force: true }));

const judge = (...words: readonly string[]) => tranche(['judge', ...words, ...data]);

/** Each command opens the data folder and closes it: a second or two. */
const SLOW_MS = 90_000;

describe('tranche judge', () => {
  it('records who decided what and why, from a day on, and takes it back', { timeout: SLOW_MS }, async () => {
    const made = await judge('prefer', DEAL, 'size', CEILING, ...REASON, '--when', '2026-01-02');
    expect(made).toMatchObject({ status: 0, err: '' });
    expect(made.out).toMatch(
      /^2026-01-02 Ann for size of openai-2025-primary prefers “.+”\n {2}because: The company told me so\.\n {2}j-[0-9a-f]{16}\n$/s,
    );
    const id = /j-[0-9a-f]{16}/.exec(made.out)?.[0] ?? '';
    const undone = await judge('undo', id, '--by', 'Bob', '--why', 'Not so.', '--json');
    expect(JSON.parse(undone.out)).toMatchObject({ by: 'Bob', decision: { kind: 'undo' }, inForce: true });
    expect((await judge('list')).out).toContain(`  ${id}, taken back by ${JSON.parse(undone.out).id}\n`);
  });

  it.each([
    [['reject', 'c-0', ...REASON], 'UNKNOWN_STATEMENT at decision.statement: there is no claim and no fact'],
    [['reject', CEILING, '--by', 'Ann'], "required option '--why <text>' not specified"],
    [['merge', 'claims', 'a', 'b', ...REASON], "'claims' is invalid for argument 'parties|deals'"],
    [['split', 'deals', CEILING, ...REASON], 'MISSING_FIELD at deal: which deal is it taken out of?'],
  ])('refuses with one line and the status 2 (case %#)', async (words, message) => {
    const { status, out, err } = await judge(...words);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(/^tranche: [^\n]*\n$/);
    expect(err).toContain(message);
  });
});

describe('tranche parties', () => {
  it('lists each party with its names, why they stand for it, and what may be the same', async () => {
    const { status, out } = await tranche(['parties', '--known-on', '2025-12-31', ...data]);
    expect(status).toBe(0);
    expect(out).toMatch(/^Meta, in \d+ statements\n {2}Facebook: alias of Meta \(\d\)$/m);
  });
});
