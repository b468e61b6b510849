import type { DealStatus } from '@tranche/ledger/claim';

/**
 * The words that set a deal's status. Each list is tried on a clause in this order: what was dropped, what is talk,
 * what is being negotiated, what is signed, what is only intended; a clause with none of them reports something done.
 */
const ABANDONED =
  /\b(?:dropped out|pulled out|walked away|withdrew|broke down|broken down|fell through|called off|collapsed|scrapped|shelved|abandoned|turned down|rejected an?|lapsed|will not see|before settling|discussed at first|first discussed|no longer)\b/i;
const RUMOURED =
  /\b(?:is said to be (?:hunting|looking|raising|seeking|in)|rumou?r(?:s|ed)?|whispers?|shout|speculation|another report|one (?:report )?had reported|(?:various|several|some) (?:outlets|media|reports)|some investors mention\w*|could end up|might end up|pegged|is seen at|are seen at|person who saw|people who saw|unconfirmed|foreign media report|mentioned a commitment|well under)\b/i;
const IN_TALKS =
  /\b(?:(?:in|held|holding|are in|talks?|early|advanced|late-stage) (?:\w+ )?(?:talks|discussions|negotiations)|talks were|in talks|negotiat\w+|discuss(?:ing|ions?|ed)|considering|weigh(?:s|ing)|close to (?:finali[sz]ing|completing|signing|closing|raising|securing|agreeing|clinching|a deal)|near(?:s|ing) (?:a |the )?(?:close|deal)|finali[sz]ing|sound(?:s|ing) out|exploring|seeking|looking to raise|courting|price talk|talked about|spoken of|speaking of)\b/i;
const AGREED =
  /\b(?:agreed|agrees|sign(?:ed|s)|pledged|committed|commits|promised|contracted|definitive agreement|binding|has an agreement|under an agreement|entered into|approved an issue|arranged|pledges|due (?:now|to)|falls due|is due|are due)\b/i;
const PLANNED =
  /\b(?:will|would|plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|expect(?:s|ed|ing)?|aim(?:s|ed|ing)?|is to|are to|to be|may|might|could|can|about to|set to|poised to|pencilled|likely|option|supposed to|target(?:s|ed|ing)?|hope[sd]?|hoping|wants?|look for|comes? back to investors|scheduled|going to|ready to|(?:is|are) offering|is giving|offered|proposed|upcoming|forthcoming|(?:is|are) (?:putting|investing|contributing|providing|paying)|impending|should|approved the|applied for|depends on|uncommitted)\b/i;

/** The clause puts the coming step as a hope or a possibility rather than as a term. */
const SOFT =
  /\b(?:likely|expect(?:s|ed)?|pencilled|plan(?:s|ned)?|aim(?:s)?|could|hope[sd]?|supposed|still|option|intend(?:s|ed)?|approved|potentially|possibly|may (?!limit|reduce|cut)|choose|discretion|uncommitted|depends on)\b/i;
export const isSoft = (clause: string): boolean => SOFT.test(clause);

/** The clause speaks of something to come. */
export const looksForward = (clause: string): boolean =>
  PLANNED.test(clause) || /\b(?:due|until|available|when|once)\b/i.test(clause);

/** What somebody would not say is no intention. */
const SILENT =
  /\b(?:would|could|did|does|may|will) not (?:\w+ly )?(?:disclose|comment|say|name|confirm|reveal|state)\b/gi;

/** How firm a deal is by the words of its clause; `done` is what a plain past or present tense means here. */
export function statusByWords(words: string, done: DealStatus): DealStatus {
  const clause = words.replace(SILENT, '');
  if (ABANDONED.test(clause)) return 'abandoned';
  if (RUMOURED.test(clause)) return 'rumoured';
  if (IN_TALKS.test(clause)) return 'in_talks';
  const agreed = AGREED.exec(clause);
  const planned = PLANNED.exec(clause);
  if (agreed && (!planned || agreed.index <= planned.index)) return 'agreed';
  if (planned) return 'planned';
  return agreed ? 'agreed' : done;
}

const DENIED =
  /\b(?:denie[sd] (?!to)|denying|fake news|was false|is false|not true|untrue|is wrong|was wrong|no truth|did not (?:invest|take part|participate)|had not invested|has not invested|makes it an investor)\b/i;

/** The clause rejects what it mentions. */
export const isDenied = (clause: string): boolean => DENIED.test(clause);

const REJECTED =
  /\b(?:den(?:y|ies|ied)|dismiss(?:es|ed)|reject(?:s|ed)|refut(?:es|ed)) (?:\w+ ){0,4}?(?:reports?|rumou?rs?|speculation|talk|suggestions?|claims|that)\b/i;

/** What stands behind "denied reports that ..." is mentioned only to be rejected. */
export const isRejected = (upToHere: string): boolean => REJECTED.test(upToHere);

const HEDGE =
  /\b(?:reportedly|allegedly|potentially|possibly|apparently|purportedly|could|may|might|as early as|as soon as|is said to|are said to|is understood to|is expected to|are expected to|expected to|is likely to|likely to|is poised to|set to|close to|about to|plans to|in talks|it is understood|according to the newest news|rumou?red|some people even|if it lands|nothing is final)\b/gi;

/** The hedging words of a clause as written, in order, joined by "; ". */
export function hedgesIn(clause: string): string | undefined {
  const words = [...new Set([...clause.matchAll(HEDGE)].map((match) => match[0]))];
  return words.length === 0 ? undefined : words.slice(0, 4).join('; ');
}
