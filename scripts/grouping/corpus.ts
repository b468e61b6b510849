import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expectOk } from '@tranche/core/result';
import { claimId, claimToJson, type JsonObject, type LedgerClaim } from '@tranche/ledger/claim';
import type { Judgement } from '@tranche/ledger/judgement';
import type { Ledger } from '@tranche/ledger/statement';
import { readReport } from '@tranche/reader/read';
import { goldLedger } from '../../packages/ledger/test/gold-ledger.ts';
import { labelsOfRead } from './match-claims.ts';

const CORPUS = fileURLToPath(new URL('../../packages/reader/corpus', import.meta.url));

export interface GoldText {
  readonly id: string;
  readonly cluster: string;
  readonly claims: readonly JsonObject[];
}

/** Claims to be grouped, with the label that people gave to some of them; the claims themselves have none. */
export interface Labelled {
  readonly ledger: Ledger;
  /** By claim id. */
  readonly labels: ReadonlyMap<string, { readonly label: string; readonly text: string }>;
  /** Labelled claims of the corpus that were not found among the claims. */
  readonly unread: number;
}

export const goldTexts = (): readonly GoldText[] =>
  JSON.parse(fs.readFileSync(path.join(CORPUS, 'gold.json'), 'utf8')) as readonly GoldText[];

export const textOf = (id: string): string =>
  fs.readFileSync(path.join(CORPUS, 'texts', `${id}.txt`), 'utf8');

/** The annotated claims. */
export const annotated = (): Labelled => ({ ...goldLedger(), unread: 0 });

/**
 * What the reader finds in texts; a claim of its own has the label of the annotated claim that it matches by type and
 * core fields (`labelsOfRead`), and one that matches none is grouped with the others and not scored.
 */
export function read(
  texts: readonly (Pick<GoldText, 'id' | 'claims'> & { readonly text: string })[],
  judgements: readonly Judgement[] = [],
): Labelled {
  const labels = new Map<string, { readonly label: string; readonly text: string }>();
  let unread = 0;
  const documents = texts.map(({ id, claims: gold, text }) => {
    const { source, claims } = expectOk(readReport(text, { name: id }));
    const held = claims.map(
      (claim): LedgerClaim => ({ id: claimId(source.id, claim), sourceId: source.id, claim }),
    );
    const found = labelsOfRead(gold, claims.map(claimToJson));
    for (const [index, label] of found.labels) {
      const claim = held[index];
      if (claim !== undefined) labels.set(claim.id, { label, text: id });
    }
    unread += found.unread;
    return { source, claims: held };
  });
  const ledger: Ledger = {
    sources: documents.map(({ source }) => source),
    claims: documents.flatMap(({ claims }) => claims),
    judgements,
    facts: [],
  };
  return { ledger, labels, unread };
}
