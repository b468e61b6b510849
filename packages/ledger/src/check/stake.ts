import { formatQuantity } from '@tranche/core/display';
import { boundsOf } from '@tranche/core/money';
import type { Rational } from '@tranche/core/rational';
import type { LedgerClaim, StakeBody, StakeClaim } from '../claim/index.ts';
import { agreementOf, isOpen, timeOf } from '../compare/index.ts';
import { type Bench, groundsOf, type StatementOf, sameParty, statementsOfType } from './bench.ts';
import { clauseOf } from './clause.ts';
import { HUNDRED, impliedStake, shareOf } from './implied-stake.ts';
import { isTimely } from './matching.ts';
import type { Finding, Opinion } from './verdict.ts';
import { knownBy } from './words.ts';

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
    agreement: agreementOf(shareOf(claim), shareOf(statement.body)),
  }));
  const agreeing = relations.filter(({ agreement }) => agreement !== 'excluded');
  const excluding = relations.filter(({ agreement }) => agreement === 'excluded');
  const implied = impliedStake(bench, { id: said.id, kind: 'claim', body: claim });
  const findings: Finding[] = [
    ...agreeing.map(({ statement }) => stakeFinding(bench, statement, 'agrees')),
    ...excluding.map(({ statement }) =>
      stakeFinding(bench, statement, 'is another figure, perhaps on another basis'),
    ),
    ...(implied === undefined ? [] : [implied.finding]),
  ];
  const opinion = (verdict: Opinion['verdict'], summary: string): Opinion => ({
    check: 'stake',
    verdict,
    summary,
    findings,
  });
  const reported = (statement: StatementOf<'stake'>): string =>
    `${clauseOf(statement.body)} (${knownBy(statement)})`;
  const [agreed] = agreeing;
  if (agreed !== undefined)
    return opinion('supported', `Others report it too: ${reported(agreed.statement)}.`);
  const [excluded] = excluding;
  if (excluded !== undefined) {
    return opinion(
      'contradicted',
      `Others report otherwise: ${reported(excluded.statement)}, and not ${percentOf(claim)}.`,
    );
  }
  if (implied?.agrees) {
    return opinion(
      'supported',
      `It follows from amount and valuation ${implied.where}: ${implied.finding.text}`,
    );
  }
  if (implied?.exceeds) {
    return opinion(
      'mixed',
      `It is less than amount and valuation ${implied.where} give: ${implied.finding.text}`,
    );
  }
  return opinion('cannot_tell', `Nothing known by ${bench.knownOn} tells whether ${clauseOf(claim)}.`);
}

const percentOf = ({ percent, qualifier }: StakeBody): string => {
  const words = qualifier === 'exact' ? '' : `${qualifier.replace('_', ' ')} `;
  return `${words}${formatQuantity(percent.dividedBy(HUNDRED), 'fraction')}`;
};

function stakeFinding(bench: Bench, statement: StatementOf<'stake'>, relation: string): Finding {
  const { body, id, note } = statement;
  const { low, high, vague } = boundsOf(shareOf(body));
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
