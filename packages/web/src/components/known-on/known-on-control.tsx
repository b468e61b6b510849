import { useDebouncedCallback } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useId, useState } from 'react';
import { useChangeSearch } from '../../app/use-change-search.ts';
import { counted, formatDate, sentence } from '../format.ts';
import { type Day, stepAt } from './days.ts';
import classes from './known-on.module.css';

const newsWords = (days: number, today: boolean): string => {
  if (today) return 'Everything known today.';
  return days === 0 ? 'Looking up the days of news …' : 'Before anything of this deal was known.';
};

/**
 * The two dates of every question: what had been published by then, and what had happened by then.
 * The steps are the days on which something became known; the last step is today.
 */
export function KnownOnControl({
  days,
  knownOn,
  asOf,
  busy,
}: {
  readonly days: readonly Day[];
  /** The date the shown answer is known on, as the server says it. */
  readonly knownOn: string;
  readonly asOf: string;
  readonly busy: boolean;
}) {
  const search = useSearch({ from: '__root__' });
  const changeSearch = useChangeSearch();
  const id = useId();
  const today = search.known_on === undefined;
  const current = today ? days.length : stepAt(days, knownOn);
  const [dragged, setDragged] = useState<number | undefined>(undefined);
  // The address has the last word: whatever was dragged to is forgotten once it has changed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs on each change of the address's date.
  useEffect(() => setDragged(undefined), [search.known_on]);

  const setDates = (dates: { as_of?: string | undefined; known_on?: string | undefined }, replace = false) =>
    changeSearch(
      (search) => {
        // An open figure belongs to the answer of its own dates.
        const { as_of: _asOf, known_on: _knownOn, node: _node, in: _scope, ...rest } = search;
        const { as_of, known_on } = { ...search, ...dates };
        return { ...rest, ...(as_of && { as_of }), ...(known_on && { known_on }) };
      },
      { replace },
    );
  const goTo = (step: number, replace = false) => setDates({ known_on: days[step]?.date }, replace);
  const goToSoon = useDebouncedCallback((step: number) => goTo(step, true), 150);

  const shown = dragged ?? current;
  const day = days[shown];
  const exactDay = day !== undefined && (dragged !== undefined || day.date === knownOn);
  return (
    <section aria-label="Dates" className={classes.bar} aria-busy={busy}>
      <div className={classes.dates}>
        <div className={classes.field}>
          <label htmlFor={`${id}-known`}>As known on</label>
          <div className={classes.stepper}>
            <button
              type="button"
              aria-label="Earlier: the day before on which something became known"
              disabled={shown <= 0}
              onClick={() => goTo(day !== undefined && day.date < knownOn && !exactDay ? shown : shown - 1)}
            >
              <IconChevronLeft size={18} aria-hidden />
            </button>
            <input
              id={`${id}-known`}
              type="date"
              value={dragged === undefined ? knownOn : (day?.date ?? knownOn)}
              onChange={(event) => setDates({ known_on: event.currentTarget.value || undefined })}
            />
            <button
              type="button"
              aria-label="Later: the next day on which something became known"
              disabled={today}
              onClick={() => goTo(shown + 1)}
            >
              <IconChevronRight size={18} aria-hidden />
            </button>
          </div>
        </div>
        <div className={classes.track}>
          <input
            type="range"
            min={0}
            max={days.length}
            step={1}
            list={`${id}-days`}
            value={Math.max(shown, 0)}
            aria-label="As known on, by the days on which something became known"
            aria-valuetext={day === undefined ? 'Today' : `${formatDate(day.date)}: ${day.news.join('; ')}`}
            onChange={(event) => {
              const step = Number(event.currentTarget.value);
              setDragged(step);
              goToSoon(step);
            }}
          />
          <datalist id={`${id}-days`}>
            {days.map(({ date }, index) => (
              <option key={date} value={index} />
            ))}
          </datalist>
          <div className={classes.ends} aria-hidden="true">
            <span>{days[0] === undefined ? '' : formatDate(days[0].date)}</span>
            <span>{counted(days.length, 'day')} with news</span>
            <span>Today</span>
          </div>
        </div>
        <div className={classes.field}>
          <label htmlFor={`${id}-as-of`}>Events up to</label>
          <div className={classes.stepper}>
            <input
              id={`${id}-as-of`}
              type="date"
              value={asOf}
              onChange={(event) => setDates({ as_of: event.currentTarget.value || undefined })}
            />
            {search.as_of !== undefined && (
              <button
                type="button"
                className={classes.reset}
                title="Same as known on"
                onClick={() => setDates({ as_of: undefined })}
              >
                Same day
              </button>
            )}
          </div>
        </div>
      </div>
      <p className={classes.news} aria-live="polite">
        {day === undefined ? (
          newsWords(days.length, today)
        ) : (
          <>
            <strong>{exactDay ? 'That day' : `Last news, ${formatDate(day.date)}`}:</strong>{' '}
            {day.news.slice(0, 2).map(sentence).join(' · ')}
            {day.news.length > 2 && ` · and ${day.news.length - 2} more`}
          </>
        )}
      </p>
    </section>
  );
}
