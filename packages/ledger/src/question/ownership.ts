import { GraphBuilder } from '@tranche/core/formula';
import { ok } from '@tranche/core/result';
import { companySubject } from './company-subject.ts';
import { lookThroughOwnership } from './ownership-look-through.ts';
import { statedOwnership } from './ownership-stated.ts';
import type { Question } from './question.ts';

/** Who holds a company: as stated, or through all levels. Fails: UNKNOWN_SUBJECT. */
export const ownership: Question = {
  name: 'ownership',
  about: 'who holds a company, on which basis and day, with what is not disclosed, and who controls it',
  of: 'a company by name',
  by: ['stated', 'look_through'],
  answer: (context, { of, by }) => {
    const company = companySubject(context, of);
    if (!company.ok) return company;
    const builder = new GraphBuilder();
    return ok(
      by === 'look_through'
        ? lookThroughOwnership(context, builder, company.value)
        : statedOwnership(context, builder, company.value),
    );
  },
};
