import type { StatedAmount } from '@tranche/core/money';
import { type PlainDate, rangeOf } from '@tranche/core/time';
import type { DealStatus, MoneyKind } from '../claim/index.ts';
import { amountKey } from '../deal/assembly/amount-said.ts';
import { isDone } from '../deal/grouping/mention.ts';
import type { Said } from '../deal/reconcile/index.ts';
import { rejectionsIn } from '../judgement/index.ts';
import type { Party } from '../party/index.ts';
import type { Statement } from '../statement/index.ts';
import type { VentureKnowledge } from './venture-statements.ts';
import type { MoneyWords } from './view.ts';

/** Money for a venture, as one statement has it. */
export interface SaidMoney {
  readonly statement: Statement;
  /** Who gives it; absent where the statement speaks of the venture as a whole. */
  readonly party?: Party;
  readonly amount: StatedAmount;
  readonly status: DealStatus;
  readonly period?: string;
  readonly money?: MoneyKind;
  /** What one text, or one fact, says together. */
  readonly text: string;
}

/** What was said of money for the venture, held by the as-of date. */
export function moneySaid({ statements, book }: VentureKnowledge, asOf: PlainDate): readonly SaidMoney[] {
  return heldBy(statements, asOf).flatMap((statement): readonly SaidMoney[] => {
    const { body } = statement;
    const text = textKey(statement);
    if (body.type === 'commitment') {
      const { by, amount, status, period, money } = body;
      return [
        {
          statement,
          ...(by === undefined ? {} : { party: book.partyOf(by) }),
          amount,
          status,
          ...(period === undefined ? {} : { period }),
          ...(money === undefined ? {} : { money }),
          text,
        },
      ];
    }
    if (body.type !== 'investment' || body.amount === undefined) return [];
    const { investor, amount, status, money } = body;
    const party = book.partyOf(investor);
    return [{ statement, party, amount, status, ...(money === undefined ? {} : { money }), text }];
  });
}

/** One text, or one fact with all its parts. */
export const textKey = ({ id, sourceId }: Statement): string => sourceId ?? `fact:${id.split('#')[0]}`;

/** Statements of something that held by a day; without a date of its own, of the day on which it was said. */
export const heldBy = (statements: readonly Statement[], asOf: PlainDate): readonly Statement[] =>
  statements.filter((statement) => heldOn(statement) <= asOf);

function heldOn({ body, knownFrom }: Statement): PlainDate {
  const to = 'when' in body && body.when !== undefined ? rangeOf(body.when).to : undefined;
  return to !== undefined && to < knownFrom ? to : knownFrom;
}

/** What was said, in the form in which the rule picks among it. */
export const amountSaidOf = ({ statement, amount, status }: SaidMoney): Said<StatedAmount> => ({
  key: amountKey(amount),
  value: amount,
  mention: { statement, status, fallback: false, at: { to: heldOn(statement) } },
});

/** Said of a field that is no amount of money, with a status of its own. */
export const saidOf = <T>(statement: Statement, key: string, value: T, status: DealStatus): Said<T> => ({
  key,
  value,
  mention: { statement, status, fallback: false, at: { to: heldOn(statement) } },
});

/** Not done yet: a pledge, a plan, talk. */
export const isAhead = ({ status }: SaidMoney): boolean => !isDone(status);

/** Speaks for itself: neither denied nor dropped nor rejected by a judgement. */
export function standing(said: readonly SaidMoney[], { judgements }: VentureKnowledge): readonly SaidMoney[] {
  const rejected = rejectionsIn(judgements);
  return said.filter(
    ({ statement, status }) => !statement.denied && status !== 'abandoned' && !rejected.has(statement.id),
  );
}

const MONEY_WORDS: Readonly<Record<MoneyKind, MoneyWords>> = {
  primary: 'equity',
  secondary: 'bought from holders',
  debt: 'debt',
  grant: 'grant',
};

/** What kind of money an amount is, where all that say it of this amount agree. */
export function kindOf(said: readonly SaidMoney[]): MoneyWords {
  const [kind, ...others] = new Set(said.flatMap(({ money }) => money ?? []));
  return kind === undefined || others.length > 0 ? 'not stated' : MONEY_WORDS[kind];
}
