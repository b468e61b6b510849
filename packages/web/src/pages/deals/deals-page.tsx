import { NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { DealSummaryView } from '@tranche/service/views';
import { dealsQuery } from '../../api/queries.ts';
import { datesOf } from '../../app/search.ts';
import { useChangeSearch } from '../../app/use-change-search.ts';
import { StatusBadge } from '../../components/badges/status-badge.tsx';
import { Empty, FailureNote, Loading } from '../../components/feedback/feedback.tsx';
import { counted, formatDate } from '../../components/format.ts';
import { DateLine } from '../../components/known-on/date-line.tsx';
import { DataTable } from '../../components/layout/data-table.tsx';
import { PageHead } from '../../components/layout/page-head.tsx';
import classes from './deals-page.module.css';
import { DEAL_ORDERS, dealOrderOf, selectDeals } from './order-deals.ts';

/** All deals of the workspace, as known on the date. */
export function DealsPage() {
  const search = useSearch({ from: '__root__' });
  const changeSearch = useChangeSearch();
  const deals = useQuery(dealsQuery(search));
  const order = dealOrderOf(search.sort);
  const all = deals.data?.deals ?? [];
  const shown = selectDeals(all, search.q ?? '', order);
  const set = (key: 'q' | 'sort', value: string) =>
    changeSearch(({ [key]: _before, ...rest }) => (value === '' ? rest : { ...rest, [key]: value }), {
      replace: true,
    });
  return (
    <>
      <div className={classes.top}>
        <PageHead title="Deals">
          <p className={classes.lead}>
            Private financings as the sources tell them. Each line is put together from what was published by
            the date below; open one to see every figure down to its quote.
          </p>
        </PageHead>
        <Link to="/read" search={datesOf(search)} className={classes.action}>
          Read a report
        </Link>
      </div>
      <div className={classes.controls}>
        <TextInput
          label="Find"
          placeholder="Issuer, status, amount"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={search.q ?? ''}
          onChange={(event) => set('q', event.currentTarget.value)}
        />
        <NativeSelect
          label="Order by"
          data={DEAL_ORDERS.map(({ key, label }) => ({ value: key, label }))}
          value={order}
          onChange={(event) => set('sort', event.currentTarget.value)}
        />
        <DateLine />
      </div>
      {deals.isPending && <Loading what="the deals" />}
      {deals.isError && <FailureNote error={deals.error} again={() => void deals.refetch()} />}
      {deals.data !== undefined && all.length === 0 && (
        <Empty title="No deals yet">
          <p>
            {search.known_on === undefined
              ? 'The workspace holds no report with a financing.'
              : `By ${formatDate(search.known_on)} no financing had been reported.`}{' '}
            <Link to="/read">Read a report</Link> to begin.
          </p>
        </Empty>
      )}
      {all.length > 0 && shown.length === 0 && (
        <Empty title="Nothing found">
          <p>No deal holds “{search.q}”.</p>
        </Empty>
      )}
      {shown.length > 0 && (
        <div aria-busy={deals.isPlaceholderData}>
          <DealTable deals={shown} />
          <output className={classes.count}>
            {shown.length === all.length
              ? counted(all.length, 'deal')
              : `${shown.length} of ${counted(all.length, 'deal')}`}
          </output>
        </div>
      )}
    </>
  );
}

function DealTable({ deals }: { readonly deals: readonly DealSummaryView[] }) {
  const search = useSearch({ from: '__root__' });
  return (
    <DataTable
      caption="Deals"
      rows={deals}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'deal',
          head: 'Deal',
          rowHead: true,
          cell: (deal) => (
            <>
              {!deal.title.startsWith(deal.issuer) && <span className={classes.issuer}>{deal.issuer}</span>}
              <Link
                to="/deals/$dealId"
                params={{ dealId: deal.id }}
                search={datesOf(search)}
                className={classes.title}
              >
                {deal.title}
              </Link>
            </>
          ),
        },
        { key: 'status', head: 'Status', cell: ({ status }) => <StatusBadge status={status} /> },
        { key: 'size', head: 'Size', numeric: true, cell: ({ size }) => <strong>{size}</strong> },
        {
          key: 'valuation',
          head: 'Valuation',
          numeric: true,
          cell: ({ valuation }) => valuation ?? <span className={classes.none}>not stated</span>,
        },
        {
          key: 'since',
          head: 'Known since',
          cell: ({ firstKnown, lastKnown }) => (
            <span className={classes.since}>
              <time dateTime={firstKnown}>{formatDate(firstKnown)}</time>
              {lastKnown !== firstKnown && (
                <span className={classes.last}>
                  last news <time dateTime={lastKnown}>{formatDate(lastKnown)}</time>
                </span>
              )}
            </span>
          ),
        },
        { key: 'sources', head: 'Sources', numeric: true, cell: ({ sources }) => sources },
        {
          key: 'conflicts',
          head: 'Disagreements',
          numeric: true,
          cell: ({ conflicts }) =>
            conflicts === 0 ? (
              <span className={classes.none}>none</span>
            ) : (
              <span className={classes.conflicts}>{conflicts}</span>
            ),
        },
      ]}
    />
  );
}
