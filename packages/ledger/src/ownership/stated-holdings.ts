import type { GraphBuilder } from '@tranche/core/formula';
import type { PlainDate } from '@tranche/core/time';
import type { IssuerKnowledge } from '../deal/grouping/deals-of.ts';
import { isDone } from '../deal/grouping/mention.ts';
import { type ChoiceRule, choose, type Option } from '../deal/reconcile/index.ts';
import type { Assumption, Dates } from '../deal/view.ts';
import type { Statement } from '../statement/index.ts';
import { shareNode } from './share-node.ts';
import { type ShareSaid, type StakeSaid, stakesSaid } from './stakes-said.ts';

/** A share that was said, as a node of the graph. */
export interface StatedShare {
  readonly node: string;
  readonly percent: ShareSaid['percent'];
  /** In the source's words; absent where no source says. */
  readonly basis?: string;
  readonly on: PlainDate;
  /** A source says that the holder holds it itself. */
  readonly isCalledDirect: boolean;
  /** Everything that says it speaks of what is to come, or was to. */
  readonly isPlan: boolean;
  readonly statements: readonly string[];
}

export interface PassedShare extends StatedShare {
  readonly because: string;
}

/** The share that counts among those said of one holder, with what it was picked over. */
export interface ChosenShare extends StatedShare {
  readonly rule: string;
  readonly passedOver: readonly PassedShare[];
}

/** What is said of one holder's part in a company on a day. */
export interface StatedHolding {
  readonly party: string;
  readonly name: string;
  /** The vehicle it is said to hold through. */
  readonly vehicle?: string;
  /** Several holders that are not told one by one. */
  readonly isGroup: boolean;
  /** Held by itself. */
  readonly direct?: ChosenShare;
  /** Stated as a total through all levels: no holding beside the direct ones. */
  readonly total?: ChosenShare;
  /** What was said of it without any share that stands: plans, denials. */
  readonly passedOver: readonly PassedShare[];
  readonly isReadAsTotal: boolean;
}

export const READ_AS_TOTAL: Assumption = {
  id: 'larger-than-direct-is-total',
  text: 'A percentage above the direct share that a source states, and not called direct, is read as a total through all levels.',
};

const LATEST_THAT_FITS = 'what was said to be held for the latest day, and leaves room for what others hold';

/** A description of several holders, and not the name of one: "employees", and not "Founders Fund". */
const SEVERAL =
  /\b(employees|investors|others?|holders|lenders|shareholders|public|founders|staff|backers)\b/;
const SEVERAL_ALONE =
  /^(employees|investors|others?|holders|lenders|shareholders|public|founders|staff|backers)$/i;

/** True for "employees and other investors", "founders"; false for the name of one holder. */
const isSeveral = (name: string): boolean => SEVERAL.test(name) || SEVERAL_ALONE.test(name);

/**
 * The share of each holder of a company as stated: what was said of the latest day, by the rule among what was said
 * of that day. Direct shares and totals through all levels are apart. Holders of whom only plans or denials are
 * known have no share, and say so in `passedOver`.
 */
export function statedHoldings(
  builder: GraphBuilder,
  knowledge: IssuerKnowledge,
  { asOf }: Dates,
  rule?: ChoiceRule,
): readonly StatedHolding[] {
  const context = {
    deal: knowledge.issuer,
    judgements: knowledge.judgements,
    ...(rule === undefined ? {} : { rule }),
  };
  return [...stakesSaid(knowledge, asOf)].map(([party, said]): StatedHolding => {
    const name = knowledge.nameOf(party);
    const chosen = (isTotal: boolean): ChosenShare | undefined => {
      const ofWay = said.filter((one) => one.isTotal === isTotal);
      const choice = choose(`${party}.${isTotal ? 'total' : 'stake'}`, ofWay, context);
      if (choice === undefined) return undefined;
      const label = isTotal ? `stake of ${name} through all levels` : `stake of ${name}`;
      return {
        ...shareOf(builder, choice.chosen, label),
        rule:
          choice.isPreferred !== true &&
          ofWay.every((one) => one.key === choice.chosen.key || one.out !== undefined)
            ? LATEST_THAT_FITS
            : choice.because,
        passedOver: choice.alternatives.map(({ option, because }) => ({
          ...shareOf(builder, option, label),
          because,
        })),
      };
    };
    const [direct, total] = [chosen(false), chosen(true)];
    const vehicle = said.find((one) => one.vehicle !== undefined && one.isHeld)?.vehicle;
    return {
      party,
      name,
      ...(vehicle === undefined ? {} : { vehicle }),
      isGroup: isSeveral(name),
      ...(direct === undefined ? {} : { direct }),
      ...(total === undefined ? {} : { total }),
      passedOver: [
        ...(direct === undefined ? unchosen(builder, said, false, name) : []),
        ...(total === undefined ? unchosen(builder, said, true, name) : []),
      ],
      isReadAsTotal: said.some(({ isReadAsTotal }) => isReadAsTotal),
    };
  });
}

function shareOf(builder: GraphBuilder, option: Option<ShareSaid>, label: string): StatedShare {
  const { value, statements } = option;
  const basis = value.basis ?? statements.flatMap(basisOf)[0];
  return {
    node: shareNode(builder, { label, ...(basis === undefined ? {} : { basis }) }, value, statements),
    percent: value.percent,
    ...(basis === undefined ? {} : { basis }),
    on: value.on,
    isCalledDirect: statements.some(({ body }) => body.type === 'stake' && body.through === 'direct'),
    isPlan: statements.every(({ body }) => body.type === 'stake' && !isDone(body.status)),
    statements: statements.map(({ id }) => id),
  };
}

const basisOf = ({ body }: Statement): readonly string[] =>
  body.type === 'stake' && body.basis !== undefined ? [body.basis] : [];

/** What was said where nothing stands, each figure once, by its last mention. */
function unchosen(
  builder: GraphBuilder,
  said: readonly StakeSaid[],
  isTotal: boolean,
  name: string,
): readonly PassedShare[] {
  const byKey = new Map<string, StakeSaid[]>();
  for (const one of said) {
    if (one.isTotal === isTotal) byKey.set(one.key, [...(byKey.get(one.key) ?? []), one]);
  }
  return [...byKey.values()].flatMap((all): readonly PassedShare[] => {
    const [first, last] = [all[0], all.at(-1)];
    if (first === undefined || last === undefined) return [];
    const { key, value } = first;
    const { mention } = last;
    const statements = all.map(({ statement }) => statement);
    const standing = {
      status: mention.status,
      tier: mention.statement.tier,
      knownFrom: mention.statement.knownFrom,
      origins: 1,
    };
    const because =
      mention.status === 'abandoned' && all.length > 1
        ? `planned; superseded (${mention.statement.knownFrom})`
        : (last.out ?? 'not to be used');
    return [
      { ...shareOf(builder, { key, value, standing, statements }, `stake of ${name}, not held`), because },
    ];
  });
}
