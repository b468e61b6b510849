import type { Quantity } from '../formula/index.ts';
import { sum } from '../rational/index.ts';
import { invariant } from '../result/index.ts';
import type { Standing } from './claimant.ts';
import { type Claim, claimantOf } from './claims.ts';
import type { DerivedExit } from './derived-exit.ts';
import { payoffAt } from './payoff.ts';
import { type Interval, standingAt } from './solve.ts';

/** Who gets what at one amount of net proceeds, each figure by the formula that holds there. */
export interface Payouts {
  readonly payouts: ReadonlyMap<string, Quantity>;
  readonly commonPerShare: Quantity;
  readonly decisions: ReadonlyMap<string, Decision>;
}

export type Decision = 'preference' | 'convert' | 'exercise' | 'lapse';

/**
 * The payouts at `netProceeds` and the inequalities that prove every conversion, cap and exercise in them. Exact: they
 * sum to the net proceeds and equal the payoff table.
 */
export function payoutsAt(derived: DerivedExit, netProceeds: Quantity): Payouts {
  const { exit } = derived;
  const above = derived.perShareAt(netProceeds);
  const payouts =
    above === undefined
      ? shortfall(derived, netProceeds)
      : new Map(
          exit.claims.map((claim) => [claim.id, payoutAbove(derived, claim, above.interval, above.perShare)]),
        );
  const table = payoffAt(exit.solved.table, netProceeds.value);
  for (const [id, payout] of payouts) invariant(table.get(id)?.equals(payout.value), `${id} gets its payoff`);
  invariant(
    sum([...payouts.values()].map(({ value }) => value)).equals(netProceeds.value),
    'the payouts sum to the net proceeds',
  );
  return {
    payouts,
    commonPerShare: above?.perShare ?? derived.noValue,
    decisions: decisionsAt(derived, netProceeds),
  };
}

function decisionsAt({ exit }: DerivedExit, netProceeds: Quantity): ReadonlyMap<string, Decision> {
  return new Map(
    exit.claims.flatMap((claim): [string, Decision][] => {
      if (claim.kind === 'common') return [];
      const standing = standingAt(exit.solved, claimantOf(claim), netProceeds.value);
      return [[claim.id, DECISIONS[standing]]];
    }),
  );
}

const DECISIONS: Readonly<Record<Standing, Decision>> = {
  common: 'preference',
  preference: 'preference',
  participating: 'preference',
  capped: 'preference',
  converted: 'convert',
  exercised: 'exercise',
  unexercised: 'lapse',
};

/** Up to the sum of all preferences: rank by rank, a shortfall by preference amount. */
function shortfall(derived: DerivedExit, netProceeds: Quantity): ReadonlyMap<string, Quantity> {
  const { sheet, exit } = derived;
  sheet.require(
    netProceeds,
    'at_most',
    derived.preferences,
    'a common share is worth nothing before all preferences are paid, so nobody gains by converting',
  );
  const payouts = new Map(exit.claims.map(({ id }) => [id, derived.nothing]));
  let rest = netProceeds;
  for (const tier of exit.solved.tiers) {
    const { total } = derived.tier(tier);
    const rank = `rank ${tier.seniority}`;
    const full = rest.value.compare(total.value) >= 0;
    sheet.require(
      rest,
      full ? 'at_least' : 'less_than',
      total,
      `${rank} is ${full ? '' : 'not '}paid in full`,
    );
    for (const id of tier.due.keys()) {
      const due = derived.due(id);
      const label = `paid to ${id}`;
      payouts.set(
        id,
        full
          ? due
          : sheet.divide(
              label,
              'money',
              sheet.multiply(`${rank} × due to ${id}`, 'money', [rest, due]),
              total,
            ),
      );
    }
    if (!full) break;
    rest = sheet.subtract(`left after ${rank}`, 'money', rest, total);
  }
  return payouts;
}

function payoutAbove(derived: DerivedExit, claim: Claim, interval: Interval, perShare: Quantity): Quantity {
  const { sheet } = derived;
  const { id, kind, shares, preference, limit, kept, strike } = claim;
  const worth = (label: string): Quantity => sheet.multiply(label, 'money', [shares, perShare]);
  if (strike !== undefined) {
    const exercised = interval.pieces.get(id)?.standing === 'exercised';
    if (!exercised) {
      sheet.require(
        perShare,
        'at_most',
        strike,
        `${id} lapse, since a share is worth no more than the strike`,
      );
      return derived.nothing;
    }
    sheet.require(
      perShare,
      'more_than',
      strike,
      `${id} are exercised, since a share is worth more than the strike`,
    );
    const gain = sheet.subtract(`gain on a share of ${id}`, 'money per share', perShare, strike);
    return sheet.multiply(`paid to ${id} net of the strike`, 'money', [shares, gain]);
  }
  if (kind === 'common') return worth(`paid to ${id}`);
  if (shares.value.sign() === 0) return derived.due(id);
  const asConverted =
    kept.value.sign() === 0
      ? worth(`${id} as converted`)
      : sheet.add(`${id} as converted, with its dividend`, 'money', [kept, worth(`shares of ${id}`)]);
  const participating = (): Quantity =>
    sheet.add(`preference and share of ${id}`, 'money', [preference, worth(`share of ${id} in the rest`)]);
  if (limit === undefined) return participating();
  switch (interval.pieces.get(id)?.standing) {
    case 'converted':
      sheet.require(asConverted, 'more_than', limit, `${id} converts, since its shares are worth more`);
      return asConverted;
    case 'participating':
      sheet.require(participating(), 'at_most', limit, `${id} has not passed its cap`);
      return participating();
    default:
      sheet.require(
        asConverted,
        'at_most',
        limit,
        `${id} does not convert, since its shares are worth no more`,
      );
      if (limit !== preference) {
        sheet.require(participating(), 'at_least', limit, `${id} has reached its cap`);
      }
      return limit;
  }
}
