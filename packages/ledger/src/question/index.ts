export type * from './answer.ts';
export type { Asked, Question, QuestionContext } from './question.ts';
export { QUESTIONS } from './questions.ts';
export { dealSubject, partySubject } from './subject.ts';
