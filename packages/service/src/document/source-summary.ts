import type { Likeness } from '@tranche/ledger/origin';
import type { Source } from '@tranche/ledger/source';
import type { SameStoryView, SourceSummaryView } from '../views/index.ts';

/** What is known of a source besides its text and its claims: where it comes from, and what it repeats. */
export function aboutSource(source: Source, copied: Likeness | undefined): Omit<SourceSummaryView, 'claims'> {
  const { id, name, title, publisher, published, author, language, tier, relayOf, sha256 } = source;
  return {
    id,
    name,
    title,
    ...(publisher === undefined ? {} : { publisher }),
    ...(published === undefined ? {} : { published }),
    ...(author === undefined ? {} : { author }),
    ...(language === undefined ? {} : { language }),
    tier,
    ...(relayOf === undefined ? {} : { relayOf }),
    ...(copied === undefined ? {} : { sameAs: sameStoryOf(copied) }),
    sha256,
  };
}

function sameStoryOf({ source, sharePercent }: Likeness): SameStoryView {
  const { id, name, title, publisher, published } = source;
  return {
    id,
    name,
    title,
    ...(publisher === undefined ? {} : { publisher }),
    ...(published === undefined ? {} : { published }),
    sharePercent,
  };
}
