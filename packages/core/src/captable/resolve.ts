import { Rational, sum } from '../rational/index.ts';
import { fail, ok, type Result } from '../result/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { Register, Security, SecurityEvent } from './register.ts';

/** An event as it took hold of a security: what was there, what it took, what is left in the security. */
export interface Movement {
  readonly event: SecurityEvent;
  readonly security: Security;
  /** The day from which it counts: its own, or that of the issuance where it is dated before it. */
  readonly day: PlainDate;
  readonly before: Rational;
  readonly taken: Rational;
  readonly left: Rational;
}

/** Everything that has happened by a day. */
export interface Resolved {
  /** Issued by the day, in the order of the list. */
  readonly issued: readonly Security[];
  /** By date, then by the order of the list. */
  readonly movements: readonly Movement[];
  /** By security; zero once it has ended. */
  readonly left: ReadonlyMap<string, Rational>;
  readonly warnings: readonly string[];
}

/**
 * Plays the transactions up to a day (all of them, without one): issuances first, then events by date and, within a
 * day, by the order of the list. What comes after the day is not looked at.
 * Fails at the first event that cannot be: UNKNOWN_SECURITY (never issued, or another instrument), SECURITY_ENDED,
 * QUANTITY_EXCEEDED, BALANCE_MISMATCH, SPLIT_MISMATCH.
 */
export function resolve(
  register: Pick<Register, 'securities' | 'events'>,
  asOf?: PlainDate,
): Result<Resolved> {
  const due = (date: PlainDate): boolean => asOf === undefined || date <= asOf;
  const issued = [...register.securities.values()].filter(({ date }) => due(date));
  const left = new Map(issued.map((security) => [security.id, security.issued]));
  const ended = new Set<string>();
  const movements: Movement[] = [];
  const warnings: string[] = [];
  const events = register.events
    .filter(({ date }) => due(date))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.place - b.place));
  for (const event of events) {
    const security = register.securities.get(event.securityId);
    const refused = refusalOf(event, security, ended);
    if (refused !== undefined || security === undefined) return refused ?? unknownSecurity(event);
    if (event.date < security.date) warnings.push(tooEarly(event, security));
    const before = left.get(security.id);
    // Issued only after the day that is asked for: there is nothing yet to take from.
    if (before === undefined) continue;
    const movement = movementOf(event, security, before);
    if (!movement.ok) return movement;
    movements.push(movement.value);
    left.set(security.id, movement.value.left);
    if (movement.value.left.sign() === 0) ended.add(security.id);
    if (vanishes(movement.value)) warnings.push(withoutCertificate(movement.value));
  }
  return ok({ issued, movements, left, warnings });
}

const pathOf = ({ place }: { readonly place: number }, field: string): string =>
  `transactions[${place}].${field}`;

const unknownSecurity = (event: SecurityEvent): Result<never> =>
  fail(
    'UNKNOWN_SECURITY',
    pathOf(event, 'security_id'),
    `no ${event.instrument}_issuance has the security ${event.securityId}`,
  );

function refusalOf(
  event: SecurityEvent,
  security: Security | undefined,
  ended: ReadonlySet<string>,
): Result<never> | undefined {
  if (security === undefined || security.instrument !== event.instrument) return unknownSecurity(event);
  if (!ended.has(security.id)) return undefined;
  const path = pathOf(event, 'security_id');
  return fail('SECURITY_ENDED', path, `the security ${security.id} has already ended`);
}

function movementOf(event: SecurityEvent, security: Security, before: Rational): Result<Movement> {
  const { taken: stated, balance, restStays } = event;
  // An event that names the certificate of the rest, and no quantity, takes all but that rest.
  const taken = stated?.value ?? (balance === undefined ? before : before.minus(balance.issued));
  if (taken.compare(before) > 0) {
    const path = pathOf(event, stated?.field ?? 'quantity');
    return fail('QUANTITY_EXCEEDED', path, `${taken} is more than the ${before} left in ${security.id}`);
  }
  const rest = before.minus(taken);
  const fits = (certificate: Security): boolean =>
    taken.sign() >= 0 && continues(certificate, security) && certificate.issued.equals(rest);
  if (balance !== undefined && !fits(balance)) {
    return fail(
      'BALANCE_MISMATCH',
      pathOf(event, 'balance_security_id'),
      `${balance.id} is issued for ${balance.issued} and has to continue the ${rest} left of ${security.id}`,
    );
  }
  return (
    splitMismatch(event, taken) ??
    ok({
      event,
      security,
      day: event.date < security.date ? security.date : event.date,
      before,
      taken,
      left: restStays ? rest : Rational.ZERO,
    })
  );
}

/** Whether one security can be what is left of another: the same instrument and, where both say so, class. */
export const continues = (balance: Security, of: Security): boolean =>
  balance.instrument === of.instrument &&
  balance.id !== of.id &&
  (balance.class === undefined || of.class === undefined || balance.class === of.class);

function splitMismatch(event: SecurityEvent, old: Rational): Result<never> | undefined {
  if (event.split === undefined) return undefined;
  const { ratio, resulting } = event.split;
  const [due, reissued] = [old.times(ratio), sum(resulting.map(({ issued }) => issued))];
  if (reissued.equals(due)) return undefined;
  return fail(
    'SPLIT_MISMATCH',
    pathOf(event, 'split_id'),
    `${reissued} reissued for ${old} at ${ratio}: the split gives ${due}`,
  );
}

const vanishes = ({ event, before, taken, left }: Movement): boolean =>
  event.balance === undefined && left.sign() === 0 && taken.compare(before) < 0;

const tooEarly = (event: SecurityEvent, { id, date }: Security): string =>
  `${pathOf(event, 'date')}: the ${event.act} of ${id} is dated ${event.date}, before its issuance on ${date}`;

const withoutCertificate = ({ event, security, before, taken }: Movement): string =>
  `${pathOf(event, 'quantity')}: the ${event.act} ends ${security.id}, and no certificate holds the ` +
  `${before.minus(taken)} that it did not take`;
