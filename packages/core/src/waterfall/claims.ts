import { accrue } from '../accrual/index.ts';
import type { Derivation, Quantity } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import { fail, ok, type Result } from '../result/index.ts';
import type { Claimant } from './claimant.ts';
import type { CumulativeDividend, ExitClass, ExitOption, ExitSafe, ExitSecurities } from './securities.ts';

/** What decides a claimant's payout, each figure with its derivation; the fields are those of `Claimant`. */
export interface Claim {
  readonly id: string;
  readonly kind: 'common' | 'preferred' | 'option' | 'safe';
  readonly seniority: number;
  /** Shares as issued; of an option or a SAFE what it may become. */
  readonly issued: Quantity;
  readonly shares: Quantity;
  readonly preference: Quantity;
  readonly kept: Quantity;
  readonly limit?: Quantity;
  readonly strike?: Quantity;
  /** Cumulative dividends inside the preference; of preferred stock. */
  readonly accruedDividend: Quantity;
}

/** The claim as the solver takes it. */
export const claimantOf = ({ id, seniority, shares, preference, kept, limit, strike }: Claim): Claimant => ({
  id,
  seniority,
  shares: shares.value,
  preference: preference.value,
  kept: kept.value,
  ...(limit === undefined ? {} : { limit: limit.value }),
  ...(strike === undefined ? {} : { strike: strike.value }),
});

/**
 * The claims of checked securities: classes, then options, then SAFEs, in their order. Units: money, common shares.
 * Fails: NO_SOLUTION at the SAFE up to which post-money SAFEs are promised the whole company or more.
 */
export function claimsOf(
  { classes, options = [], safes = [] }: ExitSecurities,
  sheet: Derivation,
): Result<readonly Claim[]> {
  const nothing = sheet.assumed('nothing', 'money', Rational.ZERO, 'no such right');
  const held = [
    ...classes.map((terms, index) => classClaim(sheet, nothing, terms, `classes[${index}]`)),
    ...options.map((terms, index) => optionClaim(sheet, nothing, terms, `options[${index}]`)),
  ];
  const converting = safeClaims(
    sheet,
    nothing,
    safes,
    held.map(({ shares }) => shares),
  );
  return converting.ok ? ok([...held, ...converting.value]) : converting;
}

function classClaim(sheet: Derivation, nothing: Quantity, terms: ExitClass, path: string): Claim {
  const { id, kind, seniority = 0, participation = 'none' } = terms;
  const count = sheet.given(`shares of ${id}`, 'shares', terms.shares, `${path}.shares`);
  const shares =
    terms.conversionRatio === undefined
      ? count
      : sheet.multiply(`${id} as converted`, 'shares', [
          count,
          sheet.given(
            `conversion ratio of ${id}`,
            'count',
            terms.conversionRatio,
            `${path}.conversion_ratio`,
          ),
        ]);
  const base = { id, kind, seniority, issued: count, shares, accruedDividend: nothing };
  if (kind === 'common') return { ...base, preference: nothing, kept: nothing };
  const price = sheet.given(
    `original issue price of ${id}`,
    'money per share',
    terms.originalIssuePrice ?? Rational.ZERO,
    `${path}.original_issue_price`,
  );
  const invested = sheet.multiply(`original issue price of all ${id}`, 'money', [price, count]);
  const multiple = terms.preferenceMultiple;
  const principal =
    multiple === undefined
      ? invested
      : sheet.multiply(`preference of ${id} before dividends`, 'money', [
          invested,
          sheet.given(`preference multiple of ${id}`, 'count', multiple, `${path}.preference_multiple`),
        ]);
  const accruedDividend =
    terms.dividend === undefined
      ? nothing
      : accruedOn(sheet, terms.dividend, id, { invested, principal }, `${path}.dividend`);
  const preference =
    terms.dividend === undefined
      ? principal
      : sheet.add(`preference of ${id}`, 'money', [principal, accruedDividend]);
  const kept = terms.dividend?.forfeitedOnConversion === false ? accruedDividend : nothing;
  const claim = { ...base, preference, kept, accruedDividend };
  if (participation === 'full') return claim;
  if (participation === 'none') return { ...claim, limit: preference };
  const cap = sheet.multiply(`cap of ${id}`, 'money', [
    sheet.given(`cap multiple of ${id}`, 'count', terms.capMultiple ?? Rational.ZERO, `${path}.cap_multiple`),
    invested,
  ]);
  if (terms.capIncludesPreference === false) {
    return {
      ...claim,
      limit: sheet.add(`cap of ${id} on top of its preference`, 'money', [preference, cap]),
    };
  }
  const exceeds = kept.value.compare(cap.value) > 0;
  return {
    ...claim,
    limit: cap,
    kept: exceeds ? sheet.least(`dividend kept by ${id} within its cap`, 'money', [kept, cap]) : kept,
  };
}

function accruedOn(
  sheet: Derivation,
  dividend: CumulativeDividend,
  id: string,
  { invested, principal }: { readonly invested: Quantity; readonly principal: Quantity },
  path: string,
): Quantity {
  const accrued = sheet.multiply(`dividend accrued on ${id}`, 'money', [
    dividend.base === 'preference' ? principal : invested,
    accrue(sheet, dividend, path),
  ]);
  if (dividend.unpaid === undefined) return accrued;
  const unpaid = sheet.given(`earlier dividend unpaid on ${id}`, 'money', dividend.unpaid, `${path}.unpaid`);
  return sheet.add(`accrued and unpaid dividend of ${id}`, 'money', [accrued, unpaid]);
}

function optionClaim(sheet: Derivation, nothing: Quantity, terms: ExitOption, path: string): Claim {
  const { id } = terms;
  const shares = sheet.given(`shares under ${id}`, 'shares', terms.shares, `${path}.shares`);
  return {
    id,
    kind: 'option',
    seniority: 0,
    issued: shares,
    shares,
    strike: sheet.given(`strike of ${id}`, 'money per share', terms.strike, `${path}.strike`),
    preference: nothing,
    kept: nothing,
    accruedDividend: nothing,
  };
}

/**
 * The shares of a SAFE are amount ÷ cap × liquidity capitalization. That of a pre-money cap is everything `held`; that
 * of a post-money cap also counts all SAFEs, so with φ = amount ÷ cap it is T = held × (1 + φ of the pre-money caps) ÷
 * (1 − φ of the post-money caps).
 */
function safeClaims(
  sheet: Derivation,
  nothing: Quantity,
  safes: readonly ExitSafe[],
  held: readonly Quantity[],
): Result<readonly Claim[]> {
  if (safes.length === 0) return ok([]);
  const zero = sheet.assumed(
    'no shares',
    'shares',
    Rational.ZERO,
    'a SAFE without a cap only gets its amount',
  );
  const one = sheet.assumed('the whole', 'fraction', Rational.ONE, 'all of the company');
  const parts = safes.map(({ id, amount, postMoneyCap, preMoneyCap }, index) => {
    const path = `safes[${index}]`;
    const paid = sheet.given(`amount of ${id}`, 'money', amount, `${path}.amount`);
    const base = postMoneyCap === undefined ? ('pre' as const) : ('post' as const);
    const cap = postMoneyCap ?? preMoneyCap;
    if (cap === undefined) return { paid };
    const capped = sheet.given(`valuation cap of ${id}`, 'money', cap, `${path}.${base}_money_cap`);
    return { paid, base, part: sheet.divide(`amount ÷ cap of ${id}`, 'fraction', paid, capped) };
  });
  const partsOf = (wanted: 'pre' | 'post'): Quantity[] =>
    parts.flatMap(({ base, part }) => (base === wanted && part !== undefined ? [part] : []));
  const promised = partsOf('post');
  const beyond = firstBeyondWhole(parts);
  if (beyond !== undefined) {
    const path = `safes[${beyond}].post_money_cap`;
    return fail(
      'NO_SOLUTION',
      path,
      'post-money SAFEs are promised the whole company or more, up to this one',
    );
  }
  const outstanding =
    held.length === 0 ? zero : sheet.add('liquidity capitalization without SAFEs', 'shares', held);
  const before = partsOf('pre');
  const withPre =
    before.length === 0
      ? outstanding
      : sheet.multiply('with the SAFEs under a pre-money cap', 'shares', [
          outstanding,
          sheet.add('one and their parts', 'fraction', [one, ...before]),
        ]);
  const all =
    promised.length === 0
      ? withPre
      : sheet.divide(
          'liquidity capitalization with all SAFEs',
          'shares',
          withPre,
          sheet.subtract(
            'left beside the post-money SAFEs',
            'fraction',
            one,
            sheet.add('parts of the post-money SAFEs', 'fraction', promised),
          ),
        );
  return ok(
    safes.map(({ id, seniority }, index) => {
      const { paid, base, part } = parts[index] as (typeof parts)[number];
      const shares =
        part === undefined
          ? zero
          : sheet.multiply(`shares of ${id} on conversion`, 'shares', [
              part,
              base === 'post' ? all : outstanding,
            ]);
      return {
        id,
        kind: 'safe' as const,
        seniority,
        issued: shares,
        shares,
        preference: paid,
        limit: paid,
        kept: nothing,
        accruedDividend: nothing,
      };
    }),
  );
}

/** The place of the first post-money SAFE with which the promised parts reach the whole; undefined when none does. */
function firstBeyondWhole(
  parts: readonly { readonly base?: 'pre' | 'post'; readonly part?: Quantity }[],
): number | undefined {
  let promised = Rational.ZERO;
  for (const [index, { base, part }] of parts.entries()) {
    if (base === 'post' && part !== undefined) promised = promised.plus(part.value);
    if (promised.compare(Rational.ONE) >= 0) return index;
  }
  return undefined;
}
