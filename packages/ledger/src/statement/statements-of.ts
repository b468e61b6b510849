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
  const sources = new Map(ledger.sources.map((source) => [source.id, source]));
  const known = ledger.claims.flatMap((claim) => {
    const source = sources.get(claim.sourceId);
    const published = source?.published;
    return source === undefined || published === undefined || published > knownOn
      ? []
      : [{ claim, source, published }];
  });
  const relayed = relayedOutlets(known.map(({ claim }) => claim));
  const fromTexts = known.map(({ claim, source, published }) =>
    statementOfClaim(claim, source, published, relayed),
  );
  const facts = ledger.facts.filter((fact) => fact.knownFrom <= knownOn);
  return [...fromTexts, ...facts].sort(inOrder);
}

function statementOfClaim(
  { id, sourceId, claim }: LedgerClaim,
  source: Source,
  knownFrom: PlainDate,
  relayed: ReadonlySet<string>,
): Statement {
  return {
    id,
    kind: 'claim',
    body: bodyOf(claim),
    knownFrom,
    tier: claim.attribution?.kind ?? source.tier,
    origin: originOf(claim, source, relayed),
    denied: claim.denied ?? false,
    ...(claim.hedge === undefined ? {} : { hedge: claim.hedge }),
    sourceId,
    quote: claim.quote,
    quoteSpan: claim.quote_span,
  };
}

function bodyOf(claim: Claim): ClaimBody {
  const { quote, quote_span, spans, attribution, hedge, denied, ...body } = claim;
  return body;
}

/**
 * Two reports of one origin are one source: the outlet that is passed on, the party whose paper is quoted, or
 * the text itself, so that a copy under another name counts once.
 */
function originOf(claim: Claim, source: Source, relayed: ReadonlySet<string>): string {
  const { kind, name, relay_of } = claim.attribution ?? {};
  if (relay_of !== undefined) return `outlet:${folded(relay_of)}`;
  if (name !== undefined && (kind === 'filing' || kind === 'party_statement')) return `party:${folded(name)}`;
  const publisher = source.publisher === undefined ? undefined : folded(source.publisher);
  if (publisher !== undefined && relayed.has(publisher)) return `outlet:${publisher}`;
  return `text:${source.sha256}`;
}

const relayedOutlets = (claims: readonly LedgerClaim[]): ReadonlySet<string> =>
  new Set(
    claims.flatMap(({ claim }) =>
      claim.attribution?.relay_of === undefined ? [] : [folded(claim.attribution.relay_of)],
    ),
  );

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
