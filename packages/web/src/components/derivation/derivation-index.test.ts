import type { DerivationNodeView } from '@tranche/service/views';
import { describe, expect, it } from 'vitest';
import { groundsBelow, indexOf, madeFrom } from './derivation-index.ts';

const node = (id: string, rest: Partial<DerivationNodeView> = {}): DerivationNodeView => ({
  id,
  kind: 'input',
  label: id,
  unit: 'USD',
  text: id,
  words: '',
  numbers: '',
  operands: [],
  grounds: [],
  ...rest,
});

// A stake of 40/300, where the size was chosen among two reports.
const index = indexOf({
  nodes: [
    node('size-a', { grounds: [{ kind: 'claim', id: 'c-1' }] }),
    node('size-b', { grounds: [{ kind: 'claim', id: 'c-2' }] }),
    node('size', {
      kind: 'choice',
      operands: ['size-a', 'size-b'],
      alternatives: [{ node: 'size-b', passedOverBecause: 'an earlier report' }],
    }),
    node('post', {
      grounds: [
        { kind: 'fact', id: 'f-1' },
        { kind: 'assumption', id: 'a-1' },
      ],
    }),
    node('stake', { kind: 'formula', operands: ['size', 'post', 'size'] }),
  ],
});

describe('a derivation', () => {
  it('shows an operand once, though a formula uses it twice', () => {
    expect(madeFrom(index, index.get('stake') ?? node('none')).map(({ id }) => id)).toEqual(['size', 'post']);
  });

  it('keeps what a choice passed over apart from what it chose', () => {
    expect(madeFrom(index, index.get('size') ?? node('none')).map(({ id }) => id)).toEqual(['size-a']);
  });

  it('counts the grounds a figure rests on, and not those passed over', () => {
    expect(Object.fromEntries(groundsBelow(index, 'stake'))).toEqual({ claim: 1, fact: 1, assumption: 1 });
  });

  it('has no grounds for a node it does not hold', () => {
    expect(groundsBelow(index, 'elsewhere').size).toBe(0);
  });
});
