import { daysBetween, lastDayOf, type PartialDate } from '@tranche/core/time';
import type { DealStatus } from '@tranche/ledger/claim';
import { type AmountToken, compilePattern, matchesOf, type PartyRef } from '../frame/index.ts';
import type { Party } from '../party/index.ts';
import type { Cited, RoundDraft } from './draft.ts';
import { Hit } from './hit.ts';
import { cited, type Reading } from './reading.ts';
import { instrumentIn, stageNear } from './stage-and-instrument.ts';

export interface RoundOptions {
  readonly done?: DealStatus;
  readonly status?: DealStatus;
  readonly instrument?: string;
  readonly background?: boolean;
  /** The sum of several deals or closings. */
  readonly total?: boolean;
  /** The size of one deal with all its closings. */
  readonly whole?: boolean;
}

/** Drafts the round a hit speaks of; what stands in the same clause (stage, instrument, date) goes with it. */
export function draftRound(
  hit: Hit,
  reading: Reading,
  token: AmountToken | undefined,
  options: RoundOptions = {},
): RoundDraft | undefined {
  const named = reading.issuer(hit, 'issuer', true);
  const issuer = named !== undefined && isLender(named.value, hit) ? borrower(hit, reading) : named;
  if (issuer === undefined || token === undefined || isFund(issuer.value, hit)) return undefined;
  const status = options.status ?? reading.status(hit, options.done);
  const clause = hit.clause;
  const near = clause.indexOf(hit.words) + hit.words.length / 2;
  const local = `${hit.words}${NEXT_WORDS.exec(hit.after)?.[0] ?? ''}`;
  const stage = stageNear(local, local.length / 2) ?? stageNear(clause, near);
  const instrument = instrumentIn(local) ?? instrumentOfSentence(hit);
  const date = unlessOver(reading.date(hit.dateNear(), status, hit.clause), status, reading);
  const span = reading.spanOfWords(hit, stage);
  const background = options.background ?? isBackground(hit, date?.value, reading);
  return reading.add({
    ...reading.base('round', hit, [token.start, token.span[1]]),
    issuer,
    amount: cited(token),
    stage: stage === undefined ? undefined : { value: stage, ...(span === undefined ? {} : { span }) },
    instrument: instrument === undefined ? undefined : { value: instrument.name },
    money: instrument?.money ?? 'primary',
    date:
      date ??
      onlyDay(hit, reading, status) ??
      (background || options.total ? undefined : announced(hit, reading, issuer.value, status)),
    status,
    leads: [],
    participants: [],
    proceeds: [],
    condition: reading.askedCondition(),
    background,
    total: options.total,
  });
}

/** A round still to come has no day that is over, nor are talks dated by a year: that is when something else was. */
function unlessOver(
  date: Cited<PartialDate> | undefined,
  status: DealStatus,
  { published }: Reading,
): Cited<PartialDate> | undefined {
  const isYear = date?.value.length === 4;
  if (
    date === undefined ||
    published === undefined ||
    !(status === 'planned' || (status === 'in_talks' && isYear))
  )
    return date;
  const end = lastDayOf(date.value);
  return end !== undefined && daysBetween(end, published) > 0 ? undefined : date;
}

/** A bank whose loan is spoken of gives it. */
const isLender = (party: Party, hit: Hit): boolean =>
  party.investor &&
  /\bbank\b/i.test(party.name) &&
  /\b(?:loans?|lend\w*|credit|financing)\b/i.test(hit.clause);

/** The last company of the sentence that gives no money by trade. */
function borrower(hit: Hit, reading: Reading): Cited<Party> | undefined {
  const ref = hit.frame.parties
    .flat()
    .filter((one) => one.party?.kind === 'organisation' && !one.party.investor)
    .reduce<PartyRef | undefined>(
      (last, one) => (last === undefined || one.span[0] > last.span[0] ? one : last),
      undefined,
    );
  const party = ref === undefined ? reading.roles.mainIssuer : reading.partyOf(ref);
  if (party === undefined || party.investor) return undefined;
  return { value: party, ...(ref === undefined ? {} : { span: ref.span }) };
}

/** What an investor raises is money for its funds, unless it borrows; nor is a fund's own closing a round of anybody. */
const isFund = (issuer: Party, hit: Hit): boolean =>
  !/\b(?:loans?|facility|debt|credit|notes)\b/i.test(hit.clause) &&
  (issuer.investor
    ? /\b(?:funds?|venture firms)\b|(?<![\ue000-\ue3ff]) vehicles?\b/i.test(hit.frame.skeleton.text)
    : FUND_CLOSES.test(hit.clause));
const FUND_CLOSES =
  /\bcapital commitments\b|\b(?:clos\w+|rais\w+|launch\w+|target\w*|for) (?:on )?(?:[\ue400-\ue7ff] )?(?:for )?(?:its|their|the|an?|[\ue000-\ue3ff]['’]s) (?:[\ue400-\ue7ff] )?(?:(?:new|first|second|third|fourth|fifth|sixth|latest|debut|inaugural|maiden|previous|flagship|own|venture|growth|seed|buyout|early-stage|climate|tech|impact|credit|continuation|opportunity|opportunities|capital|investment) )+(?:funds?|vehicle)\b(?!-)/i;

const EARLIER =
  /\b(?:had (?:earlier |already |previously )?(?:raised|picked up|secured|taken)|last round|previous round|earlier raised|previously raised|a year ago)\b/i;
const BACKGROUND_DAYS = 100;

/** A round that ended long before the report, or that the words put into the past. */
function isBackground(hit: Hit, date: PartialDate | undefined, reading: Reading): boolean {
  if (
    EARLIER.test(hit.clause) &&
    !/\blatest (?:[\w-]+ ){0,2}(?:round|raise|financing) had raised\b/i.test(hit.clause)
  )
    return true;
  const end = date === undefined ? undefined : lastDayOf(date);
  return (
    end !== undefined &&
    reading.published !== undefined &&
    daysBetween(end, reading.published) > BACKGROUND_DAYS
  );
}

/** The one full day that the sentence names dates a round told by its steps ("the board on 11 July approved an issue"). */
function onlyDay(hit: Hit, reading: Reading, status: DealStatus): Cited<PartialDate> | undefined {
  if (!/\b(?:approved|resolved|issued|allotted)\b/i.test(hit.before)) return undefined;
  const days = hit.frame.dates.filter((date) => date.isDay && !date.isWeekday && date.bound === 'at');
  return days.length === 1 ? reading.date(days[0], status) : undefined;
}

const SAYS = '(?:said|says|announced|announces|confirmed|reported)';
const ANNOUNCED = [
  `{P:who}(?:,)? ${SAYS}(?: in a (?:\\w+ )?statement)?(?: on)? ?{D:when}`,
  `{P:who} {D:when} (?:signed|${SAYS})`,
  `^(?:[^․;\\ue000-\\ue7ff]{0,60} )?(?:company|start-?up|firm|maker|developer|provider|scale-?up|fintech|biotech) ${SAYS}(?: on)? ?{D:when}`,
].map((source) => compilePattern(source, {}));

/** The day on which the company itself spoke of the round: its statement's date, or "the company said on Monday". */
function announced(
  hit: Hit,
  reading: Reading,
  issuer: Party,
  status: DealStatus,
): Cited<PartialDate> | undefined {
  if (status !== 'closed' && status !== 'agreed') return undefined;
  for (const pattern of ANNOUNCED) {
    for (const match of matchesOf(pattern, hit.frame.skeleton)) {
      const told = new Hit(hit.frame, match);
      const who = told.refs('who')[0];
      if (told.has('who') && (who === undefined || reading.partyOf(who) !== issuer)) continue;
      return reading.date(told.date('when'), 'closed');
    }
  }
  return reading.tier === 'party_statement' && reading.published !== undefined
    ? { value: reading.published as string as PartialDate }
    : undefined;
}

/** Instruments whose name leaves no doubt may stand anywhere before the sum in its sentence. */
const CERTAIN =
  /\b(?:compulsorily convertible preference shares|preferred stock|SAFEs?|convertible notes|third-party allotment|go public)\b/;

const instrumentOfSentence = (hit: Hit) => {
  const words = CERTAIN.exec(`${hit.before}${hit.words}`)?.[0];
  return words === undefined ? undefined : instrumentIn(words);
};

/** The words that follow a hit, up to the next figure. */
export const NEXT_WORDS = /^[^\ue400-\uebff.;]{0,70}/;

/** The sum of all rounds so far is none of them. */
export const TO_DATE =
  /^(?: (?:in|of) (?:[\w-]+ ){0,3}(?:funding|capital|financing|equity|investment))?,? (?:to date|so far|in total|overall|altogether|since (?:its|inception|founding|launch\w*))\b/i;

/** What a rule says when the sum it found is a round and nothing more is told. */
export const round =
  (options: RoundOptions = {}) =>
  (hit: Hit, reading: Reading): boolean =>
    draftRound(hit, reading, hit.amount('amount'), options) !== undefined;
