import { Checkbox, Textarea, TextInput } from '@mantine/core';
import type { ReportRequest } from '@tranche/service/views';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { FailureNote } from '../../components/feedback/feedback.tsx';
import { FileDrop } from './file-drop.tsx';
import classes from './read-page.module.css';

/** Where a report is pasted, dropped or chosen, with what its text may not say of itself. */
export function ReportForm({
  busy,
  failure,
  asksForDate,
  model,
  onRead,
}: {
  readonly busy: boolean;
  readonly failure: Error | null;
  /** The report that was read bears no date; without one it can be neither judged nor added. */
  readonly asksForDate: boolean;
  /** The language model the server may ask for drafts. */
  readonly model: string | undefined;
  readonly onRead: (report: ReportRequest) => void;
}) {
  const [text, setText] = useState('');
  /** What a file was opened to; nothing once its text was changed, for then it leads back nowhere. */
  const [opened, setOpened] = useState<ReportRequest | undefined>(undefined);
  const [published, setPublished] = useState('');
  const [title, setTitle] = useState('');
  const [publisher, setPublisher] = useState('');
  const [drafts, setDrafts] = useState(false);
  const date = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (asksForDate) date.current?.focus();
  }, [asksForDate]);

  const take = (report: ReportRequest) => {
    setOpened(report);
    setText(report.text);
    setPublished(report.published ?? '');
    setTitle(report.title ?? '');
    setPublisher(report.publisher ?? '');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { published: _, title: __, publisher: ___, ...asOpened } = opened ?? { text };
    onRead({
      ...asOpened,
      ...(published !== '' && { published }),
      ...(title !== '' && { title }),
      ...(publisher !== '' && { publisher }),
      ...(drafts && model !== undefined && { drafts }),
    });
  };
  return (
    <form className={classes.form} onSubmit={submit} aria-busy={busy}>
      <FileDrop onOpened={take}>
        <Textarea
          label="Text of the report"
          description="Its first line is taken as the headline."
          placeholder="Paste it here, or drop a file"
          autosize
          minRows={9}
          maxRows={18}
          required
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setOpened(undefined);
          }}
          classNames={{ input: classes.textarea ?? '' }}
        />
      </FileDrop>
      <div className={classes.fields}>
        <TextInput
          ref={date}
          type="date"
          label="Published on"
          description="Needed where the text does not say."
          value={published}
          error={
            asksForDate
              ? 'The text bears no date. Give the day it was published, so that it can be checked and added.'
              : undefined
          }
          onChange={(event) => setPublished(event.currentTarget.value)}
        />
        <TextInput
          label="Publisher"
          description="Who it is from, if known."
          value={publisher}
          onChange={(event) => setPublisher(event.currentTarget.value)}
        />
        <TextInput
          label="Title"
          description="If other than its first line."
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        {model !== undefined && (
          <Checkbox
            label={`Also ask ${model}`}
            description="The text is sent to this language model. What it drafts is taken only where the text bears it out, and is marked."
            color="var(--accent)"
            iconColor="var(--mantine-primary-color-contrast)"
            checked={drafts}
            onChange={(event) => setDrafts(event.currentTarget.checked)}
          />
        )}
        <button type="submit" className={classes.primary} disabled={busy || text.trim() === ''}>
          {busy ? 'Reading …' : 'Read and check'}
        </button>
      </div>
      {failure !== null && (
        <div className={classes.failure}>
          <FailureNote error={failure} />
        </div>
      )}
    </form>
  );
}
