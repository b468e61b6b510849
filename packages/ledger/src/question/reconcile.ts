import { fail, ok } from '@tranche/core/result';
import type { Question } from './question.ts';
import { ventureReconciled } from './venture-committed.ts';
import { ventureSubject } from './venture-subject.ts';

export const reconcile: Question = {
  name: 'reconcile',
  about: 'not built yet',
  of: 'a company by name',
  answer: (context, { of }) => {
    const venture = ventureSubject(context, of);
    if (venture !== undefined) return ok(ventureReconciled(context, venture));
    return fail('UNKNOWN_QUESTION', 'question', 'not built yet');
  },
};
