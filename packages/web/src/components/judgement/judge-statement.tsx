import type { EvidenceView, JudgementMarkView } from '@tranche/service/views';
import { useContext } from 'react';
import { formatDate, sentence } from '../format.ts';
import { JudgeButton } from './judge-button.tsx';
import classes from './judgement.module.css';
import { JoinedTo, type Proposal, undoOf } from './proposal.ts';

/** What was decided about a statement, and what can be. */
export function JudgeStatement({
  statement: { id, summary, judgements = [] },
}: {
  readonly statement: Pick<EvidenceView, 'id' | 'summary' | 'judgements'>;
}) {
  const deal = useContext(JoinedTo);
  const about = `“${summary}”`;
  const proposals: readonly Proposal[] = [
    {
      name: 'Accept',
      title: 'Accept this statement',
      about,
      decisionOf: () => ({ kind: 'accept', statement: id }),
    },
    {
      name: 'Reject',
      title: 'Reject this statement',
      about: `${about} will not be used. It stays in sight, passed over for your reason.`,
      decisionOf: () => ({ kind: 'reject', statement: id }),
    },
    {
      name: 'Note',
      title: 'Note on this statement',
      about,
      text: { label: 'Note' },
      decisionOf: ({ text }) => ({ kind: 'note', about: id, text }),
    },
  ];
  const splitOff: Proposal = {
    name: 'Not this deal',
    title: 'Take it out of this deal',
    about: `${about} is not about this deal. Where it can be, it becomes a deal of its own.`,
    decisionOf: () => ({ kind: 'split', of: 'deals', statement: id, from: deal ?? '' }),
  };
  const offered = deal === undefined ? proposals : [...proposals, splitOff];
  return (
    <>
      {judgements.length > 0 && (
        <ul className={classes.marks} aria-label="Judgements on it">
          {judgements.map((mark) => (
            <Mark key={mark.id} mark={mark} />
          ))}
        </ul>
      )}
      <div className={classes.actions}>
        {offered.map((proposal) => (
          <JudgeButton key={proposal.name} of={summary} proposal={proposal} />
        ))}
      </div>
    </>
  );
}

function Mark({ mark: { id, kind, text, by, when, why } }: { readonly mark: JudgementMarkView }) {
  const told = `${sentence(text)}, by ${by}`;
  return (
    <li className={classes.mark} data-kind={kind}>
      <span>
        <strong>{told}</strong> (<time dateTime={when}>{formatDate(when)}</time>): {why}
      </span>{' '}
      <JudgeButton of={told} proposal={undoOf(id, `${told}: ${why}`)} />
    </li>
  );
}
