import { formatBounds } from '@tranche/core/display';
import type { StatedAmount } from '@tranche/core/money';
import { type PlainDate, rangeOf } from '@tranche/core/time';
import type { LedgerClaim, RankClaim } from '../claim/index.ts';
import type { InvestorRanking, Measure, RankingRow } from '../deal/index.ts';
import { amountNode, type Bench, othersOfType, sameParty, statementsOfType } from './bench.ts';
import { graft } from './graft.ts';
import { timeOf } from './matching.ts';
import type { Finding, Opinion, VerdictKind } from './verdict.ts';
import { isOpen, listed } from './words.ts';

const MEASURES: readonly Measure[] = ['committed', 'paid', 'stake'];
const MEASURE_WORDS: Readonly<Record<Measure, string>> = {
  committed: 'money committed',
  paid: 'money paid',
  stake: 'stake',
};

/** How the subject stands to those it is said to pass, by one measure. */
interface Standing {
  readonly measure: Measure;
  /** True or false where bounds decide it. */
  readonly leads: boolean | undefined;
  readonly findings: readonly Finding[];
}

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
  const findings = [...now.flatMap((one) => one.findings), ...(signed?.findings ?? [])];
  const later = firstDayOfLead(bench, claim, object);
  if (later !== undefined) findings.push(later.finding);
  const by = (measure: Measure): Standing | undefined => now.find((one) => one.measure === measure);
  const committed = open ? (signed?.leads ?? by('committed')?.leads) : by('committed')?.leads;
  const stake = by('stake')?.leads;
  const verdict = verdictOf(meant, committed, stake);
  const rival = claim.over ?? 'every other investor';
  const condition = open && by('committed')?.leads !== true ? 'only if the deal is signed' : undefined;
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
      : `by stake ${stake ? 'it leads too' : 'it does not lead'}`;
  const text = `${money}${when}; ${share}.`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The ledger's ranking; undefined when nothing is known of the issuer's investors. */
function rankingOf(
  { rankInvestors, knownOn }: Bench,
  issuer: string,
  measure: Measure,
  asOf: PlainDate,
): InvestorRanking | undefined {
  const ranked = rankInvestors?.({ issuer, measure, asOf, knownOn });
  return ranked?.ok ? ranked.value : undefined;
}

/** The subject beside the named rival, or beside all others where none is named. */
function standing(
  bench: Bench,
  claim: RankClaim,
  issuer: string,
  measure: Measure,
  asOf: PlainDate,
): Standing {
  const ranking = rankingOf(bench, issuer, measure, asOf);
  if (ranking === undefined) return { measure, leads: undefined, findings: [] };
  const mine = rowOf(bench, ranking, claim.subject);
  const rivals = rivalsOf(bench, ranking, claim);
  const findings = [mine, ...rivals]
    .filter((row) => row !== undefined)
    .map((row) => rowFinding(bench, ranking, row, measure, asOf));
  const leads = rivals.length === 0 ? undefined : isAboveAll(bench, ranking, mine, rivals);
  return { measure, leads, findings };
}

const rowOf = (bench: Bench, { rows }: InvestorRanking, name: string): RankingRow | undefined =>
  rows.find(({ party }) => sameParty(bench, party, name));

function rivalsOf(
  bench: Bench,
  ranking: InvestorRanking,
  { subject, over }: RankClaim,
): readonly RankingRow[] {
  const others = ranking.rows.filter(({ party, group }) => !group && !sameParty(bench, party, subject));
  return over === undefined ? others : others.filter(({ party }) => sameParty(bench, party, over));
}

/** True when the subject is certainly above all rivals, false when one is certainly above it or equal. */
function isAboveAll(
  bench: Bench,
  ranking: InvestorRanking,
  mine: RankingRow | undefined,
  rivals: readonly RankingRow[],
): boolean | undefined {
  const own = mine === undefined ? undefined : boundsOfRow(bench, ranking, mine);
  const answers = rivals.map((rival): boolean | undefined => {
    const theirs = boundsOfRow(bench, ranking, rival);
    if (own?.low !== undefined && theirs.high !== undefined && own.low.compare(theirs.high) > 0) return true;
    const top = own === undefined ? undefined : own.high;
    // An investor of whom nothing is reported is not above one of whom something is.
    if (
      theirs.low !== undefined &&
      (own === undefined || (top !== undefined && theirs.low.compare(top) >= 0))
    ) {
      return false;
    }
    return undefined;
  });
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

/** The widest bounds of a row: with and without purchases from other holders. */
function boundsOfRow(bench: Bench, ranking: InvestorRanking, row: RankingRow) {
  const primary = bench.builder.boundsOf(graft(bench.builder, ranking.graph, row.node));
  if (row.withSecondary === undefined) return primary;
  const { high } = bench.builder.boundsOf(graft(bench.builder, ranking.graph, row.withSecondary));
  return { ...primary, ...(high === undefined ? {} : { high }) };
}

function rowFinding(
  bench: Bench,
  ranking: InvestorRanking,
  row: RankingRow,
  measure: Measure,
  asOf: PlainDate,
): Finding {
  const node = graft(bench.builder, ranking.graph, row.node);
  const unit = measure === 'stake' ? 'fraction' : ranking.unit;
  const text = formatBounds(bench.builder.boundsOf(node), unit);
  const more =
    row.withSecondary === undefined ? undefined : graft(bench.builder, ranking.graph, row.withSecondary);
  const counted =
    more === undefined
      ? ''
      : `, with purchases from holders ${formatBounds(bench.builder.boundsOf(more), unit)}`;
  const note = row.note === undefined ? '' : ` (${row.note})`;
  return {
    text: `By ${MEASURE_WORDS[measure]} as of ${asOf}: ${row.party} ${text}${counted}${note}.`,
    node: more ?? node,
    evidence: row.statements,
  };
}

/** The ranking by committed money once the deal of the document is added to what the subject has committed. */
function ifSigned(
  bench: Bench,
  claim: RankClaim,
  issuer: string,
): Pick<Standing, 'leads' | 'findings'> | undefined {
  const planned = plannedAmount(bench, claim, issuer);
  const ranking = rankingOf(bench, issuer, 'committed', bench.spokenOn);
  if (planned === undefined || ranking === undefined) return undefined;
  const { builder } = bench;
  const grounds = [{ kind: planned.kind, id: planned.id }];
  const added = amountNode(bench, `planned by ${claim.subject}`, planned.amount, grounds, {
    basis: 'not signed',
  });
  const mine = rowOf(bench, ranking, claim.subject);
  const before = mine === undefined ? undefined : graft(builder, ranking.graph, mine.node);
  const unit = ranking.unit;
  const total =
    before === undefined
      ? added
      : builder.formula({
          label: `committed by ${claim.subject}, if the deal is signed`,
          unit,
          basis: 'committed',
          operator: 'add',
          operands: [before, added],
        });
  const rivals = rivalsOf(bench, ranking, claim);
  const { low } = builder.boundsOf(total);
  const answers = rivals.map((rival): boolean | undefined => {
    const theirs = boundsOfRow(bench, ranking, rival);
    if (low !== undefined && theirs.high !== undefined) return low.compare(theirs.high) > 0;
    return undefined;
  });
  const leads = answers.includes(undefined) || answers.length === 0 ? undefined : !answers.includes(false);
  const names = listed(rivals.slice(0, 3).map(({ party }) => party));
  const text = formatBounds(builder.boundsOf(total), unit);
  const shared = passedOn(bench, claim.subject, issuer);
  return {
    leads,
    findings: [
      {
        text: `If the deal is signed ${claim.subject} has committed ${text}${names === '' ? '' : `, beside ${names}`}.`,
        node: total,
        evidence: [planned.id, ...(mine?.statements ?? [])],
      },
      ...shared,
    ],
  };
}

/** What the subject is to put in, by the document; else by others. */
function plannedAmount(
  bench: Bench,
  claim: RankClaim,
  issuer: string,
): { readonly kind: 'claim' | 'fact'; readonly id: string; readonly amount: StatedAmount } | undefined {
  const own = othersOfType(bench, 'investment')
    .filter(({ claim: one }) => isOpen(one.status) && sameParty(bench, one.investor, claim.subject))
    .find(({ claim: one }) => sameParty(bench, one.issuer, issuer) && one.amount !== undefined);
  if (own?.claim.amount !== undefined) return { kind: 'claim', id: own.id, amount: own.claim.amount };
  const led = othersOfType(bench, 'round')
    .filter(({ claim: one }) => isOpen(one.status) && sameParty(bench, one.issuer, issuer))
    .find(({ claim: one }) => one.leads.some((lead) => sameParty(bench, lead, claim.subject)));
  if (led?.claim.amount !== undefined) return { kind: 'claim', id: led.id, amount: led.claim.amount };
  const reported = statementsOfType(bench, 'investment')
    .filter(({ body }) => isOpen(body.status) && sameParty(bench, body.investor, claim.subject))
    .filter(({ body }) => sameParty(bench, body.issuer, issuer))
    .sort((one, other) => (one.knownFrom > other.knownFrom ? -1 : 1))
    .find(({ body }) => body.amount !== undefined);
  if (reported?.body.amount === undefined) return undefined;
  return { kind: reported.kind, id: reported.id, amount: reported.body.amount };
}

/** That part of the amount may come from others. */
function passedOn(bench: Bench, investor: string, issuer: string): readonly Finding[] {
  return statementsOfType(bench, 'syndication')
    .filter(({ body }) => sameParty(bench, body.investor, investor) && sameParty(bench, body.issuer, issuer))
    .filter(({ body }) => isOpen(body.status) && body.amount !== undefined)
    .slice(-1)
    .map(({ id, kind, body }) => {
      const node =
        body.amount === undefined
          ? undefined
          : amountNode(bench, `to be passed on by ${investor}`, body.amount, [{ kind, id }]);
      return {
        text: `Of the deal ${investor} may pass part on to co-investors, which would be their money.`,
        ...(node === undefined ? {} : { node }),
        evidence: [id],
      };
    });
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
    const evidence = findings.flatMap((one) => one.evidence);
    const node = findings[0]?.node;
    const text = `By money committed ${claim.subject} leads from ${day}: ${findings.map((one) => one.text.replace(/^.*?: |\.$/g, '')).join('; ')}.`;
    return { day, finding: { text, evidence, ...(node === undefined ? {} : { node }) } };
  }
  return undefined;
}
