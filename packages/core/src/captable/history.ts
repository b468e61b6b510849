import type { FormulaGraph } from '../formula/index.ts';
import { expectOk, invariant, ok, type Result } from '../result/index.ts';
import type { PlainDate } from '../time/index.ts';
import { authorizedExceeded, settingOn } from './authorized.ts';
import { type CapTable, capTable } from './cap-table.ts';
import type { CapitalizationTable } from './capitalization.ts';
import { Compiled } from './compiled.kernel.ts';
import { type Holdings, holdingsOf } from './holdings.ts';
import { type Register, readRegister, type SecurityEvent } from './register.ts';
import { resolve } from './resolve.ts';
import type { LedgerTerms, Transaction } from './transaction.ts';

/** The end of time, for what looks at every transaction. */
const LAST_DAY = '9999-12-31' as PlainDate;

/**
 * The transactions of a ledger, checked and compiled, to be asked for any day and added to.
 * Exact: agrees with `capTable` on every day. Numbers too large for the compiled columns are folded as rationals,
 * from the first transaction for each question.
 */
export class CapTableHistory {
  private constructor(
    private readonly terms: LedgerTerms,
    private readonly list: Transaction[],
    private readonly register: Register,
    private compiled: Compiled | undefined,
  ) {}

  /** Fails: what `readRegister` and `resolve` say of the whole list. Authorized numbers: `checkAuthorized`. */
  static compile(terms: LedgerTerms, transactions: readonly Transaction[]): Result<CapTableHistory> {
    const register = readRegister(terms, transactions);
    if (!register.ok) return register;
    const compiled = Compiled.of(register.value);
    if (compiled === 'faulty' || compiled === undefined) {
      const resolved = resolve(register.value);
      if (!resolved.ok) return resolved;
      invariant(compiled === undefined, 'rows are refused only where the transactions are');
    }
    return ok(new CapTableHistory(terms, [...transactions], register.value, compiled));
  }

  /**
   * Adds a transaction at the end of the list, of any date. In the order of days it takes the same time for any
   * length of the history; an earlier one drops the checkpoints after its day, and no others. What it refers to has
   * to be there before it. Fails as `compile`, and then nothing has changed.
   */
  append(transaction: Transaction): Result<null> {
    const { register } = this;
    const place = this.list.length;
    const failure = register.checkFields(transaction, place);
    if (failure !== undefined) return failure;
    const event = register.eventOf(transaction, place);
    if (!event.ok) return event;
    if (event.value === undefined) {
      const security = register.declare(transaction, place);
      if (security !== undefined && this.compiled?.issue(security) === false) this.recompile();
    } else {
      const refused = this.play(event.value);
      if (refused !== undefined) return refused;
      register.declare(transaction, place);
    }
    this.list.push(transaction);
    return ok(null);
  }

  /** Every holding at the end of a day. */
  holdingsOn(asOf: PlainDate): Holdings {
    return this.compiled?.holdingsOn(asOf) ?? this.resolvedOn(asOf);
  }

  /** The same without checkpoints: every row checked and added anew. For certifying, and for measuring. */
  refoldedOn(asOf: PlainDate): Holdings {
    if (this.compiled === undefined) return this.resolvedOn(asOf);
    invariant(this.compiled.replay(), 'what was compiled can be played again');
    return this.compiled.listed(asOf, this.compiled.foldedOn(asOf));
  }

  /** What `ownership` takes: the holdings of a day, what classes convert into, what plans reserve. */
  capitalizationOn(asOf: PlainDate): CapitalizationTable {
    const { classes, plans = [] } = this.terms;
    const { holdings } = this.holdingsOn(asOf);
    return {
      asOf,
      holdings,
      conversionRatios: new Map(
        classes.flatMap(({ id, conversionRatio: ratio }) =>
          ratio === undefined ? [] : [[id, ratio.numerator.dividedBy(ratio.denominator)] as const],
        ),
      ),
      reserved: new Map(
        plans.map(({ id, reserved }) => [id, settingOn(this.register.reserved, id, asOf)?.value ?? reserved]),
      ),
    };
  }

  /** The whole table of a day with its derivation, built when it is asked for. */
  tableOn(asOf: PlainDate): Result<{ readonly output: CapTable; readonly graph: FormulaGraph }> {
    return capTable({ ...this.terms, asOf, transactions: this.list, enforceAuthorized: false });
  }

  /** Fails: AUTHORIZED_EXCEEDED on the first day at whose end more of a class is outstanding than is authorized. */
  checkAuthorized(): Result<null> {
    const { classes } = this.terms;
    if (this.compiled?.exceedsAuthorized(classes, this.register) === false) return ok(null);
    const resolved = expectOk(resolve(this.register));
    return authorizedExceeded(classes, this.register, resolved, LAST_DAY) ?? ok(null);
  }

  /** The transactions as they were given, in the order of the list. */
  transactions(): readonly Transaction[] {
    return [...this.list];
  }

  private play(event: SecurityEvent): Result<never> | undefined {
    const { register, compiled } = this;
    const security = register.securities.get(event.securityId);
    if (compiled?.fits(event) !== true || !compiled.play(event, security)) {
      const before = register.events.filter(({ securityId }) => securityId === event.securityId);
      const resolved = resolve({ securities: register.securities, events: [...before, event] });
      if (!resolved.ok) return resolved;
      register.events.push(event);
      invariant(compiled?.fits(event) !== true, 'rows are refused only where the transactions are');
      if (compiled !== undefined) this.recompile();
      return undefined;
    }
    register.events.push(event);
    return undefined;
  }

  private recompile(): void {
    const compiled = Compiled.of(this.register);
    invariant(compiled !== 'faulty', 'every transaction was checked when it was added');
    this.compiled = compiled;
  }

  private resolvedOn(asOf: PlainDate): Holdings {
    return holdingsOf(expectOk(resolve(this.register, asOf)), asOf);
  }
}
