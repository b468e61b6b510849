export { askLedger, QUESTIONS } from './ask.ts';
