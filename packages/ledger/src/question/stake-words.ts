import type { GraphBuilder } from '@tranche/core/formula';
import { Rational } from '@tranche/core/rational';
import { type Control, type Explanation, printingOf } from '../ownership/index.ts';
import { basisWords, shareInWords, shareText } from './shares.ts';
import type { StakeKnown } from './stake-known.ts';
import { fine } from './stake-rows.ts';

/** The stake in one sentence, with its basis and day; "cannot tell: ..." where nothing stated bears on it. */
export function stakeSentence(
  builder: GraphBuilder,
  known: StakeKnown,
  by: string,
  value: string | undefined,
): string {
  const { holder, company, holding, conflict, range, lower } = known;
  if (value === undefined) {
    return `cannot tell: ${
      conflict === undefined
        ? `no share of ${company.name} is reported as held by ${holder.name}${plansOf(builder, known)}`
        : conflict
    }`;
  }
  const { direct, total } = holding ?? {};
  if (value === total?.node) {
    return [
      `${holder.name} holds ${shareText(builder, value)} of ${company.name} through all levels, as stated for ${total.on}${
        direct === undefined ? '' : `, ${shareText(builder, direct.node)} of it directly`
      }`,
      ...(lower === undefined ? [] : [`the known holdings give at least ${shareText(builder, lower.node)}`]),
      ...explainedBy(builder, known),
    ].join('; ');
  }
  if (value === direct?.node) {
    const about = `${basisWords(direct.basis) === 'not stated' ? 'basis not stated' : basisWords(direct.basis)}, as of ${direct.on}`;
    return `${holder.name} holds ${shareText(builder, value)} of ${company.name} (${about})`;
  }
  if (value !== range?.node || lower === undefined) {
    return `${holder.name} is not stated to hold any of ${company.name} ${by === 'direct' ? 'directly' : 'itself'}: ${shareText(builder, value)}, what nobody is named for`;
  }
  return [
    `${holder.name} holds ${shareText(builder, value)} of ${company.name} through all levels, by the known holdings and what is not disclosed`,
    ...(total === undefined ? [] : [`stated: ${shareInWords(builder, total)}`]),
    ...explainedBy(builder, known),
  ].join('; ');
}

function plansOf(builder: GraphBuilder, { holding }: StakeKnown): string {
  const [first] = holding?.passedOver ?? [];
  return first === undefined ? '' : `; ${shareInWords(builder, first)}: ${first.because}`;
}

function explainedBy(builder: GraphBuilder, known: StakeKnown): readonly string[] {
  const { explanation, nameOf } = known;
  if (explanation === undefined) return isBelowKnown(known) ? [DO_NOT_FIT] : [];
  const { alone } = explanation;
  const [only] = alone;
  if (only === undefined) return [unexplained(explanation)];
  const shares = alone.map(({ share, edge }) => `${shareText(builder, share)} of ${edge.assetName}`);
  if (alone.length > 1) {
    return [
      `what would explain the difference is not unique: ${shares.join(', or ')}, none of which is stated`,
    ];
  }
  const like = only.likeness.find(({ printing }) => printing === 'cut off') ?? only.likeness[0];
  return [
    `${shares.join('')}, which nobody states, would explain the difference`,
    ...(like === undefined
      ? []
      : [
          `with the ${shareText(builder, like.share)} stated of ${nameOf(like.asset)} it comes to ${fine(builder.boundsOf(like.total).low ?? Rational.ZERO)}, ${
            like.printing === 'cut off'
              ? 'of which the stated figure is a truncation'
              : `the stated figure ${like.printing}`
          }`,
        ]),
  ];
}

/** The stated total is less than the known holdings give, and no print of it. */
function isBelowKnown({ holding, lower }: StakeKnown): boolean {
  const total = holding?.total?.percent;
  const least = lower?.min.times(Rational.of(100n));
  if (total === undefined || least === undefined) return false;
  return total.compare(least) < 0 && printingOf(least, total) === undefined;
}

const DO_NOT_FIT = 'the stated total is less than that: the stated figures do not fit together';

const unexplained = ({ isOutOfReach }: Explanation): string =>
  isOutOfReach
    ? 'not even all that is not disclosed would explain the difference: the stated figures do not fit together'
    : 'no single undisclosed holding explains the difference';

/** "; it controls C, step by step: A (how), B (how), C (how)", where the holder is one of those who do. */
export function controlWords({ links }: Control, party: string): string {
  const at = links.findIndex(({ holder }) => holder === party);
  if (at < 0) return '';
  const steps = links.slice(0, at + 1).toReversed();
  const told = steps.map(({ companyName, how }) => `${companyName} (${how})`).join(', ');
  const company = links[0]?.companyName ?? '';
  return at === 0 ? `; it controls ${told}` : `; it controls ${company}, step by step: ${told}`;
}
