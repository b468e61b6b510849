import { fail } from '@tranche/core/result';
import type { Question } from './question.ts';

export const ownership: Question = {
  name: 'ownership',
  about: 'not built yet',
  of: 'a company by name',
  answer: () => fail('UNKNOWN_QUESTION', 'question', 'not built yet'),
};
