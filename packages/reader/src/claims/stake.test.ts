import { claimToJson } from '@tranche/ledger/claim';
import { expect, it } from 'vitest';
import { readReport } from '../read/index.ts';

/** The stakes of a sentence as "holder percent entity status", with the basis where the words give one. */
function stakesIn(sentence: string): string[] {
  const read = readReport(
    `A headline\nPublished: 2024-11-15\n\nVessel has raised $1 million. ${sentence}\n`,
    {
      name: 'sentence',
    },
  );
  if (!read.ok) throw new Error(read.failure.message);
  return read.value.claims
    .map(claimToJson)
    .filter(({ type }) => type === 'stake')
    .map(({ holder, percent, entity, status, basis }) =>
      [holder, percent, entity, status, ...(basis === undefined ? [] : [basis])].join(' '),
    );
}

it.each([
  ['Oak Capital paid $600 million for a 2.5% stake in Vessel.', ['Oak Capital 2.5 Vessel closed']],
  ['Oak Capital acquired a 10% stake in Vessel for $200 million.', ['Oak Capital 10 Vessel closed']],
  ['Vessel sold a 10% stake to Oak Capital.', ['Oak Capital 10 Vessel closed']],
  ['Oak Capital sold its 10% stake in Vessel to Elm Ventures.', ['Elm Ventures 10 Vessel closed']],
  ['Oak Capital invested $50 million in exchange for a 20% stake.', ['Oak Capital 20 Vessel closed']],
  ['The deal gives Oak Capital a 9.9% stake in Vessel.', ['Oak Capital 9.9 Vessel completed']],
  ['The deal leaves Oak Capital with 49% of Vessel.', ['Oak Capital 49 Vessel completed']],
  [
    'Oak Capital raised its stake in Vessel to 30% from 20%.',
    ['Oak Capital 30 Vessel closed', 'Oak Capital 20 Vessel completed'],
  ],
  ["Vessel's largest shareholder is Oak Capital with a 32.5% stake.", ['Oak Capital 32.5 Vessel completed']],
  ['Oak Capital remained the largest shareholder with 32.88%.', ['Oak Capital 32.88 Vessel completed']],
  [
    'Oak Capital and Elm Ventures own 12.3% and 8.1% of Vessel, respectively.',
    ['Oak Capital 12.3 Vessel completed', 'Elm Ventures 8.1 Vessel completed'],
  ],
  [
    'Founders hold 51% of Vessel, while employees own 12%.',
    ['Founders 51 Vessel completed', 'employees 12 Vessel completed'],
  ],
  [
    'Oak Capital will own 25% of Vessel on a fully diluted basis.',
    ['Oak Capital 25 Vessel agreed fully diluted'],
  ],
  [
    'Oak Capital holds 40% of the voting rights in Vessel.',
    ['Oak Capital 40 Vessel completed voting rights'],
  ],
  ['A 12% stake in Vessel is held by Oak Capital.', ['Oak Capital 12 Vessel completed']],
  ['Oak Capital owns half of Vessel.', ['Oak Capital 50 Vessel completed']],
  ['Oak Capital is in talks to buy a 5% stake in Vessel.', ['Oak Capital 5 Vessel in_talks']],
  ['Oak Capital is finalising a deal to acquire a 20% stake in Vessel.', ['Oak Capital 20 Vessel in_talks']],
  [
    'Oak Capital will hold a 58.5% stake in Vessel, including the present stake of 4.2%.',
    ['Oak Capital 58.5 Vessel agreed', 'Oak Capital 4.2 Vessel completed'],
  ],
  ['Oak Capital took a minority stake in Vessel.', []],
  ['Oak Capital holds 60% of the market.', []],
  ['Oak Capital gets a 10% annual return on its half of the building.', []],
  ['Shareholders are diluted by 20%.', []],
])('%s', (sentence, expected) => {
  expect(stakesIn(sentence)).toEqual(expected);
});
