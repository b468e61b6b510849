import { Modal, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { JudgementView } from '@tranche/service/views';
import { type FormEvent, useEffect, useState } from 'react';
import { makeJudgement } from '../../api/queries.ts';
import { FailureNote } from '../feedback/feedback.tsx';
import { formatDate } from '../format.ts';
import classes from './judgement.module.css';
import type { Proposal } from './proposal.ts';

const EMPTY = { why: '', when: '', choice: '', text: '' };

/** Asks who judges, why, and from which day it counts; then records it and has everything shown asked for again. */
export function JudgeDialog({
  proposal,
  opened,
  shownDay,
  onClose,
  onRecorded,
}: {
  readonly proposal: Proposal | undefined;
  readonly opened: boolean;
  /** The day the page shows, when it is not today. */
  readonly shownDay: string | undefined;
  readonly onClose: () => void;
  readonly onRecorded: (made: JudgementView) => void;
}) {
  const queries = useQueryClient();
  const [by, setBy] = useLocalStorage({ key: 'tranche.who', defaultValue: '' });
  const [filled, setFilled] = useState(EMPTY);
  const make = useMutation({
    mutationFn: makeJudgement,
    onSuccess: async (made) => {
      onRecorded(made);
      // Whatever is shown may say something else now.
      await queries.invalidateQueries();
    },
  });
  const { reset } = make;
  useEffect(() => {
    if (!opened) return;
    setFilled({ ...EMPTY, choice: proposal?.choice?.options[0]?.value ?? '' });
    reset();
  }, [opened, proposal, reset]);
  const set = (field: keyof typeof EMPTY) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    setFilled((before) => ({ ...before, [field]: value }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (proposal === undefined) return;
    const { why, when, choice, text } = filled;
    make.mutate({
      decision: proposal.decisionOf({ choice, text }),
      by,
      why,
      ...(when !== '' && { when }),
    });
  };
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size="32rem"
      lockScroll={false}
      centered
      classNames={{ content: classes.dialog ?? '' }}
    >
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content>
        <div className={classes.dialogHead}>
          <Modal.Title className={classes.dialogTitle}>{proposal?.title}</Modal.Title>
          <Modal.CloseButton aria-label="Close" />
        </div>
        <Modal.Body className={classes.dialogBody}>
          <p className={classes.about}>{proposal?.about}</p>
          <form className={classes.form} onSubmit={submit} aria-busy={make.isPending}>
            {proposal?.choice !== undefined && (
              <NativeSelect
                label={proposal.choice.label}
                data={[...proposal.choice.options]}
                value={filled.choice}
                onChange={set('choice')}
                required
              />
            )}
            {proposal?.text !== undefined && (
              <Textarea
                label={proposal.text.label}
                autosize
                minRows={2}
                required
                value={filled.text}
                onChange={set('text')}
              />
            )}
            <TextInput
              label="Who decides"
              description="Kept on this machine for the next time."
              autoComplete="name"
              required
              maxLength={200}
              value={by}
              onChange={(event) => setBy(event.currentTarget.value)}
              data-autofocus={by === '' || undefined}
            />
            <Textarea
              label="Why"
              description="Shown wherever it counts."
              autosize
              minRows={2}
              required
              maxLength={2000}
              value={filled.why}
              onChange={set('why')}
              data-autofocus={by !== '' || undefined}
            />
            <TextInput
              type="date"
              label="Known from"
              description="Today, when left empty. Answers for earlier days stay what they are."
              value={filled.when}
              onChange={set('when')}
            />
            {shownDay !== undefined && filled.when === '' && (
              <p className={classes.hint}>
                The page shows what was known on {formatDate(shownDay)}; what is decided today does not change
                that.{' '}
                <button
                  type="button"
                  className={classes.action}
                  onClick={() => setFilled((before) => ({ ...before, when: shownDay }))}
                >
                  Let it count from that day
                </button>
              </p>
            )}
            {make.error !== null && <FailureNote error={make.error} />}
            <div className={classes.buttons}>
              <button type="button" className={classes.secondary} onClick={onClose}>
                Cancel
              </button>
              <button type="submit" className={classes.primary} disabled={make.isPending}>
                {make.isPending ? 'Recording …' : 'Record it'}
              </button>
            </div>
          </form>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
