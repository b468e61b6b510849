import { type SentenceFrame, tokenChar } from '../frame/index.ts';
import type { Party } from '../party/index.ts';
import { membersFrom } from './backer-lists.ts';
import { conditionOf } from './condition.ts';
import type { Cited, RoundDraft } from './draft.ts';
import type { Hit } from './hit.ts';
import type { Reading } from './reading.ts';
import { stageNear } from './stage-and-instrument.ts';

/**
 * The round that a sentence about its backers means: the one of the stage it names, else one told in the sentence before
 * the place `at`, else the last one of the line or text.
 */
export function roundOf(hit: Hit, reading: Reading, at = hit.span[0]): RoundDraft | undefined {
  const debt = /\b(?:facility|loans?|credit|notes|debt)\b/i.test(hit.clause);
  const told = reading.rounds().filter((round) => round.denied !== true && round.total !== true);
  const own = told.filter((round) => round.issuer.value === ownerOf(hit, reading));
  const all = own.length > 0 ? own : told;
  const staged = ofNamedStage(hit, reading, all);
  if (staged !== undefined) return staged;
  const ofKind = all.filter((round) => (round.money === 'debt') === debt);
  const rounds = ofKind.length > 0 ? ofKind : all;
  const here = all.filter((round) => round.sentence === reading.sentence);
  if (here.length > 0) {
    const before =
      here.findLast((round) => (round.amount?.span?.[0] ?? 0) <= at) ??
      here.find((round) => !round.background);
    if (before !== undefined) return before;
  }
  const line = rounds.filter(
    (round) => round.line === reading.line && round.sentence >= reading.sentence - REACH,
  );
  return line.at(-1) ?? rounds.findLast((round) => !round.background) ?? rounds.at(-1);
}

/** "investors in P's seed round": whose round it is. */
function ownerOf(hit: Hit, reading: Reading): Party | undefined {
  const owner = OWNED_ROUND.exec(hit.words)?.[1];
  return owner === undefined ? undefined : reading.partyAt(hit, owner);
}
const OWNED_ROUND =
  /([\ue000-\ue3ff])['’]s (?:[\w-]+ ){0,4}(?:round|financing|fundrais\w+|raise|funding|series [a-k]|seed)\b/i;
const REACH = 3;
/** What the clause speaks of, before its verb: "the seed round was ". */
const SUBJECT = /(?:^|[,;] |\b(?:and|while|whereas) )(?:the |its |this |that )([^\ue000-\uf8ff,;]{3,50})$/i;

/** Of several rounds told just before, the one whose stage the words name: "the seed was led by P". */
function ofNamedStage(hit: Hit, reading: Reading, all: readonly RoundDraft[]): RoundDraft | undefined {
  const near = all.filter((round) => round.sentence >= reading.sentence - REACH && round.stage !== undefined);
  if (near.length < 2) return undefined;
  const stage = stageNear(hit.words, 0) ?? stageNear(SUBJECT.exec(hit.before)?.[1] ?? '', 0);
  return stage === undefined ? undefined : near.findLast((round) => round.stage?.value === stage);
}

function add(
  list: Cited<string>[],
  other: readonly Cited<string>[],
  parties: readonly Cited<Party>[],
  issuer: Party,
): boolean {
  let added = false;
  for (const party of parties) {
    const name = party.value.name;
    if (party.value === issuer || [...list, ...other].some((one) => one.value === name)) continue;
    list.push({ value: name, ...(party.span === undefined ? {} : { span: party.span }) });
    added = true;
  }
  return added;
}

/** Gives the backers to the round meant; where none was drafted yet, they wait for the one the text is about. */
function give(
  hit: Hit,
  reading: Reading,
  slot: 'backer' | 'lead',
  to: (round: RoundDraft, parties: readonly Cited<Party>[]) => boolean,
): boolean {
  const toldHere = reading.rounds().some((round) => round.sentence === reading.sentence);
  if (
    (NOT_BACKING.test(hit.clause) &&
      !(toldHere && EARLIER_ROUND.test(hit.clause)) &&
      !RETURNING.test(hit.words)) ||
    LEFT.test(hit.frame.skeleton.text) ||
    reading.namesVenture()
  )
    return false;
  const parties = membersFrom(hit, reading, slot).filter(({ value }) => !reading.roles.ventures.has(value));
  if (parties.length === 0 || (reading.roles.ventureIsTopic && reading.topic() === undefined)) return false;
  const round = roundOf(hit, reading, hit.refs(slot)[0]?.span[0]);
  if (round !== undefined && (isOfAnother(hit, reading, round, parties) || isFar(hit, reading, round)))
    return false;
  if (round !== undefined) return to(round, parties);
  reading.waiting.push((later) => {
    to(later, parties);
  });
  return true;
}

/** Firms that are named far behind a round, in a sentence that speaks of no deal, are named for something else. */
const isFar = (hit: Hit, reading: Reading, round: RoundDraft): boolean =>
  round.line !== reading.line &&
  round.sentence < reading.sentence - REACH &&
  !DEAL.test(hit.frame.skeleton.text);
const DEAL =
  /\b(?:rounds?|financing|funding|fundrais\w*|rais(?:e|ed|es|ing)|series [a-k]|invest(?:ed|ing|ors?)|backe(?:d|rs?)|participat\w+|joined|led|syndicate|deal|placement|facility|loan|notes)\b/i;

/** The sentence opens with another company that does something about its own money. */
function isOfAnother(
  hit: Hit,
  reading: Reading,
  round: RoundDraft,
  parties: readonly Cited<Party>[],
): boolean {
  if (round.sentence === reading.sentence) return false;
  const own = reading.ownCompany(hit.span[0]);
  if (own === undefined || own === round.issuer.value || parties.some(({ value }) => value === own))
    return false;
  return OWN_DEAL.test(hit.before) && !reading.rounds().some((one) => one.issuer.value === own);
}

const OWN_DEAL = /\b(?:completed|closed|raised|announced|secured|received|entered)\b/i;

const LEFT = /\b(?:dropped|pulled) out\b/i;
/** Whoever backed an earlier round backs it where the sentence tells of that round. */
const RETURNING =
  /\b(?:investors|backers|shareholders|participants) (?:from|in|of) (?:the |its |their |a )?(?:earlier|previous|last|prior)\b/i;
const EARLIER_ROUND = /\b(?:earlier|previous|last|prior) (?:round|raise|financing)\b/i;
const NOT_BACKING =
  /\b(?:(?:earlier|previous|last|prior) (?:tender|round|raise|financing)|declined|did not|not clear whether|joins? the (?:board|company|strategic|supervisory)|join the board|has been in discussions|denied|whose (?:\w+ ){0,3}(?:investors|backers|shareholders)|counts|(?:last|previously|most recently|earlier) valued)\b/i;
/** "The team led by", "a company led by": somebody who runs something. */
const RUNS =
  /\b(?:team|company|start-?up|firm|fund|group of (?:scientists|researchers)|effort|business)\b[^,․]{0,12}$/i;

/** "P led a round into Q": Q's round. */
const LED_INTO = /^ (?:in|into|of|for) (?:[\w-]+-based )?([\ue000-\ue3ff])(?!['’]s)/;

/** Leads go to the round of the stage that the words name, if they name one. */
export const leads = (hit: Hit, reading: Reading): boolean => {
  const stage = stageNear(hit.words, 0);
  if (RUNS.test(hit.before) && /^(?:led|headed) by/i.test(hit.words)) return false;
  return give(hit, reading, 'lead', (round, parties) => {
    const into = LED_INTO.exec(hit.after)?.[1];
    if (into !== undefined && reading.partyAt(hit, into) !== round.issuer.value) return false;
    const fits = stage === undefined || round.stage === undefined || round.stage.value === stage;
    return fits && add(round.leads, [], parties, round.issuer.value);
  });
};

/** "P (lead)" marks one name of a list. */
export const onlyLead = (hit: Hit, reading: Reading): boolean => {
  const round = roundOf(hit, reading);
  return (
    round !== undefined && add(round.leads, [], reading.parties(hit, 'lead').slice(-1), round.issuer.value)
  );
};

export const participants = (hit: Hit, reading: Reading): boolean =>
  give(hit, reading, 'backer', (round, parties) =>
    add(round.participants, round.leads, parties, round.issuer.value),
  );

/** "A from P": the backers of the round of just that sum. */
export function sumFrom(hit: Hit, reading: Reading): boolean {
  const start = hit.amount('sum')?.start;
  const round = reading
    .rounds()
    .find((one) => one.sentence === reading.sentence && one.amount?.span?.[0] === start);
  return (
    round !== undefined &&
    add(round.participants, round.leads, membersFrom(hit, reading, 'backer'), round.issuer.value)
  );
}

/** "alongside P" speaks of a backer where the sentence speaks of giving, unless P raises money of its own. */
export const besideOthers = (hit: Hit, reading: Reading): boolean =>
  !reading.parties(hit, 'backer').every(({ value }) => !value.investor && reading.roles.issuers.has(value)) &&
  /\b(?:invest|round|financ|fund|led\b|lead|particip|join|back|contribut|series [a-k]\b|put\b)/i.test(
    hit.frame.skeleton.text,
  ) &&
  participants(hit, reading);

/** "Investors included P"; "its investors included P" and "backed by investors like P" tell of a company's owners. */
export function namedInvestors(hit: Hit, reading: Reading): boolean {
  const isGiven = GIVEN_BY.test(hit.before) && !COMPANY_BACKED.test(hit.before);
  if (!isGiven && !NAMES.test(hit.words)) return false;
  if (!isGiven && OWNED.test(hit.before)) return false;
  if (/\binclude\b/i.test(hit.words) && (EARLIER.test(hit.before) || /^share/i.test(hit.words))) return false;
  return participants(hit, reading);
}

/** The words say who they are and do not just give examples. */
const NAMES = /\b(?:include[sd]?|were|are|is|was|compris\w+|consist\w*)\b|:/i;
const GIVEN_BY =
  /(?:\b(?:from|with|by|alongside|among|attract\w*|dr[ae]w\w*|lur\w+|saw|sees|welcom\w*|add\w*|includ\w+|br(?:ing|ought)\w*|and|joined),? (?:(?:the|[\ue000-\ue3ff]['’]s) )?|^(?:the )?|, (?:the )?)(?:[\w-]+ ){0,5}$/i;
const COMPANY_BACKED = /(?:\bbacked by|\barms? of|\bcounts?|\bwhose) (?:[\w-]+ ){0,5}$/i;
const OWNED = /(?:['’]s|\b(?:its|their|our|whose)) (?:[\w-]+ ){0,3}$/i;
const EARLIER = /\b(?:existing|earlier|previous|early|prior|current|past) (?:[\w-]+ ){0,2}$/i;

/** "Backers include:" before a list; the items that follow name them. */
export function opensBackers(hit: Hit, reading: Reading): boolean {
  reading.listedBackers = OWNED.test(hit.before) ? undefined : roundOf(hit, reading);
  return reading.listedBackers !== undefined;
}

/** An item of a list of backers: a name, and no more than a few words on who it is. */
export function backersFromItem(frame: SentenceFrame, reading: Reading): void {
  const round = reading.listedBackers;
  const words = frame.skeleton.text.split(' ').length;
  if (round === undefined || frame.amounts.length > 0 || words > MOST_WORDS_OF_ITEM) return;
  const members = frame.parties.flatMap((refs, index) =>
    frame.skeleton.text.includes(tokenChar('party', index)) ? refs : [],
  );
  const parties = members.flatMap((ref): Cited<Party>[] => {
    const value = reading.partyOf(ref);
    return value === undefined ? [] : [{ value, span: ref.span }];
  });
  add(round.participants, round.leads, parties, round.issuer.value);
}
const MOST_WORDS_OF_ITEM = 12;

/** "It also includes P": the round whose backers the sentence before told. */
export function itIncludes(hit: Hit, reading: Reading): boolean {
  const isBack = hit.refs('it').every((ref) => ref.anaphor === 'subject');
  const round = reading.lastRound;
  if (!isBack || round === undefined || round.participants.length + round.leads.length === 0) return false;
  return round.sentence >= reading.sentence - REACH && participants(hit, reading);
}

/** Backers without names that the text puts in the place of names. */
export function unnamedBackers(hit: Hit, reading: Reading): boolean {
  const round = roundOf(hit, reading);
  const words = hit.text('who');
  const span = reading.spanOfWords(hit, words);
  if (round === undefined || words === undefined || span === undefined || round.participants.length > 0)
    return false;
  round.participants.push({ value: words, span });
  return true;
}

/** A deal that is signed while its money waits for something. */
export function signed(hit: Hit, reading: Reading): boolean {
  const issuer = reading.issuer(hit)?.value;
  const round = reading.rounds().find((one) => one.issuer.value === issuer && !one.background);
  if (round === undefined) return false;
  round.status = 'agreed';
  round.condition ??= conditionOf(hit, reading);
  return true;
}

/** The lead goes, and the deal with it. */
export function pulledOut(hit: Hit, reading: Reading): boolean {
  const names = reading.parties(hit, 'investor').map(({ value }) => value.name);
  const round = reading
    .rounds()
    .findLast((one) => one.line === reading.line && one.leads.some(({ value }) => names.includes(value)));
  if (round === undefined) return false;
  round.status = 'abandoned';
  for (const draft of reading.drafts)
    if (draft.type === 'valuation' && draft.sentence === round.sentence) draft.status = 'abandoned';
  return true;
}
