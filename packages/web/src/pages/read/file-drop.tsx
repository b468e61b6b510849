import { IconFileText } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { OpenedFileView, ReportRequest } from '@tranche/service/views';
import { type ReactNode, useState } from 'react';
import { openFile } from '../../api/queries.ts';
import { FailureNote } from '../../components/feedback/feedback.tsx';
import { counted } from '../../components/format.ts';
import classes from './read-page.module.css';

/** The formats the server opens, for the dialog that chooses a file. */
const ACCEPTED = '.txt,.md,.markdown,.html,.htm,.xhtml,.pdf,.eml,.mbox,.xml,.rss,.atom';

/** Where a file is dropped or chosen; the server opens it, and the report in it is handed on. `children` are what it is dropped on. */
export function FileDrop({
  children,
  onOpened,
}: {
  readonly children: ReactNode;
  readonly onOpened: (report: ReportRequest) => void;
}) {
  const [dragging, setDragging] = useState(false);
  const open = useMutation({
    mutationFn: openFile,
    onSuccess: ({ documents: [first, ...others] }) => {
      if (first !== undefined && others.length === 0) onOpened(first.report);
    },
  });
  const take = (file: File | undefined) => {
    if (file !== undefined) open.mutate(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a help; the file can also be chosen.
    <div
      className={classes.drop}
      data-dragging={dragging || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setDragging(true);
      }}
      onDragLeave={() => setDragging(false)}
      onDrop={(event) => {
        event.preventDefault();
        setDragging(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      {children}
      <div className={classes.fileRow}>
        <label className={classes.file}>
          <IconFileText size={16} aria-hidden />
          Choose a file
          <input
            type="file"
            className="heard"
            accept={ACCEPTED}
            onChange={(event) => {
              take(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
        </label>
        <output className={classes.counts}>
          {open.isPending
            ? `Opening ${open.variables.name} …`
            : open.data === undefined
              ? 'Text, page (HTML), PDF, Markdown, mail or feed, up to 64 MB'
              : `Opened ${open.variables?.name ?? ''}`}
        </output>
      </div>
      {open.error !== null && <FailureNote error={open.error} />}
      {open.data !== undefined && <Opened file={open.data} onChosen={onOpened} />}
    </div>
  );
}

/** Of a file with several reports: which one; and what of it could not be read. */
function Opened({
  file: { documents, problems },
  onChosen,
}: {
  readonly file: OpenedFileView;
  readonly onChosen: (report: ReportRequest) => void;
}) {
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  return (
    <>
      {documents.length > 1 && (
        <fieldset className={classes.several}>
          <legend>It holds {documents.length} reports. Which one?</legend>
          {documents.map(({ report, title, claims }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list of a file never changes, and titles repeat.
            <label key={index}>
              <input
                type="radio"
                name="report-of-file"
                checked={chosen === index}
                onChange={() => {
                  setChosen(index);
                  onChosen(report);
                }}
              />
              <span>
                {title}
                <span className={classes.counts}>
                  {[report.published, counted(claims, 'claim')].filter(Boolean).join(', ')}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {problems.map(({ code, path, message, expected }) => (
        <p key={`${code} ${path}`} role="alert" className={classes.refused}>
          {message} ({code} in {path}
          {expected !== undefined && `; expected ${expected}`})
        </p>
      ))}
    </>
  );
}
