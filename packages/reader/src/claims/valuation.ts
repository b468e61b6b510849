import type { ValuationDraft } from './draft.ts';
import { cited, type Reading } from './reading.ts';
import { type Hit, type Rule, rule } from './rule.ts';

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

interface ValuationOptions {
  readonly status?: ValuationDraft['status'];
  readonly done?: ValuationDraft['status'];
}

const valuation =
  ({ status, done = 'closed' }: ValuationOptions = {}, slot = 'amount') =>
  (hit: Hit, reading: Reading): boolean => {
    const token = hit.amount(slot);
    const entity = reading.issuer(hit, 'entity');
    if (token === undefined || entity === undefined || isSmall(token.amount)) return false;
    const found = status ?? reading.status(hit, SECONDARY.test(hit.clause + hit.after) ? 'completed' : done);
    reading.add({
      ...reading.base('valuation', hit, [token.start, token.span[1]]),
      entity,
      amount: cited(token),
      basis: basisNear(hit),
      when: reading.date(hit.dateNear(), found, hit.clause),
      status: found,
    });
    return true;
  };

/** A price set by a sale of existing shares: the whole deal is done with it. */
const SECONDARY =
  /\b(?:employees? (?:\w+ ){0,2}(?:sold|stock|shares)|sold stock|sale of employee|share sale)\b/i;

const NOUN = '(?:(?:pre|post)-(?:money|allotment) )?(?:valuation|value|price tag|price talk|price)\\b';

/** Words that set a price beside an earlier one: "up from", "compared with", "more than double", "a premium to". */
const COMPARED =
  '(?:(?:up|down)(?: \\w+)? from|(?:sharply |well |far )?(?:above|below|over|under|higher than|lower than)|from|versus|against|(?:as )?compared (?:to|with)|(?:\\w+ ){0,2}(?:doubl|tripl|quadrupl|thrice|twice)\\w*|(?:\\w+ ){0,2}(?:times|fold|half(?: of)?|third of|fraction of)|(?:premium|discount|increase|jump|rise|step-up|cut|drop|decline) (?:to|on|from|over)|exceed(?:s|ing)|surpass(?:es|ing)?|than)';
const EARLIER_PRICE = 'valuation|value|price|figure|price tag';
/** Behind an earlier price: who set it and how. */
const ACHIEVED =
  '(?:achieved|obtained|reached|got|secured|fetched|commanded|had|received|set|was given|was (?:last )?valued|earned|won|attained|attached|assigned|it)';

/** A price the text sets beside the one it told: the company's before. Only beside a price. */
const earlierPrice = (hit: Hit, reading: Reading): boolean => {
  const priced = reading.drafts.findLast((draft) => draft.type === 'valuation');
  const here =
    priced?.type === 'valuation' && priced.sentence === reading.sentence ? priced.entity : undefined;
  const entity = here ?? (/\bvaluation\b/i.test(hit.before) ? reading.issuer(hit) : undefined);
  if (entity === undefined) return false;
  const token = hit.amount('amount');
  if (token === undefined || isSmall(token.amount)) return false;
  reading.add({
    ...reading.base('valuation', hit, [token.start, token.span[1]]),
    entity: { value: entity.value },
    amount: cited(token),
    basis: basisNear(hit),
    when: reading.dated(hit.dateNear(), 'closed'),
    earlier: true,
    status: 'closed',
  });
  return true;
};

const SOURCES: readonly string[] = [
  "{P:entity}['’]s {~20}{noun}{~~60}(?:of|at|is|was|to|:|about|be|been) ?{A:amount}",
  '(?:valu(?:es|ed|ing|e)|pric(?:es|ed|ing|e)) {P:entity}{~20}(?: at)? {A:amount}',
  '{P:entity}{aux} (?:once |then )?(?:valued|priced|marked|last valued|last priced|last marked|assessed) at (?:the )?{A:amount}',
  '{P:entity},? (?:last |recently )?(?:valued|priced|marked) at (?:the )?{A:amount}',
  '(?:valu(?:es|ed|ing|e)|pric(?:es|ed|ing)) (?:the|this) (?:[\\w-]+ ){1,5}at {~20}{A:amount}',
  '{P:entity}{aux} worth {~12}{A:amount}',
  '{noun}(?: (?:applied|after the (?:investment|round)|after tranche \\w+))?(?:{~~70} (?:of|at|is|was|to|be|set at|stands at|points to something)|{~~70} ?:|{~12})? ?{A:amount}',
  '(?:at|on) (?:an? |the )?{A:amount} (?:(?:pre|post)-money )?(?:valuation|price(?! of)|mark\\b|price tag)',
  'priced at (?:the )?{A:amount}',
  '{noun} of {P:entity}(?:,[^․.;\\ue400-\\uebff]{2,60},)?{~~40}(?:of|at|is|was|to|within|between){~20} {A:amount}',
  '^[^\\p{L}]{0,4}at {A:amount}, {P:entity} (?:is|was|would|will|remains|ranks|becomes|has|had)\\b',
  '{P:entity}{~~40} (?:was|is|been){~~30} valued at {~15}{A:amount}',
  '{noun}{aux} (?:drop|fall|fell|ris|rose|jump|plung|sink|sank|slump|climb|soar|shrink|shrank|tumbl|surg|slid|grew|grow|cut|slashed|down|up)\\w*(?: by)? {%}{~12} to {A:amount}',
  '(?:mention|nam|cit|float|quot)(?:s|es|ed|ing) (?:an? )?(?:figures?|prices?|valuations?)(?: of)? {A:amount}',
  '(?:that works out at|that would make it|that makes it|that compares with|this compares with) {A:amount}',
  '{fundNoun}{~~40}(?: at|,) (?:an? )?{A:amount} (?:pre|post)(?:-money)?\\b',
  '{A}{~~45} at (?:the )?{A:amount}(?! each)',
  '(?:,|with an?) {A:amount}(?= cap\\b| valuation)',
  '(?:at|: |^){A:amount},? (?:pre|post)-money',
];

export const VALUATION_RULES: readonly Rule[] = [
  // What a price fell or rose by is no price.
  rule(
    'noise',
    `(?:cut|cuts|slash|slashed|slashes|lower|lowered|rais|raised|increas|increased|reduc|reduced|fell|rose|drop|dropped){~~30}(?:valuation|value) by {A:amount}`,
    () => true,
  ),
  rule(
    'valuation',
    '(?:below|down from|instead of) the {A:amount} (?:discussed|talked about|sought|floated)(?: at first| earlier)?',
    valuation({ status: 'abandoned' }),
  ),
  rule(
    'valuation',
    '(?:another|one|a separate) report{~40} valuation of {A:amount}',
    valuation({ status: 'rumoured' }),
  ),
  rule(
    'valuation',
    'the {A:amount} (?:valuation )?at which {P:entity} (?:had |has )?(?:been |was )?(?:raised|sold|took|last|valued|closed|priced)',
    valuation({ status: 'closed' }),
  ),
  rule(
    'valuation',
    `the (?:\\w+ ){0,2}{A:amount} (?:${EARLIER_PRICE}) (?:that |which )?(?:{P:entity} )?(?:had |has )?${ACHIEVED}\\b`,
    valuation({ status: 'closed' }),
  ),
  rule(
    'valuation',
    '(?:last|previously|most recently) (?:valued|priced) (?:{~12})?(?:at )?{A:amount}',
    valuation({ status: 'closed' }),
  ),
  ...SOURCES.map((source) => rule('valuation', source.replaceAll('{noun}', NOUN), valuation())),
  rule(
    'valuation',
    `${COMPARED}{~~30}{A:amount}(?! (?:(?:in|of) (?:\\w+ ){0,2}(?:revenue|sales|funding|capital|financing|cash|debt|equity)|{round}))`,
    earlierPrice,
  ),
  rule(
    'valuation',
    `(?:the|its|{P}['’]s) (?:\\w+ ){0,2}{A:amount} (?:(?:pre|post)-money )?(?:valuation|price tag)\\b`,
    valuation(),
  ),
];
