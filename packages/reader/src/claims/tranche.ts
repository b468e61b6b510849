import type { DealStatus } from '@tranche/ledger/claim';
import type { AmountToken } from '../frame/index.ts';
import type { Party } from '../party/index.ts';
import { membersFrom } from './backer-lists.ts';
import { closingNear } from './closing.ts';
import { conditionOf } from './condition.ts';
import type { Cited, RoundDraft, TrancheDraft } from './draft.ts';
import { draftInvestments } from './investment.ts';
import { cited, type Reading } from './reading.ts';
import { draftRound } from './round.ts';
import type { Hit } from './rule.ts';

interface TrancheOptions {
  readonly done?: DealStatus;
  readonly status?: DealStatus;
  readonly slot?: string;
  readonly when?: string;
  readonly payer?: Cited<Party>;
}

/** Drafts a part of the deal that the text is about; nothing where no company is known to raise money. */
function draftTranche(hit: Hit, reading: Reading, options: TrancheOptions = {}): TrancheDraft | undefined {
  const token = hit.amount(options.slot ?? 'amount');
  const issuer = reading.issuer(hit);
  if (token === undefined || issuer === undefined || issuer.value === reading.roles.mainInvestor)
    return undefined;
  const told = options.status ?? reading.status(hit, options.done);
  const status = told === 'closed' && isWaiting(hit) ? 'agreed' : told;
  const payer = options.payer ?? reading.parties(hit, 'payer')[0];
  const mention = options.when === undefined ? hit.dateNear() : hit.date(options.when);
  reading.closing = closingNear(hit, reading)?.value;
  return reading.add({
    ...reading.base('tranche', hit, [token.start, token.span[1]]),
    issuer,
    amount: cited(token),
    when:
      reading.date(mention, status, `${hit.clause} due`) ??
      (reading.drawdown?.line === reading.line ? reading.drawdown.when : undefined),
    condition: conditionOf(hit, reading),
    part: reading.closing,
    payer:
      payer === undefined
        ? undefined
        : { value: payer.value.name, ...(payer.span ? { span: payer.span } : {}) },
    status,
  });
}

/** A part that waits for something, in words without a verb of paying: "a further A payable on milestones". */
const isWaiting = (hit: Hit): boolean => {
  const near = `${hit.words}${/^[^\ue400-\ue7ff.;]{0,60}/.exec(hit.after)?.[0] ?? ''}`;
  return WAITS.test(near) && !PAID.test(`${hit.before.slice(-40)}${near}`);
};
const WAITS =
  /\b(?:payable|subject to|contingent|conditional|tied to|dependent on|to follow|to come|upon|milestones?)\b/i;
const PAID = /\b(?:paid|received|drew|drawn|funded|took|taken|triggered|met|reached|unlocked|earned)\b/i;

/** One part of the deal, as the sum of a slot. */
export const tranche =
  (options: TrancheOptions = {}) =>
  (hit: Hit, reading: Reading): boolean =>
    draftTranche(hit, reading, options) !== undefined;

/** Money of one payer at one closing is a tranche of the deal and that payer's investment. */
export function payersTranche(hit: Hit, reading: Reading): boolean {
  const payer = reading.parties(hit, 'payer');
  if (draftTranche(hit, reading) === undefined) return false;
  draftInvestments(hit, reading, hit.amount('amount'), payer);
  return true;
}

/** "received A of a planned B": a part that came, and the whole that is planned. */
export function partOfWhole(hit: Hit, reading: Reading): boolean {
  if (draftTranche(hit, reading, { status: 'closed' }) === undefined) return false;
  return draftRound(hit, reading, hit.amount('whole'), { status: 'planned' }) !== undefined;
}

/** Money received under a deal that the text has already named with a larger sum. */
export function partReceived(hit: Hit, reading: Reading): boolean {
  const token = hit.amount('amount');
  const issuer = reading.issuer(hit)?.value;
  const drawn = reading.drawdown?.line === reading.line;
  const isPart = (round: RoundDraft): boolean =>
    round.issuer.value === issuer && exceeds(round.amount?.value, token);
  if (!drawn && !reading.rounds().some(isPart)) return false;
  return draftTranche(hit, reading) !== undefined;
}

/** "the last A of its B round": the part by its clause, the whole as agreed. */
export function lastOfWhole(hit: Hit, reading: Reading): boolean {
  if (draftTranche(hit, reading) === undefined) return false;
  return draftRound(hit, reading, hit.amount('whole'), { status: 'agreed' }) !== undefined;
}

/** A sentence that only dates the tranche before it. */
export function dated(hit: Hit, reading: Reading): boolean {
  const last = reading.drafts.findLast((draft) => draft.type === 'tranche');
  if (last?.type !== 'tranche' || last.line !== reading.line) return false;
  last.when ??= reading.date(hit.date('when'), 'closed');
  return true;
}

/** "drew down the second part": the sums that the paragraph goes on to name were paid under it. */
export function drawdown(hit: Hit, reading: Reading): boolean {
  reading.closing = hit.text('part')?.toLowerCase();
  reading.drawdown = { line: reading.line, when: reading.date(hit.date('when'), 'closed') };
  return true;
}

const exceeds = (sum: AmountToken['amount'] | undefined, token: AmountToken | undefined): boolean =>
  sum !== undefined &&
  token !== undefined &&
  sum.currency === token.amount.currency &&
  top(sum).compare(top(token.amount)) > 0;
const top = (sum: AmountToken['amount']) => ('min' in sum ? sum.max : sum.value);

/** "fund P with A in May and B in June": a part at each date. */
export const twoParts = (hit: Hit, reading: Reading): boolean => {
  const first = draftTranche(hit, reading, { when: 'when' });
  if (first === undefined) return false;
  if (hit.has('second')) draftTranche(hit, reading, { slot: 'second', when: 'later' });
  return true;
};

/** Kinds of money within one deal: "A is primary capital while B is a secondary sale". */
export const ofKind =
  (money: TrancheDraft['money']) =>
  (hit: Hit, reading: Reading): boolean => {
    const draft = draftTranche(hit, reading);
    if (draft !== undefined) draft.money = money;
    return draft !== undefined;
  };

/** What is called "another A" is a part where the text has told of the deal before, and a round of its own where it has not. */
export function partNamed(hit: Hit, reading: Reading): boolean {
  const issuer = reading.issuer(hit)?.value;
  const isRaise =
    /\b(?:rais|secur|clos|land|bagg|nabb|attract|collect|obtain|receiv|add|nett|grabb|pull|haul|borrow)\w*(?: in| up)? $/i;
  const isOwn = /^(?:another|a further|further) /i.test(hit.words) && isRaise.test(hit.before);
  if (isOwn && !reading.rounds().some((round) => round.issuer.value === issuer)) return false;
  return draftTranche(hit, reading) !== undefined;
}

/** "closed the last tranche of its Series A for a total of A": the sum is the whole round's. */
export const wholeAtLast = (hit: Hit, reading: Reading): boolean =>
  draftRound(hit, reading, hit.amount('amount'), { status: reading.status(hit, 'completed') }) !== undefined;

/** "This includes A of equity": a part, where the round was told just before. */
export function partOfLast(hit: Hit, reading: Reading): boolean {
  const last = reading.lastRound;
  if (last === undefined || last.background || last.issuer.value !== reading.issuer(hit)?.value) return false;
  if (last.line < reading.line - 1 || last.sentence < reading.sentence - 2) return false;
  if (last.sentence >= reading.sentence || draftTranche(hit, reading) === undefined) return false;
  for (const { value, span } of hit.has('backer') ? membersFrom(hit, reading, 'backer') : [])
    if (value !== last.issuer.value)
      last.participants.push({ value: value.name, ...(span === undefined ? {} : { span }) });
  return true;
}

/** The same with the second kind of money beside the first. */
export function bothKinds(hit: Hit, reading: Reading): boolean {
  if (!partOfLast(hit, reading)) return false;
  const second = hit.amount('second');
  if (second?.role === undefined && draftTranche(hit, reading, { slot: 'second' }) !== undefined && second)
    second.role = 'tranche';
  return true;
}

/** "added A to a round now totalling B": the part, and the whole. */
export function addedTo(hit: Hit, reading: Reading): boolean {
  if (draftTranche(hit, reading) === undefined) return false;
  return draftRound(hit, reading, hit.amount('whole'), { whole: true }) !== undefined;
}
