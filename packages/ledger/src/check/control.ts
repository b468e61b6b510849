import { formatQuantity } from '@tranche/core/display';
import { Rational } from '@tranche/core/rational';
import { type PlainDate, rangeOf, rangesOverlap } from '@tranche/core/time';
import type { ControlClaim, LedgerClaim } from '../claim/index.ts';
import { isOpen, timeOf } from '../compare/index.ts';
import { type Bench, type StatementOf, sameParty, statementsOfType } from './bench.ts';
import { capital, clauseOf } from './clause.ts';
import type { Finding, Opinion } from './verdict.ts';
import { knownBy } from './words.ts';

const HALF = Rational.of(50n);
const HUNDRED = Rational.of(100n);

/**
 * Checks who controls a company against who others say controls it at that time. The same holder supports it, others
 * only contradict it. Control is no share: a holding of more than half is shown and decides nothing, for its votes may
 * lie elsewhere.
 */
export function checkControl(
  bench: Bench,
  { claim }: LedgerClaim & { readonly claim: ControlClaim },
): Opinion {
  const stated = statementsOfType(bench, 'control')
    .filter(({ body }) => sameParty(bench, body.entity, claim.entity) && body.status !== 'abandoned')
    .filter(({ body }) => isOpen(body.status) === isOpen(claim.status))
    .filter((one) => isOfThatTime(bench, claim, one));
  const same = stated.filter(({ body }) => sameParty(bench, body.holder, claim.holder));
  const other = stated.filter((one) => !same.includes(one));
  const findings: Finding[] = [
    ...[...same, ...other].map((one) => ({
      text: `${capital(clauseOf(one.body))} (${knownBy(one)}).`,
      evidence: [one.id],
    })),
    ...majorities(bench, claim),
  ];
  const opinion = (verdict: Opinion['verdict'], summary: string): Opinion => ({
    check: 'control',
    verdict,
    summary,
    findings,
  });
  const [supporting] = same;
  const [opposing] = other;
  if (supporting !== undefined) {
    const beside = opposing === undefined ? '' : `; others name ${opposing.body.holder} as well`;
    const verdict = opposing === undefined ? 'supported' : 'mixed';
    return opinion(
      verdict,
      `Others report it too: ${clauseOf(supporting.body)} (${knownBy(supporting)})${beside}.`,
    );
  }
  if (opposing !== undefined) {
    const said = `${clauseOf(opposing.body)} (${knownBy(opposing)})`;
    return opinion('contradicted', `Others report otherwise: ${said}, and not ${claim.holder}.`);
  }
  return opinion('cannot_tell', `Nothing known by ${bench.knownOn} tells whether ${clauseOf(claim)}.`);
}

/** Control lasts until others have it: what was said before, or of the same days, or became known soon after. */
function isOfThatTime(bench: Bench, claim: ControlClaim, one: StatementOf<'control'>): boolean {
  const [mine, theirs] = [timeOf(claim), timeOf(one.body)];
  if (mine !== undefined && theirs !== undefined) return rangesOverlap(since(theirs), rangeOf(mine));
  const from: PlainDate = (theirs === undefined ? undefined : rangeOf(theirs).from) ?? one.knownFrom;
  return from <= bench.spokenOn;
}

const since = (time: NonNullable<ReturnType<typeof timeOf>>) => {
  const { from } = rangeOf(time);
  return from === undefined ? {} : { from };
};

const majorities = (bench: Bench, claim: ControlClaim): readonly Finding[] =>
  statementsOfType(bench, 'stake')
    .filter(({ body }) => sameParty(bench, body.entity, claim.entity) && !isOpen(body.status))
    .filter(({ body }) => body.status !== 'abandoned' && body.percent.compare(HALF) > 0)
    .map((one) => ({
      text: `${one.body.holder} held ${formatQuantity(one.body.percent.dividedBy(HUNDRED), 'fraction')} of ${claim.entity} (${knownBy(one)}); a share is not control.`,
      evidence: [one.id],
    }));
