import { Rational, sum } from '@tranche/core/rational';
import type { RoundInput, RoundOutput } from '@tranche/core/round';

/**
 * The definitions of a round written out one by one, over the unrounded output alone: what does not hold of it, as
 * sentences. Exact and slow; knows nothing of how the round was solved.
 */
export function brokenRoundRules(input: RoundInput, output: RoundOutput): readonly string[] {
  const broken: string[] = [];
  const equal = (what: string, left: Rational, right: Rational): void => {
    if (!left.equals(right)) broken.push(`${what}: ${left} is not ${right}`);
  };
  const { holdings, optionsPromised = Rational.ZERO, unissuedPool = Rational.ZERO } = input.capitalization;
  const convertibles = input.convertibles ?? [];
  const P = output.pricePerShare.value;
  const N = sum(input.newMoney.map(({ amount }) => amount));
  const held = (id: string): Rational => output.holdings.get(id)?.shares.value ?? Rational.ZERO;
  const before = sum([...holdings.map(({ id }) => held(id)), optionsPromised, unissuedPool]);
  const S = sum([...output.convertibles.values()].map(({ shares }) => shares.value));
  const D = output.pool.increase.value;
  const total = sum([before, S, D, N.dividedBy(P)]);

  equal('F + Q + E + S', output.companyCapitalization.value, before.plus(S));
  equal('T', output.postTotal.value, total);
  equal('post-money', output.postMoney.value, total.times(P));
  equal('new shares', output.newShares.value, N.dividedBy(P));
  if (P.sign() <= 0 || D.sign() < 0) broken.push('the price is positive and the pool does not shrink');

  for (const protection of input.antiDilution ?? []) {
    const shares = holdings.find(({ id }) => id === protection.holding)?.shares ?? Rational.ZERO;
    const { conversionPrice: old, method, base = Rational.ONE } = protection;
    const average = base
      .plus(N.dividedBy(old))
      .dividedBy(base.plus(N.dividedBy(P)))
      .times(old);
    const fresh = method === 'full_ratchet' ? P : average;
    const triggered = P.compare(old) < 0;
    const stated = output.antiDilution.get(protection.holding);
    if (stated?.triggered !== triggered) broken.push(`${protection.holding} is triggered: ${triggered}`);
    equal(
      protection.holding,
      held(protection.holding),
      triggered ? shares.times(old).dividedBy(fresh) : shares,
    );
  }

  for (const convertible of convertibles) {
    const converted = output.convertibles.get(convertible.id);
    const elect = convertible.mfn?.elect ?? 'none';
    let terms = convertible;
    for (let next = elect; next !== 'none'; next = terms.mfn?.elect ?? 'none') {
      terms = convertibles.find(({ id }) => id === next) ?? terms;
    }
    if (converted === undefined) continue;
    const balance = converted.balance.value;
    const bases = {
      company_capitalization: before.plus(S),
      pre_money_capitalization: before.plus(D),
      outstanding: before,
      round_pre_money_shares: output.preMoney.value.dividedBy(P),
    };
    const options: [string, Rational][] = [['round_price', balance.dividedBy(P)]];
    if (terms.discount) {
      options.push(['discount', balance.dividedBy(P.times(Rational.ONE.minus(terms.discount)))]);
    }
    if (terms.cap) options.push(['cap', balance.times(bases[terms.cap.base]).dividedBy(terms.cap.amount)]);
    if (convertible.fixedPercentage) {
      options.splice(0, 1, ['fixed_percentage', convertible.fixedPercentage.times(before.plus(S))]);
    }
    const [basis, shares] = options.reduce((best, one) => (one[1].compare(best[1]) > 0 ? one : best));
    if (converted.basis !== basis) broken.push(`${convertible.id} converts by ${basis}`);
    equal(`shares of ${convertible.id}`, converted.shares.value, shares);
  }

  const {
    mode = 'none',
    increase = Rational.ZERO,
    target = Rational.ZERO,
    counts,
    placement,
  } = input.pool ?? {};
  if (mode === 'target_post') {
    const granted = counts === 'granted_and_ungranted';
    const options = holdings.filter(({ kind }) => granted && kind === 'options_outstanding');
    const counted = sum([
      ...options.map(({ id }) => held(id)),
      ...(granted ? [optionsPromised] : []),
      unissuedPool,
    ]);
    const missing = target.times(total).minus(counted);
    equal('pool increase', D, missing.sign() > 0 ? missing : Rational.ZERO);
  } else equal('pool increase', D, mode === 'increase' ? increase : Rational.ZERO);

  const { preMoney, postMoney, pricePerShare, ownershipSold } = input.price;
  const balances = sum([...output.convertibles.values()].map(({ balance }) => balance.value));
  const inside = placement === 'post_money' ? before : before.plus(D);
  const method = input.pricingMethod ?? 'percent_ownership_fixed';
  const told =
    method === 'dollars_invested'
      ? P.times(total).minus(N).minus(balances)
      : P.times(method === 'pre_money_fixed' ? inside : inside.plus(S));
  equal('pre-money', output.preMoney.value, told);
  if (preMoney) equal('agreed pre-money', told, preMoney);
  if (postMoney) equal('agreed post-money', told, postMoney.minus(N));
  if (pricePerShare) equal('agreed price', P, pricePerShare);
  if (ownershipSold) equal('ownership sold', N.dividedBy(P).dividedBy(total), ownershipSold);
  return broken;
}
