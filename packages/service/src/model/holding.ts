import type { DealFile, Path } from '@tranche/formats/deal-file';
import type { Input, Traced } from './traced.ts';

/** A deal file that models a company: with its currency and its securities. */
export type ModelFile = DealFile & {
  readonly company: NonNullable<DealFile['company']>;
  readonly securities: NonNullable<DealFile['securities']>;
};

export type ShareClass = ModelFile['securities']['classes'][number];
export type HistoryEvent = NonNullable<DealFile['history']>[number];

export type HoldingKind = 'issued' | 'options' | 'warrants' | 'promised' | 'pool';

/** One security of one holder at a stage of the model, with its number of shares as a figure. */
export interface Holding {
  /** Unique in the model; what the derivation calls it. */
  readonly id: string;
  readonly holder: string;
  readonly kind: HoldingKind;
  readonly shares: Traced;
  /** The share class of what is issued, or of what it becomes. */
  readonly class?: string;
  /** Common shares per share, where not one. */
  readonly ratio?: Traced | undefined;
  /** Where the deal file names it. */
  readonly path: Path;
  readonly strike?: Input | undefined;
}

export const POOL = 'unissued pool';
export const PROMISED = 'promised options';
