import { Derivation, type FormulaGraph, type Quantity } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import { ok, type Result } from '../result/index.ts';
import type { PlainDate } from '../time/index.ts';
import { authorizedExceeded, settingOn } from './authorized.ts';
import { type Register, readRegister, type Security } from './register.ts';
import { type Resolved, resolve } from './resolve.ts';
import { SecuritySheet } from './security-sheet.ts';
import type { ClassTerms, ConvertibleKind, LedgerTerms, PlanTerms, Transaction } from './transaction.ts';

export interface CapTableInput extends LedgerTerms {
  readonly asOf: PlainDate;
  /** Whether more shares than are authorized is an error; it is unless said otherwise. */
  readonly enforceAuthorized?: boolean;
  readonly transactions: readonly Transaction[];
}

export interface CapTable {
  readonly asOf: PlainDate;
  readonly warnings: readonly string[];
  readonly classes: ReadonlyMap<string, ClassRow>;
  readonly plans: ReadonlyMap<string, PlanRow>;
  readonly equityCompensationOutstanding: Quantity;
  readonly warrantsOutstanding: Quantity;
  readonly convertibles: ReadonlyMap<ConvertibleKind, Quantity>;
  readonly asConvertedTotal: Quantity;
  readonly fullyDiluted: Quantity;
  /** Shares by holder, then by class. */
  readonly holders: ReadonlyMap<string, ReadonlyMap<string, Quantity>>;
  readonly securities: ReadonlyMap<string, Quantity>;
}

export interface ClassRow {
  readonly outstanding: Quantity;
  readonly authorized: Quantity | null;
  readonly issuable: Quantity | null;
  readonly conversionRatio: Quantity;
  readonly asConverted: Quantity;
}

export interface PlanRow {
  readonly reserved: Quantity;
  readonly outstanding: Quantity;
  readonly exercised: Quantity;
  readonly available: Quantity;
}

/**
 * The cap table at the end of a day: what is outstanding of each class and plan, of warrants and convertibles, by
 * holder and by security.
 * Shapes: one row per listed class and plan; a holder for every holder of stock issued by the day, a security for
 * every security issued by the day, at zero where nothing is left. Units: shares; convertibles in money.
 * Exact: every figure is a sum over the securities, each derived from its issuance and its events.
 * Fails: what `readRegister` and `resolve` say; AUTHORIZED_EXCEEDED.
 * Source: Open Cap Format, "Traversing Transactions"; docs/reference/calculators.md, cap_table.
 */
export function capTable(
  input: CapTableInput,
): Result<{ readonly output: CapTable; readonly graph: FormulaGraph }> {
  const { asOf, classes, plans = [], enforceAuthorized = true, transactions } = input;
  const register = readRegister(input, transactions);
  if (!register.ok) return register;
  const resolved = resolve(register.value, asOf);
  if (!resolved.ok) return resolved;
  const excess = enforceAuthorized
    ? authorizedExceeded(classes, register.value, resolved.value, asOf)
    : undefined;
  if (excess !== undefined) return excess;

  const sheet = new Derivation();
  const table = new TableSheet(sheet, register.value, resolved.value, asOf);
  const classRows = classes.map((terms, index) => [terms.id, table.classRow(terms, index)] as const);
  const planRows = plans.map((terms, index) => [terms.id, table.planRow(terms, index)] as const);
  const { equityCompensation, warrants } = table;
  const asConvertedTotal = table.total(
    'outstanding shares as converted',
    classRows.map(([, { asConverted }]) => asConverted),
  );
  const unissued = planRows.map(([id, { available }]) =>
    available.value.sign() >= 0
      ? available
      : sheet.greatest(`shares of ${id} that can still be granted`, 'shares', [available, table.nothing]),
  );
  return ok({
    output: {
      asOf,
      warnings: resolved.value.warnings,
      classes: new Map(classRows),
      plans: new Map(planRows),
      equityCompensationOutstanding: equityCompensation,
      warrantsOutstanding: warrants,
      convertibles: new Map((['safe', 'note'] as const).map((kind) => [kind, table.convertibles(kind)])),
      asConvertedTotal,
      fullyDiluted: sheet.add(
        'fully diluted',
        'shares',
        [asConvertedTotal, equityCompensation, warrants, ...unissued],
        {
          basis: 'shares as converted, equity compensation, warrants, unissued plan shares; no convertibles',
        },
      ),
      holders: table.holders(),
      securities: table.securities.left,
    },
    graph: sheet.build(),
  });
}

/** The figures of one table, each a sum over its securities. */
class TableSheet {
  readonly nothing: Quantity;
  readonly securities: SecuritySheet;
  readonly equityCompensation: Quantity;
  readonly warrants: Quantity;

  constructor(
    private readonly sheet: Derivation,
    private readonly register: Register,
    private readonly resolved: Resolved,
    private readonly asOf: PlainDate,
  ) {
    this.nothing = sheet.assumed('none', 'shares', Rational.ZERO, 'no security, no shares');
    this.securities = new SecuritySheet(sheet, resolved);
    this.equityCompensation = this.left(
      'equity compensation outstanding',
      ({ instrument }) => instrument === 'equity_compensation',
    );
    this.warrants = this.left('warrants outstanding', ({ instrument }) => instrument === 'warrant');
  }

  total(label: string, parts: readonly Quantity[], unit = 'shares'): Quantity {
    return parts.length === 0 ? this.nothing : this.sheet.add(label, unit, parts, { date: this.asOf });
  }

  classRow(terms: ClassTerms, index: number): ClassRow {
    const { sheet } = this;
    const { id, conversionRatio: stated } = terms;
    const outstanding = this.left(
      `outstanding ${id}`,
      (one) => one.instrument === 'stock' && one.class === id,
    );
    const authorized = this.authorizedOf(terms, index);
    const ratioAt = (part: 'numerator' | 'denominator') => `classes[${index}].conversion_ratio.${part}`;
    const conversionRatio =
      stated === undefined
        ? sheet.assumed(`conversion ratio of ${id}`, 'count', Rational.ONE, 'one share for one')
        : sheet.divide(
            `conversion ratio of ${id}`,
            'count',
            sheet.given(`shares that ${id} converts into`, 'shares', stated.numerator, ratioAt('numerator')),
            sheet.given(`shares of ${id} that convert`, 'shares', stated.denominator, ratioAt('denominator')),
          );
    return {
      outstanding,
      authorized,
      issuable:
        authorized === null ? null : sheet.subtract(`issuable ${id}`, 'shares', authorized, outstanding),
      conversionRatio,
      asConverted: sheet.multiply(`${id} as converted`, 'shares', [outstanding, conversionRatio]),
    };
  }

  planRow({ id, reserved: initially }: PlanTerms, index: number): PlanRow {
    const { sheet } = this;
    const setting = settingOn(this.register.reserved, id, this.asOf);
    const reserved = sheet.given(
      `reserved under ${id}`,
      'shares',
      setting?.value ?? initially,
      setting === undefined ? `plans[${index}].reserved` : `transactions[${setting.place}].quantity`,
    );
    const outstanding = this.left(
      `grants outstanding under ${id}`,
      ({ instrument, plan }) => instrument === 'equity_compensation' && plan === id,
    );
    const exercised = this.total(`exercised or released under ${id}`, this.securities.drawnFrom(id));
    const used = sheet.add(`shares of ${id} used by grants and exercises`, 'shares', [
      outstanding,
      exercised,
    ]);
    return {
      reserved,
      outstanding,
      exercised,
      available: sheet.subtract(`available under ${id}`, 'shares', reserved, used),
    };
  }

  convertibles(kind: ConvertibleKind): Quantity {
    return this.left(
      kind === 'safe' ? 'SAFEs outstanding' : 'convertible notes outstanding',
      (one) => one.instrument === 'convertible' && one.kind === kind,
      'money',
    );
  }

  holders(): ReadonlyMap<string, ReadonlyMap<string, Quantity>> {
    const parts = new Map<string, Map<string, Quantity[]>>();
    for (const { id, instrument, holder, class: of } of this.resolved.issued) {
      if (instrument !== 'stock' || holder === undefined || of === undefined) continue;
      const classes = parts.get(holder) ?? new Map<string, Quantity[]>();
      const shares = classes.get(of) ?? [];
      shares.push(...this.open(id));
      parts.set(holder, classes.set(of, shares));
    }
    return new Map(
      [...parts].map(([holder, classes]) => [
        holder,
        new Map([...classes].map(([of, shares]) => [of, this.total(`${of} of ${holder}`, shares)])),
      ]),
    );
  }

  private authorizedOf({ id, authorized }: ClassTerms, index: number): Quantity | null {
    const setting = settingOn(this.register.authorized, id, this.asOf);
    const value = setting?.value ?? authorized;
    if (value === undefined) return null;
    const path =
      setting === undefined ? `classes[${index}].authorized` : `transactions[${setting.place}].quantity`;
    return this.sheet.given(`authorized ${id}`, 'shares', value, path);
  }

  private left(label: string, counts: (security: Security) => boolean, unit = 'shares'): Quantity {
    const open = this.resolved.issued.filter(counts).flatMap(({ id }) => this.open(id));
    return this.total(label, open, unit);
  }

  private open(id: string): readonly Quantity[] {
    const left = this.securities.left.get(id);
    return left === undefined || left.value.sign() === 0 ? [] : [left];
  }
}
