import { formatAmount } from '@tranche/core/display';
import type { GraphBuilder } from '@tranche/core/formula';
import type { LeagueRow, LeagueRule } from '@tranche/core/league';
import { boundsOf, headlineOf, headlineValue } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import { lastDayOf, parsePartialDate } from '@tranche/core/time';
import type { Assumption } from '../deal/index.ts';
import {
  type Aside,
  amountText,
  couldLead,
  type EnteredDeals,
  flagWords,
  type LeagueTable,
  type LeftOut,
} from '../league/index.ts';
import type { QuestionContext } from './question.ts';

/** So many deals without a place are told one by one; the others are counted. */
const MOST_TOLD = 8;

/** Deals that have no place under the rule and may be larger than the first, with their amount. */
export const couldBeFirst = (builder: GraphBuilder, table: LeagueTable): readonly string[] =>
  table.leftOut
    .filter(({ because }) => because === 'equity_not_told')
    .filter(({ node }) => couldLead(builder, table, builder.boundsOf(node)))
    .map(({ deal, node }) => `${deal.entry.label} (${amountText(builder, node)}, debt included)`);

/** What has no place in the table, as far as it would be among the deals shown; and where the order is open. */
export function missingOf(
  builder: GraphBuilder,
  { asides, unit }: EnteredDeals,
  table: LeagueTable,
  shown: readonly LeagueRow[],
): readonly string[] {
  const last = shown.at(-1);
  const least = last === undefined ? undefined : headlineOf(builder.boundsOf(last.node));
  const reaches = (value: Rational | undefined): boolean =>
    least === undefined || value === undefined || value.compare(least) >= 0;
  const ofReason = (reason: Aside['reason']): readonly Aside[] =>
    asides
      .filter(
        (one) => one.reason === reason && (one.amount === undefined || reaches(headlineValue(one.amount))),
      )
      .toSorted(largestFirst);
  const sizeOf = ({ node }: LeftOut): Rational => headlineOf(builder.boundsOf(node)) ?? Rational.ZERO;
  const leftOut = table.leftOut
    .filter((one) => reaches(sizeOf(one)))
    .toSorted((one, other) => sizeOf(other).compare(sizeOf(one)));
  const open = shown.filter(({ rank, lowestRank }) => rank !== lowestRank);
  return [
    ...(open.length === 0
      ? []
      : [
          `Of some deals only bounds of what was received are known, so that places are open: ${told(open.map(({ rank, label }) => `${label} (${rank} at best)`))}.`,
        ]),
    ...lines(ofReason('not_signed'), ({ label, amount, because }) => {
      if (amount === undefined) return [];
      const would = couldLead(builder, table, boundsOf(amount)) ? '; signed, it could be first' : '';
      return [`Not signed: ${label}, ${formatAmount(amount)} (${because}${would}).`];
    }),
    ...lines(
      leftOut.filter(({ because }) => because === 'by_flag'),
      ({ deal, node, flags }) => [
        `Left out by the rule: ${deal.entry.label}, ${amountText(builder, node)} (${flagWords(flags)}).`,
      ],
    ),
    ...lines(
      leftOut.filter(({ because }) => because === 'equity_not_told'),
      ({ deal, node }) => [
        `No place by equity alone: ${deal.entry.label}, ${amountText(builder, node)} of debt and equity together, the parts of which are not told.`,
      ],
    ),
    ...lines(ofReason('no_rate'), ({ label, because }) => [
      `Not compared: ${label}, for ${because} on or before the day.`,
    ]),
    ...(ofReason('no_size').length === 0
      ? []
      : [`No amount in ${unit} is stated of ${told(ofReason('no_size').map(({ label }) => label))}.`]),
  ];
}

const told = (names: readonly string[]): string =>
  `${names.slice(0, MOST_TOLD).join('; ')}${names.length > MOST_TOLD ? `; and ${names.length - MOST_TOLD} more` : ''}`;

function lines<T>(all: readonly T[], textOf: (one: T) => readonly string[]): readonly string[] {
  const texts = all.flatMap(textOf);
  const more = texts.length - MOST_TOLD;
  const [first] = texts;
  const kind = first?.split(':')[0];
  return [...texts.slice(0, MOST_TOLD), ...(more > 0 ? [`${kind}: ${more} more.`] : [])];
}

function largestFirst({ amount: one }: Aside, { amount: other }: Aside): number {
  if (one === undefined || other === undefined) return 0;
  return headlineValue(other).compare(headlineValue(one));
}

/** How the rule treats what rules differ in. */
export function assumptionsOf(
  { asides }: EnteredDeals,
  { amount, money }: LeagueRule,
): readonly Assumption[] {
  const isAnnounced = amount === 'announced';
  const all: readonly (Assumption | undefined)[] = [
    isAnnounced
      ? {
          id: 'league-headline',
          text: 'An announced sum counts with its headline number from the day it was announced or signed: "up to 40" as 40, and sums over several years or with conditions in full.',
        }
      : {
          id: 'league-received',
          text: 'Of sums over several years, in tranches or with conditions only what was received by the day counts; where that is not told, all between nothing and the sum.',
        },
    {
      id: 'league-holders',
      text: 'Money that goes to holders counts where it is part of a round or of a stake bought, and the deal is marked; a sale by holders alone does not.',
    },
    { id: 'league-strategic', text: 'Strategic purchases of a stake count, and are marked.' },
    money === 'equity_and_debt'
      ? {
          id: 'league-debt',
          text: `Debt counts where it was raised with a round, ${isAnnounced ? 'credit lines that are not drawn included' : 'as far as it was drawn'}; a loan alone does not.`,
        }
      : undefined,
    ...asides
      .filter(({ reason }) => reason === 'same_deal')
      .map(({ id, label, because }) => ({
        id: `league-same-${id}`,
        text: `${label} (${id}) is ${because}.`,
      })),
  ];
  return all.filter((one) => one !== undefined);
}

/** What the keeper of the facts noted about a deal, from the day on which all that it rests on was published. */
export function noteOf(
  { ledger, knownOn }: QuestionContext,
  { deals }: EnteredDeals,
  { id }: LeagueRow,
): string | undefined {
  if (deals.get(id)?.isOfFacts !== true) return undefined;
  const fact = ledger.facts.find((one) => one.id === id);
  const isAllKnown = fact?.references?.every(({ published }) => {
    const date = published === undefined ? undefined : parsePartialDate(published);
    const day = date?.ok === true ? lastDayOf(date.value) : undefined;
    return published === undefined || (day !== undefined && day <= knownOn);
  });
  return isAllKnown ? fact?.note : undefined;
}
