import { GraphBuilder } from '@tranche/core/formula';
import { amountKey } from '../deal/assembly/amount-said.ts';
import { headlineNode } from '../deal/figures/nodes.ts';
import { type ChoiceRule, type Dates, STATUS_THEN_TIER } from '../deal/index.ts';
import { type ChoiceContext, choose } from '../deal/reconcile/index.ts';
import type { Ledger, Statement } from '../statement/index.ts';
import { accountsOf, wholesOf } from './accounts.ts';
import { type Funding, fundingOf } from './funders.ts';
import { groupedBy } from './grouped-by.ts';
import { amountTermOf } from './money-terms.ts';
import { amountSaidOf, heldBy, isAhead, moneySaid, type SaidMoney, standing } from './pledges.ts';
import {
  type AccountTerms,
  accountViewsOf,
  againstStakes,
  againstTotals,
  besides,
} from './reconciliations.ts';
import { rolesOf } from './roles.ts';
import { type SaidStake, stakesOf } from './stakes.ts';
import { financingsFor, type VentureKnowledge } from './venture-statements.ts';
import type { IntentionView, MoneyWords, VenturePartyView, VentureView } from './view.ts';

/**
 * A venture as of a date (what had been said of a day up to it) and as known on a date, both inclusive: who is in
 * it, what each is said to put in, what is reported as paid, the stakes that are stated, what it means to spend, and
 * what of this adds up. Amounts in whole units of one currency, stakes as fractions; all are nodes of the graph.
 * What nobody reports as paid is unknown. Fails: never.
 */
export function viewVenture(
  ledger: Ledger,
  knowledge: VentureKnowledge,
  { asOf, knownOn }: Dates,
  rule: ChoiceRule = STATUS_THEN_TIER,
): VentureView {
  const { id, name, judgements, book } = knowledge;
  const builder = new GraphBuilder();
  const context: ChoiceContext = { deal: id, judgements, rule };
  const held = heldBy(knowledge.statements, asOf);
  const said = moneySaid(knowledge, asOf);
  const { sums, intended } = wholesOf(said);
  const funding = fundingOf(builder, said, context, { venture: name, id });
  const stakes = stakesOf(builder, held, context, book);
  const parties = partiesIn(knowledge, held, funding, stakes, financingsFor(ledger, knowledge, knownOn));
  const terms: AccountTerms = {
    context,
    unit: funding.unit,
    stakes,
    nameOf: (party) => parties.find((one) => one.id === party)?.name ?? party,
    textOf: ({ statement }) => knowledge.textOf(statement),
  };
  const accounts = accountViewsOf(builder, accountsOf(standing(said, knowledge).filter(isAhead)), terms);
  const intentions = intentionsOf(builder, intended, context, name);
  // A promise to a supplier is the price of something: nobody asks whether it is equity.
  const isAnnounced = held.some(({ body }) => body.type === 'venture');
  return {
    id,
    name,
    asOf,
    knownOn,
    parties,
    ...totalsOf(funding),
    kinds: kindsOf(builder, funding),
    intentions,
    uncovered: uncoveredBy(builder, funding, intentions),
    accounts,
    reconciliations: [...againstTotals(builder, accounts, sums, terms), ...againstStakes(builder, accounts)],
    denials: held
      .filter((statement) => statement.denied)
      .map((statement) => ({
        text: `${statement.body.type === 'venture' ? name : 'an amount'}: ${statement.note ?? statement.quote ?? 'denied'}`,
        statements: [statement.id],
      })),
    missing: missingOf(funding, intentions, isAnnounced),
    assumptions: [
      { id: `rule-${rule.name}`, text: `Where sources disagree, the value is picked by ${rule.words}.` },
    ],
    statements: held.map((statement) => statement.id),
    graph: builder.build(),
    unit: funding.unit,
  };
}

const totalsOf = ({ total, agreed, drawn }: Funding): Pick<VentureView, 'total' | 'agreed' | 'drawn'> => ({
  ...(total === undefined ? {} : { total }),
  ...(agreed === undefined ? {} : { agreed }),
  ...(drawn === undefined ? {} : { drawn }),
});

/** Funders first, then the other partners and those with a role, each with what is said of it. */
function partiesIn(
  { name: venture, book }: VentureKnowledge,
  held: readonly Statement[],
  { funders }: Funding,
  stakes: ReadonlyMap<string, SaidStake>,
  financings: readonly Statement[],
): readonly VenturePartyView[] {
  const roles = rolesOf(held, book);
  const byParty = new Map(funders.map((funder) => [funder.party.id, funder]));
  const names = new Map<string, string>([
    ...[...roles].map(([id, { name }]) => [id, name] as const),
    ...[...stakes].map(([id, { party }]) => [id, party.name] as const),
    ...funders.map(({ party }) => [party.id, party.name] as const),
  ]);
  const ids = [...new Set([...byParty.keys(), ...stakes.keys(), ...roles.keys()])];
  return ids.map((id): VenturePartyView => {
    const own = byParty.get(id);
    const stake = stakes.get(id);
    const raised = financings.some(
      ({ body }) => body.type === 'round' && book.partyOf(body.issuer).id === id,
    );
    const notes = [
      raised && own !== undefined
        ? `may come out of its own financing, a use of which is ${venture}: the same money is counted there too`
        : undefined,
      own?.note,
    ].filter((note) => note !== undefined);
    return {
      id,
      name: names.get(id) ?? id,
      roles: roles.get(id)?.roles ?? [],
      ...(own === undefined ? {} : { money: own.money }),
      ...(stake === undefined ? {} : { stake: { ...stake.term, status: stake.status } }),
      ...(notes.length === 0 ? {} : { note: notes.join('; ') }),
    };
  });
}

/** What is equity, what is debt, and what nobody says. */
function kindsOf(builder: GraphBuilder, { funders, unsummed, unit }: Funding): VentureView['kinds'] {
  const summed = funders.filter(({ party }) => !unsummed.includes(party.name));
  const byKind = groupedBy(summed, ({ money }): MoneyWords => money.kind);
  return [...byKind].map(([kind, own]) => ({
    kind,
    node: builder.formula({
      label: kind === 'not stated' ? 'kind of money not stated' : `stated as ${kind}`,
      basis: 'as said',
      unit,
      operator: 'add',
      operands: own.map(({ money }) => money.node),
    }),
  }));
}

/** Intended spending by the period it is for, in the order in which the periods were first named. */
function intentionsOf(
  builder: GraphBuilder,
  intended: readonly SaidMoney[],
  context: ChoiceContext,
  venture: string,
): readonly IntentionView[] {
  const periods = new Map<string, string>();
  for (const { amount, period } of intended) {
    if (period !== undefined && !periods.has(amountKey(amount))) periods.set(amountKey(amount), period);
  }
  const byPeriod = groupedBy(intended, (one) => one.period ?? periods.get(amountKey(one.amount)) ?? '');
  return [...byPeriod].flatMap(([period, own]) => {
    const field = `intended.${period.replace(/ /g, '-')}`;
    const choice = choose(field, own.map(amountSaidOf), context);
    if (choice === undefined) return [];
    const label = `meant to be spent by ${venture}, ${period.replace(/^\.\.\//, 'by ')}`;
    const described = { label, basis: 'intended' };
    const term = amountTermOf(builder, choice, { field, ...described }, () => undefined);
    return [{ label, term, node: term.node, headline: headlineNode(builder, choice.chosen, described) }];
  });
}

function uncoveredBy(
  builder: GraphBuilder,
  { funders, unsummed, total, unit }: Funding,
  intentions: readonly IntentionView[],
): VentureView['uncovered'] {
  if (total === undefined) return [];
  const parts = funders
    .filter(({ party }) => !unsummed.includes(party.name))
    .map(({ party, money }) => ({ label: party.name, node: money.node, statements: money.said.statements }));
  return intentions
    .filter(({ node }) => builder.node(node).unit === unit)
    .map(({ label, headline, term }) =>
      besides(builder, {
        label: `what the funders are said to put in, and what is ${label}`,
        parts,
        stated: headline,
        statedBy: term.statements,
        unit,
      }),
    );
}

function missingOf(
  { funders, unsummed }: Funding,
  intentions: readonly IntentionView[],
  isAnnounced: boolean,
): readonly string[] {
  const without = funders.filter(({ money }) => money.kind === 'not stated').map(({ party }) => party.name);
  return [
    ...(funders.length === 0 ? ['an amount that some party puts in'] : []),
    ...(funders.length > 0 ? ['a report of money that was paid in'] : []),
    ...(without.length === 0 || !isAnnounced
      ? []
      : [`whether the money of ${without.join(', ')} is equity or debt`]),
    ...(intentions.length === 0
      ? []
      : [
          'of what is meant to be spent beyond the amounts of parties: who puts it in, and whether as equity or debt',
        ]),
    ...unsummed.map((name) => `a rate for the amount of ${name}, which is in another currency`),
  ];
}
