import { Rational, sum } from '@tranche/core/rational';
import type { Claimant } from '@tranche/core/waterfall';

/** Who converts or exercises. */
export type Choices = ReadonlySet<string>;

/**
 * A small slow model of an exit: the choices are given, the ranks are paid in turn, and what is left is poured over the
 * common shares until a cap stops somebody. What nobody is entitled to is left out.
 */
export function payoutsUnder(
  claimants: readonly Claimant[],
  choices: Choices,
  netProceeds: Rational,
): ReadonlyMap<string, Rational> {
  const exercised = claimants.filter(({ id, strike }) => strike !== undefined && choices.has(id));
  const strikes = new Map(
    exercised.map(({ id, shares, strike }) => [id, shares.times(strike ?? Rational.ZERO)]),
  );
  const paid = new Map(claimants.map(({ id }) => [id, strikes.get(id)?.negated() ?? Rational.ZERO]));
  const pay = (id: string, amount: Rational): void => {
    paid.set(id, (paid.get(id) ?? Rational.ZERO).plus(amount));
  };
  let rest = netProceeds.plus(sum(strikes.values()));
  const dueOf = ({ id, preference, kept, limit }: Claimant): Rational =>
    choices.has(id) ? kept : limit !== undefined && limit.compare(preference) < 0 ? limit : preference;
  for (const rank of [...new Set(claimants.map(({ seniority }) => seniority))].sort((a, b) => b - a)) {
    const tier = claimants.filter(({ seniority, strike }) => seniority === rank && strike === undefined);
    const due = sum(tier.map(dueOf));
    if (due.sign() === 0) continue;
    const part = due.compare(rest) <= 0 ? Rational.ONE : rest.dividedBy(due);
    for (const claimant of tier) pay(claimant.id, dueOf(claimant).times(part));
    rest = rest.minus(due.times(part));
  }
  const room = new Map<string, Rational>();
  let sharing = claimants.filter(({ id, shares, limit, preference, strike }) => {
    if (shares.sign() === 0 || (strike !== undefined && !choices.has(id))) return false;
    if (strike !== undefined || choices.has(id) || limit === undefined) return true;
    if (limit.compare(preference) <= 0) return false;
    room.set(id, limit.minus(preference));
    return true;
  });
  while (rest.sign() > 0 && sharing.length > 0) {
    let rise = rest.dividedBy(sum(sharing.map(({ shares }) => shares)));
    for (const { id, shares } of sharing) {
      const most = room.get(id)?.dividedBy(shares);
      if (most !== undefined && most.compare(rise) < 0) rise = most;
    }
    for (const { id, shares } of sharing) {
      pay(id, shares.times(rise));
      rest = rest.minus(shares.times(rise));
      if (room.has(id)) room.set(id, (room.get(id) ?? Rational.ZERO).minus(shares.times(rise)));
    }
    sharing = sharing.filter(({ id }) => room.get(id)?.sign() !== 0);
  }
  return paid;
}

/** Those who have a choice: conversion of what keeps to a limit, exercise of options. */
export const choosers = (claimants: readonly Claimant[]): readonly string[] =>
  claimants
    .filter(({ shares, limit, strike }) => shares.sign() > 0 && (limit !== undefined || strike !== undefined))
    .map(({ id }) => id);

/** The choices with one of them turned round. */
export function switched(choices: Choices, id: string): Choices {
  const turned = new Set(choices);
  if (!turned.delete(id)) turned.add(id);
  return turned;
}

/** Those who would get more by choosing otherwise while all others keep to their choices. */
export function wouldSwitch(
  claimants: readonly Claimant[],
  choices: Choices,
  netProceeds: Rational,
): readonly string[] {
  const now = payoutsUnder(claimants, choices, netProceeds);
  const of = (payouts: ReadonlyMap<string, Rational>, id: string): Rational =>
    payouts.get(id) ?? Rational.ZERO;
  return choosers(claimants).filter(
    (id) => of(payoutsUnder(claimants, switched(choices, id), netProceeds), id).compare(of(now, id)) > 0,
  );
}

/** Every combination of choices in which nobody would switch. */
export function equilibria(claimants: readonly Claimant[], netProceeds: Rational): readonly Choices[] {
  const ids = choosers(claimants);
  const all = Array.from(
    { length: 2 ** ids.length },
    (_, bits) => new Set(ids.filter((_id, index) => (bits >> index) & 1)),
  );
  return all.filter((choices) => wouldSwitch(claimants, choices, netProceeds).length === 0);
}
