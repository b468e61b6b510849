import type { PartialDate } from '@tranche/core/time';
import type { Span } from '@tranche/ledger/claim';

export type Direction = 'past' | 'future';

/** A date where it stands in the text, with the preposition that makes it a bound ("by 31 March"). */
export interface DateMention {
  readonly span: Span;
  /** How it bounds: at it, no later than it, or from it on. */
  readonly bound: 'at' | 'by' | 'since';
  /** A day of the week or a bare day, as in "said on Tuesday": when something was said rather than done. */
  readonly isDay: boolean;
  /** A day of the week: in a report, when somebody spoke. */
  readonly isWeekday: boolean;
  /** The date, looking back or forward from the publication date where the words leave the year open. */
  readonly resolve: (direction: Direction) => PartialDate | undefined;
}
