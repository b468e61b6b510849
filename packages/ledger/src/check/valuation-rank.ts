import { formatBounds } from '@tranche/core/display';
import { type Bounds, boundsOf } from '@tranche/core/money';
import { rangeOf } from '@tranche/core/time';
import type { LedgerClaim, RankClaim } from '../claim/index.ts';
import {
  amountNode,
  type Bench,
  othersOfType,
  type StatementOf,
  sameParty,
  statementsOfType,
} from './bench.ts';
import { timeOf } from './matching.ts';
import type { Finding, Opinion } from './verdict.ts';
import { isOpen, listed } from './words.ts';

/** Scopes a valuation claim may have that take in every company. */
const WHOLE_WORLD = /^(the )?world$|^global/i;

interface Valued {
  readonly entity: string;
  readonly bounds: Bounds;
  readonly finding: Finding;
  readonly unit: string;
}

/**
 * Checks "the most valuable (private) company" against the last valuations known on the document's day. The list of
 * valuations is not complete, so that it can contradict and compare with a named rival, and never prove.
 */
export function checkValuationRank(
  bench: Bench,
  { claim }: LedgerClaim & { readonly claim: RankClaim },
): Opinion {
  const place = claim.claim.startsWith('second_') ? 2 : 1;
  const mine = lastValuation(bench, claim.subject, true);
  const cannot = (summary: string, findings: readonly Finding[]): Opinion => ({
    check: 'valuation_rank',
    verdict: 'cannot_tell',
    summary,
    findings,
  });
  if (mine === undefined) return cannot(`No valuation of ${claim.subject} is known on ${bench.knownOn}.`, []);
  const rivals = rivalNames(bench, claim).flatMap((name) => lastValuation(bench, name, false) ?? []);
  const comparable = rivals.filter(({ unit }) => unit === mine.unit);
  const above = comparable.filter(({ bounds }) => isAbove(bounds, mine.bounds));
  const findings = [mine.finding, ...above.map(({ finding }) => finding)];
  const isOfWorld = claim.object === undefined || WHOLE_WORLD.test(claim.object);
  if (isOfWorld && above.length >= place) {
    const names = listed(above.map(({ entity }) => entity));
    return {
      check: 'valuation_rank',
      verdict: 'contradicted',
      summary: `${names} ${above.length === 1 ? 'was' : 'were'} valued higher than ${claim.subject}.`,
      findings,
    };
  }
  const named = claim.over === undefined ? undefined : lastValuation(bench, claim.over, false);
  if (named !== undefined && named.unit === mine.unit && isAbove(mine.bounds, named.bounds)) {
    const open = isOpen(claim.status);
    return {
      check: 'valuation_rank',
      verdict: 'supported',
      summary: `${claim.subject} ${open ? 'would be' : 'is'} valued above ${claim.over}; that no other company is higher cannot be proved from the valuations at hand.`,
      ...(open ? { condition: 'only if the valuation is agreed' } : {}),
      findings: [...findings, named.finding],
    };
  }
  return cannot(
    `Of the valuations known on ${bench.knownOn} none speaks against ${claim.subject}, but the list is not complete${isOfWorld ? '' : ` for "${claim.object}"`}.`,
    findings,
  );
}

const isAbove = (one: Bounds, other: Bounds): boolean =>
  one.low !== undefined && other.high !== undefined && one.low.compare(other.high) > 0;

function rivalNames(bench: Bench, { subject }: RankClaim): readonly string[] {
  const names = statementsOfType(bench, 'valuation').map(
    ({ body }) => bench.parties.partyOf(body.entity).name,
  );
  return [...new Set(names)].filter((name) => !sameParty(bench, name, subject));
}

/** The last settled valuation on or before the document's day; of the subject also one the document itself gives. */
function lastValuation(bench: Bench, entity: string, orOwn: boolean): Valued | undefined {
  const own = othersOfType(bench, 'valuation').filter(({ claim }) => sameParty(bench, claim.entity, entity));
  const [best] = orOwn
    ? [...own].sort((one, other) => largerFirst(one.claim.amount, other.claim.amount))
    : [];
  if (best !== undefined) {
    const { amount } = best.claim;
    const node = amountNode(bench, `valuation of ${entity}`, amount, [{ kind: 'claim', id: best.id }]);
    return valued(entity, boundsOf(amount), amount.currency, node, best.id, 'in the text');
  }
  const [last] = statementsOfType(bench, 'valuation')
    .filter(({ body }) => sameParty(bench, body.entity, entity))
    .filter(({ body }) => !isOpen(body.status) && body.status !== 'abandoned')
    .filter((one) => dayOf(one) <= bench.spokenOn)
    .sort((one, other) => (dayOf(one) > dayOf(other) ? -1 : 1));
  if (last === undefined) return undefined;
  const { amount } = last.body;
  const node = amountNode(bench, `valuation of ${entity}`, amount, [{ kind: last.kind, id: last.id }]);
  return valued(entity, boundsOf(amount), amount.currency, node, last.id, dayOf(last));
}

const valued = (
  entity: string,
  bounds: Bounds,
  unit: string,
  node: string,
  id: string,
  when: string,
): Valued => ({
  entity,
  bounds,
  unit,
  finding: {
    text: `${entity} was last valued at ${formatBounds(bounds, unit)} (${when}).`,
    node,
    evidence: [id],
  },
});

function dayOf(statement: StatementOf<'valuation'>): string {
  const time = timeOf(statement.body);
  return (time === undefined ? undefined : rangeOf(time).to) ?? statement.knownFrom;
}

function largerFirst(one: Parameters<typeof boundsOf>[0], other: Parameters<typeof boundsOf>[0]): number {
  const [a, b] = [boundsOf(one).high, boundsOf(other).high];
  return a === undefined || b === undefined ? 0 : -a.compare(b);
}
