import type { StatedAmount } from '@tranche/core/money';
import type { Span } from '@tranche/ledger/claim';

/** A sum of money where it stands in the text. `span` is the number with its currency, without qualifying words. */
export interface AmountMention {
  readonly amount: StatedAmount;
  readonly span: Span;
  /** Where the qualifying words before the number begin; the span's start when there are none. */
  readonly start: number;
  /** The currency was not printed with the number but taken from the amounts before it. */
  readonly bare: boolean;
}
