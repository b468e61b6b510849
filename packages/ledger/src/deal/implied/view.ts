import type { FormulaGraph } from '@tranche/core/formula';
import type { PlainDate } from '@tranche/core/time';
import type { Assumption, Dates, DealSummary, ImpliedStakeView } from '../view.ts';
import type { PriceKind } from './priced-stakes.ts';
import type { StatedPrice } from './stated-prices.ts';

/** A value of the whole company, from a share of it and a sum. */
export interface ImpliedValuationView {
  /** The holder's name. */
  readonly holder: string;
  readonly kind: PriceKind;
  readonly day: PlainDate;
  /** Of what the share is one, in the source's words. */
  readonly shareBasis?: string;
  /** Nodes: the share as stated, and the sum. */
  readonly share: string;
  readonly amount: string;
  /** Nodes: the value by the numbers as printed, and the range that the printed percentage leaves. */
  readonly value: string;
  readonly range: string;
  /** Node: the value less the new money, where the money went to the company. */
  readonly preMoney?: string;
  /** Node: the share that the sum is of the price it should agree with. */
  readonly shareAtPrice?: { readonly node: string; readonly price: StatedPrice };
  /** Shares and sums that others state for the day, and that the rule passed over. */
  readonly passedOver: readonly PassedOver[];
  readonly rule: string;
  readonly statements: readonly string[];
}

export interface PassedOver {
  readonly share: string;
  readonly amount: string;
  readonly value: string;
  readonly because: string;
  readonly statements: readonly string[];
}

/** Two values of the company that should be one. */
export interface ImpliedAgreement {
  readonly label: string;
  /** Nodes: an implied value, what it stands beside, and the second less the first. */
  readonly implied: string;
  readonly beside: string;
  readonly remainder: string;
  /** What it stands beside is what a deal valued the company at. */
  readonly price?: StatedPrice;
  /** Whether the ranges overlap that the printed figures leave. */
  readonly agrees: boolean;
  readonly day: PlainDate;
  readonly statements: readonly string[];
}

interface StandsOn {
  readonly statements: readonly string[];
}

export interface ImpliedValues extends Dates {
  /** The deal's id, else the company's party id. */
  readonly subject: string;
  readonly issuerName: string;
  readonly stakes: readonly (ImpliedStakeView & Pick<DealSummary, 'id' | 'title' | 'status'> & StandsOn)[];
  readonly valuations: readonly ImpliedValuationView[];
  readonly agreements: readonly ImpliedAgreement[];
  readonly assumptions: readonly Assumption[];
  readonly statements: readonly string[];
  readonly graph: FormulaGraph;
}
