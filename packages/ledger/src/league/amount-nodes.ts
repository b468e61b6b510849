import { convertMoney, findRate } from '@tranche/core/convert';
import type { GraphBuilder } from '@tranche/core/formula';
import type { DatedAmount } from '@tranche/core/league';
import { boundsOf, headlineValue, type StatedAmount } from '@tranche/core/money';
import type { PlainDate } from '@tranche/core/time';
import type { Financing } from './financing.ts';
import type { LeagueAmount, LeagueDeal, PublishedRate } from './league-deal.ts';

/** How sums come into the currency of the table: at the last official rate on or before the day. */
export interface TableMoney {
  readonly asOf: PlainDate;
  readonly knownOn: PlainDate;
  /** Currency code of the table. */
  readonly unit: string;
  /** Official rates that were known. */
  readonly official: readonly PublishedRate[];
}

/** What a deal of the facts had announced by the dates, oldest first; undefined where no rate leads to the table. */
export function announcedOf(
  builder: GraphBuilder,
  money: TableMoney,
  deal: LeagueDeal,
): readonly DatedAmount[] | undefined {
  return nodesOf(builder, money, deal, 'announced', standingIn(money, deal.announced));
}

/**
 * What a deal of the facts had received by the dates. Where the facts' own schedule of payments is not wholly known
 * yet, what the workspace tells of them counts (`counterpart`); undefined where nothing is known of payments, empty
 * where nothing was paid.
 */
export function receivedOf(
  builder: GraphBuilder,
  money: TableMoney,
  deal: LeagueDeal,
  counterpart: Financing | undefined,
): readonly DatedAmount[] | undefined {
  const standing = standingIn(money, deal.received);
  const isKnown = deal.received.every(({ knownFrom }) => knownFrom <= money.knownOn);
  if (!isKnown && counterpart !== undefined) {
    const drawn = drawnOf(builder, money, counterpart);
    if (drawn !== undefined) return drawn.map(({ node, from }) => ({ from, equity: node }));
  }
  if (deal.received.length === 0 || (!isKnown && standing.length === 0)) return undefined;
  return nodesOf(builder, money, deal, 'received', standing);
}

/** What was drawn of a deal of the workspace: nothing gives no amount; undefined where no rate leads to the table. */
function drawnOf(
  builder: GraphBuilder,
  money: TableMoney,
  financing: Financing,
): readonly { readonly from: PlainDate; readonly node: string }[] | undefined {
  const { unit, drawn } = financing.figures(builder);
  const node = converted(builder, money, drawn, unit);
  if (node === undefined) return undefined;
  const { high } = builder.boundsOf(node);
  return high !== undefined && high.sign() === 0 ? [] : [{ from: money.asOf, node }];
}

/** A node of one currency in that of the table; undefined where no rate leads there. */
export function converted(
  builder: GraphBuilder,
  { unit, asOf, official }: TableMoney,
  node: string,
  from: string,
): string | undefined {
  const found = convertMoney(builder, { from, to: unit, date: asOf, rates: official, amount: node });
  return found.ok ? found.value.node : undefined;
}

const standingIn = (
  { asOf, knownOn }: TableMoney,
  amounts: readonly LeagueAmount[],
): readonly LeagueAmount[] => amounts.filter(({ from, knownFrom }) => knownFrom <= knownOn && from <= asOf);

function nodesOf(
  builder: GraphBuilder,
  money: TableMoney,
  { label }: LeagueDeal,
  part: 'announced' | 'received',
  amounts: readonly LeagueAmount[],
): readonly DatedAmount[] | undefined {
  const dated: DatedAmount[] = [];
  for (const { from, equity: stated, debt: lent, statements } of amounts) {
    const node = (of: StatedAmount, name: string): string | undefined => {
      const input = builder.input({
        label: name,
        unit: of.currency,
        basis: part === 'announced' ? 'headline amount' : 'cash received',
        date: from,
        bounds: part === 'announced' ? headlineAsSaid(of) : boundsOf(of),
        qualifier: of.qualifier,
        grounds: statements.map((id) => ({ kind: 'fact', id })),
      });
      return converted(builder, money, input, of.currency);
    };
    const equity = node(stated, `${label}, ${part}`);
    if (equity === undefined) return undefined;
    const debt = lent === undefined ? undefined : node(lent, `${label}, debt ${part}`);
    dated.push({ from, equity, ...(debt === undefined ? {} : { debt }) });
  }
  return dated;
}

/** A headline counts with its number; its words are kept for display. */
function headlineAsSaid(stated: StatedAmount): ReturnType<typeof boundsOf> {
  if ('min' in stated) return boundsOf(stated);
  const value = headlineValue(stated);
  return { low: value, high: value, vague: stated.qualifier === 'about' || stated.qualifier === 'nearly' };
}

/** A stated sum in the currency of the table, its words kept; undefined where no rate leads there. */
export function statedIn(
  { unit, asOf, official }: TableMoney,
  stated: StatedAmount,
): StatedAmount | undefined {
  const found = findRate({ from: stated.currency, to: unit, date: asOf, rates: official });
  if (!found.ok) return undefined;
  const { rate } = found.value;
  const { qualifier } = stated;
  return 'min' in stated
    ? { currency: unit, min: stated.min.times(rate), max: stated.max.times(rate), qualifier }
    : { currency: unit, value: stated.value.times(rate), qualifier };
}
