import type { DealStatus } from '@tranche/ledger/claim';
import { type AmountToken, tokenIndex } from '../frame/index.ts';
import type { Cited } from './draft.ts';
import { cited, type Reading } from './reading.ts';
import { type Hit, type Rule, rule } from './rule.ts';

/** Holders without a name that the texts name by what they are. */
const GROUPS =
  '(?<group>(?:the )?(?:\\b(?!while|and|but|that)\\w+ )?(?:founders|employees(?: and (?:other (?:investors|shareholders)|{S}))?|staff|lenders|management|other (?:investors|shareholders)))';

interface StakeOptions {
  readonly done?: DealStatus;
  readonly holderName?: string;
  /** The slot of the percentage, and which of the holder's parties it belongs to. */
  readonly slot?: string;
  readonly at?: number;
}

function stake(hit: Hit, reading: Reading, options: StakeOptions = {}): boolean {
  const { done = 'completed', slot = 'percent', at = 0 } = options;
  const percent = hit.percent(slot);
  if (percent === undefined || NO_SHARE.test(textBehind(hit, slot))) return false;
  const party = reading.parties(hit, 'holder')[at];
  const holder: Cited<string> | undefined =
    party !== undefined
      ? { value: party.value.name, ...(party.span === undefined ? {} : { span: party.span }) }
      : groupHolder(hit, reading, options.holderName);
  const before = reading.drafts.findLast(
    (draft) => draft.type === 'stake' && draft.sentence === reading.sentence,
  );
  const told = hit.has('entity') || before?.type !== 'stake' ? reading.issuer(hit, 'entity') : before.entity;
  const topic = reading.topic();
  const entity = told?.value === party?.value && topic !== undefined ? { value: topic } : told;
  if (holder === undefined || entity === undefined || holder.value === entity.value.name) return false;
  const known = reading.drafts.some(
    (draft) =>
      draft.type === 'stake' &&
      draft.sentence === reading.sentence &&
      draft.percent.span?.[0] === percent.start,
  );
  if (known) return true;
  const status = reading.status(hit, done);
  const worth = worthOf(hit);
  if (worth !== undefined) worth.role = 'stake';
  reading.add({
    ...reading.base('stake', hit, [percent.start, (worth ?? percent).span[1]]),
    holder,
    entity,
    percent: { value: percent.percent, span: [percent.start, percent.span[1]] },
    qualifier: percent.qualifier,
    basis: basisOf(hit, reading),
    ...(worth === undefined ? {} : { value: cited(worth) }),
    when: reading.date(hit.dateNear(), status, hit.clause),
    status,
  });
  return true;
}

/** What stands behind a percentage that is a share of no company. */
const NO_SHARE =
  /^ (?:(?:market )?(?:share )?(?:of|in) (?:the |its |their |global |all )?(?:[\w-]+ ){0,2}(?:markets?|revenues?|sales|profits?|income|users|customers|trade|output|production|employees|staff|workforce|votes cast)\b|(?:[\w-]+ )?(?:annual |coupon|interest rate|discount|dividend|growth|return|fee|increase|rise|drop|fall|decline|margin|tax|premium|per year|a year))/i;

function textBehind(hit: Hit, slot: string): string {
  const text = hit.frame.skeleton.text;
  const char = hit.text(slot) ?? '';
  const at = char === '' ? -1 : text.indexOf(char, hit.start);
  return at < 0 ? '' : text.slice(at + 1, at + 60);
}

const BASIS =
  /\b((?:on an? )?(?:fully[- ](?:diluted|converted)|as[- ]converted(?:,? diluted)?|non-diluted|undiluted|diluted)(?: basis)?|voting (?:rights|power|shares|stock|interest)|non-voting|votes|economic (?:interest|rights)|share capital|outstanding shares|equity)\b/i;

/** Of what it is a share, in the text's words. */
function basisOf(hit: Hit, reading: Reading): Cited<string> | undefined {
  const around = `${hit.words}${/^[^\ue400-\uebff.;:,]{0,60}/.exec(hit.after)?.[0] ?? ''}`;
  const words = BASIS.exec(around)?.[1];
  if (words === undefined) return undefined;
  const span = reading.spanOfWords(hit, words);
  return { value: words.replace(/^on an? | basis$/gi, ''), ...(span === undefined ? {} : { span }) };
}

/** "27% of the equity, a stake worth about A": what the share just named is said to be worth. */
const WORTH =
  /^(?:[^\ue000-\ue3ff\ue400-\uebff.;:]{0,40} (?:in|of) [\ue000-\ue3ff])?[^\ue000-\uebff.;:]{0,50}?\b(?:worth|valued at|put at|priced at)\b[^\ue000-\uebff.;:]{0,12}([\ue400-\ue7ff])/;

function worthOf(hit: Hit): AmountToken | undefined {
  const char = WORTH.exec(hit.after)?.[1];
  const token = char === undefined ? undefined : hit.frame.amounts[tokenIndex('amount', char)];
  return token?.role === undefined ? token : undefined;
}

function groupHolder(hit: Hit, reading: Reading, holderName: string | undefined): Cited<string> | undefined {
  const words = hit.text('group')?.replace(/^(?:the )?(?:(?:two|three|four|five) )?/i, '');
  if (words === undefined) return holderName === undefined ? undefined : { value: holderName };
  const at = hit.words.toLowerCase().lastIndexOf(words.toLowerCase());
  const span = hit.frame.skeleton.origin(hit.start + at, hit.start + at + words.length);
  return { value: reading.text.slice(...span), span };
}

const stakeOf =
  (options: StakeOptions = {}) =>
  (hit: Hit, reading: Reading): boolean =>
    stake(hit, reading, options);
const held = stakeOf();
const bought = stakeOf({ done: 'closed' });

/** "P and Q own 12% and 8% respectively": one stake for each, in their order. */
function eachTheirs(hit: Hit, reading: Reading): boolean {
  const first = stake(hit, reading, { at: 0 });
  const second = stake(hit, reading, { slot: 'second', at: 1 });
  if (hit.has('third')) stake(hit, reading, { slot: 'third', at: 2 });
  return first && second;
}

/** "P said its acquisition of a 50% stake in Q": the buyer is the subject of the sentence where none is named. */
function acquisition(hit: Hit, reading: Reading): boolean {
  const holder = hit.has('holder') ? undefined : reading.subjectOf(hit)[0]?.value.name;
  return stake(hit, reading, { done: 'agreed', ...(holder === undefined ? {} : { holderName: holder }) });
}

const SHARE = '(?:stake|holding|interest|share|shareholding|position)';
const LIKE = '(?:(?!per)[\\w-]+ ){0,2}';
const IN = '(?: (?:of|in) (?:the (?:equity|shares|capital) of )?{P:entity})?';
const BUY =
  '(?:(?:(?:finali[sz]|negotiat|sign|reach|strik|struck|clos|near|ink|complet|announc|conclud)\\w* |in |hold\\w* |close to |near )(?:an? |the )?(?:[\\w-]+ )?(?:deal|agreement|transaction|pact|contract|talks|discussions|negotiations) to )?(?:buy(?:s|ing)?|bought|claim(?:s|ed)?|get(?:s)?|acquir(?:e|es|ed|ing)|purchas(?:e|es|ed|ing)|tak(?:e|es|ing)|took|taken|pick(?:s|ed|ing)? up|snap(?:s|ped)? up|secur(?:e|es|ed|ing)|obtain(?:s|ed|ing)?|gain(?:s|ed|ing)?|land(?:s|ed)?|grab(?:s|bed)?)';
const PAY =
  '(?:pay(?:s|ing)?|paid|spend(?:s|ing)?|spent|invest(?:s|ed|ing)?|put(?:s|ting)?|commit(?:s|ted|ting)?)';
const OWN =
  '(?:own|owns|owned|hold|holds|held|holding|owning|receive|receives|received|get|gets|keep|keeps|kept|retain|retains|retained|control|controls|comes out with|ends? up (?:with|owning|holding)|left with)';
const GIVE =
  '(?:giv(?:e|es|ing)|gave|hand(?:s|ed|ing)?|grant(?:s|ed|ing)?|leav(?:e|es|ing)|left|award(?:s|ed|ing)?)';
const SELL =
  '(?:sell(?:s|ing)?|sold|giv(?:e|es|ing)|gave|offload(?:s|ed|ing)?|issu(?:e|es|ed|ing)|transfer(?:s|red)?)';
const HOLDER =
  '(?:shareholders?|stakeholders?|investors?|owners?|stockholders?|backers?)(?: (?:in|of) {P:entity})?';
const MOVE = '(?:rais|increas|lift|boost|cut|reduc|lower|trim|rais|tak|took|bring|brought)\\w*';

/** "they will each own 25%": one stake for each partner of the venture, or for each who was just said to pay for it. */
function eachOwns(hit: Hit, reading: Reading): boolean {
  const percent = hit.percent('percent');
  const venture = reading.venture();
  if (percent === undefined || venture === undefined) return false;
  const payers = reading.drafts.flatMap((draft) =>
    draft.type === 'commitment' &&
    draft.to.value === venture.name &&
    draft.by !== undefined &&
    draft.sentence >= reading.sentence - 4
      ? [draft.by.value]
      : [],
  );
  const partners = reading.drafts.flatMap((draft) =>
    draft.type === 'venture' && draft.name.value === venture.name
      ? draft.partners.map(({ value }) => value)
      : [],
  );
  const holders = [...new Set([...partners, ...payers])];
  const status = reading.status(hit, 'completed');
  for (const holder of holders)
    reading.add({
      ...reading.base('stake', hit, [percent.start, percent.span[1]]),
      holder: { value: holder },
      entity: { value: venture },
      percent: { value: percent.percent, span: [percent.start, percent.span[1]] },
      qualifier: percent.qualifier,
      basis: basisOf(hit, reading),
      when: reading.date(hit.dateNear(), status, hit.clause),
      status,
    });
  return holders.length > 0;
}

/** "58% of it, with the 4% it has already": the share that the holder of the stake just named had before. */
function heldBefore(hit: Hit, reading: Reading): boolean {
  const last = reading.drafts.findLast((draft) => draft.type === 'stake');
  const percent = hit.percent('percent');
  if (percent === undefined || last?.type !== 'stake' || last.sentence !== reading.sentence) return false;
  reading.add({
    ...reading.base('stake', hit, [percent.start, percent.span[1]]),
    holder: { value: last.holder.value },
    entity: { value: last.entity.value },
    percent: { value: percent.percent, span: [percent.start, percent.span[1]] },
    qualifier: percent.qualifier,
    status: 'completed',
  });
  return true;
}

const PRESENT = '(?:present|existing|current|earlier|previous|prior|initial|original|pre-existing)';

export const STAKE_RULES: readonly Rule[] = [
  rule(
    'stake',
    `{P:holder},?(?: which| who)?{aux} ${OWN} {~12}{%:percent} and {~12}{%:second}{~20}(?: of {P:entity})?,? respectively`,
    eachTheirs,
  ),
  rule(
    'stake',
    `{P:holder},?(?: which| who)?{aux} ${OWN} {~12}{%:percent}, {~12}{%:second},? and {~12}{%:third}{~20}(?: of {P:entity})?,? respectively`,
    eachTheirs,
  ),
  rule(
    'stake',
    '{P:holder} (?:{invest}|bought|buys|took|takes) {A}{~40} and (?:will |now |would |{D} )?(?:hold|own)s? {~12}{%:percent}(?: of {P:entity})?',
    held,
  ),
  rule(
    'stake',
    `{P:holder}{aux} ${BUY} (?:an? |{P}['’]s |another |a further |the )?(?:additional )?${LIKE}{%:percent} {~25}${SHARE}(?: (?:in|of) {P:entity})?`,
    bought,
  ),
  rule('stake', '{P:holder}{aux} paying {A} for {%:percent} of {P:entity}', held),
  rule(
    'stake',
    `{P:holder}{aux} ${PAY} {A} (?:for|to (?:buy|acquire|take)) (?:an? )?${LIKE}{%:percent} {~25}(?:of|${SHARE} (?:in|of)) {P:entity}`,
    bought,
  ),
  rule(
    'stake',
    `{P:holder}{aux} {invest} {A}(?: in(?:to)? {P:entity})?,? (?:in (?:exchange|return) )?for (?:an? )?${LIKE}{%:percent}`,
    bought,
  ),
  rule(
    'stake',
    `{P}{aux} ${SELL} (?:an? |the |{P}['’]s )?${LIKE}{%:percent} {~25}${SHARE} in {P:entity} to {P:holder}`,
    bought,
  ),
  rule('stake', `{P:entity}{aux} ${SELL} (?:an? )?${LIKE}{%:percent} {~30}to {P:holder}`, bought),
  rule('stake', `${GIVE} {P:holder} (?:with )?(?:an? )?${LIKE}{%:percent}(?: {~25}${SHARE})?${IN}`, held),
  rule(
    'stake',
    `{P:entity}['’]s {~25}(?:shareholder|stakeholder|investor|owner|stockholder|backer) (?:is|was|remains) {P:holder},? (?:with|holding|at) {~12}{%:percent}`,
    held,
  ),
  rule('stake', `{P:holder}{~50}${HOLDER},? (?:with|holding|owning) (?:an? )?{~15}{%:percent}`, held),
  rule(
    'stake',
    `{P:holder}{aux} ${MOVE} (?:{P}['’]s |the )?{~20}${SHARE} (?:in {P:entity} )?(?:from {%} )?to {~12}{%:percent}`,
    bought,
  ),
  rule(
    'stake',
    `{P:holder}{~30},?{aux} (?:own|owns|owned|hold|holds|held|receive|receives|get|gets|keep|keeps|retain|retains|control|controls|comes out with|ends? up (?:with|owning|holding)|left with){~30} ?(?:another )?{%:percent}(?: (?:of|{~25}${SHARE} (?:in|of)|of the [\\w ]{3,20} (?:in|of)) (?:the equity of )?{P:entity})?`,
    held,
  ),
  rule(
    'stake',
    '{group}{~30}{aux}(?: still)? (?:own|hold|held|keep|have){~20} ?{%:percent}(?: of {P:entity})?'.replace(
      '{group}',
      GROUPS,
    ),
    held,
  ),
  rule(
    'stake',
    `(?:acquisition|purchase|buyout) of (?:an? |the )?${LIKE}{%:percent} {~25}${SHARE} in {P:entity}(?: by {P:holder})?`,
    acquisition,
  ),
  rule('stake', '{%:percent} is in the hands of {group}'.replace('{group}', GROUPS), held),
  rule(
    'stake',
    `{%:percent} {~25}${SHARE}(?: in {P:entity})?,? (?:which )?(?:is |was )?(?:held|owned|controlled) by {P:holder}`,
    held,
  ),
  rule('stake', `{P:holder}['’]s (?:\\w+ )?{%:percent} {~25}${SHARE}(?: (?:in|of) {P:entity})?`, held),
  rule(
    'stake',
    "{P:holder}['’]s (?:share|stake|holding|interest){~20}(?:is|was|climbs to|rises to|of|to|stands at|falls to){~12} ?{%:percent}",
    held,
  ),
  rule('stake', `${PRESENT} (?:${SHARE} )?(?:of )?{%:percent}`, heldBefore),
  rule(
    'stake',
    `(?:{P} (?:which |that )?(?:already |currently )(?:owns?|holds?|owned|held)|already own(?:s|ed)?|already h(?:olds?|eld)) {~12}{%:percent}`,
    heldBefore,
  ),
  rule(
    'stake',
    `each(?: (?:of (?:them|the \\w+(?: \\w+)?)|compan(?:y|ies)|partners?|party|side|firm|shareholder))?{aux} (?:own|hold|have|take|get|control)(?:s|ing)? {~12}{%:percent}`,
    eachOwns,
  ),
  rule(
    'stake',
    'warrants (?:over|for|on){~12} ?{%:percent} of',
    stakeOf({ done: 'agreed', holderName: 'lenders' }),
  ),
];
