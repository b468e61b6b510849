import type { Party } from '../party/index.ts';
import { conditionOf } from './condition.ts';
import type { Cited, RoundDraft } from './draft.ts';
import { draftInvestments } from './investment.ts';
import type { Reading } from './reading.ts';
import { type Hit, type Rule, rule } from './rule.ts';
import { instrumentIn, stageNear } from './stage-and-instrument.ts';

/** The round that a sentence about its backers means: one drafted in the sentence, else the last one of the line or text. */
function roundOf(hit: Hit, reading: Reading): RoundDraft | undefined {
  const debt = /\b(?:facility|loans?|credit|notes|debt)\b/i.test(hit.clause);
  const all = reading.rounds().filter((round) => round.denied !== true && round.total !== true);
  const ofKind = all.filter((round) => (round.money === 'debt') === debt);
  const rounds = ofKind.length > 0 ? ofKind : all;
  const here = all.filter((round) => round.sentence === reading.sentence);
  if (here.length > 0) {
    const at = hit.span[0];
    const told =
      here.findLast((round) => (round.amount?.span?.[0] ?? 0) <= at) ??
      here.find((round) => !round.background);
    if (told !== undefined) return told;
  }
  const line = rounds.filter(
    (round) => round.line === reading.line && round.sentence >= reading.sentence - 3,
  );
  return line.at(-1) ?? rounds.findLast((round) => !round.background) ?? rounds.at(-1);
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
  slot: string,
  to: (round: RoundDraft, parties: readonly Cited<Party>[]) => boolean,
): boolean {
  if (NOT_BACKING.test(hit.clause) || LEFT.test(hit.frame.skeleton.text) || reading.namesVenture())
    return false;
  const parties = reading.parties(hit, slot).filter(({ value }) => !reading.roles.ventures.has(value));
  if (parties.length === 0 || (reading.roles.ventureIsTopic && reading.topic() === undefined)) return false;
  const round = roundOf(hit, reading);
  if (round !== undefined && isOfAnother(hit, reading, round, parties)) return false;
  if (round !== undefined) return to(round, parties);
  reading.waiting.push((later) => {
    to(later, parties);
  });
  return true;
}

/** The sentence opens with another company that does something about its own money. */
function isOfAnother(
  hit: Hit,
  reading: Reading,
  round: RoundDraft,
  parties: readonly Cited<Party>[],
): boolean {
  const own = reading.ownCompany(hit.span[0]);
  if (own === undefined || own === round.issuer.value || parties.some(({ value }) => value === own))
    return false;
  return OWN_DEAL.test(hit.before) && !reading.rounds().some((one) => one.issuer.value === own);
}

const OWN_DEAL = /\b(?:completed|closed|raised|announced|secured|received|entered)\b/i;

const LEFT = /\b(?:dropped|pulled) out\b/i;
const NOT_BACKING =
  /\b(?:(?:earlier|previous|last|prior) (?:tender|round|raise|financing)|declined|did not|not clear whether|joins? the (?:board|company|strategic|supervisory)|join the board|has been in discussions|denied|whose (?:\w+ ){0,3}(?:investors|backers|shareholders)|counts)\b/i;
/** "The team led by", "a company led by": somebody who runs something. */
const RUNS =
  /\b(?:team|company|start-?up|firm|group of (?:scientists|researchers)|effort|business)\b[^,․]{0,12}$/i;

/** "P led a round into Q": Q's round. */
const LED_INTO = /^ (?:in|into|of|for) (?:[\w-]+-based )?([\ue000-\ue3ff])(?!['’]s)/;

/** Leads go to the round of the stage that the words name, if they name one. */
const leads = (hit: Hit, reading: Reading): boolean => {
  const stage = stageNear(hit.words, 0);
  if (RUNS.test(hit.before) && /^(?:led|headed) by/i.test(hit.words)) return false;
  return give(hit, reading, 'lead', (round, parties) => {
    const into = LED_INTO.exec(hit.after)?.[1];
    if (into !== undefined && reading.partyAt(hit, into) !== round.issuer.value) return false;
    const fits = stage === undefined || round.stage === undefined || round.stage.value === stage;
    return fits && add(round.leads, [], parties, round.issuer.value);
  });
};

const participants = (hit: Hit, reading: Reading): boolean =>
  give(hit, reading, 'backer', (round, parties) =>
    add(round.participants, round.leads, parties, round.issuer.value),
  );

/** "Investors included P"; "its investors included P" tells of the company's owners and not of a round. */
const namedInvestors = (hit: Hit, reading: Reading): boolean =>
  !/(?:['’]s|\b(?:its|their|our|other|whose)) (?:[\w-]+ ){0,2}$/i.test(hit.before) &&
  participants(hit, reading);

const DEAL =
  '(?:round|financing|raise|deal|investment|funding|syndicate|series [a-k](?:[- ]?\\d)?|cheque|check|facility|extension|seed|group|transaction|fundrais\\w+|that one)';
const THE_DEAL = `(?:the|its|that|this|an?|both|{P}['’]s) (?:{A} )?(?:[\\w-]+ ){0,3}${DEAL}`;
/** What a backer does in a round without leading it. */
const TAKES_PART =
  '(?:participat\\w+|tak(?:e|es|ing) part|took part|(?:joined|joins?|joining)\\b(?! (?:as|(?:the|its|our|{P}.s?) (?:[\\w-]+ ){0,2}(?:board|committee|team|management|company|firm)))|followed(?: on)?|bought in|put in more|came in|comes in|complete the syndicate|goes along|is new|are new|continued to add|subscribed|invested alongside|comes back|returned|re-upped|doubl(?:ed|ing) down|(?:chipp|pitch)(?:ed|ing) in|contribut(?:ed|ing)(?! {A})|invested(?= ?(?:[․.,]|too|as well|in the)|$)|investing(?= ?[․.,]|$)|rounded out)';
/** Unnamed company between the names and their verb. */
const AND_OTHERS =
  '(?: and (?:others|the|an?|two|three|several|some|other|existing|angel)\\b{~80}(?:, which [^,]{3,60},)?)?';

export const BACKER_RULES: readonly Rule[] = [
  rule(
    'backers',
    "(?:led|co-led|headed|anchored|spearheaded)(?: jointly)? by (?:[\\p{L}’'-]+ ){0,5}{P:lead}",
    leads,
    [],
  ),
  rule(
    'backers',
    `{P:lead},?{aux} (?:led|leads|lead|co-led|co-lead|to lead|leading|spearhead\\w*|anchor(?:ed|ing))(?: ${THE_DEAL}|(?= ?[․.,;]| that one| the round| with |$))`,
    leads,
    [],
  ),
  rule('backers', '{P:lead}-led', leads, []),
  rule(
    'backers',
    '(?:lead(?:ing)? (?:investors?|financers?|backers?)|lead) (?:is|was|are|were) {role}{P:lead}',
    leads,
    [],
  ),
  rule(
    'backers',
    '{P:lead} (?:is|was|are|were) the (?:co-)?lead(?:ing)?(?: (?:investors?|financers?|backers?))?\\b',
    leads,
    [],
  ),
  rule('backers', '(?<!which |who )(?<!by )(?:co-)?lead investors?,? {P:lead}', leads, []),
  rule('backers', '{P:lead}[^․.;]{0,40} as (?:the )?(?:co-)?lead(?:s| investors?)?\\b', leads, []),
  rule('backers', 'with {P:lead} in front', leads, []),
  rule('backers', "{P:lead} is {P}['’]s partner in this (?:financing|round)", leads, []),
  rule('backers', `{P:backer}${AND_OTHERS},?{aux} ${TAKES_PART}`, participants, []),
  rule(
    'backers',
    `{P:backer}${AND_OTHERS}{aux} (?:among|part of|in) (?:the )?(?:[\\w-]+ ){0,2}(?:backers|investors|participants|round|syndicate)\\b(?! (?:of|in) {P})`,
    participants,
    [],
  ),
  rule(
    'backers',
    '(?:participation|contributions?|(?<!raise )money|backing|support|commitments?) (?:also )?(?:from|by|of) (?:both )?{role}{P:backer}',
    participants,
    [],
  ),
  rule(
    'backers',
    '(?:(?:investors|backers|participants|buyers)(?: in the (?:\\w+ ){0,3}(?:round|deal|financing|raise|funding))?,? (?:included|were|:)|(?:investors|backers|participants) (?:in|of) the (?:{A} )?(?:\\w+ ){0,3}(?:round|deal|financing|raise|funding)(?: for {P})?,? (?:include|are|were|included)) {role}{P:backer}',
    namedInvestors,
    [],
  ),
  rule(
    'backers',
    `${DEAL}(?: also)? (?:included|includes|include|drew|attracted|featured|(?:was |is )?(?:also )?(?:supported|backed|joined) by|saw participation (?:from|by)|comprised|brought in) {role}{P:backer}`,
    participants,
    [],
  ),
  rule(
    'backers',
    `(?:financing|loan|facility|funding|round|money|capital|investment) (?:was|is|were|comes|came)(?: being)? (?:provided|supplied|funded|arranged|made|extended)? ?(?:by|from) {role}(?:\\d+ [a-z ]{3,30}, as well as (?:the )?)?{P:backer}`,
    participants,
    [],
  ),
  rule(
    'backers',
    '(?:investors that included|among the (?:backers|investors)|(?:was|were|is|,|and|later)? ?joined by|joined the round:?|together with|along with|as did|(?:from|with) (?:{P}.s )?(?:[a-z-]+ ){0,3}(?:investors|backers|angels|firms|funds),? (?:including|such as|like|which includes?|that includes?)|buyers ?:) {role}{P:backer}',
    participants,
    [],
  ),
  rule('backers', `(?:alongside|besides|in addition to|addition to) {role}{P:backer}`, participants, []),
  rule(
    'backers',
    `(?:led|co-led) by {~40}{P}(?:,| and) (?:along )?with {role}{P:backer}(?!['’]s)(?!{aux} (?:co-)?lead)`,
    participants,
    [],
  ),
  rule('backers', `(?:{A}|${DEAL})[^․.;\\ue000-\\ue3ff]{0,60} backed by {role}{P:backer}`, participants, []),
  rule('backers', `with {role}{P:backer} among the (?:backers|investors)`, participants, []),
  rule(
    'backers',
    '(?:facility|loan|notes|placement|agreement)[^․;]{0,40} (?:with|from) {P:backer}',
    participants,
    [],
  ),
  rule('backers', 'named {P:backer} as (?:members|part|one)', participants, []),
  rule(
    'backers',
    '(?:money|capital|funding)? ?from {P:backer}(?:, plus| and two| and others)',
    participants,
    [],
  ),
  rule('backers', 'raised {A}{~40} from {role}{P:backer}', participants, []),
  rule(
    'backers',
    '{round} (?:that |which )?{P}{aux} (?:raised|secured|closed) (?:\\w+ )?from (?:the )?{role}{P:backer}',
    participants,
    [],
  ),
  rule(
    'backers',
    `{role}{P:backer}{aux} (?:buy|buying|acquire|acquiring|purchase) (?:the|these|those) (?:[\\w-]+ ){0,2}(?:shares|stock)`,
    participants,
    [],
  ),
  rule(
    'backers',
    'from (?:new|existing|returning|current)(?: and (?:new|existing))? (?:investors?|backers?|shareholders?)(?:,? (?:including|such as|like))?,? {P:backer}',
    participants,
    [],
  ),
  rule('backers', '(?:negotiating|in talks|talks|discussions) with {role}{P:backer}', participants, []),
  rule(
    'backers',
    'from (?<who>friends and family|friends, family and \\w+|angel investors|business angels)',
    unnamedBackers,
    [],
  ),
  rule('backers', '{P:issuer} has signed, but', signed, []),
  rule('backers', '{P:investor} (?:pulled out|walked away|withdrew)', pulledOut, []),
  rule('backers', '{P:lead}, lead investor in', leads, []),
  rule(
    'backers',
    '{P:backer}, (?:which|who) [^․.;]{3,90}, is (?:understood|said|expected|believed) to (?:be )?(?:participat|tak|join)',
    participants,
    [],
  ),
  rule(
    'backers',
    '(?:investments?|(?:as well as|and) (?:new investors?|existing investors?|angel investors?)) (?:from |including |such as )?{P:backer}',
    participants,
    [],
  ),
  rule('backers', 'new names include {P:backer}', participants, []),
  rule(
    'backers',
    '(?:snagg|attract|add|welcom|gain)(?:ed|es|s|ing) (?:[a-z]+ ){0,2}(?:backers|investors|shareholders)(?: such as| including)? {P:backer}',
    participants,
    [],
  ),
  rule(
    'backers',
    '(?:participation|backing|support) (?:from|by|of) [^․.;\\ue400-\\ue7ff]{0,80},? (?:as well as|along with|plus) {role}{P:backer}',
    participants,
    [],
  ),
  rule(
    'backers',
    'joined {P:backer}(?: and [^․.;]{0,60})? in (?:the|its|this|that) (?:[\\w-]+ ){0,3}(?:round|close|closing|series [a-k]|financing|deal)',
    participants,
    [],
  ),
  rule('backers', 'sit next to {P:backer}', participants, []),
  rule('backers', '{P:backer} (?:will )?buy the (?:shares|stock)', participants, []),
];

/** Backers without names that the text puts in the place of names. */
function unnamedBackers(hit: Hit, reading: Reading): boolean {
  const round = roundOf(hit, reading);
  const words = hit.text('who');
  const span = reading.spanOfWords(hit, words);
  if (round === undefined || words === undefined || span === undefined || round.participants.length > 0)
    return false;
  round.participants.push({ value: words, span });
  return true;
}

/** A deal that is signed while its money waits for something. */
function signed(hit: Hit, reading: Reading): boolean {
  const issuer = reading.issuer(hit)?.value;
  const round = reading.rounds().find((one) => one.issuer.value === issuer && !one.background);
  if (round === undefined) return false;
  round.status = 'agreed';
  round.condition ??= conditionOf(hit, reading);
  return true;
}

/** The lead goes, and the deal with it. */
function pulledOut(hit: Hit, reading: Reading): boolean {
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

/** Words that name the instrument of the round told before: "the money comes in the form of convertible notes". */
function inTheFormOf(hit: Hit, reading: Reading): boolean {
  const round = roundOf(hit, reading);
  const instrument = instrumentIn(hit.text('form') ?? '');
  if (round === undefined || instrument === undefined) return false;
  round.instrument ??= { value: instrument.name };
  return true;
}

/** "The Series C gives it a valuation of A": the stage of the round just told. */
function namesStage(hit: Hit, reading: Reading): boolean {
  const round = roundOf(hit, reading);
  const stage = stageNear(hit.words, 0);
  if (round === undefined || stage === undefined || round.stage !== undefined || round.background)
    return false;
  if (round.money !== 'primary' || round.sentence < reading.sentence - 2) return false;
  const span = reading.spanOfWords(hit, stage);
  round.stage = { value: stage, ...(span === undefined ? {} : { span }) };
  return true;
}

/** An investor's own step in a round, without a sum: it joined, it led an earlier one, it dropped out. */
export const STEP_RULES: readonly Rule[] = [
  rule(
    'step',
    '(?:the|this|its) (?:\\w+ )?(?:(?:pre-)?series [a-k](?:[- ]?\\d)?|(?:pre-)?seed round)(?: round| financing| funding)?,? (?:gives|gave|values|valued|was|is|included|brings|brought|takes|comes|came|follows|which)',
    namesStage,
    [],
  ),
  rule(
    'step',
    '(?:money|funding|financing|investment) (?:comes|came|is|was|takes|took) (?:in )?the form of (?<form>[^․.;,]{4,50})',
    inTheFormOf,
    [],
  ),
  rule(
    'step',
    '{P:investor}[^․.;]{0,60}, whose profits (?:pay|fund)',
    (hit, reading) =>
      draftInvestments(hit, reading, undefined, reading.parties(hit, 'investor'), { status: 'completed' }),
    [],
  ),
  rule(
    'step',
    '{P:investor}{~~60}dropped out',
    (hit, reading) =>
      draftInvestments(hit, reading, undefined, reading.parties(hit, 'investor'), { status: 'abandoned' }),
    [],
  ),
  rule(
    'step',
    '{P:investor} joined that round',
    (hit, reading) =>
      draftInvestments(hit, reading, undefined, reading.parties(hit, 'investor'), { status: 'closed' }),
    [],
  ),
  rule(
    'step',
    '{P:investor}, which led (?:the|its) series [a-k]',
    (hit, reading) =>
      draftInvestments(hit, reading, undefined, reading.parties(hit, 'investor'), { status: 'closed' }),
    [],
  ),
  rule(
    'step',
    '{P:issuer}[^․.;]{0,80} is (?:paid for|funded|financed|fed) by {P:investor}',
    (hit, reading) =>
      draftInvestments(hit, reading, undefined, reading.parties(hit, 'investor'), { status: 'completed' }),
    [],
  ),
  rule(
    'step',
    '(?:the )?money comes from {P:investor}',
    (hit, reading) =>
      draftInvestments(hit, reading, undefined, reading.parties(hit, 'investor'), { status: 'completed' }),
    [],
  ),
];
