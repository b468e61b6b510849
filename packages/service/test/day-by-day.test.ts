import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { StatedAmount } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import { expectOk, invariant } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import { claimId } from '@tranche/ledger/claim';
import {
  issuersOf,
  knowledgeOf,
  listDeals,
  type Measure,
  rankInvestors,
  timelineOf,
  viewDeal,
} from '@tranche/ledger/deal';
import type { Decision, Judgement } from '@tranche/ledger/judgement';
import { type LogEntry, replay } from '@tranche/ledger/log';
import { type Asked, QUESTIONS, type Question, type QuestionContext } from '@tranche/ledger/question';
import { allStatements, type Ledger, type Statement } from '@tranche/ledger/statement';
import { readReport } from '@tranche/reader/read';
import { referenceFacts } from '@tranche/reference/facts';
import { leagueDeals } from '@tranche/reference/league';
import { referenceRates } from '@tranche/reference/rates';
import { describe, expect, it } from 'vitest';
import { figuresOf } from '../src/document/index.ts';

/**
 * The law of two dates: the whole example workspace, asked for a day, answers like a ledger that was only ever given
 * what was known by that day. Every day on which anything became known or was judged is looked at.
 *
 * On each of them are compared, and on every sixth the list of all deals too: of every issuer, all that its answers are made
 * of (its deals with their members and why each is one, what belongs to none, its judgements, texts and names); the
 * whole view and timeline of every deal of which something was said or judged on that day; the ranking of each such
 * issuer's investors by each measure; and every question of the list about a deal, a company, a venture or a text of the day in turn.
 * One deal and one issuer of which nothing new is known are looked at in turn: they are made of the same as before.
 */
const TEXTS = new URL('../../reader/corpus/texts/', import.meta.url);
const MEASURES: readonly Measure[] = ['committed', 'paid', 'stake'];

const log = readdirSync(TEXTS)
  .filter((file) => file <= '029.txt')
  .map((file): LogEntry => {
    const text = readFileSync(new URL(file, TEXTS), 'utf8');
    const { source, claims } = expectOk(readReport(text, { name: file.slice(0, 3) }));
    const held = claims.map((claim) => ({ id: claimId(source.id, claim), sourceId: source.id, claim }));
    return { kind: 'source_added', source, claims: held };
  });
const said = allStatements(replay(log, referenceFacts()));

const idOf = (is: (statement: Statement) => boolean): string => {
  const found = said.find(is);
  invariant(found !== undefined, 'the example says it');
  return found.id;
};
const roundIn = (month: string): string =>
  idOf(
    ({ body, knownFrom }) =>
      body.type === 'round' &&
      body.issuer === 'OpenAI' &&
      knownFrom.startsWith(month) &&
      body.amount !== undefined,
  );

const DEAL = 'openai-2025-primary';
/** Every kind of judgement, and each kind of taking back, in the months in which the deal is told. */
const DECISIONS: readonly (readonly [day: string, decision: Decision])[] = [
  ['2025-02-20', { kind: 'accept', statement: roundIn('2025-02') }],
  ['2025-03-05', { kind: 'merge', of: 'parties', into: 'Microsoft', other: 'Thrive Capital' }],
  ['2025-03-20', { kind: 'undo', judgement: 'j-1' }],
  ['2025-04-10', { kind: 'reject', statement: roundIn('2025-03') }],
  ['2025-04-10', { kind: 'note', about: DEAL, text: 'to be asked again' }],
  ['2025-05-20', { kind: 'prefer', deal: DEAL, field: 'size', statement: roundIn('2025-02') }],
  ['2025-06-10', { kind: 'undo', judgement: 'j-3' }],
  ['2025-07-01', { kind: 'undo', judgement: 'j-6' }],
  ['2025-08-01', { kind: 'merge', of: 'deals', into: DEAL, other: 'openai-2024-primary' }],
  ['2025-09-01', { kind: 'undo', judgement: 'j-8' }],
  ['2025-09-15', { kind: 'split', of: 'deals', statement: roundIn('2025-03'), from: DEAL }],
  ['2025-11-05', { kind: 'split', of: 'parties', name: 'SBG' }],
  ['2025-12-24', { kind: 'undo', judgement: 'j-10' }],
];
const judgements = DECISIONS.map(
  ([when, decision], index): Judgement => ({
    ...{ id: `j-${index}`, decision, by: 'Ann', when: when as PlainDate, why: 'checked by telephone' },
  }),
);

const whole: Ledger = { ...replay(log, referenceFacts()), judgements };

/** The ledger of somebody who was given everything on its own day, and knows nothing of later ones. */
function ledgerUpTo(day: PlainDate): Ledger {
  const texts = log.filter(
    (entry) =>
      entry.kind === 'source_added' && entry.source.published !== undefined && entry.source.published <= day,
  );
  const made = judgements
    .filter(({ when }) => when <= day)
    .map((judgement): LogEntry => ({ kind: 'judgement_made', judgement }));
  return replay(
    [...texts, ...made],
    referenceFacts().filter(({ knownFrom }) => knownFrom <= day),
  );
}

const DAYS = [
  ...new Set([...said.map(({ knownFrom }) => knownFrom), ...judgements.map(({ when }) => when)]),
].sort();

/** A thing of many parts in few letters, so that two can be held side by side. */
const digest = (of: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(of, (_, value) => (typeof value === 'bigint' ? `${value}n` : value)) ?? '')
    .digest('hex');

/** What is looked at on a day, as the ledger up to that day tells it. */
interface Subjects {
  readonly issuers: readonly string[];
  readonly companies: readonly string[];
  readonly deals: readonly string[];
  readonly sources: readonly string[];
  readonly claims: readonly string[];
}

function subjectsOn(ledger: Ledger, day: PlainDate, turn: number): Subjects {
  const issuers = issuersOf(ledger, day);
  const about = new Set(
    judgements.filter(({ when }) => when === day).flatMap(({ decision }) => Object.values(decision)),
  );
  const isNew = (statement: Statement): boolean => statement.knownFrom === day || about.has(statement.id);
  const fresh = allStatements(ledger).filter(isNew);
  const deals = issuers.flatMap((issuer) => knowledgeOf(ledger, issuer, day).deals);
  const told = deals.filter(
    ({ id, members }) => about.has(id) || members.some(({ statement }) => isNew(statement)),
  );
  const companies = issuers.filter((issuer) => knowledgeOf(ledger, issuer, day).statements.some(isNew));
  return {
    issuers,
    companies: [...new Set([...companies, ...inTurn(issuers, turn)])],
    deals: [...new Set([...told, ...inTurn(deals, turn)])].map(({ id }) => id),
    sources: fresh.flatMap(({ sourceId }) => sourceId ?? []).slice(0, 1),
    claims: inTurn(fresh, turn).map(({ id }) => id),
  };
}

const inTurn = <T>(list: readonly T[], turn: number): readonly T[] =>
  list.length === 0 ? [] : list.slice(turn % list.length).slice(0, 1);

/** The list of deals is each of them in short: on the other days their material is enough. */
const LISTED_EVERY = 6;

type Answers = ReadonlyMap<string, () => unknown>;

/** What a ledger has to say on a day, by what it is about; worked out when it is looked at. */
function answersOf(ledger: Ledger, day: PlainDate, subjects: Subjects, turn: number): Answers {
  const dates = { asOf: day, knownOn: day };
  const answers = new Map<string, () => unknown>([['the issuers', () => issuersOf(ledger, day)]]);
  if (turn % LISTED_EVERY === 0) answers.set('the deals', () => listDeals(ledger, dates));
  for (const issuer of subjects.issuers) {
    answers.set(`what is known of ${issuer}`, () => materialOf(ledger, issuer, day));
  }
  for (const id of subjects.deals) {
    answers.set(`the view of ${id}`, () => viewDeal(ledger, id, dates));
    answers.set(`the timeline of ${id}`, () => timelineOf(ledger, id, { knownOn: day }));
  }
  for (const issuer of subjects.companies) {
    for (const measure of MEASURES) {
      answers.set(`${issuer} by ${measure}`, () => rankInvestors(ledger, { issuer, measure, ...dates }));
    }
  }
  const context: QuestionContext = {
    ...dates,
    ledger,
    rates: referenceRates().filter(({ knownFrom }) => knownFrom <= day),
    league: leagueDeals(),
    figuresOf,
  };
  for (const question of QUESTIONS) {
    for (const asked of askedOf(question, subjects, turn)) {
      answers.set(`${question.name} ${Object.values(asked).join(' ')}`, () =>
        question.answer(context, asked),
      );
    }
  }
  return answers;
}

/** What is asked of a question on the day: of what it can be about, and by what, one in turn. */
function askedOf(
  { of: words, by, takes, ofAmount, ofDefault }: Question,
  subjects: Subjects,
  turn: number,
): readonly Asked[] {
  const more = {
    by: inTurn(by ?? [], turn)[0],
    ...(takes?.includes('holder') === true ? { holder: turn % 2 === 0 ? 'SoftBank' : 'Microsoft' } : {}),
    ...(takes?.includes('to') === true ? { to: 'JPY' } : {}),
  };
  if (ofAmount === true) return [{ of: 'USD 40bn', amount: FORTY, ...more }];
  if (ofDefault !== undefined) return [{ of: ofDefault, ...more }];
  const { companies, deals, sources, claims } = subjects;
  const isOfTexts = /claim|source|report/.test(words);
  const named = isOfTexts
    ? [...sources, ...claims]
    : inTurn([...inTurn(deals, turn), ...inTurn(companies, turn), 'Stargate'], turn);
  return named.map((of) => ({ of, ...more }));
}

const FORTY: StatedAmount = { currency: 'USD', value: Rational.of(40_000_000_000), qualifier: 'exact' };

/** All that the answers about an issuer are made of. */
function materialOf(ledger: Ledger, issuer: string, day: PlainDate): unknown {
  const {
    deals,
    loose,
    statements,
    sources,
    judgements: judged,
    nameOf,
    book,
  } = knowledgeOf(ledger, issuer, day);
  const names = statements.flatMap(({ body }) => ('investor' in body ? [body.investor] : []));
  return {
    deals: deals.map(({ members, ...deal }) => ({
      ...deal,
      members: members.map(({ statement, joined }) => [statement.id, joined]),
    })),
    loose: loose.map(({ id }) => id),
    statements: statements.map(({ id }) => id),
    sources: sources.map(({ id }) => id),
    judged,
    names: names.map((name) => [book.partyOf(name), nameOf(book.partyOf(name).id)]),
  };
}

const QUARTERS = [0, 1, 2, 3].map((quarter) =>
  DAYS.map((day, turn) => ({ day, turn })).slice(
    Math.floor((DAYS.length * quarter) / 4),
    Math.floor((DAYS.length * (quarter + 1)) / 4),
  ),
);

describe('the law of two dates, over the whole example workspace', () => {
  it('is about some seventy days', () => {
    expect(DAYS.length).toBeGreaterThan(70);
    expect(QUARTERS.flat()).toHaveLength(DAYS.length);
  });

  it.each(QUARTERS.map((days) => [days[0]?.day, days.at(-1)?.day, days] as const))(
    'holds on every day from %s to %s on which anything became known',
    (_, __, days) => {
      const leaks = days.flatMap(({ day, turn }) => {
        const alone = ledgerUpTo(day);
        const subjects = subjectsOn(alone, day, turn);
        const then = answersOf(whole, day, subjects, turn);
        return [...answersOf(alone, day, subjects, turn)].flatMap(([about, answer]) =>
          digest(answer()) === digest(then.get(about)?.()) ? [] : [`${day}: ${about}`],
        );
      });
      expect(leaks).toEqual([]);
    },
    240_000,
  );
});
