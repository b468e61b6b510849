import type { Derivation, Quantity } from '../formula/index.ts';

/** How a fund shares, as quantities of one derivation. */
export interface FundTerms {
  readonly nothing: Quantity;
  readonly carry: Quantity;
  /** Preferred return for each unit contributed; none if absent. */
  readonly accrued?: Quantity;
  /** The manager's share of the catch-up, above carry; no catch-up if absent. */
  readonly catchUp?: Quantity;
}

/** What is distributed: a whole fund, or one deal. */
export interface Distribution {
  readonly name: string;
  readonly contributed: Quantity;
  readonly proceeds: Quantity;
}

/** The proceeds by their purpose: capital, preferred return, catch-up and residual sum to them. */
export interface Tiers {
  readonly returnOfCapital: Quantity;
  readonly preferredReturnDue: Quantity;
  readonly preferredReturn: Quantity;
  readonly catchUp: Quantity;
  readonly catchUpGp: Quantity;
  readonly residual: Quantity;
  readonly residualLp: Quantity;
  readonly residualGp: Quantity;
}

/**
 * One pass down the tiers. The catch-up ends when the manager has carry of all profit so far: a tier of x, of which
 * the share g goes to the manager, with g x = carry (preferred return + x). Exact.
 */
export function distribute(
  sheet: Derivation,
  terms: FundTerms,
  { name, contributed, proceeds }: Distribution,
): { readonly tiers: Tiers; readonly lp: Quantity; readonly gp: Quantity } {
  const { nothing, carry, accrued } = terms;
  const money = (label: string) => [`${label} of ${name}`, 'money'] as const;
  const returnOfCapital = sheet.least(...money('return of capital'), [proceeds, contributed]);
  const afterCapital = sheet.subtract(...money('left after capital'), proceeds, returnOfCapital);
  const preferredReturnDue =
    accrued === undefined
      ? nothing
      : sheet.multiply(...money('preferred return due'), [contributed, accrued]);
  const preferredReturn = sheet.least(...money('preferred return'), [afterCapital, preferredReturnDue]);
  const afterPreferred = sheet.subtract(
    ...money('left after the preferred return'),
    afterCapital,
    preferredReturn,
  );
  const { catchUp, catchUpGp } = catchUpOf(sheet, terms, name, preferredReturn, afterPreferred);
  const residual = sheet.subtract(...money('residual'), afterPreferred, catchUp);
  const residualGp = sheet.multiply(...money("manager's share of the residual"), [residual, carry]);
  const residualLp = sheet.subtract(...money("investors' share of the residual"), residual, residualGp);
  const gp = sheet.add(...money('to the manager'), [catchUpGp, residualGp]);
  const lp = sheet.subtract(...money('to the investors'), proceeds, gp);
  return {
    tiers: {
      returnOfCapital,
      preferredReturnDue,
      preferredReturn,
      catchUp,
      catchUpGp,
      residual,
      residualLp,
      residualGp,
    },
    lp,
    gp,
  };
}

function catchUpOf(
  sheet: Derivation,
  { nothing, carry, catchUp: share }: FundTerms,
  name: string,
  preferredReturn: Quantity,
  left: Quantity,
): Pick<Tiers, 'catchUp' | 'catchUpGp'> {
  if (share === undefined) return { catchUp: nothing, catchUpGp: nothing };
  const ahead = sheet.multiply(`carry on the preferred return of ${name}`, 'money', [carry, preferredReturn]);
  const lead = sheet.subtract("manager's share above carry", 'fraction', share, carry);
  const full = sheet.divide(`full catch-up of ${name}`, 'money', ahead, lead);
  const catchUp = sheet.least(`catch-up of ${name}`, 'money', [left, full]);
  return {
    catchUp,
    catchUpGp: sheet.multiply(`catch-up of ${name} to the manager`, 'money', [catchUp, share]),
  };
}
