import type { Rational } from '../rational/index.ts';
import { fail, ok, type Result } from '../result/index.ts';
import type { PlainDate } from '../time/index.ts';
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
  readonly class?: string;
  readonly plan?: string;
  readonly holder?: string;
  readonly kind?: ConvertibleKind;
  /** Shares, or money where it is a convertible. */
  readonly issued: Rational;
}

/** What is done with a security after its issuance; which security, is looked up when the event is due. */
export interface SecurityEvent {
  readonly place: number;
  readonly date: PlainDate;
  readonly instrument: Instrument;
  readonly act: Exclude<Act, 'issuance'>;
  readonly securityId: string;
  /** How much of it, and the field that says so; all of it, or all but the balance, where absent. */
  readonly taken?: { readonly value: Rational; readonly field: 'quantity' | 'amount' };
  /** Whether what is not taken stays in the security. Otherwise the security ends. */
  readonly restStays: boolean;
  /** The certificate in which the rest lives on. */
  readonly balance?: Security;
  readonly split?: { readonly ratio: Rational; readonly resulting: readonly Security[] };
}

/** A number set anew from a day on: authorized shares of a class, reserved shares of a plan. */
export interface Setting {
  readonly place: number;
  readonly date: PlainDate;
  readonly of: string;
  readonly value: Rational;
}

/** A list of transactions with its references resolved. All lists are in the order of the transactions. */
export interface Register {
  readonly securities: ReadonlyMap<string, Security>;
  readonly events: readonly SecurityEvent[];
  readonly authorized: readonly Setting[];
  readonly reserved: readonly Setting[];
}

type Check = Result<never> | undefined;

/**
 * Reads transactions of any date, checking what can be checked of each by itself and of what it refers to.
 * Fails, field by field of each transaction: BAD_ENUM, MISSING_FIELD, DUPLICATE_ID (a security or a certificate
 * issued twice), UNKNOWN_CLASS, UNKNOWN_ID (a plan), UNSUPPORTED_COMBINATION; then UNKNOWN_ID of a certificate or a
 * split that is referred to.
 */
export function readRegister(
  { classes, plans = [], exerciseReading = 'delta' }: LedgerTerms,
  transactions: readonly Transaction[],
): Result<Register> {
  const known: Known = {
    classes: new Set(classes.map(({ id }) => id)),
    plans: new Set(plans.map(({ id }) => id)),
    certificates: new Set(),
  };
  const securities = new Map<string, Security>();
  for (const [place, transaction] of transactions.entries()) {
    const failure = checkFields(transaction, place, known, securities);
    if (failure !== undefined) return failure;
    const security = securityOf(transaction, place);
    if (security !== undefined) securities.set(security.id, security);
  }
  const splits = new Map(
    transactions.flatMap(({ type, id, ratio }) =>
      type === 'class_split' && id !== undefined && ratio !== undefined
        ? [[id, ratio.new.dividedBy(ratio.old)] as const]
        : [],
    ),
  );
  // Only now, since an event may stand before the issuance or the split that it names.
  for (const [place, transaction] of transactions.entries()) {
    const failure = checkReferences(transaction, place, securities, splits);
    if (failure !== undefined) return failure;
  }

  const settings = (type: string, of: 'class' | 'plan'): readonly Setting[] =>
    transactions.flatMap((one, place) => {
      const [id, value] = [one[of], one.quantity];
      const meant = one.type === type && id !== undefined && value !== undefined;
      return meant ? [{ place, date: one.date, of: id, value }] : [];
    });
  return ok({
    securities,
    events: transactions.flatMap((one, place) => eventOf(one, place, securities, splits, exerciseReading)),
    authorized: settings('class_authorized_adjustment', 'class'),
    reserved: settings('plan_reserve_adjustment', 'plan'),
  });
}

interface Known {
  readonly classes: ReadonlySet<string>;
  readonly plans: ReadonlySet<string>;
  readonly certificates: Set<string>;
}

function checkFields(
  transaction: Transaction,
  place: number,
  known: Known,
  securities: ReadonlyMap<string, Security>,
): Check {
  const { type, securityId, certificate, plan } = transaction;
  const parts = partsOfType(type);
  const path = `transactions[${place}]`;
  if (parts === undefined) {
    return fail('BAD_ENUM', `${path}.type`, `"${type}" is no type of transaction`, {
      expected: TRANSACTION_TYPES.join(', '),
    });
  }
  const issues = 'act' in parts && parts.act === 'issuance';
  const needed = neededFields(transaction);
  const missing = (field: string): boolean =>
    needed.has(field) && transaction[camel(field) as keyof Transaction] === undefined;
  const absent = (field: string) =>
    fail('MISSING_FIELD', `${path}.${field}`, `a transaction of the type ${type} has a ${field}`);

  if (missing('security_id')) return absent('security_id');
  if (issues && securityId !== undefined && securities.has(securityId)) {
    return fail('DUPLICATE_ID', `${path}.security_id`, `the security ${securityId} is issued twice`);
  }
  if (missing('class')) return absent('class');
  if (transaction.class !== undefined && !known.classes.has(transaction.class)) {
    return fail('UNKNOWN_CLASS', `${path}.class`, `the class ${transaction.class} is not listed`);
  }
  if (missing('plan')) return absent('plan');
  if (plan !== undefined && !known.plans.has(plan)) {
    return fail('UNKNOWN_ID', `${path}.plan`, `the plan ${plan} is not listed`);
  }
  if (issues && certificate !== undefined) {
    if (known.certificates.has(certificate)) {
      return fail('DUPLICATE_ID', `${path}.certificate`, `the certificate ${certificate} is issued twice`);
    }
    known.certificates.add(certificate);
  }
  for (const field of ['kind', 'quantity', 'amount']) if (missing(field)) return absent(field);
  if (transaction.remainder === 'stays' && transaction.balanceSecurityId !== undefined) {
    return fail(
      'UNSUPPORTED_COMBINATION',
      `${path}.balance_security_id`,
      'a rest that stays in its security has no certificate of its own',
    );
  }
  if (missing('resulting_security_ids')) return absent('resulting_security_ids');
  return missing('ratio') ? absent('ratio') : undefined;
}

/** The fields that a type cannot do without, besides its date. */
function neededFields({ type, splitId }: Transaction): ReadonlySet<string> {
  const parts = partsOfType(type);
  if (parts === undefined) return new Set();
  if ('adjustment' in parts) {
    switch (parts.adjustment) {
      case 'class_split':
        return new Set(['class', 'ratio']);
      case 'class_authorized_adjustment':
        return new Set(['class', 'quantity']);
      case 'plan_reserve_adjustment':
        return new Set(['plan', 'quantity']);
    }
  }
  if (parts.act !== 'issuance') {
    return new Set(['security_id', ...(splitId === undefined ? [] : ['resulting_security_ids'])]);
  }
  switch (parts.instrument) {
    case 'stock':
      return new Set(['security_id', 'class', 'quantity']);
    case 'convertible':
      return new Set(['security_id', 'kind', 'amount']);
    default:
      return new Set(['security_id', 'quantity']);
  }
}

const camel = (field: string): string =>
  field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

function checkReferences(
  { balanceSecurityId, resultingSecurityIds = [], splitId }: Transaction,
  place: number,
  securities: ReadonlyMap<string, Security>,
  splits: ReadonlyMap<string, Rational>,
): Check {
  const path = `transactions[${place}]`;
  const unknown = (field: string, id: string) =>
    fail('UNKNOWN_ID', `${path}.${field}`, `no transaction issues the security ${id}`);
  if (balanceSecurityId !== undefined && !securities.has(balanceSecurityId)) {
    return unknown('balance_security_id', balanceSecurityId);
  }
  for (const [index, id] of resultingSecurityIds.entries()) {
    if (!securities.has(id)) return unknown(`resulting_security_ids[${index}]`, id);
  }
  return splitId === undefined || splits.has(splitId)
    ? undefined
    : fail('UNKNOWN_ID', `${path}.split_id`, `no class_split has the id ${splitId}`);
}

function securityOf(transaction: Transaction, place: number): Security | undefined {
  const parts = partsOfType(transaction.type);
  if (parts === undefined || !('act' in parts) || parts.act !== 'issuance') return undefined;
  const { securityId: id, date, holder, plan, kind, quantity, amount } = transaction;
  const { instrument } = parts;
  const issued = instrument === 'convertible' ? amount : quantity;
  if (id === undefined || issued === undefined) return undefined;
  return {
    id,
    place,
    date,
    instrument,
    issued,
    ...(transaction.class === undefined ? {} : { class: transaction.class }),
    ...(plan === undefined ? {} : { plan }),
    ...(holder === undefined ? {} : { holder }),
    ...(kind === undefined ? {} : { kind }),
  };
}

function eventOf(
  transaction: Transaction,
  place: number,
  securities: ReadonlyMap<string, Security>,
  splits: ReadonlyMap<string, Rational>,
  reading: ExerciseReading,
): readonly SecurityEvent[] {
  const parts = partsOfType(transaction.type);
  const { date, securityId, balanceSecurityId, resultingSecurityIds = [], splitId } = transaction;
  if (parts === undefined || !('act' in parts) || parts.act === 'issuance' || securityId === undefined) {
    return [];
  }
  const { instrument, act } = parts;
  const taken = takenBy(transaction, instrument);
  const balance = balanceSecurityId === undefined ? undefined : securities.get(balanceSecurityId);
  const ratio = splitId === undefined ? undefined : splits.get(splitId);
  const drawsOnGrant = act === 'exercise' || act === 'release';
  return [
    {
      place,
      date,
      instrument,
      act,
      securityId,
      restStays:
        balance === undefined &&
        (transaction.remainder ?? (drawsOnGrant && reading === 'delta' ? 'stays' : 'ends')) === 'stays',
      ...(taken === undefined ? {} : { taken }),
      ...(balance === undefined ? {} : { balance }),
      ...(ratio === undefined
        ? {}
        : { split: { ratio, resulting: resultingSecurityIds.flatMap((id) => securities.get(id) ?? []) } }),
    },
  ];
}

function takenBy({ quantity, amount }: Transaction, instrument: Instrument): SecurityEvent['taken'] {
  if (instrument === 'convertible' && amount !== undefined) return { value: amount, field: 'amount' };
  return quantity === undefined ? undefined : { value: quantity, field: 'quantity' };
}
