import { type Accrual, checkAccrual } from '../accrual/index.ts';
import { type Rational, sum } from '../rational/index.ts';
import { fail, ok, type Result } from '../result/index.ts';

/** A cumulative dividend of a class: `unpaid` from before, plus what accrues on the base. */
export interface CumulativeDividend extends Accrual {
  /** What the rate applies to: the original issue price (default), or the preference before dividends. */
  readonly base?: 'original_issue_price' | 'preference';
  /** Money for the whole class, accrued earlier and not paid. */
  readonly unpaid?: Rational;
  /** Whether conversion gives the dividend up (default), or it is paid all the same. */
  readonly forfeitedOnConversion?: boolean;
}

/** The terms of one share class at an exit. */
export interface ExitClass {
  readonly id: string;
  readonly kind: 'common' | 'preferred';
  readonly shares: Rational;
  readonly originalIssuePrice?: Rational;
  /** Default 1. */
  readonly preferenceMultiple?: Rational;
  /** Default none. */
  readonly participation?: 'none' | 'full' | 'capped';
  /** Of capped participation: a multiple of the original issue price. */
  readonly capMultiple?: Rational;
  /** Default true. */
  readonly capIncludesPreference?: boolean;
  /** Default 0; a higher number is paid first. */
  readonly seniority?: number;
  /** Common shares for one share; default 1, and 0 for plain debt. */
  readonly conversionRatio?: Rational;
  readonly dividend?: CumulativeDividend;
  readonly holders?: readonly { readonly id: string; readonly shares: Rational }[];
}

/** Options or warrants of one strike. */
export interface ExitOption {
  readonly id: string;
  readonly shares: Rational;
  readonly strike: Rational;
}

/** A SAFE that meets an exit before it converted; at most one of the caps, and without one it only gets its amount. */
export interface ExitSafe {
  readonly id: string;
  readonly amount: Rational;
  readonly postMoneyCap?: Rational;
  readonly preMoneyCap?: Rational;
  readonly seniority: number;
}

/** Everything that shares in an exit. */
export interface ExitSecurities {
  readonly classes: readonly ExitClass[];
  readonly options?: readonly ExitOption[];
  readonly safes?: readonly ExitSafe[];
}

/**
 * Whether the terms fit together. Fails, in the order of the fields: MISSING_FIELD (original_issue_price of preferred
 * stock, cap_multiple of capped participation, what the dividend's accrual needs), UNSUPPORTED_COMBINATION (terms of
 * preferred stock on common stock, a cap without capped participation, two caps of one SAFE, a broken period),
 * OUT_OF_RANGE (a dividend without shares), SUM_MISMATCH (holders), DUPLICATE_ID (an id of another list).
 */
export function checkSecurities({ classes, options = [], safes = [] }: ExitSecurities): Result<null> {
  const ids = new Set(classes.map(({ id }) => id));
  for (const [index, terms] of classes.entries()) {
    const checked = checkClass(terms, `classes[${index}]`);
    if (!checked.ok) return checked;
  }
  for (const [list, items] of [
    ['options', options],
    ['safes', safes],
  ] as const) {
    for (const [index, item] of items.entries()) {
      if (ids.has(item.id)) {
        return fail('DUPLICATE_ID', `${list}[${index}].id`, `"${item.id}" names another claimant`);
      }
      ids.add(item.id);
      if ('amount' in item && item.postMoneyCap !== undefined && item.preMoneyCap !== undefined) {
        return fail('UNSUPPORTED_COMBINATION', `safes[${index}]`, 'a SAFE has one valuation cap', {
          expected: 'post_money_cap or pre_money_cap',
        });
      }
    }
  }
  return ok(null);
}

/** What only preferred stock has. */
const OF_PREFERRED = [
  ['preferenceMultiple', 'preference_multiple'],
  ['participation', 'participation'],
  ['capMultiple', 'cap_multiple'],
  ['capIncludesPreference', 'cap_includes_preference'],
  ['dividend', 'dividend'],
] as const;

function checkClass(terms: ExitClass, path: string): Result<null> {
  const { kind, participation = 'none', originalIssuePrice, capMultiple, dividend, holders, shares } = terms;
  if (kind === 'common') {
    const odd = OF_PREFERRED.find(([field]) => terms[field] !== undefined);
    if (odd !== undefined) {
      return fail('UNSUPPORTED_COMBINATION', `${path}.${odd[1]}`, 'common stock has no preference');
    }
  } else {
    if (originalIssuePrice === undefined) {
      return fail('MISSING_FIELD', `${path}.original_issue_price`, 'the preference rests on it');
    }
    if (participation === 'capped' && capMultiple === undefined) {
      return fail('MISSING_FIELD', `${path}.cap_multiple`, 'capped participation needs its cap');
    }
    if (participation !== 'capped') {
      const field = capMultiple !== undefined ? 'cap_multiple' : 'cap_includes_preference';
      if (capMultiple !== undefined || terms.capIncludesPreference !== undefined) {
        return fail('UNSUPPORTED_COMBINATION', `${path}.${field}`, 'only capped participation has a cap');
      }
    }
    if (dividend !== undefined) {
      if (shares.sign() === 0) return fail('OUT_OF_RANGE', `${path}.shares`, 'no shares bear the dividend');
      const accrual = checkAccrual(dividend, `${path}.dividend`);
      if (!accrual.ok) return accrual;
    }
  }
  if (holders !== undefined && !sum(holders.map((holder) => holder.shares)).equals(shares)) {
    return fail('SUM_MISMATCH', `${path}.holders`, 'the holders do not hold the shares of the class', {
      expected: shares.toString(),
    });
  }
  return ok(null);
}
