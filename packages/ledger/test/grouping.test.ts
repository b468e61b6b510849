import { factOf } from '@tranche/testkit/said';
import { describe, expect, it } from 'vitest';
import type { ClaimBody } from '../src/claim/index.ts';
import { JOINING_RULE } from '../src/deal/grouping/fit.ts';
import { issuersOf, knowledgeOf, pairwiseScore } from '../src/deal/index.ts';
import type { Decision, Judgement } from '../src/judgement/index.ts';
import type { Statement } from '../src/statement/index.ts';
import { day, goldLedger } from './gold-ledger.ts';

const TODAY = day('2026-12-31');
const { ledger, labels } = goldLedger();

const groupOf = new Map(
  issuersOf(ledger, TODAY).flatMap((issuer) =>
    knowledgeOf(ledger, issuer, TODAY).deals.flatMap(({ id, members }) =>
      members.map(({ statement }) => [statement.id, id] as const),
    ),
  ),
);
const { deals, loose, notJoined } = knowledgeOf(ledger, 'openai', TODAY);

const statementsIn = (text: string, is: (body: ClaimBody) => boolean): readonly Statement[] =>
  knowledgeOf(ledger, 'openai', TODAY).statements.filter(
    ({ sourceId, body }) => sourceId === `s-${text}` && is(body),
  );
const dealOf = (text: string, is: (body: ClaimBody) => boolean): string | undefined =>
  groupOf.get(statementsIn(text, is)[0]?.id ?? '');
const by =
  (investor: string) =>
  (body: ClaimBody): boolean =>
    body.type === 'investment' && body.investor === investor;
const round = (body: ClaimBody): boolean => body.type === 'round';

describe('grouping the annotated claims of the corpus, labels removed', () => {
  it('agrees with the labels over pairs from different texts', () => {
    const items = [...labels].map(([id, { label, text }]) => ({ label, text, group: groupOf.get(id) }));
    const score = pairwiseScore(items);
    expect(score.truePairs).toBeGreaterThan(1000);
    expect(score.f1).toBeGreaterThanOrEqual(0.95);
  });

  it('keeps the deals of one issuer apart that reports confuse', () => {
    const apart = [
      dealOf('001', round),
      dealOf(
        '001',
        (body) => by('Thrive Capital')(body) && 'condition' in body && body.condition !== undefined,
      ),
      dealOf('002', round),
      dealOf('008', round),
      dealOf('014', round),
      dealOf('014', (body) => by('SoftBank')(body) && 'when' in body && body.when === '2025'),
      dealOf('017', by('Amazon')),
      dealOf('023', by('Nvidia')),
    ];
    expect(apart).not.toContain(undefined);
    expect(new Set(apart).size).toBe(apart.length);
  });

  it('joins a background mention to the older deal, and says why', () => {
    const member = deals
      .find(({ id }) => id === dealOf('001', round))
      ?.members.find(({ statement }) => statement.sourceId === 's-006');
    expect(member?.statement.body).toMatchObject({ investor: 'SoftBank', when: '2024-10' });
    expect(member?.joined.joinedBecause).toContain('the amount is that of a known part of the deal');
  });

  it('says how much spoke for a deal, and for the one that came nearest', () => {
    const members = deals.flatMap((deal) => deal.members.map((member) => ({ ...member, deal: deal.id })));
    const judged = members.filter(({ joined }) => joined.points !== undefined);
    expect(judged.length).toBeGreaterThan(members.length / 2);
    for (const { joined, deal } of judged) {
      expect(joined.points).toBeGreaterThanOrEqual(JOINING_RULE.enough);
      expect(joined.runnerUp?.deal).not.toBe(deal);
      expect(joined.runnerUp?.points ?? 0).toBeLessThanOrEqual(joined.points ?? 0);
    }
    const openings = members.filter(({ joined }) => joined.joinedBecause === 'the first report of this deal');
    for (const { joined } of openings) expect(joined.runnerUp?.points ?? 0).toBeLessThan(JOINING_RULE.enough);
  });

  it('says why a statement belongs to none, and which deal came nearest', () => {
    const total = notJoined.find(({ because }) => because === 'it adds up money over several deals');
    expect(loose.map(({ id }) => id)).toContain(total?.id);
    expect(deals.map(({ id }) => id)).toContain(total?.nearest?.deal);
  });

  it('is taken back by a judgement, and restored by another', () => {
    const deal = dealOf('001', round) ?? '';
    const statement =
      statementsIn('006', by('SoftBank')).find(({ id }) => groupOf.get(id) === deal)?.id ?? '';
    const judge = (id: string, decision: Decision): Judgement => ({
      ...{ id, decision, by: 'Ann', when: day('2026-01-02'), why: 'another deal' },
    });
    const split = judge('j-1', { kind: 'split', of: 'deals', statement, from: deal });
    const undo = judge('j-2', { kind: 'undo', judgement: 'j-1' });
    const membersWith = (judgements: readonly Judgement[]) =>
      knowledgeOf({ ...ledger, judgements }, 'openai', TODAY).deals.find(({ id }) => id === deal)?.members;
    const before = membersWith([]);
    expect(membersWith([split])).toEqual(before?.filter((member) => member.statement.id !== statement));
    expect(membersWith([split, undo])).toEqual(before);
  });

  it('leaves running totals out of every deal', () => {
    const totals = loose.flatMap(({ body }) => (body.type === 'investment' ? [body.investor] : []));
    expect(totals.toSorted()).toEqual(['Microsoft', 'Microsoft', 'Microsoft', 'SoftBank', 'SoftBank']);
  });

  it('gives ids and members that later reports do not change', () => {
    for (const date of ['2025-01-31', '2025-04-01', '2025-10-02'].map(day)) {
      const early = knowledgeOf(ledger, 'openai', date);
      const upTo = goldLedger({ texts: (id) => id <= '029' && publishedBy(id, date) }).ledger;
      const alone = knowledgeOf(upTo, 'openai', TODAY);
      expect(early.deals).toEqual(alone.deals);
    }
  });

  it('does not depend on the order of the claims', () => {
    const shuffled = { ...ledger, claims: ledger.claims.toReversed(), sources: ledger.sources.toReversed() };
    expect(knowledgeOf(shuffled, 'openai', TODAY).deals).toEqual(deals);
  });
});

const publishedBy = (id: string, date: string): boolean =>
  ledger.sources.some(({ name, published }) => name === id && published !== undefined && published <= date);

describe('the pairwise score', () => {
  const items = [
    { label: 'a', text: '1', group: 'x' },
    { label: 'a', text: '2', group: 'x' },
    { label: 'b', text: '3', group: 'x' },
    { label: 'b', text: '4', group: undefined },
  ];

  it('counts pairs from different texts: one of three joined pairs is right, one of two is found', () => {
    expect(pairwiseScore(items)).toEqual({
      truePairs: 2,
      foundPairs: 3,
      rightPairs: 1,
      precision: 1 / 3,
      recall: 1 / 2,
      f1: 2 / 5,
    });
  });

  it('does not count pairs within one text', () => {
    expect(pairwiseScore(items.map((item) => ({ ...item, text: '1' })))).toMatchObject({
      truePairs: 0,
      f1: 1,
    });
  });
});

describe('one deal told in two currencies', () => {
  const money = (currency: string, value: number) => ({ currency, value, qualifier: 'about' });
  const round = (amount: object, status: string, more: object = {}) => ({
    ...{ type: 'round', issuer: 'Fennick', amount, status, leads: [], participants: [], ...more },
  });
  const planned = factOf('plan', '2026-06-03', round(money('CNY', 50e9), 'planned'));
  const closed = factOf('close', '2026-06-26', round(money('USD', 7.4e9), 'closed', { date: '2026-06-16' }));
  const rate = factOf('rate', '2025-12-31', {
    ...{ type: 'fx', from: { currency: 'USD', value: 1 }, to: { currency: 'CNY', value: 7.0432 } },
  });
  const dealsWith = (...facts: readonly Statement[]) =>
    knowledgeOf({ sources: [], claims: [], judgements: [], facts }, 'fennick', TODAY).deals;

  it('is one at the rate of its time, and says so', () => {
    const [deal, ...others] = dealsWith(planned, closed, rate);
    expect(others).toEqual([]);
    expect(deal?.members.map(({ joined }) => joined.joinedBecause)).toEqual([
      'the first report of this deal',
      'it is near in time; the deal was under way; the amounts are close, at the rate of 2025-12-31',
    ]);
  });

  it('is not told by a rate that was not known yet, or is old', () => {
    expect(dealsWith(planned, closed)).toHaveLength(2);
    expect(dealsWith(planned, closed, { ...rate, knownFrom: day('2026-06-27') })).toHaveLength(2);
    expect(dealsWith(planned, closed, { ...rate, knownFrom: day('2025-01-31') })).toHaveLength(2);
  });

  it('is two where the rate tells the amounts apart', () => {
    const other = factOf('close', '2026-06-26', round(money('USD', 2e9), 'closed', { date: '2026-06-16' }));
    expect(dealsWith(planned, other, rate)).toHaveLength(2);
  });
});
