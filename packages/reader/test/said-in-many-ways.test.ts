import { expectOk } from '@tranche/core/result';
import { type Claim, claimToJson } from '@tranche/ledger/claim';
import { describe, expect, it } from 'vitest';
import { readReport } from '../src/read/index.ts';

/** The same few facts in many sentences, with names and sums of many shapes: none may hang on the words of one text. */
const COMPANIES =
  'Verralo; Mirebank Health; Tessel & Co; Norvane.ai; Kiloform Robotics; Halden Bio; QuantaLeaf; Ostro Payments; Brightwell Foods; Zentri Labs'.split(
    '; ',
  );
const OTHERS =
  'Palomar Energy; Oakmint; Driftlane; Corvid Security; Lumaset; Pentagrid; Sorrel; Nimbuzz; Tallow & Pine; Arcmesh'.split(
    '; ',
  );
const INVESTORS =
  'Harrow Capital; Index Peak Ventures; Bank of Ostmere; Silverline; Meridian Growth Partners; Norlake Bank; Temora Holdings; J. P. Aldous & Sons; Castor Family Office; Ardent AI Fund'.split(
    '; ',
  );
const SUMS: readonly (readonly [string, number])[] = [
  ['$12 million', 12_000_000],
  ['$12m', 12_000_000],
  ['US$12M', 12_000_000],
  ['€12.5 million', 12_500_000],
  ['£12,500,000', 12_500_000],
  ['Rs 120 crore', 1_200_000_000],
  ['$1.2bn', 1_200_000_000],
  ['12 million euros', 12_000_000],
  ['C$12 million', 12_000_000],
  ['$43,512,500', 43_512_500],
];

/** `{I}` raises `{A}`; `L` leads, `B` backs. `{J}` raises `{C}`. What is expected is written as the table does below. */
const SENTENCES: readonly (readonly [string, string])[] = [
  ['{I} has raised {A} in a Series B round led by {L}, with participation from {P} and {Q}.', 'I A L P+Q'],
  [
    '{I} today announced that it has closed a {A} seed round led by {L}. {P} and {Q} also participated.',
    'I A L P+Q',
  ],
  ['{L} led a {A} investment in {I}, joined by {P} and {Q}.', 'I A L P+Q'],
  [
    '{I} secured {A} in funding. The round was led by {L} and included {P}, {Q} and other investors.',
    'I A L P+Q',
  ],
  ['{I}, which makes software for hospitals, picked up {A} from {L}, {P} and {Q}.', 'I A - L+P+Q'],
  ['A {A} Series A for {I} was led by {L} with {P} and {Q} participating.', 'I A L P+Q'],
  ['The {A} round in {I} was co-led by {L} and {P}, while {Q} joined as a new investor.', 'I A L+P Q'],
  ['London-based fintech {I} bags {A} Series C led by {L}', 'I A L -'],
  ['Investors have put {A} into {I}, in a round that {L} led.', 'I A L -'],
  ['{I} has closed its Series D, raising {A} from {L} and existing backers {P} and {Q}.', 'I A - L+P+Q'],
  ['{I}, a Berlin start-up, has landed {A} in fresh capital in a round spearheaded by {L}.', 'I A L -'],
  ['{I}: {A}, Series A, led by {L}', 'I A L -'],
  [
    '{I}, a maker of battery software, raised {A} in Series B funding. {L} led the round, and was joined by investors including {P} and {Q}.',
    'I A L P+Q',
  ],
  ['{I} has completed the first close of its {A} Series A led by {L}.', 'I A L -'],
  ['In March 2023, {I} raised {A} from {L}, with {P} and {Q} taking part.', 'I A - L+P+Q'],
  ['The start-up, {I}, raised {A} in pre-seed funding led by {L} alongside angel investors.', 'I A L -'],
  ['{P} and {Q} have backed {I} in a {A} round.', 'I A - P+Q'],
  ['{I} borrowed {A} from {L} and {P}.', 'I A - L+P'],
  ['New investors {L} and {P} joined existing investor {Q} in the {A} financing of {I}.', 'I A - L+P+Q'],
  [
    '{I} has raised {A}. The funding came from venture capital firm {L}, the corporate arm of insurer {P}, and private investor group {Q}.',
    'I A - L+P+Q',
  ],
  [
    '{I} announced {A} in new funding today.\n\nThe Series A was led by early-stage investor {L}. Other participants were {P} and existing shareholder {Q}.',
    'I A L P+Q',
  ],
  ['{I} closed a {A} financing. Investors in the round include {L}, {P} and {Q}.', 'I A - L+P+Q'],
  ['{I} raised {A} from a group of investors led by {L} that also included {P} and {Q}.', 'I A L P+Q'],
  ['{L} and {P} co-led the {A} Series C in {I}. {Q} also invested.', 'I A L+P Q'],
  ['{I} said {L} had led its {A} round, which {P} and {Q} joined.', 'I A L P+Q'],
  [
    '{J} raised {C} in a seed round led by {P}. Meanwhile, {I} secured {A} in a Series A led by {L}.',
    'I A L -; J C P -',
  ],
  [
    '{J}, which competes with {I}, raised {C} last year. {I} has now raised {A} in a round led by {L}.',
    'I A L -',
  ],
  [
    '{I} raised {A} in a Series B led by {L}.\n\n{J}, a Paris-based logistics start-up, raised {C} from {P} and {Q}.\n\nThe company will use the money to hire.',
    'I A L -; J C - P+Q',
  ],
  ['• {I} – {A} Series A – led by {L}, with {P}\n• {J} – {C} seed – led by {Q}', 'I A L P; J C Q -'],
  [
    '{I}, the maker of a payments app, closed {A} in Series B funding. {L} led the round, and {P} and {Q} participated.\n{J}, a farm robotics company, raised {C}. {P} led.',
    'I A L P+Q; J C P -',
  ],
  [
    '“We are thrilled,” said Jane Doe, chief executive of {I}, which raised {A} in a round led by {L}.',
    'I A L -',
  ],
  ['{L} is leading a {A} round in {I}, according to two people briefed on the deal.', 'I A L -'],
  ['{I} has netted {A} from {L}, {P} and {Q}, among others.', 'I A - L+P+Q'],
  ['With {A} in fresh funding from {L}, {I} plans to expand.', 'I A - L'],
  ['{I}’s {A} Series B was led by {L}. {P} and {Q} came in as new backers.', 'I A L P+Q'],
  ['Insurtech {I} has scooped up {A} in a round led by {L} and backed by {P} and {Q}.', 'I A L P+Q'],
  ['{I} has raised {A}, with {L} leading and {P} and {Q} following on.', 'I A L P+Q'],
  ['Led by {L}, the {A} round brings {I} a new board member. {P} also took part.', 'I A L P'],
  ['{I} completed a funding round of {A}, attracting {L} and {P} as new shareholders.', 'I A - L+P'],
  ['{L}, {P} and {Q} are among the investors in a {A} round for {I}.', 'I A - L+P+Q'],
  [
    '{I} picks up {A} Series A\n\n{I} has added {A} to its coffers. {L} led the Series A, while {P} and {Q} chipped in.',
    'I A L P+Q',
  ],
];

type Letters = Readonly<Record<string, string>>;

function lettersOf(turn: number): Letters {
  const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
  return {
    I: at(COMPANIES, turn),
    J: at(OTHERS, turn * 7 + 3),
    L: at(INVESTORS, turn),
    P: at(INVESTORS, turn + 3),
    Q: at(INVESTORS, turn + 7),
    A: at(SUMS, turn * 3)[0],
    C: at(SUMS, turn * 3 + 4)[0],
  };
}

const filled = (sentence: string, letters: Letters): string =>
  sentence.replace(/\{(\w)\}/g, (_, letter: string) => letters[letter] ?? '');

/** "I A L P+Q" with the names and sums of this turn, backers in alphabetical order. */
const expectedOf = (row: string, letters: Letters): string[] =>
  row.split('; ').map((round) => {
    const [issuer = '', sum = '', leads = '', others = ''] = round.split(' ');
    const value = SUMS.find(([words]) => words === letters[sum])?.[1];
    return [letters[issuer], value, namesOf(leads, letters), namesOf(others, letters)].join(' | ');
  });
const namesOf = (list: string, letters: Letters): string =>
  list === '-'
    ? ''
    : list
        .split('+')
        .map((letter) => letters[letter] ?? '')
        .sort()
        .join(', ');

interface RoundInJson {
  readonly issuer: string;
  readonly amount?: { readonly value?: number };
  readonly leads: readonly string[];
  readonly participants: readonly string[];
}

const roundsIn = (claims: readonly Claim[]): string[] =>
  claims
    .filter((claim) => claim.type === 'round')
    .map((claim) => claimToJson(claim) as unknown as RoundInJson)
    .map(({ issuer, amount, leads, participants }) =>
      [issuer, amount?.value, [...leads].sort().join(', '), [...participants].sort().join(', ')].join(' | '),
    );

describe('a round told in many ways', () => {
  it.each(SENTENCES)('%s', (sentence, row) => {
    for (let turn = 0; turn < 10; turn += 1) {
      const letters = lettersOf(turn);
      const text = filled(sentence, letters);
      const { claims } = expectOk(
        readReport(`Funding news\nPublished: 2024-05-06\n\n${text}`, { name: 'way' }),
      );
      expect(roundsIn(claims), text).toEqual(expect.arrayContaining(expectedOf(row, letters)));
    }
  });
});
