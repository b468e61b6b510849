import { type PlainDate, rangeOf } from '@tranche/core/time';
import type { DealStatus, LedgerClaim, NoExternalFundingClaim } from '../claim/index.ts';
import { isDone, isOpen, moneyOf, timeOf } from '../compare/index.ts';
import type { Statement } from '../statement/index.ts';
import { type Bench, sameParty, statementsOfType } from './bench.ts';
import type { Finding, Opinion } from './verdict.ts';
import { knownBy, listed } from './words.ts';

/**
 * Checks "no outside money so far" as of the document's day. Money that came in by then from anyone but an owner
 * contradicts it; a statement of the same supports it; talks and denials are findings and decide nothing. Money
 * that came later is shown with its day. Silence is not support.
 */
export function checkNoOutsideMoney(
  bench: Bench,
  { claim }: LedgerClaim & { readonly claim: NoExternalFundingClaim },
): Opinion {
  const { entity } = claim;
  const same = statementsOfType(bench, 'no_external_funding').filter(({ body }) =>
    sameParty(bench, body.entity, entity),
  );
  const money = moneyInto(bench, entity, same);
  const came = money.filter((one) => isDone(one.status) && one.day <= bench.spokenOn);
  const cameLater = money.filter((one) => isDone(one.status) && one.day > bench.spokenOn);
  const planned = money.filter((one) => isOpen(one.status) || one.status === 'agreed');
  const denied = bench.statements.filter(
    ({ body, denied }) => denied && 'issuer' in body && sameParty(bench, body.issuer, entity),
  );
  const inTalks = [...planned].sort(byDay);
  const [firstTalk] = inTalks;
  const who = [...new Set(inTalks.flatMap(({ investor }) => investor ?? []))];
  const findings: Finding[] = [
    ...came.map(moneyFinding),
    ...same.map((one) => ({
      text: `No outside money was stated elsewhere (${knownBy(one)}).`,
      evidence: [one.id],
    })),
    ...denied.map((one) => ({ text: `A reported deal was denied (${knownBy(one)}).`, evidence: [one.id] })),
    ...(firstTalk === undefined
      ? []
      : [
          {
            text: `Talks or plans were reported from ${firstTalk.day}${who.length === 0 ? '' : `, with ${listed(who)}`}.`,
            evidence: inTalks.map(({ id }) => id),
          },
        ]),
    ...cameLater.map(moneyFinding),
  ];
  const [done] = [...cameLater].sort(byDay);
  const since = done === undefined ? '' : ` It no longer holds from ${done.day}.`;
  if (came.length > 0) {
    const summary = `${entity} had taken outside money by ${bench.spokenOn}.`;
    return { check: 'no_external_funding', verdict: 'contradicted', summary, findings };
  }
  if (same.length > 0) {
    const summary = `As of ${bench.spokenOn} no outside money in ${entity} is known, and others say so too.${since}`;
    return { check: 'no_external_funding', verdict: 'supported', summary, findings };
  }
  return {
    check: 'no_external_funding',
    verdict: 'cannot_tell',
    summary: `By ${bench.knownOn} no outside money in ${entity} had been reported, and nobody else had said that there was none.${since}`,
    findings,
  };
}

interface Money {
  readonly id: string;
  readonly day: PlainDate;
  readonly status: DealStatus | undefined;
  readonly investor?: string;
}

const byDay = (one: Money, other: Money): number => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0);

const moneyFinding = ({ id, day, investor }: Money): Finding => ({
  text: `${investor ?? 'A round'} brought in outside money (${day}).`,
  evidence: [id],
});

/**
 * Rounds and investments in the entity from outside. Not from outside are its owners, and those whom a source names
 * as paying although it says that there is no outside money: a founder's fund, a parent.
 */
function moneyInto(bench: Bench, entity: string, same: readonly Statement[]): readonly Money[] {
  const owners = statementsOfType(bench, 'stake')
    .filter(({ body }) => sameParty(bench, body.entity, entity) && isDone(body.status))
    .map(({ body }) => body.holder);
  const sources = new Set(same.flatMap(({ sourceId }) => sourceId ?? []));
  const paid = statementsOfType(bench, 'investment').filter(
    ({ body }) => sameParty(bench, body.issuer, entity) && body.money !== 'grant',
  );
  const insiders = paid
    .filter(({ sourceId, body }) => sourceId !== undefined && sources.has(sourceId) && isDone(body.status))
    .map(({ body }) => body.investor);
  const isInside = (name: string): boolean =>
    [...owners, ...insiders].some((insider) => sameParty(bench, insider, name));
  const investments = paid
    .filter(({ body }) => !isInside(body.investor))
    .map((one) => ({ ...moneyOfDay(one), status: one.body.status, investor: one.body.investor }));
  const rounds = statementsOfType(bench, 'round')
    .filter(({ body }) => sameParty(bench, body.issuer, entity) && moneyOf(body) !== 'grant')
    .map((one) => ({ ...moneyOfDay(one), status: one.body.status }));
  return [...investments, ...rounds];
}

function moneyOfDay({ id, body, knownFrom }: Statement): { readonly id: string; readonly day: PlainDate } {
  const time = timeOf(body);
  return { id, day: (time === undefined ? undefined : rangeOf(time).to) ?? knownFrom };
}
