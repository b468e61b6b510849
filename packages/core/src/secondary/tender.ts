import { Derivation, type FormulaGraph, type Quantity } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import { ok, type Result } from '../result/index.ts';
import { acceptedOf } from './allocation.ts';
import { checkTender } from './check-tender.ts';
import { type OfferedShares, offeredShares } from './offered.ts';
import { type Proceeds, proceedsOf } from './proceeds.ts';
import { clearingPrice, type Limits, sellsAt } from './tender-price.ts';
import type { TenderInput } from './terms.ts';

export interface OfferResult extends Proceeds {
  readonly accepted: Quantity;
  readonly returned: Quantity;
}

export interface HolderResult {
  readonly accepted: Quantity;
  readonly proceeds: Quantity;
}

export interface Tender {
  readonly pricePerShare: Quantity;
  readonly factor: Quantity;
  readonly tendered: Quantity;
  readonly accepted: Quantity;
  /** Of the proportional parts, what rounding leaves unsold. */
  readonly unallocated: Quantity;
  readonly newSharesIssued: Quantity;
  readonly totalPaid: Quantity;
  readonly offers: ReadonlyMap<string, OfferResult>;
  readonly holders: ReadonlyMap<string, HolderResult>;
  readonly totalAfter?: Quantity;
  readonly ownershipAfter?: ReadonlyMap<string, Quantity>;
}

/**
 * A sale of existing shares to one buyer: who sells how many, at which price, and who owns what afterwards.
 * Shapes: results by offer, and by holder over all its offers. Units: money of one currency, shares, fractions.
 * Exact; accepted and returned sum to what was tendered, and whole shares only by the two roundings.
 * All offers that ask no more than the price are cut alike where more is offered than is bought.
 * Fails: as `checkTender` does.
 * Source: docs/reference/calculators.md, tender; worked examples in cases/tender.json.
 */
export function tender(
  input: TenderInput,
): Result<{ readonly output: Tender; readonly graph: FormulaGraph }> {
  const checked = checkTender(input);
  if (!checked.ok) return checked;
  const sheet = new Derivation();
  const offered = input.offers.map((offer, index) => offeredShares(sheet, offer, index));
  const limits = limitsOf(sheet, input);
  const { pricePerShare } = input.price;
  const price =
    pricePerShare === undefined
      ? clearingPrice(sheet, offered, limits)
      : sheet.given('price per share', 'money per share', pricePerShare, 'price.price_per_share');
  const selling = offered.filter((one) => sellsAt(one, price));
  const supply = sheet.total(
    'shares offered at the price',
    'shares',
    selling.map(({ eligible }) => eligible),
  );
  const factor = factorOf(sheet, supply, price, limits);
  const parts = acceptedOf(sheet, selling, factor, input.rounding ?? 'exact');
  const acceptedBy = new Map(selling.map(({ offer }, index) => [offer.id, parts[index]] as const));
  const results = offered.map((one) => {
    const accepted = acceptedBy.get(one.offer.id) ?? refused(sheet, one, price);
    return { one, result: { accepted, ...offerResult(sheet, one, accepted, price) } };
  });
  const accepted = sheet.total(
    'shares accepted',
    'shares',
    results.map(({ result }) => result.accepted),
  );
  const wanted = sheet.multiply('proportional parts together', 'shares', [factor, supply]);
  const holders = holderResults(sheet, results);
  return ok({
    output: {
      pricePerShare: price,
      factor,
      tendered: sheet.total(
        'shares tendered',
        'shares',
        offered.map(({ shares }) => shares),
      ),
      accepted,
      unallocated: sheet.subtract('left unallocated by rounding', 'shares', wanted, accepted),
      newSharesIssued: sheet.assumed(
        'new shares',
        'shares',
        Rational.ZERO,
        'a sale of existing shares issues none',
      ),
      totalPaid: sheet.total(
        'paid to all',
        'money',
        results.map(({ result }) => result.proceeds),
      ),
      offers: new Map(results.map(({ one, result }) => [one.offer.id, result])),
      holders,
      ...afterSale(sheet, input, accepted, holders),
    },
    graph: sheet.build(),
  });
}

function limitsOf(sheet: Derivation, { maxShares, maxAmount }: TenderInput): Limits {
  return {
    ...(maxShares === undefined
      ? {}
      : { maxShares: sheet.given('most shares to be bought', 'shares', maxShares, 'max_shares') }),
    ...(maxAmount === undefined
      ? {}
      : { maxAmount: sheet.given('most to be spent', 'money', maxAmount, 'max_amount') }),
  };
}

function factorOf(
  sheet: Derivation,
  supply: Quantity,
  price: Quantity,
  { maxShares, maxAmount }: Limits,
): Quantity {
  const all = sheet.assumed('all of it', 'fraction', Rational.ONE, 'no more is bought than is offered');
  if (supply.value.sign() === 0) return all;
  const byShares =
    maxShares === undefined
      ? []
      : [sheet.divide('part within the most shares', 'fraction', maxShares, supply)];
  const byAmount =
    maxAmount === undefined
      ? []
      : [
          sheet.divide(
            'part within the most to be spent',
            'fraction',
            sheet.divide('shares that the most to be spent buys', 'shares', maxAmount, price),
            supply,
          ),
        ];
  return sheet.least('proration factor', 'fraction', [all, ...byShares, ...byAmount]);
}

/** Nothing, for an offer that asks more than the price. */
function refused(sheet: Derivation, { offer, ask }: OfferedShares, price: Quantity): Quantity {
  const because = `${offer.id} asks more than the price`;
  if (ask !== undefined) sheet.require(ask, 'more_than', price, because);
  return sheet.assumed(`accepted of ${offer.id}`, 'shares', Rational.ZERO, because);
}

function offerResult(
  sheet: Derivation,
  one: OfferedShares,
  accepted: Quantity,
  price: Quantity,
): Omit<OfferResult, 'accepted'> {
  const returned = sheet.subtract(`returned of ${one.offer.id}`, 'shares', one.shares, accepted);
  return { returned, ...proceedsOf(sheet, one, accepted, price) };
}

function holderResults(
  sheet: Derivation,
  results: readonly { readonly one: OfferedShares; readonly result: OfferResult }[],
): ReadonlyMap<string, HolderResult> {
  const byHolder = new Map<string, OfferResult[]>();
  for (const { one, result } of results) {
    const { holder } = one.offer;
    const own = byHolder.get(holder);
    if (own === undefined) byHolder.set(holder, [result]);
    else own.push(result);
  }
  return new Map(
    [...byHolder].map(([holder, own]) => [
      holder,
      {
        accepted: sheet.add(
          `accepted of all offers of ${holder}`,
          'shares',
          own.map(({ accepted }) => accepted),
        ),
        proceeds: sheet.add(
          `proceeds of all offers of ${holder}`,
          'money',
          own.map(({ proceeds }) => proceeds),
        ),
      },
    ]),
  );
}

/** All shares after the sale, and the fraction of them of each holder that is listed. */
function afterSale(
  sheet: Derivation,
  { outstanding, buyer = 'investor' }: TenderInput,
  accepted: Quantity,
  sellers: ReadonlyMap<string, HolderResult>,
): Pick<Tender, 'totalAfter' | 'ownershipAfter'> {
  if (outstanding === undefined) return {};
  const before = sheet.given('shares before the sale', 'shares', outstanding.total, 'outstanding.total');
  const totalAfter =
    buyer === 'company'
      ? sheet.subtract('shares after those bought are cancelled', 'shares', before, accepted)
      : before;
  if (outstanding.holders === undefined) return { totalAfter };
  return {
    totalAfter,
    ownershipAfter: new Map(
      outstanding.holders.map(({ id, shares }, index) => {
        const held = sheet.given(`shares of ${id}`, 'shares', shares, `outstanding.holders[${index}].shares`);
        const sold = sellers.get(id)?.accepted;
        const left = sold === undefined ? held : sheet.subtract(`shares kept by ${id}`, 'shares', held, sold);
        const label = `ownership of ${id} after the sale`;
        return [
          id,
          totalAfter.value.sign() === 0
            ? sheet.assumed(label, 'fraction', Rational.ZERO, 'no shares are left to own')
            : sheet.divide(label, 'fraction', left, totalAfter),
        ];
      }),
    ),
  };
}
