import type { StatedAmount } from '@tranche/core/money';
import type { Result } from '@tranche/core/result';
import type { DocumentFigure } from '../check/index.ts';
import type { ChoiceRule, Dates } from '../deal/index.ts';
import type { LeagueDeal, PublishedRate } from '../league/index.ts';
import type { Source } from '../source/index.ts';
import type { Ledger } from '../statement/index.ts';
import type { Answer } from './answer.ts';

/** All that an answer may look at. Pure data: asked twice, answered the same. */
export interface QuestionContext extends Dates {
  readonly ledger: Ledger;
  readonly rates: readonly PublishedRate[];
  readonly league: readonly LeagueDeal[];
  /** The amounts of money in a text, claimed or not: what a headline is checked by. */
  readonly figuresOf: (source: Source) => readonly DocumentFigure[];
  /** Where sources disagree; the default rule when left out. */
  readonly rule?: ChoiceRule;
}

/** What was asked, as typed; `of` names a party, a deal, a claim, a source or an amount. */
export interface Asked {
  readonly of: string;
  readonly by?: string | undefined;
  readonly holder?: string | undefined;
  /** A currency code. */
  readonly to?: string | undefined;
  /** `of`, where the question is about a sum of money. */
  readonly amount?: StatedAmount | undefined;
}

/** A question of the closed list. */
export interface Question {
  readonly name: string;
  /** One line for people. */
  readonly about: string;
  /** What `of` takes, in words. */
  readonly of: string;
  /** What `of` is when nothing is given; a question without it needs a subject. */
  readonly ofDefault?: string;
  /** True when `of` is a sum of money, such as "USD 40bn". */
  readonly ofAmount?: boolean;
  /** The measures, bases or rules it can be answered by; the first is the default. */
  readonly by?: readonly string[];
  readonly takes?: readonly ('holder' | 'to')[];
  /** Fails as its module says; every question that names a subject: UNKNOWN_SUBJECT, AMBIGUOUS_SUBJECT. */
  answer(context: QuestionContext, asked: Asked): Result<Answer>;
}
