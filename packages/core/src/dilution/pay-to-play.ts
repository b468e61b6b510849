import { Derivation, type FormulaGraph, type Quantity } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import { fail, ok, type Result } from '../result/index.ts';
import { type Holding, ownershipOf, totalShares } from './ownership.ts';

export interface PayToPlayHolder {
  readonly id: string;
  /** Default zero. */
  readonly common?: Rational;
  /** Default zero. */
  readonly preferred?: Rational;
}

export interface PayToPlayInput {
  readonly holders: readonly PayToPlayHolder[];
  /** Default zero; it counts in the pre-money shares and in the total. */
  readonly unissuedPool?: Rational;
  /** More than zero. */
  readonly preMoney: Rational;
  /** By holders and by new investors. */
  readonly purchases: readonly { readonly investor: string; readonly amount: Rational }[];
  readonly required: {
    readonly offeredAmount: Rational;
    /** Preferred shares that become one common share; default 1, more than zero. */
    readonly preferredPerCommon?: Rational;
    readonly partial: 'proportional' | 'all_or_nothing';
  };
  readonly pricingOrder: 'convert_then_price' | 'price_then_convert';
}

/** What a holder was asked to pay, and what became of its preferred stock. */
export interface PlayedHolder {
  readonly required: Quantity;
  readonly paid: Quantity;
  /** The part of the preferred stock that is kept: 0 to 1. */
  readonly honoured: Quantity;
  readonly preferredConverted: Quantity;
  readonly commonReceived: Quantity;
  readonly preferredKept: Quantity;
}

export interface PayToPlay {
  readonly pricePerShare: Quantity;
  readonly preMoneyShares: Quantity;
  readonly holders: ReadonlyMap<string, PlayedHolder>;
  readonly newInvestors: ReadonlyMap<string, { readonly amount: Quantity; readonly shares: Quantity }>;
  readonly newOwnership: Quantity;
  readonly postTotal: Quantity;
  readonly ownershipAfter: ReadonlyMap<string, Quantity>;
}

/**
 * A round whose holders of preferred stock must buy their part of what is offered, or see it become common.
 * Each is asked for the offered amount × its share of the preferred stock; what is not honoured converts,
 * `preferredPerCommon` to one. The price divides the pre-money by the shares before that conversion or after it.
 * Units: money, shares. Exact; shares may be fractions. Fails: NO_SOLUTION (holders) when there is no share to price.
 * Source: docs/reference/calculators.md, pay_to_play.
 */
export function payToPlay(
  input: PayToPlayInput,
): Result<{ readonly output: PayToPlay; readonly graph: FormulaGraph }> {
  const sheet = new Derivation();
  const before = input.holders.map((holder, index) => holdingsOf(sheet, holder, `holders[${index}]`));
  const pool = input.unissuedPool ?? Rational.ZERO;
  if (pool.sign() === 0 && before.every(({ common, preferred }) => isNone(common) && isNone(preferred))) {
    return fail('NO_SOLUTION', 'holders', 'there is no share to divide the pre-money by');
  }
  const buy = purchasesOf(sheet, input);
  const played = play(sheet, input, before, buy);
  const unissued =
    input.unissuedPool === undefined
      ? []
      : [sheet.given('unissued pool', 'shares', input.unissuedPool, 'unissued_pool')];
  const after = played.map(({ id, common, kept, received }) => ({
    id,
    shares: sheet.add(`shares of ${id} after conversion`, 'shares', [common, kept, received]),
  }));
  const converted = totalShares(sheet, 'shares after conversion, with the pool', [
    ...after.map(({ shares }) => shares),
    ...unissued,
  ]);
  const preMoneyShares =
    input.pricingOrder === 'convert_then_price'
      ? converted
      : totalShares(sheet, 'shares before conversion, with the pool', [
          ...before.flatMap(({ common, preferred }) => [common, preferred]),
          ...unissued,
        ]);
  const preMoney = sheet.given('pre-money', 'money', input.preMoney, 'pre_money');
  const pricePerShare = sheet.divide('price per share', 'money per share', preMoney, preMoneyShares);
  const bought = [...buy].map(([id, amount]) => ({
    id,
    amount,
    shares: sheet.divide(`new shares of ${id}`, 'shares', amount, pricePerShare),
  }));
  const newShares = totalShares(
    sheet,
    'new shares',
    bought.map(({ shares }) => shares),
  );
  const postTotal = sheet.add('all shares after the round, with the pool', 'shares', [converted, newShares]);
  const holdings = [...after, ...bought].map(({ id, shares }): Holding => [id, shares]);
  return ok({
    output: {
      pricePerShare,
      preMoneyShares,
      holders: new Map(played.map(({ id, result }) => [id, result])),
      newInvestors: new Map(bought.map(({ id, amount, shares }) => [id, { amount, shares }])),
      newOwnership: sheet.divide('ownership of the new shares', 'fraction', newShares, postTotal),
      postTotal,
      ownershipAfter: ownershipOf(sheet, 'after the round', holdings, postTotal),
    },
    graph: sheet.build(),
  });
}

interface Holdings {
  readonly id: string;
  readonly common: Quantity;
  readonly preferred: Quantity;
}

const isNone = ({ value }: Quantity): boolean => value.sign() === 0;

function holdingsOf(sheet: Derivation, holder: PayToPlayHolder, path: string): Holdings {
  const sharesOf = (kind: 'common' | 'preferred'): Quantity => {
    const label = `${kind} of ${holder.id}`;
    const shares = holder[kind];
    return shares === undefined
      ? sheet.assumed(label, 'shares', Rational.ZERO, 'holds none')
      : sheet.given(label, 'shares', shares, `${path}.${kind}`);
  };
  return { id: holder.id, common: sharesOf('common'), preferred: sharesOf('preferred') };
}

const purchasesOf = (sheet: Derivation, { purchases }: PayToPlayInput): ReadonlyMap<string, Quantity> =>
  new Map(
    purchases.map(({ investor, amount }, index) => [
      investor,
      sheet.given(`paid by ${investor}`, 'money', amount, `purchases[${index}].amount`),
    ]),
  );

function play(
  sheet: Derivation,
  { required: terms }: PayToPlayInput,
  holders: readonly Holdings[],
  purchases: ReadonlyMap<string, Quantity>,
) {
  const offered = sheet.given(
    'amount offered to preferred stock',
    'money',
    terms.offeredAmount,
    'required.offered_amount',
  );
  const perCommon =
    terms.preferredPerCommon === undefined
      ? sheet.assumed('preferred for one common', 'count', Rational.ONE, 'one to one')
      : sheet.given(
          'preferred for one common',
          'count',
          terms.preferredPerCommon,
          'required.preferred_per_common',
        );
  const allPreferred = totalShares(
    sheet,
    'all preferred',
    holders.map(({ preferred }) => preferred),
  );
  return holders.map(({ id, common, preferred }) => {
    const required = isNone(preferred)
      ? sheet.assumed(`required of ${id}`, 'money', Rational.ZERO, 'no preferred stock, nothing required')
      : sheet.divide(
          `required of ${id}`,
          'money',
          sheet.multiply(`offered × preferred of ${id}`, 'money', [offered, preferred]),
          allPreferred,
        );
    const paid = purchases.get(id) ?? sheet.assumed(`paid by ${id}`, 'money', Rational.ZERO, 'no purchase');
    const honoured = honouredPart(sheet, id, required, paid, terms.partial);
    const kept = sheet.multiply(`preferred kept by ${id}`, 'shares', [preferred, honoured]);
    const preferredConverted = sheet.subtract(`preferred of ${id} converted`, 'shares', preferred, kept);
    const received = sheet.divide(`common received by ${id}`, 'shares', preferredConverted, perCommon);
    const result: PlayedHolder = {
      required,
      paid,
      honoured,
      preferredConverted,
      commonReceived: received,
      preferredKept: kept,
    };
    return { id, common, kept, received, result };
  });
}

/** Nothing required is honoured in full; paying more than required honours no more than the whole. */
function honouredPart(
  sheet: Derivation,
  id: string,
  required: Quantity,
  paid: Quantity,
  partial: PayToPlayInput['required']['partial'],
): Quantity {
  const label = `part of the purchase honoured by ${id}`;
  const whole = sheet.assumed('the whole', 'fraction', Rational.ONE, 'all that was required');
  if (isNone(required)) return whole;
  if (partial === 'proportional') {
    const part = sheet.divide(`paid ÷ required of ${id}`, 'fraction', paid, required);
    return sheet.least(label, 'fraction', [part, whole]);
  }
  const inFull = paid.value.compare(required.value) >= 0;
  sheet.require(
    paid,
    inFull ? 'at_least' : 'less_than',
    required,
    inFull
      ? `${id} pays in full and keeps its preferred stock`
      : `${id} pays less than required, which counts as nothing`,
  );
  return inFull ? whole : sheet.assumed('nothing', 'fraction', Rational.ZERO, 'all or nothing');
}
