import type { ReactNode } from 'react';
import classes from './layout.module.css';

/** A part of a page under its own heading; `anchor` is where a link to it leads. */
export function Section({
  anchor,
  title,
  lead,
  aside,
  children,
}: {
  readonly anchor: string;
  readonly title: string;
  /** One sentence on how to read it. */
  readonly lead?: ReactNode;
  /** A control that belongs to the section. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section id={anchor} aria-labelledby={`${anchor}-title`} className={classes.section}>
      <div className={classes.sectionHead}>
        <h2 id={`${anchor}-title`}>{title}</h2>
        {aside}
      </div>
      {lead !== undefined && <p className={classes.lead}>{lead}</p>}
      {children}
    </section>
  );
}
