import { type ReactNode, useState } from 'react';

/** A fold whose content is built when it is first opened: a page may hold hundreds. */
export function Fold({
  summary,
  className,
  summaryClassName,
  children,
}: {
  readonly summary: ReactNode;
  readonly className?: string | undefined;
  readonly summaryClassName?: string | undefined;
  readonly children: ReactNode;
}) {
  const [wasOpened, setWasOpened] = useState(false);
  return (
    <details className={className} onToggle={(event) => event.currentTarget.open && setWasOpened(true)}>
      <summary className={summaryClassName}>{summary}</summary>
      {wasOpened && children}
    </details>
  );
}
