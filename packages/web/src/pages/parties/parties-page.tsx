import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { PartyView } from '@tranche/service/views';
import { partiesQuery } from '../../api/queries.ts';
import { useChangeSearch } from '../../app/use-change-search.ts';
import { Empty, FailureNote, Loading } from '../../components/feedback/feedback.tsx';
import { counted, wordsOf } from '../../components/format.ts';
import { JudgementList } from '../../components/judgement/judgement-list.tsx';
import { DateLine } from '../../components/known-on/date-line.tsx';
import { DataTable } from '../../components/layout/data-table.tsx';
import { PageHead } from '../../components/layout/page-head.tsx';
import { Section } from '../../components/layout/section.tsx';
import { LikelyPairs } from './likely-pairs.tsx';
import classes from './parties-page.module.css';
import { SplitName } from './split-name.tsx';

/** Who is who: each party with every way in which it is written, and why each name stands for it. */
export function PartiesPage() {
  const search = useSearch({ from: '__root__' });
  const changeSearch = useChangeSearch();
  const parties = useQuery(partiesQuery(search));
  const all = parties.data?.parties ?? [];
  const wanted = (search.q ?? '').toLowerCase();
  const shown = all.filter(({ names }) => names.some(({ name }) => name.toLowerCase().includes(wanted)));
  const judged = [
    ...new Map(all.flatMap(({ judgements }) => judgements).map((one) => [one.id, one])).values(),
  ];
  return (
    <>
      <PageHead title="Parties">
        <p className={classes.lead}>
          Companies, investors and people that the sources name. Names stand for one party by a list of
          aliases or by a judgement, never because they look alike.
        </p>
      </PageHead>
      <div className={classes.controls}>
        <TextInput
          label="Find"
          placeholder="Name"
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
      {parties.isPending && <Loading what="the parties" />}
      {parties.isError && <FailureNote error={parties.error} again={() => void parties.refetch()} />}
      {parties.data !== undefined && shown.length === 0 && (
        <Empty title="Nobody found">
          <p>No source known by this date names such a party.</p>
        </Empty>
      )}
      {shown.length > 0 && (
        <div aria-busy={parties.isPlaceholderData}>
          <LikelyPairs parties={shown} />
          {judged.length > 0 && (
            <Section anchor="judged" title="Judged">
              <JudgementList judgements={judged} label="Judgements about parties" />
            </Section>
          )}
          <Section anchor="all" title={counted(shown.length, 'party', 'parties')}>
            <DataTable caption="Parties" rows={shown} rowKey={({ id }) => id} columns={COLUMNS} />
          </Section>
        </div>
      )}
    </>
  );
}

const COLUMNS = [
  {
    key: 'name',
    head: 'Party',
    rowHead: true,
    cell: ({ name, parent }: PartyView) => (
      <>
        <span className={classes.name}>{name}</span>
        {parent !== undefined && <span className={classes.parent}>belongs to {parent.name}</span>}
      </>
    ),
  },
  {
    key: 'names',
    head: 'Written as',
    cell: ({ names }: PartyView) => (
      <ul className={classes.names}>
        {names.map((seen) => (
          <li key={seen.name}>
            {seen.name}
            {seen.relation !== undefined && (
              <span className={classes.relation} title={seen.because}>
                {wordsOf(seen.relation)}
              </span>
            )}
            {seen.because !== undefined && seen.relation !== 'kept_apart' && (
              <SplitName name={seen.name} because={seen.because} />
            )}
          </li>
        ))}
      </ul>
    ),
  },
  { key: 'statements', head: 'Statements', numeric: true, cell: ({ statements }: PartyView) => statements },
];
