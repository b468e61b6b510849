import type { Derivation, Quantity } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import { fail, ok, type Result } from '../result/index.ts';
import { type Fundings, fundingsOf } from './close.ts';
import { priceOf } from './price.ts';
import type { OfferedClosing } from './pro-rata.ts';
import { ShareRegister } from './share-register.ts';
import type { Closing, TranchedRoundInput } from './terms.ts';

/** One closing as it was priced, and the registers before and after it: the same one unless it closed. */
export interface PricedClosing extends OfferedClosing, Fundings {
  readonly closing: Closing;
  readonly path: string;
  readonly preMoney: Quantity;
  readonly after: ShareRegister;
}

export const statusOf = ({ status = 'closed' }: Closing) => status;

/**
 * Prices the closings one after another; those that closed issue their shares and draw on the commitments.
 * `committed` is by investor; empty where no commitments are given, and then nothing limits a draw. Who is not among
 * those committed is committed to nothing.
 * Fails: OUT_OF_ORDER, COMMITMENT_EXCEEDED at the funding that goes beyond, and as `priceOf` does.
 */
export function closeInOrder(
  sheet: Derivation,
  { holdings, closings }: TranchedRoundInput,
  committed: ReadonlyMap<string, Quantity>,
): Result<{ readonly closings: readonly PricedClosing[]; readonly register: ShareRegister }> {
  const priced: PricedClosing[] = [];
  const drawn = new Map<string, Rational>();
  let register = ShareRegister.before(sheet, holdings);
  let lastPrice: Quantity | undefined;
  for (const [index, closing] of closings.entries()) {
    const path = `closings[${index}]`;
    const previous = closings[index - 1];
    if (previous !== undefined && closing.date < previous.date) {
      const why = `${closing.date} is before ${previous.date}, the day of the closing listed before`;
      return fail('OUT_OF_ORDER', `${path}.date`, why);
    }
    const price = priceOf(sheet, closing, path, {
      shares: register.total,
      ...(lastPrice === undefined ? {} : { lastPrice }),
    });
    if (!price.ok) return price;
    const fundings = fundingsOf(sheet, closing, path, price.value.pricePerShare);
    const before = register;
    if (statusOf(closing) === 'closed') {
      const within = draw(closing, path, drawn, committed);
      if (!within.ok) return within;
      const bought = [...fundings.investors].map(([investor, { shares }]) => [investor, shares] as const);
      register = register.issue(closing.id, new Map(bought), fundings.shares);
      lastPrice = price.value.pricePerShare;
    }
    priced.push({ ...fundings, ...price.value, closing, path, before, after: register });
  }
  return ok({ closings: priced, register });
}

function draw(
  { fundings }: Closing,
  path: string,
  drawn: Map<string, Rational>,
  committed: ReadonlyMap<string, Quantity>,
): Result<void> {
  for (const [index, { investor, amount }] of fundings.entries()) {
    const together = amount.plus(drawn.get(investor) ?? Rational.ZERO);
    drawn.set(investor, together);
    const limit = committed.get(investor)?.value ?? Rational.ZERO;
    if (committed.size === 0 || together.compare(limit) <= 0) continue;
    const why = `${together} is drawn of "${investor.slice(0, 40)}" up to here`;
    return fail('COMMITMENT_EXCEEDED', `${path}.fundings[${index}].amount`, why, {
      expected: `at most ${limit}, what is committed`,
    });
  }
  return ok(undefined);
}
