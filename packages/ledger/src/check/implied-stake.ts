import { formatAmount, formatQuantity } from '@tranche/core/display';
import type { StatedAmount } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import type { ClaimBody, InvestmentBody, LedgerClaim, StakeBody, ValuationBody } from '../claim/index.ts';
import { agreementOf, isOpen } from '../compare/index.ts';
import type { Statement } from '../statement/index.ts';
import { amountNode, type Bench, sameParty } from './bench.ts';
import type { Contribution, Finding } from './verdict.ts';
import { knownBy } from './words.ts';

export const HUNDRED = Rational.of(100n);

type Said<B extends ClaimBody> = Pick<Statement, 'id' | 'kind'> & { readonly body: B };

/** What an amount buys of a company at a valuation, beside a stated percentage. */
export interface ImpliedStake {
  readonly finding: Finding;
  /** The stated percentage is the one that follows, as printed. */
  readonly agrees: boolean;
  /** It is less than the amount buys: a stake may be larger, for some may have been held before, but not smaller. */
  readonly exceeds: boolean;
  /** "in the text", or who else gives the two figures. */
  readonly where: string;
}

/**
 * Amount over valuation after the money, as a share, beside a stated one: with the figures of the text, else with
 * those another source gives together. Undefined when two figures are wanting, are ranges, or are not as far along.
 */
export function impliedStake(bench: Bench, stake: Said<StakeBody>): ImpliedStake | undefined {
  const own = bench.others.map(({ id, claim }): Said<ClaimBody> => ({ id, kind: 'claim', body: claim }));
  const inText = impliedBy(bench, stake, own, 'in the text');
  if (inText !== undefined) return inText;
  for (const group of bySource(bench)) {
    const [first] = group;
    const found =
      first === undefined
        ? undefined
        : impliedBy(bench, stake, group, `as others report them (${knownBy(first)})`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The same the other way about: checks an amount, or a valuation, against the percentage the text gives with the
 * other of the two. A payment that would buy more than the stated share cannot be: the claim is mixed then.
 */
export function checkImpliedStake(bench: Bench, said: LedgerClaim): Contribution | undefined {
  const { id, claim } = said;
  if (claim.type !== 'investment' && claim.type !== 'valuation') return undefined;
  const entity = claim.type === 'investment' ? claim.issuer : claim.entity;
  const figures: readonly Said<ClaimBody>[] = [
    { id, kind: 'claim', body: claim },
    ...bench.others
      .filter((other) => other.claim.type !== claim.type && other.claim.denied !== true)
      .map((other) => ({ id: other.id, kind: 'claim' as const, body: other.claim })),
  ];
  for (const other of figures) {
    if (other.body.type !== 'stake' || !sameParty(bench, other.body.entity, entity)) continue;
    if (claim.type === 'investment' && !sameParty(bench, other.body.holder, claim.investor)) continue;
    const implied = impliedBy(bench, { ...other, body: other.body }, figures, 'in the text');
    if (implied === undefined || (!implied.agrees && !implied.exceeds)) continue;
    return {
      check: claim.type === 'valuation' ? 'valuation' : 'stake',
      verdict: implied.agrees ? 'supported' : 'mixed',
      summary: implied.agrees
        ? `Amount, share and valuation in the text agree: ${implied.finding.text}`
        : `Amount, share and valuation in the text do not agree: ${implied.finding.text}`,
      findings: [implied.finding],
    };
  }
  return undefined;
}

function impliedBy(
  bench: Bench,
  { id, body: stake }: Said<StakeBody>,
  figures: readonly Said<ClaimBody>[],
  where: string,
): ImpliedStake | undefined {
  const paid = figures.find(
    (one): one is Said<InvestmentBody> =>
      one.body.type === 'investment' &&
      one.body.amount !== undefined &&
      sameParty(bench, one.body.investor, stake.holder) &&
      sameParty(bench, one.body.issuer, stake.entity),
  );
  const amount = paid?.body.amount;
  const valued = figures.find(
    (one): one is Said<ValuationBody> =>
      one.body.type === 'valuation' &&
      one.body.basis !== 'pre' &&
      isOpen(one.body.status) === isOpen(paid?.body.status) &&
      one.body.amount.currency === amount?.currency &&
      sameParty(bench, one.body.entity, stake.entity),
  );
  if (paid === undefined || amount === undefined || valued === undefined) return undefined;
  const worth = valued.body.amount;
  if ('min' in amount || 'min' in worth || worth.value.sign() === 0) return undefined;
  if (isOpenEnded(amount) || isOpenEnded(worth)) return undefined;
  const { builder } = bench;
  const node = builder.formula({
    label: 'implied stake',
    unit: 'fraction',
    operator: 'divide',
    operands: [
      amountNode(bench, `paid by ${stake.holder}`, amount, [{ kind: paid.kind, id: paid.id }]),
      amountNode(bench, `valuation of ${stake.entity}`, worth, [{ kind: valued.kind, id: valued.id }]),
    ],
  });
  const percent = amount.value.dividedBy(worth.value).times(HUNDRED);
  const agrees = agreementOf(shareOf(stake), shareOf({ percent, qualifier: 'about' })) !== 'excluded';
  const stated = formatQuantity(stake.percent.dividedBy(HUNDRED), 'fraction');
  const text = `${formatAmount(amount)} of a valuation of ${formatAmount(worth)} is ${formatQuantity(percent.dividedBy(HUNDRED), 'fraction')}, beside ${stated} stated.`;
  return {
    finding: { text, node, evidence: [id, paid.id, valued.id] },
    agrees,
    exceeds: !agrees && percent.compare(stake.percent) > 0,
    where,
  };
}

/** ISO 4217 for "no currency". */
const NO_CURRENCY = 'XXX';

/** A percentage as a quantity with its qualifier, so that it compares like any other. */
export const shareOf = ({ percent, qualifier }: Pick<StakeBody, 'percent' | 'qualifier'>): StatedAmount => ({
  currency: NO_CURRENCY,
  value: percent,
  qualifier,
});

const isOpenEnded = ({ qualifier }: StatedAmount): boolean => qualifier !== 'exact' && qualifier !== 'about';

/** What others say, in groups of one text or one fact, the latest first. */
function bySource(bench: Bench): readonly (readonly Statement[])[] {
  const groups = new Map<string, Statement[]>();
  for (const one of bench.statements) {
    if (one.denied || (one.body.type !== 'investment' && one.body.type !== 'valuation')) continue;
    const key = one.sourceId ?? one.id.split('#')[0] ?? one.id;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].reverse();
}
