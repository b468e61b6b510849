import { useMediaQuery } from '@mantine/hooks';
import type { TimelineView } from '@tranche/service/views';
import { useMemo } from 'react';
import { useChangeSearch } from '../../app/use-change-search.ts';
import { Chart } from '../charts/chart.tsx';
import { usePalette } from '../charts/palette.ts';
import { EvidenceFold } from '../evidence/evidence-item.tsx';
import { DerivationScope } from '../figure/derivation-scope.tsx';
import { FigureButton } from '../figure/figure-button.tsx';
import { formatDate, sentence, wordsOf } from '../format.ts';
import { DataTable } from '../layout/data-table.tsx';
import { Section } from '../layout/section.tsx';
import { DayButton } from './day-button.tsx';
import { EventList } from './event-list.tsx';
import classes from './story.module.css';
import { storyHeight, storyOption } from './story-option.ts';
import { drawable, type Stretch } from './stretches.ts';

/** Name of the answer whose derivation holds the figures of the story. */
export const STORY_SCOPE = 'story';

/** How each figure evolved, and what happened: as a chart, as tables, as a list. */
export function StorySection({
  timeline,
  knownOn,
}: {
  readonly timeline: TimelineView;
  readonly knownOn: string;
}) {
  const palette = usePalette();
  const narrow = useMediaQuery('(max-width: 44em)') ?? false;
  const lookAt = useLookAt();
  const series = useMemo(() => drawable(timeline.series), [timeline.series]);
  const option = useMemo(
    () => storyOption(series, { knownOn, palette, narrow }),
    [series, knownOn, palette, narrow],
  );
  return (
    <Section
      anchor="story"
      title="The story so far"
      lead="Each figure as it was known at the time. Solid once agreed, dashed before; a band where a range or only a bound was given. Press a mark to go to its day."
    >
      {series.length > 0 && (
        <figure className={classes.figure}>
          <Chart
            option={option}
            height={storyHeight(series)}
            label={`How ${series.map(({ label }) => label).join(', ')} evolved. The same values stand in the table below.`}
            onPick={(data) => {
              const stretch = (data as { readonly stretch?: Stretch } | undefined)?.stretch;
              if (stretch !== undefined) lookAt(stretch.from);
            }}
          />
        </figure>
      )}
      <details className={classes.table}>
        <summary>The figures as a table</summary>
        <DerivationScope name={STORY_SCOPE}>
          {timeline.series.map(({ field, label, points }) => (
            <div key={field} className={classes.series}>
              <h3>{sentence(label)}</h3>
              <DataTable
                caption={`How ${label} evolved`}
                rows={points}
                rowKey={({ knownOn: day, text }) => `${day} ${text}`}
                columns={[
                  {
                    key: 'day',
                    head: 'Known from',
                    rowHead: true,
                    cell: ({ knownOn: day }) => (
                      <DayButton day={day} current={day === knownOn} onPress={() => lookAt(day)} />
                    ),
                  },
                  {
                    key: 'value',
                    head: 'Value',
                    numeric: true,
                    cell: ({ text, figure, knownOn: day }) =>
                      figure === undefined ? (
                        text
                      ) : (
                        <FigureButton figure={figure} label={`${label}, known from ${formatDate(day)}`} />
                      ),
                  },
                  {
                    key: 'status',
                    head: 'Status',
                    cell: ({ status }) => (status === undefined ? 'not stated' : wordsOf(status)),
                  },
                  {
                    key: 'evidence',
                    head: 'Said by',
                    cell: ({ evidence }) => <EvidenceFold evidence={evidence} />,
                  },
                ]}
              />
            </div>
          ))}
        </DerivationScope>
      </details>
      {timeline.events.length > 0 && <EventList events={timeline.events} knownOn={knownOn} onDay={lookAt} />}
    </Section>
  );
}

/** Goes to the deal as known on a day. */
function useLookAt(): (day: string) => void {
  const changeSearch = useChangeSearch();
  return (day) => changeSearch(({ node: _node, in: _scope, ...search }) => ({ ...search, known_on: day }));
}
