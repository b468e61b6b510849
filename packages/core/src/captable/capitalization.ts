import { Derivation, type FormulaGraph, type Quantity } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import { fail, ok, type Result } from '../result/index.ts';
import type { CapitalizationDefinition, CapitalizationRules } from './capitalization-definition.ts';
import type { Holdings } from './holdings.ts';

/** What a company has issued and reserved on a day, with what its classes convert into. */
export interface CapitalizationTable extends Holdings {
  /** Common shares per share, by class; 1 where a class is not listed. */
  readonly conversionRatios: ReadonlyMap<string, Rational>;
  /** Shares reserved, by plan. */
  readonly reserved: ReadonlyMap<string, Rational>;
}

/** Shares that a holder gets in a conversion or a round; the holder may not be known. */
export interface SharesTo {
  readonly holder?: string;
  readonly shares: Rational;
}

/** What happens in the round for which the capitalization is wanted; what is absent does not happen. */
export interface ConversionEvent {
  readonly thisSecurity?: SharesTo;
  readonly otherConverting?: readonly SharesTo[];
  readonly topUpForPromisedOptions?: Rational;
  readonly additionalTopUp?: Rational;
  readonly newMoney?: readonly SharesTo[];
}

export interface Ownership {
  /** The definition's name: a share count is never shown without it. */
  readonly definition: string;
  readonly total: Quantity;
  /** What each rule adds: all eight, at zero where the definition leaves it out. */
  readonly parts: ReadonlyMap<keyof CapitalizationRules, Quantity>;
  /** By holder; what has no named holder is in the total only. */
  readonly holders: ReadonlyMap<string, { readonly shares: Quantity; readonly fraction: Quantity }>;
  /** Shares that no holder has yet: unissued options and top-ups. */
  readonly pool: { readonly shares: Quantity; readonly fraction: Quantity };
}

interface Part {
  readonly label: string;
  readonly shares: Rational;
  readonly holder?: string | undefined;
  readonly isPool?: boolean;
}

/**
 * Who owns what share of the company's capitalization under a named definition.
 * Units: shares as converted; options and warrants at the shares they are for. Exact: fractions of holders, of the
 * pool and of what has no named holder sum to one. Money of convertibles counts only as the shares of an event.
 * Fails: NO_SOLUTION when nothing counts under the definition.
 * Source: Open Cap Format, CapitalizationDefinitionRules.
 */
export function ownership(
  table: CapitalizationTable,
  { name, rules }: CapitalizationDefinition,
  event: ConversionEvent = {},
): Result<{ readonly output: Ownership; readonly graph: FormulaGraph }> {
  const sheet = new Derivation();
  const nothing = sheet.assumed('none', 'shares', Rational.ZERO, 'left out, or nothing there');
  const about = { basis: name, date: table.asOf };
  const parts = partsOf(table, event);
  const byHolder = new Map<string, Quantity[]>();
  const pool: Quantity[] = [];
  const totalOf = (label: string, quantities: readonly Quantity[]): Quantity =>
    quantities.length === 0 ? nothing : sheet.add(label, 'shares', quantities, about);
  const sums = new Map(
    (Object.keys(parts) as (keyof CapitalizationRules)[]).map((rule) => {
      const counted = rules[rule] ? parts[rule].filter(({ shares }) => shares.sign() > 0) : [];
      const quantities = counted.map(({ label, shares, holder, isPool = false }) => {
        const quantity = sheet.given(label, 'shares', shares, label, { date: table.asOf });
        const held = isPool ? pool : (byHolder.get(holder ?? '') ?? []);
        held.push(quantity);
        if (!isPool && holder !== undefined) byHolder.set(holder, held);
        return quantity;
      });
      return [rule, totalOf(`counted by ${rule}`, quantities)] as const;
    }),
  );
  const total = totalOf(`capitalization: ${name}`, [...sums.values()]);
  if (total.value.sign() === 0) return fail('NO_SOLUTION', '', `nothing counts under the definition ${name}`);
  const shareOf = (who: string, quantities: readonly Quantity[]) => {
    const shares = totalOf(`shares of ${who}`, quantities);
    return { shares, fraction: sheet.divide(`${who} of the ${name}`, 'fraction', shares, total, about) };
  };
  return ok({
    output: {
      definition: name,
      total,
      parts: sums,
      holders: new Map([...byHolder].map(([holder, shares]) => [holder, shareOf(holder, shares)])),
      pool: shareOf('the pool', pool),
    },
    graph: sheet.build(),
  });
}

/** Everything that some rule counts, under that rule. */
function partsOf(
  table: CapitalizationTable,
  event: ConversionEvent,
): Readonly<Record<keyof CapitalizationRules, readonly Part[]>> {
  const granted = (what: string, { holder, shares }: SharesTo): Part => ({
    label: `${what}${holder === undefined ? '' : ` of ${holder}`}`,
    shares,
    holder,
  });
  const pooled = (label: string, shares: Rational = Rational.ZERO): Part => ({ label, shares, isPool: true });
  const { thisSecurity, otherConverting = [], newMoney = [] } = event;
  return {
    includeOutstandingShares: outstandingShares(table),
    includeOutstandingOptions: outstandingOptions(table),
    includeOutstandingUnissuedOptions: [...table.reserved.keys()].map((plan) =>
      pooled(`unissued under ${plan}`, availableUnder(plan, table)),
    ),
    includeThisSecurity:
      thisSecurity === undefined ? [] : [granted('conversion of this security', thisSecurity)],
    includeOtherConvertingSecurities: otherConverting.map((one) =>
      granted('conversion of another security', one),
    ),
    includeOptionPoolTopupForPromisedOptions: [
      pooled('top-up for promised options', event.topUpForPromisedOptions),
    ],
    includeAdditionalOptionPoolTopup: [pooled('additional top-up of the pool', event.additionalTopUp)],
    includeNewMoney: newMoney.map((one) => granted('new shares', one)),
  };
}

function outstandingShares({ holdings, conversionRatios }: CapitalizationTable): readonly Part[] {
  return holdings.flatMap(({ holder, account, quantity }) => {
    if (account.kind !== 'class') return [];
    const shares = quantity.times(conversionRatios.get(account.id) ?? Rational.ONE);
    return [{ label: `${account.id}, as converted${ofHolder(holder)}`, shares, holder }];
  });
}

/** Options are understood as in the YC safe: grants of equity compensation, and warrants. */
function outstandingOptions({ holdings }: CapitalizationTable): readonly Part[] {
  return holdings.flatMap(({ holder, account, quantity: shares }) => {
    switch (account.kind) {
      case 'plan':
        return [{ label: `grants under ${account.id}${ofHolder(holder)}`, shares, holder }];
      case 'compensation':
        return [{ label: `grants outside a plan${ofHolder(holder)}`, shares, holder }];
      case 'warrant':
        return [{ label: `warrants${ofHolder(holder)}`, shares, holder }];
      default:
        return [];
    }
  });
}

function availableUnder(plan: string, { reserved, holdings }: CapitalizationTable): Rational {
  let available = reserved.get(plan) ?? Rational.ZERO;
  for (const { account, quantity } of holdings) {
    const uses = (account.kind === 'plan' || account.kind === 'exercised') && account.id === plan;
    if (uses) available = available.minus(quantity);
  }
  return available;
}

const ofHolder = (holder: string | undefined): string => (holder === undefined ? '' : ` of ${holder}`);
