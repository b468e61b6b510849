import type { DecisionView } from '@tranche/service/views';
import { createContext, useContext } from 'react';

/** What the person adds to what was pressed. */
export interface Filled {
  readonly choice: string;
  readonly text: string;
}

/** A judgement that was pressed and waits for who makes it and why. */
export interface Proposal {
  /** What the button says: "Reject". */
  readonly name: string;
  /** What will be recorded, as a heading: "Reject this statement". */
  readonly title: string;
  /** What it is about, and what it will do. */
  readonly about: string;
  /** One of several, where the decision needs it. */
  readonly choice?: {
    readonly label: string;
    readonly options: readonly { readonly value: string; readonly label: string }[];
  };
  /** Words of its own, where the decision needs them. */
  readonly text?: { readonly label: string };
  readonly decisionOf: (filled: Filled) => DecisionView;
}

export const JudgingContext = createContext<(proposal: Proposal) => void>(() => undefined);

/** Opens the dialog that asks who judges and why, and records it. */
export const useJudging = (): ((proposal: Proposal) => void) => useContext(JudgingContext);

/** The deal on whose page a statement is shown as one of its own: it can be taken out of it there. */
export const JoinedTo = createContext<string | undefined>(undefined);

export const undoOf = (id: string, text: string): Proposal => ({
  name: 'Undo',
  title: 'Take a judgement back',
  about: text,
  decisionOf: () => ({ kind: 'undo', judgement: id }),
});
