import { boundsOf } from '@tranche/core/money';
import { rangeOf } from '@tranche/core/time';
import { claimBodyFromJson, claimBodyToJson } from '@tranche/ledger/claim';
import { describe, expect, it } from 'vitest';
import { RawFact } from './raw-fact.ts';
import { READINGS } from './readings.ts';
import { rawFacts, referenceFacts, statementsOf } from './reference-facts.ts';

const statement = (id: string) => {
  const found = referenceFacts().find((one) => one.id === id);
  if (found === undefined) throw new Error(`there is no statement ${id}`);
  return found;
};
const said = (id: string) => claimBodyToJson(statement(id).body);
const usd = (value: number, qualifier = 'exact') => ({ currency: 'USD', value, qualifier });

describe('reference facts', () => {
  it('all have sources with titles and addresses, and ids that are unique', () => {
    const facts = referenceFacts();
    expect(facts.length).toBeGreaterThan(150);
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
    for (const { references, kind } of facts) {
      expect(kind).toBe('fact');
      expect(references?.length).toBeGreaterThan(0);
      for (const { url, title } of references ?? []) {
        expect(url).toMatch(/^https?:\/\/\S+$/);
        expect(title).not.toBe('');
      }
    }
  });

  it('are valid claims: each body survives the published schema', () => {
    for (const { id, body } of referenceFacts()) {
      const json = claimBodyToJson(body);
      const back = claimBodyFromJson(json);
      expect(back.ok, id).toBe(true);
      expect(back.ok && claimBodyToJson(back.value), id).toEqual(json);
    }
  });

  it('are the same list on every call', () => {
    expect(referenceFacts()).toBe(referenceFacts());
  });

  it('give no statement for a derived fact, whose parts are stated instead', () => {
    const ids = referenceFacts().map(({ id }) => id);
    const derived = rawFacts().filter(({ status }) => status === 'derived');
    expect(derived.map(({ id }) => id)).toEqual(['oai-2021-microsoft', 'oai-2024-10-microsoft-750m']);
    for (const { id } of derived) expect(ids.some((one) => one.startsWith(id))).toBe(false);
    expect(said('oai-microsoft-before-2023')).toMatchObject({
      amount: usd(3e9, 'over'),
      when: '../2022-12-31',
    });
    expect(said('oai-microsoft-total-2024-10')).toMatchObject({ amount: usd(13.75e9), status: 'agreed' });
  });

  it('keep a commitment, its own part, the part to be passed on and its valuation apart', () => {
    // SoftBank Group notice of 2025-04-01: up to 40 at 300 post-money, of which 10 to be syndicated.
    expect(said('oai-2025-03-commitment')).toMatchObject({
      type: 'investment',
      investor: 'SoftBank',
      issuer: 'OpenAI',
      amount: usd(30e9, 'up_to'),
      status: 'agreed',
    });
    expect(said('oai-2025-03-commitment#round')).toMatchObject({
      amount: usd(40e9, 'up_to'),
      post_money: usd(300e9),
      leads: ['SoftBank'],
      status: 'agreed',
    });
    expect(said('oai-2025-03-commitment#syndication')).toMatchObject({
      amount: usd(10e9),
      status: 'planned',
    });
  });

  it('keep a closing as planned beside the closing as made, each with its own day', () => {
    expect(statement('oai-2025-03-tranche-2#planned').knownFrom).toBe('2025-04-01');
    expect(said('oai-2025-03-tranche-2#planned')).toMatchObject({ when: '2025-12', status: 'agreed' });
    expect(statement('oai-2025-03-tranche-2').knownFrom).toBe('2025-12-31');
    expect(said('oai-2025-03-tranche-2')).toMatchObject({ when: '2025-12-26', status: 'closed' });
  });

  it('say of what a percentage is a share, and which figures are totals through all levels', () => {
    expect(said('oai-2023-microsoft-10b#interest')).toMatchObject({
      holder: 'Microsoft',
      percent: 49,
      basis: 'capped profit interest',
    });
    expect(said('oai-2025-10-msft-predilution')).toMatchObject({
      percent: 32.5,
      basis: 'as-converted, excluding recent funding rounds',
    });
    expect(said('oai-2025-10-recap#held-by-Microsoft')).toMatchObject({
      percent: 27,
      basis: 'as-converted, diluted, approximate',
    });
    expect(said('oai-2025-12-completion#stake')).toMatchObject({ percent: 11, basis: 'aggregate' });
    expect(said('ds-edge-1')).toMatchObject({ percent: 1, through: 'direct' });
    expect(said('ds-edge-4')).toMatchObject({ percent: 50.1, basis: 'limited partner', through: 'direct' });
    for (const id of ['ds-lookthrough', 'ds-lookthrough#alternative-1', 'ds-lookthrough#alternative-2']) {
      expect(said(id)).toMatchObject({ holder: 'Liang Wenfeng', through: 'look_through' });
    }
  });

  it('say who controls where a fact does: the nonprofit before the recapitalisation as after it', () => {
    expect(said('oai-2024-10-round#control')).toMatchObject({
      holder: 'OpenAI Foundation',
      entity: 'OpenAI',
    });
    expect(said('oai-2025-10-recap#control')).toMatchObject({
      holder: 'OpenAI Foundation',
      entity: 'OpenAI',
    });
  });

  it('call a tender secondary money, up to its limit', () => {
    expect(said('oai-2024-11-softbank-tender#investment')).toMatchObject({
      investor: 'SoftBank Vision Fund 2',
      amount: usd(1.5e9, 'up_to'),
      money: 'secondary',
      status: 'planned',
    });
  });

  it('keep gifts out of what is owned, and all alternatives of a disputed one', () => {
    expect(said('oai-musk-donation')).toMatchObject({ issuer: 'OpenAI Foundation', money: 'grant' });
    expect(said('oai-musk-donation#alternative-1')).toMatchObject({ amount: usd(50e6, 'about') });
    expect(statement('oai-musk-donation#alternative-1').note).toContain('Asserted by Elon Musk, May 2023.');
  });

  it('drop superseded figures when the fact that replaces them becomes known, and deny what was denied', () => {
    const dropped = statement('oai-2025-01-round-340#valuation-unspecified-superseded');
    expect(dropped.body).toMatchObject({ status: 'abandoned' });
    expect(dropped.knownFrom).toBe(statement('oai-2025-02-cnbc').knownFrom);
    expect(statement('ds-alibaba-denial').denied).toBe(true);
  });

  it('rank their origins by the basis of the fact', () => {
    expect(statement('oai-msft-commitment-2025-09').tier).toBe('filing');
    expect(statement('oai-2025-03-commitment').tier).toBe('party_statement');
    expect(statement('ds-no-external-2025-02').tier).toBe('named_person');
    expect(statement('oai-2025-02-cnbc').tier).toBe('unnamed_people');
    expect(statement('lr-ant-2018').tier).toBe('relay');
  });

  it('are never known before the day they speak of has begun', () => {
    for (const { id, body, knownFrom } of referenceFacts()) {
      const when = 'when' in body ? body.when : 'date' in body ? body.date : undefined;
      const isPlanned = 'status' in body && ['planned', 'agreed', 'in_talks'].includes(body.status ?? '');
      const from = when === undefined ? undefined : rangeOf(when).from;
      if (from !== undefined && !isPlanned)
        expect(knownFrom >= from, `${id}: ${knownFrom} and ${from}`).toBe(true);
    }
  });

  it('state amounts whose bounds are in order', () => {
    for (const { id, body } of referenceFacts()) {
      if (!('amount' in body) || body.amount === undefined) continue;
      const { low, high } = boundsOf(body.amount);
      if (low !== undefined && high !== undefined) expect(low.compare(high), id).toBeLessThanOrEqual(0);
    }
  });
});

describe('a malformed fact', () => {
  const good = {
    id: 'x-1',
    subject: 'Fennick',
    kind: 'investment',
    issuer: 'Loamwell',
    amount: { value: 5, currency: 'EUR', qualifier: 'exact' },
    date: '2025-03',
    status: 'completed',
    basis: 'press',
    sources: [{ url: 'https://example.org/a', title: 'A page' }],
  };
  const read = (changes: object) => statementsOf([new RawFact({ ...good, ...changes }, READINGS)]);

  it('is not this one', () => {
    expect(read({})).toHaveLength(1);
  });

  it.each([
    ['has no sources', { sources: [] }, /x-1: sources/],
    ['has a source without an address', { sources: [{ title: 'A page' }] }, /x-1: sources\[0\]/],
    ['has an unknown status', { status: 'finished' }, /x-1: status/],
    ['has an unknown kind', { kind: 'gift' }, /x-1: kind/],
    ['has an unknown basis', { basis: 'hearsay' }, /x-1: basis/],
    ['has a field nobody reads', { colour: 'blue' }, /x-1: colour/],
    [
      'has an unknown qualifier',
      { amount: { value: 5, currency: 'EUR', qualifier: 'perhaps' } },
      /x-1: amount/,
    ],
    ['has a date that is none', { date: 'soon' }, /x-1: date/],
    ['has no currency', { amount: { value: 5 } }, /amount/],
  ])('%s, and throws naming the fact and the field', (_what, changes, message) => {
    expect(() => read(changes)).toThrow(message);
  });

  it('repeats an id', () => {
    const one = new RawFact(good, READINGS);
    expect(() => statementsOf([one, new RawFact(good, READINGS)])).toThrow(/unique/);
  });
});
