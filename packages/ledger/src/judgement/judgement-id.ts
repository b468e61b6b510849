import { createHash } from 'node:crypto';
import type { Judgement } from './judgement.ts';

/**
 * `j-` and 16 hexadecimal digits: SHA-256 over the decision, who made it, when and why, so that one judgement sent
 * twice is one. `earlier` counts the same words said before and taken back since: said again, they are another.
 */
export function judgementId({ decision, by, when, why }: Omit<Judgement, 'id'>, earlier = 0): string {
  const fields = Object.entries(decision).sort(([one], [other]) => (one < other ? -1 : 1));
  const content = JSON.stringify([fields, by, when, why, ...(earlier === 0 ? [] : [earlier])]);
  return `j-${createHash('sha256').update(content).digest('hex').slice(0, 16)}`;
}
