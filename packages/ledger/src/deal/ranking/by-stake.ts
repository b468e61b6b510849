import type { GraphBuilder } from '@tranche/core/formula';
import {
  type ChosenShare,
  type PassedShare,
  READ_AS_TOTAL,
  type StatedHolding,
  statedHoldings,
  undisclosedOf,
} from '../../ownership/index.ts';
import type { IssuerKnowledge } from '../grouping/deals-of.ts';
import type { Assumption, Dates } from '../view.ts';
import type { Measured, MeasuredParty } from './measured.ts';

/**
 * The share each holder is said to have itself, on its own day and basis. A total through all levels is no holding
 * beside the direct ones. What nobody is named for is a holder of its own, never ranked.
 */
export function measureByStake(builder: GraphBuilder, knowledge: IssuerKnowledge, dates: Dates): Measured {
  const holdings = statedHoldings(builder, knowledge, dates);
  const parties = holdings.flatMap((holding): readonly MeasuredParty[] => {
    const { name, direct, isGroup, passedOver } = holding;
    if (direct === undefined) return [];
    const all = [...direct.passedOver, ...passedOver];
    return [
      {
        party: name,
        node: direct.node,
        isGroup,
        note: [`as of ${direct.on}`, basisWords(direct), ...alsoSaid(all)].join('; '),
        stake: { ...shareOnly(direct), rule: direct.rule, passedOver: all },
        statements: direct.statements,
      },
    ];
  });
  const rest = undisclosed(builder, knowledge, holdings);
  return {
    parties: rest === undefined || parties.length === 0 ? parties : [...parties, rest],
    unit: 'fraction',
    assumptions: [
      ...(holdings.some(({ isReadAsTotal }) => isReadAsTotal) ? [READ_AS_TOTAL] : []),
      ...(rest !== undefined && couldLead(builder, rest, parties) ? [REST_IS_SEVERAL] : []),
    ],
  };
}

const REST_IS_SEVERAL: Assumption = {
  id: 'undisclosed-are-several',
  text: 'What nobody is named for is taken to be held by several, none of them with more than the largest that is named.',
};

/** Whether one holder with all that is not disclosed would have more than each that is named. */
function couldLead(builder: GraphBuilder, rest: MeasuredParty, parties: readonly MeasuredParty[]): boolean {
  const most = builder.boundsOf(rest.node).high;
  const named = parties.flatMap(({ node, isGroup }) => (isGroup ? [] : (builder.boundsOf(node).low ?? [])));
  return named.length > 0 && most !== undefined && named.every((share) => share.compare(most) < 0);
}

const basisWords = ({ basis }: ChosenShare): string => basis ?? 'basis not stated';

const shareOnly = ({
  on,
  basis,
}: ChosenShare): { readonly on: ChosenShare['on']; readonly basis?: string } => ({
  on,
  ...(basis === undefined ? {} : { basis }),
});

const alsoSaid = (others: readonly PassedShare[]): readonly string[] =>
  others.length === 0
    ? []
    : [
        `also said: ${[...new Set(others.map(({ percent, on, basis }) => `${percent.toDecimal(1)} % (${on}${basis === undefined ? '' : `, ${basis}`})`))].join(', ')}`,
      ];

/** What is left of the whole by holders that are named one by one. */
function undisclosed(
  builder: GraphBuilder,
  { issuer, nameOf }: IssuerKnowledge,
  holdings: readonly StatedHolding[],
): MeasuredParty | undefined {
  const { notNamed } = undisclosedOf(builder, nameOf(issuer), holdings);
  if (notNamed === undefined) return undefined;
  return {
    party: 'undisclosed holders',
    node: notNamed,
    isGroup: true,
    note: 'what the holders that are named leave; said of different days, so that it may be off',
    statements: [],
  };
}
