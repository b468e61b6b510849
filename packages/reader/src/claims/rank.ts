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

const mostValuable =
  (claim: string) =>
  (hit: Hit, reading: Reading): boolean => {
    const subject = named(reading.issuer(hit, 'subject'));
    if (subject === undefined) return false;
    const over = named(reading.parties(hit, 'over')[0]);
    if (/\bone of the most valuable/i.test(hit.words)) return false;
    const object = rankedAmong(hit);
    const known = reading.drafts.some(
      (draft) => draft.type === 'rank' && draft.claim === claim && draft.subject.value === subject.value,
    );
    if (known) return true;
    reading.add({
      ...reading.base('rank', hit),
      subject,
      claim,
      object: object === undefined ? undefined : { value: object },
      over: over?.value === subject.value ? undefined : over,
      status: pending(hit, reading),
    });
    return true;
  };

/** "US startups", "Europe": what the company ranks among, in the text's words. */
function rankedAmong(hit: Hit): string | undefined {
  const where = (hit.text('where') ?? hit.text('where2'))?.trim().replace(/^the /i, '');
  const what = hit.text('what')?.trim();
  if (
    where === undefined ||
    what === undefined ||
    /['’]s most valuable| in (?:the )?\p{L}+$/iu.test(hit.words)
  )
    return where?.replace(/(start-?up)$/i, '$1s');
  return `${where} ${what.replace(/y$/, 'ie')}s`;
}

const BIGGEST = '(?:biggest|largest|top|main|number one)';
const HOLDER =
  '(?:outside |external |single |institutional |individual )?(?:backer|shareholder|investor|stakeholder|stockholder|owner)';
const RECORD = `(?:no (?:private )?company has (?:ever )?raised more in (?:a|one) (?:single )?round|(?:${BIGGEST}|record) (?:\\w+ ){0,3}(?:fundraise|fundraising|financing|funding round|financing round|private (?:tech )?round|single (?:financing|funding) round)(?: ever)?|(?:existing |single )?(?:funding|financing) records?|record for (?:a )?single (?:financing|round))`;
const OVERTAKE =
  '(?:replac\\w*|overt(?:ak|ook)\\w*|pass(?:es|ed|ing)?|surpass\\w*|displac\\w+|leapfrog\\w*|eclips\\w+|supplant\\w*|dethron\\w+)';
/** Where a company ranks: before the noun ("European startup"), as an owner ("Europe's"), or behind it ("in Europe"). */
const AMONG =
  '(?:(?<where>[\\p{L}․]+(?: (?:AI|tech|fintech))?) (?<what>start-?up|company|unicorn|fintech|(?:private|tech|AI) company)|(?<what2>(?:[\\w-]+ ){0,2}(?:start-?up|company|unicorn|fintech|firm|business))(?: in (?:the )?(?<where2>[\\p{L}․]+))?)';

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
    `{P:subject}{aux} (?:is |be |become[s]? |became |remain(?:s|ed)? )?(?:to become )?(?:the |our )?(?:{P}['’]s )?${BIGGEST} ${HOLDER} (?:of|in) (?:\\w+['’]s )?{P:object}`,
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
    `{P:subject}{aux} ${OVERTAKE} {P:over}[^.;]{0,50} (?:to become|and become|becoming|as) (?:the )?(?<where>[\\p{L}']+?)(?:['’]s)? most valuable (?:private )?(?:company|start-?up)`,
    mostValuable('most_valuable_private_company'),
  ),
  rule(
    'rank',
    '(?:the )?highest ever for an? (?:unlisted|private|unquoted) (?<where>\\w+ (?:startup|start-up))',
    mostValuable('most_valuable_private_company'),
  ),
  rule(
    'rank',
    '{P:subject}{aux}(?: would)? (?:rank|be|become|is|became)s?(?: as)? the second[- ]most valuable start-?up in (?:the )?(?<where>\\w+)',
    mostValuable('second_most_valuable_startup'),
  ),
  rule(
    'rank',
    'make {P:subject} (?:the most valuable (?<what>\\w+ )?company|{P}) in (?<where>\\w+)',
    mostValuable('most_valuable_company'),
  ),
  rule(
    'rank',
    `(?:mak(?:e|es|ing)|made|turn(?:s|ed|ing)?) {P:subject} (?:into )?(?:the )?most valuable ${AMONG}`,
    mostValuable('most_valuable_private_company'),
  ),
  rule(
    'rank',
    "(?:mak(?:e|es|ing)|made) {P:subject} (?:the )?(?<where>[\\p{L}․]+)['’]s most valuable (?:private |privately[- ]held )?(?<what>start-?up|company|fintech|unicorn)",
    mostValuable('most_valuable_private_company'),
  ),
  rule(
    'rank',
    "{P:subject},? {~30}(?:the )?(?<where>[\\p{L}․]+)['’]s most valuable (?:private |privately[- ]held )?(?<what>start-?up|company|fintech|unicorn)",
    mostValuable('most_valuable_private_company'),
  ),
  rule(
    'rank',
    `{P:subject},?{aux} (?:is |becom(?:e|es|ing) |became |remain(?:s|ed)? )?(?:now )?(?:the|one of the) most valuable ${AMONG}`,
    mostValuable('most_valuable_private_company'),
  ),
  rule(
    'rank',
    '(?:^|[,;] )the most valuable (?<where>[\\p{L}․]+) (?<what>start-?up|company|unicorn|fintech)',
    mostValuable('most_valuable_private_company'),
  ),
];
