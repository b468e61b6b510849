import { describeFailure, expectOk } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import { describe, expect, it } from 'vitest';
import { memoryLog } from '../src/log/index.ts';
import type { CellView } from '../src/views/index.ts';
import { logWorkspace } from '../src/workspace/index.ts';

const workspace = logWorkspace(memoryLog(), { today: () => '2026-01-15' as PlainDate });
const REPORT = {
  published: '2025-06-02',
  name: 'fennick',
  text: 'Fennick raises\n\nFennick, a maker of heat pumps, has raised $20 million in a Series A led by Brightmoor Capital at a post-money valuation of $100 million.\n',
};

const asked = (of: string, ...at: string[]) => workspace.ask({ question: 'proceeds', of, at }, {});

describe('who gets what at an exit of a reported deal', () => {
  it('cannot be told; what a known stake would come to stands beside the assumption and what is missing', async () => {
    await workspace.add(REPORT);
    const answered = await asked('Fennick', '250m', '1bn');
    const view = expectOk(answered);
    expect(view.answer).toMatch(
      /^cannot tell who gets what at USD 250m, USD 1bn: no source states the preferences/,
    );
    expect(view.decided).toBe(false);
    expect(view.assumptions).toHaveLength(1);
    // 20 of 100 post-money.
    const lowOf = (cell: CellView | undefined) =>
      cell !== undefined && 'figure' in cell ? cell.figure.low : undefined;
    expect(view.rows.map(({ cells }) => [lowOf(cells.share), lowOf(cells.amount)])).toEqual([
      ['1/5', '50000000'],
      ['1/5', '200000000'],
    ]);
    const nodes = new Map(view.derivation.nodes.map((node) => [node.id, node]));
    const amount = view.rows[0]?.cells.amount;
    const node = amount !== undefined && 'figure' in amount ? amount.figure.node : '';
    expect(nodes.get(node)).toMatchObject({ numbers: '20 % × USD 250m = USD 50m' });
  });

  it('of a deal whose stake nobody states or implies has nothing but what is missing', async () => {
    await workspace.add({
      published: '2025-07-01',
      name: 'quill',
      text: 'Quill raises\n\nQuill, a maker of pens, has raised $5 million in a seed round led by Brightmoor Capital.\n',
    });
    const answered = await asked('Quill', '50m');
    const view = expectOk(answered);
    expect(view).toMatchObject({ decided: false, assumptions: [], rows: [] });
    expect(view.missing.length).toBeGreaterThan(0);
  });

  it.each([
    [['Fennick'], 'MISSING_FIELD at at: no exit value is given'],
    [['Fennick', '5%'], 'BAD_NUMBER at at: "5%" is not a number'],
    [['Fennick', '-5'], 'NEGATIVE_AMOUNT at at: -5 is below zero'],
    [['Nobody', '5m'], 'UNKNOWN_SUBJECT at of: nothing is known of a deal of "Nobody" on 2026-01-15'],
  ] as const)('is refused for %j', async ([subject, ...at], failure) => {
    await workspace.add(REPORT);
    const refused = await asked(subject, ...at);
    expect(refused.ok ? '' : describeFailure(refused.failure)).toMatch(new RegExp(`^${failure}`));
  });
});
