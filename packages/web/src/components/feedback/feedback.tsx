import type { ReactNode } from 'react';
import { ApiFailure } from '../../api/client.ts';
import classes from './feedback.module.css';

/** What went wrong, with its code, where, and what was expected. */
export function FailureNote({
  error,
  again,
}: {
  readonly error: unknown;
  readonly again?: (() => void) | undefined;
}) {
  const failure = error instanceof ApiFailure ? error.failure : undefined;
  const place = failure?.place;
  return (
    <div role="alert" className={classes.failure}>
      <p className={classes.failureTitle}>
        {failure?.message ?? (error instanceof Error ? error.message : 'Something went wrong.')}
      </p>
      <dl className={classes.failureFacts}>
        {failure?.expected !== undefined && <Fact name="Expected" value={failure.expected} />}
        {failure !== undefined && failure.path !== '' && <Fact name="In" value={failure.path} />}
        {place !== undefined && (
          <Fact
            name="At"
            value={[place.file, place.line && `line ${place.line}`, place.column && `column ${place.column}`]
              .filter(Boolean)
              .join(', ')}
          />
        )}
        {failure !== undefined && <Fact name="Code" value={failure.code} />}
      </dl>
      {again !== undefined && (
        <button type="button" className={classes.again} onClick={again}>
          Try again
        </button>
      )}
    </div>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** Lines where the content will stand. */
export function Loading({ what }: { readonly what: string }) {
  return (
    <output className={classes.loading}>
      <span className={classes.loadingWords}>Loading {what} …</span>
      <span className={classes.bar} />
      <span className={classes.bar} />
      <span className={classes.bar} />
    </output>
  );
}

export function Empty({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={classes.empty}>
      <p className={classes.emptyTitle}>{title}</p>
      <div>{children}</div>
    </div>
  );
}
