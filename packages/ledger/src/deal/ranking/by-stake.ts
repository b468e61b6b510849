import type { GraphBuilder } from '@tranche/core/formula';
import { Rational, sum } from '@tranche/core/rational';
import { firstDayOf, lastDayOf, type PlainDate } from '@tranche/core/time';
import type { StakeBody } from '../../claim/index.ts';
import type { Statement } from '../../statement/index.ts';
import type { StatedStake } from '../assembly/fields.ts';
import { isBinding } from '../assembly/tranches.ts';
import { stakeNode } from '../figures/terms.ts';
import type { IssuerKnowledge } from '../grouping/deals-of.ts';
import { choose, type Said } from '../reconcile/index.ts';
import type { Dates } from '../view.ts';
import type { Measured, MeasuredParty } from './by-amount.ts';

interface StakeSaid extends Said<StatedStake> {
  readonly party: string;
  readonly statement: Statement;
  /** The day it held, as far as known: its own date, else that of the report. */
  readonly on: PlainDate;
  readonly from: PlainDate;
  readonly isDated: boolean;
}

const HUNDRED = Rational.of(100n);

/** A description of several holders, and not the name of one. */
const SEVERAL =
  /\b(employees|investors|others?|holders|lenders|shareholders|public|founders|staff|backers)\b/i;

/**
 * The share each holder is said to have: what was said of the latest day, and of several for one day the one with
 * which all shares said for that day do not exceed the whole. What nobody is named for is a holder of its own.
 */
export function measureByStake(builder: GraphBuilder, knowledge: IssuerKnowledge, dates: Dates): Measured {
  const said = stakesSaid(knowledge, dates.asOf);
  const byParty = new Map<string, StakeSaid[]>();
  for (const one of said) byParty.set(one.party, [...(byParty.get(one.party) ?? []), one]);
  const context = { deal: knowledge.issuer, judgements: knowledge.judgements };
  const parties = [...byParty].flatMap(([party, all]): readonly MeasuredParty[] => {
    const latest = all
      .map(({ on }) => on)
      .sort()
      .at(-1);
    const newest = all.filter(({ on }) => on === latest).map(({ from }) => from);
    // "In December" and "on 26 December" are of one time.
    const since = newest.sort()[0] ?? '';
    const current = fitting(
      all.filter(({ on }) => on >= since),
      said,
    );
    const choice = choose(`${party}.stake`, current, context);
    if (choice === undefined || latest === undefined) return [];
    const name = knowledge.nameOf(party);
    const others = all.filter(({ key }) => key !== choice.chosen.key);
    return [
      {
        party: name,
        node: stakeNode(builder, choice.chosen, `stake of ${name}, said for ${latest}`),
        isGroup: SEVERAL.test(name),
        note: [`as of ${latest}`, ...notesOf(choice.chosen.statements), ...earlier(others)].join('; '),
        statements: choice.chosen.statements.map(({ id }) => id),
      },
    ];
  });
  const rest = undisclosed(builder, parties);
  return { parties: rest === undefined ? parties : [...parties, rest], unit: 'fraction', assumptions: [] };
}

const notesOf = (statements: readonly Statement[]): readonly string[] =>
  [
    ...new Set(statements.flatMap(({ note }) => (note === undefined ? [] : [note.split('. ')[0] ?? note]))),
  ].slice(0, 1);

const earlier = (others: readonly StakeSaid[]): readonly string[] =>
  others.length === 0
    ? []
    : [
        `also said: ${[...new Set(others.map(({ value, on }) => `${value.percent.toDecimal(1)} % (${on})`))].join(', ')}`,
      ];

function stakesSaid({ statements, book }: IssuerKnowledge, asOf: PlainDate): readonly StakeSaid[] {
  return statements.flatMap((statement): readonly StakeSaid[] => {
    const { body, denied, knownFrom } = statement;
    if (body.type !== 'stake' || denied || !isBinding(body.status)) return [];
    const own = body.when === undefined ? undefined : lastDayOf(body.when);
    const on = own !== undefined && own < knownFrom ? own : knownFrom;
    if (on > asOf) return [];
    const { percent, qualifier }: StakeBody = body;
    return [
      {
        party: book.partyOf(body.holder).id,
        statement,
        on,
        from: (body.when === undefined ? undefined : firstDayOf(body.when)) ?? on,
        isDated: own !== undefined,
        key: percent.toString(),
        value: { percent, qualifier },
        mention: { statement, status: body.status, fallback: false, at: { to: on } },
      },
    ];
  });
}

/** Of several shares said of one holder for one day, those that leave room for what the others are said to hold. */
function fitting(current: readonly StakeSaid[], all: readonly StakeSaid[]): readonly StakeSaid[] {
  if (new Set(current.map(({ key }) => key)).size < 2) return current;
  const fit = current.filter((one) => {
    const others = new Map(
      all
        .filter((other) => other.party !== one.party && other.on === one.on)
        .map((other) => [other.party, other.value.percent]),
    );
    return sum([...others.values(), one.value.percent]).compare(HUNDRED) <= 0;
  });
  const room = fit.length > 0 ? fit : current;
  const dated = room.filter(({ isDated }) => isDated);
  return dated.length > 0 ? dated : room;
}

/** What is left of the whole by holders that are named. */
function undisclosed(builder: GraphBuilder, parties: readonly MeasuredParty[]): MeasuredParty | undefined {
  const single = parties.filter(({ isGroup }) => !isGroup).map(({ node }) => node);
  const [first, second] = single;
  if (first === undefined) return undefined;
  const named =
    second === undefined
      ? first
      : builder.formula({
          label: 'held by those named',
          unit: 'fraction',
          operator: 'add',
          operands: single,
        });
  const whole = builder.exact({
    label: 'the whole',
    unit: 'fraction',
    value: Rational.ONE,
    grounds: [{ kind: 'rule', id: 'whole', note: 'all shares of the issuer' }],
  });
  const node = builder.formula({
    label: 'held by others, not disclosed one by one',
    unit: 'fraction',
    operator: 'subtract',
    operands: [whole, named],
  });
  return {
    party: 'undisclosed holders',
    node,
    isGroup: true,
    note: 'what the holders that are named leave; said of different days, so that it may be off',
    statements: [],
  };
}
