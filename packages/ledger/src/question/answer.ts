import type { FormulaGraph } from '@tranche/core/formula';
import type { Assumption, Dates } from '../deal/index.ts';

/**
 * The one shape of every answer. Numbers are nodes of `graph`, where they open down to quotes, facts, judgements,
 * assumptions and formulas; words are words. A face prints it without knowing which question was asked.
 */
export interface Answer extends Dates {
  readonly question: string;
  /** What was asked about, by the name or id the ledger knows it by. */
  readonly subject: string;
  /** One sentence, with what it is by; "cannot tell: ..." when the evidence does not decide. */
  readonly answer: string;
  /** False when the evidence cannot tell; `missing` says then what would. */
  readonly decided: boolean;
  /** True when the answer is "no": a claim that is contradicted, sums that do not agree. */
  readonly isNo?: boolean;
  /** What the numbers measure, and by which rule. */
  readonly basis: string;
  /** The number asked for, where it is one number or range. */
  readonly value?: string;
  readonly columns: readonly AnswerColumn[];
  readonly rows: readonly AnswerRow[];
  /** Where sources disagree, or a choice is open: what was chosen, what was passed over, what each would change. */
  readonly conflicts: readonly AnswerConflict[];
  /** What sums leave over against a stated whole; shown, never spread. */
  readonly remainders: readonly Remainder[];
  /** What would have to be known to tell, or to tell more. */
  readonly missing: readonly string[];
  readonly assumptions: readonly Assumption[];
  /** Ids of all claims and facts it rests on. */
  readonly statements: readonly string[];
  readonly graph: FormulaGraph;
}

export interface AnswerColumn {
  readonly key: string;
  readonly title: string;
  readonly align?: 'right';
}

/** A number that opens, with words that say more than the number ("USD 300bn, post-money"); or words alone. */
export type Cell = { readonly node: string; readonly text?: string } | { readonly text: string };

export interface AnswerRow {
  /** By the key of the column; what a row has no cell for stays empty. */
  readonly cells: Readonly<Record<string, Cell>>;
  /** A total of the rows above, or several parties named together: never one of those that are compared. */
  readonly kind?: 'total' | 'group';
  readonly note?: string;
  readonly statements: readonly string[];
}

export interface AnswerConflict {
  /** The field: "size", "tranche 1, paid on". */
  readonly label: string;
  /** What counts in this answer; absent where nothing was chosen and the options stand side by side. */
  readonly chosen?: Cell;
  /** The rule, or the person's reason, that chose; or why nothing was. */
  readonly rule: string;
  /** How many independent origins stand behind it; relays of one origin count once. */
  readonly origins?: number;
  readonly statements: readonly string[];
  readonly options: readonly ConflictOption[];
}

export interface ConflictOption {
  readonly cell: Cell;
  readonly passedOverBecause: string;
  /** What taking it would change, in words, with the numbers in them. */
  readonly effect?: string;
  readonly origins?: number;
  readonly statements: readonly string[];
}

export interface Remainder {
  readonly label: string;
  readonly sum: string;
  readonly stated: string;
  /** Node: stated less sum. */
  readonly remainder: string;
  readonly agrees: boolean;
  readonly statements: readonly string[];
}

export const words = (text: string): Cell => ({ text });
export const number = (node: string): Cell => ({ node });
