import type { Rational } from '@tranche/core/rational';
import type { Convertible, RoundInput } from '@tranche/core/round';

/**
 * The price of a round by halving, in floating point: at a trial price the counts are iterated until they stand
 * still, and the price is too high while they are worth more than is paid for them. Undefined where no price
 * is low enough. Notes bear no interest here.
 */
export function roundPriceByBisection(input: RoundInput): number | undefined {
  const { pricePerShare } = input.price;
  if (pricePerShare)
    return Number.isFinite(excessAt(input, number(pricePerShare))) ? number(pricePerShare) : undefined;
  // In x = 1 ÷ price: excess ÷ x only falls as x grows.
  let [low, high] = [1e-15, 1e-15];
  while (excessAt(input, 1 / high) >= 0) {
    high *= 10;
    if (high > 1e30) return undefined;
  }
  for (let step = 0; step < 300; step += 1) {
    const middle = Math.sqrt(low * high);
    if (excessAt(input, 1 / middle) >= 0) low = middle;
    else high = middle;
  }
  return 1 / Math.sqrt(low * high);
}

const number = (value: Rational | undefined): number => value?.toApproximateNumber() ?? 0;

/** What the counted shares are worth at a price, less what they are priced at; infinite where the counts run away. */
function excessAt(input: RoundInput, price: number): number {
  const { holdings, optionsPromised, unissuedPool } = input.capitalization;
  const convertibles = input.convertibles ?? [];
  const money = input.newMoney.reduce((total, { amount }) => total + number(amount), 0);
  const { preMoney, postMoney, ownershipSold } = input.price;
  const value = preMoney ? number(preMoney) : number(postMoney) - money;

  const held = holdings.map(({ id, shares }) => {
    const protection = input.antiDilution?.find(({ holding }) => holding === id);
    const old = number(protection?.conversionPrice);
    if (protection === undefined || price >= old) return number(shares);
    const base = number(protection.base);
    const fresh =
      protection.method === 'full_ratchet' ? price : (old * (base + money / old)) / (base + money / price);
    return (number(shares) * old) / fresh;
  });
  const before = held.reduce((a, b) => a + b, 0) + number(optionsPromised) + number(unissuedPool);
  const granted = input.pool?.counts === 'granted_and_ungranted';
  const counted =
    number(unissuedPool) +
    (granted ? number(optionsPromised) : 0) +
    held.reduce((a, b, index) => a + (granted && holdings[index]?.kind === 'options_outstanding' ? b : 0), 0);

  let [converted, increase] = [0, input.pool?.mode === 'increase' ? number(input.pool.increase) : 0];
  for (let step = 0; step < 20_000; step += 1) {
    const bases = {
      company_capitalization: before + converted,
      pre_money_capitalization: before + increase,
      outstanding: before,
      round_pre_money_shares: value / price,
    };
    const sharesOf = (convertible: Convertible): number => {
      let terms = convertible;
      for (let next = terms.mfn?.elect ?? 'none'; next !== 'none'; next = terms.mfn?.elect ?? 'none') {
        terms = convertibles.find(({ id }) => id === next) ?? terms;
      }
      if (terms.fixedPercentage) return number(terms.fixedPercentage) * bases.company_capitalization;
      const discounted = price * (1 - number(terms.discount));
      const perShare = terms.cap
        ? number(terms.cap.amount) / bases[terms.cap.base]
        : Number.POSITIVE_INFINITY;
      return number(convertible.amount) / Math.min(discounted, perShare);
    };
    const next = convertibles.reduce((total, convertible) => total + sharesOf(convertible), 0);
    const target = input.pool?.mode === 'target_post' ? number(input.pool.target) : 0;
    const wanted = target * (before + next + increase + money / price) - counted;
    const grown = input.pool?.mode === 'target_post' ? Math.max(0, wanted) : increase;
    const still = Math.abs(next - converted) + Math.abs(grown - increase) <= 1e-15 * (next + grown);
    [converted, increase] = [next, grown];
    if (still) break;
    if (converted + increase > 1e25 * before) return Number.POSITIVE_INFINITY;
    if (step === 19_999) return Number.POSITIVE_INFINITY;
  }
  if (input.price.pricePerShare) return 0;
  const all = before + converted + increase;
  if (ownershipSold) return all * price - (money * (1 - number(ownershipSold))) / number(ownershipSold);
  const balances = convertibles.reduce((total, { amount }) => total + number(amount), 0);
  if (input.pricingMethod === 'dollars_invested') return all * price - value - balances;
  const inside = input.pool?.placement === 'post_money' ? before : before + increase;
  return (input.pricingMethod === 'pre_money_fixed' ? inside : inside + converted) * price - value;
}
