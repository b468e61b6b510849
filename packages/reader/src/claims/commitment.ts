import type { DealStatus } from '@tranche/ledger/claim';
import type { Party } from '../party/index.ts';
import type { Cited } from './draft.ts';
import { cited, type Reading } from './reading.ts';
import type { Hit } from './rule.ts';

interface PledgeOptions {
  readonly status?: DealStatus;
  readonly to?: string;
  /** The venture's own spending: nobody in particular pays. */
  readonly own?: boolean;
  readonly done?: DealStatus;
  readonly slot?: string;
}

/** Drafts one pledge for each party that makes it. `to` is a venture, a programme or a supplier. */
export function pledge(hit: Hit, reading: Reading, options: PledgeOptions = {}): boolean {
  const token = hit.amount(options.slot ?? 'amount');
  const to = target(hit, reading, options);
  if (token === undefined || to === undefined) return false;
  const by: (Cited<Party> | undefined)[] = options.own ? [undefined] : reading.parties(hit, 'by');
  const status = options.status ?? reading.status(hit, options.done ?? 'agreed');
  let made = false;
  for (const party of by.length === 0 ? [undefined] : by) {
    if (party?.value.name === to.value) continue;
    reading.add({
      ...reading.base('commitment', hit, [token.start, token.span[1]]),
      by:
        party === undefined
          ? undefined
          : { value: party.value.name, ...(party.span === undefined ? {} : { span: party.span }) },
      to,
      amount: cited(token),
      period: period(hit, reading),
      status: status === 'closed' || status === 'completed' ? 'planned' : status,
    });
    made = true;
  }
  return made;
}

/** The named target; else the venture the text is about. */
function target(hit: Hit, reading: Reading, options: PledgeOptions): Cited<string> | undefined {
  const named = reading.parties(hit, 'to')[0];
  if (named !== undefined)
    return { value: named.value.name, ...(named.span === undefined ? {} : { span: named.span }) };
  const words = hit.text('cause');
  if (words !== undefined) return { value: words };
  if (options.to !== undefined) return { value: options.to };
  const venture = reading.venture();
  return venture === undefined ? undefined : { value: venture.name };
}

const PERIOD =
  /\b(?:over|in|within|in the course of|during|for|across)(?: the)?(?: coming| next)? (?:\w+ )?(\d+|one|two|three|four|five|six|seven|eight|nine|ten) (years?|months?)\b|\b(immediately|at once|straight away|right away)\b|\b(a|per|each) year\b/i;
const WORDS = 'zero one two three four five six seven eight nine ten'.split(' ');

/** "4 years", "immediately", "per year", or the date by which it is meant. */
function period(hit: Hit, reading: Reading): Cited<string> | undefined {
  const [start] = hit.span;
  const end = Math.min(hit.frame.end, hit.span[1] + 90);
  const lead = Math.max(hit.frame.start, start - 30);
  const behind = PERIOD.exec(reading.text.slice(start, end));
  const match = behind ?? PERIOD.exec(reading.text.slice(lead, start));
  if (match === null) {
    const mention = hit.frame.dates.find((one) => one.bound === 'by');
    const date = reading.dated(mention, 'planned');
    return date === undefined
      ? undefined
      : { value: date.value, ...(date.span === undefined ? {} : { span: date.span }) };
  }
  const at = (behind === null ? lead : start) + match.index;
  const span = [at, at + match[0].length] as const;
  if (match[3] !== undefined) return { value: 'immediately', span };
  if (match[4] !== undefined) return { value: 'per year', span };
  const number = WORDS.includes(match[1]?.toLowerCase() ?? '')
    ? WORDS.indexOf(match[1]?.toLowerCase() ?? '')
    : Number(match[1]);
  return { value: `${number} ${number === 1 ? (match[2] ?? '').replace(/s$/, '') : match[2]}`, span };
}

/** To whatever target is named, else the venture the text is about. */
export const toNamed =
  (options: PledgeOptions = {}) =>
  (hit: Hit, reading: Reading): boolean =>
    pledge(hit, reading, options);

/** Only where the named target is a venture of this text. */
export const toVenture =
  (options: PledgeOptions = {}) =>
  (hit: Hit, reading: Reading): boolean => {
    const named = reading.parties(hit, 'to')[0];
    if (named !== undefined && !reading.roles.ventures.has(named.value)) return false;
    return reading.speaksOfVenture() && pledge(hit, reading, options);
  };

/** Only where the named target is called a fund or a programme: money for it buys shares in nobody. */
export const toFund =
  (options: PledgeOptions = {}) =>
  (hit: Hit, reading: Reading): boolean => {
    const named = reading.parties(hit, 'to')[0];
    const by = reading.parties(hit, 'by')[0];
    if (named === undefined || by === undefined || !FUND.test(named.value.name)) return false;
    return pledge(hit, reading, options);
  };
const FUND =
  /\b(?:Funds?|Facility|Initiative|Programme|Program|Project|Vision|Institute)\b(?: (?:[IVX]+|\d+|\p{Lu}\p{L}*))?$/u;

/** "P will contribute A and Q B": the other partner's part of the pledge just told. */
export function goesOn(hit: Hit, reading: Reading): boolean {
  const last = reading.drafts.findLast((draft) => draft.type === 'commitment');
  const token = hit.amount('amount');
  const by = reading.parties(hit, 'by')[0];
  if (last?.type !== 'commitment' || last.sentence !== reading.sentence || last.by === undefined)
    return false;
  if (token === undefined || by === undefined || by.value.name === last.by.value) return false;
  if (token.start - (last.amount.span?.[1] ?? 0) > LIST_REACH || by.value.name === last.to.value)
    return false;
  reading.add({
    ...reading.base('commitment', hit, [token.start, token.span[1]]),
    by: { value: by.value.name, ...(by.span === undefined ? {} : { span: by.span }) },
    to: { value: last.to.value },
    amount: cited(token),
    status: last.status,
  });
  return true;
}
const LIST_REACH = 80;

/** "a higher number, A each": the parties of the pledge before. */
export function eachAgain(hit: Hit, reading: Reading): boolean {
  const token = hit.amount('amount');
  const last = reading.drafts.findLast((draft) => draft.type === 'commitment' && draft.by !== undefined);
  if (token === undefined || last?.type !== 'commitment') return false;
  for (const draft of reading.drafts.filter(
    (one) => one.type === 'commitment' && one.sentence === last.sentence,
  )) {
    if (draft.type !== 'commitment') continue;
    reading.add({
      ...reading.base('commitment', hit, [token.start, token.span[1]]),
      by: draft.by,
      to: draft.to,
      amount: cited(token),
      status: reading.status(hit, 'planned') === 'rumoured' ? 'rumoured' : 'planned',
    });
  }
  return true;
}

/** "A of it is to be spent on P": the company spoken of pledges it to the venture. */
export function ventureSpending(hit: Hit, reading: Reading): boolean {
  const venture = reading.parties(hit, 'to')[0];
  const by = reading.topic();
  const token = hit.amount('amount');
  if (venture === undefined || by === undefined || token === undefined) return false;
  reading.add({
    ...reading.base('commitment', hit, [token.start, token.span[1]]),
    by: { value: by.name },
    to: { value: venture.value.name, ...(venture.span === undefined ? {} : { span: venture.span }) },
    amount: cited(token),
    status: 'planned',
  });
  return true;
}

/** "P puts in A and Q the same": a pledge of each to the venture. */
export function sameForBoth(hit: Hit, reading: Reading): boolean {
  const token = hit.amount('amount');
  const venture = reading.venture();
  if (token === undefined || venture === undefined) return false;
  for (const party of [...reading.parties(hit, 'by'), ...reading.parties(hit, 'other')]) {
    reading.add({
      ...reading.base('commitment', hit, [token.start, token.span[1]]),
      by: { value: party.value.name, ...(party.span === undefined ? {} : { span: party.span }) },
      to: { value: venture.name },
      amount: cited(token),
      status: reading.status(hit, 'planned'),
    });
  }
  return true;
}

/** "signed a five-year contract with P worth A": the subject buys from the other. */
export function contractWith(hit: Hit, reading: Reading): boolean {
  const slot = hit.has('amount') ? 'amount' : 'worth';
  return hit.amount(slot) !== undefined && pledge(hit, reading, { status: 'agreed', slot });
}

/** A contract between two: the first named pays, the second supplies. */
export function betweenBoth(hit: Hit, reading: Reading): boolean {
  const [by, supplier] = reading.parties(hit, 'both');
  const token = hit.amount('amount');
  if (by === undefined || supplier === undefined || token === undefined) return false;
  reading.add({
    ...reading.base('commitment', hit, [token.start, token.span[1]]),
    by: { value: by.value.name, ...(by.span === undefined ? {} : { span: by.span }) },
    to: { value: supplier.value.name, ...(supplier.span === undefined ? {} : { span: supplier.span }) },
    amount: cited(token),
    period: period(hit, reading),
    status: 'agreed',
  });
  return true;
}
