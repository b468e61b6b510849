import type { Rational } from '../rational/index.ts';
import type { PlainDate } from '../time/index.ts';

/** What a security is; the prefix of the types of its transactions. */
export const INSTRUMENTS = ['stock', 'equity_compensation', 'warrant', 'convertible'] as const;
export type Instrument = (typeof INSTRUMENTS)[number];

/** What is done with a security; the ending of the type. */
export const ACTS = [
  'issuance',
  'transfer',
  'cancellation',
  'repurchase',
  'retraction',
  'reissuance',
  'conversion',
  'exercise',
  'release',
] as const;
export type Act = (typeof ACTS)[number];

/** What changes a class or a plan and no security. */
const ADJUSTMENTS = ['class_split', 'class_authorized_adjustment', 'plan_reserve_adjustment'] as const;
export type Adjustment = (typeof ADJUSTMENTS)[number];

/** A type taken apart: an act on a security, or an adjustment. */
export type TypeParts =
  | { readonly instrument: Instrument; readonly act: Act }
  | { readonly adjustment: Adjustment };

const PARTS: ReadonlyMap<string, TypeParts> = new Map<string, TypeParts>([
  ...INSTRUMENTS.flatMap((instrument) =>
    ACTS.map((act) => [`${instrument}_${act}`, { instrument, act }] as const),
  ),
  ...ADJUSTMENTS.map((adjustment) => [adjustment, { adjustment }] as const),
]);

/** Every type a transaction can have. */
export const TRANSACTION_TYPES: readonly string[] = [...PARTS.keys()];

/** The parts of a type; undefined when it is none of TRANSACTION_TYPES. */
export const partsOfType = (type: string): TypeParts | undefined => PARTS.get(type);

/**
 * One event of an equity ledger in the manner of the Open Cap Format: flat, with the fields that its type needs.
 * Securities other than convertibles are counted by `quantity` (shares), convertibles by `amount` (money).
 */
export interface Transaction {
  readonly type: string;
  readonly date: PlainDate;
  /** Of the transaction itself; a split is named by it. */
  readonly id?: string;
  readonly securityId?: string;
  readonly class?: string;
  readonly plan?: string;
  readonly holder?: string;
  readonly certificate?: string;
  readonly kind?: ConvertibleKind;
  readonly quantity?: Rational;
  readonly amount?: Rational;
  readonly remainder?: 'ends' | 'stays';
  readonly balanceSecurityId?: string;
  readonly resultingSecurityIds?: readonly string[];
  readonly splitId?: string;
  readonly ratio?: { readonly new: Rational; readonly old: Rational };
}

export type ConvertibleKind = 'safe' | 'note';

export interface ClassTerms {
  readonly id: string;
  /** Shares that may be issued; absent where nothing limits them. */
  readonly authorized?: Rational;
  /** Common shares per share of the class; absent means 1. */
  readonly conversionRatio?: { readonly numerator: Rational; readonly denominator: Rational };
}

export interface PlanTerms {
  readonly id: string;
  readonly reserved: Rational;
}

/** How an exercise or a release for a part is read: lowering the grant, or ending it. */
export type ExerciseReading = 'delta' | 'terminal';

export interface LedgerTerms {
  readonly classes: readonly ClassTerms[];
  readonly plans?: readonly PlanTerms[];
  readonly exerciseReading?: ExerciseReading;
}
