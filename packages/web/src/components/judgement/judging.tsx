import { useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { sentence } from '../format.ts';
import { JudgeDialog } from './judge-dialog.tsx';
import classes from './judgement.module.css';
import { JudgingContext, type Proposal } from './proposal.ts';

/** Long enough to read what was recorded; it stands in the list of judgements too. */
const SHOWN_MS = 8_000;

/** Lets everything below it propose judgements; one dialog asks for all of them who and why. */
export function Judging({ children }: { readonly children: ReactNode }) {
  const { known_on } = useSearch({ from: '__root__' });
  const [proposal, setProposal] = useState<Proposal | undefined>(undefined);
  const [opened, setOpened] = useState(false);
  const [recorded, setRecorded] = useState('');
  useEffect(() => {
    if (recorded === '') return;
    const over = setTimeout(() => setRecorded(''), SHOWN_MS);
    return () => clearTimeout(over);
  }, [recorded]);
  return (
    <JudgingContext
      value={(proposed) => {
        setProposal(proposed);
        setOpened(true);
        setRecorded('');
      }}
    >
      {children}
      <output className={classes.recorded}>{recorded !== '' && `Recorded: ${sentence(recorded)}`}</output>
      <JudgeDialog
        proposal={proposal}
        opened={opened}
        shownDay={known_on}
        onClose={() => setOpened(false)}
        onRecorded={({ by, text }) => {
          setOpened(false);
          setRecorded(`${by} ${text}`);
        }}
      />
    </JudgingContext>
  );
}
