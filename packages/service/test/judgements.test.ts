import { expectOk, type Result } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryLog } from '../src/log/index.ts';
import type { LogStore } from '../src/ports/index.ts';
import type { DealView, DecisionView, JudgementRequest } from '../src/views/index.ts';
import { logWorkspace, type Workspace } from '../src/workspace/index.ts';

/**
 * Two reports of a made-up round that disagree on its size: the later one, by a named person, is chosen by the rule.
 * Nothing else is said of the company.
 */
const REPORTS = [
  {
    name: 'first',
    published: '2025-06-02',
    publisher: 'Morning Wire',
    text: 'Fennick raised $12 million in a Series A led by Brightmoor Capital.',
  },
  {
    name: 'second',
    published: '2025-06-10',
    publisher: 'Evening Wire',
    text: 'Fennick raised $15 million in a Series A led by Brightmoor Capital.',
  },
];
const TODAY = '2025-12-31';
const day = (text: string): PlainDate => text as PlainDate;

async function workspaceOn(log: LogStore): Promise<Workspace> {
  const workspace = logWorkspace(log, { today: () => day(TODAY) });
  for (const report of REPORTS) expectOk(await workspace.add(report));
  return workspace;
}

const DEAL = 'fennick-2025-primary';
const known = async (workspace: Workspace, on: string): Promise<DealView> =>
  expectOk(await workspace.deal(DEAL, { knownOn: day(on) }));
const sizeOn = async (workspace: Workspace, on: string): Promise<string> => (await known(workspace, on)).size;

/** Ids of the claims about the round, by report. */
async function roundsOf(workspace: Workspace): Promise<readonly [first: string, second: string]> {
  const [size] = (await known(workspace, TODAY)).terms.filter(({ field }) => field === 'size');
  const first = size?.alternatives[0]?.evidence[0]?.id;
  const second = size?.evidence[0]?.id;
  return [first ?? '', second ?? ''];
}

const by = { by: 'Ann', why: 'The company told me so.' };
const codeOf = (result: Result<unknown>): string =>
  result.ok ? 'done' : `${result.failure.code} ${result.failure.path}`;

describe('a judgement in a workspace', () => {
  it('changes what is known from its day on, and not before; taking it back does the same', async () => {
    const workspace = await workspaceOn(memoryLog());
    const [, second] = await roundsOf(workspace);
    expect(await sizeOn(workspace, '2025-07-01')).toBe('USD 15m');
    const rejected = expectOk(
      await workspace.judge({ ...by, when: '2025-07-01', decision: { kind: 'reject', statement: second } }),
    );
    expect(rejected).toMatchObject({
      added: true,
      judgement: { by: 'Ann', when: '2025-07-01', inForce: true },
    });
    expect(await sizeOn(workspace, '2025-06-30')).toBe('USD 15m');
    expect(await sizeOn(workspace, '2025-07-01')).toBe('USD 12m');

    const judgement = rejected.judgement.id;
    expectOk(
      await workspace.judge({
        by: 'Bob',
        why: 'It was denied.',
        when: '2025-08-01',
        decision: { kind: 'undo', judgement },
      }),
    );
    const sizes = ['2025-06-30', '2025-07-31', '2025-08-01'].map((on) => sizeOn(workspace, on));
    expect(await Promise.all(sizes)).toEqual(['USD 15m', 'USD 12m', 'USD 15m']);
  });

  it('is there again in a workspace that reads the same log', async () => {
    const log = memoryLog();
    const workspace = await workspaceOn(log);
    const [first] = await roundsOf(workspace);
    expectOk(
      await workspace.judge({
        ...by,
        when: '2025-07-01',
        decision: { kind: 'prefer', deal: DEAL, field: 'size', statement: first },
      }),
    );
    const again = logWorkspace(log, { today: () => day(TODAY) });
    expect(await known(again, TODAY)).toEqual(await known(workspace, TODAY));
    expect(await again.judgements()).toEqual(await workspace.judgements());
    expect(await sizeOn(again, TODAY)).toBe('USD 12m');
  });

  it('stands beside what it is about, with who and why, and in the list of the deal', async () => {
    const workspace = await workspaceOn(memoryLog());
    const [first, second] = await roundsOf(workspace);
    const make = async (decision: DecisionView) => expectOk(await workspace.judge({ ...by, decision }));
    await make({ kind: 'accept', statement: second });
    await make({ kind: 'note', about: first, text: 'An early figure.' });
    const deal = await known(workspace, TODAY);
    const [size] = deal.terms.filter(({ field }) => field === 'size');
    expect(size?.text).toBe('USD 15m');
    expect(size?.evidence[0]?.judgements).toMatchObject([{ kind: 'accept', text: 'accepted', ...by }]);
    expect(size?.alternatives[0]?.evidence[0]?.judgements).toMatchObject([{ text: 'An early figure.' }]);
    expect(deal.judgements.map(({ text }) => text)).toEqual([
      'notes on “Fennick Series A: USD 12m; led by Brightmoor Capital”: An early figure.',
      'accepts “Fennick Series A: USD 15m; led by Brightmoor Capital”',
    ]);
    expect((await known(workspace, '2025-12-30')).judgements).toEqual([]);
  });

  it('that rejects a report takes it out of the evidence for others, and marks it in its source', async () => {
    const workspace = await workspaceOn(memoryLog());
    const [first] = await roundsOf(workspace);
    const said = { name: 'said', published: '2025-07-01', text: REPORTS[0]?.text ?? '' };
    const evidenceOn = async (knownOn: string): Promise<readonly string[]> => {
      const read = expectOk(await workspace.read(said, { knownOn: day(knownOn) }));
      return read.claims.flatMap(({ verdict }) =>
        (verdict?.findings ?? []).flatMap(({ evidence }) => evidence.map(({ id }) => id)),
      );
    };
    const decision = { kind: 'reject', statement: first } as const;
    expectOk(await workspace.judge({ ...by, when: '2025-08-01', decision }));
    expect(await evidenceOn('2025-07-31')).toContain(first);
    expect(await evidenceOn('2025-08-01')).not.toContain(first);
    const [source] = expectOk(await workspace.sources()).filter(({ name }) => name === 'first');
    const { claims } = expectOk(await workspace.source(source?.id ?? ''));
    expect(claims.find(({ id }) => id === first)?.judgements).toMatchObject([{ text: 'rejected', ...by }]);
  });

  it('is kept once when it is sent twice, and made again once it was taken back', async () => {
    const workspace = await workspaceOn(memoryLog());
    const [, statement] = await roundsOf(workspace);
    const reject: JudgementRequest = { ...by, decision: { kind: 'reject', statement } };
    const sent = await Promise.all([workspace.judge(reject), workspace.judge(reject)]);
    expect(sent.map((made) => expectOk(made).added)).toEqual([true, false]);
    const judgement = expectOk(sent[0]).judgement.id;
    const undo: JudgementRequest = { ...by, decision: { kind: 'undo', judgement } };
    const undone = await Promise.all([workspace.judge(undo), workspace.judge({ ...undo, by: 'Bob' })]);
    expect(undone.map(codeOf)).toEqual(['done', 'ALREADY_UNDONE decision.judgement']);
    const again = expectOk(await workspace.judge(reject));
    expect([again.added, again.judgement.inForce]).toEqual([true, true]);
    expect(again.judgement.id).not.toBe(judgement);
    expect(await sizeOn(workspace, TODAY)).toBe('USD 12m');
  });

  it('makes names one party or two, and offers likely ones', async () => {
    const workspace = await workspaceOn(memoryLog());
    const text = 'Fennick raised $20 million in a Series B led by Brightmoor.';
    expectOk(await workspace.add({ name: 'third', published: '2025-09-01', text }));
    const named = async (id: string) => expectOk(await workspace.parties()).find((party) => party.id === id);
    expect((await named('brightmoor'))?.likelySame).toMatchObject([{ id: 'brightmoor-capital' }]);
    const merge: DecisionView = {
      kind: 'merge',
      of: 'parties',
      into: 'Brightmoor Capital',
      other: 'Brightmoor',
    };
    const made = expectOk(await workspace.judge({ ...by, decision: merge }));
    expect(await named('brightmoor')).toBeUndefined();
    expect(await named('brightmoor-capital')).toMatchObject({
      names: [{ name: 'Brightmoor Capital' }, { name: 'Brightmoor', relation: 'merged' }],
      likelySame: [],
      judgements: [{ id: made.judgement.id, text: 'takes Brightmoor and Brightmoor Capital for one party' }],
    });
    expectOk(await workspace.judge({ ...by, decision: { kind: 'undo', judgement: made.judgement.id } }));
    expectOk(
      await workspace.judge({ ...by, decision: { kind: 'split', of: 'parties', name: 'Brightmoor' } }),
    );
    expect((await named('brightmoor'))?.likelySame).toEqual([]);
  });

  it('is refused, with the field and what was expected, when it does not fit what is known', async () => {
    const workspace = await workspaceOn(memoryLog());
    const [first, second] = await roundsOf(workspace);
    const reject = { kind: 'reject', statement: first } as const;
    const refused: readonly (readonly [Partial<JudgementRequest>, string])[] = [
      [{ by: ' ' }, 'MISSING_FIELD by'],
      [{ why: '' }, 'MISSING_FIELD why'],
      [{ by: 'x'.repeat(201) }, 'TOO_LONG by'],
      [{ why: 'x'.repeat(2_001) }, 'TOO_LONG why'],
      [{ when: 'soon' }, 'BAD_DATE when'],
      [{ when: '2026-01-01' }, 'OUT_OF_ORDER when'],
      [{ when: '2025-06-01' }, 'OUT_OF_ORDER when'],
      [{ decision: { kind: 'accept', statement: 'c-0' } }, 'UNKNOWN_STATEMENT decision.statement'],
      [
        { decision: { kind: 'prefer', deal: 'fennick-2024-primary', field: 'size', statement: first } },
        'UNKNOWN_DEAL decision.deal',
      ],
      [
        { decision: { kind: 'prefer', deal: DEAL, field: 'sise', statement: first } },
        'UNKNOWN_FIELD decision.field',
      ],
      [
        { decision: { kind: 'prefer', deal: DEAL, field: 'leads', statement: first } },
        'UNKNOWN_FIELD decision.field',
      ],
      [
        { decision: { kind: 'prefer', deal: DEAL, field: 'size', statement: 'oai-2025-12-completion' } },
        'NOT_OF_FIELD decision.statement',
      ],
      [{ decision: { kind: 'merge', of: 'deals', into: DEAL, other: DEAL } }, 'NO_EFFECT decision.other'],
      [
        { decision: { kind: 'merge', of: 'deals', into: DEAL, other: 'openai-2025-primary' } },
        'UNSUPPORTED_COMBINATION decision.other',
      ],
      [
        { decision: { kind: 'merge', of: 'parties', into: 'SoftBank', other: 'SBG' } },
        'NO_EFFECT decision.other',
      ],
      [
        { decision: { kind: 'merge', of: 'parties', into: 'Nobody at all', other: 'SoftBank' } },
        'UNKNOWN_ID decision.into',
      ],
      [
        { decision: { kind: 'split', of: 'deals', statement: 'oai-2025-12-completion', from: DEAL } },
        'NOT_OF_DEAL decision.statement',
      ],
      [{ decision: { kind: 'split', of: 'parties', name: 'Nobody at all' } }, 'UNKNOWN_ID decision.name'],
      [{ decision: { kind: 'note', about: first, text: '' } }, 'MISSING_FIELD decision.text'],
      [{ decision: { kind: 'note', about: 'nothing', text: 'a' } }, 'UNKNOWN_ID decision.about'],
      [{ decision: { kind: 'undo', judgement: 'j-0' } }, 'UNKNOWN_JUDGEMENT decision.judgement'],
    ];
    for (const [changed, code] of refused) {
      const made = await workspace.judge({ ...by, decision: reject, ...changed });
      expect([JSON.stringify(changed), codeOf(made)]).toEqual([JSON.stringify(changed), code]);
    }
    expect(expectOk(await workspace.judgements())).toEqual([]);

    const judgement = expectOk(await workspace.judge({ ...by, decision: reject })).judgement.id;
    const prefer = { kind: 'prefer', deal: DEAL, field: 'size', statement: first } as const;
    expect(codeOf(await workspace.judge({ ...by, decision: prefer }))).toBe('NO_EFFECT decision.statement');
    expect(
      codeOf(await workspace.judge({ ...by, when: '2025-12-30', decision: { kind: 'undo', judgement } })),
    ).toBe('OUT_OF_ORDER when');
    expect(second).not.toBe(first);
  });
});

describe('taking everything back', () => {
  it('gives what the bare ledger gives, whatever was judged and in whatever order it is taken back', async () => {
    const bare = await workspaceOn(memoryLog());
    const [first, second] = await roundsOf(bare);
    const expected = await everything(bare);
    const decisions: readonly DecisionView[] = [
      ...[first, second].flatMap((statement): DecisionView[] => [
        { kind: 'accept', statement },
        { kind: 'reject', statement },
        { kind: 'prefer', deal: DEAL, field: 'size', statement },
        { kind: 'split', of: 'deals', statement, from: DEAL },
        { kind: 'merge', of: 'deals', into: DEAL, other: `fennick-apart-${statement}` },
        { kind: 'note', about: statement, text: 'a note' },
      ]),
      { kind: 'merge', of: 'parties', into: 'SoftBank', other: 'Brightmoor Capital' },
      { kind: 'merge', of: 'parties', into: 'OpenAI', other: 'Fennick' },
      { kind: 'split', of: 'parties', name: 'Brightmoor Capital' },
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...decisions), { minLength: 1, maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
        async (made, picks) => {
          const workspace = await workspaceOn(memoryLog());
          for (const decision of made) await workspace.judge({ ...by, decision });
          for (;;) {
            const left = expectOk(await workspace.judgements()).filter(
              ({ inForce, decision }) => inForce && decision.kind !== 'undo',
            );
            const [pick = 0] = picks.take(1);
            const taken = left[pick % Math.max(left.length, 1)];
            if (taken === undefined) break;
            expectOk(await workspace.judge({ ...by, decision: { kind: 'undo', judgement: taken.id } }));
          }
          expect(await everything(workspace)).toEqual(expected);
        },
      ),
      { numRuns: 12 },
    );
  });
});

/** All that is told of the company, but for the list of what was judged. */
async function everything(workspace: Workspace): Promise<unknown> {
  const deals = expectOk(await workspace.deals({}));
  const views = deals
    .filter(({ issuer }) => issuer === 'Fennick')
    .map(async ({ id }) => {
      const { judgements: _judgements, ...view } = expectOk(await workspace.deal(id, {}));
      return view;
    });
  const timeline = await workspace.timeline(DEAL);
  const parties = expectOk(await workspace.parties());
  return { deals, views: await Promise.all(views), timeline, parties };
}
