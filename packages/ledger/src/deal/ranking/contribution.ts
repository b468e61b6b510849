import type { PlainDate } from '@tranche/core/time';

/** What one party brings to one deal. */
export interface Contribution {
  readonly party: string;
  readonly deal: string;
  /** Bought from other holders: no new money. */
  readonly isSecondary: boolean;
  readonly committed: string;
  readonly drawn: string;
  /** The day by which it was promised, and the day by which it was paid, if it was. */
  readonly boundOn: PlainDate | undefined;
  readonly paidOn: PlainDate | undefined;
  /** A text names the party and no amount: anything up to what nobody named accounts for. */
  readonly isUndisclosed: boolean;
  readonly statements: readonly string[];
}
