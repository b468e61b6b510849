import type { GraphBuilder } from '@tranche/core/formula';
import { type Bounds, boundsOf, type Qualifier } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import { expectOk } from '@tranche/core/result';
import { type PartialDate, type PlainDate, parsePartialDate, parsePlainDate } from '@tranche/core/time';

/** An exact number from its spelling: `rational('13/3')`, `rational('7.5e9')`. Throws on a misspelling. */
export const rational = (text: string): Rational => expectOk(Rational.parse(text));

/** A day from `2025-03-31`. Throws on a misspelling. */
export const day = (text: string): PlainDate => expectOk(parsePlainDate(text));

/** A date at its own precision from `2025-Q3`. Throws on a misspelling. */
export const partialDate = (text: string): PartialDate => expectOk(parsePartialDate(text));

/** Bounds with the ends given; a missing end is open. */
export const bounds = (low?: string, high?: string, vague = false): Bounds => ({
  ...(low === undefined ? {} : { low: rational(low) }),
  ...(high === undefined ? {} : { high: rational(high) }),
  vague,
});

/** Bounds that leave no room. */
export const exactly = (value: string): Bounds => bounds(value, value);

/** Adds an input node of US dollars: `usd(builder, 'committed', '7.5e9')`. */
export function usd(
  builder: GraphBuilder,
  label: string,
  value: string,
  qualifier: Qualifier = 'exact',
): string {
  return builder.input({
    label,
    unit: 'USD',
    bounds: boundsOf({ currency: 'USD', value: rational(value), qualifier }),
    qualifier,
    grounds: [{ kind: 'assumption', id: 'made-up' }],
  });
}

/** Adds an input node of a unit with given bounds. */
export const inputOf = (builder: GraphBuilder, label: string, unit: string, given: Bounds): string =>
  builder.input({ label, unit, bounds: given, grounds: [{ kind: 'assumption', id: 'made-up' }] });

/** Adds a node of a sum of US dollars that nobody reported. */
export const unreported = (builder: GraphBuilder, label: string): string =>
  builder.unknown({
    label,
    unit: 'USD',
    because: 'not reported',
    grounds: [{ kind: 'rule', id: 'not-reported' }],
  });
