import { Derivation, type FormulaGraph, type Quantity } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import { ok, type Result } from '../result/index.ts';

/** What a holding is, for a capitalization definition to count or leave out. */
export const HOLDING_KINDS = ['issued', 'options', 'warrants', 'promised', 'pool'] as const;
export type HoldingKind = (typeof HOLDING_KINDS)[number];

/** One security of one holder. Promised options and the unissued pool are held by nobody yet, under their own name. */
export interface HeldShares {
  readonly id: string;
  readonly holder: string;
  readonly kind: HoldingKind;
  readonly shares: Rational;
  /** Common shares per share; one unless given. */
  readonly conversionRatio?: Rational;
}

export interface OwnershipInput {
  /** The kinds that the capitalization definition counts. */
  readonly counts: readonly HoldingKind[];
  readonly holdings: readonly HeldShares[];
}

export interface Ownership {
  readonly total: Quantity;
  /** Every holding as converted, counted or not. */
  readonly holdings: ReadonlyMap<string, { readonly asConverted: Quantity; readonly counted: boolean }>;
  /** Of what is counted. `ownership` is null when nothing is. */
  readonly holders: ReadonlyMap<string, { readonly shares: Quantity; readonly ownership: Quantity | null }>;
}

/**
 * Who owns which share of a company under a capitalization definition.
 * Shapes: one entry per holding by its id, and per holder in the order of first appearance.
 * Units: shares as converted to common; ownership as a fraction of what the definition counts.
 * Exact: holders' shares sum to the total, ownership to one.
 * Source: Open Cap Format, capitalization definition rules: "fully diluted" is never one number.
 */
export function ownershipUnder({
  counts,
  holdings,
}: OwnershipInput): Result<{ readonly output: Ownership; readonly graph: FormulaGraph }> {
  const sheet = new Derivation();
  const converted = holdings.map((held, index) => ({ held, shares: asConverted(sheet, held, index) }));
  const counted = converted.filter(({ held }) => counts.includes(held.kind));
  const nothing = sheet.assumed('nothing', 'shares', Rational.ZERO, 'no holding is counted');
  const total =
    counted.length === 0
      ? nothing
      : sheet.add(
          'all that is counted',
          'shares',
          counted.map(({ shares }) => shares),
        );
  const holders = [...new Set(counted.map(({ held }) => held.holder))];
  return ok({
    output: {
      total,
      holdings: new Map(
        converted.map(({ held, shares }) => [
          held.id,
          { asConverted: shares, counted: counts.includes(held.kind) },
        ]),
      ),
      holders: new Map(
        holders.map((holder) => {
          const own = counted.filter(({ held }) => held.holder === holder).map(({ shares }) => shares);
          const shares = sheet.add(`shares of ${holder}`, 'shares', own, { basis: 'as converted' });
          const ownership =
            total.value.sign() === 0
              ? null
              : sheet.divide(`ownership of ${holder}`, 'fraction', shares, total, {
                  basis: counts.join(', '),
                });
          return [holder, { shares, ownership }];
        }),
      ),
    },
    graph: sheet.build(),
  });
}

function asConverted(sheet: Derivation, held: HeldShares, index: number): Quantity {
  const { id, conversionRatio } = held;
  const path = `holdings[${index}]`;
  const shares = sheet.given(`shares of ${id}`, 'shares', held.shares, `${path}.shares`);
  if (conversionRatio === undefined || conversionRatio.equals(Rational.ONE)) return shares;
  const ratio = sheet.given(
    `common shares per share of ${id}`,
    'count',
    conversionRatio,
    `${path}.conversion_ratio`,
  );
  return sheet.multiply(`as converted: ${id}`, 'shares', [shares, ratio]);
}
