import type { GraphBuilder } from '@tranche/core/formula';
import { Rational } from '@tranche/core/rational';
import { ok, type Result } from '@tranche/core/result';
import type { IssuerKnowledge } from '../deal/index.ts';
import {
  type Explanation,
  explanationOf,
  type LookThrough,
  lookThroughOver,
  restMatters,
  type StatedHolding,
  statedEdges,
  structureOf,
  type UndisclosedEdge,
  undisclosedEdges,
} from '../ownership/index.ts';
import type { QuestionContext } from './question.ts';

interface Named {
  readonly party: string;
  readonly name: string;
}

/** All that is known of one holder's stake in a company. */
export interface StakeKnown {
  readonly holder: Named;
  readonly company: Named;
  /** What is said of the holder in the company itself. */
  readonly holding: StatedHolding | undefined;
  /** By the known holdings alone; undefined where none of them leads from the holder to the company. */
  readonly lower: LookThrough | undefined;
  /** With what is not disclosed, within its bounds. */
  readonly range: LookThrough | undefined;
  /** Node: the direct share where it is not stated. */
  readonly directRange: string | undefined;
  /** Known holdings lead to the company through others too. */
  readonly isIndirect: boolean;
  /** What is not disclosed beside the holder's own shares is taken to be held by others. */
  readonly isRestOfOthers: boolean;
  readonly open: readonly UndisclosedEdge[];
  readonly explanation: Explanation | undefined;
  /** Why the holdings as stated cannot be multiplied out. */
  readonly conflict: string | undefined;
  /** Ids of what states the holdings on the way. */
  readonly wayStatements: readonly string[];
  nameOf(party: string): string;
}

/**
 * Gathers what the stated holdings say of a stake: the least, the range, and what would explain a stated total.
 * Holdings that exceed the whole or own one another wholly are told in `conflict`, and give no range. Fails: never.
 */
export function stakeKnown(
  context: QuestionContext,
  builder: GraphBuilder,
  company: IssuerKnowledge,
  asked: Named,
): Result<StakeKnown> {
  const { ledger, rule } = context;
  const asset = company.issuer;
  const companies = structureOf(builder, ledger, company, context, {
    stopAt: asked.party,
    ...(rule === undefined ? {} : { rule }),
  });
  const named = [...companies.values()].flatMap(({ holdings }) => holdings);
  const holder = { ...asked, name: named.find(({ party }) => party === asked.party)?.name ?? asked.name };
  const nameOf = (party: string): string =>
    companies.get(party)?.name ?? (party === holder.party ? holder.name : party);
  const own = companies.get(asset);
  const holding = own?.holdings.find(({ party }) => party === holder.party);
  const edges = statedEdges(companies);
  const open = undisclosedEdges(builder, holder, companies);
  const query = { owner: holder.party, asset };
  const known = lookThroughOver(builder, edges, query, nameOf);
  const all = lookThroughOver(builder, [...edges, ...open], query, nameOf);
  const lower = known.ok && known.value !== undefined && known.value.max.sign() > 0 ? known.value : undefined;
  const range = all.ok ? all.value : undefined;
  const total = holding?.total;
  const explained =
    known.ok && total !== undefined
      ? explanationOf(builder, {
          holder: holder.party,
          asset,
          known: edges,
          open,
          lower: known.value ?? nothingKnown(builder, holder, own?.name ?? asset),
          stated: total,
          nameOf,
        })
      : ok(undefined);
  const ways = edges.filter(({ owner }) => owner === holder.party);
  const isIndirect = ways.some((edge) => edge.asset !== asset);
  return ok({
    holder,
    company: { party: asset, name: nameOf(asset) },
    holding,
    lower,
    range,
    directRange: open.find((edge) => edge.asset === asset)?.node,
    isIndirect,
    isRestOfOthers: restMatters(builder, holder.party, companies),
    open,
    explanation: explained.ok ? explained.value : undefined,
    conflict: known.ok ? undefined : known.failure.message,
    wayStatements:
      ways.length === 0
        ? []
        : [...companies.values()].flatMap(({ holdings }) =>
            holdings.flatMap(({ direct }) => direct?.statements ?? []),
          ),
    nameOf,
  });
}

function nothingKnown(builder: GraphBuilder, holder: Named, company: string): LookThrough {
  const node = builder.exact({
    label: `known holdings of ${holder.name} that lead to ${company}`,
    unit: 'fraction',
    value: Rational.ZERO,
    grounds: [
      { kind: 'rule', id: 'no-known-way', note: 'no holding that is stated leads from one to the other' },
    ],
  });
  return { node, min: Rational.ZERO, max: Rational.ZERO };
}
