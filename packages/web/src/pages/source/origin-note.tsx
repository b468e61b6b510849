import { Link, useSearch } from '@tanstack/react-router';
import type { SourceView } from '@tranche/service/views';
import { datesOf } from '../../app/search.ts';
import { formatDate } from '../../components/format.ts';

/** Why a source does not count as one of its own: whom it passes on, and whose story it tells again. */
export function OriginNote({ source: { relayOf, sameAs } }: { readonly source: SourceView }) {
  const search = useSearch({ from: '__root__' });
  return (
    <>
      {relayOf !== undefined && <p>Passes on a report of {relayOf}; the two count as one source.</p>}
      {sameAs !== undefined && (
        <p>
          Same story as{' '}
          <Link to="/sources/$sourceId" params={{ sourceId: sameAs.id }} search={datesOf(search)}>
            {sameAs.title}
          </Link>{' '}
          (
          {[sameAs.publisher, sameAs.published === undefined ? undefined : formatDate(sameAs.published)]
            .filter((part) => part !== undefined)
            .join(', ')}
          {sameAs.publisher === undefined && sameAs.published === undefined ? '' : '; '}
          {sameAs.sharePercent}% of the wording in common); the two count as one source.
        </p>
      )}
    </>
  );
}
