import { NativeSelect, TextInput } from '@mantine/core';
import type { QuestionView } from '@tranche/service/views';
import { type FormEvent, useId, useState } from 'react';
import { sentence, wordsOf } from '../../components/format.ts';
import classes from './ask-page.module.css';

export interface AskedFields {
  readonly question: string;
  readonly of: string;
  readonly by: string;
  readonly holder: string;
  readonly to: string;
  readonly exits: string;
}

/** A question of the list with the fields it takes; asked when the button is pressed. */
export function QuestionForm({
  questions,
  subjects,
  asked,
  onAsk,
}: {
  readonly questions: readonly QuestionView[];
  /** Companies and deals to choose from; anything else may be typed. */
  readonly subjects: readonly string[];
  readonly asked: AskedFields;
  readonly onAsk: (fields: AskedFields) => void;
}) {
  const [fields, setFields] = useState(asked);
  const list = useId();
  const chosen = questions.find(({ name }) => name === fields.question) ?? questions[0];
  const set = (key: keyof AskedFields) => (event: { readonly currentTarget: { readonly value: string } }) => {
    const { value } = event.currentTarget;
    setFields((before) => ({ ...before, [key]: value }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAsk({ ...fields, question: chosen?.name ?? '' });
  };
  const takes = (field: string): boolean => chosen?.takes?.includes(field) === true;
  return (
    <form onSubmit={submit} className={classes.form} aria-label="Question">
      <NativeSelect
        label="Question"
        data={questions.map(({ name }) => ({ value: name, label: sentence(wordsOf(name)) }))}
        value={chosen?.name ?? ''}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setFields((before) => ({ ...before, question: value, by: '' }));
        }}
      />
      <TextInput
        label="Of"
        className={classes.wide ?? ''}
        placeholder={chosen?.ofDefault ?? chosen?.of ?? ''}
        list={list}
        required={chosen?.ofDefault === undefined}
        withAsterisk={false}
        value={fields.of}
        onChange={set('of')}
      />
      <datalist id={list}>
        {subjects.map((subject) => (
          <option key={subject} value={subject} />
        ))}
      </datalist>
      {chosen?.by !== undefined && (
        <NativeSelect
          label="By"
          data={chosen.by.map((value) => ({ value, label: sentence(wordsOf(value)) }))}
          value={fields.by}
          onChange={set('by')}
        />
      )}
      {takes('holder') && <TextInput label="Holder" value={fields.holder} onChange={set('holder')} />}
      {takes('to') && <TextInput label="To" placeholder="CNY" value={fields.to} onChange={set('to')} />}
      {takes('at') && (
        <TextInput label="At" placeholder="500m 1.5bn" value={fields.exits} onChange={set('exits')} />
      )}
      <button type="submit" className={classes.ask}>
        Ask
      </button>
      {chosen !== undefined && <p className={classes.about}>{sentence(chosen.about)}.</p>}
    </form>
  );
}
