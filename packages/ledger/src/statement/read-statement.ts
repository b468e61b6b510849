import type { PlainDate } from '@tranche/core/time';
import type { Claim, ClaimBody, LedgerClaim } from '../claim/index.ts';
import { originOf } from '../origin/index.ts';
import type { Source } from '../source/index.ts';
import type { Statement } from './statement.ts';

/**
 * What a claim says, without where; known from its source's publication. `first` is the source that told the story
 * first, which may be the source itself.
 */
export function statementOfClaim(
  { id, sourceId, claim }: LedgerClaim,
  source: Source,
  first: Source,
  knownFrom: PlainDate,
): Statement {
  return {
    id,
    kind: 'claim',
    body: bodyOf(claim),
    knownFrom,
    // What a model drafted vouches for nothing, whoever the text names.
    tier: claim.drafted_by === undefined ? (claim.attribution?.kind ?? source.tier) : 'unattributed',
    origin: originOf(claim, first),
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
