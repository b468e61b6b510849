import type { SentenceFrame } from '../frame/index.ts';
import type { RoundDraft } from './draft.ts';
import type { Reading } from './reading.ts';
import { type Hit, type Rule, rule } from './rule.ts';

const LIMIT = 6;
const LENGTH = { least: 4, most: 160 };

/** The round whose money a sentence about its use means. */
function mainRound(reading: Reading): RoundDraft | undefined {
  const rounds = reading.rounds();
  const here = rounds.findLast((round) => round.line === reading.line && !round.background);
  return here ?? rounds.find((round) => !round.background) ?? rounds[0];
}

/** Puts one purpose to a round, cut from the text without its leading "to" or "for". */
function addPurpose(round: RoundDraft, frame: SentenceFrame, start: number, end: number, text: string): void {
  const [from, to] = frame.skeleton.origin(start, end);
  const words = text.slice(from, to);
  const lead = /^[\s"“•*–-]*(?:(?:to|on|for|in|the|towards|a|an) )*/i.exec(words)?.[0].length ?? 0;
  const value = words.slice(lead).replace(/[\s,.;]+(?:and)?$/, '');
  if (value.length < LENGTH.least || value.length > LENGTH.most || round.proceeds.length >= LIMIT) return;
  round.proceeds.push({ value, span: [from + lead, from + lead + value.length] });
}

/** The members of "a, b and c"; a lone "a and b" stays together unless a new purpose begins. */
function membersOf(words: string): string[] {
  const until =
    /,? (?:according|which|whose|the company|it said|sources)\b/i.exec(words)?.index ?? words.length;
  const kept = words.slice(0, until);
  return kept.split(kept.includes(', ') ? /, and |, | and / : / and (?=to |on |for |in |\w+ing )/);
}

function purposes(hit: Hit, reading: Reading): boolean {
  const round = mainRound(reading);
  const words = hit.text('use');
  if (round === undefined || words === undefined || round.proceeds.length > 0) return false;
  const skeleton = hit.frame.skeleton.text;
  let from = hit.start + hit.words.lastIndexOf(words);
  for (const part of membersOf(words)) {
    const index = skeleton.indexOf(part, from);
    if (index < 0 || part === '') continue;
    from = index + part.length;
    addPurpose(round, hit.frame, index, from, reading.text);
  }
  return round.proceeds.length > 0;
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
  '(?:(?:the|new|newest|fresh|these) )*(?:funds?|money|proceeds|capital|cash|financing)(?: raised)?';
const USED =
  '(?:will |would |are to |is to )?(?:mainly |primarily )?(?:be )?(?:used|applied|deployed|spent|invested|go(?:es)?|support|finance)';
const USE = '(?<use>[^.;]{4,220})';

const SOURCES: readonly string[] = [
  `${MONEY} ${USED}(?: for| to| towards| on| in)? ${USE}`,
  `${MONEY} (?:are|is) for ${USE}`,
  `{P}{aux} (?:use|spend) (?:the|this) (?:money|funds|proceeds|cash|capital)(?: for| to| on)? ${USE}`,
  `(?:it|{P}) (?:plans to|will) use (?:the money|the funds|it) (?:for|to) ${USE}`,
  `{P} (?:expects|plans|intends) to invest in ${USE}`,
  `(?:it|{P}) will be used to ${USE}`,
  `with the (?:fresh|new) (?:money|capital|funds) (?:the )?${USE} (?:is|are) to (?:start|begin)`,
  `object of the issue ?: ?${USE}`,
];

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
];
