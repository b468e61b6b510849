import { ok } from '@tranche/core/result';
import type { Question } from './question.ts';
import { reconcileDeal } from './reconcile-deal.ts';
import { RULE_NAMES, ruledBy } from './rule.ts';
import { ventureReconciled } from './venture-reconciled.ts';
import { ventureSubject } from './venture-subject.ts';

/** Which sums agree and which leave a remainder. Fails: UNKNOWN_SUBJECT, AMBIGUOUS_SUBJECT. */
export const reconcile: Question = {
  name: 'reconcile',
  about: 'what sums and what does not, with the reports behind each part and each value',
  of: 'the id of a deal, a company with one deal, or a venture',
  by: RULE_NAMES,
  answer: (context, asked) => {
    const venture = ventureSubject(context, asked.of);
    return venture === undefined
      ? reconcileDeal(context, asked)
      : ok(ventureReconciled(ruledBy(context, asked.by), venture));
  },
};
