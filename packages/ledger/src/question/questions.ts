import { check } from './check.ts';
import { committedDrawn } from './committed-drawn.ts';
import { convert } from './convert.ts';
import { implied } from './implied.ts';
import { largestInvestor } from './largest-investor.ts';
import { league } from './league.ts';
import { ownership } from './ownership.ts';
import type { Question } from './question.ts';
import { reconcile } from './reconcile.ts';
import { roundTerms } from './round-terms.ts';
import { stake } from './stake.ts';
import { timeline } from './timeline.ts';

/** The closed list of questions that have answers, in the order in which people are shown it. */
export const QUESTIONS: readonly Question[] = [
  roundTerms,
  committedDrawn,
  reconcile,
  timeline,
  ownership,
  stake,
  largestInvestor,
  implied,
  league,
  check,
  convert,
];
