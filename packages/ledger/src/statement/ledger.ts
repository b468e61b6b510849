import type { LedgerClaim } from '../claim/index.ts';
import type { Judgement } from '../judgement/index.ts';
import type { Source } from '../source/index.ts';
import type { Statement } from './statement.ts';

/** Everything that was said and decided. Deals are views of it; nothing in it is ever edited. */
export interface Ledger {
  readonly sources: readonly Source[];
  readonly claims: readonly LedgerClaim[];
  /** In the order in which they were made. */
  readonly judgements: readonly Judgement[];
  /** Reference facts that ship with the product. */
  readonly facts: readonly Statement[];
}
