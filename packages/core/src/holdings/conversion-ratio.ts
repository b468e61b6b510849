import { Derivation, type FormulaGraph, type Quantity } from '../formula/index.ts';
import type { Rational } from '../rational/index.ts';
import { ok, type Result } from '../result/index.ts';

/** Common shares per preferred share: the original issue price over the conversion price, both more than zero. */
export function conversionRatio({
  originalIssuePrice,
  conversionPrice,
}: {
  readonly originalIssuePrice: Rational;
  readonly conversionPrice: Rational;
}): Result<{ readonly output: { readonly ratio: Quantity }; readonly graph: FormulaGraph }> {
  const sheet = new Derivation();
  const issue = sheet.given(
    'original issue price',
    'money per share',
    originalIssuePrice,
    'original_issue_price',
  );
  const conversion = sheet.given('conversion price', 'money per share', conversionPrice, 'conversion_price');
  const ratio = sheet.divide('common shares per preferred share', 'count', issue, conversion);
  return ok({ output: { ratio }, graph: sheet.build() });
}
