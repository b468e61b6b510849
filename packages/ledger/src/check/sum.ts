import { formatAmount, formatBounds, formatQuantity } from '@tranche/core/display';
import { reconcile } from '@tranche/core/financing';
import { type Bounds, boundsOf, type StatedAmount } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import { rangeOf, rangesOverlap } from '@tranche/core/time';
import type {
  ClaimBody,
  LedgerClaim,
  PledgeClaim,
  RoundClaim,
  StakeClaim,
  SyndicationClaim,
  TrancheClaim,
} from '../claim/index.ts';
import { amountOfBody, isOpen, timeOf } from '../compare/index.ts';
import { isFallback } from '../deal/condition.ts';
import type { Statement } from '../statement/index.ts';
import { amountNode, type Bench, othersOfType, sameParty, statementsOfType } from './bench.ts';
import { HUNDRED, shareOf } from './implied-stake.ts';
import { isTimely } from './matching.ts';
import type { Contribution, Opinion } from './verdict.ts';

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
  const opinion =
    parts.length < 2
      ? undefined
      : sumOpinion(bench, { kind: 'claim', id: said.id }, whole, parts, 'tranches');
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
      parts.length === 2
        ? sumOpinion(bench, { kind: 'claim', id: said.id }, claim.amount, parts, 'payers')
        : undefined;
    // Others' parts may be of another tranche: they can bear the claim out, and no more.
    if (opinion?.verdict === 'supported') return opinion;
  }
  return undefined;
}

/**
 * Checks what is passed on to co-investors against the whole that the investor leads, less its own part, where others
 * give these together.
 */
export function checkSyndicationSum(
  bench: Bench,
  said: LedgerClaim & { readonly claim: SyndicationClaim },
): Contribution | undefined {
  const { claim } = said;
  const { amount } = claim;
  if (amount === undefined || isFallback(claim.condition)) return undefined;
  const wholes = [...statementsOfType(bench, 'round'), ...statementsOfType(bench, 'tranche')]
    .filter((one) => sameParty(bench, one.body.issuer, claim.issuer) && isTimely(bench, claim, one))
    .filter(
      ({ body }) =>
        body.type === 'tranche' || body.leads.some((lead) => sameParty(bench, lead, claim.investor)),
    );
  const owns = statementsOfType(bench, 'investment').filter(
    ({ body }) =>
      sameParty(bench, body.investor, claim.investor) && sameParty(bench, body.issuer, claim.issuer),
  );
  for (const whole of wholes) {
    const stated = amountOfBody(whole.body);
    if (stated?.currency !== amount.currency) continue;
    for (const own of owns.filter(
      (one) => isSaidTogether(one, whole) && one.body.status === whole.body.status,
    )) {
      const parts = [
        ...partOf(amount.currency, own.kind, own.id, own.body),
        ...partOf(amount.currency, 'claim', said.id, claim),
      ];
      const opinion = parts.length === 2 ? sumOpinion(bench, whole, stated, parts, 'payers') : undefined;
      if (opinion?.verdict === 'supported') return opinion;
    }
  }
  return undefined;
}

/** Checks a pledge of no one party against those of the parties that the text gives for the same purpose. */
export function checkPledgeSum(
  bench: Bench,
  said: LedgerClaim & { readonly claim: PledgeClaim },
): Contribution | undefined {
  const { claim } = said;
  if (claim.by !== undefined) return undefined;
  const pledges = othersOfType(bench, 'commitment').filter(
    ({ claim: one }) =>
      one.by !== undefined &&
      sameParty(bench, one.to, claim.to) &&
      isOpen(one.status) === isOpen(claim.status),
  );
  const parties = new Set(pledges.map(({ claim: one }) => bench.parties.partyOf(one.by ?? '').id));
  // A party of whom the text gives two figures cannot be added.
  if (parties.size < 2 || parties.size < pledges.length) return undefined;
  const parts = pledges.flatMap(({ id, claim: one }) => partOf(claim.amount.currency, 'claim', id, one));
  const opinion = sumOpinion(bench, { kind: 'claim', id: said.id }, claim.amount, parts, 'pledges');
  // Others may have pledged more, or for another time: only what adds up tells.
  return opinion?.verdict === 'supported' ? opinion : opinion && { ...opinion, verdict: 'cannot_tell' };
}

/** Checks a share against the others of the same company in the text: together they are no more than the whole. */
export function checkStakeSum(
  bench: Bench,
  said: LedgerClaim & { readonly claim: StakeClaim },
): Contribution | undefined {
  const { claim } = said;
  const isTogether = ({ claim: one }: { readonly claim: StakeClaim }): boolean =>
    sameParty(bench, one.entity, claim.entity) &&
    one.when === claim.when &&
    isOpen(one.status) === isOpen(claim.status) &&
    one.basis === claim.basis &&
    one.through === claim.through;
  const stakes = [said, ...othersOfType(bench, 'stake').filter(isTogether)];
  const holders = new Set(stakes.map(({ claim: one }) => bench.parties.partyOf(one.holder).id));
  if (stakes.length < 3 || holders.size < stakes.length) return undefined;
  const { builder } = bench;
  const nodes = stakes.map(({ id, claim: one }) =>
    builder.input({
      label: `share of ${one.holder}`,
      unit: 'fraction',
      bounds: fractions(boundsOf(shareOf(one))),
      qualifier: one.qualifier,
      grounds: [{ kind: 'claim', id }],
    }),
  );
  const node = builder.formula({ label: 'shares added', unit: 'fraction', operator: 'add', operands: nodes });
  const bounds = builder.boundsOf(node);
  const total = formatBounds(bounds, 'fraction');
  const written = stakes
    .map(({ claim: one }) => formatQuantity(one.percent.dividedBy(HUNDRED), 'fraction'))
    .join(' + ');
  const evidence = stakes.map(({ id }) => id);
  const text = `The shares in the text add up: ${written} = ${total}.`;
  const isOver = bounds.low !== undefined && bounds.low.compare(Rational.ONE.plus(ROUNDING)) > 0;
  if (!isOver)
    return { check: 'sum', verdict: 'cannot_tell', summary: text, findings: [{ text, node, evidence }] };
  const summary = `The shares in the text are more than the whole: ${written} = ${total}.`;
  return { check: 'sum', verdict: 'mixed', summary, findings: [{ text: summary, node, evidence }] };
}

/** What rounding of several printed shares can add. */
const ROUNDING = Rational.of(2n, 100n);

const fractions = ({ low, high, vague }: Bounds): Bounds => ({
  ...(low === undefined ? {} : { low: low.dividedBy(HUNDRED) }),
  ...(high === undefined ? {} : { high: high.dividedBy(HUNDRED) }),
  vague,
});

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
  { kind, id }: Pick<Part, 'kind' | 'id'>,
  whole: StatedAmount,
  parts: readonly Part[],
  name: string,
): Opinion | undefined {
  const { builder } = bench;
  const unit = whole.currency;
  const stated = amountNode(bench, 'stated whole', whole, [{ kind, id }]);
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
  if (body.type === 'commitment') return `pledged by ${body.by}`;
  return 'tranche';
}
