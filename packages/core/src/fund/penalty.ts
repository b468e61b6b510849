import type { Derivation, Quantity, RoundingPolicy } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';

/** A member as quantities of one derivation. */
export interface MemberShort {
  readonly id: string;
  readonly shortfall: Quantity;
  /** What it paid of the shortfall of others. */
  readonly covered: Quantity;
  /** Its percentage before the call. */
  readonly before: Quantity;
}

export interface Penalty {
  readonly factor: Rational;
  /** Of each gain; exact if absent. */
  readonly rounding?: RoundingPolicy;
}

/**
 * The percentage of each member after a punitive remedy, by its id.
 * A member that covers a shortfall gains the penalty factor times what it covers, over all contributed after the call
 * (rounded if so agreed). Those short lose these gains in proportion to their shortfalls, down to zero
 * and not below; where that limit is met, the gains of those who paid shrink in one proportion, so that the percentages
 * keep their sum. What nobody covers moves nothing. Exact.
 */
export function moveByPenalty(
  sheet: Derivation,
  { factor: times, rounding }: Penalty,
  parts: {
    readonly members: readonly MemberShort[];
    readonly totalShortfall: Quantity;
    readonly totalContributed: Quantity;
  },
): ReadonlyMap<string, Quantity> {
  const { members, totalShortfall, totalContributed } = parts;
  const none = sheet.assumed('no percentage', 'fraction', Rational.ZERO, 'a percentage is not below zero');
  const factor = sheet.given('penalty factor', 'count', times, 'penalty_factor');
  const gains = members.map(({ id, covered }) => {
    if (covered.value.sign() === 0) return none;
    const penalised = sheet.multiply(`covered by ${id} with the penalty`, 'money', [factor, covered]);
    const gain = sheet.divide(`gain of ${id}`, 'fraction', penalised, totalContributed);
    return rounding === undefined ? gain : sheet.round(`gain of ${id}, rounded`, 'fraction', gain, rounding);
  });
  const gained = sheet.add('gain of all who paid', 'fraction', [none, ...gains]);
  if (gained.value.sign() === 0) return new Map(members.map(({ id, before }) => [id, before]));
  const losses = members.map(({ id, shortfall, before }) => {
    if (shortfall.value.sign() === 0) return none;
    const share = sheet.divide(`share of ${id} in the shortfall`, 'fraction', shortfall, totalShortfall);
    const asked = sheet.multiply(`asked of ${id}`, 'fraction', [gained, share]);
    return sheet.least(`lost by ${id}`, 'fraction', [asked, before]);
  });
  const lost = sheet.add('lost by all who were short', 'fraction', [none, ...losses]);
  return new Map(
    members.map(({ id, before }, index) => {
      const [gain = none, loss = none] = [gains[index], losses[index]];
      const given =
        lost.value.equals(gained.value) || gain === none
          ? gain
          : sheet.multiply(`gain of ${id}, as far as there is something to take`, 'fraction', [
              gain,
              sheet.divide('part of the gains that is there', 'fraction', lost, gained),
            ]);
      const raised = sheet.add(`percentage of ${id} with its gain`, 'fraction', [before, given]);
      return [id, sheet.subtract(`percentage of ${id} after`, 'fraction', raised, loss)] as const;
    }),
  );
}
