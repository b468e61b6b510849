import { formatAmount, formatQuantity } from '@tranche/core/display';
import { boundsOf } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import type { LedgerClaim, StakeBody, StakeClaim } from '../claim/index.ts';
import {
  amountNode,
  type Bench,
  groundsOf,
  othersOfType,
  type StatementOf,
  sameParty,
  statementsOfType,
} from './bench.ts';
import { isTimely, timeOf } from './matching.ts';
import { agreementOf } from './precision.ts';
import type { Finding, Opinion } from './verdict.ts';
import { isOpen, knownBy } from './words.ts';

const HUNDRED = Rational.of(100n);

/**
 * Checks a percentage against the percentages others state of the same holder and company at the same time, and
 * against what the document's own amount and valuation imply, both ways. Shares are stated on different bases
 * (as converted, of profit, before a round), so that another percentage contradicts only where no statement agrees.
 */
export function checkStake(bench: Bench, said: LedgerClaim & { readonly claim: StakeClaim }): Opinion {
  const { claim } = said;
  const same = statementsOfType(bench, 'stake').filter(
    (one) =>
      sameParty(bench, one.body.holder, claim.holder) &&
      sameParty(bench, one.body.entity, claim.entity) &&
      one.body.status !== 'abandoned' &&
      isOpen(one.body.status) === isOpen(claim.status) &&
      isTimely(bench, claim, one),
  );
  const relations = same.map((statement) => ({
    statement,
    agreement: agreementOf(share(claim), share(statement.body)),
  }));
  const agreeing = relations.filter(({ agreement }) => agreement !== 'excluded');
  const excluding = relations.filter(({ agreement }) => agreement === 'excluded');
  const implied = impliedFinding(bench, said);
  const findings: Finding[] = [
    ...agreeing.map(({ statement }) => stakeFinding(bench, statement, 'agrees')),
    ...excluding.map(({ statement }) =>
      stakeFinding(bench, statement, 'is another figure, perhaps on another basis'),
    ),
    ...(implied === undefined ? [] : [implied.finding]),
  ];
  const what = `${percentOf(claim)} of ${claim.entity} for ${claim.holder}`;
  const opinion = (verdict: Opinion['verdict'], summary: string): Opinion => ({
    check: 'stake',
    verdict,
    summary,
    findings,
  });
  if (agreeing.length > 0) return opinion('supported', `${what} agrees with what others report.`);
  if (excluding.length > 0) {
    const [first] = excluding;
    const other =
      first === undefined ? '' : `: ${percentOf(first.statement.body)}, ${knownBy(first.statement)}`;
    return opinion('contradicted', `${what} does not agree with what others report${other}.`);
  }
  if (implied?.agrees)
    return opinion('supported', `${what} agrees with the amount and the valuation in the text.`);
  if (implied?.exceeds) {
    return opinion(
      'mixed',
      `${what} does not follow from the amount and the valuation in the text: ${implied.finding.text}`,
    );
  }
  return opinion('cannot_tell', `Nothing known by ${bench.knownOn} bears on ${what}.`);
}

/** A percentage as a quantity with its qualifier, so that it compares like any other. */
const share = ({ percent, qualifier }: StakeBody) => ({ currency: 'XXX', value: percent, qualifier });

const percentOf = ({ percent, qualifier }: StakeBody): string => {
  const words = qualifier === 'exact' ? '' : `${qualifier.replace('_', ' ')} `;
  return `${words}${formatQuantity(percent.dividedBy(HUNDRED), 'fraction')}`;
};

function stakeFinding(bench: Bench, statement: StatementOf<'stake'>, relation: string): Finding {
  const { body, id, note } = statement;
  const { low, high, vague } = boundsOf(share(body));
  const fraction = (value: Rational | undefined) => value?.dividedBy(HUNDRED);
  const [from, to] = [fraction(low), fraction(high)];
  const time = timeOf(body);
  const node = bench.builder.input({
    label: `stake of ${body.holder} in ${body.entity}`,
    unit: 'fraction',
    bounds: {
      ...(from === undefined ? {} : { low: from }),
      ...(to === undefined ? {} : { high: to }),
      vague,
    },
    qualifier: body.qualifier,
    grounds: groundsOf(statement),
    ...(time === undefined ? {} : { date: time }),
  });
  const told = [
    `${percentOf(body)} (${knownBy(statement)}) ${relation}.`,
    body.basis === undefined ? undefined : `Basis: ${body.basis}.`,
    note,
  ];
  return { text: told.filter((part) => part !== undefined).join(' '), node, evidence: [id] };
}

/** Amount over valuation, from the document itself: the share that the stated money buys. */
function impliedFinding(
  bench: Bench,
  { id, claim }: LedgerClaim & { readonly claim: StakeClaim },
): { readonly finding: Finding; readonly agrees: boolean; readonly exceeds: boolean } | undefined {
  const paid = othersOfType(bench, 'investment').find(
    ({ claim: one }) =>
      one.amount !== undefined &&
      sameParty(bench, one.investor, claim.holder) &&
      sameParty(bench, one.issuer, claim.entity),
  );
  const amount = paid?.claim.amount;
  const valued = othersOfType(bench, 'valuation').find(
    ({ claim: one }) =>
      one.basis !== 'pre' &&
      isOpen(one.status) === isOpen(paid?.claim.status) &&
      one.amount.currency === amount?.currency &&
      sameParty(bench, one.entity, claim.entity),
  );
  if (paid === undefined || amount === undefined || valued === undefined) return undefined;
  const worth = valued.claim.amount;
  if ('min' in amount || 'min' in worth || worth.value.sign() === 0) return undefined;
  const { builder } = bench;
  const node = builder.formula({
    label: 'implied stake',
    unit: 'fraction',
    operator: 'divide',
    operands: [
      amountNode(bench, `paid by ${claim.holder}`, amount, [{ kind: 'claim', id: paid.id }]),
      amountNode(bench, `valuation of ${claim.entity}`, worth, [{ kind: 'claim', id: valued.id }]),
    ],
  });
  const percent = amount.value.dividedBy(worth.value).times(HUNDRED);
  const agrees =
    agreementOf(share(claim), { currency: 'XXX', value: percent, qualifier: 'about' }) !== 'excluded';
  const text = `${formatAmount(amount)} of a valuation of ${formatAmount(worth)} is ${formatQuantity(percent.dividedBy(HUNDRED), 'fraction')}.`;
  // A stake may be larger than what one payment buys, for some may have been held before; it cannot be smaller.
  const exceeds = !agrees && percent.compare(claim.percent) > 0;
  return { finding: { text, node, evidence: [id, paid.id, valued.id] }, agrees, exceeds };
}
