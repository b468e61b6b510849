import { formatAmount, formatBounds } from '@tranche/core/display';
import { reconcile } from '@tranche/core/financing';
import type { StatedAmount } from '@tranche/core/money';
import { rangeOf, rangesOverlap } from '@tranche/core/time';
import type { ClaimBody, LedgerClaim, RoundClaim, TrancheClaim } from '../claim/index.ts';
import { isFallback } from '../deal/condition.ts';
import type { Statement } from '../statement/index.ts';
import { amountNode, type Bench, othersOfType, sameParty, statementsOfType } from './bench.ts';
import { amountOfBody, isTimely, timeOf } from './matching.ts';
import type { Opinion } from './verdict.ts';

interface Part {
  readonly kind: 'claim' | 'fact';
  readonly id: string;
  readonly body: ClaimBody;
  readonly amount: StatedAmount;
}

/**
 * Checks a round against the tranches the document gives of it: parts that exceed the whole contradict it, parts
 * that fall short leave a remainder, which is a finding. Applies to two parts or more that lie apart in time.
 */
export function checkRoundSum(
  bench: Bench,
  said: LedgerClaim & { readonly claim: RoundClaim },
): Opinion | undefined {
  const { claim } = said;
  const whole = claim.amount;
  if (whole === undefined || isFallback(claim.condition)) return undefined;
  const parts = othersOfType(bench, 'tranche')
    .filter(({ claim: one }) => sameParty(bench, one.issuer, claim.issuer) && one.status !== 'abandoned')
    .filter(
      ({ claim: one }) => one.round === undefined || claim.label === undefined || one.round === claim.label,
    )
    .filter(({ claim: one }) => !isFallback(one.condition))
    .flatMap(({ id, claim: one }) => partOf(whole.currency, 'claim', id, one));
  const opinion = parts.length < 2 ? undefined : sumOpinion(bench, said.id, whole, parts, 'tranches');
  return opinion?.verdict === 'supported' || areApart(parts) ? opinion : undefined;
}

/** Tranches of one time may be parts of each other, or one told twice: only dated ones that lie apart are added. */
function areApart(parts: readonly Part[]): boolean {
  const ranges = parts
    .map(({ body }) => timeOf(body))
    .map((time) => (time === undefined ? {} : rangeOf(time)));
  return ranges.every((one, index) => ranges.slice(index + 1).every((other) => !rangesOverlap(one, other)));
}

/** Checks a tranche against what its payers put in: the lead's own money and that of its co-investors. */
export function checkTrancheSum(
  bench: Bench,
  said: LedgerClaim & { readonly claim: TrancheClaim },
): Opinion | undefined {
  const { claim } = said;
  if (timeOf(claim) === undefined) return undefined;
  const paid = [...statementsOfType(bench, 'investment'), ...statementsOfType(bench, 'syndication')].filter(
    (one) => sameParty(bench, one.body.issuer, claim.issuer) && isTimely(bench, claim, one),
  );
  for (const own of paid.filter(({ body }) => body.type === 'investment')) {
    const shared = paid.find((one) => one.body.type === 'syndication' && isSaidTogether(one, own));
    if (shared === undefined || timeOf(own.body) === undefined) continue;
    const parts = [own, shared].flatMap(({ kind, id, body }) =>
      partOf(claim.amount.currency, kind, id, body),
    );
    const opinion =
      parts.length === 2 ? sumOpinion(bench, said.id, claim.amount, parts, 'payers') : undefined;
    // Others' parts may be of another tranche: they can bear the claim out, and no more.
    if (opinion?.verdict === 'supported') return opinion;
  }
  return undefined;
}

/** Parts are only added when one fact, or one text of the same closing, gives them together. */
const isSaidTogether = (one: Statement, other: Statement): boolean =>
  one.sourceId === other.sourceId &&
  (one.sourceId !== undefined || one.id.split('#')[0] === other.id.split('#')[0]) &&
  (timeOf(one.body) === timeOf(other.body) || timeOf(one.body) === undefined);

function partOf(currency: string, kind: 'claim' | 'fact', id: string, body: ClaimBody): readonly Part[] {
  const amount = amountOfBody(body);
  return amount === undefined || amount.currency !== currency ? [] : [{ kind, id, body, amount }];
}

function sumOpinion(
  bench: Bench,
  id: string,
  whole: StatedAmount,
  parts: readonly Part[],
  name: string,
): Opinion | undefined {
  const { builder } = bench;
  const unit = whole.currency;
  const stated = amountNode(bench, 'stated whole', whole, [{ kind: 'claim', id }]);
  const nodes = parts.map((part) =>
    amountNode(bench, labelOf(part.body), part.amount, [{ kind: part.kind, id: part.id }]),
  );
  const { sum, remainder, agrees } = reconcile(builder, { label: name, parts: nodes, stated, unit });
  const written = parts.map(({ amount }) => formatAmount(amount)).join(' + ');
  const sumText = formatBounds(builder.boundsOf(sum), unit);
  const rest = builder.boundsOf(remainder);
  const evidence = [id, ...parts.map((part) => part.id)];
  const findings = [
    { text: `${written} = ${sumText}, beside ${formatAmount(whole)}.`, node: remainder, evidence },
  ];
  if (agrees === true || isSmall(rest.low, rest.high)) {
    const summary = `The ${name} add up: ${written} = ${sumText}.`;
    return { check: 'sum', verdict: 'supported', summary, findings };
  }
  if (rest.high !== undefined && rest.high.sign() < 0 && !rest.vague) {
    const summary = `The ${name} add up to more than the whole: ${written} = ${sumText}, beside ${formatAmount(whole)}.`;
    return { check: 'sum', verdict: 'contradicted', summary, findings };
  }
  const left = formatBounds(rest, unit);
  return { check: 'sum', verdict: 'cannot_tell', summary: `The ${name} leave ${left}.`, findings };
}

const isSmall = (low: { sign(): number } | undefined, high: { sign(): number } | undefined): boolean =>
  low?.sign() === 0 && high?.sign() === 0;

function labelOf(body: ClaimBody): string {
  if (body.type === 'investment') return `own money of ${body.investor}`;
  if (body.type === 'syndication') return `co-investors of ${body.investor}`;
  return 'tranche';
}
