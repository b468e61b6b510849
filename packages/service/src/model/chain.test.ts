import { evaluate } from '@tranche/core/formula';
import { Rational } from '@tranche/core/rational';
import { describeFailure, expectOk } from '@tranche/core/result';
import { describe, expect, it } from 'vitest';
import { Chain } from './chain.ts';
import { CONVERSION_RATIO, OWNERSHIP } from './steps.ts';
import { fromFile } from './traced.ts';

const newChain = () => new Chain((path) => ({ file: 'deal.yaml', line: path.length + 1, column: 1 }), 'EUR');

describe('calculators in a chain', () => {
  it('share the nodes of what one gives the other, and stand on the lines of the file', () => {
    const chain = newChain();
    const price = fromFile(Rational.of(3), ['classes', 0, 'original_issue_price']);
    const ratio = expectOk(
      chain.run(
        CONVERSION_RATIO,
        {
          original_issue_price: price,
          conversion_price: fromFile(Rational.of(2), ['classes', 0, 'conversion_price']),
        },
        [],
      ),
    );
    const holdings = [
      {
        id: 'seed',
        holder: 'Ben',
        kind: 'issued',
        shares: fromFile(Rational.of(100), ['history', 0, 'shares']),
        conversion_ratio: ratio.figure('ratio'),
      },
    ];
    const owned = expectOk(chain.run(OWNERSHIP, { counts: ['issued'], holdings }, []));
    expect(owned.json('total')).toBe('150');
    const graph = chain.graph();
    const asConverted = graph.nodes.find(({ id }) => id === owned.node('holdings', 'seed', 'as_converted'));
    expect(asConverted).toMatchObject({ kind: 'formula', operator: 'multiply' });
    expect(asConverted?.kind === 'formula' && asConverted.operands).toContain(ratio.node('ratio'));
    const given = graph.nodes.flatMap((node) =>
      node.kind === 'input' ? node.grounds.filter(({ kind }) => kind === 'given') : [],
    );
    expect(given.map(({ note }) => note)).toEqual([
      'classes[0].original_issue_price (line 4, column 1)',
      'classes[0].conversion_price (line 4, column 1)',
      'history[0].shares (line 4, column 1)',
    ]);
    expect(graph.nodes[0]?.unit).toBe('EUR per share');
    expect(evaluate(graph).size).toBe(graph.nodes.length);
  });

  it('put a failure at the field of the file, or at the section when no field is to blame', () => {
    const chain = newChain();
    const failed = chain.run(
      OWNERSHIP,
      {
        counts: ['issued'],
        holdings: [
          {
            id: 'a',
            holder: 'Ana',
            kind: 'issued',
            shares: fromFile(Rational.of(-1), ['history', 0, 'shares']),
          },
        ],
      },
      ['round'],
    );
    expect(failed.ok ? '' : describeFailure(failed.failure)).toMatch(
      /^NEGATIVE_AMOUNT at deal\.yaml:4:1 history\[0\]\.shares: /,
    );
    const missing = chain.run(OWNERSHIP, { counts: ['issued'] }, ['round']);
    expect(missing.ok ? '' : describeFailure(missing.failure)).toMatch(/^\w+ at deal\.yaml:2:1 round: /);
  });

  it('have no figure where the output has none', () => {
    const chain = newChain();
    const owned = expectOk(chain.run(OWNERSHIP, { counts: ['issued'], holdings: [] }, []));
    expect(owned.figure('holders', 'Ana', 'shares')).toBeUndefined();
    expect(owned.json('holders', 'Ana', 'shares')).toBeUndefined();
    expect(owned.json('total')).toBe('0');
  });
});
