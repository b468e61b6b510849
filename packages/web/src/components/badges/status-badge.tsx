import { sentence, wordsOf } from '../format.ts';
import classes from './badges.module.css';

/** How far each status has come, in quarters of the disc; `abandoned` is crossed out instead. */
const QUARTERS: Readonly<Record<string, number>> = {
  rumoured: 0,
  in_talks: 1,
  planned: 2,
  agreed: 3,
  closed: 4,
  completed: 4,
};

/** The status of a deal, tranche or claim: a disc that fills as it comes nearer, and the word. */
export function StatusBadge({ status }: { readonly status: string }) {
  const done = status === 'closed' || status === 'completed';
  return (
    <span className={classes.status} data-tone={status === 'abandoned' ? 'off' : done ? 'done' : 'open'}>
      <Disc quarters={QUARTERS[status] ?? 0} crossed={status === 'abandoned'} />
      {sentence(wordsOf(status))}
    </span>
  );
}

function Disc({ quarters, crossed }: { readonly quarters: number; readonly crossed: boolean }) {
  return (
    <svg viewBox="0 0 12 12" className={classes.disc} aria-hidden="true">
      <circle cx="6" cy="6" r="5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      {quarters === 4 && <circle cx="6" cy="6" r="5" fill="currentColor" />}
      {quarters > 0 && quarters < 4 && <path d={PIES[quarters]} fill="currentColor" />}
      {crossed && <path d="M2.5 9.5 9.5 2.5" stroke="currentColor" strokeWidth="1.5" />}
    </svg>
  );
}

const PIES: readonly string[] = [
  '',
  'M6 6 L6 1 A5 5 0 0 1 11 6 Z',
  'M6 6 L6 1 A5 5 0 0 1 6 11 Z',
  'M6 6 L6 1 A5 5 0 1 1 1 6 Z',
];
