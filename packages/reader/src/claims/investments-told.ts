import { draftInvestments, type InvestmentOptions } from './investment.ts';
import type { Reading } from './reading.ts';
import { draftRound, TO_DATE } from './round.ts';
import type { Hit } from './rule.ts';

export const invests =
  (options: InvestmentOptions = {}) =>
  (hit: Hit, reading: Reading): boolean =>
    draftInvestments(hit, reading, hit.amount('amount'), reading.parties(hit, 'investor'), options);

/** The investor is not named here: it is the one the text is about. */
export const mainInvests =
  (options: InvestmentOptions = {}) =>
  (hit: Hit, reading: Reading): boolean => {
    const investor = reading.roles.mainInvestor;
    return (
      investor !== undefined &&
      draftInvestments(hit, reading, hit.amount('amount'), [{ value: investor }], options)
    );
  };

/** An item "P: A" of a list of allotments: an investor of the round, at the closing the list belongs to. */
export function listed(hit: Hit, reading: Reading): boolean {
  if (!invests()(hit, reading)) return false;
  const round = reading.rounds().find((one) => !one.background);
  if (!reading.isItem || round === undefined) return true;
  const list = hit.has('lead') ? round.leads : round.participants;
  for (const { value, span } of reading.parties(hit, 'investor'))
    list.push({ value: value.name, ...(span ? { span } : {}) });
  const tranche = reading.drafts.findLast((draft) => draft.type === 'tranche');
  const investment = reading.drafts.at(-1);
  if (tranche?.type !== 'tranche' || investment?.type !== 'investment') return true;
  investment.when ??= tranche.when;
  investment.closing ??= tranche.part === undefined ? undefined : { value: tranche.part };
  investment.status = tranche.status;
  return true;
}

/** "followed by an additional A": the investor of the sum before in the sentence. */
export function againInvests(hit: Hit, reading: Reading): boolean {
  const last = reading.drafts.findLast(
    (draft) => draft.type === 'investment' && draft.sentence === reading.sentence,
  );
  if (last?.type !== 'investment') return false;
  const made = draftInvestments(hit, reading, hit.amount('amount'), [last.investor], { status: last.status });
  const again = reading.drafts.at(-1);
  // The date before is that of the first sum.
  if (made && again?.type === 'investment') again.when = undefined;
  return made;
}

/** A deal of one investor: the round is that investor's money too. */
export const soleInvestor =
  (options: InvestmentOptions & { readonly asLead?: boolean } = {}) =>
  (hit: Hit, reading: Reading): boolean => {
    const token = hit.amount('amount');
    if (!invests(options)(hit, reading)) return false;
    const round = draftRound(hit, reading, token, options);
    const list = options.asLead === false ? round?.participants : round?.leads;
    for (const { value, span } of reading.parties(hit, 'investor'))
      list?.push({ value: value.name, ...(span ? { span } : {}) });
    return true;
  };

/** Others beside those named: what one of several gave is not said. */
const AND_OTHERS = /^,?(?: (?:and|as well as|among|along with|alongside|plus|with)\b|(?: and)? others\b)/i;
const SEVERAL =
  /\b(?:investors|backers|firms|funds|group of|consortium|syndicate|led by|including|such as|shareholders|angels|banks|lenders)\b/i;

/** "raised A from P": the round's backers; a single one's money is that one's investment too. */
export function raisedFrom(hit: Hit, reading: Reading): boolean {
  const token = hit.amount('amount');
  if (
    WEAK_VERB.test(hit.text('verb') ?? '') &&
    !MONEY_NOUN.test(hit.words + hit.after.slice(0, 40)) &&
    !isFromInvestor(hit, reading)
  )
    return false;
  if (TO_DATE.test(hit.words.slice(hit.words.search(/[\ue400-\ue7ff]/) + 1))) return true;
  const backers = reading.parties(hit, 'investor');
  const leads = /\bled by /i.test(hit.words);
  const round = draftRound(hit, reading, token);
  if (round === undefined) return false;
  for (const { value, span } of backers) {
    if (value === round.issuer.value) continue;
    (leads ? round.leads : round.participants).push({ value: value.name, ...(span ? { span } : {}) });
  }
  const between = hit.words.slice(hit.words.search(/[\ue400-\ue7ff]/));
  if (backers.length === 1 && !AND_OTHERS.test(hit.after) && !SEVERAL.test(between))
    draftInvestments(hit, reading, token, backers, { status: round.status });
  return true;
}

/** Money from one whose trade it is to give it needs no noun to say what it is. */
const isFromInvestor = (hit: Hit, reading: Reading): boolean =>
  reading.parties(hit, 'investor').every(({ value }) => value.investor);

const WEAK_VERB =
  /^(?:tak|took|clos|complet|announc|sign|receiv|get|got|win|won|land|net|bring|brought|add)/i;
const MONEY_NOUN =
  /\b(?:round|funding|financing|series [a-k]|seed|equity|investment|capital|fundrais\w+|placement|loan|debt|notes?)\b/i;

/** "P put in A of the B round": P's own money, and the round it is part of. */
export function partOfRound(hit: Hit, reading: Reading): boolean {
  if (!invests()(hit, reading)) return false;
  const round = draftRound(hit, reading, hit.amount('whole'));
  const list = /\blead(?:ing|s)?\b/i.test(hit.words) ? round?.leads : round?.participants;
  for (const { value, span } of reading.parties(hit, 'investor'))
    list?.push({ value: value.name, ...(span ? { span } : {}) });
  return true;
}

/** A deal told by what it brings the investor, when it is one whose trade is to invest. */
export function byInvestor(hit: Hit, reading: Reading): boolean {
  return isFromInvestor(hit, reading) && invests()(hit, reading);
}

/** "P and Q put in A and B, respectively": each its own. */
export function respectively(hit: Hit, reading: Reading): boolean {
  const investors = reading.parties(hit, 'investor');
  const sums = hit.amountsIn();
  if (investors.length !== sums.length) return false;
  let made = false;
  for (const [index, sum] of sums.entries()) {
    const investor = investors[index];
    if (sum.role !== undefined || investor === undefined) continue;
    if (draftInvestments(hit, reading, sum, [investor])) made = true;
    sum.role = 'investment';
  }
  return made;
}

/** "P put in A, Q B and R C": the verb is told once. */
export function alsoInvests(hit: Hit, reading: Reading): boolean {
  const last = reading.drafts.findLast((draft) => draft.type === 'investment');
  if (last?.type !== 'investment' || last.sentence !== reading.sentence) return false;
  return draftInvestments(hit, reading, hit.amount('amount'), reading.parties(hit, 'investor'), {
    status: last.status,
    issuer: last.issuer,
  });
}
