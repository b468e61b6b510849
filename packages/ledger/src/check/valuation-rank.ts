import { formatBounds } from '@tranche/core/display';
import { type Bounds, boundsOf } from '@tranche/core/money';
import type { LedgerClaim, RankClaim } from '../claim/index.ts';
import { isOpen } from '../compare/index.ts';
import {
  VALUATION_RULES,
  type ValuationRow,
  type ValuationRule,
  type ValuationTable,
  valuationTable,
} from '../league/index.ts';
import { amountNode, type Bench, othersOfType, sameParty } from './bench.ts';
import type { Finding, Opinion } from './verdict.ts';
import { listed } from './words.ts';

/** Scopes a valuation claim may have that take in every company. */
const WHOLE_WORLD = /^(the )?world$|^global/i;
/** The currency of the table where nothing is known of the company itself. */
const UNIT = 'USD';

interface Valued {
  readonly bounds: Bounds;
  readonly finding: Finding;
}

/**
 * Checks "the most valuable (private) company" against the dated table of valuations as known on the document's day.
 * The table is not complete, so that it can contradict and compare with a named rival, and never prove. It is made
 * again with each part of its rule changed, saying if the answer flips.
 */
export function checkValuationRank(
  bench: Bench,
  { claim }: LedgerClaim & { readonly claim: RankClaim },
): Opinion {
  const [rule, ...others] = VALUATION_RULES;
  const unit = unitOf(bench, claim.subject);
  const { answer: opinion, isContradicted } = opinionUnder(bench, claim, tableOf(bench, unit, rule), unit);
  if (opinion.verdict === 'cannot_tell' && opinion.findings.length === 0) return opinion;
  const flips = others.map((changed): Finding => {
    const again = opinionUnder(bench, claim, tableOf(bench, unit, changed), unit);
    const stays = again.isContradicted === isContradicted && again.answer.verdict === opinion.verdict;
    return {
      text: `With ${changed.words}, the answer ${stays ? 'stays' : 'flips'}.`,
      evidence: stays ? [] : again.answer.findings.flatMap(({ evidence }) => evidence),
    };
  });
  return { ...opinion, findings: [...opinion.findings, ...flips] };
}

const tableOf = (bench: Bench, unit: string, rule: ValuationRule): ValuationTable => {
  const { builder, statements, parties, rates, spokenOn: asOf, knownOn } = bench;
  return valuationTable(builder, { statements, parties, rates, asOf, knownOn, unit }, rule);
};

function opinionUnder(
  bench: Bench,
  claim: RankClaim,
  { rows }: ValuationTable,
  unit: string,
): { readonly answer: Opinion; readonly isContradicted: boolean } {
  const { subject, object, over, status } = claim;
  const isOfWorld = object === undefined || WHOLE_WORLD.test(object);
  const found = (name: string): Valued | undefined => {
    const row = rows.find(({ entity }) => entity === bench.parties.partyOf(name).id);
    return row === undefined ? undefined : valued(bench, row, unit);
  };
  const answer = (
    verdict: Opinion['verdict'],
    summary: string,
    findings: readonly Finding[],
    condition?: string,
  ) => ({
    answer: {
      check: 'valuation_rank' as const,
      verdict,
      summary,
      findings,
      ...(condition === undefined ? {} : { condition }),
    },
    isContradicted: verdict === 'contradicted',
  });
  const mine = ownValuation(bench, subject) ?? found(subject);
  if (mine === undefined) {
    return answer('cannot_tell', `No valuation of ${subject} is known on ${bench.knownOn}.`, []);
  }
  const above = rows
    .filter(({ entity }) => entity !== bench.parties.partyOf(subject).id)
    .filter(({ node }) => isAbove(bench.builder.boundsOf(node), mine.bounds));
  const findings = [
    mine.finding,
    ...above.slice(0, MOST_SHOWN).map((row) => valued(bench, row, unit).finding),
  ];
  if (isOfWorld && above.length >= (claim.claim.startsWith('second_') ? 2 : 1)) {
    const names = listed(above.slice(0, MOST_SHOWN).map(({ name }) => name));
    const summary = `${names} ${above.length === 1 ? 'was' : 'were'} valued higher than ${subject}.`;
    return answer('contradicted', summary, findings);
  }
  const named = over === undefined ? undefined : found(over);
  if (named !== undefined && isAbove(mine.bounds, named.bounds)) {
    const open = isOpen(status);
    const summary = `${subject} ${open ? 'would be' : 'is'} valued above ${over}; that no other company is higher cannot be proved from the valuations at hand.`;
    const condition = open ? 'only if the valuation is agreed' : undefined;
    return answer('supported', summary, [...findings, named.finding], condition);
  }
  const summary = `Of the valuations known on ${bench.knownOn} none speaks against ${subject}, but the list is not complete${isOfWorld ? '' : ` for "${object}"`}.`;
  return answer('cannot_tell', summary, findings);
}

/** So many companies that were valued higher are named. */
const MOST_SHOWN = 5;

const isAbove = (one: Bounds, other: Bounds): boolean =>
  one.low !== undefined && other.high !== undefined && one.low.compare(other.high) > 0;

function valued(
  { builder }: Bench,
  { name, node, basis, from, statements }: ValuationRow,
  unit: string,
): Valued {
  const bounds = builder.boundsOf(node);
  const text = `${name} was last valued at ${formatBounds(bounds, unit)}, ${basis} (${from}).`;
  return { bounds, finding: { text, node, evidence: statements } };
}

/** A valuation that the document itself gives goes before the table: the claim is about it. */
function ownValuation(bench: Bench, subject: string): Valued | undefined {
  const best = largestOwn(bench, subject);
  if (best === undefined) return undefined;
  const { id, claim } = best;
  const { amount } = claim;
  const bounds = boundsOf(amount);
  const node = amountNode(bench, `valuation of ${subject}`, amount, [{ kind: 'claim', id }]);
  const text = `${subject} was last valued at ${formatBounds(bounds, amount.currency)} (in the text).`;
  return { bounds, finding: { text, node, evidence: [id] } };
}

const largestOwn = (bench: Bench, subject: string) =>
  othersOfType(bench, 'valuation')
    .filter(({ claim }) => sameParty(bench, claim.entity, subject))
    .toSorted(({ claim: { amount: one } }, { claim: { amount: other } }) => {
      const [a, b] = [boundsOf(one).high, boundsOf(other).high];
      return a === undefined || b === undefined ? 0 : b.compare(a);
    })[0];

/** What the document values the company in; else the currency of the table. */
const unitOf = (bench: Bench, subject: string): string =>
  largestOwn(bench, subject)?.claim.amount.currency ?? UNIT;
