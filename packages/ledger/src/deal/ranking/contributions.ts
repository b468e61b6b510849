import type { GraphBuilder } from '@tranche/core/formula';
import { Rational } from '@tranche/core/rational';
import type { PlainDate } from '@tranche/core/time';
import { type Assembly, assemble } from '../assembly/assemble.ts';
import { isBinding } from '../assembly/tranches.ts';
import { moneyFigures, type SliceFigures } from '../figures/money-figures.ts';
import type { IssuerKnowledge } from '../grouping/deals-of.ts';
import type { Dates } from '../view.ts';
import type { Contribution } from './contribution.ts';
import { boundOnIn, doneOnIn } from './days.ts';
import { undisclosed, withinSyndicate } from './unnamed-parts.ts';

/** Money of a deal that no single party is named for, in all its tranches. */
export interface GroupMoney {
  readonly label: string;
  /** Paid to other holders: no new money. */
  readonly isSecondary: boolean;
  readonly committed: string;
  readonly drawn: string;
  readonly statements: readonly string[];
}

export interface Contributions {
  readonly contributions: readonly Contribution[];
  readonly groups: readonly GroupMoney[];
  /** Parties that are said to plan a purchase from other holders, of which no report tells that it was made. */
  readonly mayHaveBought: ReadonlySet<string>;
}

/** What each party brings to the signed deals of an issuer; loans and grants buy no share and are left out. */
export function contributionsOf(
  builder: GraphBuilder,
  knowledge: IssuerKnowledge,
  dates: Dates,
): Contributions {
  const contributions: Contribution[] = [];
  const mayHaveBought = new Set<string>();
  const groups = new Map<string, GroupSlice[]>();
  for (const deal of knowledge.deals) {
    if (deal.money === 'debt' || deal.money === 'grant') continue;
    const assembly = assemble(deal, knowledge, dates);
    if (!isBinding(assembly.status)) {
      if (deal.money !== 'secondary' || assembly.status === 'abandoned') continue;
      for (const { parties } of assembly.mentions) for (const party of parties) mayHaveBought.add(party);
      continue;
    }
    const money = moneyFigures(builder, assembly, knowledge.nameOf);
    const slices = money.tranches.flatMap((tranche) => tranche.slices);
    const isSecondary = deal.money === 'secondary';
    const boundOn = boundOnIn(assembly);
    for (const slice of slices) {
      const { party, share, committed, drawn, statements } = slice;
      if (party === undefined || share === 'syndicated') {
        if (slice.slice?.isCommitted === false) continue;
        const label = `${slice.payer}, ${deal.id}`;
        groups.set(label, [...(groups.get(label) ?? []), { isSecondary, committed, drawn, statements }]);
      } else if (slice.slice?.isCommitted !== false) {
        contributions.push({
          party,
          deal: deal.id,
          isSecondary,
          committed,
          drawn,
          boundOn,
          paidOn: paidOnIn(slice, assembly),
          isUndisclosed: false,
          statements,
        });
      }
    }
    contributions.push(...withinSyndicate(builder, assembly, slices, knowledge, isSecondary, boundOn));
    contributions.push(
      ...undisclosed(builder, assembly, slices, knowledge, isSecondary, boundOn, money.unit),
    );
  }
  return {
    contributions,
    groups: [...groups].map(([label, parts]) => groupOf(builder, label, parts)),
    mayHaveBought,
  };
}

type GroupSlice = Omit<GroupMoney, 'label'>;

function groupOf(builder: GraphBuilder, label: string, parts: readonly GroupSlice[]): GroupMoney {
  const sum = (nodes: readonly string[]): string => {
    const [first = '', second] = nodes;
    const { unit, basis } = builder.node(first);
    const described = { label, unit, ...(basis === undefined ? {} : { basis }) };
    const all =
      second === undefined ? first : builder.formula({ ...described, operator: 'add', operands: nodes });
    const { low } = builder.boundsOf(all);
    if (low === undefined || low.sign() >= 0) return all;
    // What is left of a whole after parts that are worded as bounds is never below nothing.
    return builder.formula({ ...described, operator: 'maximum', operands: [all, nothing(builder, unit)] });
  };
  return {
    label,
    isSecondary: parts.some(({ isSecondary }) => isSecondary),
    committed: sum(parts.map(({ committed }) => committed)),
    drawn: sum(parts.map(({ drawn }) => drawn)),
    statements: [...new Set(parts.flatMap(({ statements }) => statements))],
  };
}

const nothing = (builder: GraphBuilder, unit: string): string =>
  builder.exact({
    label: 'nothing',
    unit,
    value: Rational.ZERO,
    grounds: [{ kind: 'rule', id: 'no-negative-payment', note: 'nobody pays less than nothing' }],
  });

function paidOnIn({ slice }: SliceFigures, { mentions }: Assembly): PlainDate | undefined {
  const statements = new Set(slice?.paid?.chosen.statements.map(({ id }) => id));
  const paid = mentions.filter(({ statement }) => statements.has(statement.id)).map(({ at }) => at.to);
  if (paid.length > 0) return paid.sort()[0];
  return slice?.drawn === 'with_deal' ? doneOnIn({ mentions }) : undefined;
}
