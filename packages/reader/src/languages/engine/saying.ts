import type { DealStatus, MoneyKind } from '@tranche/ledger/claim';
import { compilePattern, type Macros } from './pattern.ts';

/** What a construction says of the mentions in it. */
export type Meaning =
  | 'round'
  | 'investment'
  | 'valuation'
  | 'tranche'
  | 'syndication'
  | 'stake'
  | 'lead'
  | 'participant'
  | 'talks_with'
  | 'noise'
  | 'no_external_funding';

/**
 * A construction over skeletons, in the notation of `frame/pattern.ts`. Slots: `A` the sum, `issuer`, `investor`,
 * `holder`, `lead`, `with` (who takes part), `X` a percentage.
 */
export interface Saying {
  readonly says: Meaning;
  readonly pattern: string;
  readonly status?: DealStatus;
  readonly basis?: 'pre' | 'post';
  readonly money?: MoneyKind;
  readonly instrument?: string;
  /** The sum is the total of several deals. */
  readonly total?: boolean;
}

export interface SayingWords {
  readonly macros: Macros;
  /** In the order in which they may take a sum. */
  readonly rules: readonly Saying[];
  /** Status by the words of the clause, the first that fits wins; `done` words keep what is said before out of it. */
  readonly status: readonly (readonly [DealStatus, RegExp])[];
  readonly done: RegExp;
  /** Words for the state of prices before and after the money. */
  readonly pre: RegExp;
  readonly post: RegExp;
  readonly stages: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[];
  readonly instruments: readonly (readonly [RegExp, string, MoneyKind])[];
  /** The deal is another one than the text's: "previously", "last round". */
  readonly background: RegExp;
  /** What a later sentence calls the deal just told: "damals", "当时". */
  readonly back: RegExp;
  readonly announced: RegExp;
  /** The sentence rejects what it mentions; what the sentence before it said. */
  readonly denial: RegExp;
  readonly denialOfLast: RegExp;
  /** Parts a sentence into clauses. */
  readonly clauseBreak: RegExp;
  /** Holders without a name ("the founders"): group `n`, found before a share. */
  readonly holders: RegExp;
  /** Heads of table columns. */
  readonly columns: Readonly<Record<Column, RegExp>>;
}

export type Column = 'issuer' | 'amount' | 'stage' | 'lead' | 'participants' | 'valuation' | 'date';

export interface CompiledSaying extends Saying {
  readonly regexp: RegExp;
  readonly takesSum: boolean;
}

const compiled = new WeakMap<SayingWords, readonly CompiledSaying[]>();

export function sayingsOf(words: SayingWords): readonly CompiledSaying[] {
  const known = compiled.get(words);
  if (known !== undefined) return known;
  const made = words.rules.map((saying) => ({
    ...saying,
    regexp: compilePattern(saying.pattern, words.macros),
    takesSum: saying.pattern.includes('{A:A}'),
  }));
  compiled.set(words, made);
  return made;
}
