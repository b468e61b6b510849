import { Rational } from '@tranche/core/rational';
import { describe, expect, it } from 'vitest';
import { fromFile, placeInFile, Traced, untraced } from './traced.ts';

const half = Rational.of(1n, 2n);

describe('an input with the origins of its fields', () => {
  const input = {
    classes: [
      new Traced(
        {
          id: 'a',
          shares: new Traced(Rational.of(12), { node: 'n7' }),
          cap_multiple: new Traced(undefined, { file: ['securities', 'classes', 3, 'preference', 'cap'] }),
          price: undefined,
        },
        { file: ['securities', 'classes', 3] },
      ),
    ],
    round: fromFile({ price: { pre_money: half } }, ['round']),
  };
  const { json, origins } = untraced(input);

  it('is plain JSON, numbers as texts, without the absent fields', () => {
    expect(json).toEqual({
      classes: [{ id: 'a', shares: '12' }],
      round: { price: { pre_money: '1/2' } },
    });
  });

  it('knows the figure or the place in the file of each field', () => {
    expect(origins.get('classes[0].shares')).toEqual({ node: 'n7' });
    expect(origins.get('round.price.pre_money')).toEqual({ file: ['round', 'price', 'pre_money'] });
  });

  it('places a field that nothing of the file says where its surroundings stand', () => {
    expect(placeInFile(origins, 'round.price.pre_money')).toEqual(['round', 'price', 'pre_money']);
    expect(placeInFile(origins, 'classes[0].shares')).toEqual(['securities', 'classes', 3, 'shares']);
    expect(placeInFile(origins, 'classes[0].dividend.from')).toEqual([
      ...['securities', 'classes', 3],
      ...['dividend', 'from'],
    ]);
    expect(placeInFile(origins, 'exit_values')).toBeUndefined();
  });

  it('places an absent field where it would stand', () => {
    expect(placeInFile(origins, 'classes[0].cap_multiple')).toEqual([
      ...['securities', 'classes', 3],
      ...['preference', 'cap'],
    ]);
  });
});
