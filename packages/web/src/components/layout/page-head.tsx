import { type ReactNode, useEffect } from 'react';
import classes from './layout.module.css';

/** A page's heading; it also names the browser's tab. */
export function PageHead({
  title,
  kicker,
  children,
}: {
  readonly title: string;
  readonly kicker?: ReactNode;
  readonly children?: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Tranche`;
  }, [title]);
  return (
    <header className={classes.head}>
      {kicker !== undefined && <p className={classes.kicker}>{kicker}</p>}
      <h1>{title}</h1>
      {children}
    </header>
  );
}
