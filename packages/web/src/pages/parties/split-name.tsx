import { JudgeButton } from '../../components/judgement/judge-button.tsx';

/** A name that stands for a party by alias or judgement, and may be one of its own. */
export const SplitName = ({ name, because }: { readonly name: string; readonly because: string }) => (
  <JudgeButton
    of={name}
    proposal={{
      name: 'Not the same',
      title: 'A party of its own',
      about: `“${name}” is taken for this party (${because}). It will stand for itself.`,
      decisionOf: () => ({ kind: 'split', of: 'parties', name }),
    }}
  />
);
