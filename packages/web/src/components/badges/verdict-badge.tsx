import { IconCheck, IconPlusMinus, IconQuestionMark, IconX } from '@tabler/icons-react';
import type { Verdict } from '../../api/types.ts';
import classes from './badges.module.css';

const VERDICTS = {
  supported: { word: 'Supported', Icon: IconCheck },
  contradicted: { word: 'Contradicted', Icon: IconX },
  mixed: { word: 'Mixed', Icon: IconPlusMinus },
  cannot_tell: { word: 'Cannot tell', Icon: IconQuestionMark },
} as const satisfies Record<Verdict, unknown>;

/** Whether a claim holds: a sign and the word, so that colour is never alone. */
export function VerdictBadge({ verdict }: { readonly verdict: Verdict }) {
  const { word, Icon } = VERDICTS[verdict];
  return (
    <span className={classes.verdict} data-verdict={verdict}>
      <Icon size={13} stroke={2.5} aria-hidden />
      {word}
    </span>
  );
}
