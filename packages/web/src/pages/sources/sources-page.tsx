import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { sourcesQuery } from '../../api/queries.ts';
import { datesOf } from '../../app/search.ts';
import { useChangeSearch } from '../../app/use-change-search.ts';
import { Empty, FailureNote, Loading } from '../../components/feedback/feedback.tsx';
import { counted, formatDate, sentence, wordsOf } from '../../components/format.ts';
import { DateLine } from '../../components/known-on/date-line.tsx';
import { DataTable } from '../../components/layout/data-table.tsx';
import { PageHead } from '../../components/layout/page-head.tsx';
import classes from './sources-page.module.css';

/** All sources of the workspace published by the date, newest first. */
export function SourcesPage() {
  const search = useSearch({ from: '__root__' });
  const changeSearch = useChangeSearch();
  const sources = useQuery(sourcesQuery(search));
  const all = sources.data?.sources ?? [];
  const wanted = (search.q ?? '').toLowerCase();
  const shown = all
    .filter(({ title, publisher = '', name }) =>
      [title, publisher, name].some((text) => text.toLowerCase().includes(wanted)),
    )
    .sort((a, b) => (b.published ?? '').localeCompare(a.published ?? ''));
  return (
    <>
      <PageHead title="Sources">
        <p className={classes.lead}>
          The reports the ledger was read from. Open one to see its claims in the text, and whether they hold.
        </p>
      </PageHead>
      <div className={classes.controls}>
        <TextInput
          label="Find"
          placeholder="Title or publisher"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={search.q ?? ''}
          onChange={(event) => {
            const value = event.currentTarget.value;
            changeSearch(({ q: _before, ...rest }) => (value === '' ? rest : { ...rest, q: value }), {
              replace: true,
            });
          }}
        />
        <DateLine />
      </div>
      {sources.isPending && <Loading what="the sources" />}
      {sources.isError && <FailureNote error={sources.error} again={() => void sources.refetch()} />}
      {sources.data !== undefined && shown.length === 0 && (
        <Empty title={all.length === 0 ? 'No sources yet' : 'Nothing found'}>
          <p>
            <Link to="/read">Read a report</Link> to add one.
          </p>
        </Empty>
      )}
      {shown.length > 0 && (
        <div aria-busy={sources.isPlaceholderData}>
          <DataTable
            caption="Sources"
            rows={shown}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'title',
                head: 'Source',
                rowHead: true,
                cell: ({ id, title }) => (
                  <Link
                    to="/sources/$sourceId"
                    params={{ sourceId: id }}
                    search={datesOf(search)}
                    className={classes.title}
                  >
                    {title}
                  </Link>
                ),
              },
              {
                key: 'publisher',
                head: 'Publisher',
                cell: ({ publisher }) => sentence(publisher ?? 'not stated'),
              },
              {
                key: 'published',
                head: 'Published',
                cell: ({ published }) =>
                  published === undefined ? (
                    'not stated'
                  ) : (
                    <time dateTime={published} className={classes.date}>
                      {formatDate(published)}
                    </time>
                  ),
              },
              { key: 'tier', head: 'Tier', cell: ({ tier }) => sentence(wordsOf(tier)) },
              { key: 'claims', head: 'Claims', numeric: true, cell: ({ claims }) => claims },
            ]}
          />
          <output className={classes.count}>
            {shown.length === all.length
              ? counted(all.length, 'source')
              : `${shown.length} of ${counted(all.length, 'source')}`}
          </output>
        </div>
      )}
    </>
  );
}
