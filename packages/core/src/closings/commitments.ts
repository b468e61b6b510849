import type { Derivation, Quantity } from '../formula/index.ts';
import { sum } from '../rational/index.ts';
import { fail, ok, type Result } from '../result/index.ts';
import type { Commitment } from './terms.ts';

/** What an investor has promised in its own name, before and after others took parts of it over. */
export interface OwnCommitment {
  readonly grossCommitment: Quantity;
  readonly syndicated: Quantity;
  /** What of the target nobody has taken over; absent without a target. */
  readonly syndicationUnplaced?: Quantity;
}

export interface Commitments {
  /** Net of what others took over, and with what was taken over from others; by investor, in order of appearance. */
  readonly committed: ReadonlyMap<string, Quantity>;
  readonly own: ReadonlyMap<string, OwnCommitment>;
}

/**
 * What each investor is committed to. A failed condition cuts the amount; what is syndicated then moves to those who
 * took it over, so that the sum stays that of the amounts left by the conditions.
 * Fails: MISSING_FIELD (a failed condition without its amount), OUT_OF_RANGE (more left than there was, or more
 * passed on than is left).
 */
export function commitmentsOf(sheet: Derivation, commitments: readonly Commitment[]): Result<Commitments> {
  const parts = new Map<string, Quantity[]>();
  const put = (investor: string, part: Quantity): void => {
    parts.set(investor, [...(parts.get(investor) ?? []), part]);
  };
  const own = new Map<string, OwnCommitment>();
  for (const [index, commitment] of commitments.entries()) {
    const path = `commitments[${index}]`;
    const checked = checkCommitment(commitment, path);
    if (!checked.ok) return checked;
    const { investor, syndicated = [], syndicationTarget } = commitment;
    const gross = grossOf(sheet, commitment, path);
    const passedOn = syndicated.map((member, at) => {
      const label = `taken over by ${member.investor} from ${investor}`;
      return sheet.given(label, 'money', member.amount, `${path}.syndicated[${at}].amount`);
    });
    const placed = sheet.total(`taken over by others from ${investor}`, 'money', passedOn);
    put(investor, sheet.subtract(`kept by ${investor}`, 'money', gross, placed));
    for (const [at, member] of syndicated.entries()) put(member.investor, passedOn[at] ?? placed);
    own.set(investor, {
      grossCommitment: gross,
      syndicated: placed,
      ...(syndicationTarget === undefined
        ? {}
        : {
            syndicationUnplaced: sheet.greatest(`syndication of ${investor} still to place`, 'money', [
              sheet.subtract(
                `syndication target of ${investor} less what is placed`,
                'money',
                sheet.given(
                  `syndication target of ${investor}`,
                  'money',
                  syndicationTarget,
                  `${path}.syndication_target`,
                ),
                placed,
              ),
              sheet.nothing('money'),
            ]),
          }),
    });
  }
  return ok({
    committed: new Map(
      [...parts].map(([investor, amounts]) => [
        investor,
        sheet.add(`committed by ${investor}`, 'money', amounts),
      ]),
    ),
    own,
  });
}

const leftOf = ({ condition, amount, amountIfFailed }: Commitment) =>
  condition === 'failed' && amountIfFailed !== undefined ? amountIfFailed : amount;

function checkCommitment(commitment: Commitment, path: string): Result<void> {
  const { amount, condition, amountIfFailed, syndicated = [] } = commitment;
  if (condition === 'failed' && amountIfFailed === undefined) {
    return fail(
      'MISSING_FIELD',
      `${path}.amount_if_failed`,
      'the condition failed, and what is left is not said',
    );
  }
  if (amountIfFailed !== undefined && amountIfFailed.compare(amount) > 0) {
    return fail('OUT_OF_RANGE', `${path}.amount_if_failed`, 'more is left than was committed', {
      expected: `at most ${amount}`,
    });
  }
  const left = leftOf(commitment);
  if (sum(syndicated.map((member) => member.amount)).compare(left) > 0) {
    return fail('OUT_OF_RANGE', `${path}.syndicated`, 'more is passed on than is committed', {
      expected: `at most ${left} together`,
    });
  }
  return ok(undefined);
}

function grossOf(sheet: Derivation, commitment: Commitment, path: string): Quantity {
  const { investor, amount, condition = 'none', amountIfFailed } = commitment;
  const whole = sheet.given(`promised by ${investor}`, 'money', amount, `${path}.amount`);
  if (amountIfFailed === undefined) return whole;
  const rest = sheet.given(
    `promised by ${investor} if the condition fails`,
    'money',
    amountIfFailed,
    `${path}.amount_if_failed`,
  );
  const label = `commitment of ${investor} before syndication`;
  const rule = 'a failed condition cuts the commitment; any other leaves it whole';
  const because = `the condition is: ${condition}`;
  return condition === 'failed'
    ? sheet.choose(label, 'money', rest, [{ quantity: whole, passedOverBecause: because }], rule)
    : sheet.choose(label, 'money', whole, [{ quantity: rest, passedOverBecause: because }], rule);
}
