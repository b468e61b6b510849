import { type CapitalRun, capitalRuns } from './capital-runs.ts';
import { knownParty } from './gazetteer.ts';
import { type NameShape, nameShapes } from './name-shape.ts';
import type { Party, PartyMention } from './party.ts';
import { partyFrom, type Surface, sameParty } from './surface.ts';
import { COMMON_WORDS, LEGAL_FORMS, LEGAL_SUFFIX, PLACES, STATES } from './words.ts';

/** A stretch of text to look for names in; headlines come last, since their capitals say little. */
export interface NameField {
  readonly start: number;
  readonly end: number;
  readonly isHeadline: boolean;
}

/** The parties of one document, and where they stand. */
export interface PartyBook {
  readonly parties: readonly Party[];
  mentionsIn(start: number, end: number): PartyMention[];
  /** The party of that name or form of it, in any case. */
  named(name: string): Party | undefined;
}

const LIMIT = 20_000;

/** Collects the names of a text from its own evidence, with the gazetteer's help. Linear in the text. */
export function partyBookOf(text: string, fields: readonly NameField[]): PartyBook {
  const surfaces = new Map<string, Surface>();
  const abbreviations: (readonly [string, string])[] = [];
  const seenRuns: SeenRun[] = [];
  const bodyFirst = [...fields].sort((one, other) => Number(one.isHeadline) - Number(other.isHeadline));
  for (const field of bodyFirst) {
    for (const run of capitalRuns(text, field.start, field.end)) {
      const words = text.slice(run.start, run.end);
      const shapes = nameShapes(words, run.opens, isWordUsedAsName(text, run, field));
      seenRuns.push({ ...run, words, shapes });
      for (const shape of shapes) {
        const start = run.start + shape.start;
        const end = run.start + shape.end;
        const key = shape.name.toLowerCase();
        const seen = surfaces.get(key);
        const known = seen?.known ?? knownParty(shape.name);
        const isNew = seen === undefined && known === undefined;
        if (isNew && field.isHeadline && !isHeadlineSubject(text, field, shape.name, start, end)) continue;
        if (seen === undefined && surfaces.size > LIMIT) continue;
        const surface = seen ?? {
          name: shape.name,
          known,
          weight: 0,
          count: 0,
          asPlace: 0,
          asSource: 0,
          inPlace: false,
          titled: false,
          former: true,
        };
        surface.weight += field.isHeadline
          ? FIRM
          : isHeading(text, field, run)
            ? 0
            : weightOf(text, run.opens && shape.start === 0, shape.name, end);
        surface.count += 1;
        surface.former &&= FORMERLY.test(text.slice(Math.max(field.start, start - 26), start));
        if (known === undefined && PLACE_BEFORE.test(text.slice(Math.max(field.start, start - 32), start)))
          surface.asPlace += 1;
        if (known === undefined && isSource(text, field, start, end)) surface.asSource += 1;
        if (known === undefined && IN_PLACE.test(text.slice(end, end + 24))) surface.inPlace = true;
        surface.titled ||= shape.titled || isTitled(text, field.start, start, end);
        surfaces.set(key, surface);
        const short = DEFINED_SHORT.exec(text.slice(end, end + 44))?.[1];
        if (short !== undefined && short.length <= shape.name.length)
          abbreviations.push([key, short.toLowerCase()]);
        const old = FORMER_NAME.exec(text.slice(end, end + 80))?.[1];
        if (old !== undefined) abbreviations.push([key, old.toLowerCase()]);
      }
    }
  }
  return grouped(text, seenRuns, surfaces, abbreviations);
}

/**
 * A common word with a capital in the middle of a sentence, doing what companies do ("Last year, Twelve raised"), is
 * used as a name. Titles and the words of filings ("the Company", "the Board") are not.
 */
const isWordUsedAsName =
  (text: string, run: CapitalRun, field: NameField) =>
  (words: string): boolean => {
    if (run.opens || field.isHeadline || words.includes(' ') || !COMMON_WORDS.has(words.toLowerCase()))
      return false;
    const before = text.slice(Math.max(field.start, run.start - 12), run.start);
    if (
      /\b(?:the|this|our|its|their|an?|of|Series|Class|Mr|Ms|Mrs|Dr)\.? $/i.test(before) ||
      /\p{Lu}\p{L}* $/u.test(before)
    )
      return false;
    return (
      words.length > 3 &&
      /^(?:[’']s |,? (?:has|raised|raises|announced|secured|closed|said|is|was|will|plans) )/.test(
        text.slice(run.end, run.end + 12),
      )
    );
  };

/** `Long Name ("Short")`, `Long Name (together, "Short")`, `Long Name (SN)`. */
const DEFINED_SHORT =
  /^(?:,? (?:Corp|Inc|Ltd|Limited|LLC|PLC|plc|AG|SA|NV|GmbH|Co|\p{Lu}{2,4})\.?)?(?: and its affiliates)?,? \((?:together,? |collectively,? |the )?["“]?([\p{Lu}][\p{L}\p{N}&. ]{1,24}?)["”]?\)/u;
/** `New Name (formerly Old Name)`. */
const FORMER_NAME =
  /^,? ?\(?(?:formerly|previously|fka|f\/k\/a|once)(?: known as| called)? ["“]?([\p{Lu}\d][\p{L}\p{N}&. ]{1,40}?)["”]?[,)]/u;
const FORMERLY = /\b(?:formerly|previously|fka|f\/k\/a)(?: known as| called)? ["“]?$/;
const IN_PLACE = new RegExp(`^, (?:${STATES})(?!\\p{L})`, 'u');
const FIRM = 2;
const PLACE_BEFORE =
  /(?:[.,)] |^)of $|(?<!(?:invest(?:ment|ments|ed|ing|s|ors?)?|backers?|Series [A-K]|seed|deal|shareholders?|holders?|participation|believers?|bets?|bet|stakes?|shares?|stock|interests?|holdings?|billion|million|bn|m|money|funding|capital|equity|rights|votes|power|control|rounds?|notes|debt|loans?|%|percent|cent) )\b(?:in|at|near|based in|outside|around|across)(?: the)? $/i;
/** Verbs a company is the subject of, and what may stand before them. */
const DOES =
  'obtain(?:s|ed)|extend(?:s|ed)|add(?:s|ed)|emerge[sd]|c(?:a|o)mes?|enter(?:s|ed)|sign(?:s|ed)|collect(?:s|ed)|attract(?:s|ed)|borrow(?:s|ed)|dr(?:ew|aws)|issue[sd]|unveil(?:s|ed)|reveal(?:s|ed)|report(?:s|ed)|disclose[sd]|file[sd]|aim(?:s|ed)|hope[sd]|look(?:s|ed)|eye[sd]|need(?:s|ed)|use[sd]|make[sd]?|develop(?:s|ed)|build[s]?|built|operate[sd]|provide[sd]|offer(?:s|ed)|work(?:s|ed)|compete[sd]|remain(?:s|ed)|bec(?:a|o)mes?|began|begins|start(?:s|ed)|gr(?:ew|ows)|double[sd]|triple[sd]|reache[sd]|hit|hits|top(?:s|ped)|crosse[sd]|welcome[sd]|hired|tapped|expand(?:s|ed)|acquire[sd]|merge[sd]|complete[sd]|conclude[sd]|finali[sz]e[sd]|arrange[sd]|launche[sd]|target(?:s|ed)|pursue[sd]|near(?:s|ed)|mull(?:s|ed)|consider(?:s|ed)|approache[sd]|gather(?:s|ed)|garner(?:s|ed)|amasse[sd]|scoop(?:s|ed)|haul(?:s|ed)|rak(?:es|ed)|reel(?:s|ed)|upsize[sd]|boost(?:s|ed)|increase[sd]|brings?|brought|did|does|may|might|can|cannot|must|should|could|then|still|reportedly|currently|already|recently|previously|last|first|previously|later|earlier|initially|originally|quietly|plan(?:s|ned)|invest(?:s|ed)|pump(?:s|ed)|pour(?:s|ed)|inject(?:s|ed)|commit(?:s|ted)|pledge[sd]|achieve[sd]|attain(?:s|ed)|own(?:s|ed)|hold(?:s)?|held|paid|pays|participate[sd]|co-le(?:d|ads)|anchor(?:s|ed)|spearhead(?:s|ed)|back(?:s|ed)|write[s]|wrote';
/** What follows a name at the start of a sentence: a company's verb, a legal form, a description, or more names. */
const NAME_CONTEXT = new RegExp(
  String.raw`^(?:[’']s |,? (?:${LEGAL_FORMS})(?![\p{L}\p{N}-])|,? \([\p{Lu}$€£₹“"][^)]{1,30}\)|, (?:\w+ly )?(?:an?|another|one of|also|headquartered|maker|makers|developer|developers|provider|operator|owner|best known|which|the|who|founded|co-founded|based|backed|led|owned|known|created|started|of|formerly|previously|currently|headquartered|valued|last|most|now|itself|already|still|maker|developer|whose|one|[\w-]+-based|\w+-backed|\w+-headquartered) |(?:, (?:\p{Lu}|\p{Ll}{1,2}\p{Lu})[\p{L}\p{N}.&’' -]{1,40}){1,12},? and |,? and (?:\p{Lu}|the \p{Lu})| (?:also|just|today|recently|now|each|both|has|have|had|is|are|was|were|will|would|led|leads|co-led|raised|put|closed|secured|agreed|plans|said|says|announced|announces|invested|launched|received|raises|holds|secures|bags|bagged|lands|landed|nabs|nabbed|snags|snagged|grabs|grabbed|scores|scored|nets|netted|wins|won|gets|got|takes|took|picks|picked|pulls|pulled|closes|completes|completed|joined|participated|contributed|backed|valued|seeks|sells|sold|bought|buys|intends|expects|wants|declined|confirmed|${DOES}) )`,
  'u',
);
/** "Electra Secures €433 Million": a headline that opens with a name, a verb of raising and a sum names its company. */
function isHeadlineSubject(
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

/** "according to Mill's estimates", "data provider Mill", "Mill data shows": who only counts other people's deals. */
function isSource(text: string, field: NameField, start: number, end: number): boolean {
  return (
    SOURCE_BEFORE.test(text.slice(Math.max(field.start, start - 60), start)) ||
    SOURCE_BEHIND.test(text.slice(end, Math.min(field.end, end + 40)))
  );
}
const SOURCE_BEFORE =
  /\b(?:(?:data|research|market|analytics|intelligence|information|tracking|business|statistics)[- ](?:provider|platform|company|firm|tracker|group|service|aggregator|database|intelligence firm)|(?:data|figures|estimates|numbers|statistics|research|analysis) (?:from|by|compiled by|provided by|collected by)|(?:newspaper|news (?:site|agency|outlet|website)|publication|broadcaster|magazine|website|outlet|tabloid)) (?:the )?$/i;
const SOURCE_BEHIND =
  /^(?:['’]s)? (?:data|estimates?|calculations?|figures|tally|index|tracker|research|database)(?:,| (?:shows?|showed|suggests?|indicates?|seen|compiled|puts?|reviewed|obtained))/i;

/** A past form with its object, or a sum set beside the name as in a list of deals. */
const ACTS =
  /^(?: \p{Ll}{3,}ed (?:an?|the|its|their|[$€£₹]|to|from|with|in|on|up|about|more|over|that)(?!\p{L})| ?(?:[-–—:|,(]|\() ?(?:about |around |over |~)?(?:US|C|A|CA|AU|S|HK)?(?:[$€£₹¥]|(?:USD|EUR|GBP|INR|Rs\.?|CHF) ?\d))/u;
/** How much of the text behind a name is looked at for that. */
const CONTEXT_REACH = 160;

/** How much one occurrence says for a name: words that open a sentence have capitals anyway. */
function weightOf(text: string, opens: boolean, name: string, end: number): number {
  if (knownParty(name) !== undefined || name.includes(' ') || /\p{Ll}\p{Lu}/u.test(name)) return FIRM;
  if (text[end] === '-') return opens ? 0 : FIRM;
  if (!opens || /^ ?[|\t]/.test(text.slice(end, end + 2))) return FIRM;
  const behind = text.slice(end, end + CONTEXT_REACH);
  const isName = NAME_CONTEXT.test(behind) || (ACTS.test(behind) && !name.endsWith('s'));
  return isName && !/ly$/.test(name) ? FIRM : 1;
}

/** A function before the name ("chief executive Luis Aranda") or after it ("Dana Whitlock, co-founder"). */
function isTitled(text: string, from: number, start: number, end: number): boolean {
  const before = text.slice(Math.max(from, start - 80), start);
  const after = text.slice(end, end + 32);
  return (
    /(?:\b(?:chief \p{L}+(?: officer)?|managing director|finance director|director|(?:co-)?founders?|president|boss|partner|angel investor|head|chairman|chairwoman|executive),?|\b(?:Mr|Ms|Mrs|Dr)\.?|\b(?:founded|started|set up|launched)(?: in \d{4})? by(?: [\p{L}-]+){0,7}) $/iu.test(
      before,
    ) ||
    /^, (?:(?:its|the|a|our) )?(?:co-founder|founder|chief|managing director|chairman|chairwoman|who (?:is|was|runs|thinks|owns)|president|Ph\.D)/iu.test(
      after,
    )
  );
}

function grouped(
  text: string,
  seenRuns: SeenRun[],
  surfaces: ReadonlyMap<string, Surface>,
  abbreviations: readonly (readonly [string, string])[],
): PartyBook {
  const runs = seenRuns.sort((one, other) => one.start - other.start);
  const groups: Surface[][] = [];
  const groupOf = new Map<string, Surface[]>();
  const shortOf = new Map(abbreviations.map(([long, short]) => [short, long]));
  const byWord = new Map<string, Surface[][]>();
  const longer = leadingParts(surfaces.keys());
  for (const [key, surface] of surfaces) {
    if (surface.inPlace || (surface.asPlace > 0 && surface.asPlace === surface.count)) continue;
    if (surface.asSource === surface.count) continue;
    if (surface.weight < FIRM && !longer.has(key)) continue;
    if (surface.known?.kind === 'publication' && !raisesMoney(text, surface.name)) continue;
    const near = wordsOf(key, surface).flatMap((word) => byWord.get(word) ?? []);
    const group =
      groupOf.get(shortOf.get(key) ?? '') ??
      near.find((one) => one.some((other) => sameParty(other, surface))) ??
      newGroup(groups);
    for (const word of wordsOf(key, surface))
      byWord.set(word, [...(byWord.get(word) ?? []), group].slice(0, NEAR_LIMIT));
    group.push(surface);
    groupOf.set(key, group);
  }
  const partyOf = new Map<string, Party>();
  const parties = groups.map((group, id): Party => partyFrom(group, id));
  groups.forEach((group, id) => {
    const party = parties[id];
    for (const surface of group) if (party !== undefined) partyOf.set(surface.name.toLowerCase(), party);
  });
  for (const [long, short] of abbreviations) {
    const party = partyOf.get(long);
    if (party !== undefined && !partyOf.has(short)) partyOf.set(short, party);
  }
  return {
    parties,
    named: (name) =>
      partyOf.get(name.toLowerCase()) ?? partyOf.get(name.replace(LEGAL_SUFFIX, '').trim().toLowerCase()),
    mentionsIn: (start, end) => mentions(text, start, end, runs, partyOf),
  };
}

/** A publication is a party only where it raises money itself. */
const raisesMoney = (text: string, name: string): boolean => {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    if (
      /^(?: (?:has|have|had))? (?:raise[sd]?|secure[sd]|closed) /.test(
        text.slice(at + name.length, at + name.length + 20),
      )
    )
      return true;
  }
  return false;
};

function newGroup(groups: Surface[][]): Surface[] {
  const group: Surface[] = [];
  groups.push(group);
  return group;
}

/** Two forms of a name share a first or last word, or the party the gazetteer knows. */
const wordsOf = (key: string, surface: Surface): string[] => {
  const words = key.split(' ');
  return [
    ...new Set([
      words[0] ?? '',
      words.at(-1) ?? '',
      ...(surface.known === undefined ? [] : [`=${surface.known.name}`]),
    ]),
  ];
};
const NEAR_LIMIT = 60;

/** All that stands before a space in a longer name: short forms that need no other evidence. */
function leadingParts(keys: Iterable<string>): ReadonlySet<string> {
  const parts = new Set<string>();
  for (const key of keys)
    for (let at = key.indexOf(' '); at > 0; at = key.indexOf(' ', at + 1)) parts.add(key.slice(0, at));
  return parts;
}

/** "Texas Mill" may be Mill, of Texas. */
const withoutPlace = (name: string): string | undefined => {
  const [first = '', ...rest] = name.split(' ');
  return rest.length > 0 && PLACES.has(first.toLowerCase()) ? rest.join(' ') : undefined;
};

/** A run with the names the first reading saw in it. */
interface SeenRun extends CapitalRun {
  readonly words: string;
  readonly shapes: readonly NameShape[];
}

/** A common word that is a name in this text is one here too, unless it opens a sentence like any other word. */
function isNameHere(text: string, run: SeenRun, partyOf: ReadonlyMap<string, Party>): boolean {
  return (
    partyOf.has(run.words.toLowerCase()) &&
    (!run.opens || NAME_CONTEXT.test(text.slice(run.end, run.end + CONTEXT_REACH)))
  );
}

/** The first run that ends behind a place. */
function firstBehind(runs: readonly SeenRun[], place: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle] as SeenRun).end <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function mentions(
  text: string,
  start: number,
  end: number,
  runs: readonly SeenRun[],
  partyOf: ReadonlyMap<string, Party>,
): PartyMention[] {
  const found: PartyMention[] = [];
  for (let index = firstBehind(runs, start); index < runs.length; index += 1) {
    const run = runs[index] as SeenRun;
    if (run.start >= end) break;
    const whole = isNameHere(text, run, partyOf);
    for (const shape of whole ? [{ name: run.words, start: 0, end: run.words.length }] : run.shapes) {
      const from = run.start + shape.start;
      const to = run.start + shape.end;
      if (from < start || to > end) continue;
      const party = partyOf.get(shape.name.toLowerCase());
      if (party !== undefined) found.push({ party, span: [from, to] });
      else {
        const rest = withoutPlace(shape.name);
        const behind = rest === undefined ? undefined : partyOf.get(rest.toLowerCase());
        if (rest !== undefined && behind !== undefined)
          found.push({ party: behind, span: [to - rest.length, to] });
      }
    }
  }
  return found;
}
