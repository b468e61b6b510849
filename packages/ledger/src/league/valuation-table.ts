import type { GraphBuilder } from '@tranche/core/formula';
import { boundsOf, type StatedAmount } from '@tranche/core/money';
import { headlineBounds, type Ranking, rankByBounds } from '@tranche/core/ranking';
import { type PlainDate, rangeOf } from '@tranche/core/time';
import type { DealStatus, ValuationBasis } from '../claim/index.ts';
import { isDone, isOpen, moneyOf } from '../compare/index.ts';
import type { Dates } from '../deal/index.ts';
import type { PartyBook } from '../party/index.ts';
import { rankOfTier } from '../source/index.ts';
import type { Statement } from '../statement/index.ts';
import { converted, type TableMoney } from './amount-nodes.ts';
import type { PublishedRate } from './league-deal.ts';

/** Which valuations stand in a table: the last settled one of each company always does, unless left out. */
export interface ValuationRule {
  readonly words: string;
  /** The price at which holders sold counts as well as that of a round. */
  readonly salesByHolders: boolean;
  /** What was agreed counts as well as what was done. */
  readonly agreed: boolean;
}

/** The first is the rule; in each other one thing is changed. */
export const VALUATION_RULES: readonly [ValuationRule, ...ValuationRule[]] = [
  {
    words: 'the last valuation agreed or made, rounds and sales by holders',
    salesByHolders: true,
    agreed: true,
  },
  { words: 'prices of sales by holders left out', salesByHolders: false, agreed: true },
  { words: 'valuations that were only agreed left out', salesByHolders: true, agreed: false },
];

export interface ValuationQuestion extends Dates {
  /** What may be used; what was known later, or speaks of a later day, is passed over. */
  readonly statements: readonly Statement[];
  readonly parties: PartyBook;
  readonly rates: readonly PublishedRate[];
  /** Currency code of the table. */
  readonly unit: string;
}

export interface ValuationRow {
  readonly rank: number;
  /** Party id, and its name. */
  readonly entity: string;
  readonly name: string;
  /** Node. */
  readonly node: string;
  /** "post-money", "price of a sale by holders". */
  readonly basis: string;
  readonly from: PlainDate;
  readonly statements: readonly string[];
}

export interface ValuationTable {
  readonly rule: ValuationRule;
  readonly rows: readonly ValuationRow[];
  readonly ranking: Ranking;
  /** Names of companies whose valuation no rate brings into the currency. */
  readonly notCompared: readonly string[];
}

interface Said {
  readonly statement: Statement;
  readonly entity: string;
  readonly name: string;
  readonly amount: StatedAmount;
  readonly basis: ValuationBasis;
  readonly status: DealStatus;
  readonly from: PlainDate;
  /** The kind of money of its round; of a valuation told alone, all kinds of which the same text tells. */
  readonly money: ReadonlySet<string>;
}

/**
 * Companies by what they were last valued at, as of and as known on two dates, greatest first. Of valuations of one
 * day a post-money one goes before one without a basis and that before a pre-money one, then the higher tier counts.
 * Units: nodes in `unit`, at the last official rate on or before `asOf`. "About" and "over" count with their number.
 * Linear in the statements. Fails: never; a company without a valuation is not in it, so that it is never complete.
 */
export function valuationTable(
  builder: GraphBuilder,
  question: ValuationQuestion,
  rule: ValuationRule = VALUATION_RULES[0],
): ValuationTable {
  const { rates, asOf, knownOn, unit } = question;
  const official = rates.filter(({ kind, knownFrom }) => kind === 'official' && knownFrom <= knownOn);
  const money: TableMoney = { asOf, knownOn, unit, official };
  const last = new Map<string, Said & { readonly isSale: boolean }>();
  for (const said of withSales(valuationsSaid(question))) {
    if ((said.isSale && !rule.salesByHolders) || (!isDone(said.status) && !rule.agreed)) continue;
    const best = last.get(said.entity);
    if (best === undefined || isBetter(said, best)) last.set(said.entity, said);
  }
  const notCompared: string[] = [];
  const found = new Map<string, Omit<ValuationRow, 'rank'>>();
  for (const { entity, name, amount, basis, from, isSale, statement } of last.values()) {
    const words = isSale ? 'price of a sale by holders' : BASIS_WORDS[basis];
    const input = builder.input({
      label: `valuation of ${name}`,
      unit: amount.currency,
      basis: words,
      date: from,
      bounds: boundsOf(amount),
      qualifier: amount.qualifier,
      grounds: [{ kind: statement.kind, id: statement.id }],
    });
    const node = converted(builder, money, input, amount.currency);
    if (node === undefined) notCompared.push(name);
    else found.set(entity, { entity, name, node, basis: words, from, statements: [statement.id] });
  }
  const ranking = rankByBounds(
    [...found].map(([id, { node }]) => ({ id, bounds: headlineBounds(builder.boundsOf(node)) })),
  );
  const rows = ranking.order.flatMap(({ rank, id }): readonly ValuationRow[] => {
    const row = found.get(id);
    return row === undefined ? [] : [{ rank, ...row }];
  });
  return { rule, rows, ranking, notCompared };
}

const BASIS_WORDS: Readonly<Record<ValuationBasis, string>> = {
  post: 'post-money',
  pre: 'pre-money',
  unspecified: 'basis not stated',
};
const BASES: readonly ValuationBasis[] = ['post', 'unspecified', 'pre'];

function isBetter(one: Said, other: Said): boolean {
  if (one.from !== other.from) return one.from > other.from;
  const basis = BASES.indexOf(one.basis) - BASES.indexOf(other.basis);
  return basis !== 0 ? basis < 0 : rankOfTier(one.statement.tier) < rankOfTier(other.statement.tier);
}

/** Settled valuations, told by themselves or with a round. */
function valuationsSaid({ statements, parties, asOf, knownOn }: ValuationQuestion): readonly Said[] {
  const known = statements.filter(({ knownFrom, denied }) => knownFrom <= knownOn && !denied);
  const kinds = moneyByText(known, parties);
  return known.flatMap((statement): readonly Said[] => {
    const { body } = statement;
    if (body.type !== 'valuation' && body.type !== 'round') return [];
    if (isOpen(body.status) || body.status === 'abandoned') return [];
    const { id: entity, name } = parties.partyOf(body.type === 'round' ? body.issuer : body.entity);
    const when = body.type === 'round' ? body.date : body.when;
    const from = (when === undefined ? undefined : rangeOf(when).to) ?? statement.knownFrom;
    if (from > asOf) return [];
    const money =
      body.type === 'round'
        ? new Set([moneyOf(body) ?? 'primary'])
        : (kinds.get(keyOf(statement, entity)) ?? new Set());
    const said = (amount: StatedAmount | undefined, basis: ValuationBasis): readonly Said[] =>
      amount === undefined
        ? []
        : [{ statement, entity, name, amount, basis, status: body.status, from, money }];
    return body.type === 'valuation'
      ? said(body.amount, body.basis)
      : [
          ...said(body.post_money, 'post'),
          ...said(body.valuation_unspecified, 'unspecified'),
          ...said(body.pre_money, 'pre'),
        ];
  });
}

/**
 * Which valuations are the price of a sale by holders: those told with nothing but such a sale, and the same figure
 * where it is told without any deal, or beside such a sale.
 */
function withSales(all: readonly Said[]): readonly (Said & { readonly isSale: boolean })[] {
  const isTold = ({ money }: Said): boolean => money.size === 1 && money.has('secondary');
  const figureOf = ({ entity, amount }: Said): string => JSON.stringify([entity, amount]);
  const sold = new Set(all.filter(isTold).map(figureOf));
  return all.map((said) => ({
    ...said,
    isSale:
      isTold(said) || ((said.money.size === 0 || said.money.has('secondary')) && sold.has(figureOf(said))),
  }));
}

/** What a text or fact says of a company's money, by which its valuations are of a round or of a sale by holders. */
function moneyByText(
  statements: readonly Statement[],
  { partyOf }: PartyBook,
): ReadonlyMap<string, ReadonlySet<string>> {
  const kinds = new Map<string, Set<string>>();
  for (const statement of statements) {
    const { body } = statement;
    if (body.type !== 'round') continue;
    const key = keyOf(statement, partyOf(body.issuer).id);
    kinds.set(key, (kinds.get(key) ?? new Set()).add(moneyOf(body) ?? 'primary'));
  }
  return kinds;
}

const keyOf = ({ sourceId, id }: Statement, entity: string): string =>
  `${entity} ${sourceId ?? id.split('#')[0]}`;
