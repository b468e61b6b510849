import type { PlainDate } from '@tranche/core/time';

/** What a person decided about what sources say. It stands beside the claims and never edits one. */
export type Decision =
  /** The statement was read and found good; it stays bound by the rules. */
  | { readonly kind: 'accept'; readonly statement: string }
  /** The statement is not to be used; it stays visible, passed over for this reason. */
  | { readonly kind: 'reject'; readonly statement: string }
  /** For this field of this deal, what this statement says is to be used before what the rule would pick. */
  | { readonly kind: 'prefer'; readonly deal: string; readonly field: string; readonly statement: string }
  /** Two names are one party, or two deals are one. The second becomes part of the first. */
  | {
      readonly kind: 'merge';
      readonly of: 'parties' | 'deals';
      readonly into: string;
      readonly other: string;
    }
  /** A name is not the party it is taken for, or a statement is not about the deal it was joined to. */
  | { readonly kind: 'split'; readonly of: 'parties'; readonly name: string }
  | { readonly kind: 'split'; readonly of: 'deals'; readonly statement: string; readonly from: string }
  | { readonly kind: 'note'; readonly about: string; readonly text: string }
  /** Takes an earlier judgement back, as if it had not been made, from `when` on. */
  | { readonly kind: 'undo'; readonly judgement: string };

/** A decision with who made it, when, and why. Append-only: undoing one is another judgement. */
export interface Judgement {
  readonly id: string;
  readonly decision: Decision;
  readonly by: string;
  /** The day it was made: the day from which it is known, inclusive. */
  readonly when: PlainDate;
  readonly why: string;
}
