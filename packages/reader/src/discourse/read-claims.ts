import { headlineValue, type StatedAmount } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import type { PlainDate } from '@tranche/core/time';
import type { Claim } from '@tranche/ledger/claim';
import type { Tier } from '@tranche/ledger/source';
import { assembled, claimFromDraft, keyOf } from '../assembly/index.ts';
import { backersFromItem } from '../claims/backers.ts';
import type { Draft } from '../claims/draft.ts';
import { bracketedConversions } from '../claims/fx.ts';
import { purposeFromItem } from '../claims/proceeds.ts';
import { Reading } from '../claims/reading.ts';
import type { Roles } from '../claims/roles.ts';
import { applyRules } from '../claims/rule.ts';
import { cellsOf, headOf, roundFromRow } from '../claims/table.ts';
import { type DateMention, scanDates } from '../dates/index.ts';
import { frameOf, isPassed, type ReadSentence, type SentenceFrame } from '../frame/index.ts';
import type { CurrencyHints } from '../money/index.ts';
import type { Party, PartyBook } from '../party/index.ts';
import type { DocumentParts } from '../text/index.ts';
import { descriptionsIn } from './descriptions.ts';
import { rolesOf } from './roles.ts';
import { FIRST_RULES, MONEY_RULES, mayHoldClaim, OTHER_RULES } from './rule-sets.ts';
import { type LineToRead, sectionsToRead } from './sections.ts';
import { companiesIn, sharesOutRoles, venturesIn } from './ventures.ts';

interface ReadLine extends LineToRead {
  readonly read: readonly ReadSentence[];
}

const framesOf = ({ read }: ReadLine): SentenceFrame[] =>
  read.filter((one): one is SentenceFrame => !isPassed(one));

export interface ReadInput {
  readonly text: string;
  readonly parts: DocumentParts;
  readonly published: PlainDate | undefined;
  readonly tier: Tier | undefined;
  readonly book: PartyBook;
  readonly yuanByDefault: boolean;
  /** The currency most sums of the text are in; vague sums without one are taken to be in it. */
  readonly usualCurrency: CurrencyHints['usualCurrency'];
}

/**
 * The claims of a document's body: first who raises and who gives, then sentence by sentence what is said of it.
 * A very long text is read in sections; a claim that a later section repeats is dropped.
 */
export function readClaims(input: ReadInput): Claim[] {
  const { start, end } = input.parts.headline;
  const headline = end > start ? frameOf(input.text, start, end, input) : undefined;
  const claims: Claim[] = [];
  const said = new Set<string>();
  let isFirst = true;
  for (const section of sectionsToRead(input.text, input.parts)) {
    for (const draft of readSection(input, section, headline, isFirst)) {
      const key = keyOf(draft);
      if (said.has(key)) continue;
      said.add(key);
      claims.push(claimFromDraft(draft, input.text));
    }
    isFirst = false;
  }
  return claims;
}

function readSection(
  input: ReadInput,
  section: readonly LineToRead[],
  headline: SentenceFrame | undefined,
  isFirst: boolean,
): Draft[] {
  const lines = framed(input, section);
  const frames = lines.flatMap(framesOf);
  const ventures = new Set((headline === undefined ? frames : [headline, ...frames]).flatMap(venturesIn));
  for (const party of ventures.size === 0 ? [] : frames.flatMap(companiesIn)) ventures.delete(party);
  for (const party of input.book.parties) if (party.venture) ventures.add(party);
  if (ventures.size === 0 && frames.some(sharesOutRoles)) addHeadlineVenture(ventures, headline, frames);
  const roles = rolesOf(
    lines.map((line) => line.read),
    headline,
    ventures,
    descriptionsIn(
      input.text,
      lines.flatMap((line) => line.read),
    ),
  );
  const reading = readLines(input, lines, roles);
  if (isFirst && headline !== undefined) readHeadline(headline, frames, reading);
  reading.leave();
  return assembled(reading, roles);
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

function framed(input: ReadInput, section: readonly LineToRead[]): ReadLine[] {
  let currency: string | undefined;
  return section.map((line) => {
    let theyAreCoInvestors = false;
    const read = line.sentences.map(({ start, end }): ReadSentence => {
      if (line.kind === 'prose' && !mayHoldClaim(input.text.slice(start, end))) {
        theyAreCoInvestors = false;
        return { start, end, names: input.book.mentionsIn(start, end) };
      }
      const frame = frameOf(input.text, start, end, { ...input, currency, theyAreCoInvestors });
      currency = frame.amounts.at(-1)?.amount.currency ?? currency;
      theyAreCoInvestors = frame.coInvestors.length > 0;
      return frame;
    });
    return { ...line, read };
  });
}

function readLines(input: ReadInput, lines: readonly ReadLine[], roles: Roles): Reading {
  const reading = new Reading(input.text, input.published, input.tier, roles);
  let columns: ReturnType<typeof headOf>;
  let caption: DateMention | undefined;
  for (const line of lines) {
    if (line.kind === 'row') {
      const cells = cellsOf(input.text, line.start, line.end);
      const head = headOf(cells);
      if (head !== undefined) {
        columns = caption === undefined ? head : { ...head, date: caption };
        continue;
      }
      const frame = framesOf(line)[0];
      if (columns !== undefined && frame !== undefined) {
        reading.enter(frame, line.index);
        if (roundFromRow({ cells, line: [line.start, line.end] }, columns, frame, input.book, reading))
          continue;
      }
    } else {
      columns = undefined;
      caption = captionDate(input, line);
    }
    if (line.kind === 'prose') reading.listedPurposes = reading.listedBackers = undefined;
    for (const frame of line.read) {
      if (isPassed(frame)) {
        reading.pass(frame, line.index);
        continue;
      }
      reading.enter(frame, line.index, line.kind === 'item');
      bracketedConversions(frame, reading);
      applyRules(FIRST_RULES, frame, reading);
      applyRules(MONEY_RULES, frame, reading);
      applyRules(OTHER_RULES, frame, reading);
      if (line.kind === 'item') {
        purposeFromItem(frame, reading);
        backersFromItem(frame, reading);
      }
    }
  }
  return reading;
}

/** The date of a short line, which may stand over a table. */
function captionDate({ text, published }: ReadInput, { start, end }: LineToRead): DateMention | undefined {
  if (end - start > CAPTION_LENGTH || /[.!?]$/.test(text.slice(start, end))) return undefined;
  return scanDates(text.slice(start, end), start, published === undefined ? {} : { published })[0];
}
const CAPTION_LENGTH = 80;

/** A headline is read for the sums that the body does not repeat, in the currency the body speaks of. */
function readHeadline(headline: SentenceFrame, body: readonly SentenceFrame[], reading: Reading): void {
  const told = body.flatMap((frame) => frame.amounts);
  for (const token of headline.amounts) {
    const isTold =
      told.length > 0 &&
      (!told.some((one) => one.amount.currency === token.amount.currency) ||
        told.some((one) => isRounded(one.amount, token.amount)));
    if (isTold) token.role = 'told';
  }
  if (headline.amounts.every((token) => token.role !== undefined)) return;
  reading.enter(headline, HEADLINE);
  applyRules(MONEY_RULES, headline, reading);
}

/** "Several million" says less than the figure of a headline. */
const isVague = (sum: StatedAmount): boolean =>
  'min' in sum && sum.max.compare(sum.min.times(VAGUE_RANGE)) >= 0;
const VAGUE_RANGE = Rational.of(3);
const HEADLINE = -1;
const ROUNDING = Rational.of(4, 100);

/** One sum is the other, perhaps rounded, or in a currency that one of them has wrong. */
function isRounded(one: StatedAmount, other: StatedAmount): boolean {
  if (isVague(one) !== isVague(other)) return false;
  const [x, y] = [headlineValue(one), headlineValue(other)];
  const apart = x.compare(y) > 0 ? x.minus(y) : y.minus(x);
  return apart.compare(x.times(ROUNDING)) <= 0;
}
