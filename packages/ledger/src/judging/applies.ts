import { fail, ok, type Result } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import { type DealView, viewDeal } from '../deal/index.ts';
import {
  type Decision,
  type Judgement,
  judgementsInForce,
  rejectionsIn,
  standingsOf,
} from '../judgement/index.ts';
import { namesIn, type PartyBook, partyBook } from '../party/index.ts';
import { type Ledger, type Statement, statementIndex, statementsOf } from '../statement/index.ts';

type Of<K extends Decision['kind']> = Extract<Decision, { kind: K }>;

/** Whether a decision made on a day would change something, by what was known then. Fails as `judge` says. */
export function applies(
  ledger: Ledger,
  decision: Decision,
  when: PlainDate,
  today: PlainDate,
): Result<unknown> {
  const known: Known = { ledger, when, inForce: judgementsInForce(ledger.judgements, when) };
  switch (decision.kind) {
    case 'accept':
    case 'reject':
      return statementIn(known, decision.statement);
    case 'prefer':
      return prefers(known, decision);
    case 'merge':
      return decision.of === 'deals' ? mergesDeals(known, decision) : mergesParties(known, decision);
    case 'split':
      return decision.of === 'deals'
        ? splitsDeal(known, decision.statement, decision.from)
        : splitsParty(known, decision.name);
    case 'note':
      return isAbout(known, decision.about);
    case 'undo':
      return undoes(known, decision.judgement, today);
  }
}

interface Known {
  readonly ledger: Ledger;
  readonly when: PlainDate;
  readonly inForce: readonly Judgement[];
}

function statementIn({ ledger, when }: Known, id: string): Result<Statement> {
  const statement = statementIndex(ledger).statement(id);
  const path = 'decision.statement';
  if (statement === undefined) {
    return fail('UNKNOWN_STATEMENT', path, `there is no claim and no fact "${shown(id)}"`, {
      expected: 'the id of one, as it stands beside it',
    });
  }
  return statement.knownFrom <= when ? ok(statement) : tooEarly(id, when, statement.knownFrom);
}

const dealIn = ({ ledger, when }: Known, id: string, path: string): Result<DealView> => {
  const found = viewDeal(ledger, id, { asOf: when, knownOn: when });
  return found.ok ? found : { ok: false, failure: { ...found.failure, path } };
};

/** Fields that take every name that is given: there is nothing to choose. */
const LISTS: ReadonlySet<string> = new Set(['leads', 'participants', 'use_of_proceeds']);

function prefers(known: Known, { deal: dealId, field, statement: id }: Of<'prefer'>): Result<unknown> {
  const deal = dealIn(known, dealId, 'decision.deal');
  if (!deal.ok) return deal;
  const statement = statementIn(known, id);
  if (!statement.ok) return statement;
  const terms = deal.value.terms.filter((term) => !LISTS.has(term.field));
  const term = terms.find((one) => one.field === field);
  if (term === undefined) {
    return fail('UNKNOWN_FIELD', 'decision.field', `the deal has no field "${shown(field)}" to choose`, {
      expected: terms.map((one) => one.field).join(', '),
    });
  }
  const said = [...term.statements, ...term.alternatives.flatMap(({ statements }) => statements)];
  if (!said.includes(id)) {
    return fail('NOT_OF_FIELD', 'decision.statement', `${id} says nothing of the deal's ${field}`, {
      expected: `one that does: ${said.slice(0, EXAMPLES).join(', ')}`,
    });
  }
  if (!rejectionsIn(known.inForce).has(id)) return ok(undefined);
  return noEffect('decision.statement', `${id} is rejected`, 'undo of the rejection first');
}

function mergesDeals(known: Known, { into, other }: Of<'merge'>): Result<unknown> {
  const first = dealIn(known, into, 'decision.into');
  if (!first.ok) return first;
  const second = dealIn(known, other, 'decision.other');
  if (!second.ok) return second;
  if (first.value.id === second.value.id) {
    return noEffect('decision.other', 'the two are one deal', 'two deals');
  }
  if (first.value.issuer === second.value.issuer) return ok(undefined);
  return fail(
    'UNSUPPORTED_COMBINATION',
    'decision.other',
    `${first.value.issuerName} and ${second.value.issuerName} are two issuers`,
    { expected: 'deals of one issuer; merge the parties first, if they are one' },
  );
}

function mergesParties(known: Known, { into, other }: Of<'merge'>): Result<unknown> {
  const book = partyBook(known.inForce);
  const refused =
    unknownName(known, book, into, 'decision.into') ?? unknownName(known, book, other, 'decision.other');
  if (refused !== undefined) return refused;
  const [one, two] = [book.partyOf(into), book.partyOf(other)];
  if (one.id !== two.id) return ok(undefined);
  return noEffect('decision.other', `both names stand for ${one.name}`, 'names of two parties');
}

function splitsParty(known: Known, name: string): Result<unknown> {
  const book = partyBook(known.inForce);
  const refused = unknownName(known, book, name, 'decision.name');
  if (refused !== undefined) return refused;
  if (book.partyOf(name).relation !== 'kept_apart') return ok(undefined);
  return noEffect('decision.name', `"${shown(name)}" is kept apart already`, 'another name');
}

function splitsDeal(known: Known, id: string, from: string): Result<unknown> {
  const deal = dealIn(known, from, 'decision.from');
  if (!deal.ok) return deal;
  const statement = statementIn(known, id);
  if (!statement.ok) return statement;
  const joined = deal.value.statements;
  if (!joined.some((one) => one.id === id)) {
    return fail('NOT_OF_DEAL', 'decision.statement', `${id} is not joined to ${from}`, {
      expected: `one that is: ${joined
        .slice(0, EXAMPLES)
        .map((one) => one.id)
        .join(', ')}`,
    });
  }
  if (joined.length > 1) return ok(undefined);
  return noEffect('decision.statement', 'nothing else is joined to the deal', 'a deal of several statements');
}

function isAbout(known: Known, about: string): Result<unknown> {
  const { ledger, when, inForce } = known;
  const statement = statementIndex(ledger).statement(about);
  const judgement = ledger.judgements.find(({ id }) => id === about);
  const from = statement?.knownFrom ?? judgement?.when;
  if (from !== undefined) return from <= when ? ok(undefined) : tooEarly(about, when, from);
  if (dealIn(known, about, '').ok || isKnownName(known, partyBook(inForce), about)) return ok(undefined);
  return fail('UNKNOWN_ID', 'decision.about', `nothing known on ${when} goes by "${shown(about)}"`, {
    expected: 'the id of a claim, fact, deal or judgement, or the name of a party',
  });
}

function undoes({ ledger, when }: Known, id: string, today: PlainDate): Result<unknown> {
  const found = standingsOf(ledger.judgements, today).find(({ judgement }) => judgement.id === id);
  const path = 'decision.judgement';
  if (found === undefined) {
    return fail('UNKNOWN_JUDGEMENT', path, `there is no judgement "${shown(id)}"`, {
      expected: 'the id of one, as the list of judgements has it',
    });
  }
  const { judgement, undoneBy } = found;
  if (judgement.when > when) return tooEarly(id, when, judgement.when);
  if (undoneBy === undefined) return ok(undefined);
  return fail('ALREADY_UNDONE', path, `${id} was taken back by ${undoneBy}`, {
    expected: `a judgement in force; undo ${undoneBy} to let it stand again`,
  });
}

const EXAMPLES = 5;

const isKnownName = ({ ledger, when }: Known, { partyOf }: PartyBook, name: string): boolean => {
  const { id } = partyOf(name);
  return statementsOf(ledger, when).some(({ body }) => namesIn(body).some((said) => partyOf(said).id === id));
};

const unknownName = (known: Known, book: PartyBook, name: string, path: string): Result<never> | undefined =>
  isKnownName(known, book, name)
    ? undefined
    : fail('UNKNOWN_ID', path, `nothing known on ${known.when} names a party "${shown(name)}"`, {
        expected: 'a name as a source gives it',
      });

const tooEarly = (id: string, when: PlainDate, from: PlainDate): Result<never> =>
  fail('OUT_OF_ORDER', 'when', `${id} was not known on ${when}`, { expected: `a day from ${from} on` });

const noEffect = (path: string, message: string, expected: string): Result<never> =>
  fail('NO_EFFECT', path, `it would change nothing: ${message}`, { expected });

const shown = (text: string): string => text.slice(0, 80);
