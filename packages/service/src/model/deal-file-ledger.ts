import type { Failure, Place } from '@tranche/core/result';
import {
  type DealFile,
  judgementsOfFile,
  type Path,
  readDealFile,
  statementsOfFile,
} from '@tranche/formats/deal-file';
import { type LogEntry, replay } from '@tranche/ledger/log';
import type { Ledger } from '@tranche/ledger/statement';
import { referenceFacts } from '@tranche/reference/facts';
import { type ReadDocument, readFileAt, requirePublished } from '../document/index.ts';
import type { FileAccess } from '../ports/index.ts';
import { decodeDocument, MAX_DOCUMENT_BYTES } from '../text/index.ts';

export type WithFailures<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failures: readonly Failure[] };

export interface DealFileContent {
  readonly file: DealFile;
  readonly documents: readonly ReadDocument[];
  /** Where a field stands in the file. */
  readonly placeOf: (path: Path) => Place;
}

/**
 * A deal file with its sources read. Every failure is found in one go, with its line and column in the deal file.
 * Fails: as `readDealFile`; SOURCE_NOT_FOUND, and the codes of `readFileAt`, at the source's line.
 */
export async function loadDealFile(files: FileAccess, path: string): Promise<WithFailures<DealFileContent>> {
  const text = await textOf(files, path);
  if (!text.ok) return text;
  const read = readDealFile(text.value, path);
  if (!read.ok) return read;
  const failures: Failure[] = [];
  const documents = new Map<string, ReadDocument>();
  for (const [index, pattern] of (read.value.sources ?? []).entries()) {
    const refuse = (failure: Failure): void => {
      const place = read.placeOf(['sources', index]);
      failures.push({
        ...failure,
        path: `sources[${index}]`,
        message: `${pattern}: ${failure.message}`,
        place,
      });
    };
    const found = await files.list(pattern, files.folderOf(path));
    if (!found.ok) {
      refuse({
        ...found.failure,
        code: found.failure.code === 'FILE_NOT_FOUND' ? 'SOURCE_NOT_FOUND' : found.failure.code,
      });
      continue;
    }
    for (const file of found.value) {
      const read = await readFileAt(files, file);
      for (const failure of read.failures) refuse({ ...failure, message: `${file}: ${failure.message}` });
      for (const document of read.documents) {
        const published = requirePublished(document);
        if (published.ok) documents.set(document.source.id, document);
        else refuse({ ...published.failure, message: `${file}: ${published.failure.message}` });
      }
    }
  }
  if (failures.length > 0) return { ok: false, failures };
  return { ok: true, value: { file: read.value, documents: [...documents.values()], placeOf: read.placeOf } };
}

/** The ledger that a deal file amounts to: its sources, the reference facts if wanted, and what its author adds. */
export function ledgerOf({ file, documents }: Omit<DealFileContent, 'placeOf'>): Ledger {
  const entries: LogEntry[] = [
    ...documents.map(({ source, claims }) => ({ kind: 'source_added' as const, source, claims })),
    ...judgementsOfFile(file).map((judgement) => ({ kind: 'judgement_made' as const, judgement })),
  ];
  return replay(entries, [...(file.reference ? referenceFacts() : []), ...statementsOfFile(file)]);
}

async function textOf(files: FileAccess, path: string): Promise<WithFailures<string>> {
  const bytes = await files.read(path, MAX_DOCUMENT_BYTES);
  const decoded = bytes.ok ? decodeDocument(bytes.value, path) : bytes;
  return decoded.ok ? { ok: true, value: decoded.value.text } : { ok: false, failures: [decoded.failure] };
}
