/** Words with which a text says that a condition does not come about; "no later than" is none of them. */
const FAILS =
  /\b(?:(?:not|no)(?! later)|never|without|unless|miss(?:es|ed)?|fail(?:s|ed|ing|ure)?|lapses?|falls through)\b|n['’]t\b/i;

/** True when what is said holds only if a condition fails: "if the restructuring is not done by year-end". */
export const isFallback = (condition: string | undefined): boolean =>
  condition !== undefined && FAILS.test(condition);
