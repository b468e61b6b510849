import { type PlainDate, rangeOf } from '@tranche/core/time';
import type { LedgerClaim, RankClaim } from '../claim/index.ts';
import { isOpen, timeOf } from '../compare/index.ts';
import type { Measure } from '../deal/index.ts';
import { type Bench, sameParty, statementsOfType } from './bench.ts';
import { ifSigned } from './if-signed.ts';
import { stakeIfSigned } from './stake-if-signed.ts';
import { type Standing, standing } from './standing.ts';
import type { Finding, Opinion, VerdictKind } from './verdict.ts';

const MEASURES: readonly Measure[] = ['committed', 'paid', 'stake'];

/**
 * Checks "X is (or becomes) the largest investor in Y, over Z" by each measure: committed, paid, stake. The ranking
 * is the ledger's own, as of the document's day. For a deal that is not signed, X is ranked again with the deal
 * added. The words of the quote say which measure is meant: a shareholder has a stake, a backer has put in money.
 */
export function checkLargestInvestor(
  bench: Bench,
  ranked: LedgerClaim & { readonly claim: RankClaim },
): Opinion {
  const { claim } = ranked;
  const { object, subject } = claim;
  if (object === undefined || bench.rankInvestors === undefined) {
    const summary = `Of which company ${subject} is the largest investor is not said.`;
    return { check: 'rank', verdict: 'cannot_tell', summary, findings: [] };
  }
  const now = MEASURES.map((measure) => standing(bench, claim, object, measure, bench.spokenOn));
  const meant = measureOf(claim.quote);
  const open = isOpen(claim.status);
  const signed = open ? ifSigned(bench, claim, object) : undefined;
  const by = (measure: Measure): Standing | undefined => now.find((one) => one.measure === measure);
  const leadsNow = by('committed')?.leads;
  // Of a plan nothing is decided by what is committed without it, unless that is enough.
  const committed = open && leadsNow !== true ? signed?.leads : leadsNow;
  const holdsMost = by('stake')?.leads;
  const bought = open && holdsMost !== true ? stakeIfSigned(bench, claim, object) : undefined;
  const stake = bought === undefined ? holdsMost : bought.leads;
  const later = firstDayOfLead(bench, claim, object);
  const findings = [
    ...now.flatMap((one) => one.findings),
    ...(signed?.findings ?? []),
    ...(bought?.findings ?? []),
    ...(later === undefined ? [] : [later.finding]),
    ...flipsOf(meant, { committed, paid: by('paid')?.leads, stake }),
  ];
  const verdict = verdictOf(meant, committed, stake);
  const rival = claim.over ?? 'every other investor';
  const condition = open && leadsNow !== true ? 'only if the deal is signed' : undefined;
  return {
    check: 'rank',
    verdict,
    summary: summaryOf({ subject, object, rival, committed, stake, condition, since: later?.day }),
    ...(condition === undefined ? {} : { condition }),
    findings,
  };
}

/** "Shareholder" and "stake" mean shares; "investor" and "backer" mean money. */
const measureOf = (quote: string): Measure =>
  /share-?holder|\bstake|\bowner/i.test(quote) ? 'stake' : 'committed';

const MEASURE_WORDS: Readonly<Record<Measure, string>> = {
  committed: 'money committed',
  paid: 'money paid',
  stake: 'stake',
};

/** Whether the answer is another by each other measure than the one the words mean. */
function flipsOf(meant: Measure, leads: Readonly<Record<Measure, boolean | undefined>>): readonly Finding[] {
  const answer = leads[meant];
  if (answer === undefined) return [];
  return MEASURES.filter((measure) => measure !== meant).map((measure) => {
    const other = leads[measure];
    const change = other === answer ? 'the answer stays' : 'the answer flips';
    const text = `By ${MEASURE_WORDS[measure]} instead of ${MEASURE_WORDS[meant]}: ${other === undefined ? 'it cannot be told' : change}.`;
    return { text, evidence: [] };
  });
}

function verdictOf(meant: Measure, committed: boolean | undefined, stake: boolean | undefined): VerdictKind {
  if (committed === undefined && stake === undefined) return 'cannot_tell';
  if (committed === stake) return committed ? 'supported' : 'contradicted';
  if (committed === undefined || stake === undefined) {
    const known = committed ?? stake;
    const isMeant = (meant === 'stake') === (stake !== undefined);
    return isMeant ? (known ? 'supported' : 'contradicted') : 'cannot_tell';
  }
  return 'mixed';
}

function summaryOf(said: {
  readonly subject: string;
  readonly object: string;
  readonly rival: string;
  readonly committed: boolean | undefined;
  readonly stake: boolean | undefined;
  readonly condition: string | undefined;
  readonly since: PlainDate | undefined;
}): string {
  const { subject, object, rival, committed, stake, condition, since } = said;
  const verb = condition === undefined ? ['leads', 'does not lead'] : ['would lead', 'would not lead'];
  const money =
    committed === undefined
      ? `whether ${subject} ${verb[0]} ${rival} by money committed to ${object} cannot be told`
      : `by money committed to ${object} ${subject} ${committed ? verb[0] : verb[1]} ${rival}`;
  const when =
    committed && condition !== undefined
      ? `, ${condition}${since === undefined ? '' : ` (as it was from ${since})`}`
      : '';
  const share =
    stake === undefined
      ? 'by stake it cannot be told'
      : `by stake ${stake ? 'it leads too' : condition === undefined ? 'it does not lead' : 'it would not lead'}`;
  const text = `${money}${when}; ${share}.`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The first day after the document on which the subject leads by committed money, as known on the bench's day. */
function firstDayOfLead(
  bench: Bench,
  claim: RankClaim,
  issuer: string,
): { readonly day: PlainDate; readonly finding: Finding } | undefined {
  if (bench.knownOn <= bench.spokenOn) return undefined;
  const days = statementsOfType(bench, 'investment')
    .filter(
      ({ body }) => sameParty(bench, body.investor, claim.subject) && sameParty(bench, body.issuer, issuer),
    )
    .filter(({ body }) => !isOpen(body.status) && body.status !== 'abandoned')
    .flatMap(({ body }) => {
      const time = timeOf(body);
      const end = time === undefined || time.includes('/') ? undefined : rangeOf(time).to;
      return end !== undefined && end > bench.spokenOn && end <= bench.knownOn ? [end] : [];
    });
  for (const day of [...new Set(days)].sort()) {
    const { leads, findings } = standing(bench, claim, issuer, 'committed', day);
    if (leads !== true) continue;
    const evidence = [...new Set(findings.flatMap((one) => one.evidence))];
    const node = findings[0]?.node;
    const text = `By money committed ${claim.subject} leads from ${day}: ${findings.map((one) => one.text.replace(/^.*?: |\.$/g, '')).join('; ')}.`;
    return { day, finding: { text, evidence, ...(node === undefined ? {} : { node }) } };
  }
  return undefined;
}
