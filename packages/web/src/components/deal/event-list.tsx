import type { EventView } from '@tranche/service/views';
import { EvidenceFold } from '../evidence/evidence-item.tsx';
import { formatDate, sentence, wordsOf } from '../format.ts';
import { DayButton } from './day-button.tsx';
import classes from './story.module.css';

/** What became known, day by day; what was not yet known on the date that is looked at is set fainter. */
export function EventList({
  events,
  knownOn,
  onDay,
}: {
  readonly events: readonly EventView[];
  readonly knownOn: string;
  readonly onDay: (day: string) => void;
}) {
  const days = [...new Set(events.map(({ knownFrom }) => knownFrom))].sort();
  const later = days.filter((day) => day > knownOn).length;
  return (
    <>
      <h3 className={classes.eventsTitle}>What became known, day by day</h3>
      <ol className={classes.days}>
        {days.map((day) => (
          <li key={day} className={classes.dayRow} data-later={day > knownOn || undefined}>
            <DayButton day={day} current={day === knownOn} onPress={() => onDay(day)} />
            <ul>
              {events
                .filter(({ knownFrom }) => knownFrom === day)
                .map((event, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two news of one day may read the same.
                  <EventItem key={index} event={event} />
                ))}
            </ul>
          </li>
        ))}
      </ol>
      {later > 0 && (
        <p className={classes.laterNote}>What was not yet known on {formatDate(knownOn)} is set fainter.</p>
      )}
    </>
  );
}

function EventItem({ event }: { readonly event: EventView }) {
  return (
    <li className={classes.event}>
      <p>
        <strong>{sentence(wordsOf(event.kind))}:</strong> {event.text}
        {event.happened !== undefined && event.happened !== event.knownFrom && (
          <span className={classes.happened}> (happened {formatDate(event.happened)})</span>
        )}
      </p>
      <EvidenceFold evidence={event.evidence} />
    </li>
  );
}
