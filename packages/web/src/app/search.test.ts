import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datesOf, parseSearch, searchFrom, stringifySearch } from './search.ts';

describe('the state in the address', () => {
  it('leaves out what cannot be used: a date that is none, a measure that is not offered, a place that is no span', () => {
    expect(searchFrom({ as_of: 'today', known_on: '2025-04-01', measure: 'votes', at: '12' })).toEqual({
      known_on: '2025-04-01',
    });
  });

  it('writes dates and nodes plainly', () => {
    expect(stringifySearch({ known_on: '2025-04-01', node: 'stake', as_of: undefined })).toBe(
      '?known_on=2025-04-01&node=stake',
    );
    expect(stringifySearch({})).toBe('');
  });

  it('carries only the dates to another page', () => {
    expect(datesOf({ as_of: '2025-12-31', known_on: '2025-12-31', node: 'x', in: 'deal' })).toEqual({
      as_of: '2025-12-31',
      known_on: '2025-12-31',
    });
  });

  it('reads back what it wrote, whatever the node is called', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (node, scope) => {
        const search = { node, in: scope, known_on: '2025-04-01' };
        expect(searchFrom(parseSearch(stringifySearch(search)))).toEqual(search);
      }),
    );
  });
});
