import type { DealStatus } from '@tranche/ledger/claim';
import type { ValuationDraft } from './draft.ts';
import { cited, type Reading } from './reading.ts';
import { type Hit, type Rule, rule } from './rule.ts';

const PRE = /\bpre-money\b|\bbefore the (?:new )?(?:money|cash|investment)\b|\bpre\b(?!-)/i;
const POST =
  /\bpost-money\b|\bpost-allotment\b|\bincluding the (?:new|fresh) (?:money|cash|capital)\b|\bafter the (?:money|investment|round|deal|cash)\b|\bonce the (?:fresh|new) (?:capital|money|cash)\b|\bwith the (?:first |new )?(?:payment|money|cash|investment) included\b|\bpost\b(?!-)/i;

/** The basis only if the text says so, in the words right around the sum. */
export function basisNear(hit: Hit): 'pre' | 'post' | 'unspecified' {
  const around = hit.words + (/^[^\ue400-\uebff.;]{0,60}/.exec(hit.after)?.[0] ?? '');
  if (PRE.test(around)) return 'pre';
  return POST.test(around) ? 'post' : 'unspecified';
}

const NOUN = '(?:(?:pre|post)-(?:money|allotment) )?(?:valuation|value|price tag|price talk|price|worth)';

function valuation(hit: Hit, reading: Reading, slot = 'amount', status?: DealStatus): boolean {
  const token = hit.amount(slot);
  const entity = reading.issuer(hit, 'entity');
  if (token === undefined || entity === undefined || isSmall(token.amount)) return false;
  const found = status ?? reading.status(hit);
  const draft: ValuationDraft = {
    ...reading.base('valuation', hit, [token.start, token.span[1]]),
    entity,
    amount: cited(token),
    basis: basisNear(hit),
    when: reading.date(hit.dateNear(), found),
    status: found,
  };
  reading.add(draft);
  return true;
}

/** Prices of shares and products are not valuations. */
const isSmall = (amount: ValuationDraft['amount']['value']): boolean =>
  ('min' in amount ? amount.max : amount.value).toApproximateNumber() < 100_000;

/** Several sums after one valuation phrase ("at $14bn and at nearly $15bn") are several claims. */
const each =
  (slots: readonly string[]) =>
  (hit: Hit, reading: Reading): boolean =>
    slots.map((slot) => valuation(hit, reading, slot)).some((made) => made);

const SOURCES: readonly string[] = [
  "{P:entity}['’]s {~20}{noun}{~~60}(?:of|at|is|was|to|:|about|be|been) ?{A:amount}",
  '(?:valu(?:es|ed|ing|e)|pric(?:es|ed|ing|e)) {P:entity}{~20}(?: at)? {A:amount}',
  '{P:entity}{aux} (?:valued|priced|marked|last valued|last priced|last marked|assessed) at {A:amount}',
  '{P:entity},? (?:last )?(?:valued|priced|marked) at {A:amount}',
  '{P:entity}{aux} worth {~12}{A:amount}',
  '{noun}(?: (?:applied|after the (?:investment|round)|after tranche \\w+))?(?:{~~70})(?: (?:of|at|is|was|to|be|set at|stands at)|:)? ?{A:amount}',
  '(?:at|on) (?:an? |the )?{A:amount} (?:(?:pre|post)-money )?(?:valuation|price(?! of)|mark\\b|price tag)',
  '(?:figures?|numbers?|a price)(?: as high as| of| up to)? ?{A:amount} for (?:the company|{P:entity})',
  'mentioning figures {A:amount}',
  '(?:that works out at|that would make it|that makes it) {A:amount} (?:after|before) the (?:money|cash|investment)',
  'below the {A:amount} (?:discussed|talked about|sought|floated)',
  '{fundNoun}{~~40}(?: at|,) (?:an? )?{A:amount} (?:pre|post)(?:-money)?\\b',
  '{A}{~~45} at (?:the )?{A:amount}(?! each)',
  'the {A:amount} at which {P:entity} (?:raised|sold|took|last)',
  'with an? {A:amount}(?= |,|․|\\.)(?<= cap| valuation cap)?',
  '(?:, |with an? ){A:amount}(?= cap| valuation)',
  '{A:amount},? (?:pre|post)-money',
];

export const VALUATION_RULES: readonly Rule[] = [
  ...SOURCES.filter((source) => !source.includes('(?<= cap')).map((source) =>
    rule('valuation', source.replaceAll('{noun}', NOUN), each(['amount'])),
  ),
];
