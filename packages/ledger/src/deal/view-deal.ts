import { formatAmount } from '@tranche/core/display';
import { GraphBuilder } from '@tranche/core/formula';
import { fail, ok, type Result } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import type { Ledger } from '../statement/index.ts';
import { type Assembly, assemble } from './assembly/assemble.ts';
import { eventsOf } from './events.ts';
import { withEffects } from './figures/effects.ts';
import { fallbacksOf } from './figures/fallbacks.ts';
import { impliedStakesOf } from './figures/implied.ts';
import { moneyFigures } from './figures/money-figures.ts';
import { reconciliationsOf } from './figures/reconciliations.ts';
import { BASIS_WORDS, termsOf } from './figures/terms.ts';
import { trancheViewsOf } from './figures/tranche-views.ts';
import { issuerInDealId } from './grouping/deal-id.ts';
import { type GroupedDeal, type IssuerKnowledge, issuersOf, knowledgeOf } from './grouping/deals-of.ts';
import { type ChoiceRule, STATUS_THEN_TIER } from './reconcile/index.ts';
import type { Assumption, Dates, DealSummary, DealView } from './view.ts';

/**
 * One financing as of a date (what had happened) and as known on a date (what had been published), both inclusive.
 * Every number is a node of the view's graph; amounts are in whole units of one currency, exact or within bounds.
 * Fails: UNKNOWN_DEAL when nothing known by the date speaks of it.
 * Source: docs/concepts/two-dates.md. Example: the OpenAI financing of 2025 in packages/ledger/test.
 */
export function viewDeal(
  ledger: Ledger,
  dealId: string,
  dates: Dates,
  rule: ChoiceRule = STATUS_THEN_TIER,
): Result<DealView> {
  const found = findDeal(ledger, dealId, dates.knownOn);
  if (!found.ok) return found;
  return ok(viewIn(new GraphBuilder(), ledger, found.value, dates, rule).view);
}

/** The same, and for every value that was passed over what choosing it would change. Fails: UNKNOWN_DEAL. */
export function viewDealWithEffects(
  ledger: Ledger,
  dealId: string,
  dates: Dates,
  rule: ChoiceRule = STATUS_THEN_TIER,
): Result<DealView> {
  const found = findDeal(ledger, dealId, dates.knownOn);
  if (!found.ok) return found;
  const { view, assembly } = viewIn(new GraphBuilder(), ledger, found.value, dates, rule);
  return ok({ ...view, terms: withEffects({ ...found.value, dates, rule }, view.terms, assembly) });
}

/** The view as nodes of a graph that may hold more, with the assembly it shows. */
export function viewIn(
  builder: GraphBuilder,
  ledger: Ledger,
  { deal, knowledge }: FoundDeal,
  dates: Dates,
  rule: ChoiceRule,
): { readonly view: DealView; readonly assembly: Assembly } {
  const assembly = assemble(deal, knowledge, dates, rule);
  const money = moneyFigures(builder, assembly, knowledge.nameOf);
  const terms = termsOf(builder, assembly, money);
  const implied = impliedStakesOf(builder, assembly);
  const reconciliations = reconciliationsOf(builder, assembly, money);
  const tranches = trancheViewsOf(builder, assembly, knowledge, money);
  const { totals } = money;
  const view: DealView = {
    ...summaryOf(deal, assembly, terms.filter(({ alternatives }) => alternatives.length > 0).length),
    ...dates,
    terms,
    tranches,
    payers: totals.byPayer,
    totals: totals.total,
    impliedStakes: implied.stakes,
    reconciliations,
    fallbacks: fallbacksOf(builder, assembly, knowledge, money),
    notJoined: knowledge.notJoined.filter(({ nearest }) => nearest?.deal === deal.id),
    assumptions: [...ruleAssumption(rule), ...money.assumptions, ...implied.assumptions],
    events: eventsOf(ledger, deal, dates, rule),
    graph: builder.build(),
    unit: money.unit,
  };
  return { view, assembly };
}

/** Every financing spoken of by a day, the latest first. */
export const listDeals = (
  ledger: Ledger,
  dates: Dates,
  rule: ChoiceRule = STATUS_THEN_TIER,
): readonly DealSummary[] =>
  issuersOf(ledger, dates.knownOn)
    .flatMap((issuer) => summariesOf(ledger, issuer, dates, rule))
    .sort(latestFirst);

/** A financing of an issuer, as far as it takes to name it. */
export type DealName = Pick<DealSummary, 'id' | 'issuerName' | 'lastKnown'>;

/** The financings of one issuer (a party id) by a day, the latest first. Looks at nothing that is said of others. */
export const dealsOfIssuer = (ledger: Ledger, issuer: string, knownOn: PlainDate): readonly DealName[] =>
  knowledgeOf(ledger, issuer, knownOn)
    .deals.map(({ id, issuerName, members }) => ({
      id,
      issuerName,
      lastKnown: members.reduce(
        (last, { statement: { knownFrom } }) => (knownFrom > last ? knownFrom : last),
        FIRST,
      ),
    }))
    .sort(latestFirst);

const FIRST = '0001-01-01' as PlainDate;

/** One financing in short. Fails: UNKNOWN_DEAL. */
export function summaryOfDeal(
  ledger: Ledger,
  dealId: string,
  dates: Dates,
  rule: ChoiceRule = STATUS_THEN_TIER,
): Result<DealSummary> {
  const found = findDeal(ledger, dealId, dates.knownOn);
  return found.ok ? ok(assembledSummary(found.value, dates, rule)) : found;
}

function summariesOf(ledger: Ledger, issuer: string, dates: Dates, rule: ChoiceRule): readonly DealSummary[] {
  const knowledge = knowledgeOf(ledger, issuer, dates.knownOn);
  return knowledge.deals.map((deal) => assembledSummary({ deal, knowledge }, dates, rule));
}

function assembledSummary({ deal, knowledge }: FoundDeal, dates: Dates, rule: ChoiceRule): DealSummary {
  const assembly = assemble(deal, knowledge, dates, rule);
  return summaryOf(deal, assembly, conflictsIn(assembly, knowledge));
}

function latestFirst(one: DealName, other: DealName): number {
  if (one.lastKnown !== other.lastKnown) return one.lastKnown < other.lastKnown ? 1 : -1;
  return one.id < other.id ? -1 : 1;
}

function conflictsIn(assembly: Assembly, knowledge: IssuerKnowledge): number {
  const builder = new GraphBuilder();
  const money = moneyFigures(builder, assembly, knowledge.nameOf);
  return termsOf(builder, assembly, money).filter(({ alternatives }) => alternatives.length > 0).length;
}

export interface FoundDeal {
  readonly deal: GroupedDeal;
  readonly knowledge: IssuerKnowledge;
}

/** Fails: UNKNOWN_DEAL. Looks only at the issuer that the id names. */
export function findDeal(ledger: Ledger, dealId: string, knownOn: PlainDate): Result<FoundDeal> {
  const issuer = issuerInDealId(dealId);
  if (issuer !== undefined) {
    const knowledge = knowledgeOf(ledger, issuer, knownOn);
    const deal = knowledge.dealOf(dealId);
    if (deal !== undefined) return ok({ deal, knowledge });
  }
  return fail('UNKNOWN_DEAL', '', `no deal "${dealId.slice(0, 80)}" is known on ${knownOn}`, {
    expected: 'an id as listed for that date',
  });
}

function summaryOf(deal: GroupedDeal, assembly: Assembly, conflicts: number): DealSummary {
  const { members, id, issuer, issuerName, money } = deal;
  const { size, valuation, status, lead } = assembly;
  const days = members.map(({ statement }) => statement.knownFrom).sort();
  const [first] = days;
  const sizeText = size === undefined ? 'size not stated' : formatAmount(size.chosen.value);
  return {
    id,
    title: titleOf(issuerName, id, sizeText, lead?.name),
    issuer,
    issuerName,
    money,
    status,
    size: sizeText,
    ...(valuation === undefined
      ? {}
      : {
          valuation: `${formatAmount(valuation.chosen.value.amount)}, ${BASIS_WORDS[valuation.chosen.value.basis]}`,
        }),
    firstKnown: first ?? assembly.dates.knownOn,
    lastKnown: days.at(-1) ?? assembly.dates.knownOn,
    sources: new Set(members.map(({ statement }) => statement.sourceId ?? statement.id.split('#')[0])).size,
    statements: members.map(({ joined }) => joined),
    conflicts,
  };
}

function titleOf(issuer: string, id: string, size: string, lead: string | undefined): string {
  const year = /-(\d{4})-/.exec(id)?.[1];
  const by = lead === undefined ? '' : `, ${lead}`;
  return `${issuer}${year === undefined ? '' : ` ${year}`}: ${size}${by}`;
}

const ruleAssumption = (rule: ChoiceRule): readonly Assumption[] => [
  { id: `rule-${rule.name}`, text: `Where sources disagree, the value is picked by ${rule.words}.` },
];
