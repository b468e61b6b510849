import { formatAmount, formatQuantity } from '@tranche/core/display';
import type { StatedAmount } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import type { ClaimBody, DealStatus, ValuationBasis } from '@tranche/ledger/claim';

/** What is said, in one line: who, how much, when; never more than the statement holds. */
export function summaryOf(body: ClaimBody): string {
  switch (body.type) {
    case 'round':
      return joined([
        `${body.issuer} ${body.stage ?? body.instrument ?? (body.money === 'secondary' ? 'secondary sale' : 'round')}: ${sumOf(body.amount)}`,
        valuationOf(body.pre_money, 'pre'),
        valuationOf(body.post_money, 'post'),
        valuationOf(body.valuation_unspecified, 'unspecified'),
        body.leads.length > 0 ? `led by ${listed(body.leads)}` : undefined,
        body.participants.length > 0 ? `with ${listed(body.participants)}` : undefined,
        body.date,
        body.use_of_proceeds === undefined ? undefined : `for ${listed(body.use_of_proceeds.map(shortened))}`,
        conditionOf(body.condition),
      ]);
    case 'tranche':
      return joined([
        `Part of the ${body.issuer} round: ${sumOf(body.amount)}`,
        body.payer === undefined ? undefined : `from ${body.payer}`,
        body.when,
        conditionOf(body.condition),
      ]);
    case 'investment':
      return joined([
        `${body.investor} in ${body.issuer}: ${sumOf(body.amount)}`,
        body.closing,
        body.money === 'secondary' ? 'bought from holders' : undefined,
        body.when,
        conditionOf(body.condition),
      ]);
    case 'syndication':
      return joined([
        `${body.investor} syndicates ${sumOf(body.amount)} of ${body.issuer}`,
        body.closing,
        body.when,
        conditionOf(body.condition),
      ]);
    case 'valuation':
      return joined([
        `${body.entity} is valued at ${formatAmount(body.amount)} ${BASES[body.basis]}`,
        body.when,
      ]);
    case 'stake':
      return joined([
        `${body.holder} holds ${QUALIFIERS[body.qualifier]}${percent(body.percent)} of ${body.entity}`,
        body.through === 'look_through' ? 'a total over all levels' : undefined,
        body.basis,
        body.when,
      ]);
    case 'control':
      return joined([`${body.holder} controls ${body.entity}: ${body.how}`, body.when]);
    case 'commitment':
      return joined([`${body.by ?? 'Money'} for ${body.to}: ${formatAmount(body.amount)}`, body.period]);
    case 'venture':
      return joined([
        body.partners.length === 0
          ? `${body.name}, a venture`
          : `${body.name}, a venture of ${listed(body.partners)}`,
        ...body.roles.map(({ party, role }) => `${party}: ${role}`),
      ]);
    case 'rank':
      return joined([
        `${body.subject}: ${spaced(body.claim)}${body.object === undefined ? '' : ` of ${body.object}`}`,
        body.over === undefined ? undefined : `over ${body.over}`,
      ]);
    case 'fx':
      return `${formatQuantity(body.from.value, body.from.currency)} is put at ${formatQuantity(body.to.value, body.to.currency)}`;
    case 'no_external_funding':
      return `${body.entity} has no outside money`;
  }
}

export const statusOf = (body: ClaimBody): DealStatus | undefined =>
  'status' in body ? body.status : undefined;

const BASES: Readonly<Record<ValuationBasis, string>> = {
  pre: 'pre-money',
  post: 'post-money',
  unspecified: '(basis not stated)',
};

const QUALIFIERS = {
  exact: '',
  about: 'about ',
  up_to: 'up to ',
  at_least: 'at least ',
  nearly: 'nearly ',
  over: 'over ',
} as const;

const percent = (value: Rational): string => formatQuantity(value.dividedBy(Rational.of(100n)), 'fraction');

const sumOf = (amount: StatedAmount | undefined): string =>
  amount === undefined ? 'amount not stated' : formatAmount(amount);

const valuationOf = (amount: StatedAmount | undefined, basis: ValuationBasis): string | undefined =>
  amount === undefined ? undefined : `at ${formatAmount(amount)} ${BASES[basis]}`;

const conditionOf = (condition: string | undefined): string | undefined =>
  condition === undefined ? undefined : `if ${condition.replace(/^(if|provided( that)?|subject to) /i, '')}`;

/** Uses of proceeds are often whole clauses; the quote has them in full. */
const shortened = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 59).trimEnd()}…`);

const spaced = (name: string): string => name.replaceAll('_', ' ');

const listed = (names: readonly string[]): string => names.join(', ');

const joined = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined).join('; ');
