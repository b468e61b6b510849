import type { DealStatus } from '@tranche/ledger/claim';
import type { AmountToken } from '../frame/index.ts';
import type { RoundDraft } from './draft.ts';
import { cited, type Reading } from './reading.ts';
import { type Hit, type Rule, rule } from './rule.ts';
import { instrumentIn, stageNear } from './stage-and-instrument.ts';

interface RoundOptions {
  readonly done?: DealStatus;
  readonly status?: DealStatus;
  readonly instrument?: string;
  readonly background?: boolean;
}

/** Drafts the round a hit speaks of; what stands in the same clause (stage, instrument, date) goes with it. */
export function draftRound(
  hit: Hit,
  reading: Reading,
  token: AmountToken | undefined,
  options: RoundOptions = {},
): RoundDraft | undefined {
  const issuer = reading.issuer(hit);
  if (issuer === undefined || token === undefined) return undefined;
  const status = options.status ?? reading.status(hit, options.done);
  const clause = hit.clause;
  const near = clause.indexOf(hit.words) + hit.words.length / 2;
  const local = `${hit.words}${NEXT_WORDS.exec(hit.after)?.[0] ?? ''}`;
  const stage = stageNear(local, local.length / 2) ?? stageNear(clause, near);
  const instrument = instrumentIn(local);
  const date = reading.date(hit.dateNear(), status);
  const span = reading.spanOfWords(hit, stage);
  return reading.add({
    ...reading.base('round', hit, [token.start, token.span[1]]),
    issuer,
    amount: cited(token),
    stage: stage === undefined ? undefined : { value: stage, ...(span === undefined ? {} : { span }) },
    instrument: instrument === undefined ? undefined : { value: instrument.name },
    money: instrument?.money ?? 'primary',
    date,
    status,
    leads: [],
    participants: [],
    proceeds: [],
    background: options.background ?? false,
  });
}

const NEXT_WORDS = /^[^\ue400-\uebff.;]{0,70}/;

const round =
  (options: RoundOptions = {}) =>
  (hit: Hit, reading: Reading): boolean =>
    draftRound(hit, reading, hit.amount('amount'), options) !== undefined;

/** Verbs that only speak of a financing when a financing noun stands with the sum. */
const WEAK =
  /\b(?:tak|took|clos|complet|conclud|announc|sign|receiv|get|got|add|arrang|land|win|won|launch|discuss|issu|target|seek|look|bring|brought|drew|draw)/i;

/** "Mill raised $2m", "Mill closed a $2m seed round": weak verbs want a financing noun near the sum. */
function subjectRaises(hit: Hit, reading: Reading): boolean {
  const verb = hit.text('verb') ?? '';
  const around = `${hit.words}${NEXT_WORDS.exec(hit.after)?.[0] ?? ''}`;
  if (WEAK.test(verb) && !FINANCING.test(around)) return false;
  return round()(hit, reading);
}

const FINANCING =
  /\b(?:round|raise[sd]?|financing|funding|fundrais\w+|series [a-k]\b|seed|capital|placement|facility|loans?|notes?|SAFEs?|allotment|equity|debt|extension|investment|stock|post-money|pre-money|talks over|look(?:s|ing)? for)\b/i;

export const ROUND_RULES: readonly Rule[] = [
  rule('round', '{P:issuer}{aux} (?<verb>{raise}){~~60}{A:amount}', subjectRaises),
  rule(
    'round',
    "{P:issuer}['’]s {~30}{round},?{~~30}(?:of|totals|totalling|worth|brought in|was|is) {A:amount}",
    round(),
  ),
  rule('round', "{P:issuer}['’]s {~30}{A:amount} {round}", round()),
  rule('round', '{A:amount} {round}(?: in| for| of| from| by)? {P:issuer}', round()),
  rule('round', "{D}['’]s {A:amount} {round}", round({ background: true })),
  rule('round', '(?:the|an?) (?:same )?{A:amount} {round}', round()),
  rule('round', '{round}{~~30}(?:of|totals|totalling|worth|brought in|was|at) {A:amount}', round()),
  rule(
    'round',
    '{A:amount} (?:in|of) (?:\\w+ ){0,3}(?:funding|capital|financing|equity|debt|loans|notes|SAFEs|stock for sale|seed capital)',
    round(),
  ),
  rule('round', '(?:raise|raising|raised|take|took|taking) {A:amount}', round()),
  rule(
    'round',
    '(?:taking|bringing|brings?|would bring) (?:the )?(?:total|round){~20} to {A:amount}',
    round(),
  ),
  rule(
    'round',
    '(?:amount|total|capital)(?: capital)? (?:raised|funded|secured){~~40}(?:comes to|is|was|:|totals|of) ?{A:amount}',
    round(),
  ),
  rule('round', 'that (?:makes|brings it to) {A:amount} in all', round({ status: 'completed' })),
  rule('round', 'against the {A:amount} announced', round({ status: 'agreed' })),
  rule('round', '(?:financing|funding|investment) package of {A:amount}', round()),
  rule('round', 'with {A:amount} pencilled in', round({ status: 'planned' })),
];
