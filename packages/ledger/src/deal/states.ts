import type { PlainDate } from '@tranche/core/time';
import { judgementsAbout } from '../judgement/index.ts';
import type { Ledger } from '../statement/index.ts';
import { type Assembly, assemble } from './assembly/assemble.ts';
import { type GroupedDeal, type IssuerKnowledge, knowledgeOf } from './grouping/deals-of.ts';
import type { ChoiceRule } from './reconcile/index.ts';
import type { Dates } from './view.ts';

/** The deal as it could be told at the end of one day on which something new was said or decided. */
export interface DealState {
  readonly day: PlainDate;
  readonly assembly: Assembly;
  readonly knowledge: IssuerKnowledge;
}

/** The deal on each day up to `knownOn` on which something was said of it, or judged. */
export function statesOf(
  ledger: Ledger,
  deal: GroupedDeal,
  { asOf, knownOn }: Dates,
  rule: ChoiceRule,
): readonly DealState[] {
  // Who is one party with whom can change any deal.
  const subjects = [...subjectsOf(deal), 'parties'];
  const judged = judgementsAbout(ledger.judgements, subjects).filter(({ when }) => when <= knownOn);
  const told = deal.members.map(({ statement }) => statement.knownFrom).sort();
  const [first = knownOn] = told;
  // Another text about the issuer may tell that a condition has come about.
  const texts = knowledgeOf(ledger, deal.issuer, knownOn).sources.flatMap(({ published }) =>
    published === undefined || published < first ? [] : [published],
  );
  const days = new Set([...told, ...texts, ...judged.map(({ when }) => when)]);
  return [...days].sort().flatMap((day) => {
    const state = stateOn(ledger, deal, day, day < asOf ? day : asOf, rule);
    return state === undefined ? [] : [state];
  });
}

/** What a judgement about the deal names. */
export const subjectsOf = (deal: GroupedDeal): readonly string[] => [
  deal.id,
  ...deal.members.map(({ statement }) => statement.id),
];

/** States by ledger and rule: neither ever changes, and every view of a later day looks at the same earlier days. */
const known = new WeakMap<Ledger, WeakMap<ChoiceRule, Map<string, DealState | undefined>>>();

function stateOn(
  ledger: Ledger,
  { id, issuer }: GroupedDeal,
  day: PlainDate,
  asOf: PlainDate,
  rule: ChoiceRule,
): DealState | undefined {
  const byRule = known.get(ledger) ?? new WeakMap<ChoiceRule, Map<string, DealState | undefined>>();
  known.set(ledger, byRule);
  const states = byRule.get(rule) ?? new Map<string, DealState | undefined>();
  byRule.set(rule, states);
  const key = `${id} ${day} ${asOf}`;
  if (!states.has(key)) {
    const knowledge = knowledgeOf(ledger, issuer, day);
    const deal = knowledge.deals.find((one) => one.id === id);
    const dates = { asOf, knownOn: day };
    states.set(
      key,
      deal === undefined ? undefined : { day, knowledge, assembly: assemble(deal, knowledge, dates, rule) },
    );
  }
  return states.get(key);
}
