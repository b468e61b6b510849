import { Rational } from '../rational/index.ts';
import { fail, invariant, type Result } from '../result/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { Register, Setting } from './register.ts';
import type { Resolved } from './resolve.ts';
import type { ClassTerms } from './transaction.ts';

/** A change of a class's outstanding shares, or of what is authorized, on a day. */
interface Change {
  readonly day: PlainDate;
  readonly place: number;
  readonly shares?: Rational;
  readonly authorized?: Rational;
}

/**
 * The first day at whose end more shares of a class are outstanding than are authorized, as a failure
 * AUTHORIZED_EXCEEDED. Days are looked at whole, so that certificates replaced on one day are not counted twice. It
 * names the issuance that goes beyond the number, what ended that day counted first; or the adjustment, where that
 * alone left too few.
 */
export function authorizedExceeded(
  classes: readonly ClassTerms[],
  register: Register,
  resolved: Resolved,
  asOf: PlainDate,
): Result<never> | undefined {
  const changes = changesByClass(classes, register, resolved, asOf);
  let first: { readonly day: PlainDate; readonly place: number; readonly failure: Result<never> } | undefined;
  for (const { id, authorized } of classes) {
    const found = firstExcess(changes.get(id) ?? [], authorized);
    if (found === undefined) continue;
    const earlier =
      first === undefined || found.day < first.day || (found.day === first.day && found.place < first.place);
    if (earlier) {
      const message = `${found.outstanding} shares of ${id} outstanding, ${found.authorized} authorized`;
      const failure = fail('AUTHORIZED_EXCEEDED', `transactions[${found.place}].quantity`, message);
      first = { day: found.day, place: found.place, failure };
    }
  }
  return first?.failure;
}

function changesByClass(
  classes: readonly ClassTerms[],
  register: Register,
  { issued, movements }: Resolved,
  asOf: PlainDate,
): ReadonlyMap<string, readonly Change[]> {
  const changes = new Map<string, Change[]>(classes.map(({ id }) => [id, []]));
  for (const { instrument, class: id, date, place, issued: shares } of issued) {
    if (instrument === 'stock' && id !== undefined) changes.get(id)?.push({ day: date, place, shares });
  }
  for (const { security, day, event, before, left } of movements) {
    if (security.instrument === 'stock' && security.class !== undefined) {
      changes.get(security.class)?.push({ day, place: event.place, shares: left.minus(before) });
    }
  }
  for (const { of, date, place, value } of register.authorized.filter(({ date }) => date <= asOf)) {
    changes.get(of)?.push({ day: date, place, authorized: value });
  }
  for (const list of changes.values())
    list.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.place - b.place));
  return changes;
}

function firstExcess(changes: readonly Change[], initially: Rational | undefined) {
  let authorized = initially;
  let outstanding = Rational.ZERO;
  for (let from = 0, to = 0; from < changes.length; from = to) {
    const day = (changes[from] as Change).day;
    while (changes[to]?.day === day) to += 1;
    const today = changes.slice(from, to);
    const start = outstanding;
    for (const change of today) {
      outstanding = outstanding.plus(change.shares ?? Rational.ZERO);
      authorized = change.authorized ?? authorized;
    }
    if (authorized === undefined || outstanding.compare(authorized) <= 0) continue;
    return { day, place: placeToBlame(today, start, authorized), outstanding, authorized };
  }
  return undefined;
}

function placeToBlame(today: readonly Change[], start: Rational, authorized: Rational): number {
  const isIssuance = ({ shares }: Change): boolean => shares !== undefined && shares.sign() > 0;
  let running = start;
  for (const { shares } of today.filter((change) => !isIssuance(change))) {
    running = running.plus(shares ?? Rational.ZERO);
  }
  if (running.compare(authorized) <= 0) {
    for (const { shares = Rational.ZERO, place } of today.filter(isIssuance)) {
      running = running.plus(shares);
      if (running.compare(authorized) > 0) return place;
    }
  }
  const adjustment = today.findLast((change) => change.authorized !== undefined);
  invariant(adjustment !== undefined, 'too many shares come from an issuance or from an adjustment');
  return adjustment.place;
}

/** The setting in force on a day: the latest by date, then by the order of the list. */
export function settingOn(settings: readonly Setting[], of: string, day: PlainDate): Setting | undefined {
  let latest: Setting | undefined;
  for (const setting of settings) {
    const due = setting.of === of && setting.date <= day;
    if (due && (latest === undefined || setting.date >= latest.date)) latest = setting;
  }
  return latest;
}
