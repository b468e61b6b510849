import type { GraphBuilder } from '@tranche/core/formula';
import { Rational } from '@tranche/core/rational';
import {
  type Company,
  type Edge,
  isHeldBySomebody,
  lookThroughOver,
  statedEdges,
  structureOf,
} from '../ownership/index.ts';
import { type AnswerRow, number, words } from './answer.ts';
import type { CompanyAnswer } from './company-subject.ts';
import { conflictsOfHolding, shareInWords, shareText } from './shares.ts';

/**
 * Who holds a company in the end, by the holdings that are known: those of whom no holder is stated, and the
 * undisclosed rest of each company on the way. Their shares together are the whole where all holdings are exact.
 */
export const lookThroughOwnership: CompanyAnswer = (context, builder, company) => {
  const { ledger, asOf, knownOn, rule } = context;
  const name = company.nameOf(company.issuer);
  const companies = structureOf(builder, ledger, company, context, rule === undefined ? {} : { rule });
  const nameOf = (party: string): string => companies.get(party)?.name ?? party;
  const rests = restsOf(builder, companies);
  const edges = [...statedEdges(companies), ...rests];
  const restName = new Map(rests.map(({ owner, name: label }) => [owner, label]));
  const last = [...companies.values()].filter(
    (one) => one.party !== company.issuer && !isHeldBySomebody(one),
  );
  const owners = [...last.map(({ party }) => party), ...rests.map(({ owner }) => owner)];
  const found = owners.map((owner) => ({
    owner,
    stake: lookThroughOver(
      builder,
      edges,
      { owner, asset: company.issuer },
      (party) => restName.get(party) ?? nameOf(party),
    ),
  }));
  const broken = found.find(({ stake }) => !stake.ok);
  const stakes = found.flatMap(({ owner, stake }) =>
    stake.ok && stake.value !== undefined ? [{ owner, stake: stake.value }] : [],
  );
  const ordered = stakes.toSorted((one, other) => other.stake.min.compare(one.stake.min));
  const rows = ordered.map(({ owner, stake }): AnswerRow => {
    const rest = restName.get(owner);
    return {
      ...(rest === undefined ? {} : { kind: 'group' as const }),
      cells: {
        holder: words(rest ?? nameOf(owner)),
        share: number(stake.node),
        through: words(waysOf(edges, owner, company.issuer, nameOf)),
      },
      statements: statementsOf(companies, owner),
    };
  });
  const totals = companies.get(company.issuer)?.holdings.filter(({ total }) => total !== undefined) ?? [];
  const isTold = broken === undefined && rows.length > 0 && edges.some(({ owner }) => !restName.has(owner));
  return {
    question: 'ownership',
    subject: company.issuer,
    asOf,
    knownOn,
    answer: !isTold
      ? `cannot tell: ${broken === undefined ? `no share of ${name} is stated to be held by anybody` : 'the shares as stated exceed the whole, or hold one another in full'}`
      : [
          `of ${name}, by the holdings that are known: ${ordered
            .slice(0, MOST_NAMED)
            .map(
              ({ owner, stake }) =>
                `${restName.get(owner) ?? nameOf(owner)} ${shareText(builder, stake.node)}`,
            )
            .join('; ')}`,
          ...totals.flatMap(({ name: holder, total }) =>
            total === undefined
              ? []
              : [`stated through all levels: ${holder} ${shareInWords(builder, total)}`],
          ),
        ].join('; '),
    decided: isTold,
    basis:
      'direct holdings as stated, multiplied along every way; what is held through others is counted once, with whom it ends',
    columns: [
      { key: 'holder', title: 'holder' },
      { key: 'share', title: 'share by known holdings', align: 'right' },
      { key: 'through', title: 'through' },
    ],
    rows: isTold ? rows : [],
    conflicts: [...companies.values()].flatMap(({ holdings }) =>
      holdings.flatMap((one) => conflictsOfHolding(builder, one)),
    ),
    remainders: [],
    missing: missingOf(
      companies,
      last,
      rests.map(({ name: label }) => label),
      company.issuer,
    ),
    assumptions: [],
    statements: [...new Set(rows.flatMap(({ statements }) => statements))],
    graph: builder.build(),
  };
};

const MOST_NAMED = 4;

/** The undisclosed rest of a company as an owner of its own. */
function restsOf(
  builder: GraphBuilder,
  companies: ReadonlyMap<string, Company>,
): readonly (Edge & { readonly name: string })[] {
  return [...companies.values()].flatMap((company) => {
    const { party, name, undisclosed } = company;
    const { notNamed } = undisclosed;
    if (!isHeldBySomebody(company) || notNamed === undefined) return [];
    const { high = Rational.ONE } = builder.boundsOf(notNamed);
    if (high.sign() === 0) return [];
    return [
      {
        owner: `${party}, undisclosed`,
        asset: party,
        node: notNamed,
        name: `undisclosed holders of ${name}`,
      },
    ];
  });
}

/** The companies an owner is first met in on its ways to the asset. */
function waysOf(
  edges: readonly Edge[],
  owner: string,
  asset: string,
  nameOf: (party: string) => string,
): string {
  const held = edges.filter((edge) => edge.owner === owner).map((edge) => edge.asset);
  return held.map((party) => (party === asset ? 'directly' : nameOf(party))).join(', ');
}

const statementsOf = (companies: ReadonlyMap<string, Company>, owner: string): readonly string[] =>
  [...companies.values()].flatMap(({ holdings }) =>
    holdings.flatMap(({ party, direct }) => (party === owner ? (direct?.statements ?? []) : [])),
  );

function missingOf(
  companies: ReadonlyMap<string, Company>,
  last: readonly Company[],
  rests: readonly string[],
  asset: string,
): readonly string[] {
  const own = companies.get(asset);
  if (own === undefined || !isHeldBySomebody(own)) return [`who holds ${own?.name ?? asset}`];
  return [
    ...(last.length === 0
      ? []
      : [`whether anybody stands behind ${last.map(({ name }) => name).join(', ')}`]),
    ...rests.map((name) => `who the ${name} are`),
  ];
}
