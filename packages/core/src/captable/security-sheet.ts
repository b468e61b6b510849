import type { Derivation, Quantity } from '../formula/index.ts';
import { invariant } from '../result/index.ts';
import type { Security } from './register.ts';
import type { Movement, Resolved } from './resolve.ts';

/** What is left of each security, derived from its issuance through every event on it. */
export class SecuritySheet {
  /** Every security issued by the day, in the order of the list; zero once it has ended. */
  readonly left: ReadonlyMap<string, Quantity>;
  private readonly drawn = new Map<string, Quantity[]>();

  constructor(
    private readonly sheet: Derivation,
    { issued, movements }: Resolved,
  ) {
    const left = new Map(issued.map((security) => [security.id, this.issuanceOf(security)]));
    for (const movement of movements) {
      const { security } = movement;
      const before = left.get(security.id);
      invariant(before !== undefined, `${security.id} was issued before it moved`);
      const after = this.after(movement, before);
      invariant(after.value.equals(movement.left), `${security.id} is derived as it was resolved`);
      left.set(security.id, after);
    }
    this.left = left;
  }

  /** What exercises and releases have drawn from the grants of a plan. */
  drawnFrom(plan: string): readonly Quantity[] {
    return this.drawn.get(plan) ?? [];
  }

  private issuanceOf({ id, place, date, issued, instrument }: Security): Quantity {
    const field = instrument === 'convertible' ? 'amount' : 'quantity';
    const path = `transactions[${place}].${field}`;
    return this.sheet.given(`issued as ${id}`, unitOf(instrument), issued, path, { date });
  }

  private after({ event, security, taken, left }: Movement, before: Quantity): Quantity {
    const { sheet } = this;
    const { act, balance, taken: stated } = event;
    const [unit, day] = [unitOf(security.instrument), { date: event.date }];
    const whole = taken.equals(before.value) && stated === undefined;
    const part = whole
      ? before
      : stated === undefined && balance !== undefined
        ? sheet.subtract(`${act} of ${security.id}`, unit, before, this.issuanceOf(balance), day)
        : sheet.given(
            `${act} of ${security.id}`,
            unit,
            taken,
            `transactions[${event.place}].${stated?.field}`,
            day,
          );
    sheet.require(part, 'at_most', before, `the ${act} takes no more than is left in ${security.id}`);
    if ((act === 'exercise' || act === 'release') && security.plan !== undefined) {
      const drawn = this.drawn.get(security.plan) ?? [];
      drawn.push(part);
      this.drawn.set(security.plan, drawn);
    }
    const rest = sheet.subtract(`${security.id} after its ${act}`, unit, before, part, day);
    if (rest.value.equals(left)) return rest;
    if (balance !== undefined) {
      const because = `what the ${act} leaves of ${security.id} lives on as ${balance.id}`;
      sheet.require(this.issuanceOf(balance), 'equal', rest, because);
    }
    return sheet.subtract(`${security.id}, ended by its ${act}`, unit, before, before, day);
  }
}

const unitOf = (instrument: Security['instrument']): string =>
  instrument === 'convertible' ? 'money' : 'shares';
