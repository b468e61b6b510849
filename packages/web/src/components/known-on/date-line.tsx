import { TextInput } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useChangeSearch } from '../../app/use-change-search.ts';
import classes from './date-line.module.css';

/**
 * The date of a list: what had been published by then. Empty is today.
 * With `withAsOf` also what had happened by then; empty is the same day.
 */
export function DateLine({ withAsOf = false }: { readonly withAsOf?: boolean }) {
  const { known_on, as_of } = useSearch({ from: '__root__' });
  const changeSearch = useChangeSearch();
  const setOf = (key: 'known_on' | 'as_of') => (value: string) =>
    changeSearch(({ [key]: _before, ...rest }) => (value === '' ? rest : { ...rest, [key]: value }));
  const set = setOf('known_on');
  return (
    <div className={classes.line}>
      <TextInput
        type="date"
        label="As known on"
        value={known_on ?? ''}
        onChange={(event) => set(event.currentTarget.value)}
      />
      {withAsOf && (
        <TextInput
          type="date"
          label="Events up to"
          value={as_of ?? ''}
          onChange={(event) => setOf('as_of')(event.currentTarget.value)}
        />
      )}
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
