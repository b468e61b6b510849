import { expectOk } from '@tranche/core/result';
import { parsePlainDate } from '@tranche/core/time';
import { describe, expect, it } from 'vitest';
import { type Judgement, judgementsInForce } from './index.ts';

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
