import classes from './judgement.module.css';
import { type Proposal, useJudging } from './proposal.ts';

/** Proposes a judgement. `of` says to those who do not see the place what the button is about. */
export function JudgeButton({ of, proposal }: { readonly of: string; readonly proposal: Proposal }) {
  const judging = useJudging();
  return (
    <button
      type="button"
      className={classes.action}
      aria-label={`${proposal.name}: ${of}`}
      onClick={() => judging(proposal)}
    >
      {proposal.name}
    </button>
  );
}
