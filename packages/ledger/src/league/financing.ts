import type { GraphBuilder } from '@tranche/core/formula';
import type { StatedAmount } from '@tranche/core/money';
import type { Rational } from '@tranche/core/rational';
import { type PlainDate, partsOf } from '@tranche/core/time';
import type { DealStatus } from '../claim/index.ts';
import { type Assembly, assemble } from '../deal/assembly/assemble.ts';
import { isBinding } from '../deal/assembly/tranches.ts';
import { moneyFigures } from '../deal/figures/money-figures.ts';
import { isDone } from '../deal/grouping/mention.ts';
import { kindOfWords } from '../deal/grouping/money-kind.ts';
import {
  type ChoiceRule,
  type Dates,
  type DealMoney,
  type IssuerKnowledge,
  issuersOf,
  knowledgeOf,
} from '../deal/index.ts';
import { decisionsOf, judgementsInForce } from '../judgement/index.ts';
import type { Ledger } from '../statement/index.ts';
import type { LeagueDeal, LeagueFlag } from './league-deal.ts';
import { mostSaid } from './most-said.ts';

/** A deal of the workspace as it stood on two dates, as far as a table of the largest needs it. */
export interface Financing {
  readonly id: string;
  readonly label: string;
  /** Party id. */
  readonly issuer: string;
  readonly money: DealMoney;
  readonly status: DealStatus;
  /** The first day of which a binding agreement or a payment is told; of what nobody is bound to, the first mention. */
  readonly from: PlainDate;
  /** As the rule picks it; absent where no amount is stated. */
  readonly size?: StatedAmount;
  readonly flags: readonly LeagueFlag[];
  readonly statements: readonly string[];
  /** The texts and facts that speak of it. */
  readonly texts: ReadonlySet<string>;
  /** Its size and what was drawn of it, as nodes put into a graph. */
  figures(builder: GraphBuilder): FinancingFigures;
}

export interface FinancingFigures {
  /** Currency code. */
  readonly unit: string;
  readonly size?: string;
  readonly drawn: string;
}

/** The deals of one issuer in the workspace, worked out only when asked for. */
export interface IssuerDeals {
  /** Party id. */
  readonly issuer: string;
  /** Ids of everything that was said of its deals. */
  readonly statements: readonly string[];
  /** By currency, what all that is told of its deals adds up to at most. */
  readonly most: ReadonlyMap<string, Rational>;
  financings(): readonly Financing[];
}

/** What a table of the largest is made from: gathered facts that no judgement rejects, and the workspace's deals. */
export interface LeagueSources {
  readonly deals: readonly LeagueDeal[];
  readonly issuers: readonly IssuerDeals[];
}

/**
 * The entries of a table as of and as known on two dates. Linear in the statements of the ledger; deals are assembled
 * only when asked for. Fails: never.
 */
export function leagueSources(
  ledger: Ledger,
  deals: readonly LeagueDeal[],
  dates: Dates,
  rule?: ChoiceRule,
): LeagueSources {
  const judgements = judgementsInForce(ledger.judgements, dates.knownOn);
  const rejected = new Set(decisionsOf(judgements, 'reject').map(({ decision }) => decision.statement));
  return {
    deals: deals.filter(({ id }) => !rejected.has(id)),
    issuers: issuersOf(ledger, dates.knownOn).map((issuer): IssuerDeals => {
      const knowledge = knowledgeOf(ledger, issuer, dates.knownOn);
      const said = knowledge.deals.map(({ members }) => members.map(({ statement }) => statement));
      let worked: readonly Financing[] | undefined;
      return {
        issuer,
        statements: said.flatMap((statements) => statements.map(({ id }) => id)),
        most: mostSaid(said),
        financings: () => {
          worked ??= knowledge.deals.flatMap((deal) =>
            financingOf(assemble(deal, knowledge, dates, rule), knowledge),
          );
          return worked;
        },
      };
    }),
  };
}

function financingOf(assembly: Assembly, knowledge: IssuerKnowledge): readonly Financing[] {
  const { deal, mentions, status, size, lead, instrument, tranches } = assembly;
  const binding = mentions.filter((one) => isBinding(one.status) && !one.statement.denied);
  const [from] = (isBinding(status) ? binding : mentions).map(({ at }) => at.to).sort();
  if (from === undefined || status === 'abandoned') return [];
  // An instrument such as "debt and equity" tells more than the kind of money that a text was read to mean.
  const worded = instrument === undefined ? undefined : kindOfWords(instrument.chosen.value);
  const money = deal.money === 'primary' && worded === 'mixed' ? worded : deal.money;
  const by = lead === undefined ? '' : ` (${lead.name})`;
  const isContingent =
    !isDone(status) && tranches.some((one) => one.condition !== undefined && one.paidOn === undefined);
  return [
    {
      id: deal.id,
      label: `${deal.issuerName}${by}, ${partsOf(from).year}`,
      issuer: deal.issuer,
      money,
      status,
      from,
      ...(size === undefined ? {} : { size: size.chosen.value }),
      flags: [...flagsOf(money), ...(isContingent ? (['contingent'] as const) : [])],
      statements: mentions.map(({ statement }) => statement.id),
      texts: new Set(mentions.map(({ text }) => text)),
      figures: (builder) => {
        const { unit, size: whole, totals } = moneyFigures(builder, assembly, knowledge.nameOf);
        return { unit, ...(whole === undefined ? {} : { size: whole }), drawn: totals.total.drawn };
      },
    },
  ];
}

function flagsOf(money: DealMoney): readonly LeagueFlag[] {
  switch (money) {
    case 'secondary':
      return ['sale_by_holders'];
    case 'debt':
      return ['loan'];
    case 'grant':
      return ['grant'];
    case 'primary':
    case 'mixed':
      return [];
  }
}
