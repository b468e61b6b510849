import { tokenIndex } from '../frame/index.ts';
import type { Party } from '../party/index.ts';
import type { Cited } from './draft.ts';
import type { Reading } from './reading.ts';
import { type Hit, type Rule, rule } from './rule.ts';

const named = (party: Cited<Party> | undefined): Cited<string> | undefined =>
  party === undefined
    ? undefined
    : { value: party.value.name, ...(party.span === undefined ? {} : { span: party.span }) };

/** "could potentially elevate": right before the rank stands what has not happened. */
const AHEAD = /\b(?:could|would|will|may|might|poised to|set to|expected to|likely to)(?: \w+ly)? $/i;

/** Status only where the ranking waits for something: a condition, a modal, a negotiation. */
function pending(hit: Hit, reading: Reading) {
  const status = reading.status(hit, 'completed');
  if (/\bif\b/i.test(hit.before.slice(-60)) && status !== 'rumoured') {
    return reading.rounds().find((round) => !round.background)?.status ?? 'planned';
  }
  const isDone = status === 'completed' || status === 'closed' || status === 'agreed';
  if (isDone && AHEAD.test(hit.before)) return 'planned';
  return isDone ? undefined : status;
}

function largestInvestor(hit: Hit, reading: Reading): boolean {
  const subject = named(reading.parties(hit, 'subject')[0]);
  const object = named(reading.issuer(hit, 'object'));
  if (subject === undefined || object === undefined || subject.value === object.value) return false;
  const over = named(reading.parties(hit, 'over')[0]);
  reading.add({
    ...reading.base('rank', hit),
    subject,
    claim: 'largest_investor',
    object,
    over: over?.value === object.value ? undefined : over,
    status: pending(hit, reading),
  });
  return true;
}

function largestRound(hit: Hit, reading: Reading): boolean {
  const issuer = reading.topic();
  if (issuer === undefined) return false;
  const held = named(reading.parties(hit, 'over')[0]);
  const known = reading.drafts.find(
    (draft) => draft.type === 'rank' && draft.claim === 'largest_private_funding_round',
  );
  if (known?.type === 'rank') {
    if (held !== undefined) known.over ??= held;
    return true;
  }
  const year = reading.published?.slice(0, 4);
  reading.add({
    ...reading.base('rank', hit),
    subject: { value: year === undefined ? `${issuer.name} round` : `${issuer.name} ${year} round` },
    claim: 'largest_private_funding_round',
    over: held,
    status: pending(hit, reading),
  });
  return true;
}

/** Words behind a comparison with who is overtaken: "topping P", "ahead of P", "surpassed P to become". */
const BESIDE =
  /\b(?:replac\w*|overt(?:ak|ook)\w*|pass(?:es|ed|ing)?|surpass\w*|displac\w+|leapfrog\w*|eclips\w+|supplant\w*|dethron\w+|topp(?:ed|ing)|tops|beat(?:s|ing)?|ahead of|behind|trailing|above|(?<=crown[^․.;]{0,80})after(?: [\w-]+){0,2}) (?:(?:rival|rivals|fellow|the) )?(?:[\w-]+ ){0,2}?([\ue000-\ue3ff])(?!['’]s most)/giu;
/** What may stand right before a rank, when it is that of the party before it. */
const LINK =
  /(?:^|,|[\ue000-\ue3ff]|\b(?:is|was|are|be|been|becom\w+|became|remain\w*|rank(?:s|ed)?|as|into|now|already|still|currently|again|far|making|itself))(?: (?:the|our|by far the|now the|as|still))*,? ?$/iu;
const MADE = /\b(?:mak(?:e|es|ing)|made|turn\w*|re-?crown\w*|crown\w*|render\w*)(?: out of)? $/i;

/** "P became Europe's most valuable fintech, ahead of Q": the company, what it ranks among and whom it overtakes. */
function mostValuable(hit: Hit, reading: Reading): boolean {
  if (/\bone of (?:the )?$/i.test(hit.before) || !LINK.test(hit.before)) return false;
  const beside = [...hit.frame.skeleton.text.matchAll(BESIDE)];
  const passed = new Set(beside.map((match) => match[1]));
  const subject = rankedParty(hit, reading, passed);
  if (subject === undefined) return false;
  const claim = claimOf(hit);
  const known = reading.drafts.some(
    (draft) => draft.type === 'rank' && draft.claim === claim && draft.subject.value === subject.value.name,
  );
  if (known) return true;
  const overtaken = beside.filter((match) => !/^(?:behind|trailing)\b/i.test(match[0]));
  const over = overtaken.flatMap((match) => reading.partyAt(hit, match[1] ?? '') ?? [])[0];
  const object = rankedAmong(hit);
  reading.add({
    ...reading.base('rank', hit),
    subject: named(subject) ?? { value: subject.value.name },
    claim,
    object: object === undefined ? undefined : { value: object },
    over: over === undefined || over === subject.value ? undefined : { value: over.name },
    status: pending(hit, reading),
  });
  return true;
}

/** The party a rank is that of: the last one before it that is not overtaken, else the one right behind it. */
function rankedParty(
  hit: Hit,
  reading: Reading,
  passed: ReadonlySet<string | undefined>,
): Cited<Party> | undefined {
  const chars = [...hit.before.matchAll(/[\ue000-\ue3ff]/g)].filter((match) => !passed.has(match[0]));
  const last = chars.at(-1);
  const after = /^,? ([\ue000-\ue3ff])(?!['’])/.exec(hit.after)?.[1];
  if (last === undefined) {
    const party = after === undefined ? reading.topic() : reading.partyAt(hit, after);
    return party === undefined ? undefined : { value: party };
  }
  const company = (char: string | undefined): Party | undefined => {
    const party = char === undefined ? undefined : reading.partyAt(hit, char);
    return party?.kind === 'organisation' && !reading.isInvestor(party) ? party : undefined;
  };
  const isMade = MADE.test(hit.before.slice(0, last.index));
  const isPronoun = hit.frame.parties[tokenIndex('party', last[0])]?.[0]?.anaphor === 'subject';
  const nearest = chars.slice(0, -1).toReversed();
  const value =
    isMade && isPronoun
      ? (nearest.map((match) => company(match[0])).find((party) => party !== undefined) ??
        reading.partyAt(hit, last[0]))
      : (company(last[0]) ?? reading.ownCompany(hit.frame.skeleton.origin(hit.end, hit.end)[0]));
  const topic = value ?? reading.topic();
  return topic === undefined ? undefined : { value: topic };
}

function claimOf(hit: Hit): string {
  if (hit.has('second')) return 'second_most_valuable_startup';
  const what = hit.text('what') ?? '';
  return /\bAI company$/i.test(what) && hit.has('in')
    ? 'most_valuable_company'
    : 'most_valuable_private_company';
}

const NOWHERE = /^(?:country|nation|region|continent|state|city|sector|industry|company|group)$/i;

/** "US startups", "Europe", "UK fintechs": what the company ranks among, in the text's words. */
function rankedAmong(hit: Hit): string | undefined {
  const what = (hit.text('what') ?? '').trim();
  const where = (hit.text('whose') ?? hit.text('in') ?? '').trim().replace(/^the /i, '');
  const kind = what.replace(
    /^(?:(?:private|unlisted|privately[- ](?:held|owned)|closely held|tech|technology|venture-backed) )+/i,
    '',
  );
  const trade = /\b(?:fintech|biotech|insurtech|healthtech|edtech|proptech|AI)\b/i.exec(kind)?.[0];
  if (where !== '' && !NOWHERE.test(where)) {
    if (trade === undefined) return where;
    return `${/^europe$/i.test(where) ? 'European' : where} ${/^ai$/i.test(trade) ? 'AI companies' : trade}`;
  }
  return /\p{Lu}/u.test(kind) ? kind.replace(/y$/, 'ie').replace(/s?$/, 's') : undefined;
}

const BIGGEST = '(?:biggest|largest|top|main|number one)';
const HOLDER =
  '(?:outside |external |single |institutional |individual )?(?:backer|shareholder|investor|stakeholder|stockholder|owner)';
const RECORD = `(?:no (?:private )?company has (?:ever )?raised more in (?:a|one) (?:single )?round|(?:${BIGGEST}|record) (?:\\w+ ){0,3}(?:fundraise|fundraising|financing|funding round|financing round|private (?:tech )?round|single (?:financing|funding) round)(?: ever)?|(?:existing |single )?(?:funding|financing) records?|record for (?:a )?single (?:financing|round))`;
const OVERTAKE =
  '(?:replac\\w*|overt(?:ak|ook)\\w*|pass(?:es|ed|ing)?|surpass\\w*|displac\\w+|leapfrog\\w*|eclips\\w+|supplant\\w*|dethron\\w+)';
export const RANK_RULES: readonly Rule[] = [
  rule(
    'rank',
    `{P:subject}{~~40}${OVERTAKE} {P:over}{~30}(?:as|and become|to become|becoming)(?: the)? ?{P:object}['’]s ${BIGGEST} ${HOLDER}`,
    largestInvestor,
  ),
  rule(
    'rank',
    `{P:subject}{~~40}${OVERTAKE} {P:over} (?:as|and becomes?|to become|becoming) the ${BIGGEST} ${HOLDER} (?:of|in) {P:object}`,
    largestInvestor,
  ),
  rule(
    'rank',
    `(?:mak(?:e|es|ing)|made|elevat(?:e|es|ed|ing)) {P:subject} (?:to )?(?:the )?{~40}${BIGGEST} ${HOLDER} (?:of|in) {P:object}(?:,? (?:ahead of|overtaking|over|surpassing|passing) {P:over})?`,
    largestInvestor,
  ),
  rule(
    'rank',
    `(?:elevat|mak|mad|turn)\\w* {P:subject}{~40}{P:object}['’]s ${BIGGEST} ${HOLDER}(?:,? (?:overtaking|ahead of|surpassing|passing){~20} {P:over})?`,
    largestInvestor,
  ),
  rule(
    'rank',
    `{P:subject},?{aux} (?:is |be |become[s]? |became |remain(?:s|ed)? )?(?:to become )?(?:the |our )?(?:{P}['’]s )?${BIGGEST} ${HOLDER} (?:of|in) (?:\\w+['’]s )?{P:object}`,
    largestInvestor,
  ),
  rule(
    'rank',
    `{P:subject}{aux} (?:becom(?:e|es|ing)|became|remain(?:s|ed|ing)?|is|now) {P:object}['’]s ${BIGGEST} ${HOLDER}`,
    largestInvestor,
  ),
  rule('rank', `{P:subject}{~~70}, becoming {P:object}['’]s ${BIGGEST} ${HOLDER}`, largestInvestor),
  rule(
    'rank',
    `{P:subject}{aux} (?:becom(?:e|es|ing)|became|remain(?:s|ed|ing)?|is) (?:the )?${BIGGEST} ${HOLDER}\\b`,
    largestInvestor,
  ),
  rule(
    'rank',
    `${RECORD}(?:{~~80}(?:with|kept by|held by) {P:over}{~20}(?:previously holding|itself)?)?`,
    largestRound,
  ),
  rule(
    'rank',
    "{P} (?:beats|tops|breaks|eclipses) {P}['’]s own (?:earlier|previous) (?:raise|round|record) and the {A} {P:over}",
    largestRound,
  ),
  rule('rank', '(?:previous record|record){~40}(?:kept|held|set) by {P:over}', largestRound),
  rule('rank', '{P:over} previously holding the title', largestRound),
  rule(
    'rank',
    '(?:the )?highest ever for an? (?:unlisted|private|unquoted) (?<what>\\w+ (?:startup|start-up))',
    mostValuable,
  ),
  rule(
    'rank',
    "(?:(?:the )?(?<whose>(?:(?:United|Latin|North|South|Southeast|Middle|Central|Eastern|Western) )?[\\p{L}․]+)['’]s |the )?(?<second>second[- ])?most[- ](?:highly[- ])?(?:valuable|valued|richly valued) (?<what>(?:(?!of|in|part|asset)[\\p{L}․-]+ ){0,4}?(?:start-?up|company|firm|unicorn|fintech|business|biotech)(?: start-?up| company)?)\\b(?: in (?:the )?(?<in>(?:(?:United|Latin|North|South|Southeast|Middle|Central|Eastern|Western) )?[\\p{L}․]+))?",
    mostValuable,
  ),
];
