/**
 * What counts as a letter beside a word, for the body of a character class. In four ranges, because the regular
 * expressions of the engine look a character up in a table out of line as soon as a class has more: `\p{L}` has hundreds,
 * and costs more than the rest of a pattern.
 */
export const LETTER = 'A-Za-z\\u00c0-\\u1fff\\u3040-\\ud7ff';
export const NO_LETTER_BEFORE = `(?<![${LETTER}])`;
export const NO_LETTER_BEHIND = `(?![${LETTER}])`;
