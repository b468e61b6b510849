import type { DealStatus } from '@tranche/ledger/claim';
import type { Party } from '../party/index.ts';
import type { Cited } from './draft.ts';
import { cited, type Reading } from './reading.ts';
import { type Hit, type Rule, rule } from './rule.ts';

interface PledgeOptions {
  readonly status?: DealStatus;
  readonly to?: string;
  /** The venture's own spending: nobody in particular pays. */
  readonly own?: boolean;
  readonly done?: DealStatus;
  readonly slot?: string;
}

/** Drafts one pledge for each party that makes it. `to` is a venture, a programme or a supplier. */
function pledge(hit: Hit, reading: Reading, options: PledgeOptions = {}): boolean {
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

const to =
  (options: PledgeOptions = {}) =>
  (hit: Hit, reading: Reading): boolean =>
    pledge(hit, reading, options);

/** Only where the named target is a venture of this text. */
const toVenture =
  (options: PledgeOptions = {}) =>
  (hit: Hit, reading: Reading): boolean => {
    const named = reading.parties(hit, 'to')[0];
    if (named !== undefined && !reading.roles.ventures.has(named.value)) return false;
    return reading.speaksOfVenture() && pledge(hit, reading, options);
  };

/** Only where the named target is called a fund or a programme: money for it buys shares in nobody. */
const toFund =
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
function goesOn(hit: Hit, reading: Reading): boolean {
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

const GIVE =
  '(?:commit|put|pledg|promis|contribut|invest|provid|set aside|earmark|allocat|chip|pour|inject|plough|sink)(?:s|e|es|ed|ing|ting|ted)?(?: in| up)?';

export const COMMITMENT_RULES: readonly Rule[] = [
  rule(
    'commitment',
    `{P:by}{aux} ${GIVE}(?: to)? {A:amount}(?: each| apiece)? (?:to|into|in|for|towards) (?:(?:the|their|its) (?:joint )?venture,? )?{P:to}`,
    toVenture(),
  ),
  rule(
    'commitment',
    `{P:by}{aux} ${GIVE}(?: to)? {A:amount}(?: each| apiece)?(?: of (?:its|{P}['’]s|their) own (?:money|cash|capital))? (?:to|into|in|for|towards) (?:(?:the|an?|its|{P}['’]s|their) )?(?:[\\w-]+ ){0,4}?(?:fund, |vehicle, )?{P:to}`,
    toFund(),
  ),
  rule(
    'commitment',
    `(?:fund|vehicle|pool|programme|initiative|project) (?:called|named|dubbed|known as) {P:to},? (?:with|to which) {P:by}{aux} ${GIVE} {A:amount}`,
    to(),
  ),
  rule(
    'commitment',
    `{P:by}['’]s (?:\\w+ )?(?:commitment|pledge|contribution|promise|share)(?: of| is| was| at|:)? {A:amount} (?:to|for|of|in|towards) {P:to}`,
    toVenture(),
  ),
  rule(
    'commitment',
    `{P:by}['’]s {A:amount} (?:commitment|pledge|contribution|promise) (?:to|for|towards) {P:to}`,
    toVenture(),
  ),
  rule(
    'commitment',
    `{A:amount} {P:by} (?:has |have )?(?:already )?(?:pledged|promised|committed) to {P:to}`,
    toVenture({ status: 'agreed' }),
  ),
  rule('commitment', `{P:by}{aux} (?:each )?${GIVE}(?: to put in)? {A:amount} (?:each|apiece)`, toVenture()),
  rule('commitment', `{P:by}(?:,| -+| –| —)?{aux} each{aux} ${GIVE}(?: in)? {A:amount}`, toVenture()),
  rule(
    'commitment',
    `each(?: of (?:them|the \\w+(?: \\w+)?)| compan(?:y|ies)| partners?| side| party)?{aux} ${GIVE}(?: in)? {A:amount}`,
    eachAgain,
  ),
  rule(
    'commitment',
    '{A:amount} of (?:it|{P}) is (?:expected|due|set) to be spent on {P:to}',
    (hit, reading) => ventureSpending(hit, reading),
  ),
  rule(
    'commitment',
    '{P:by}{aux} (?:contracted|agreed|committed|signed up|pledged|promised|signed an? (?:\\w+ ){0,3}(?:deal|contract|agreement)) to (?:buy|purchase|spend|lease|rent|use) {~25}{A:amount}(?: worth)? (?:of|on|for|in|with|from) (?:\\w+ ){0,3}(?:from |with )?{P:to}',
    to({ status: 'agreed' }),
  ),
  rule(
    'commitment',
    "{P:by}{aux} (?:spend|buy){~12} {A:amount}(?: a year| per year| annually)? (?:on|of) {P:to}(?!(?:['’]s?)? (?:\\w+ )?(?:shares?|stock|equity|stakes?|bonds?|notes|debt))",
    to(),
  ),
  rule('commitment', "{P:by}{aux} (?:fill|equip|stock) (?:{P}|\\w+) with {A:amount} of {P:to}['’]s", to()),
  rule('commitment', "{P:by}{aux} spending {A:amount} on {P}['’]s partnership with {P:to}", to()),
  rule(
    'commitment',
    `{P:by}{aux} ${GIVE} {A:amount}(?= and {P}|, {P}|, while|, with|\\.|$)`,
    (hit, reading) => reading.roles.ventures.size > 0 && toVenture()(hit, reading),
  ),
  rule('commitment', `(?:and|while|with|,) {P:by}{aux} (?:${GIVE} )?{A:amount}(?! (?:stake|in))`, goesOn),
  rule('commitment', '{P:by}{aux} secured ["“]?{A:amount}', toVenture({ status: 'rumoured' })),
  rule(
    'commitment',
    'source close to {P:by} mentioned an? (?:commitment|pledge|contribution) of {A:amount}',
    toVenture({ status: 'rumoured' }),
  ),
  rule('commitment', '(?:number|figure|sum|amount), {A:amount} each', eachAgain),
  rule(
    'commitment',
    '{P:both} (?:have |had )?(?:agreed|signed|struck|inked|entered)[^;.]{0,90}(?:contract|deal|agreement|order)s? (?:worth|valued at|of) {A:amount}',
    betweenBoth,
  ),
  rule(
    'commitment',
    '{P:by}{aux} (?:sign|ink|strik|struck|award|announc)\\w* an? (?:[\\w-]+, )?(?:{A:amount}|[\\w-]+) (?:[\\w-]+ ){0,3}(?:contract|supply deal|cloud deal|order|purchase agreement) with {P:to}(?:{~20}(?:worth|valued at) {A:worth})?',
    contractWith,
    ['amount', 'worth'],
  ),
  rule(
    'commitment',
    '{P:to}{aux} (?:won|wins|win|secured|secures|landed|lands|bagged|clinched|received) an? (?:[\\w-]+,? ){0,3}{A:amount} (?:[\\w-]+ ){0,3}(?:contract|order|supply deal|cloud deal|purchase agreement) (?:from|with) {P:by}',
    to({ status: 'agreed' }),
  ),
  rule(
    'commitment',
    '{P:by}{~20} (?:start|begin) with an? {A:amount} commitment to (?<cause>[^,.;\ue000-\uf3ff]{3,80}?)(?= and to what|[,.;]|$)',
    to({ status: 'planned' }),
  ),
  rule(
    'commitment',
    '{P:by}{~20}(?:is|was|puts? in|contributes?|pays?) {A:amount},? (?:and|with) {P:other}{~20}the same(?: amount| again| sum)?',
    sameForBoth,
  ),
];

/** "a higher number, A each": the parties of the pledge before. */
function eachAgain(hit: Hit, reading: Reading): boolean {
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

function ventureSpending(hit: Hit, reading: Reading): boolean {
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

function sameForBoth(hit: Hit, reading: Reading): boolean {
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
function contractWith(hit: Hit, reading: Reading): boolean {
  const slot = hit.has('amount') ? 'amount' : 'worth';
  return hit.amount(slot) !== undefined && pledge(hit, reading, { status: 'agreed', slot });
}

/** A contract between two: the first named pays, the second supplies. */
function betweenBoth(hit: Hit, reading: Reading): boolean {
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

/** In a text about a venture, what is left of the sums is what the venture means to spend. */
export const VENTURE_SPENDING_RULES: readonly Rule[] = [
  rule(
    'commitment',
    '{A:amount}{~~60}(?:over|in|within|in the course of)(?: the)?(?: next| coming)? (?:\\w+ )?(?:years|months)',
    toVenture({ own: true, done: 'planned' }),
  ),
  rule(
    'commitment',
    '(?:within|over|in) (?:\\w+ ){1,3}(?:years|months){~12} {A:amount}',
    toVenture({ own: true, done: 'planned' }),
  ),
  rule(
    'commitment',
    '(?:the )?(?:first )?{A:amount}{~~60}(?:immediately|at once|straight away|{D})',
    toVenture({ own: true, done: 'planned' }),
  ),
  rule(
    'commitment',
    '(?:target|goal|planned investment|plans to (?:spend|invest)|come to|invest|put|poised to invest){~25} ?{A:amount}',
    toVenture({ own: true, done: 'planned' }),
  ),
  rule(
    'commitment',
    '{A:amount}',
    (hit, reading) =>
      reading.roles.ventureIsTopic &&
      reading.roles.mainIssuer === undefined &&
      pledge(hit, reading, { own: true, done: 'planned' }),
  ),
];
