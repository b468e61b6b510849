import { formatAmount, formatQuantity } from '@tranche/core/display';
import type { StatedAmount } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import type { PartialDate } from '@tranche/core/time';
import type { ClaimBody, DealStatus, RoundBody, VentureBody } from '../claim/index.ts';
import { amountOfBody, moneyOf, timeOf } from '../compare/index.ts';
import { isRunningTotal } from './matching.ts';
import { listed } from './words.ts';

/**
 * What a body says as a clause without a stop, for sentences: "SoftBank is to put USD 40bn into OpenAI". The amount
 * may be given in another currency than the body's own. Never says more than the body holds.
 */
export function clauseOf(body: ClaimBody, amount: StatedAmount | undefined = amountOfBody(body)): string {
  const sum = amount === undefined ? undefined : formatAmount(amount);
  const time = timeOf(body);
  const when = time === undefined ? '' : ` ${whenWords(time, isRunningTotal(body))}`;
  switch (body.type) {
    case 'round':
      return `${roundClause(body, sum)}${when}${body.leads.length === 0 ? '' : `, led by ${listed(body.leads)}`}`;
    case 'tranche': {
      const from = body.payer === undefined ? '' : ` from ${body.payer}`;
      const what = `${sum === undefined ? 'a tranche' : `a tranche of ${sum}`}${from}`;
      return `${body.issuer} ${acts(body.status, `receive ${what}`, `received ${what}`)}${when}`;
    }
    case 'investment':
      return `${body.investor} ${investmentWords(body.issuer, body.status, moneyOf(body), sum)}${when}`;
    case 'syndication': {
      const what = `put ${sum ?? 'money'} into ${body.issuer}`;
      return `co-investors of ${body.investor} ${acts(body.status ?? 'planned', what, what, true)}${when}`;
    }
    case 'valuation':
      return `${body.entity} ${state(body.status, `valued at ${sum}${BASES[body.basis]}`)}${when}`;
    case 'stake': {
      const share = `${QUALIFIERS[body.qualifier]}${formatQuantity(body.percent.dividedBy(HUNDRED), 'fraction')} of ${body.entity}`;
      return `${body.holder} ${acts(body.status, `hold ${share}`, `held ${share}`)}${when}`;
    }
    case 'control': {
      const past = `controls ${body.entity} (${body.how})`;
      return `${body.holder} ${acts(body.status, `control ${body.entity} (${body.how})`, past)}${when}`;
    }
    case 'commitment':
      return `${pledgeClause(body.by, body.to, body.status, sum ?? 'money')}${periodWords(body.period)}`;
    case 'venture':
      return ventureClause(body);
    case 'rank': {
      const of = body.object === undefined ? '' : ` of ${body.object}`;
      const over = body.over === undefined ? '' : `, over ${body.over}`;
      const what = `the ${body.claim.replaceAll('_', ' ')}${of}${over}`;
      return `${body.subject} ${acts(body.status ?? 'completed', `be ${what}`, `is ${what}`)}`;
    }
    case 'fx':
      return `${formatQuantity(body.from.value, body.from.currency)} is ${formatQuantity(body.to.value, body.to.currency)}`;
    case 'no_external_funding':
      return `${body.entity} has taken no outside money`;
  }
}

/** What a body says, as a sentence begins and without its stop. */
export const sentenceOf = (body: ClaimBody): string => capital(clauseOf(body));

const HUNDRED = Rational.of(100n);
const BASES = { pre: ' before the money', post: ' after the money', unspecified: '' } as const;
const QUALIFIERS = {
  exact: '',
  about: 'about ',
  up_to: 'up to ',
  at_least: 'at least ',
  nearly: 'nearly ',
  over: 'over ',
} as const;

function roundClause(body: RoundBody, sum: string | undefined): string {
  const { issuer, status, instrument, stage } = body;
  const as = instrument ?? stage;
  switch (moneyOf(body)) {
    case 'secondary': {
      const how = `shares${sum === undefined ? '' : ` for ${sum}`}${as === undefined ? '' : ` in ${withArticle(as)}`}`;
      return `holders of ${issuer} ${acts(status, `sell ${how}`, `sold ${how}`, true)}`;
    }
    case 'debt':
      return `${issuer} ${acts(status, `borrow ${sum ?? 'money'}`, `borrowed ${sum ?? 'money'}`)}`;
    case 'grant':
      return `${issuer} ${acts(status, `receive a grant of ${sum}`, `received a grant of ${sum}`)}`;
    default:
      return `${issuer} ${acts(status, `raise ${sum ?? 'money'}`, `raised ${sum ?? 'money'}`)}`;
  }
}

function investmentWords(
  issuer: string,
  status: DealStatus,
  money: ReturnType<typeof moneyOf>,
  sum: string | undefined,
): string {
  switch (money) {
    case 'secondary': {
      const what = `${sum === undefined ? 'shares' : `shares for ${sum}`} from holders of ${issuer}`;
      return acts(status, `buy ${what}`, `bought ${what}`);
    }
    case 'debt':
      return acts(status, `lend ${sum ?? 'money'} to ${issuer}`, `lent ${sum ?? 'money'} to ${issuer}`);
    case 'grant':
      return acts(status, `grant ${sum ?? 'money'} to ${issuer}`, `granted ${sum ?? 'money'} to ${issuer}`);
    default:
      return acts(status, `put ${sum ?? 'money'} into ${issuer}`, `put ${sum ?? 'money'} into ${issuer}`);
  }
}

function ventureClause({ name, partners, roles }: VentureBody): string {
  const of = partners.length === 0 ? '' : ` of ${listed(partners)}`;
  const who = roles.map(({ party, role }) => `${party} has the role: ${role}`);
  return [`${name} is a venture${of}`, ...who].join('; ');
}

function pledgeClause(by: string | undefined, to: string, status: DealStatus, sum: string): string {
  if (by === undefined) return `${sum} ${acts(status, `go to ${to}`, `went to ${to}`)}`;
  return `${by} ${acts(status, `commit ${sum} to ${to}`, `committed ${sum} to ${to}`)}`;
}

/** "over 4 years", "by 2025-12-31"; other periods in the source's words: "immediately". */
function periodWords(period: string | undefined): string {
  if (period === undefined) return '';
  if (/^\d+ \w+$/.test(period)) return ` over ${period}`;
  return /^(\.\.\/)?\d{4}\b/.test(period) ? ` ${whenWords(period as PartialDate)}` : ` ${period}`;
}

/** What somebody does, as far along as the status says. */
function acts(status: DealStatus, does: string, did: string, isPlural = false): string {
  const [be, have] = isPlural ? ['are', 'have'] : ['is', 'has'];
  switch (status) {
    case 'rumoured':
      return `may ${does}`;
    case 'in_talks':
      return `${be} in talks to ${does}`;
    case 'planned':
      return `${be} to ${does}`;
    case 'agreed':
      return `${have} agreed to ${does}`;
    case 'closed':
    case 'completed':
      return did;
    case 'abandoned':
      return `${be} no longer to ${does}`;
  }
}

/** What somebody is, as far along as the status says. */
function state(status: DealStatus, what: string): string {
  switch (status) {
    case 'rumoured':
      return `may be ${what}`;
    case 'in_talks':
      return `is in talks to be ${what}`;
    case 'planned':
      return `is to be ${what}`;
    case 'agreed':
      return `is to be ${what}, as agreed,`;
    case 'closed':
    case 'completed':
      return `was ${what}`;
    case 'abandoned':
      return `is no longer to be ${what}`;
  }
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const QUARTERS = ['first', 'second', 'third', 'fourth'];

/** "on 2024-10-02", "in April 2025", "in spring 2025", "by 2025-03-31"; a total says until when it runs. */
export function whenWords(date: PartialDate, isTotal = false): string {
  const [first = '', second] = date.split('/');
  if (second === undefined)
    return `${isTotal ? 'by' : /^\d{4}-\d\d-\d\d$/.test(first) ? 'on' : 'in'} ${nounOf(first)}`;
  if (first === '..') return `by ${nounOf(second)}`;
  return second === '..' ? `from ${nounOf(first)}` : `between ${nounOf(first)} and ${nounOf(second)}`;
}

function nounOf(date: string): string {
  const [year = '', part = ''] = date.split(/-(.*)/);
  if (/^\d\d$/.test(part)) return `${MONTHS[Number(part) - 1]} ${year}`;
  if (part.startsWith('Q')) return `the ${QUARTERS[Number(part.slice(1)) - 1]} quarter of ${year}`;
  if (part.startsWith('H')) return `the ${QUARTERS[Number(part.slice(1)) - 1]} half of ${year}`;
  return /^[a-z]+$/.test(part) ? `${part} ${year}` : date;
}

export const withArticle = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;

/** A clause as a sentence begins; names keep their own first letter. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
