import type { LedgerClaim, VentureClaim } from '../claim/index.ts';
import { rankOfTier } from '../source/index.ts';
import { type Bench, type StatementOf, sameParty, statementsOfType } from './bench.ts';
import type { Finding, Opinion } from './verdict.ts';
import { knownBy, listed } from './words.ts';

/**
 * Checks the partners of a venture and who does what in it. The list of partners is that of the highest tier, and
 * the latest of its kind; a partner it names and the claim leaves out is missing, one it does not know is another
 * finding. A role is supported when it is stated of the same party, and contradicted when it is stated of others only.
 * What is denied of the venture is shown and decides nothing.
 */
export function checkVenture(
  bench: Bench,
  { id, claim }: LedgerClaim & { readonly claim: VentureClaim },
): Opinion {
  const known = statementsOfType(bench, 'venture').filter(({ body }) =>
    sameParty(bench, body.name, claim.name),
  );
  const [list] = known
    .filter(({ body }) => body.partners.length > 0)
    .sort(
      (one, other) =>
        rankOfTier(one.tier) - rankOfTier(other.tier) || (one.knownFrom > other.knownFrom ? -1 : 1),
    );
  const roles = claim.roles.map((role) => roleFinding(bench, known, role));
  const wrongRoles = roles.filter(({ holds }) => holds === false);
  const rightRoles = roles.filter(({ holds }) => holds === true);
  const roleFindings = [...roles.map(({ finding }) => finding), ...denialFindings(bench, claim.name)];
  if (list === undefined) {
    const decided = wrongRoles.length + rightRoles.length;
    return {
      check: 'partners',
      verdict: decided === 0 ? 'cannot_tell' : wrongRoles.length > 0 ? 'contradicted' : 'supported',
      summary: `Who the partners of ${claim.name} are is not known on ${bench.knownOn}.`,
      findings: roleFindings,
    };
  }
  const partners = list.body.partners;
  const isIn = (names: readonly string[], name: string): boolean =>
    names.some((one) => sameParty(bench, one, name));
  const missing = partners.filter((name) => !isIn(claim.partners, name));
  const right = claim.partners.filter((name) => isIn(partners, name));
  const unknown = claim.partners.filter((name) => !isIn(partners, name));
  const findings: Finding[] = [
    { text: `Its equity partners were ${listed(partners)} (${knownBy(list)}).`, evidence: [list.id] },
    ...(missing.length === 0
      ? []
      : [{ text: `Missing from the list: ${listed(missing)}.`, evidence: [list.id, id] }]),
    ...(unknown.length === 0
      ? []
      : [{ text: `Not among the partners: ${listed(unknown)}.`, evidence: [list.id, id] }]),
    ...roleFindings,
  ];
  const isRight = missing.length === 0 && unknown.length === 0;
  const partnersText = isRight
    ? `The partners of ${claim.name} are as stated`
    : [
        right.length === 0
          ? `None of those named is known as a partner of ${claim.name}`
          : `${listed(right)} ${are(right)} rightly named as ${right.length === 1 ? 'partner' : 'partners'} of ${claim.name}`,
        ...(missing.length === 0 ? [] : [`${listed(missing)} ${are(missing)} missing`]),
        ...(unknown.length === 0 ? [] : [`${listed(unknown)} ${are(unknown)} not known as such`]),
      ].join('; ');
  const rolesText =
    wrongRoles.length > 0
      ? `; the role of ${listed(wrongRoles.map(({ party }) => party))} is another`
      : rightRoles.length > 0
        ? '; the roles are as announced'
        : '';
  const isAllRight = isRight && wrongRoles.length === 0;
  const isAllWrong = right.length === 0 && rightRoles.length === 0;
  return {
    check: 'partners',
    verdict: isAllRight ? 'supported' : isAllWrong ? 'contradicted' : 'mixed',
    summary: `${partnersText}${rolesText}.`,
    findings,
  };
}

/** What somebody denies of the venture: it stands beside what is said, and decides nothing about its partners. */
const denialFindings = (bench: Bench, name: string): readonly Finding[] =>
  bench.statements.flatMap((statement) => {
    const { body, denied, note, quote, id } = statement;
    if (!denied || body.type !== 'venture' || !sameParty(bench, body.name, name)) return [];
    return [{ text: `Denied: ${note ?? quote ?? body.name} (${knownBy(statement)}).`, evidence: [id] }];
  });

const are = (names: readonly string[]): string => (names.length === 1 ? 'is' : 'are');

function roleFinding(
  bench: Bench,
  known: readonly StatementOf<'venture'>[],
  said: { readonly party: string; readonly role: string },
): { readonly party: string; readonly holds: boolean | undefined; readonly finding: Finding } {
  const stated = known.flatMap((statement) => statement.body.roles.map((one) => ({ ...one, statement })));
  const sameRole = stated.filter(({ role }) => role.toLowerCase() === said.role.toLowerCase());
  const own = sameRole.find(({ party }) => sameParty(bench, party, said.party));
  const { party } = said;
  if (own !== undefined) {
    const finding = { text: `${party}: ${said.role}, as announced.`, evidence: [own.statement.id] };
    return { party, holds: true, finding };
  }
  const [another] = sameRole;
  if (another === undefined) {
    return {
      party,
      holds: undefined,
      finding: { text: `${party}: ${said.role} is not stated elsewhere.`, evidence: [] },
    };
  }
  const text = `${said.role} was stated of ${listed(sameRole.map((one) => one.party))}, not of ${party}.`;
  return { party, holds: false, finding: { text, evidence: [another.statement.id] } };
}
