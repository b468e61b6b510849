import type { LedgerClaim, RoundClaim } from '../claim/index.ts';
import { agreementOf, amountOfBody, isDone, isOpen, moneyOf } from '../compare/index.ts';
import { rankOfTier } from '../source/index.ts';
import { type Bench, type StatementOf, sameParty, statementsOfType } from './bench.ts';
import { clauseOf } from './clause.ts';
import { isTimely } from './matching.ts';
import type { Contribution, Finding } from './verdict.ts';
import { knownBy, listed } from './words.ts';

/**
 * Checks who leads a round and who takes part in it against what others say of the same round: of the same sum, time
 * and kind of money. A lead that others name as such is borne out; where they name others only it is mixed, for the
 * round is right and the role is not. A participant nobody else names is a finding: lists of participants are rarely
 * complete.
 */
export function checkLead(
  bench: Bench,
  { claim }: LedgerClaim & { readonly claim: RoundClaim },
): Contribution | undefined {
  if (claim.leads.length === 0 && claim.participants.length === 0) return undefined;
  const rounds = sameRounds(bench, claim);
  const findings = participantFindings(bench, rounds, claim.participants);
  const naming = rounds.filter(({ body }) => body.leads.length > 0);
  const [best] = naming;
  if (claim.leads.length === 0 || best === undefined) {
    const [first] = findings;
    return first && { check: 'lead', verdict: 'cannot_tell', summary: first.text, findings };
  }
  const isLed = (name: string): boolean =>
    naming.some(({ body }) => body.leads.some((lead) => sameParty(bench, lead, name)));
  const wrong = claim.leads.filter((name) => !isLed(name));
  const evidence = naming.map(({ id }) => id);
  if (wrong.length === 0) {
    const text = `${listed(claim.leads)} ${claim.leads.length === 1 ? 'is' : 'are'} named as lead by others too (${knownBy(best)}).`;
    return {
      check: 'lead',
      verdict: 'cannot_tell',
      summary: text,
      findings: [{ text, evidence }, ...findings],
    };
  }
  const summary = `The round is as others report it, its lead is not: ${clauseOf(best.body)} (${knownBy(best)}), and not by ${listed(wrong)}.`;
  return { check: 'lead', verdict: 'mixed', summary, findings: [{ text: summary, evidence }, ...findings] };
}

const sameRounds = (bench: Bench, claim: RoundClaim): readonly StatementOf<'round'>[] =>
  statementsOfType(bench, 'round')
    .filter((one) => sameParty(bench, one.body.issuer, claim.issuer) && isTimely(bench, claim, one))
    .filter(({ body }) => body.status !== 'abandoned' && moneyOf(body) === moneyOf(claim))
    .filter(({ body }) => !isOpen(body.status) || !isDone(claim.status))
    .filter(({ body }) => {
      const [mine, theirs] = [amountOfBody(claim), amountOfBody(body)];
      return (
        mine !== undefined && theirs?.currency === mine.currency && agreementOf(mine, theirs) === 'agrees'
      );
    })
    .sort((one, other) => rankOfTier(one.tier) - rankOfTier(other.tier));

function participantFindings(
  bench: Bench,
  rounds: readonly StatementOf<'round'>[],
  names: readonly string[],
): readonly Finding[] {
  const namedIn = (name: string): readonly StatementOf<'round'>[] =>
    rounds.filter(({ body }) =>
      [...body.leads, ...body.participants].some((one) => sameParty(bench, one, name)),
    );
  const named = names.filter((name) => namedIn(name).length > 0);
  const unnamed = names.filter((name) => !named.includes(name));
  const evidence = [...new Set(named.flatMap((name) => namedIn(name).map(({ id }) => id)))];
  const lists = rounds.filter(({ body }) => body.participants.length > 0).map(({ id }) => id);
  return [
    ...(named.length === 0 ? [] : [{ text: `Others too name ${listed(named)} as taking part.`, evidence }]),
    ...(unnamed.length === 0 || lists.length === 0
      ? []
      : [{ text: `No other list of participants at hand names ${listed(unnamed)}.`, evidence: lists }]),
  ];
}
