import type { GraphBuilder } from '@tranche/core/formula';
import { Rational } from '@tranche/core/rational';
import {
  type ChosenShare,
  type Control,
  controlOf,
  READ_AS_TOTAL,
  type StatedHolding,
  statedHoldings,
  type Undisclosed,
  undisclosedOf,
} from '../ownership/index.ts';
import { type AnswerRow, number, type Remainder, words } from './answer.ts';
import { type CompanyAnswer, controlMissing } from './company-subject.ts';
import { conflictsOfHolding, SHARE_COLUMNS, shareCells, shareInWords, shareText } from './shares.ts';

/** Every holder that is stated, with groups and the undisclosed rest as holders of their own. */
export const statedOwnership: CompanyAnswer = (context, builder, company) => {
  const { ledger, asOf, knownOn, rule } = context;
  const name = company.nameOf(company.issuer);
  const holdings = statedHoldings(builder, company, context, rule);
  const undisclosed = undisclosedOf(builder, name, holdings);
  const control = controlOf(builder, ledger, company.issuer, context, rule);
  const rows = rowsOf(builder, name, holdings, undisclosed, control);
  const isTold = holdings.some(({ direct, total }) => direct !== undefined || total !== undefined);
  return {
    question: 'ownership',
    subject: company.issuer,
    asOf,
    knownOn,
    answer: isTold ? sentence(builder, name, holdings, undisclosed) : cannotTell(name),
    decided: isTold,
    basis: 'shares as stated, each on its own day and basis; no share is worked out from money',
    columns: [
      { key: 'holder', title: 'holder' },
      ...SHARE_COLUMNS,
      { key: 'held', title: 'how, and control' },
    ],
    rows,
    conflicts: holdings.flatMap((one) =>
      conflictsOfHolding(builder, one, (other) => sumWith(builder, undisclosed, one, other.node)),
    ),
    remainders: remaindersOf(name, holdings, undisclosed),
    missing: missingOf(builder, name, undisclosed, control),
    assumptions: [
      ...(holdings.some(({ isReadAsTotal }) => isReadAsTotal) ? [READ_AS_TOTAL] : []),
      ...control.assumptions,
    ],
    statements: [...new Set([...rows.flatMap(({ statements }) => statements)])],
    graph: builder.build(),
  };
};

const cannotTell = (name: string): string =>
  `cannot tell: no share of ${name} is stated to be held by anybody`;

function rowsOf(
  builder: GraphBuilder,
  company: string,
  holdings: readonly StatedHolding[],
  undisclosed: Undisclosed,
  control: Control,
): readonly AnswerRow[] {
  const controllers = [
    ...control.links.filter(({ companyName }) => companyName === company),
    ...control.rivals.filter(({ companyName }) => companyName === company),
  ];
  const controlWords = (party: string): readonly string[] =>
    controllers.filter(({ holder }) => holder === party).map(({ how }) => `controls it: ${how}`);
  const ordered = holdings.toSorted(
    (one, other) => Number(one.isGroup) - Number(other.isGroup) || leastOf(builder, other, one),
  );
  const stated = ordered.flatMap(({ party, name, direct, total, vehicle, isGroup }): readonly AnswerRow[] => {
    const row = (share: ChosenShare | undefined, held: readonly string[]): readonly AnswerRow[] =>
      share === undefined
        ? []
        : [
            {
              ...(isGroup ? { kind: 'group' as const } : {}),
              cells: { holder: words(name), ...shareCells(share), held: words(held.join('; ')) },
              statements: share.statements,
            },
          ];
    return [
      ...row(direct, [
        ...(vehicle === undefined ? [] : [`through ${vehicle}`]),
        ...(direct?.isCalledDirect === true ? ['directly'] : []),
        ...(isGroup ? [groupWords(undisclosed)] : []),
        ...controlWords(party),
      ]),
      ...row(total, ['through all levels; not added to the direct shares']),
    ];
  });
  const silent = controllers.filter(({ share }) => share === undefined);
  return [
    ...stated,
    ...silent.map(
      ({ holder, holderName, on, statements }): AnswerRow => ({
        cells: {
          holder: words(holderName),
          share: words('not stated'),
          as_of: words(on),
          held: words(controlWords(holder).join('; ')),
        },
        statements,
      }),
    ),
    ...restRows(builder, undisclosed),
  ];
}

/** What all shares would come to with another figure for one of them. */
function sumWith(
  builder: GraphBuilder,
  { sum }: Undisclosed,
  { direct, name }: StatedHolding,
  other: string,
): string | undefined {
  if (sum === undefined || direct === undefined) return undefined;
  const formula = (operator: 'add' | 'subtract', label: string, operands: readonly string[]): string =>
    builder.formula({ label, unit: 'fraction', operator, operands });
  const without = formula('subtract', `shares as stated, without that of ${name}`, [sum, direct.node]);
  const all = formula('add', `shares as stated, with another figure for ${name}`, [without, other]);
  return `all shares as stated would come to ${shareText(builder, all)}`;
}

const groupWords = ({ addsGroups }: Undisclosed): string =>
  addsGroups
    ? 'several holders, not told one by one'
    : 'several holders; not added, for they may hold what is since said of one of them';

function restRows(builder: GraphBuilder, { rest, sum, whole }: Undisclosed): readonly AnswerRow[] {
  if (sum === undefined || rest === undefined) return [];
  const { high } = builder.boundsOf(rest);
  const undisclosed: AnswerRow = {
    kind: 'group',
    cells: {
      holder: words('undisclosed holders'),
      share: number(rest),
      held: words('what those named leave'),
    },
    statements: [],
  };
  return [
    ...(high?.sign() === 0 ? [] : [undisclosed]),
    { kind: 'total', cells: { holder: words('in all'), share: number(whole) }, statements: [] },
  ];
}

const leastOf = (builder: GraphBuilder, one: StatedHolding, other: StatedHolding): number => {
  const least = ({ direct }: StatedHolding): Rational =>
    direct === undefined ? Rational.ZERO : (builder.boundsOf(direct.node).low ?? Rational.ZERO);
  return least(one).compare(least(other)) || (one.party < other.party ? 1 : -1);
};

function sentence(
  builder: GraphBuilder,
  company: string,
  holdings: readonly StatedHolding[],
  undisclosed: Undisclosed,
): string {
  const named = holdings
    .filter(({ isGroup }) => !isGroup)
    .toSorted((one, other) => leastOf(builder, other, one))
    .flatMap(({ name, direct, total }) => {
      const share = direct ?? total;
      return share === undefined ? [] : [`${name} ${shareInWords(builder, share)}`];
    });
  const more = named.length > MOST_NAMED ? [`and ${named.length - MOST_NAMED} more`] : [];
  const { rest, exceeds, sum } = undisclosed;
  const end =
    sum === undefined
      ? []
      : exceeds
        ? [`all shares as stated come to ${shareText(builder, sum)}, more than the whole`]
        : rest === undefined || builder.boundsOf(rest).high?.sign() === 0
          ? []
          : [`not disclosed ${shareText(builder, rest)}`];
  return `of ${company}: ${[...named.slice(0, MOST_NAMED), ...more, ...end].join('; ')}`;
}

const MOST_NAMED = 4;

/** All shares as stated beside the whole, where they fill it or exceed it. */
function remaindersOf(
  company: string,
  holdings: readonly StatedHolding[],
  { sum, remainder, whole, exceeds, rest }: Undisclosed,
): readonly Remainder[] {
  const shares = holdings.flatMap(({ direct }) => (direct === undefined ? [] : [direct]));
  if (sum === undefined || remainder === undefined || shares.length < 2) return [];
  const isOneDay = new Set(shares.map(({ on, basis }) => `${on} ${basis}`)).size === 1;
  if (!exceeds && rest === undefined) return [];
  return [
    {
      label: `all shares of ${company} as stated${isOneDay ? '' : ', of different days and bases'}`,
      sum,
      stated: whole,
      remainder,
      agrees: !exceeds,
      statements: shares.flatMap(({ statements }) => statements),
    },
  ];
}

function missingOf(
  builder: GraphBuilder,
  company: string,
  { rest, sum, exceeds }: Undisclosed,
  { links, rivals }: Control,
): readonly string[] {
  const high = rest === undefined ? undefined : builder.boundsOf(rest).high;
  return [
    ...(sum === undefined ? [`a register, filing or report of who holds ${company}`] : []),
    ...(sum !== undefined && rest !== undefined && high?.sign() !== 0
      ? [`who holds the ${shareText(builder, rest)} of ${company} that nobody is named for`]
      : []),
    ...(exceeds ? [`the shares of all holders of ${company} for one day and on one basis`] : []),
    ...(links.length === 0 ? [controlMissing(company)] : []),
    ...(rivals.length > 0 ? [`which of those named controls ${company}`] : []),
  ];
}
