import { Derivation, type FormulaGraph, type Quantity } from '../formula/index.ts';
import { fail, ok, type Result } from '../result/index.ts';
import { type AfterClosing, afterClosing, type Fundings, type Marked, marked } from './close.ts';
import { closeInOrder, type PricedClosing, statusOf } from './close-in-order.ts';
import { type Commitments, commitmentsOf, type OwnCommitment } from './commitments.ts';
import { type ProRataPurchase, proRataPurchase } from './pro-rata.ts';
import type { TranchedRoundInput } from './terms.ts';

export interface ClosingResult extends Fundings, Marked, Partial<AfterClosing> {
  readonly status: 'closed' | 'pending' | 'lapsed';
  readonly pricePerShare: Quantity;
  readonly preMoney: Quantity;
  readonly proRata?: ReadonlyMap<string, ProRataPurchase>;
}

export interface InvestorResult extends Marked, Partial<OwnCommitment> {
  /** Null where no commitments are given. */
  readonly committed: Quantity | null;
  readonly drawn: Quantity;
  readonly undrawn: Quantity | null;
  /** Bought in closings; what was held before is not among them. */
  readonly shares: Quantity;
  /** Zero where no share was bought. */
  readonly averagePrice: Quantity;
}

export interface TranchedRound {
  readonly closings: ReadonlyMap<string, ClosingResult>;
  readonly investors: ReadonlyMap<string, InvestorResult>;
  readonly totalCommitted: Quantity;
  readonly totalDrawn: Quantity;
  readonly totalUndrawn: Quantity | null;
  readonly blendedPrice: Quantity | null;
  readonly totalShares: Quantity;
  readonly ownershipAfter: ReadonlyMap<string, Quantity>;
}

/**
 * A round paid in several closings against commitments: what each closing issues and draws, and what is left.
 * Shapes: results by closing, and by each investor that is committed, takes over or pays, in order of appearance.
 * Units: money of one currency, shares as converted to common, ownership as fractions of all shares then outstanding.
 * Exact: what is drawn and undrawn sums to what is committed, ownership to one where there are shares.
 * Only closings that closed issue shares and draw money; the others are priced.
 * Fails: as `commitmentsOf` and `closeInOrder` do; UNKNOWN_ID for a right of an unknown holder or in an unknown closing.
 * Source: docs/reference/calculators.md, tranched_round; worked examples in cases/tranched_round.json.
 */
export function tranchedRound(
  input: TranchedRoundInput,
): Result<{ readonly output: TranchedRound; readonly graph: FormulaGraph }> {
  const sheet = new Derivation();
  const commitments = commitmentsOf(sheet, input.commitments ?? []);
  if (!commitments.ok) return commitments;
  const { committed } = commitments.value;
  const closed = closeInOrder(sheet, input, committed);
  if (!closed.ok) return closed;
  const { closings, register } = closed.value;
  const rights = checkRights(input, committed);
  if (!rights.ok) return rights;
  const { markPrice } = input;
  const mark =
    markPrice === undefined
      ? undefined
      : sheet.given('mark price', 'money per share', markPrice, 'mark_price');
  const drawn = closings.filter(({ closing }) => statusOf(closing) === 'closed').map(({ amount }) => amount);
  const totalDrawn = sheet.total('drawn of all', 'money', drawn);
  const totalCommitted = sheet.total('committed by all', 'money', [...committed.values()]);
  const hasNoCommitments = committed.size === 0;
  const { issued } = register;
  const output: TranchedRound = {
    closings: new Map(closings.map((one) => [one.closing.id, closingResult(sheet, one, input, mark)])),
    investors: new Map(
      payersOf(input, committed).map((investor) => [
        investor,
        investorResult(sheet, investor, commitments.value, closings, mark),
      ]),
    ),
    totalCommitted,
    totalDrawn,
    totalUndrawn: hasNoCommitments
      ? null
      : sheet.subtract('undrawn of all', 'money', totalCommitted, totalDrawn),
    blendedPrice:
      issued.value.sign() === 0
        ? null
        : sheet.divide('average price of all shares issued', 'money per share', totalDrawn, issued),
    totalShares: register.total,
    ownershipAfter: register.ownership('after all closings'),
  };
  return ok({ output, graph: sheet.build() });
}

/** Who is committed, has taken over a part of a commitment, or pays; in order of appearance. */
const payersOf = (
  { closings }: TranchedRoundInput,
  committed: ReadonlyMap<string, Quantity>,
): readonly string[] => [
  ...new Set([
    ...committed.keys(),
    ...closings.flatMap(({ fundings }) => fundings.map(({ investor }) => investor)),
  ]),
];

function checkRights(input: TranchedRoundInput, committed: ReadonlyMap<string, Quantity>): Result<void> {
  const holders = new Set([...input.holdings.map(({ id }) => id), ...payersOf(input, committed)]);
  const closings = new Set(input.closings.map(({ id }) => id));
  for (const [index, { holder, closing }] of (input.proRata ?? []).entries()) {
    if (!holders.has(holder)) {
      const why = `"${holder.slice(0, 40)}" neither holds shares nor pays in a closing`;
      return fail('UNKNOWN_ID', `pro_rata[${index}].holder`, why);
    }
    if (!closings.has(closing)) {
      return fail(
        'UNKNOWN_ID',
        `pro_rata[${index}].closing`,
        `there is no closing "${closing.slice(0, 40)}"`,
      );
    }
  }
  return ok(undefined);
}

function closingResult(
  sheet: Derivation,
  priced: PricedClosing,
  { proRata = [] }: TranchedRoundInput,
  mark: Quantity | undefined,
): ClosingResult {
  const { closing, pricePerShare, preMoney, amount, shares, investors } = priced;
  const status = statusOf(closing);
  const rights = proRata.flatMap((right, index) =>
    right.closing === closing.id
      ? [[right.holder, proRataPurchase(sheet, right, `pro_rata[${index}]`, priced)] as const]
      : [],
  );
  return {
    status,
    pricePerShare,
    amount,
    shares,
    investors,
    preMoney,
    ...(status === 'closed' ? afterClosing(sheet, closing.id, priced.after, preMoney, amount) : {}),
    ...marked(sheet, closing.id, priced, mark),
    ...(rights.length === 0 ? {} : { proRata: new Map(rights) }),
  };
}

function investorResult(
  sheet: Derivation,
  investor: string,
  { committed, own }: Commitments,
  closings: readonly PricedClosing[],
  mark: Quantity | undefined,
): InvestorResult {
  const bought = closings.flatMap(({ closing, investors }) => {
    const one = investors.get(investor);
    return one === undefined || statusOf(closing) !== 'closed' ? [] : [one];
  });
  const amount = sheet.total(
    `drawn of ${investor}`,
    'money',
    bought.map((one) => one.amount),
  );
  const shares = sheet.total(
    `shares bought by ${investor}`,
    'shares',
    bought.map((one) => one.shares),
  );
  const limit = committed.size === 0 ? null : (committed.get(investor) ?? sheet.nothing('money'));
  if (limit !== null) {
    sheet.require(amount, 'at_most', limit, `no more is drawn of ${investor} than is committed`);
  }
  const unit = 'money per share';
  return {
    committed: limit,
    drawn: amount,
    undrawn: limit === null ? null : sheet.subtract(`undrawn of ${investor}`, 'money', limit, amount),
    shares,
    averagePrice:
      shares.value.sign() === 0
        ? sheet.nothing(unit)
        : sheet.divide(`average price paid by ${investor}`, unit, amount, shares),
    ...marked(sheet, investor, { amount, shares }, mark),
    ...own.get(investor),
  };
}
