import type { JudgementView } from '@tranche/service/views';
import { formatDate } from '../format.ts';
import { JudgeButton } from './judge-button.tsx';
import classes from './judgement.module.css';
import { undoOf } from './proposal.ts';

/** Judgements, the latest first, each with who, why and since when; what stands can be taken back. */
export function JudgementList({
  judgements,
  label,
}: {
  readonly judgements: readonly JudgementView[];
  readonly label: string;
}) {
  return (
    <ol className={classes.judgements} aria-label={label}>
      {judgements.map(({ id, by, text, why, when, inForce }) => (
        <li key={id} className={classes.judgement} data-undone={!inForce || undefined}>
          <p>
            <time dateTime={when} className={classes.when}>
              {formatDate(when)}
            </time>{' '}
            <strong>{by}</strong> {text}
          </p>
          <p className={classes.why}>{why}</p>
          {inForce ? (
            <JudgeButton of={`${by} ${text}`} proposal={undoOf(id, `${by} ${text}: ${why}`)} />
          ) : (
            <span className={classes.undone}>Taken back</span>
          )}
        </li>
      ))}
    </ol>
  );
}
