import { createHash } from 'node:crypto';
import { expectOk } from '@tranche/core/result';
import { addDays, type PlainDate } from '@tranche/core/time';
import { claimFromJson, claimId, type LedgerClaim } from '@tranche/ledger/claim';
import type { LogEntry } from '@tranche/ledger/log';
import type { Source, Tier } from '@tranche/ledger/source';
import { uniforms } from './harness.ts';

/** Claims that the texts about one deal make together. */
export const CLAIMS_A_DEAL = 20;
const FIRST_DAY = '2018-01-01' as PlainDate;
const DAYS = 2900;
export const LAST_DAY = addDays(FIRST_DAY, DAYS + 400);
/** A judgement for each of so many deals. */
const DEALS_A_JUDGEMENT = 10;

/** Half of the companies raise twice; some investors come under a name that only the alias data ties to them. */
const DEALS_AN_ISSUER = 2;
const INVESTORS = [
  ...['SoftBank', 'SoftBank Group', 'SBG', 'Andreessen Horowitz', 'a16z', 'Tencent', 'Fidelity', 'MUFG'],
  ...Array.from({ length: 40 }, (_, index) => `Harbour ${index + 1} Capital`),
];
const SYLLABLES = 'ka lo ven dri tas mor bel quin sar ith ono pra ulm fen gor yst wex cho naz ter'.split(' ');

type Json = Readonly<Record<string, unknown>>;

/** One text about a deal: what it says, sentence by sentence. */
interface Report {
  readonly day: PlainDate;
  readonly publisher: string;
  readonly tier: Tier;
  readonly says: readonly (readonly [sentence: string, claim: Json])[];
}

/** The company of a deal, by the deal's number. */
export function issuerOf(deal: number): string {
  let left = Math.floor(deal / DEALS_AN_ISSUER) + 1;
  let name = '';
  for (; left > 0; left = Math.floor(left / SYLLABLES.length)) name += SYLLABLES[left % SYLLABLES.length];
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} Works`;
}

/**
 * The log of a workspace, in the order in which its texts were published: five texts and 20 claims a deal, from the
 * rumour to the last payment, which disagree about its size, relay each other and change it on the way; parts paid
 * at two times by a lead and by co-investors; and a judgement for every tenth deal. A deal's texts depend on the
 * seed and its number alone, so that a larger workspace holds all of a smaller one.
 */
export function workspaceLog(deals: number, seed = 42): readonly LogEntry[] {
  const entries = Array.from({ length: deals }, (_, deal) => entriesOf(deal, seed)).flat();
  return entries.sort((one, other) => (dayOf(one) < dayOf(other) ? -1 : dayOf(one) > dayOf(other) ? 1 : 0));
}

/** What one more deal brings to a log. */
export const reportsAbout = (deal: number, seed = 42): readonly LogEntry[] => entriesOf(deal, seed);

/** All that a log holds about the company of a deal. */
export function logAbout(deal: number, seed = 42): readonly LogEntry[] {
  const first = deal - (deal % DEALS_AN_ISSUER);
  return Array.from({ length: DEALS_AN_ISSUER }, (_, index) => entriesOf(first + index, seed)).flat();
}

const dayOf = (entry: LogEntry): string =>
  entry.kind === 'source_added' ? (entry.source.published ?? '') : entry.judgement.when;

function entriesOf(deal: number, seed: number): readonly LogEntry[] {
  const added = reportsOf(deal, seed).map((report, index) => entryOf(report, `${deal}-${index}`, deal));
  const [, , third, , last] = added;
  const judged = third?.kind === 'source_added' ? third.claims[0]?.id : undefined;
  if (deal % DEALS_A_JUDGEMENT !== 0 || judged === undefined || last === undefined) return added;
  const when = addDays(dayOf(last) as PlainDate, 3);
  const decision = { kind: 'reject', statement: judged } as const;
  return [
    ...added,
    {
      kind: 'judgement_made',
      judgement: { id: `j-${deal}`, decision, by: 'Ann', when, why: 'the relay misread it' },
    },
  ];
}

function reportsOf(deal: number, seed: number): readonly Report[] {
  const next = uniforms(seed * 1_000_003 + deal);
  const below = (limit: number): number => Math.floor(next() * limit);
  const investor = (): string => INVESTORS[below(INVESTORS.length)] ?? 'SoftBank';
  const issuer = issuerOf(deal);
  // The second deal of a company comes well after its first.
  const start = addDays(FIRST_DAY, below(1200) + (deal % DEALS_AN_ISSUER) * 1700);
  const on = (days: number): PlainDate => addDays(start, days);
  const size = 40 + below(60) * 10;
  const [lead, follower] = [investor(), investor()];
  const own = Math.round(size * 0.6);
  const [first, second] = [Math.round(size / 4), size - Math.round(size / 4)];
  const post = size * (5 + below(6));
  const money = (millions: number, qualifier = 'exact'): Json => ({
    currency: 'USD',
    value: millions * 1_000_000,
    qualifier,
  });
  const round = (amount: Json, status: string, more: Json = {}): Json => ({
    type: 'round',
    issuer,
    amount,
    status,
    leads: [lead],
    participants: [],
    ...more,
  });
  const tranche = (amount: number, when: PlainDate, status: string, more: Json = {}): Json => ({
    ...{ type: 'tranche', issuer, amount: money(amount), when, status, ...more },
  });
  const investment = (amount: number, status: string, more: Json = {}): Json => ({
    ...{ type: 'investment', investor: lead, issuer, amount: money(amount), status, ...more },
  });
  const syndication = (amount: number, status: string, more: Json = {}): Json => ({
    ...{ type: 'syndication', investor: lead, issuer, amount: money(amount), status, ...more },
  });
  const valuation = (amount: number, status: string): Json => ({
    ...{ type: 'valuation', entity: issuer, amount: money(amount), basis: 'post', status },
  });
  const condition = `${issuer} completes its reorganisation`;
  const [paidFirst, paidLast] = [Math.round(own / 4), own - Math.round(own / 4)];
  return [
    {
      day: on(0),
      publisher: 'the Courier',
      tier: 'unnamed_people',
      says: [
        [`${lead} is in talks to lead a round of about $${size}m.`, round(money(size, 'about'), 'in_talks')],
        [`It would be worth $${post}m after the money.`, valuation(post, 'in_talks')],
      ],
    },
    {
      day: on(40),
      publisher: issuer,
      tier: 'party_statement',
      says: [
        [
          `It signed a round of $${size}m led by ${lead}.`,
          round(money(size), 'agreed', { date: on(40), participants: [follower] }),
        ],
        [`$${first}m of it comes at once.`, tranche(first, on(60), 'agreed')],
        [`$${second}m of it comes later.`, tranche(second, on(240), 'agreed', { condition })],
        [`${lead} puts in $${own}m.`, investment(own, 'agreed')],
        [`${lead} places $${size - own}m with co-investors.`, syndication(size - own, 'agreed')],
        [`It is worth $${post}m after the money.`, valuation(post, 'agreed')],
      ],
    },
    {
      day: on(42),
      publisher: 'the Relay',
      tier: 'relay',
      says: [
        [`The round is $${size + 10}m, the Courier writes.`, round(money(size + 10), 'agreed')],
        [`${follower} takes part.`, { ...investment(5, 'agreed'), investor: follower }],
        [`$${first}m comes at once.`, tranche(first, on(60), 'agreed')],
        [`Its value is put at $${post + 10}m.`, valuation(post + 10, 'agreed')],
      ],
    },
    {
      day: on(66),
      publisher: lead,
      tier: 'party_statement',
      says: [
        [`It paid $${paidFirst}m at the first closing.`, investment(paidFirst, 'closed', { when: on(60) })],
        [
          `Co-investors paid $${first - paidFirst}m.`,
          syndication(first - paidFirst, 'closed', { when: on(60) }),
        ],
        [`The first closing of $${first}m is done.`, tranche(first, on(60), 'closed')],
      ],
    },
    {
      day: on(250),
      publisher: 'the register',
      tier: 'filing',
      says: [
        [`The round closed at $${size + 2}m.`, round(money(size + 2), 'completed', { date: on(245) })],
        [
          `${lead} paid $${paidLast}m at the second closing.`,
          investment(paidLast, 'closed', { when: on(245) }),
        ],
        [
          `Co-investors paid $${second - paidLast + 2}m.`,
          syndication(second - paidLast + 2, 'closed', { when: on(245) }),
        ],
        [
          `${lead} holds ${8 + below(12)}% of it.`,
          {
            ...{ type: 'stake', holder: lead, entity: issuer, percent: 8 + below(12), qualifier: 'about' },
            ...{ when: on(245), status: 'completed' },
          },
        ],
        [`It is worth $${post + 2}m.`, valuation(post + 2, 'closed')],
      ],
    },
  ];
}

function entryOf({ day, publisher, tier, says }: Report, name: string, deal: number): LogEntry {
  const title = `${issuerOf(deal)} ${name}`;
  let text = `${title}\n`;
  const spans = says.map(([sentence]): readonly [number, number] => {
    const start = text.length + 1;
    text += ` ${sentence}`;
    return [start, text.length];
  });
  const sha256 = createHash('sha256').update(text).digest('hex');
  const source: Source = {
    ...{ id: `s-${sha256.slice(0, 16)}`, name, title, publisher, published: day, tier, text, sha256 },
  };
  const claims = says.map(([quote, body], index): LedgerClaim => {
    const claim = expectOk(claimFromJson({ ...body, quote, quote_span: spans[index] }, name));
    return { id: claimId(source.id, claim), sourceId: source.id, claim };
  });
  return { kind: 'source_added', source, claims };
}
