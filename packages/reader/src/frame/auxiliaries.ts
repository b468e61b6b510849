import { TOKEN_CLASS } from './tokens.ts';

/** "which", "who" or "that" between a subject and its auxiliaries. */
const RELATIVE = '(?:,? (?:which|who|that))';

/** One auxiliary, adverb or date between a subject and its verb. */
const ITEM =
  '(?:,? (?:has|have|had|is|are|was|were|be|been|being|will|would|could|may|might|can|should|must|to|also|now|already|since|just|first|then|later|earlier|recently|today|still|again|separately|quietly|successfully|not|said|says|announced|announces|confirmed|confirms|reported|each|both|somehow|even|all|that|it|they|\\w+ly|said to|about|close|near|set|due|expected|planning|plans?|intend|expects?|hopes?|hoping|aims|aiming|intends|intending|wants|agreed|agrees|able|likely|in (?:\\w+ )?(?:talks|discussions|negotiations)|looking|on (?:track|course)|supposed|end(?:s|ed)? up|considering|ready|poised|committed|pledged|promised|understood|believed|{D}))';

/** At most so many of them are stepped over. */
export const MOST_AUXILIARIES = 9;

/** The macro `{aux}`: whatever may stand between a subject and its verb. */
export const AUXILIARIES = `${RELATIVE}?${ITEM}{0,${MOST_AUXILIARIES}}`;

const sticky = (source: string): RegExp =>
  new RegExp(`${source.replaceAll('{D}', `[${TOKEN_CLASS.date}]`)}(?![a-z])`, 'y');

export const RELATIVE_AT = sticky(RELATIVE);
export const AUXILIARY_AT = sticky(ITEM);
