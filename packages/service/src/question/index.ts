export { type Answer, ask, QUESTIONS, type Question, type QuestionName } from './ask.ts';
