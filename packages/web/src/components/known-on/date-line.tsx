import { TextInput } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useChangeSearch } from '../../app/use-change-search.ts';
import classes from './date-line.module.css';

/** The date of a list: what had been published by then. Empty is today. */
export function DateLine() {
  const { known_on } = useSearch({ from: '__root__' });
  const changeSearch = useChangeSearch();
  const set = (value: string) =>
    changeSearch(({ known_on: _before, ...rest }) => (value === '' ? rest : { ...rest, known_on: value }));
  return (
    <div className={classes.line}>
      <TextInput
        type="date"
        label="As known on"
        value={known_on ?? ''}
        onChange={(event) => set(event.currentTarget.value)}
      />
      {known_on === undefined ? (
        <span className={classes.today}>today</span>
      ) : (
        <button type="button" className={classes.reset} onClick={() => set('')}>
          Back to today
        </button>
      )}
    </div>
  );
}
