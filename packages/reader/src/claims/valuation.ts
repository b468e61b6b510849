import type { AmountToken } from '../frame/index.ts';
import { statusByWords } from '../hedge/index.ts';
import type { Party } from '../party/index.ts';
import type { Cited, ValuationDraft } from './draft.ts';
import { cited, type Reading } from './reading.ts';
import type { Hit } from './rule.ts';

const PRE = /\bpre-money\b|\bbefore the (?:new )?(?:money|cash|investment)\b|\bpre\b(?!-)/i;
const POST =
  /\bpost-money\b|\bpost-allotment\b|\bincluding the (?:new|fresh) (?:money|cash|capital)\b|\bafter the (?:money|investment|round|deal|cash)\b|\bonce the (?:fresh|new) (?:capital|money|cash)\b|\bwith the (?:first |new )?(?:payment|money|cash|investment) included\b|\bpost\b(?!-)/i;

/** The basis only if the text says so, in the words right around the sum. */
function basisNear(hit: Hit): 'pre' | 'post' | 'unspecified' {
  const around = `${/[^\ue400-\uebff.;,]{0,16}$/.exec(hit.before)?.[0] ?? ''}${hit.words}${/^[^\ue400-\uebff.;]{0,60}/.exec(hit.after)?.[0] ?? ''}`;
  if (/^ ?cap\b/.test(hit.after) && POST.test(hit.before.slice(-60))) return 'post';
  return basisInWords(around);
}

export function basisInWords(words: string): 'pre' | 'post' | 'unspecified' {
  if (PRE.test(words)) return 'pre';
  return POST.test(words) ? 'post' : 'unspecified';
}

/** Prices of shares and products are not valuations. */
const isSmall = (amount: ValuationDraft['amount']['value']): boolean =>
  ('min' in amount ? amount.max : amount.value).toApproximateNumber() < 100_000;

/** A sentence that opens with who reports it. */
const REPORTS =
  /^[^\p{L}\ue000-\ue3ff]*[\ue000-\ue3ff](?: (?:has|had|also|first|earlier))* (?:report|wr[io]t|cit)/iu;

/** The named company; else the one the sentence opens with, before one that is only spoken of. */
function priced(hit: Hit, reading: Reading): Cited<Party> | undefined {
  const isNamed = hit.has('entity') || REPORTS.test(hit.frame.skeleton.text);
  const own = isNamed ? undefined : reading.ownCompany(hit.span[1]);
  return own === undefined ? reading.issuer(hit, 'entity', true) : { value: own };
}

interface ValuationOptions {
  readonly status?: ValuationDraft['status'];
  readonly done?: ValuationDraft['status'];
  readonly byName?: boolean;
}

/** What a company is worth, as the sum of a slot; no price where it is no company's or too small to be one. */
export const valuation =
  ({ status, done = 'closed', byName }: ValuationOptions = {}, slot = 'amount') =>
  (hit: Hit, reading: Reading): boolean => {
    const token = hit.amount(slot);
    const entity = priced(hit, reading);
    if (token === undefined || entity === undefined || isSmall(token.amount)) return false;
    const had = HAD.test(hit.after);
    const found = had
      ? 'closed'
      : (status ?? reading.status(hit, SECONDARY.test(hit.clause + hit.after) ? 'completed' : done));
    reading.add({
      ...reading.base('valuation', hit, [token.start, token.span[1]]),
      entity,
      amount: cited(token),
      basis: basisNear(hit),
      when: reading.date(hit.dateNear(), found, hit.clause),
      ...(had || EARLIER.test(`${hit.words}${AS_WORDS.exec(hit.after)?.[0] ?? ''}`) ? { earlier: true } : {}),
      ...(byName ? { byName } : {}),
      status: found,
    });
    return true;
  };

/** A price set by a round before the one told of, or one that has gone. */
const EARLIER =
  /\b(?:(?:last|previous|earlier|prior|latest|most recent) (?:[\w-]+ ){0,3}(?:round|raise|financing|fundraise|fundraising|funding|deal|valuation|sale|tender)|(?:once|previously|formerly|last|then) (?:been )?(?:valued|priced|worth)|had (?:\w+ ){0,2}valued|peak)\b/i;
const AS_WORDS = /^[^\ue400-\uebff.;,]{0,60}/;

/** A price set by a sale of existing shares: the whole deal is done with it. */
const SECONDARY =
  /\b(?:employees? (?:\w+ ){0,2}(?:sold|stock|shares)|sold stock|sale of employee|share sale)\b/i;

/** What an earlier price is called, as alternatives of a pattern. */
export const EARLIER_PRICE = 'valuation|value|price|figure|price tag';
/** Behind an earlier price: who set it and how. */
export const ACHIEVED =
  '(?:achieved|obtained|reached|got|secured|fetched|commanded|had|received|set|was given|was (?:last )?valued|earned|won|attained|attached|assigned|it)';

/** Behind a price: that it was had before. */
const HAD = new RegExp(
  `^(?:,? (?:(?:${EARLIER_PRICE}) )?(?:that|which|at which)|(?: (?:${EARLIER_PRICE}))?) [\\ue000-\\ue3ff] (?:(?:had|has|was|last) ){0,2}(?:${ACHIEVED}|raised|sold)\\b`,
  'i',
);

/** A price the text sets beside the one it told: the company's before. Only beside a price. */
export const earlierPrice = (hit: Hit, reading: Reading, slot = 'amount'): boolean => {
  const priced = reading.drafts.findLast((draft) => draft.type === 'valuation');
  const here =
    priced?.type === 'valuation' && priced.sentence === reading.sentence ? priced.entity : undefined;
  const entity = here ?? (/\bvaluation\b/i.test(hit.before) ? reading.issuer(hit) : undefined);
  if (entity === undefined) return false;
  const token = hit.amount(slot);
  if (token === undefined || isSmall(token.amount)) return false;
  return addEarlier(hit, reading, token, entity.value);
};

/** A price from before, of a company and as it was then. */
function addEarlier(hit: Hit, reading: Reading, token: AmountToken, company: Party): true {
  reading.add({
    ...reading.base('valuation', hit, [token.start, token.span[1]]),
    entity: { value: company },
    amount: cited(token),
    basis: basisNear(hit),
    when: reading.dated(hit.dateNear(), 'closed'),
    earlier: true,
    status: 'closed',
  });
  return true;
}

/** "That is up from A in 2017": what the company priced in the sentence before was worth. */
export function sincePriced(hit: Hit, reading: Reading): boolean {
  const last = reading.drafts.findLast((draft) => draft.type === 'valuation');
  const token = hit.amount('amount');
  if (last?.type !== 'valuation' || last.sentence !== reading.sentence - 1 || token === undefined)
    return false;
  if (!/\b(?:up|down|above|below|than|compare[sd]?|double|triple)\b/i.test(hit.words)) return false;
  return addEarlier(hit, reading, token, last.entity.value);
}

/** "P and Q, worth A and B respectively": a price for each, in their order. */
export function eachItsOwn(hit: Hit, reading: Reading): boolean {
  const companies = reading.parties(hit, 'entity');
  if (companies.length !== 2) return false;
  const status = reading.status(hit);
  for (const [index, slot] of ['amount', 'second'].entries()) {
    const [entity, token] = [companies[index], hit.amount(slot)];
    if (entity === undefined || token === undefined) return false;
    reading.add({
      ...reading.base('valuation', hit, [token.start, token.span[1]]),
      entity,
      amount: cited(token),
      basis: basisNear(hit),
      when: reading.date(hit.dateNear(), status, hit.clause),
      status,
    });
  }
  return true;
}

/** "seeks a higher valuation than the A it fetched": one above it is sought, and it was had. */
export const sought = (hit: Hit, reading: Reading): boolean => {
  const [token, entity] = [hit.amount('amount'), reading.issuer(hit, 'entity', true)];
  const status = statusByWords(hit.clauseParts.before, 'closed');
  if (token === undefined || entity === undefined || isSmall(token.amount)) return false;
  if ((status !== 'in_talks' && status !== 'planned') || 'min' in token.amount) return false;
  const base = reading.base('valuation', hit, [token.start, token.span[1]]);
  const what = { ...base, entity, basis: 'unspecified' } as const;
  const had = HAD.test(hit.after);
  const over = { ...cited(token), value: { ...token.amount, qualifier: 'over' } } as const;
  reading.add({ ...what, amount: over, status, ...(had ? { earlier: true } : {}) });
  if (!had) return true;
  const when = reading.dated(hit.dateNear(), 'closed');
  reading.add({ ...what, amount: cited(token), when, earlier: true, status: 'closed' });
  return true;
};

/** "reached unicorn status", "made it a unicorn": a price the text tells by its name alone. */
export const becomesUnicorn = (hit: Hit, reading: Reading): boolean => {
  const token = hit.amount('amount');
  if (token === undefined || !/corn\b/i.test(reading.text.slice(...token.span))) return false;
  return reading.status(hit) !== 'closed' || valuation({ byName: true })(hit, reading);
};

/** What a company has or is, unless the name before it is of one that invests. */
export const ofNoInvestor = (hit: Hit, reading: Reading): boolean => {
  const entity = reading.issuer(hit, 'entity', true)?.value;
  if (entity === undefined || (reading.isInvestor(entity) && !reading.roles.issuers.has(entity)))
    return false;
  return valuation()(hit, reading);
};
