import type { FormulaGraph } from '@tranche/core/formula';
import type { DealStatus } from '../claim/index.ts';
import type { Assumption, Dates, ReconciliationView, Term } from '../deal/index.ts';

/** What a party does in a venture, with everything that says so. */
export interface RoleView {
  readonly role: string;
  readonly statements: readonly string[];
}

/** A party of a venture: a partner, a funder, or one with a role in it. */
export interface VenturePartyView {
  /** Party id and name. */
  readonly id: string;
  readonly name: string;
  readonly roles: readonly RoleView[];
  /** What it is said to put in; absent where no amount is stated. */
  readonly money?: FunderMoney;
  /** The share it is said to hold, a fraction; below `closed` it is not held yet. */
  readonly stake?: Term & { readonly status: DealStatus };
  readonly note?: string;
}

/** The money of one funder. Nodes live in the view's graph. */
export interface FunderMoney {
  /** The amount as the rule picks it, with what was passed over and what that would change. */
  readonly said: Term;
  /** Node of the amount. */
  readonly node: string;
  /** Below `agreed` it is an intention, and nobody is bound. */
  readonly status: DealStatus;
  readonly kind: MoneyWords;
  /** Nodes; unknown, and not zero, where nothing is reported as paid. */
  readonly drawn: string;
  readonly undrawn: string;
}

export type MoneyWords = 'equity' | 'debt' | 'grant' | 'bought from holders' | 'not stated';

/** What the venture as a whole means to spend over a period: no commitment of anybody. */
export interface IntentionView {
  readonly label: string;
  readonly term: Term;
  readonly node: string;
  /** Node of the plain number, without its hedge. */
  readonly headline: string;
}

/** The amounts by party as one report, or several that agree, have them. */
export interface AccountView {
  /** The reports, for people. */
  readonly texts: readonly string[];
  /** The reports, by source or fact. */
  readonly keys: readonly string[];
  readonly parts: readonly {
    readonly name: string;
    /** The plain number; `text` has it with its hedge. */
    readonly node: string;
    readonly text: string;
    /** Its part of the account's money; a fraction. */
    readonly share: string;
    /** The stake that these reports state; a fraction. */
    readonly stake?: string;
    readonly statements: readonly string[];
  }[];
  readonly sum: string;
}

/** One venture as of and as known on two dates: a pure view of statements and judgements. */
export interface VentureView extends Dates {
  readonly id: string;
  readonly name: string;
  readonly parties: readonly VenturePartyView[];
  /** Nodes: what all funders are said to put in; absent where no amount is stated. */
  readonly total?: string;
  /** Node: what is agreed of it, so that somebody is bound. */
  readonly agreed?: string;
  /** Node: what is reported as paid; unknown as long as a part of it is. */
  readonly drawn?: string;
  /** The total by kind of money, as stated of each part. */
  readonly kinds: readonly { readonly kind: MoneyWords; readonly node: string }[];
  readonly intentions: readonly IntentionView[];
  /** Intended spending beside what the funders are said to put in. */
  readonly uncovered: readonly ReconciliationView[];
  readonly accounts: readonly AccountView[];
  /** Parts and stated totals, stakes and parts of the money. */
  readonly reconciliations: readonly ReconciliationView[];
  /** What is denied of it, in words. */
  readonly denials: readonly { readonly text: string; readonly statements: readonly string[] }[];
  readonly missing: readonly string[];
  readonly assumptions: readonly Assumption[];
  readonly statements: readonly string[];
  readonly graph: FormulaGraph;
  /** Currency code of the amounts. */
  readonly unit: string;
}
