import type { PlainDate } from '@tranche/core/time';
import type { Claim, ClaimBody, LedgerClaim } from '../claim/index.ts';
import type { Source } from '../source/index.ts';
import type { Statement } from './statement.ts';

/** What a claim says, without where; known from its source's publication. */
export function statementOfClaim(
  { id, sourceId, claim }: LedgerClaim,
  source: Source,
  knownFrom: PlainDate,
): Statement {
  return {
    id,
    kind: 'claim',
    body: bodyOf(claim),
    knownFrom,
    // What a model drafted vouches for nothing, whoever the text names.
    tier: claim.drafted_by === undefined ? (claim.attribution?.kind ?? source.tier) : 'unattributed',
    origin: originOf(claim, source),
    denied: claim.denied ?? false,
    ...(claim.hedge === undefined ? {} : { hedge: claim.hedge }),
    ...(claim.drafted_by === undefined ? {} : { draftedBy: claim.drafted_by }),
    sourceId,
    quote: claim.quote,
    quoteSpan: claim.quote_span,
  };
}

const GROUNDING: ReadonlySet<string> = new Set([
  'quote',
  'quote_span',
  'spans',
  'attribution',
  'hedge',
  'denied',
  'drafted_by',
]);

const bodyOf = (claim: Claim): ClaimBody =>
  Object.fromEntries(
    Object.entries(claim).filter(([field]) => !GROUNDING.has(field)),
  ) as unknown as ClaimBody;

/**
 * Two reports of one origin are one source: the outlet that is passed on, the party whose paper is quoted, the
 * publisher that repeats itself, or the text itself where no publisher is known.
 */
function originOf(claim: Claim, source: Source): string {
  const { kind, name, relay_of } = claim.attribution ?? {};
  if (relay_of !== undefined) return `outlet:${folded(relay_of)}`;
  if (name !== undefined && (kind === 'filing' || kind === 'party_statement')) return `party:${folded(name)}`;
  return source.publisher === undefined ? `text:${source.sha256}` : `outlet:${folded(source.publisher)}`;
}

const folded = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** The order in which things became known; within a day by source and place. */
export function inOrder(one: Statement, other: Statement): number {
  return (
    compare(one.knownFrom, other.knownFrom) ||
    compare(one.sourceId ?? '', other.sourceId ?? '') ||
    (one.quoteSpan?.[0] ?? 0) - (other.quoteSpan?.[0] ?? 0) ||
    compare(one.id, other.id)
  );
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
