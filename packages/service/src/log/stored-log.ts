import { fail, ok, type Result } from '@tranche/core/result';
import { type PlainDate, parsePlainDate } from '@tranche/core/time';
import {
  claimFromJson,
  claimToJson,
  type Json,
  type JsonObject,
  type LedgerClaim,
} from '@tranche/ledger/claim';
import type { LogEntry } from '@tranche/ledger/log';
import type { Source } from '@tranche/ledger/source';
import { z } from 'zod';
import type { StoredEntry } from '../ports/index.ts';
import { decisionView } from '../views/index.ts';

/**
 * A log entry as it is kept: named by the judgement or source it brings, so that adding it twice adds it once.
 * `reading` counts the readings of a source: a later one, by a reader that finds other claims, has a name of its own.
 */
export function toStored(entry: LogEntry, reading = 1): StoredEntry {
  if (entry.kind === 'judgement_made') {
    return { id: entry.judgement.id, kind: entry.kind, body: plain({ judgement: entry.judgement }) };
  }
  const claims = entry.claims.map(({ id, claim }) => ({ id, claim: claimToJson(claim) }));
  const id = reading === 1 ? entry.source.id : `${entry.source.id}#${reading}`;
  return { id, kind: entry.kind, body: plain({ source: entry.source, claims }) };
}

/** Fails: BAD_LOG_ENTRY, naming the entry, when it was written by a later version or damaged outside Tranche. */
export function fromStored({ id, kind, body }: StoredEntry): Result<LogEntry> {
  const judgement = kind === 'judgement_made' ? storedJudgement.safeParse(body.judgement).data : undefined;
  if (kind === 'judgement_made' && judgement !== undefined) return ok({ kind, judgement });
  if (kind !== 'source_added' || !isObject(body.source) || !Array.isArray(body.claims)) {
    return fail('BAD_LOG_ENTRY', id, `this version cannot read the log entry (${kind})`, {
      expected: 'an entry written by this version of Tranche or an earlier one',
    });
  }
  const source = body.source as unknown as Source;
  const claims: LedgerClaim[] = [];
  for (const stored of body.claims as readonly JsonObject[]) {
    const claim = claimFromJson(stored.claim, `${id}.${String(stored.id)}`);
    if (!claim.ok) return fail('BAD_LOG_ENTRY', id, claim.failure.message);
    claims.push({ id: String(stored.id), sourceId: source.id, claim: claim.value });
  }
  return ok({ kind, source, claims });
}

const storedJudgement = z.object({
  id: z.string(),
  decision: decisionView,
  by: z.string(),
  when: z.string().transform((text, context): PlainDate => {
    const day = parsePlainDate(text);
    if (day.ok) return day.value;
    context.addIssue(day.failure.message);
    return z.NEVER;
  }),
  why: z.string(),
});

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What JSON keeps of it: the fields that are there. */
const plain = (value: unknown): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject;
