import { formatDate } from '../format.ts';
import classes from './story.module.css';

/** A day of the story; pressing it shows the deal as known on it. */
export function DayButton({
  day,
  current,
  onPress,
}: {
  readonly day: string;
  readonly current: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button
      type="button"
      className={classes.day}
      aria-current={current ? 'date' : undefined}
      title="Show the deal as known on this day"
      onClick={onPress}
    >
      <time dateTime={day}>{formatDate(day)}</time>
    </button>
  );
}
