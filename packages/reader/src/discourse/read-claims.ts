import type { PlainDate } from '@tranche/core/time';
import type { Claim } from '@tranche/ledger/claim';
import type { Tier } from '@tranche/ledger/source';
import { finished } from '../assembly/index.ts';
import { BACKER_RULES, STEP_RULES } from '../claims/backers.ts';
import { COMMITMENT_RULES, VENTURE_SPENDING_RULES } from '../claims/commitment.ts';
import { CONDITION_RULES } from '../claims/condition.ts';
import { bracketedConversions, FX_RULES } from '../claims/fx.ts';
import { INVESTMENT_RULES, PRICE_RULES } from '../claims/investment.ts';
import { NO_EXTERNAL_FUNDING_RULES } from '../claims/no-external-funding.ts';
import { NOISE_RULES } from '../claims/noise.ts';
import { PROCEEDS_RULES, purposeFromItem } from '../claims/proceeds.ts';
import { RANK_RULES } from '../claims/rank.ts';
import { Reading, type Roles } from '../claims/reading.ts';
import { BESIDE_RULES, ROUND_RULES } from '../claims/round.ts';
import { applyRules, type Rule } from '../claims/rule.ts';
import { STAKE_RULES } from '../claims/stake.ts';
import { SYNDICATION_RULES } from '../claims/syndication.ts';
import { cellsOf, headOf, roundFromRow } from '../claims/table.ts';
import { PAYER_RULES, TRANCHE_RULES } from '../claims/tranche.ts';
import { VALUATION_RULES } from '../claims/valuation.ts';
import { VENTURE_RULES } from '../claims/venture.ts';
import { frameOf, type SentenceFrame } from '../frame/index.ts';
import type { Party, PartyBook } from '../party/index.ts';
import { type DocumentParts, sentencesOf } from '../text/index.ts';
import { rolesOf } from './roles.ts';
import { sharesOutRoles, venturesIn } from './ventures.ts';

/** The rules in the order in which they may take an amount. */
const MONEY_RULES: readonly Rule[] = [
  ...FX_RULES,
  ...NOISE_RULES,
  ...PRICE_RULES,
  ...VALUATION_RULES,
  ...BESIDE_RULES,
  ...COMMITMENT_RULES,
  ...SYNDICATION_RULES,
  ...PAYER_RULES,
  ...INVESTMENT_RULES,
  ...TRANCHE_RULES,
  ...ROUND_RULES,
  ...VENTURE_SPENDING_RULES,
];
const OTHER_RULES: readonly Rule[] = [
  ...VENTURE_RULES,
  ...RANK_RULES,
  ...NO_EXTERNAL_FUNDING_RULES,
  ...BACKER_RULES,
  ...STEP_RULES,
  ...CONDITION_RULES,
  ...PROCEEDS_RULES,
];

/** Cheap sign that a line may hold a claim; lines without one are never taken apart. */
const ANCHOR =
  /[$€£¥₹₩]\s?\d|\d\s?(?:%|percent|per cent)|\b(?:million|billion|trillion|crore|lakh)\b|\d(?:bn|m|k|B|M)\b|\b(?:USD|EUR|GBP|JPY|CNY|INR|KRW|CHF|RMB|NOK|SEK|DKK)\b|\b(?:[Rr]ound|[Ff]inancing|[Ff]unding|Series [A-K]|[Ll]ead investor|co-led|led|[Ii]nvest(?:ors?|ments?|ed|s|ing)?|[Ss]hareholders?|[Ss]take|[Vv]enture|[Cc]hairman|[Bb]acke[rd]|[Cc]apital|[Pp]roceeds|[Ff]unds|[Mm]oney|cash|[Ss]hares|stock|[Pp]artners|[Ee]quity|[Ll]ead|take part|took part|figure)\b/;

/** Items and rows this close behind a line that was read are read too. */
const LIST_REACH = 8;

interface ReadLine {
  readonly index: number;
  readonly kind: 'prose' | 'item' | 'row';
  readonly start: number;
  readonly end: number;
  readonly frames: readonly SentenceFrame[];
}

export interface ReadInput {
  readonly text: string;
  readonly parts: DocumentParts;
  readonly published: PlainDate | undefined;
  readonly tier: Tier | undefined;
  readonly book: PartyBook;
  readonly yuanByDefault: boolean;
  /** The currency most sums of the text are in; vague sums without one are taken to be in it. */
  readonly usualCurrency: string | undefined;
}

/** The claims of a document's body: first who raises and who gives, then sentence by sentence what is said of it. */
export function readClaims(input: ReadInput): Claim[] {
  const lines = linesToRead(input);
  const frames = lines.flatMap((line) => line.frames);
  const { start, end } = input.parts.headline;
  const headline = end > start ? frameOf(input.text, start, end, input) : undefined;
  const ventures = new Set((headline === undefined ? frames : [headline, ...frames]).flatMap(venturesIn));
  if (ventures.size === 0 && frames.some(sharesOutRoles)) addHeadlineVenture(ventures, headline, frames);
  const roles = rolesOf(
    lines.map((line) => line.frames),
    headline,
    ventures,
  );
  const reading = readLines(input, lines, roles);
  return finished(reading.drafts, input.text, input.published, roles);
}

/** A text that shares out tasks without saying what in is about the venture its headline names. */
function addHeadlineVenture(
  ventures: Set<Party>,
  headline: SentenceFrame | undefined,
  frames: readonly SentenceFrame[],
): void {
  const shared = new Set(
    frames.filter(sharesOutRoles).flatMap((frame) => frame.parties.flat().map((ref) => ref.party)),
  );
  const named = headline?.parties
    .flat()
    .find((ref) => ref.party !== undefined && !shared.has(ref.party))?.party;
  if (named !== undefined) ventures.add(named);
}

function linesToRead({ text, parts, published, book, yuanByDefault, usualCurrency }: ReadInput): ReadLine[] {
  const lines: ReadLine[] = [];
  let currency: string | undefined;
  let lastRead = Number.NEGATIVE_INFINITY;
  for (const [index, line] of parts.body.entries()) {
    if (line.kind === 'blank' || line.kind === 'furniture') continue;
    const follows = line.kind === 'row' || (line.kind === 'item' && lastRead >= index - LIST_REACH);
    if (!follows && !ANCHOR.test(text.slice(line.start, line.end))) continue;
    if (/^\(Corrects?\b/.test(text.slice(line.start, line.start + 12))) continue;
    lastRead = index;
    const frames: SentenceFrame[] = [];
    for (const { start, end } of sentencesOf(text, line.start, line.end)) {
      const frame = frameOf(text, start, end, {
        book,
        yuanByDefault,
        published,
        currency,
        usualCurrency,
        theyAreCoInvestors: (frames.at(-1)?.coInvestors.length ?? 0) > 0,
      });
      currency = frame.amounts.at(-1)?.amount.currency ?? currency;
      frames.push(frame);
    }
    lines.push({ index, kind: line.kind, start: line.start, end: line.end, frames });
  }
  return lines;
}

function readLines(input: ReadInput, lines: readonly ReadLine[], roles: Roles): Reading {
  const reading = new Reading(input.text, input.published, input.tier, roles);
  let columns: ReturnType<typeof headOf>;
  for (const line of lines) {
    if (line.kind === 'row') {
      const cells = cellsOf(input.text, line.start, line.end);
      const head = headOf(cells);
      if (head !== undefined) {
        columns = head;
        continue;
      }
      const frame = line.frames[0];
      if (columns !== undefined && frame !== undefined) {
        reading.enter(frame, line.index);
        if (roundFromRow({ cells, line: [line.start, line.end] }, columns, frame, input.book, reading))
          continue;
      }
    } else columns = undefined;
    if (line.kind === 'prose') reading.listedPurposes = undefined;
    for (const frame of line.frames) {
      reading.enter(frame, line.index, line.kind === 'item');
      bracketedConversions(frame, reading);
      applyRules(STAKE_RULES, frame, reading);
      applyRules(MONEY_RULES, frame, reading);
      applyRules(OTHER_RULES, frame, reading);
      if (line.kind === 'item') purposeFromItem(frame, reading);
    }
  }
  reading.leave();
  return reading;
}
