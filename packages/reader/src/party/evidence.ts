import type { CapitalRun } from './capital-runs.ts';
import type { NameShape } from './name-shape.ts';
import type { Surface } from './surface.ts';
import { COMMON_WORDS, COMPANY_NOUNS, LEGAL_FORMS, PLACES, STATES } from './words.ts';

/** A stretch of text to look for names in; headlines come last, since their capitals say little. */
export interface NameField {
  readonly start: number;
  readonly end: number;
  readonly isHeadline: boolean;
}

/** So much weight makes a name of a run. */
export const FIRM = 2;

/** Adds what one occurrence says for and of a name; `[start, end)` is where the name stands. */
export function weigh(
  surface: Surface,
  text: string,
  field: NameField,
  run: CapitalRun,
  shape: NameShape,
): void {
  const start = run.start + shape.start;
  const end = run.start + shape.end;
  const before = text.slice(Math.max(field.start, start - BEFORE_REACH), start);
  const behind = text.slice(end, Math.min(field.end, end + CONTEXT_REACH));
  surface.count += 1;
  const last = lastWord(before);
  surface.former &&= FORMER_LAST.has(last) && FORMERLY.test(before);
  surface.titled ||= shape.titled || isTitled(before, last, behind);
  if (field.isHeadline) surface.weight += FIRM;
  else if (!isHeading(text, field, run)) {
    const weight = weightOf(text, run.opens && shape.start === 0, surface, end);
    // The same words again say no more: "Release date:" over every item names nobody.
    const next = weight === 1 ? FIRST_WORD.exec(behind)?.[0] : undefined;
    if (next === undefined || next !== surface.weakBehind) surface.weight += weight;
    surface.weakBehind = next ?? surface.weakBehind;
  }
  if (surface.known !== undefined) return;
  if (PLACE_LAST.has(last) && PLACE_BEFORE.test(before.slice(-32))) surface.asPlace += 1;
  if (SOURCE_BEFORE.test(before) || SOURCE_BEHIND.test(behind)) surface.asSource += 1;
  if (IN_PLACE.test(behind)) surface.inPlace = true;
  if (isTerm(shape.name, before, behind)) surface.term = true;
  if (INVESTOR_BEFORE.test(before) || INVESTOR_BEHIND.test(behind)) surface.calledInvestor = true;
}

/** The word before a name, in small letters, with what stands to it; empty where no blank parts them. */
const lastWord = (before: string): string =>
  /[^\s(["“]*(?= ["“]?$)/.exec(before.slice(-LONGEST_WORD))?.[0].toLowerCase() ?? '';
const LONGEST_WORD = 24;
const FORMER_LAST = new Set(['formerly', 'previously', 'fka', 'f/k/a', 'as', 'called']);
const PLACE_LAST = new Set(['of', 'in', 'at', 'near', 'outside', 'around', 'across', 'the']);

const FIRST_WORD = /^[^\p{L}]*\p{L}*/u;
/** How much of the text before and behind a name is looked at. */
const BEFORE_REACH = 90;
export const CONTEXT_REACH = 160;

/** "lithium iron phosphate (LFP)", "ICP (ideal customer profile)": an abbreviation of plain words names nobody. */
function isTerm(name: string, before: string, behind: string): boolean {
  if (!/^\p{Lu}[\p{L}\d]{1,5}$/u.test(name)) return false;
  const letters = name.toLowerCase().replace(/s$/, '');
  const words = before.endsWith('(') && behind.startsWith(')') ? before.slice(0, -1) : undefined;
  const inBrackets = /^ \(([^)]{4,60})\)/.exec(behind)?.[1];
  const initials = (words ?? inBrackets)
    ?.trim()
    .split(/[ -]/)
    .slice(-letters.length)
    .map((word) => word.charAt(0))
    .join('');
  return initials === letters;
}

const INVESTING =
  '(?:investment (?:firm|company|group|manager|fund|house|vehicle|bank|arm)|(?:venture|growth) (?:capital )?(?:firm|fund|company|investor|group|outfit|house|capitalist)|(?:early|late|later|growth|seed)-stage (?:investor|firm|fund|VC)|VC(?: firm| fund)?|(?:private|growth) equity (?:firm|group|investor|fund|house|giant)|PE (?:firm|fund)|hedge fund|(?:sovereign )?wealth fund|(?:asset|fund|wealth|money) manager|buyout (?:firm|group)|family office|accelerator|incubator|pension fund|crossover fund|super angel|micro-?VC)';
const INVESTOR_BEFORE = new RegExp(`\\b${INVESTING}s?,? $`);
const INVESTOR_BEHIND = new RegExp(
  `^(?: \\([^)]{1,30}\\))?, (?:an?|the|another|one of the|\\p{Lu}\\p{L}+[’']s) (?:(?!backed|funded|owned)[\\p{L}\\d'’-]+,? ){0,7}${INVESTING}(?![\\p{L}-])`,
  'u',
);

/**
 * A common word with a capital in the middle of a sentence, doing what companies do ("Last year, Twelve raised"), is
 * used as a name. Titles and the words of filings ("the Company", "the Board") are not.
 */
export const isWordUsedAsName =
  (text: string, run: CapitalRun, field: NameField) =>
  (words: string): boolean => {
    if (field.isHeadline || words.includes(' ')) return false;
    const behind = text.slice(run.end, run.end + CONTEXT_REACH);
    if (PLACES.has(words.toLowerCase())) return IS_COMPANY.test(behind) && RAISES_LATER.test(behind);
    if (!COMMON_WORDS.has(words.toLowerCase()) || isDay(text, run)) return false;
    if (run.opens) return IS_COMPANY.test(behind) || (DAY.test(words) && RAISES.test(behind));
    const before = text.slice(Math.max(field.start, run.start - 18), run.start);
    if (
      /\b(?:the|this|our|its|their|an?|of|per|each|Series|Class|Mr|Ms|Mrs|Dr)\.? (?:\p{Ll}+ )?$/iu.test(
        before,
      ) ||
      /\p{Lu}\p{L}* $/u.test(before)
    )
      return false;
    return words.length > 3 && (COMPANY_VERB.test(behind) || IS_COMPANY.test(behind));
  };

const COMPANY_VERB = /^(?:[’']s |,? (?:has|raised|raises|announced|secured|closed|said|is|was|will|plans) )/;
const RAISES = /^ (?:has |have )?(?:raised|secured|closed|bagged|landed|nabbed|announced|picked up) /;
/** "Dutch, a pet platform, raised $3m": no people and no place does so. */
const RAISES_LATER =
  /^, an? [^.;,]{3,80}, (?:has |have |recently |just )?(?:raised|secured|closed|bagged|landed|nabbed|picked up|received) /;
/** "Sunday is a new French start-up", "Twelve, a maker of": whatever the word, here it is a company. */
const IS_COMPANY = new RegExp(
  `^(?: is|,) an? (?:(?!that|which|who|of|for|in|to)[\\p{L}\\d-]+,? ){0,5}(?:${COMPANY_NOUNS})(?![\\p{L}\\d-])`,
  'u',
);
const DAY =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December)$/;
const DAY_BEFORE =
  /\b(?:on|last|next|this|since|until|by|before|after|late|early|in|of|from|through|every|and|mid-?|\d{1,2}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,) ?$/i;

/** "on Sunday", "March 3": a day or month that is one, whatever else the text calls so. */
export const isDay = (text: string, { start, end }: CapitalRun): boolean =>
  DAY.test(text.slice(start, end)) &&
  (DAY_BEFORE.test(text.slice(Math.max(0, start - 12), start)) ||
    /^,? (?:\d|morning|evening|afternoon|night)/.test(text.slice(end, end + 12)));

/** `Long Name ("Short")`, `Long Name (together, "Short")`, `Long Name (SN)`. */
const DEFINED_SHORT =
  /^(?:,? (?:Corp|Inc|Ltd|Limited|LLC|PLC|plc|AG|SA|NV|GmbH|Co|\p{Lu}{2,4})\.?)?(?: and its affiliates)?,? \((?:together,? |collectively,? |the )?["“]?([\p{Lu}][\p{L}\p{N}&. ]{1,24}?)["”]?\)/u;
/** `New Name (formerly Old Name)`. */
const FORMER_NAME =
  /^,? ?\(?(?:formerly|previously|fka|f\/k\/a|once)(?: known as| called)? ["“]?([\p{Lu}\d][\p{L}\p{N}&. ]{1,40}?)["”]?[,)]/u;
/** The short form that the text gives a name in brackets, and the former name it tells of. */
export function otherNames(behind: string, length: number): string[] {
  const names: string[] = [];
  const short = behind.includes('(') ? DEFINED_SHORT.exec(behind.slice(0, 44))?.[1] : undefined;
  if (short !== undefined && short.length <= length) names.push(short);
  const old = FORMER_NAME.exec(behind)?.[1];
  if (old !== undefined) names.push(old);
  return names;
}
const FORMERLY = /\b(?:formerly|previously|fka|f\/k\/a)(?: known as| called)? ["“]?$/;
const IN_PLACE = new RegExp(`^, (?:${STATES})(?!\\p{L})`, 'u');
const PLACE_BEFORE =
  /(?:[.,)] |^)of $|(?<!(?:\d|invest(?:ment|ments|ed|ing|s|ors?)?|backers?|Series [A-K]|seed|deal|shareholders?|holders?|participation|believers?|bets?|bet|stakes?|shares?|stock|interests?|holdings?|billion|million|trillion|thousand|crore|lakh|euros?|dollars?|pounds|yen|yuan|rupees|bn|mn|m|k|money|funding|capital|equity|rights|votes|power|control|rounds?|notes|debt|loans?|%|percent|cent) )\b(?:in|at|near|based in|outside|around|across)(?: the)? $/i;
/** Verbs a company is the subject of, and what may stand before them. */
const DOES =
  'obtain(?:s|ed)|extend(?:s|ed)|add(?:s|ed)|emerge[sd]|c(?:a|o)mes?|enter(?:s|ed)|sign(?:s|ed)|collect(?:s|ed)|attract(?:s|ed)|borrow(?:s|ed)|dr(?:ew|aws)|issue[sd]|unveil(?:s|ed)|reveal(?:s|ed)|report(?:s|ed)|disclose[sd]|file[sd]|aim(?:s|ed)|hope[sd]|look(?:s|ed)|eye[sd]|need(?:s|ed)|use[sd]|make[sd]?|develop(?:s|ed)|build[s]?|built|operate[sd]|provide[sd]|offer(?:s|ed)|work(?:s|ed)|compete[sd]|remain(?:s|ed)|bec(?:a|o)mes?|began|begins|start(?:s|ed)|gr(?:ew|ows)|double[sd]|triple[sd]|reache[sd]|hit|hits|top(?:s|ped)|crosse[sd]|welcome[sd]|hired|tapped|expand(?:s|ed)|acquire[sd]|merge[sd]|complete[sd]|conclude[sd]|finali[sz]e[sd]|arrange[sd]|launche[sd]|target(?:s|ed)|pursue[sd]|near(?:s|ed)|mull(?:s|ed)|consider(?:s|ed)|approache[sd]|gather(?:s|ed)|garner(?:s|ed)|amasse[sd]|scoop(?:s|ed)|haul(?:s|ed)|rak(?:es|ed)|reel(?:s|ed)|upsize[sd]|boost(?:s|ed)|increase[sd]|brings?|brought|did|does|may|might|can|cannot|must|should|could|then|still|reportedly|currently|already|recently|previously|last|first|previously|later|earlier|initially|originally|quietly|plan(?:s|ned)|invest(?:s|ed)|pump(?:s|ed)|pour(?:s|ed)|inject(?:s|ed)|commit(?:s|ted)|pledge[sd]|achieve[sd]|attain(?:s|ed)|own(?:s|ed)|hold(?:s)?|held|paid|pays|participate[sd]|co-le(?:d|ads)|anchor(?:s|ed)|spearhead(?:s|ed)|back(?:s|ed)|write[s]|wrote';
/** What follows a name at the start of a sentence: a company's verb, a legal form, a description, or more names. */
export const NAME_CONTEXT = new RegExp(
  String.raw`^(?:[’']s |,? (?:${LEGAL_FORMS})(?![\p{L}\p{N}-])|,? \([\p{Lu}$€£₹“"][^)]{1,30}\)|, (?:\w+ly )?(?:an?|another|one of|also|headquartered|maker|makers|developer|developers|provider|operator|owner|best known|which|the|who|founded|co-founded|based|backed|led|owned|known|created|started|of|formerly|previously|currently|headquartered|valued|last|most|now|itself|already|still|maker|developer|whose|one|[\w-]+-based|\w+-backed|\w+-headquartered) |(?:, (?:\p{Lu}|\p{Ll}{1,2}\p{Lu})[\p{L}\p{N}.&’' -]{1,40}){1,12},? and |,? and (?:\p{Lu}|the \p{Lu})| (?:also|just|today|recently|now|each|both|has|have|had|is|are|was|were|will|would|led|leads|co-led|raised|put|closed|secured|agreed|plans|said|says|announced|announces|invested|launched|received|raises|holds|secures|bags|bagged|lands|landed|nabs|nabbed|snags|snagged|grabs|grabbed|scores|scored|nets|netted|wins|won|gets|got|takes|took|picks|picked|pulls|pulled|closes|completes|completed|joined|participated|contributed|backed|valued|seeks|sells|sold|bought|buys|intends|expects|wants|declined|confirmed|${DOES}) )`,
  'u',
);
/** "Electra Secures €433 Million": a headline that opens with a name, a verb of raising and a sum names its company. */
export function isHeadlineSubject(
  text: string,
  field: NameField,
  name: string,
  start: number,
  end: number,
): boolean {
  if (!/^(?:[^\p{L}]*|.{0,24}: )$/u.test(text.slice(field.start, start))) return false;
  return !CALLED_BY_KIND.test(name) && HEADLINE_SUM.test(text.slice(end, Math.min(field.end, end + 60)));
}
const HEADLINE_SUM =
  /^ (?:has )?(?:raises?|raised|secures?|secured|closes?|closed|lands?|landed|bags?|bagged|nabs?|nets?|snags?|grabs?|scores?|gets|wins|receives?|collects?|attracts|completes|picks up|pulls in|hauls in|scoops(?: up)?|banks|announces) (?:an? |another |over |about |nearly |up to |more than )?(?:[A-Z]{1,3})?[$€£¥₹₩\d]/i;
const CALLED_BY_KIND =
  /(?:^| )(?:start-?ups?|firms?|compan(?:y|ies)|makers?|developers?|platforms?|unicorns?|providers?|giants?|players?|specialists?|apps?|(?:bio|fin|insur|prop|health|ed|agri|food|reg|legal|med|clean|climate|deep)-?tech|scale-?ups?|spin-?(?:outs?|offs?)|lenders?|retailers?|operators?|business|service|group|founders?|investors?|he|she|it|who|what|how|why)$/i;

/** Words that fill a line of their own in capitals are a heading, which need not name anybody. */
const isHeading = (text: string, field: NameField, run: CapitalRun): boolean =>
  run.end - run.start > 20 &&
  /(?:^|\n)[^\p{L}\n]*$/u.test(text.slice(Math.max(0, run.start - 4), run.start)) &&
  run.end >= field.end - 1 &&
  (text[run.end] ?? '\n') === '\n' &&
  / (?:\p{L}+ )+/u.test(text.slice(run.start, run.end));

/** Words that join clauses or phrases: what stands before them is no word of a description. */
const NO_MODIFIER =
  'by|with|from|to|in|for|of|while|as|but|or|when|after|before|where|whose|which|who|that|than|is|was|are|were|has|have|had|will|would|could|may|can|at|on|the|a|an|its|their|other|parent';

/** "according to Mill's estimates", "data provider Mill", "Mill data shows", "Editing by Mill": who only tells or counts other people's deals. */
const SOURCE_BEFORE =
  /\b(?:(?:data|research|market|analytics|intelligence|information|tracking|business|statistics)[- ](?:provider|platform|company|firm|tracker|group|service|aggregator|database|intelligence firm)|(?:data|figures|estimates|numbers|statistics|research|analysis) (?:from|by|compiled by|provided by|collected by)|(?:newspaper|news (?:site|agency|outlet|website)|publication|broadcaster|magazine|website|outlet|tabloid)|(?:reporting|editing|writing|translation|compiled|written|edited|photo(?:graph)?s?|image|illustration) by(?: \p{L}+ \p{L}+(?:,| and))*) (?:the )?$/iu;
const SOURCE_BEHIND =
  /^(?:['’]s)? (?:data|estimates?|calculations?|figures|tally|index|tracker|research|database)(?:,| (?:shows?|showed|suggests?|indicates?|seen|compiled|puts?|reviewed|obtained))|^(?: and \p{Lu}\p{L}+ \p{Lu}\p{L}+)? (?:reports?|reported|writes?|wrote) (?:in|for|at) (?:the )?\p{Lu}/u;

/** A past form with its object, or a sum set beside the name as in a list of deals. */
const ACTS =
  /^(?: \p{Ll}{3,}ed (?:an?|the|its|their|[$€£₹]|to|from|with|in|on|up|about|more|over|that)(?!\p{L})| ?(?:[-–—:|,(]|\() ?(?:about |around |over |~)?(?:US|C|A|CA|AU|S|HK)?(?:[$€£₹¥]|(?:USD|EUR|GBP|INR|Rs\.?|CHF) ?\d))/u;
/** "Online payments firm Mill", "Robotics start-ups are": a word before what kind of company somebody is. */
const MODIFIER = new RegExp(
  `^(?: (?!(?:${NO_MODIFIER})\\b|\\p{L}+ed\\b)(?:\\p{Ll}[\\p{L}\\d-]*|&|\\p{Lu}[\\p{Lu}\\d]+)){0,4} (?:${COMPANY_NOUNS})(?![\\p{L}\\d-])`,
  'u',
);

/** How much one occurrence says for a name: words that open a sentence have capitals anyway. */
function weightOf(text: string, opens: boolean, { name, known }: Surface, end: number): number {
  if (known !== undefined) return FIRM;
  const behind = text.slice(end, end + CONTEXT_REACH);
  if (!name.includes(' ') && MODIFIER.test(behind) && !NAME_CONTEXT.test(behind)) return 0;
  if (name.includes(' ') || /\p{Ll}\p{Lu}/u.test(name)) return FIRM;
  if (text[end] === '-') return opens ? 0 : FIRM;
  if (!opens || /^ ?[|\t]/.test(text.slice(end, end + 2))) return FIRM;
  const isName = NAME_CONTEXT.test(behind) || (ACTS.test(behind) && !name.endsWith('s'));
  return isName && (!/ly$/.test(name) || RAISES.test(behind) || ACTS.test(behind)) ? FIRM : 1;
}

/** A function before the name ("chief executive Luis Aranda") or after it ("Dana Whitlock, co-founder"). */
const isTitled = (before: string, last: string, behind: string): boolean =>
  ((TITLE_LAST.test(last) || / by |chief /i.test(before)) && TITLED_BEFORE.test(before.slice(-80))) ||
  (behind.startsWith(', ') && TITLED_BEHIND.test(behind.slice(0, 60)));
/** What the last word before a name ends like where a function stands there. */
const TITLE_LAST =
  /(?:officer|chief|director|founders?|president|boss|partner|investor|head|chairman|chairwoman|executive|spokes(?:man|woman|person)|analyst|colleague|journalist|reporter|author|entrepreneur|mrs?|ms|dr)[.,]?$/;
const TITLED_BEFORE =
  /(?:\b(?:chief \p{L}+(?: officer)?|managing director|finance director|director|(?:co-)?founders?|president|boss|partner|angel investor|head|chairman|chairwoman|executive|spokes(?:man|woman|person)|analyst|colleague|journalist|reporter|author|entrepreneur|investor and founder),?|\b(?:Mr|Ms|Mrs|Dr)\.?|\b(?:founded|started|set up|launched)(?: in \d{4})? by(?: [\p{L}-]+){0,7}) $/iu;
const TITLED_BEHIND =
  /^, (?:(?:(?:its|the|a|our|an)|\p{Lu}[\p{L}\d.]+(?: \p{Lu}[\p{L}\d.]+)?[’']s?) )?(?:(?:former|interim|senior|new) )?(?:co-founder|founder|chief|CEO|CFO|CTO|COO|managing (?:director|partner)|general partner|chairman|chairwoman|spokes(?:man|woman|person)|analyst|who (?:is|was|runs|thinks|owns)|president|Ph\.D)/iu;
