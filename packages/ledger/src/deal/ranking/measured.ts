import type { Assumption, RankedStake } from '../view.ts';

/** What one investor, or several that are named together, has promised, paid or holds. */
export interface MeasuredParty {
  readonly party: string;
  readonly node: string;
  readonly withSecondary?: string;
  readonly isGroup: boolean;
  readonly note?: string;
  readonly stake?: RankedStake;
  /** What would tell its amount exactly. */
  readonly missing?: readonly string[];
  readonly statements: readonly string[];
}

/** A running total on which sources disagree: the one that counts, and what the investor would be measured at with each other. */
export interface ContestedTotal {
  readonly label: string;
  /** Node. */
  readonly chosen: string;
  readonly rule: string;
  readonly statements: readonly string[];
  readonly options: readonly {
    /** Node of the total. */
    readonly total: string;
    readonly because: string;
    readonly measured: MeasuredParty;
    readonly statements: readonly string[];
  }[];
}

export interface Measured {
  readonly parties: readonly MeasuredParty[];
  readonly unit: string;
  readonly assumptions: readonly Assumption[];
  readonly contested?: readonly ContestedTotal[];
}
