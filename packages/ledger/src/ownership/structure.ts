import type { GraphBuilder } from '@tranche/core/formula';
import { type IssuerKnowledge, knowledgeOf } from '../deal/grouping/deals-of.ts';
import type { ChoiceRule } from '../deal/reconcile/index.ts';
import type { Dates } from '../deal/view.ts';
import type { Ledger } from '../statement/index.ts';
import { type StatedHolding, statedHoldings } from './stated-holdings.ts';
import { type Undisclosed, undisclosedOf } from './undisclosed.ts';

/** A company with what is said of who holds it. */
export interface Company {
  readonly party: string;
  readonly name: string;
  readonly holdings: readonly StatedHolding[];
  readonly undisclosed: Undisclosed;
}

/**
 * A company, those who hold it, those who hold these, and so on, as far as anything is said: by party id, the company
 * first. Groups of holders are no company. `stopAt` is a holder whose own holders do not matter.
 */
export function structureOf(
  builder: GraphBuilder,
  ledger: Ledger,
  asset: IssuerKnowledge,
  dates: Dates,
  { rule, stopAt }: { readonly rule?: ChoiceRule; readonly stopAt?: string } = {},
): ReadonlyMap<string, Company> {
  const companies = new Map<string, Company>();
  const waiting = [{ knowledge: asset, name: asset.nameOf(asset.issuer) }];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { knowledge, name } = next;
    const { issuer: party } = knowledge;
    if (companies.has(party)) continue;
    const holdings = statedHoldings(builder, knowledge, dates, rule);
    companies.set(party, { party, name, holdings, undisclosed: undisclosedOf(builder, name, holdings) });
    for (const { party: holder, name: holderName, direct, isGroup } of holdings) {
      if (direct === undefined || isGroup || holder === stopAt) continue;
      waiting.push({ knowledge: knowledgeOf(ledger, holder, dates.knownOn), name: holderName });
    }
  }
  return companies;
}

/** Whether anybody is said to hold anything of it. */
export const isHeldBySomebody = ({ holdings }: Company): boolean =>
  holdings.some(({ direct }) => direct !== undefined);
