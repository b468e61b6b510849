import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import type { ReportRequest } from '@tranche/service/views';
import { type DragEvent, type FormEvent, useEffect, useRef, useState } from 'react';
import { FailureNote } from '../../components/feedback/feedback.tsx';
import classes from './read-page.module.css';
import { textOfFile } from './text-of-file.ts';

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
  const [name, setName] = useState('');
  const [published, setPublished] = useState('');
  const [title, setTitle] = useState('');
  const [publisher, setPublisher] = useState('');
  const [drafts, setDrafts] = useState(false);
  const [dragging, setDragging] = useState(false);
  const [refused, setRefused] = useState<string | undefined>(undefined);
  const date = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (asksForDate) date.current?.focus();
  }, [asksForDate]);

  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const taken = await textOfFile(file);
    if (taken.ok) {
      setText(taken.text);
      setName(file.name);
    }
    setRefused(taken.ok ? undefined : taken.reason);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onRead({
      text,
      ...(name !== '' && { name }),
      ...(published !== '' && { published }),
      ...(title !== '' && { title }),
      ...(publisher !== '' && { publisher }),
      ...(drafts && model !== undefined && { drafts }),
    });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setDragging(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
    <form className={classes.form} onSubmit={submit} aria-busy={busy}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a help; the file can also be chosen. */}
      <div
        className={classes.drop}
        data-dragging={dragging || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setDragging(true);
        }}
        onDragLeave={() => setDragging(false)}
        onDrop={drop}
      >
        <Textarea
          label="Text of the report"
          description="Its first line is taken as the headline."
          placeholder="Paste it here, or drop a text file"
          autosize
          minRows={9}
          maxRows={18}
          required
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setName('');
          }}
          classNames={{ input: classes.textarea ?? '' }}
        />
        <label className={classes.file}>
          <IconFileText size={16} aria-hidden />
          Choose a file
          <input
            type="file"
            className="heard"
            accept=".txt,.md,.markdown,text/plain,text/markdown"
            onChange={(event) => {
              void take(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
        </label>
        {refused !== undefined && (
          <p role="alert" className={classes.refused}>
            {refused}
          </p>
        )}
      </div>
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
