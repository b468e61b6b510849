import type { Derivation, Quantity } from '../formula/index.ts';
import { fractionOfAll } from './fraction-of-all.ts';
import type { PriorHolding } from './terms.ts';

/** Who holds how many shares, at one moment between closings. */
export class ShareRegister {
  private constructor(
    private readonly sheet: Derivation,
    readonly holders: ReadonlyMap<string, Quantity>,
    readonly total: Quantity,
    /** Shares issued in closings so far. */
    readonly issued: Quantity,
  ) {}

  static before(sheet: Derivation, holdings: readonly PriorHolding[]): ShareRegister {
    const held = holdings.map(({ id, shares }, index) => {
      return [
        id,
        sheet.given(`shares of ${id} before`, 'shares', shares, `holdings[${index}].shares`),
      ] as const;
    });
    const total = sheet.total(
      'shares before the first closing',
      'shares',
      held.map(([, shares]) => shares),
    );
    return new ShareRegister(sheet, new Map(held), total, sheet.nothing('shares'));
  }

  /** The register after a closing in which these shares were issued. */
  issue(closing: string, bought: ReadonlyMap<string, Quantity>, together: Quantity): ShareRegister {
    const holders = new Map(this.holders);
    for (const [investor, shares] of bought) {
      const held = holders.get(investor);
      const label = `shares of ${investor} after ${closing}`;
      holders.set(investor, this.sheet.add(label, 'shares', held === undefined ? [shares] : [held, shares]));
    }
    return new ShareRegister(
      this.sheet,
      holders,
      this.sheet.add(`shares after ${closing}`, 'shares', [this.total, together]),
      this.sheet.add(`shares issued up to ${closing}`, 'shares', [this.issued, together]),
    );
  }

  sharesOf(holder: string): Quantity {
    return this.holders.get(holder) ?? this.sheet.nothing('shares');
  }

  /** The fraction of all shares of each holder. */
  ownership(when: string): ReadonlyMap<string, Quantity> {
    return new Map(
      [...this.holders].map(([holder, shares]) => [
        holder,
        fractionOfAll(this.sheet, `ownership of ${holder} ${when}`, shares, this.total),
      ]),
    );
  }
}
