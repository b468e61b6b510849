import type { StatedAmount } from '@tranche/core/money';
import type { PlainDate } from '@tranche/core/time';
import type { Claim, Span } from '@tranche/ledger/claim';
import type { Source } from '@tranche/ledger/source';

/** What is known of a document besides its text. What is given here wins over what the text says of itself. */
export interface ReportMeta {
  /** File name without folder and ending. */
  readonly name: string;
  readonly published?: PlainDate;
  readonly publisher?: string;
  readonly url?: string;
}

/** Every amount of money the grammar found, claimed or not, so that nothing seen is silently dropped. */
export interface Figure {
  readonly amount: StatedAmount;
  readonly span: Span;
  readonly where: 'headline' | 'body';
}

export interface ReadReport {
  readonly source: Source;
  readonly claims: readonly Claim[];
  readonly figures: readonly Figure[];
}
