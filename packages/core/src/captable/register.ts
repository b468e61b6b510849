import type { Rational } from '../rational/index.ts';
import { fail, type Result } from '../result/index.ts';
import type { PlainDate } from '../time/index.ts';
import { fieldsNeededBy } from './needed-fields.ts';
import {
  type Act,
  type ConvertibleKind,
  type ExerciseReading,
  type Instrument,
  type LedgerTerms,
  partsOfType,
  TRANSACTION_TYPES,
  type Transaction,
} from './transaction.ts';

/** One issuance of one instrument to one holder. `place` is that of its transaction in the list. */
export interface Security {
  readonly id: string;
  readonly place: number;
  readonly date: PlainDate;
  readonly instrument: Instrument;
  readonly class: string | undefined;
  readonly plan: string | undefined;
  readonly holder: string | undefined;
  readonly kind: ConvertibleKind | undefined;
  /** Shares, or money where it is a convertible. */
  readonly issued: Rational;
}

/** What is done with a security after its issuance. */
export interface SecurityEvent {
  readonly place: number;
  readonly date: PlainDate;
  readonly instrument: Instrument;
  readonly act: Exclude<Act, 'issuance'>;
  readonly securityId: string;
  /** How much of it, and the field that says so; all of it, or all but the balance, where undefined. */
  readonly taken: { readonly value: Rational; readonly field: 'quantity' | 'amount' } | undefined;
  /** Whether what is not taken stays in the security. Otherwise the security ends. */
  readonly restStays: boolean;
  /** The certificate in which the rest lives on. */
  readonly balance: Security | undefined;
  readonly split: { readonly ratio: Rational; readonly resulting: readonly Security[] } | undefined;
}

/** A number set anew from a day on: authorized shares of a class, reserved shares of a plan. */
export interface Setting {
  readonly place: number;
  readonly date: PlainDate;
  readonly of: string;
  readonly value: Rational;
}

type Check = Result<never> | undefined;

/** Transactions with their references resolved. All lists are in the order in which they were read. */
export class Register {
  readonly securities = new Map<string, Security>();
  readonly events: SecurityEvent[] = [];
  readonly authorized: Setting[] = [];
  readonly reserved: Setting[] = [];
  private readonly classes: ReadonlySet<string>;
  private readonly plans: ReadonlySet<string>;
  private readonly splits = new Map<string, Rational>();
  private readonly certificates = new Set<string>();
  private readonly ids = new Set<string>();
  private readonly reading: ExerciseReading;

  constructor({ classes, plans = [], exerciseReading = 'delta' }: LedgerTerms) {
    this.classes = new Set(classes.map(({ id }) => id));
    this.plans = new Set(plans.map(({ id }) => id));
    this.reading = exerciseReading;
  }

  /**
   * What of a transaction can be checked by itself, field by field. Fails: BAD_ENUM, MISSING_FIELD, DUPLICATE_ID (a
   * transaction, a security or a certificate), UNKNOWN_CLASS, UNKNOWN_ID (a plan), UNSUPPORTED_COMBINATION.
   */
  checkFields(transaction: Transaction, place: number): Check {
    const { type, id, securityId, certificate, plan } = transaction;
    const needed = fieldsNeededBy(transaction);
    if (needed === undefined) {
      return fail('BAD_ENUM', `transactions[${place}].type`, `"${type}" is no type of transaction`, {
        expected: TRANSACTION_TYPES.join(', '),
      });
    }
    if (id !== undefined && this.ids.has(id))
      return refuse('DUPLICATE_ID', place, 'id', `two transactions ${id}`);
    const issues = type.endsWith('_issuance');
    if (issues && securityId !== undefined && this.securities.has(securityId)) {
      return refuse('DUPLICATE_ID', place, 'security_id', `the security ${securityId} is issued twice`);
    }
    if (transaction.class !== undefined && !this.classes.has(transaction.class)) {
      return refuse('UNKNOWN_CLASS', place, 'class', `the class ${transaction.class} is not listed`);
    }
    if (plan !== undefined && !this.plans.has(plan)) {
      return refuse('UNKNOWN_ID', place, 'plan', `the plan ${plan} is not listed`);
    }
    if (issues && certificate !== undefined && this.certificates.has(certificate)) {
      return refuse('DUPLICATE_ID', place, 'certificate', `the certificate ${certificate} is issued twice`);
    }
    for (const { name, key } of needed) {
      if (transaction[key] === undefined) {
        return refuse('MISSING_FIELD', place, name, `a transaction of the type ${type} has a ${name}`);
      }
    }
    if (!issues && transaction.remainder === 'stays' && transaction.balanceSecurityId !== undefined) {
      const message = 'a rest that stays in its security has no certificate of its own';
      return refuse('UNSUPPORTED_COMBINATION', place, 'balance_security_id', message);
    }
    return undefined;
  }

  /**
   * Takes in what a transaction declares: a security, which is returned, a split, a setting. Its fields have been
   * checked.
   */
  declare(transaction: Transaction, place: number): Security | undefined {
    const { type, id, date, certificate, quantity, ratio, plan } = transaction;
    if (id !== undefined) this.ids.add(id);
    const parts = partsOfType(type);
    if (parts !== undefined && 'act' in parts) {
      if (parts.act !== 'issuance') return undefined;
      const security = securityOf(transaction, parts.instrument, place);
      this.securities.set(security.id, security);
      if (certificate !== undefined) this.certificates.add(certificate);
      return security;
    }
    if (type === 'class_split' && id !== undefined && ratio !== undefined) {
      this.splits.set(id, ratio.new.dividedBy(ratio.old));
    }
    const settings = type === 'class_authorized_adjustment' ? this.authorized : this.reserved;
    const of = type === 'class_authorized_adjustment' ? transaction.class : plan;
    if (type !== 'class_split' && of !== undefined && quantity !== undefined) {
      settings.push({ place, date, of, value: quantity });
    }
    return undefined;
  }

  /**
   * The event that a transaction is; undefined where it is none. Everything it refers to has been declared. Fails:
   * UNKNOWN_ID of a certificate or a split; of the security itself only when it takes place (`resolve`).
   */
  eventOf(transaction: Transaction, place: number): Result<SecurityEvent | undefined> {
    const parts = partsOfType(transaction.type);
    const { date, securityId, balanceSecurityId, resultingSecurityIds = [], splitId } = transaction;
    if (parts === undefined || !('act' in parts) || parts.act === 'issuance' || securityId === undefined) {
      return { ok: true, value: undefined };
    }
    const balance = balanceSecurityId === undefined ? undefined : this.securities.get(balanceSecurityId);
    if (balanceSecurityId !== undefined && balance === undefined) {
      return unknown(place, 'balance_security_id', balanceSecurityId);
    }
    const ratio = splitId === undefined ? undefined : this.splits.get(splitId);
    const resulting = this.securitiesNamed(resultingSecurityIds, place);
    if (!resulting.ok) return resulting;
    if (splitId !== undefined && ratio === undefined) return unknown(place, 'split_id', splitId);
    const { instrument, act } = parts;
    const drawsOnGrant = act === 'exercise' || act === 'release';
    const reading = transaction.remainder ?? (drawsOnGrant && this.reading === 'delta' ? 'stays' : 'ends');
    return {
      ok: true,
      value: {
        place,
        date,
        instrument,
        act,
        securityId,
        taken: takenBy(transaction, instrument),
        restStays: balance === undefined && reading === 'stays',
        balance,
        split: ratio === undefined ? undefined : { ratio, resulting: resulting.value },
      },
    };
  }

  private securitiesNamed(ids: readonly string[], place: number): Result<readonly Security[]> {
    const securities: Security[] = [];
    for (const id of ids) {
      const security = this.securities.get(id);
      if (security === undefined) return unknown(place, `resulting_security_ids[${securities.length}]`, id);
      securities.push(security);
    }
    return { ok: true, value: securities };
  }
}

const refuse = (code: string, place: number, field: string, message: string): Result<never> =>
  fail(code, `transactions[${place}].${field}`, message);

const unknown = (place: number, field: string, id: string): Result<never> =>
  refuse('UNKNOWN_ID', place, field, `no transaction before or after it makes ${id}`);

/**
 * Reads transactions of any date. Fails as `checkFields` says, transaction by transaction; then, since an event may
 * stand before the issuance that it names, as `eventOf` says.
 */
export function readRegister(terms: LedgerTerms, transactions: readonly Transaction[]): Result<Register> {
  const register = new Register(terms);
  for (const [place, transaction] of transactions.entries()) {
    const failure = register.checkFields(transaction, place);
    if (failure !== undefined) return failure;
    register.declare(transaction, place);
  }
  for (const [place, transaction] of transactions.entries()) {
    const event = register.eventOf(transaction, place);
    if (!event.ok) return event;
    if (event.value !== undefined) register.events.push(event.value);
  }
  return { ok: true, value: register };
}

function securityOf(transaction: Transaction, instrument: Instrument, place: number): Security {
  const { securityId, date, holder, plan, kind, quantity, amount } = transaction;
  return {
    id: securityId as string,
    place,
    date,
    instrument,
    class: transaction.class,
    plan,
    holder,
    kind,
    issued: (instrument === 'convertible' ? amount : quantity) as Rational,
  };
}

function takenBy({ quantity, amount }: Transaction, instrument: Instrument): SecurityEvent['taken'] {
  if (instrument === 'convertible' && amount !== undefined) return { value: amount, field: 'amount' };
  return quantity === undefined ? undefined : { value: quantity, field: 'quantity' };
}
