import { expectOk } from '@tranche/core/result';
import type { PartialDate } from '@tranche/core/time';
import { amount } from '@tranche/testkit/said';
import { describe, expect, it } from 'vitest';
import { claimBodyFromJson } from '../claim/index.ts';
import { clauseOf, whenWords } from './clause.ts';

const clause = (body: object): string => clauseOf(expectOk(claimBodyFromJson(body, 'body')));
const parties = { investor: 'SoftBank', issuer: 'OpenAI' };

describe('what a body says, as a clause', () => {
  it.each([
    [
      { type: 'investment', ...parties, amount: amount(40e9), status: 'in_talks' },
      'SoftBank is in talks to put USD 40bn into OpenAI',
    ],
    [
      {
        type: 'investment',
        ...parties,
        amount: amount(1.5e9, 'up_to'),
        money: 'secondary',
        status: 'planned',
        when: '2024-11-27/2024-12-24',
      },
      'SoftBank is to buy shares for up to USD 1.5bn from holders of OpenAI between 2024-11-27 and 2024-12-24',
    ],
    [
      {
        type: 'round',
        issuer: 'OpenAI',
        amount: amount(6.6e9),
        date: '2024-10',
        status: 'closed',
        leads: ['Thrive'],
        participants: [],
      },
      'OpenAI raised USD 6.6bn in October 2024, led by Thrive',
    ],
    [
      {
        type: 'round',
        issuer: 'Crusoe',
        amount: amount(15e9),
        money: 'debt',
        status: 'agreed',
        leads: [],
        participants: [],
      },
      'Crusoe has agreed to borrow USD 15bn',
    ],
    [
      {
        type: 'tranche',
        issuer: 'OpenAI',
        amount: amount(10e9, 'about'),
        when: '2025-spring',
        status: 'planned',
      },
      'OpenAI is to receive a tranche of about USD 10bn in spring 2025',
    ],
    [
      { type: 'syndication', ...parties, status: 'planned' },
      'co-investors of SoftBank are to put money into OpenAI',
    ],
    [
      { type: 'valuation', entity: 'OpenAI', amount: amount(300e9), basis: 'post', status: 'closed' },
      'OpenAI was valued at USD 300bn after the money',
    ],
    [
      {
        type: 'stake',
        holder: 'Microsoft',
        entity: 'OpenAI',
        percent: 27,
        qualifier: 'about',
        when: '2025-10-28',
        status: 'completed',
      },
      'Microsoft held about 27 % of OpenAI on 2025-10-28',
    ],
    [
      {
        type: 'control',
        holder: 'The Foundation',
        entity: 'OpenAI',
        how: 'appoints the board',
        status: 'completed',
      },
      'The Foundation controls OpenAI (appoints the board)',
    ],
    [
      { type: 'commitment', to: 'Stargate', amount: amount(500e9), period: '4 years', status: 'planned' },
      'USD 500bn is to go to Stargate over 4 years',
    ],
    [
      { type: 'commitment', by: 'MGX', to: 'Stargate', amount: amount(7e9), status: 'agreed' },
      'MGX has agreed to commit USD 7bn to Stargate',
    ],
    [
      { type: 'investment', investor: 'Apple', issuer: 'OpenAI', status: 'abandoned' },
      'Apple is no longer to put money into OpenAI',
    ],
  ])('%j', (body, expected) => {
    expect(clause(body)).toBe(expected);
  });

  it.each([
    ['2025', 'in 2025'],
    ['2025-Q3', 'in the third quarter of 2025'],
    ['2025-H1', 'in the first half of 2025'],
    ['../2025-12', 'by December 2025'],
    ['2019/..', 'from 2019'],
  ])('says %s as "%s"', (date, expected) => {
    expect(whenWords(date as PartialDate)).toBe(expected);
  });
});
