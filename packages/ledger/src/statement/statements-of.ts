import type { PlainDate } from '@tranche/core/time';
import type { Claim, ClaimBody, LedgerClaim } from '../claim/index.ts';
import type { Source } from '../source/index.ts';
import type { Ledger } from './ledger.ts';
import type { Statement } from './statement.ts';

/**
 * What had been said by the end of a day, in a fixed order: by the day it became known, then by source and place.
 * A claim is known from its source's publication, a fact from its own day; what bears no date is not known yet.
 * The order of the ledger's own lists does not matter. Fails: never.
 */
export function statementsOf(ledger: Ledger, knownOn: PlainDate): readonly Statement[] {
  return allStatements(ledger).filter(({ knownFrom }) => knownFrom <= knownOn);
}

/** A ledger never changes, so that its statements are ordered once. */
const ordered = new WeakMap<Ledger, readonly Statement[]>();

/** Everything that is dated, in the order of `statementsOf`, whenever it became known. */
export function allStatements(ledger: Ledger): readonly Statement[] {
  const known = ordered.get(ledger);
  if (known !== undefined) return known;
  const sources = new Map(ledger.sources.map((source) => [source.id, source]));
  const fromTexts = ledger.claims.flatMap((claim) => {
    const source = sources.get(claim.sourceId);
    return source?.published === undefined ? [] : [statementOfClaim(claim, source, source.published)];
  });
  const statements = [...fromTexts, ...ledger.facts].sort(inOrder);
  ordered.set(ledger, statements);
  return statements;
}

function statementOfClaim(
  { id, sourceId, claim }: LedgerClaim,
  source: Source,
  knownFrom: PlainDate,
): Statement {
  return {
    id,
    kind: 'claim',
    body: bodyOf(claim),
    knownFrom,
    tier: claim.attribution?.kind ?? source.tier,
    origin: originOf(claim, source),
    denied: claim.denied ?? false,
    ...(claim.hedge === undefined ? {} : { hedge: claim.hedge }),
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

function inOrder(one: Statement, other: Statement): number {
  return (
    compare(one.knownFrom, other.knownFrom) ||
    compare(one.sourceId ?? '', other.sourceId ?? '') ||
    (one.quoteSpan?.[0] ?? 0) - (other.quoteSpan?.[0] ?? 0) ||
    compare(one.id, other.id)
  );
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
