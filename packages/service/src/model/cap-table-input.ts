import type { ModelFile } from './holding.ts';
import { fromFile, type Input, Traced } from './traced.ts';

/** The input of `cap_table` on a day. */
export function capTableInput(
  { securities }: ModelFile,
  transactions: readonly Input[],
  asOf: string,
): Input {
  return {
    as_of: asOf,
    classes: securities.classes.map((one, index) => {
      const path = ['securities', 'classes', index];
      const { id, authorized, original_issue_price: issuePrice, conversion_price: price } = one;
      const ratio =
        issuePrice === undefined || price === undefined
          ? undefined
          : {
              numerator: fromFile(issuePrice, [...path, 'original_issue_price']),
              denominator: fromFile(price, [...path, 'conversion_price']),
            };
      return new Traced(
        {
          id,
          authorized: authorized === undefined ? undefined : fromFile(authorized, [...path, 'authorized']),
          conversion_ratio: ratio,
        },
        { file: path },
      );
    }),
    plans: securities.plans.map(
      ({ id, reserved }, index) =>
        new Traced(
          { id, reserved: fromFile(reserved, ['securities', 'plans', index, 'reserved']) },
          { file: ['securities', 'plans', index] },
        ),
    ),
    transactions,
  };
}
