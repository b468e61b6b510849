import type { Judgement } from './judgement.ts';

/** Who decided and why, to stand after "preferred by" within a sentence. */
export const reasonOf = ({ by, why }: Pick<Judgement, 'by' | 'why'>): string =>
  `${by}: ${why.replace(/[.\s]+$/, '')}`;
