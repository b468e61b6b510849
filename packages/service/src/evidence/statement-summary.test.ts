import { expectOk } from '@tranche/core/result';
import { claimBodyFromJson } from '@tranche/ledger/claim';
import { describe, expect, it } from 'vitest';
import { summaryOf } from './index.ts';

const said = (json: Readonly<Record<string, unknown>>): string =>
  summaryOf(expectOk(claimBodyFromJson(json)));
const usd = (value: number, qualifier = 'exact') => ({ currency: 'USD', value, qualifier });

describe('what a statement says, in one line', () => {
  it.each([
    [
      'OpenAI round: up to USD 40bn; at USD 300bn post-money; led by SoftBank; with Microsoft, Thrive; 2025-03-31',
      {
        type: 'round',
        issuer: 'OpenAI',
        amount: usd(40e9, 'up_to'),
        post_money: usd(300e9),
        status: 'agreed',
        leads: ['SoftBank'],
        participants: ['Microsoft', 'Thrive'],
        date: '2025-03-31',
      },
    ],
    [
      'Fennick Series A: amount not stated; at USD 60m (basis not stated)',
      {
        type: 'round',
        issuer: 'Fennick',
        stage: 'Series A',
        valuation_unspecified: usd(60e6),
        status: 'closed',
        leads: [],
        participants: [],
      },
    ],
    [
      'Part of the OpenAI round: about USD 10bn; from SoftBank; 2025-spring; if the board agrees',
      {
        type: 'tranche',
        issuer: 'OpenAI',
        amount: usd(10e9, 'about'),
        payer: 'SoftBank',
        when: '2025-spring',
        condition: 'if the board agrees',
        status: 'planned',
      },
    ],
    [
      'SoftBank in OpenAI: USD 1.5bn; bought from holders',
      {
        type: 'investment',
        investor: 'SoftBank',
        issuer: 'OpenAI',
        amount: usd(1.5e9),
        money: 'secondary',
        status: 'planned',
      },
    ],
    [
      'SoftBank syndicates up to USD 10bn of OpenAI',
      { type: 'syndication', investor: 'SoftBank', issuer: 'OpenAI', amount: usd(10e9, 'up_to') },
    ],
    [
      'OpenAI is valued at USD 260bn pre-money',
      { type: 'valuation', entity: 'OpenAI', amount: usd(260e9), basis: 'pre', status: 'agreed' },
    ],
    [
      'Microsoft holds about 27 % of OpenAI',
      {
        type: 'stake',
        holder: 'Microsoft',
        entity: 'OpenAI',
        percent: 27,
        qualifier: 'about',
        status: 'completed',
      },
    ],
    [
      'Liang Wenfeng controls DeepSeek: general partner',
      {
        type: 'control',
        holder: 'Liang Wenfeng',
        entity: 'DeepSeek',
        how: 'general partner',
        status: 'completed',
      },
    ],
    [
      'Money for Stargate: USD 500bn; 4 years',
      { type: 'commitment', to: 'Stargate', amount: usd(500e9), period: '4 years', status: 'planned' },
    ],
    [
      'Stargate, a venture of OpenAI, SoftBank; SoftBank: financial responsibility',
      {
        type: 'venture',
        name: 'Stargate',
        partners: ['OpenAI', 'SoftBank'],
        roles: [{ party: 'SoftBank', role: 'financial responsibility' }],
      },
    ],
    [
      'Stargate, a venture; Masayoshi Son: chairman',
      {
        type: 'venture',
        name: 'Stargate',
        partners: [],
        roles: [{ party: 'Masayoshi Son', role: 'chairman' }],
      },
    ],
    [
      'SoftBank: largest investor of OpenAI; over Microsoft',
      { type: 'rank', subject: 'SoftBank', claim: 'largest_investor', object: 'OpenAI', over: 'Microsoft' },
    ],
    [
      'USD 40bn is put at CNY 290bn',
      { type: 'fx', from: { currency: 'USD', value: 40e9 }, to: { currency: 'CNY', value: 290e9 } },
    ],
    ['DeepSeek has no outside money', { type: 'no_external_funding', entity: 'DeepSeek' }],
  ])('%s', (line, json) => {
    expect(said(json)).toBe(line);
  });
});
