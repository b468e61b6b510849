import { createHash } from 'node:crypto';
import { expectOk } from '@tranche/core/result';
import { parsePlainDate } from '@tranche/core/time';
import { claimBodyFromJson } from '@tranche/ledger/claim';
import type { Judgement } from '@tranche/ledger/judgement';
import type { Statement } from '@tranche/ledger/statement';
import type { DealFile } from './schema.ts';

/** What the author of a file states, as the ledger's facts: with references instead of a quote. */
export function statementsOfFile(file: DealFile): readonly Statement[] {
  return file.statements.map((stated) => ({
    id: stated.id ?? idOf('f', stated),
    kind: 'fact',
    body: expectOk(claimBodyFromJson(stated.claim)),
    knownFrom: expectOk(parsePlainDate(stated.known_from)),
    tier: stated.tier,
    origin: stated.origin ?? `file:${file.name}`,
    denied: false,
    references: stated.references.map(({ title, url, published }) => ({
      title,
      url,
      ...(published === undefined ? {} : { published }),
    })),
    ...(stated.note === undefined ? {} : { note: stated.note }),
  }));
}

export function judgementsOfFile(file: DealFile): readonly Judgement[] {
  return file.judgements.map((made) => ({
    id: idOf('j', made),
    decision: made.decision,
    by: made.by,
    when: expectOk(parsePlainDate(made.when)),
    why: made.why,
  }));
}

const idOf = (prefix: string, content: unknown): string =>
  `${prefix}-${createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16)}`;
