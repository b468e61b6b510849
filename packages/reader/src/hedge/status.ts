import type { DealStatus } from '@tranche/ledger/claim';
import { matchesIn } from '../words/index.ts';

/**
 * The words that set a deal's status. Each list is tried on a clause in this order: what was dropped, what is talk,
 * what is being negotiated, what is signed, what is only intended; a clause with none of them reports something done.
 */
const ABANDONED =
  /\b(?:dropped out|(?:pull|back)(?:ed|s|ing)? out|walk(?:ed|s|ing)? away|withdr(?:ew|awn|aws)|br(?:oke|oken|eaks) (?:down|off)|fell (?:through|apart)|fallen (?:through|apart)|call(?:ed|s) off|collapsed|scrap(?:ped|s)|shelve[ds]?|ditched|axed|abandon(?:ed|s|ing)?|cancel(?:l)?ed|terminated|turn(?:ed|s) down|rebuffed|spurned|reject(?:ed|s) an?|lapsed|(?:will|would|did|does) not (?:see|proceed|go ahead|happen|take place|go through|have)|not (?:to )?(?:proceed|go ahead)|not proceeding|decided (?:not to|against)|(?:talks|discussions|negotiations)(?: \w+){0,6} (?:ended|collapsed|failed|stalled|fizzled)|ended (?:talks|discussions|negotiations)|dropp(?:ed|ing) (?:plans|its plans?|the (?:plan|deal|round|idea))|fail(?:ed|s|ing) to (?:raise|secure|close|complete|attract|find|reach|agree|win|land)|before settling|discussed at first|first discussed|no longer)\b/i;
const RUMOURED =
  /\b(?:is said to be (?:hunting|looking|raising|seeking|in)|(?:is|are|was|were) said to have (?:risen|grown|reached|been|climbed|doubled)|rumou?r(?:s|ed)?|whispers?|shout|speculation|another report|one (?:report )?had reported|(?:various|several|some) (?:outlets|media|reports)|some investors mention\w*|could end up|might end up|pegged|is seen at|are seen at|person who saw|people who saw|unconfirmed|foreign media report|mentioned a commitment|well under)\b/i;
const IN_TALKS =
  /\b(?:(?:in|held|holding|are in|talks?|early|advanced|late-stage|exclusive|preliminary) (?:\w+ ){0,2}(?:talks|discussions|negotiations)|talks were|in talks|negotiat\w+|discuss(?:ing|ions?|ed)|consider(?:ing|s)|weigh(?:s|ing)|mull(?:s|ing)|eye(?:s|ing)|contemplating|evaluating|gaug(?:es|ing)|canvass\w*|pitching|approach(?:ed|ing) (?:investors|potential)|(?:close|closer) to (?:finali[sz]ing|completing|signing|closing|raising|securing|agreeing|clinching|wrapping|reaching|landing|announcing|sealing|inking|an? (?:new )?(?:deal|round|agreement|investment))|near(?:s|ing) (?:an? |the )?(?:new |final )?(?:close|deal|agreement|completion|round|funding|investment)|(?:on the (?:verge|cusp|brink) of|in the (?:process|midst|middle) of)|closing in on|finali[sz]ing|wrapping up|sound(?:s|ing|ed) out|explor(?:ing|es)|seek(?:s|ing)|looking to raise|(?:is|are|was|were|be|been) (?:\w+ly |now |currently |again )?(?:raising(?! [\ue000-\ue3ff]['’]s? (?:\w+ )?(?:stakes?|holding|interest|shareholding|share|position)\b)|fundraising)|courting|(?:talks|discussions|negotiations) (?:value|price|put|would)|price talk|talked about|spoken of|speaking of|(?:received|has|have|receiving) (?:\w+ )?term sheets?)\b/i;
const AGREED =
  /\b(?:agreed|agrees|agreement to|sign(?:ed|s)|ink(?:ed|s)|struck (?:a |an )(?:deal|agreement)|reached (?:a |an )(?:\w+ )?(?:deal|agreement)|pledged|pledging|committed|commits|committing|promised|contracted|definitive agreement|binding|has an agreement|under an agreement|entered (?:into|an?\b|the)|approved an issue|arranged|pledges|due (?:now|to)|falls due|is due|are due)\b/i;
const PLANNED =
  /\b(?:will|would|plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|expect(?:s|ed|ing)?|aim(?:s|ed|ing)?|is to|are to|to be|may|might|could|can|about to|set to|poised to|slated|pencilled|likely|option|supposed to|target(?:s|ed|ing)?|hope[sd]?|hoping|wants?|look for|look(?:s|ing) to|comes? back to investors|scheduled|going to|ready to|prepar(?:es|ing) to|on track to|in line to|(?:has|have|had) (?:yet|still) to|yet to|(?:is|are) offering|is giving|offered|proposed|upcoming|forthcoming|(?:is|are) (?:\w+ly |now |also )?(?:putting|investing|contributing|providing|paying|buying|acquiring|selling|taking|raising|increasing|purchasing|lifting|boosting|earmarking)|impending|should|approved the|applied for|fil(?:ed|es|ing) (?:[\w ]{0,40} )?to (?:raise|sell|offer|list|go|issue)|depends on|uncommitted|non-binding)\b/i;

/** The clause puts the coming step as a hope or a possibility rather than as a term. */
const SOFT =
  /\b(?:likely|looking to|wants?|hopes?|seek(?:s|ing)|mull(?:s|ing)|expect(?:s|ed)?|pencilled|plan(?:s|ned)?|aim(?:s)?|could|hope[sd]?|supposed|still|option|intend(?:s|ed)?|approved|potentially|possibly|may (?!limit|reduce|cut)|choose|discretion|uncommitted|depends on)\b/i;
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

/** A clause around what a rule found: the words before it, its own, and those behind it. */
export interface ClauseParts {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/**
 * How firm a deal is by its clause. A finite past tense with its own subject ("Mill has raised", "which valued it")
 * is done, whatever the words behind it say of other plans; so is a price that the words behind it put into the past
 * ("the $2bn valuation it secured in June"). Otherwise the words count up to where they turn to something else.
 */
export function statusOfClause({ before, words, after }: ClauseParts, done: DealStatus): DealStatus {
  if (SET_EARLIER.test(after)) return done;
  const told = `${before}${words}`;
  const governing = told.slice(lastBreak(told));
  const reach = after.slice(0, TURNS.exec(after)?.index ?? after.length);
  if (isDone(words, before.slice(lastBreak(before))) && !STILL_OPEN.test(reach)) return done;
  if (HEADLINE_TO.test(words)) return 'planned';
  const found = statusByWords(`${governing}${reach}`, done);
  return found !== done && ABANDONED.test(told) ? 'abandoned' : found;
}

const P = '[\\ue000-\\ue3ff]';
const DONE_VERB =
  '(?:raised|secured|closed|completed|landed|bagged|picked up|pulled in|attracted|obtained|received|collected|netted|scored|snagged|nabbed|won|invested|paid|injected|poured|pumped|ploughed|contributed|led|bought|acquired|purchased|sold|took|valued|borrowed|concluded|finali[sz]ed|rounded up|hauled in|brought in|scooped up|drew down|garnered|gathered|put)';
const STEP =
  '(?:,? (?:which|who|that|said|says|announced|announces|confirmed|confirms|reported|revealed|disclosed|today|it|also|has|have|had|now|already|just|since|recently|earlier|later|last|first|then|together|each|both|\\w+ly|[\\uec00-\\uefff]|[\\ue000-\\ue3ff]))';
const FINITE = new RegExp(`^${P}(?:['’]s)?${STEP}{0,9} ${DONE_VERB}\\b`, 'i');
const PRICED = new RegExp(
  `^(?:valued|priced) ${P}|^${P}(?:,? (?:which|who|that))? (?:was|were|had been) (?:[\\w-]+ ){0,2}(?:valued|priced|worth)\\b|^the (?:\\w+ ){0,2}[\\ue400-\\ue7ff] (?:(?:valuation|value|price|figure|price tag) )?(?:that |which )?${P} (?:(?:had|was|last) ){0,2}(?:fetched|got|secured|achieved|obtained|reached|received|commanded|attained|raised)\\b`,
  'i',
);
/** What goes before a past form that makes it no past: "would have", "if it", "be", "rumours that". */
const UNDONE =
  /\b(?:if|unless|until|once|whether|would|could|may|might|will|to|be|been|being|is|are|gets?|rumou?rs?|speculation|talks?|claims?|claiming|suggest\w*|plans?|expect\w*|reports of)(?: [^ ]+){0,3} $/i;
const isDone = (words: string, governing: string): boolean =>
  (FINITE.test(words) || PRICED.test(words)) && !UNDONE.test(governing) && !NO_MONEY.test(words);
/** What a company received or won is not the sum but word of it. */
const NO_MONEY =
  /\b(?:term sheets?|letters? of intent|offers?|proposals?|approvals?|bids?|interest|commitments?|promises?|pledges?)\b/i;
const STILL_OPEN =
  /\b(?:expect(?:ed|s)?|due|set|scheduled|slated) to (?:close|complete|be)\b|\bsubject to\b|\b(?:in|over|through|until|by) (?:tranches|instal)/i;
const HEADLINE_TO = new RegExp(`^${P} to [a-z]+`);

/** "the A valuation it secured with", "the A at which it last sold shares". */
const SET_EARLIER =
  /^,? (?:(?:pre-money |post-money )?(?:valuation|price tag|price|mark|figure|level) )?(?:(?:that|which|at which) )?(?:it|they|the (?:company|firm|start-?up|group|business)|[\ue000-\ue3ff])(?: (?:had|was|last|previously|earlier|first)){0,2} (?:secured|achieved|obtained|reached|received|fetched|commanded|attained|given|assigned|got|raised|hit|notched|set|sold|garnered|earned|clinched|valued)\b/i;

/** Where the words before turn to another event, and where those behind do. */
const BREAK =
  / (?:when|after(?! which)|since|following|because|having) | than (?=(?:the |its )?(?:\w+ ){0,2}[\ue400-\ue7ff])| as (?=[\ue000-\ue3ff]|the )/gi;
const lastBreak = (before: string): number => {
  let at = 0;
  for (const match of matchesIn(BREAK, before)) at = match.index;
  return at;
};
const TURNS =
  / and (?=(?:will|would) (?:now |then )?(?:hold|own|have|become|get|receive|join|use|control|be)\b)| to (?:support|fund|finance|help|expand|accelerate|advance|develop|build|grow|scale|launch|hire)\b|,? (?:(?:and|but|while)(?= (?:(?:it|they|the company|also|now|then) ){0,2}(?:plans?|planning|expects?|aims?|aiming|intends?|hopes?|wants?|seeks?|looks?|looking|prepares?|preparing|said|says)\b)|(?:and|but|while|as|before|after|when|so that|which|that|who|with)(?= (?:it|they|the company|[\ue000-\ue3ff](?:['’]s)?) (?:\w+ )?(?:will|would|plans?|planning|expects?|aims?|aiming|intends?|hopes?|wants?|seeks?|is|are|has|have|looks?|looking|prepares?|preparing|said|says|could|may|can)\b)|(?:it|they)(?= (?:will|plans?|expects?|intends?|aims?|hopes?)\b))/i;

const DENIED =
  /\b(?:denie[sd] (?!to)|denying|fake news|(?:is|are|was|were) (?:\w+ly )?(?:false|wrong|incorrect|inaccurate|baseless|unfounded|untrue|fabricated|not (?:true|correct|accurate))|not true|untrue|without (?:merit|foundation)|no (?:truth|basis)|did not (?:invest|take part|participate)|had not invested|has not invested|makes it an investor)\b/i;

/** The clause rejects what it mentions. */
export const isDenied = (clause: string): boolean => DENIED.test(clause);

const REJECTED =
  /\b(?:den(?:y|ies|ied)|dismiss(?:es|ed)|reject(?:s|ed)|refut(?:es|ed)) (?:\w+ ){0,4}?(?:reports?|rumou?rs?|speculation|talk|suggestions?|claims|that)\b/i;

const CONTRADICTED =
  /\b(?:reports?|rumou?rs?|speculation|claims?|suggestions?|stor(?:y|ies)|figures?|numbers?|allegations?)\b[^.;]{0,160}\b(?:is|are|was|were) (?:\w+ly )?(?:false|wrong|incorrect|inaccurate|baseless|unfounded|untrue|fabricated|not (?:true|correct|accurate))\b/i;

/** "Rumours that it has raised A are incorrect": the sentence rejects what it tells as told by others. */
export const isContradicted = (sentence: string): boolean => CONTRADICTED.test(sentence);

/** What stands behind "denied reports that ..." is mentioned only to be rejected. */
export const isRejected = (upToHere: string): boolean => REJECTED.test(upToHere);

const HEDGE =
  /\b(?:reportedly|allegedly|potentially|possibly|apparently|purportedly|could|may|might|as early as|as soon as|is said to|are said to|is understood to|is expected to|are expected to|expected to|is likely to|likely to|is poised to|set to|close to|about to|plans to|in talks|it is understood|according to the newest news|rumou?red|some people even|if it lands|nothing is final)\b/gi;

/** The hedging words of a clause as written, in order, joined by "; "; the month is none. */
export function hedgesIn(clause: string): string | undefined {
  const found = matchesIn(HEDGE, clause).map((match) => match[0]);
  const words = [...new Set(found)].filter((word) => word !== 'May');
  return words.length === 0 ? undefined : words.slice(0, 4).join('; ');
}
