import { expectOk } from '@tranche/core/result';
import { replay } from '@tranche/ledger/log';
import { day } from '@tranche/testkit/build';
import { factOf } from '@tranche/testkit/said';
import { describe, expect, it } from 'vitest';
import { dealAnswers } from '../src/answers/index.ts';

const round = (value: number, status: string, more: object = {}) => ({
  ...{ type: 'round', issuer: 'Fennick', amount: { currency: 'USD', value, qualifier: 'exact' }, status },
  ...{ leads: ['Brightmoor'], participants: [], ...more },
});
const facts = [
  factOf('talks', '2025-03-01', round(40e6, 'in_talks')),
  factOf('signed', '2025-04-01', round(40e6, 'agreed')),
  factOf('stranger', '2025-05-01', {
    ...{ type: 'investment', investor: 'Harbour', issuer: 'Fennick', status: 'completed', when: '2019' },
  }),
];
const deal = expectOk(
  dealAnswers(replay([], facts), day('2025-06-01')).deal('fennick-2025-primary', {
    knownOn: day('2025-06-01'),
  }),
);

describe('the members of a deal, as the faces show them', () => {
  it('stand with what was said, why each belongs to it, and how much speaks for it', () => {
    expect(
      deal.members.map(({ evidence, ...why }) => ({ id: evidence.id, known: evidence.knownFrom, ...why })),
    ).toEqual([
      { id: 'talks', known: '2025-03-01', joinedBecause: 'the first report of this deal' },
      {
        id: 'signed',
        known: '2025-04-01',
        joinedBecause:
          'it is near in time; the amount is the same; the lead is the same; the issuer has this financing under way',
        points: 9,
      },
    ]);
  });

  it('leave out what fits it too little, with how near it came', () => {
    expect(deal.notJoined.map(({ evidence, ...why }) => ({ id: evidence.id, ...why }))).toEqual([]);
  });
});
