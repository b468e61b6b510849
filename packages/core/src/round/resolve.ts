import { checkAccrual } from '../accrual/index.ts';
import { Rational, sum } from '../rational/index.ts';
import { fail, ok, type Result } from '../result/index.ts';
import type {
  Convertible,
  Holding,
  HoldingProtection,
  Pool,
  PricingMethod,
  RoundInput,
  RoundPrice,
} from './types.ts';

/** A convertible with the terms it converts by: its own, or those it elected to adopt, and where they stand. */
export interface ResolvedConvertible {
  readonly id: string;
  readonly path: string;
  readonly stated: Convertible;
  readonly cap?: Convertible['cap'];
  readonly discount?: Rational;
  readonly fixedPercentage?: Rational;
  /** The convertible that `cap` and `discount` are written in. */
  readonly termsPath: string;
  /** Whether the terms are adopted by an election. */
  readonly adopted: boolean;
}

export type PriceForm = keyof RoundPrice;

/** A round whose fields fit together, with every default in place. */
export interface ResolvedRound {
  readonly holdings: readonly Holding[];
  readonly optionsPromised: Rational;
  readonly unissuedPool: Rational;
  readonly convertibles: readonly ResolvedConvertible[];
  readonly price: { readonly form: PriceForm; readonly value: Rational; readonly path: string };
  readonly newMoney: RoundInput['newMoney'];
  readonly pool: Required<Pick<Pool, 'mode' | 'counts' | 'placement'>> & {
    readonly increase: Rational;
    readonly target: Rational;
  };
  readonly pricingMethod: PricingMethod;
  readonly antiDilution: readonly (HoldingProtection & { readonly base: Rational })[];
  readonly rounding: RoundInput['rounding'];
}

const PRICE_FORMS = {
  preMoney: 'pre_money',
  postMoney: 'post_money',
  pricePerShare: 'price_per_share',
  ownershipSold: 'ownership_sold',
} as const;

/**
 * Whether the fields of a round fit together, in the order of the input. Fails: MISSING_FIELD, UNSUPPORTED_COMBINATION,
 * UNKNOWN_ID, OUT_OF_RANGE (a post-money not above the new money), NO_SOLUTION (no share before the round; ownership
 * sold for no money), and what `checkAccrual` fails with.
 */
export function resolveRound(input: RoundInput): Result<ResolvedRound> {
  const { capitalization, newMoney, rounding } = input;
  const { holdings, optionsPromised = Rational.ZERO, unissuedPool = Rational.ZERO } = capitalization;
  const price = priceOf(input.price);
  const convertibles = resolveConvertibles(input.convertibles ?? [], price.ok ? price.value.form : undefined);
  if (!convertibles.ok) return convertibles;
  if (!price.ok) return price;
  const { form, value, path } = price.value;
  const total = sum(newMoney.map(({ amount }) => amount));
  if (form === 'postMoney' && value.compare(total) <= 0) {
    return fail('OUT_OF_RANGE', path, `the new money of ${total} leaves no pre-money`, {
      expected: 'a post-money above the new money',
    });
  }
  const pool = resolvePool(input.pool ?? { mode: 'none' });
  if (!pool.ok) return pool;
  const antiDilution = resolveAntiDilution(input.antiDilution ?? [], holdings);
  if (!antiDilution.ok) return antiDilution;
  if (rounding?.mode === 'price_then_shares' && rounding.priceDecimals === undefined) {
    return missing('rounding.price_decimals', 'a rounded price needs its number of decimals');
  }
  const before = sum([...holdings.map(({ shares }) => shares), optionsPromised, unissuedPool]);
  if (before.sign() === 0) {
    return fail('NO_SOLUTION', 'capitalization.holdings', 'there is no share before the round to price');
  }
  if (form === 'ownershipSold' && total.sign() === 0) {
    return fail('NO_SOLUTION', path, 'no new money buys any ownership');
  }
  return ok({
    holdings,
    optionsPromised,
    unissuedPool,
    convertibles: convertibles.value,
    price: price.value,
    newMoney,
    pool: pool.value,
    pricingMethod: input.pricingMethod ?? 'percent_ownership_fixed',
    antiDilution: antiDilution.value,
    rounding,
  });
}

const missing = (path: string, message: string): Result<never> => fail('MISSING_FIELD', path, message);
const unsupported = (path: string, message: string, expected?: string): Result<never> =>
  fail('UNSUPPORTED_COMBINATION', path, message, expected === undefined ? {} : { expected });

function priceOf(price: RoundPrice): Result<ResolvedRound['price']> {
  const forms = (Object.keys(PRICE_FORMS) as PriceForm[]).flatMap((form) => {
    const value = price[form];
    return value === undefined ? [] : [{ form, value, path: `price.${PRICE_FORMS[form]}` }];
  });
  const expected = `one of ${Object.values(PRICE_FORMS).join(', ')}`;
  const [first, second] = forms;
  if (first === undefined) return fail('MISSING_FIELD', 'price', 'no price is given', { expected });
  return second === undefined ? ok(first) : unsupported('price', 'more than one price is given', expected);
}

function resolveConvertibles(
  convertibles: readonly Convertible[],
  form: PriceForm | undefined,
): Result<readonly ResolvedConvertible[]> {
  const resolved: ResolvedConvertible[] = [];
  for (const [index, stated] of convertibles.entries()) {
    const path = `convertibles[${index}]`;
    const { id, kind, cap, discount, fixedPercentage, mfn, interest } = stated;
    if (
      cap?.base === 'round_pre_money_shares' &&
      form !== undefined &&
      form !== 'preMoney' &&
      form !== 'postMoney'
    ) {
      return unsupported(
        `${path}.cap.base`,
        'the cap is measured by a pre-money that is not given',
        'price.pre_money or price.post_money',
      );
    }
    if (fixedPercentage !== undefined && (cap ?? discount ?? mfn) !== undefined) {
      return unsupported(
        path,
        'a fixed percentage stands beside a cap, a discount or an election',
        'either the percentage or the others',
      );
    }
    const terms = electedIndex(convertibles, index);
    if (!terms.ok) return terms;
    if (interest !== undefined) {
      if (kind === 'safe') return unsupported(`${path}.interest`, 'a SAFE bears no interest');
      const checked = checkAccrual(interest, `${path}.interest`);
      if (!checked.ok) return checked;
    }
    const written = convertibles[terms.value] ?? stated;
    resolved.push({
      id,
      path,
      stated,
      ...(written.cap === undefined ? {} : { cap: written.cap }),
      ...(written.discount === undefined ? {} : { discount: written.discount }),
      ...(fixedPercentage === undefined ? {} : { fixedPercentage }),
      termsPath: `convertibles[${terms.value}]`,
      adopted: terms.value !== index,
    });
  }
  return ok(resolved);
}

/** The place of the convertible whose terms hold: its own, or the end of the chain of elections. */
function electedIndex(convertibles: readonly Convertible[], start: number): Result<number> {
  const path = `convertibles[${start}].mfn.elect`;
  const seen = new Set<number>();
  let index = start;
  for (;;) {
    seen.add(index);
    const elect = convertibles[index]?.mfn?.elect ?? 'none';
    if (elect === 'none') break;
    const elected = convertibles.findIndex(({ id }) => id === elect);
    if (elected < 0)
      return fail('UNKNOWN_ID', `convertibles[${index}].mfn.elect`, `there is no convertible "${elect}"`);
    if (seen.has(elected)) return unsupported(path, 'the elections lead back to themselves');
    index = elected;
  }
  if (index !== start && convertibles[index]?.fixedPercentage !== undefined) {
    return unsupported(path, 'a fixed percentage has no cap or discount to adopt');
  }
  return ok(index);
}

function resolvePool(pool: Pool): Result<ResolvedRound['pool']> {
  const { mode, increase, target, counts = 'ungranted', placement = 'pre_money' } = pool;
  if (increase !== undefined && mode !== 'increase') {
    return unsupported('pool.increase', `the mode ${mode} takes no increase`);
  }
  if (target !== undefined && mode !== 'target_post') {
    return unsupported('pool.target', `the mode ${mode} takes no target`);
  }
  if (mode === 'increase' && increase === undefined) {
    return missing('pool.increase', 'the mode increase needs the number of shares');
  }
  if (mode === 'target_post' && target === undefined) {
    return missing('pool.target', 'the mode target_post needs the target');
  }
  return ok({
    mode,
    counts,
    placement,
    increase: increase ?? Rational.ZERO,
    target: target ?? Rational.ZERO,
  });
}

function resolveAntiDilution(
  antiDilution: readonly HoldingProtection[],
  holdings: readonly Holding[],
): Result<ResolvedRound['antiDilution']> {
  const resolved: ResolvedRound['antiDilution'][number][] = [];
  for (const [index, protection] of antiDilution.entries()) {
    const path = `anti_dilution[${index}]`;
    if (!holdings.some(({ id }) => id === protection.holding)) {
      return fail('UNKNOWN_ID', `${path}.holding`, `there is no holding "${protection.holding}"`);
    }
    if (protection.method === 'weighted_average' && protection.base === undefined) {
      return missing(`${path}.base`, 'a weighted average needs the shares counted as outstanding');
    }
    resolved.push({ ...protection, base: protection.base ?? Rational.ONE });
  }
  return ok(resolved);
}
