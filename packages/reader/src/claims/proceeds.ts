import type { SentenceFrame } from '../frame/index.ts';
import type { RoundDraft } from './draft.ts';
import type { Reading } from './reading.ts';
import { type Hit, type Rule, rule } from './rule.ts';

const LIMIT = 6;
const LENGTH = { least: 4, most: 160 };

/** The round whose money a sentence about its use means. */
function mainRound(reading: Reading): RoundDraft | undefined {
  const rounds = reading.rounds();
  const line = rounds.filter((round) => round.line === reading.line && !round.background);
  const { mainIssuer, several } = reading.roles;
  const main = several ? undefined : line.findLast((round) => round.issuer.value === mainIssuer);
  return main ?? line.at(-1) ?? rounds.find((round) => !round.background) ?? rounds[0];
}

/** Puts one purpose to a round, cut from the text without its leading "to" or "for". */
function addPurpose(round: RoundDraft, frame: SentenceFrame, start: number, end: number, text: string): void {
  const [from, to] = frame.skeleton.origin(start, end);
  const words = text.slice(from, to);
  const lead =
    /^[\s"“•*–-]*(?:(?:to|on|for|in|the|towards|a|an|primarily|mainly|partly|largely) )*/i.exec(words)?.[0]
      .length ?? 0;
  const value = words.slice(lead).replace(/[\s,.;]+(?:and)?$/, '');
  if (value.length < LENGTH.least || value.length > LENGTH.most || round.proceeds.length >= LIMIT) return;
  round.proceeds.push({ value, span: [from + lead, from + lead + value.length] });
}

/** What a purpose does, in the form it has behind "to". */
const DOES =
  '(?:further |also |continue to |rapidly |significantly )?(?:accelerate|acquire|add|advance|boost|bring|broaden|build|buy|bolster|commercialise|commercialize|complete|conduct|construct|continue|cover|create|bankroll|further (?=its|the|our|their)|deepen|deliver|deploy|develop|double|drive|enable|enhance|enter|establish|expand|explore|extend|finance|finish|fuel|fund|grow|help|hire|improve|increase|initiate|install|integrate|introduce|invest|launch|make|market|manufacture|meet|move|obtain|open|pay|prepare|produce|progress|promote|provide|pursue|push|recruit|refinance|repay|roll|reach|run|scale|secure|set|shore|speed|start|strengthen|supply|support|take|kick-start|jump-start|identify|unlock|design|demonstrate|evaluate|execute|modernise|modernize|double down|test|train|upgrade|validate|widen)\\b';
/** Where a list of purposes is parted: before the next thing to do, or between short things. */
const NEXT_DOING = new RegExp(
  `(?:[,;] (?:and |as well as |plus )?| (?:and |as well as |plus ))(?:to |on |for )?(?=${DOES})|(?:,|;) (?:and |as well as )?(?=\\w+ing\\b)| and (?=\\w+ing\\b)`,
  'i',
);
const BEGINS_DOING = new RegExp(`^(?:to )?${DOES}`, 'i');
/** Words behind a list that are no purpose: who said so, an aside, what follows from it. */
const BEYOND =
  /, [\ue000-\ue3ff],? (?:said|says|added|told)\b|,? with (?:cities|countries|markets|plans|a focus|an emphasis|locations|more)\b|,? (?:according|which|whose|that will|it said|the company said|sources|as per|per (?:the|its)|as (?:it|the company)|the filing|while|beginning|(?:he|she|they|it) (?:said|added)|said)\b|,? (?:including|to enable (?:it|them) to|so that|with the (?:bulk|aim|goal|rest))\b|, (?:leading to|enabling|allowing|bringing|followed by)\b|, (?:an?|the) (?:group|class|type|form|family|set|series|subset|rare|kind)\b|, (?:an?|the) (?=\w+(?: \w+)? (?:formulation|platform|drug|candidate|technology|product|service|company|tool))/i;
/** "used almost $20 million": money, not what it is for. */
const BEGINS_WITH_SUM =
  /^\W*(?:(?:almost|nearly|about|around|some|over|up|to|more|than|at|least|the) ){0,2}[\ue400-\ue7ff]/i;
const SHORT_WORDS = 7;

/** The members of "a, b and c"; a lone "a and b" stays together unless a new purpose begins. */
function membersOf(words: string): string[] {
  const kept = words.slice(0, BEYOND.exec(words)?.index ?? words.length);
  if (kept.includes(';')) return kept.split(/;,? (?:and )?/);
  if (BEGINS_DOING.test(kept))
    return kept.split(NEXT_DOING).filter((part) => part !== '' && part !== undefined);
  const parts = kept.split(kept.includes(', ') ? /, and |, | and / : / and (?=to |on |for |in |\w+ing )/);
  const areShort = parts.every((part) => part.split(' ').length <= SHORT_WORDS);
  return areShort ? parts : kept.split(/,? and (?=to |on |for |in |\w+ing )|, (?=to |on |for )/);
}

function purposes(hit: Hit, reading: Reading): boolean {
  const round = mainRound(reading);
  return round !== undefined && round.proceeds.length === 0 && addPurposes(hit, round, reading);
}

function addPurposes(hit: Hit, round: RoundDraft, reading: Reading): boolean {
  const words = hit.text('use');
  if (words === undefined) return false;
  const skeleton = hit.frame.skeleton.text;
  let from = hit.start + hit.words.lastIndexOf(words);
  for (const part of membersOf(words)) {
    const index = skeleton.indexOf(part, from);
    if (index < 0 || part === '' || BEGINS_WITH_SUM.test(part)) continue;
    from = index + part.length;
    addPurpose(round, hit.frame, index, from, reading.text);
  }
  return round.proceeds.length > 0;
}

/** The purpose told with the sum is that of the sum's round. */
function purposesBehind(hit: Hit, reading: Reading): boolean {
  const here = reading.rounds().findLast((round) => round.sentence === reading.sentence);
  return here !== undefined && here.proceeds.length === 0 && addPurposes(hit, here, reading);
}

/** "The funds will be used to:" before a list; the items that follow are the purposes. */
function opensList(_hit: Hit, reading: Reading): boolean {
  reading.listedPurposes = mainRound(reading);
  return reading.listedPurposes !== undefined;
}

/** An item of a list of purposes. */
export function purposeFromItem(frame: SentenceFrame, reading: Reading): void {
  const round = reading.listedPurposes;
  const mark = /^\W*(?:\(?\w{1,3}[.)])?\s*/.exec(frame.skeleton.text)?.[0].length ?? 0;
  if (round !== undefined) addPurpose(round, frame, mark, frame.skeleton.text.length, reading.text);
}

/** Part of the money is meant for a venture. */
function toVenture(hit: Hit, reading: Reading): boolean {
  const round = mainRound(reading);
  const refs = hit.frame.parties.flat().filter((ref) => ref.span[0] >= hit.span[0]);
  const venture = refs.find((ref) => ref.party !== undefined && reading.roles.ventures.has(ref.party));
  if (round === undefined || venture?.party === undefined) return false;
  const { name } = venture.party;
  if (!round.proceeds.some((one) => one.value.includes(name)))
    round.proceeds.push({ value: `${name} commitment`, span: venture.span });
  return true;
}

/** "The rest would cover operating losses": one purpose more. */
function theRest(hit: Hit, reading: Reading): boolean {
  const round = mainRound(reading);
  const words = hit.text('use');
  if (round === undefined || words === undefined) return false;
  const at = hit.start + hit.words.lastIndexOf(words);
  addPurpose(round, hit.frame, at, at + words.length, reading.text);
  return true;
}

const MONEY =
  '(?:(?:the|new|newest|fresh|these|this|its|net|raised|additional|latest|series [a-k]|seed) )*(?:funds?|funding|money|proceeds|capital|cash|financing|investment|round)(?: raised)?(?: from (?:the|this|its) (?:[\\w-]+ ){0,3}(?:round|financing|offering|sale|placement|raise|funding|deal|notes?|loan|facility|issue|investment|transaction|series [a-k]))?';
const USED =
  '(?:will |would |are to |is to |is intended to |are intended to |is expected to |are expected to )?(?:mainly |primarily |also |largely |further )?(?:be )?(?:mainly |primarily |also |largely )?(?:used|utili[sz]ed|applied|deployed|spent|invested|put|channel(?:l)?ed|directed|allocated|earmarked|go(?:es)?|support|finance|fund|help|allow|enable|fuel|accelerate|enables|allows|helps|supports|funds|finances|fuels)';
/** Up to a full stop; that of "U.S." within a sentence is none. */
const USE = '(?<use>(?:[^․]|(?<=[^a-z]u)․(?=s)|(?<=[^a-z]u․s)․(?= [a-z])){4,260})';
const SPENDS = '(?:use|utili[sz]e|spend|deploy|invest|apply|put)';
const THE_MONEY = `(?:(?:the|this|these|its|that|some of the|part of the|a portion of the) (?:[\\w-]+ ){0,3}(?:money|funds?|funding|proceeds|cash|capital|finance|financing|investment|infusion|raise|round)|(?:net |the net |remaining )?(?:proceeds|funds))(?: from (?:the|this|its) (?:[\\w-]+ ){0,3}(?:round|financing|raise))?`;

const SOURCES: readonly string[] = [
  `${MONEY} ${USED}(?: for| to| towards?| on| in| {P}(?: to)?)? ${USE}`,
  `${MONEY} (?:are|is) (?:for|to) ${USE}`,
  `{P},?{aux} ${SPENDS} ${THE_MONEY}(?: for| to| towards?| on| in)? ${USE}`,
  `{P}{aux} (?:on )?(?:using|spending|investing|deploying) ${THE_MONEY}(?: for| to| towards?| on| in)? ${USE}`,
  `(?:it|{P}){aux} use (?:the money|the funds|it) (?:for|to) ${USE}`,
  `{P} (?:expects|plans|intends) to invest in ${USE}`,
  `(?:it|{P}) will be used to ${USE}`,
  `(?:with|using) (?:the|this|its) (?:[\\w-]+ ){0,3}(?:funding|money|capital|funds|cash|financing|investment|proceeds),? {P}{aux} (?:to )?(?=${DOES})${USE}`,
  `with the (?:fresh|new) (?:money|capital|funds) (?:the )?${USE} (?:is|are) to (?:start|begin)`,
  `with the (?:new |fresh |additional )?(?:money|capital|funds|funding|financing|investment|cash)(?: \\w+)?, {P}{aux} (?=(?:build|open|expand|develop|hire|launch|scale|double|grow|extend|increase|construct|accelerate|complete|enter|invest|buy|acquire))${USE}`,
  `object of the issue ?: ?${USE}`,
  `use of proceeds ?: ?${USE}`,
];

/** "raised A to build a plant": the purpose stands behind the sum. */
const RAISED_TO: readonly string[] = [
  `{A}(?: (?:(?:in|of|as) )?(?:an? |its |the )?(?:[\\w-]+ ){0,4}{round})?(?:,? led by {P})? (?:to (?:help )?|in order to )(?<use>${DOES}[^․]{4,200})`,
];

/** "closes a A round for national expansion". */
const RAISED_FOR = `{A} {round},? for (?<use>(?:[\\w-]+ ){0,4}(?:expansion|growth|development|research|rollout|roll-out|deployment|hiring|R&D)(?: (?:of|in|across|into) [^․;,]{3,80})?)`;

export const PROCEEDS_RULES: readonly Rule[] = [
  rule('proceeds', `${MONEY} ${USED}(?: for| to| towards)? ?:$`, opensList, []),
  rule(
    'proceeds',
    '(?:portion|part|slice|share|some) of (?:the|this|these|{P}) (?:{P} )?[^․.;]{0,40}(?:capital|money|funds|proceeds|cash|is|will|would)\\b',
    toVenture,
    [],
  ),
  rule('proceeds', '{A} of (?:it|{P}) is (?:expected|meant) to be spent on', toVenture, []),
  rule(
    'proceeds',
    'the rest (?:would|will|is to|goes to) (?:cover|fund|finance|pay for|go to|go towards)? ?(?<use>[^․.;,]{4,80})',
    theRest,
    [],
  ),
  ...SOURCES.map((source) => rule('proceeds', source, purposes, [])),
  rule('proceeds', RAISED_FOR, purposesBehind, []),
  ...RAISED_TO.map((source) => rule('proceeds', source, purposesBehind, [])),
];
