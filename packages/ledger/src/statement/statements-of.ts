import type { PlainDate } from '@tranche/core/time';
import type { Ledger } from './ledger.ts';
import type { Statement } from './statement.ts';
import { statementIndex } from './statement-index.ts';

/**
 * What had been said by the end of a day, in a fixed order: by the day it became known, then by source and place.
 * A claim is known from its source's publication, a fact from its own day; what bears no date is not known yet.
 * The order of the ledger's own lists does not matter. Fails: never.
 */
export function statementsOf(ledger: Ledger, knownOn: PlainDate): readonly Statement[] {
  return allStatements(ledger).filter(({ knownFrom }) => knownFrom <= knownOn);
}

/** Everything that is dated, in the order of `statementsOf`, whenever it became known. */
export const allStatements = (ledger: Ledger): readonly Statement[] => statementIndex(ledger).ordered();
