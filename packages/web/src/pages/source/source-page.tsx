import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import type { SourceView } from '@tranche/service/views';
import { sourceQuery } from '../../api/queries.ts';
import { FailureNote, Loading } from '../../components/feedback/feedback.tsx';
import { formatDate, sentence, wordsOf } from '../../components/format.ts';
import { PageHead } from '../../components/layout/page-head.tsx';
import { JoinedDeals } from '../../components/report/joined-deals.tsx';
import { ReportView } from '../../components/report/report-view.tsx';
import { OriginNote } from './origin-note.tsx';
import classes from './source-page.module.css';

/** One source: its text with the claims marked, and whether they hold. */
export function SourcePage() {
  const { sourceId } = useParams({ from: '/sources/$sourceId' });
  const { claim, at } = useSearch({ from: '__root__' });
  const source = useQuery(sourceQuery(sourceId));
  if (source.isPending) return <Loading what="the source" />;
  if (source.data === undefined) {
    return (
      <>
        <PageHead title="Source" />
        <FailureNote error={source.error} again={() => void source.refetch()} />
      </>
    );
  }
  return (
    <>
      <PageHead title={source.data.title} kicker={kickerOf(source.data)}>
        <JoinedDeals claims={source.data.claims} />
        <OriginNote source={source.data} />
        {source.data.url !== undefined && (
          <p className={classes.url}>
            <a href={source.data.url} rel="noopener noreferrer" target="_blank">
              {source.data.url}
            </a>
          </p>
        )}
        <p className={classes.url}>
          <a href={printable(source.data.id)} target="_blank" rel="noopener">
            Page to print
          </a>{' '}
          · <a href={`/api/sources/${encodeURIComponent(source.data.id)}/claim-review`}>ClaimReview</a>
        </p>
      </PageHead>
      <ReportView
        isStored
        source={source.data}
        shownClaim={claim}
        shownAt={at === undefined ? undefined : Number.parseInt(at, 10)}
      />
    </>
  );
}

const printable = (id: string): string => `/api/sources/${encodeURIComponent(id)}/page`;

const kickerOf = ({ publisher, author, published, tier, language }: SourceView): string =>
  [
    sentence(publisher ?? 'publisher not stated'),
    author,
    published === undefined ? 'no date' : formatDate(published),
    wordsOf(tier),
    language,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
