import { expectOk } from '@tranche/core/result';
import { parsePlainDate } from '@tranche/core/time';
import { describe, expect, it } from 'vitest';
import { type Judgement, judgementId, judgementsInForce, rejectionsIn, standingsOf } from './index.ts';

const day = (text: string) => expectOk(parsePlainDate(text));
const made = (id: string, when: string, decision: Judgement['decision']): Judgement => ({
  id,
  decision,
  by: 'Ann',
  when: day(when),
  why: 'a reason',
});

const reject = made('j-1', '2025-03-01', { kind: 'reject', statement: 'c-1' });
const undo = made('j-2', '2025-04-01', { kind: 'undo', judgement: 'j-1' });
const redo = made('j-3', '2025-05-01', { kind: 'undo', judgement: 'j-2' });
const inForce = (on: string): readonly string[] =>
  judgementsInForce([reject, undo, redo], day(on)).map(({ id }) => id);

describe('the judgements in force', () => {
  it('are those made by the day', () => {
    expect(inForce('2025-02-28')).toEqual([]);
    expect(inForce('2025-03-01')).toEqual(['j-1']);
  });

  it('do not include one that was taken back, from the day it was', () => {
    expect(inForce('2025-03-31')).toEqual(['j-1']);
    expect(inForce('2025-04-01')).toEqual([]);
  });

  it('include it again once the taking back is taken back', () => {
    expect(inForce('2025-05-01')).toEqual(['j-1']);
  });
});

describe('what was judged', () => {
  it('stands in the order of the days, and within a day in the order of the log', () => {
    const later = made('j-9', '2025-06-01', { kind: 'accept', statement: 'c-1' });
    const earlier = made('j-8', '2025-02-01', { kind: 'reject', statement: 'c-1' });
    const sameDay = made('j-7', '2025-02-01', { kind: 'accept', statement: 'c-1' });
    expect(judgementsInForce([later, earlier, sameDay], day('2025-12-31')).map(({ id }) => id)).toEqual([
      'j-8',
      'j-7',
      'j-9',
    ]);
  });

  it('says by which judgement it was taken back, as long as that one stands', () => {
    const undoneBy = (on: string) =>
      standingsOf([reject, undo, redo], day(on)).map((one) => [one.judgement.id, one.undoneBy]);
    expect(undoneBy('2025-04-01')).toEqual([
      ['j-1', 'j-2'],
      ['j-2', undefined],
    ]);
    expect(undoneBy('2025-05-01')).toEqual([
      ['j-1', undefined],
      ['j-2', 'j-3'],
      ['j-3', undefined],
    ]);
  });

  it('rejects a statement until a later word accepts it', () => {
    const accept = made('j-4', '2025-06-01', { kind: 'accept', statement: 'c-1' });
    expect([...rejectionsIn([reject])]).toEqual([['c-1', 'rejected by Ann: a reason']]);
    expect([...rejectionsIn([reject, accept])]).toEqual([]);
    expect([...rejectionsIn([accept, reject])]).toHaveLength(1);
  });

  it('is named by what it says, and not by the order of its fields', () => {
    const { id: _id, ...content } = made('', '2025-03-01', {
      kind: 'prefer',
      deal: 'd',
      field: 'size',
      statement: 'c',
    });
    const turned = {
      ...content,
      decision: { statement: 'c', field: 'size', deal: 'd', kind: 'prefer' } as const,
    };
    expect(judgementId(content)).toMatch(/^j-[0-9a-f]{16}$/);
    expect(judgementId(turned)).toBe(judgementId(content));
    expect(judgementId(content, 1)).not.toBe(judgementId(content));
    expect(judgementId({ ...content, why: 'another' })).not.toBe(judgementId(content));
  });
});
