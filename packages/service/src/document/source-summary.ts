import type { Source } from '@tranche/ledger/source';
import type { SourceSummaryView } from '../views/index.ts';

export function sourceSummaryOf(source: Source, claims: number): SourceSummaryView {
  const { id, name, title, publisher, published, tier } = source;
  return {
    id,
    name,
    title,
    ...(publisher === undefined ? {} : { publisher }),
    ...(published === undefined ? {} : { published }),
    tier,
    claims,
  };
}
