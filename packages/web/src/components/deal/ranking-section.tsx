import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { RankingView } from '@tranche/service/views';
import { useState } from 'react';
import { rankingQuery } from '../../api/queries.ts';
import type { Measure } from '../../api/types.ts';
import { useChangeSearch } from '../../app/use-change-search.ts';
import { EvidenceFold } from '../evidence/evidence-item.tsx';
import { FailureNote, Loading } from '../feedback/feedback.tsx';
import { DerivationScope } from '../figure/derivation-scope.tsx';
import { FigureButton } from '../figure/figure-button.tsx';
import { DataTable } from '../layout/data-table.tsx';
import { Section } from '../layout/section.tsx';
import classes from './ranking.module.css';

const MEASURES: readonly { readonly value: Measure; readonly label: string }[] = [
  { value: 'committed', label: 'Committed' },
  { value: 'paid', label: 'Paid' },
  { value: 'stake', label: 'Stake' },
];

/** The investors shown at once; the rest on demand. */
const ROWS_AT_FIRST = 8;

/** Name of the answer whose derivation holds the ranking's figures. */
export const RANKING_SCOPE = 'ranking';

/** Who is the largest investor of the issuer, by a chosen measure; honest where it cannot be told. */
export function RankingSection({ issuer }: { readonly issuer: string }) {
  const { measure = 'committed', as_of, known_on } = useSearch({ from: '__root__' });
  const changeSearch = useChangeSearch();
  const ranking = useQuery(rankingQuery(issuer, measure, { as_of, known_on }));
  return (
    <Section
      anchor="ranking"
      title={`Largest investors in ${issuer}`}
      aside={
        <SegmentedControl
          aria-label="Measure"
          size="sm"
          data={[...MEASURES]}
          value={measure}
          classNames={{
            root: classes.measures ?? '',
            label: classes.measure ?? '',
            indicator: classes.chosen ?? '',
          }}
          onChange={(value) => {
            const chosen = MEASURES.find((known) => known.value === value)?.value;
            if (chosen !== undefined)
              changeSearch((search) => ({ ...search, measure: chosen }), { replace: true });
          }}
        />
      }
    >
      {ranking.isPending && <Loading what="the ranking" />}
      {ranking.isError && <FailureNote error={ranking.error} again={() => void ranking.refetch()} />}
      {ranking.data !== undefined && <Ranking ranking={ranking.data} busy={ranking.isPlaceholderData} />}
    </Section>
  );
}

function Ranking({ ranking, busy }: { readonly ranking: RankingView; readonly busy: boolean }) {
  const [all, setAll] = useState(false);
  const shown = all ? ranking.rows : ranking.rows.slice(0, ROWS_AT_FIRST);
  const widest = Math.max(...ranking.rows.map(({ figure }) => figure.approximate ?? 0));
  return (
    <DerivationScope name={RANKING_SCOPE}>
      <div aria-busy={busy} className={classes.ranking}>
        <p className={classes.answer} data-decided={ranking.decided}>
          {!ranking.decided && <strong>Cannot tell. </strong>}
          {ranking.answer}
        </p>
        <p className={classes.basis}>{ranking.basis}</p>
        {ranking.rows.length > 0 && (
          <DataTable
            caption={`Investors by ${ranking.measure}`}
            rows={shown}
            rowKey={({ party }) => party}
            columns={[
              {
                key: 'party',
                head: 'Investor',
                rowHead: true,
                cell: ({ rank, party, group }) => (
                  <>
                    <span className={classes.rank}>{group ? '–' : rank}</span>
                    {party}
                    {group && <span className={classes.group}> several parties together</span>}
                  </>
                ),
              },
              {
                key: 'figure',
                head: MEASURES.find(({ value }) => value === ranking.measure)?.label ?? ranking.measure,
                cell: ({ party, figure, withSecondary }) => (
                  <div className={classes.amount}>
                    <span>
                      <FigureButton figure={figure} label={`${ranking.measure}, ${party}`} />
                      {withSecondary !== undefined && (
                        <span className={classes.note}>
                          {' '}
                          with purchases from holders{' '}
                          <FigureButton
                            figure={withSecondary}
                            label={`${ranking.measure}, ${party}, with purchases from other holders`}
                          />
                        </span>
                      )}
                    </span>
                    {figure.approximate !== undefined && widest > 0 && (
                      <meter
                        className={classes.bar}
                        aria-hidden="true"
                        min={0}
                        max={widest}
                        value={figure.approximate}
                        data-vague={figure.low !== figure.high || undefined}
                      />
                    )}
                  </div>
                ),
              },
              {
                key: 'note',
                head: 'Note',
                cell: ({ note, evidence }) => (
                  <div className={classes.noteLine}>
                    <span className={classes.note}>{note}</span>
                    <EvidenceFold evidence={evidence} />
                  </div>
                ),
              },
            ]}
          />
        )}
        {ranking.rows.length > ROWS_AT_FIRST && (
          <button type="button" className={classes.more} onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : `Show all ${ranking.rows.length}`}
          </button>
        )}
        {ranking.assumptions.length > 0 && (
          <ul className={classes.assumptions} aria-label="Assumptions of the ranking">
            {ranking.assumptions.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        )}
      </div>
    </DerivationScope>
  );
}
