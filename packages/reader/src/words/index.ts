export { LETTER, NO_LETTER_BEFORE, NO_LETTER_BEHIND } from './letters.ts';
export { matchesIn } from './matches.ts';
export { remembered } from './remembered.ts';
