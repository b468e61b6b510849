import type { DealStatus } from '@tranche/ledger/claim';
import type { DateMention } from '../dates/index.ts';
import { type AmountToken, tokenIndex } from '../frame/index.ts';
import type { Party } from '../party/index.ts';
import type { Cited, Draft } from './draft.ts';
import { cited, type Reading } from './reading.ts';
import type { Hit } from './rule.ts';

export interface StakeOptions {
  readonly done?: DealStatus;
  readonly status?: DealStatus;
  readonly holderName?: string;
  /** The slot of the percentage, and which of the holder's parties it belongs to. */
  readonly slot?: string;
  readonly at?: number;
}

export function stake(hit: Hit, reading: Reading, options: StakeOptions = {}): boolean {
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
  const told = hit.has('entity')
    ? reading.issuer(hit, 'entity')
    : (entityBehind(hit, reading) ??
      (before?.type === 'stake' ? before.entity : reading.issuer(hit, 'entity')));
  const topic = reading.topic();
  const venture = told === undefined ? reading.venture() : undefined;
  const entity =
    told?.value === party?.value && topic !== undefined
      ? { value: topic }
      : (told ?? (venture === undefined ? undefined : { value: venture }));
  if (holder === undefined || entity === undefined || holder.value === entity.value.name) return false;
  if (party !== undefined && reading.roles.ventures.has(party.value)) return false;
  const known = reading.drafts.some(
    (draft) =>
      draft.type === 'stake' &&
      draft.sentence === reading.sentence &&
      draft.percent.span?.[0] === percent.start &&
      (at === 0 || draft.holder.value === holder.value),
  );
  if (known) return true;
  const status = options.status ?? reading.status(hit, done);
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
    when: reading.date(hit.dateNear() ?? dateBehindPrice(hit), status, hit.clause),
    status,
  });
  return true;
}

/** "a 10% stake in P for A in May": when it was bought stands behind what was paid. */
const BEHIND_PRICE = /^[^\ue400-\uebff.;]{0,40}[\ue400-\ue7ff][^\ue400-\uebff.;,]{0,12}([\uec00-\uefff])/;

function dateBehindPrice(hit: Hit): DateMention | undefined {
  const char = BEHIND_PRICE.exec(hit.after)?.[1];
  const date = char === undefined ? undefined : hit.frame.dates[tokenIndex('date', char)];
  return date?.isWeekday ? undefined : date;
}

/** "P will hold 40%, Q 35% and R 25% of T": the company stands behind the last of them. */
const OF_ENTITY =
  /^[^\ue400-\ue7ff.;:]{0,90}[\ue800-\uebff](?: [\w-]+){0,3} (?:of|in) (?:the )?([\ue000-\ue3ff])(?!['’])/;

function entityBehind(hit: Hit, reading: Reading): Cited<Party> | undefined {
  const char = OF_ENTITY.exec(hit.after)?.[1];
  const party = char === undefined ? undefined : reading.partyAt(hit, char);
  return party?.kind === 'organisation' && !party.investor ? { value: party } : undefined;
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

/** "P and Q own 12% and 8% respectively": one stake for each, in their order. */
export function eachTheirs(hit: Hit, reading: Reading): boolean {
  const first = stake(hit, reading, { at: 0 });
  const second = stake(hit, reading, { slot: 'second', at: 1 });
  if (hit.has('third')) stake(hit, reading, { slot: 'third', at: 2 });
  return first && second;
}

/** "P said its acquisition of a 50% stake in Q": the buyer is the subject of the sentence where none is named. */
export function acquisition(hit: Hit, reading: Reading): boolean {
  const holder = hit.has('holder') ? undefined : reading.subjectOf(hit)[0]?.value.name;
  return stake(hit, reading, { done: 'agreed', ...(holder === undefined ? {} : { holderName: holder }) });
}

/** "P and Q each own 30%": a stake for each of them. */
export function eachHolds(hit: Hit, reading: Reading, options: StakeOptions = {}): boolean {
  const at = hit.percent('percent')?.span[0];
  if (reading.drafts.some((draft) => draft.type === 'stake' && draft.percent.span?.[0] === at)) return true;
  return reading
    .parties(hit, 'holder')
    .map((_, at) => stake(hit, reading, { ...options, at }))
    .some((made) => made);
}

/** "from 36% to 45%": the share the move leads to, and the one it comes from, which is held until then. */
export function moved(hit: Hit, reading: Reading, options: StakeOptions = {}): boolean {
  if (!stake(hit, reading, options)) return false;
  for (const slot of ['before', 'prior']) {
    if (hit.has(slot)) stake(hit, reading, { ...options, slot, status: 'completed' });
  }
  return true;
}

/** "... raising it to 15%", "..., Q 35% and R 25%": a share that goes on from the one just told. */
export function goesOn(hit: Hit, reading: Reading): boolean {
  const percent = hit.percent('percent');
  if (percent === undefined) return false;
  const ends = (draft: Draft): number => (draft.type === 'stake' ? (draft.percent.span?.[1] ?? 0) : 0);
  const last = reading.drafts
    .filter((draft) => draft.sentence === reading.sentence && ends(draft) > 0 && ends(draft) < percent.start)
    .sort((one, other) => ends(one) - ends(other))
    .at(-1);
  if (last?.type !== 'stake') return false;
  const gap = reading.text.slice(ends(last), percent.start);
  if (gap.length > LIST_REACH || /[;.:]/.test(gap.replace(/\.\d/g, ''))) return false;
  if (!hit.has('holder')) return stake(hit, reading, { done: 'closed', holderName: last.holder.value });
  return eachHolds(hit, reading, last.status === 'completed' ? {} : { status: last.status });
}
/** How far from the share before it one stands that goes on from it. */
const LIST_REACH = 90;

/** "they will each own 25%": one stake for each partner of the venture, or for each who was just said to pay for it. */
export function eachOwns(hit: Hit, reading: Reading): boolean {
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
export function heldBefore(hit: Hit, reading: Reading): boolean {
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
