import type { LedgerClaim } from '@tranche/ledger/claim';
import type { Replay } from '@tranche/ledger/log';
import type { Source } from '@tranche/ledger/source';
import type { StoredEntry } from '../ports/index.ts';
import { toStored } from './stored-log.ts';

interface Read {
  readonly source: Source;
  readonly claims: readonly LedgerClaim[];
}

/**
 * What a log lacks of some documents: those it does not hold, and new readings of those in which the reader of
 * this version finds other claims than the log has. Nothing, when all are there as they are read now.
 */
export function additionsTo(
  log: Pick<Replay, 'readingOf'>,
  documents: readonly Read[],
): readonly StoredEntry[] {
  return documents.flatMap(({ source, claims }) => {
    const { last, count = 0 } = log.readingOf(source.id) ?? {};
    if (last !== undefined && saysTheSame(last.claims, claims)) return [];
    // People know the source by the name and title it has.
    const named =
      last === undefined ? source : { ...source, name: last.source.name, title: last.source.title };
    return [toStored({ kind: 'source_added', source: named, claims }, count + 1)];
  });
}

const saysTheSame = (one: readonly LedgerClaim[], other: readonly LedgerClaim[]): boolean =>
  one.length === other.length && one.every(({ id }, index) => id === other[index]?.id);
