import type { StatedAmount } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import type { Claim, ClaimBody } from './claim.ts';
import { CLAIM_FIELDS, type FieldKind, type FieldSpec } from './claim-fields.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/**
 * The claim in the published schema, in a fixed field order. Numbers are the nearest JSON number; where that
 * would not read back as the same rational, the exact value stands beside it as `exact` ("n/d"), or as
 * `exact_min` and `exact_max` in a range and `percent_exact` in a stake. Reads back by `claimFromJson`.
 */
export function claimToJson(claim: Claim): JsonObject {
  const out: Record<string, Json> = { ...claimBodyToJson(claim) };
  if (claim.denied !== undefined) out.denied = claim.denied;
  out.quote = claim.quote;
  out.quote_span = [...claim.quote_span];
  out.spans = Object.fromEntries(Object.entries(claim.spans).map(([key, span]) => [key, [...span]]));
  if (claim.attribution !== undefined) out.attribution = { ...claim.attribution };
  if (claim.hedge !== undefined) out.hedge = claim.hedge;
  if (claim.drafted_by !== undefined) out.drafted_by = claim.drafted_by;
  return out;
}

/** What is said, without where: the wire form of a reference fact's body. */
export function claimBodyToJson(body: ClaimBody): JsonObject {
  const out: Record<string, Json> = { type: body.type };
  const values = body as unknown as Readonly<Record<string, unknown>>;
  for (const [name, spec] of Object.entries<FieldSpec>(CLAIM_FIELDS[body.type])) {
    const value = values[name];
    if (value !== undefined) Object.assign(out, fieldToJson(name, kindOf(spec), value));
  }
  return out;
}

export const kindOf = (spec: FieldSpec): FieldKind => spec.replace('?', '') as FieldKind;

function fieldToJson(name: string, kind: FieldKind, value: unknown): Record<string, Json> {
  switch (kind) {
    case 'amount':
      return { [name]: amountToJson(value as StatedAmount) };
    case 'sum': {
      const sum = value as { currency: string; value: Rational };
      return { [name]: { currency: sum.currency, ...number('value', 'exact', sum.value) } };
    }
    case 'percent':
      return number(name, `${name}_exact`, value as Rational);
    default:
      return { [name]: value as Json };
  }
}

export function amountToJson(amount: StatedAmount): JsonObject {
  const { currency, qualifier } = amount;
  return 'min' in amount
    ? {
        currency,
        ...number('min', 'exact_min', amount.min),
        ...number('max', 'exact_max', amount.max),
        qualifier,
      }
    : { currency, ...number('value', 'exact', amount.value), qualifier };
}

function number(name: string, exactName: string, value: Rational): Record<string, Json> {
  const rendered = value.toApproximateNumber();
  const back = Rational.fromShortestDecimal(rendered);
  return back.ok && back.value.equals(value)
    ? { [name]: rendered }
    : { [name]: rendered, [exactName]: value.toString() };
}
