import type { Span } from '@tranche/ledger/claim';
import type { DateMention } from '../dates/index.ts';
import {
  type AmountToken,
  type Match,
  type PartyRef,
  type SentenceFrame,
  tokenChar,
  tokenIndex,
} from '../frame/index.ts';
import type { ClauseParts } from '../hedge/index.ts';
import type { PercentMention } from '../money/index.ts';
import { matchesIn } from '../words/index.ts';

/** One place where a rule's pattern fits a sentence, with its slots. */
export class Hit {
  constructor(
    readonly frame: SentenceFrame,
    private readonly match: Match,
  ) {}

  /** The matched stretch of the skeleton. */
  get words(): string {
    return this.frame.skeleton.text.slice(this.start, this.end);
  }

  get start(): number {
    return this.match.start;
  }

  get end(): number {
    return this.match.end;
  }

  /** Where the match stands in the text. */
  get span(): Span {
    return this.frame.skeleton.origin(this.start, this.end);
  }

  get before(): string {
    return this.frame.skeleton.text.slice(0, this.start);
  }

  get after(): string {
    return this.frame.skeleton.text.slice(this.end);
  }

  /** The clause around the match: from the boundary before it to the next one behind it. */
  get clause(): string {
    const text = this.frame.skeleton.text;
    return text.slice(this.clauseStart, this.end + boundaryIn(text.slice(this.end)));
  }

  /** The clause in three: what stands before the match, the match, and what stands behind it. */
  get clauseParts(): ClauseParts {
    const text = this.frame.skeleton.text;
    return {
      before: text.slice(this.clauseStart, this.start),
      words: this.words,
      after: text.slice(this.end, this.end + boundaryIn(text.slice(this.end))),
    };
  }

  /** Where the clause and the words that follow up to its sentence's next sum stand in the text: the reach of a hedge. */
  get hedgeSpan(): Span {
    const behind = /^[^\ue400-\ue7ff.;]{0,70}/.exec(this.after)?.[0].length ?? 0;
    return this.frame.skeleton.origin(this.clauseStart, this.end + behind);
  }

  private get clauseStart(): number {
    let start = 0;
    for (const match of matchesIn(CLAUSE_BREAK, this.before)) start = match.index + match[0].length;
    return start;
  }

  has(slot: string): boolean {
    return this.match.groups[slot] !== undefined;
  }

  /** The words of a named group that is not a mention. */
  text(slot: string): string | undefined {
    return this.match.groups[slot];
  }

  refs(slot: string): readonly PartyRef[] {
    const char = this.match.groups[slot];
    return char === undefined ? [] : (this.frame.parties[tokenIndex('party', char)] ?? []);
  }

  /** The skeleton behind a slot. */
  behind(slot: string): string {
    const text = this.frame.skeleton.text;
    const char = this.match.groups[slot];
    return char === undefined ? '' : text.slice(text.indexOf(char, this.start) + 1);
  }

  /** The match begins with the slot: it is the subject. */
  opensWith(slot: string): boolean {
    return this.match.groups[slot] !== undefined && this.words.startsWith(this.match.groups[slot] ?? '');
  }

  amount(slot: string): AmountToken | undefined {
    const char = this.match.groups[slot];
    return char === undefined ? undefined : this.frame.amounts[tokenIndex('amount', char)];
  }

  /** Every sum in the match, in order. */
  amountsIn(): AmountToken[] {
    return [...this.words]
      .filter((char) => char >= '\ue400' && char <= '\ue7ff')
      .flatMap((char) => this.frame.amounts[tokenIndex('amount', char)] ?? []);
  }

  percent(slot: string): PercentMention | undefined {
    const char = this.match.groups[slot];
    return char === undefined ? undefined : this.frame.percents[tokenIndex('percent', char)];
  }

  date(slot: string): DateMention | undefined {
    const char = this.match.groups[slot];
    return char === undefined ? undefined : this.frame.dates[tokenIndex('date', char)];
  }

  /** "Founded in 2019" dates the company, not what follows. */
  private isOfFounding(date: DateMention): boolean {
    const at = this.frame.skeleton.text.indexOf(tokenChar('date', this.frame.dates.indexOf(date)));
    const text = this.frame.skeleton.text;
    return (
      FOUNDING.test(text.slice(Math.max(0, at - 16), at)) ||
      RECORD_OF.test(text.slice(Math.max(0, at - 48), at))
    );
  }

  /** Cells of a table, which have no verb to tell what is done from what is to come. */
  get isRow(): boolean {
    return this.frame.skeleton.text.includes(' | ');
  }

  /** The date of what the hit says: in it, behind it or before it in the clause. A day of the week is when somebody spoke. */
  dateNear(): DateMention | undefined {
    const ahead = this.frame.skeleton.text
      .slice(this.isRow ? 0 : this.clauseStart, this.start)
      .replace(CONDITION_AHEAD, '');
    const chars = [
      ...(this.words.match(DATE) ?? []),
      ...(BEHIND.exec(this.after)?.[0].match(DATE) ?? []),
      ...((this.isRow ? ahead : AHEAD.exec(ahead)?.[0].replace(OTHER_DEAL, ''))?.match(DATE) ?? []).reverse(),
    ];
    return chars
      .map((char) => this.frame.dates[tokenIndex('date', char)])
      .find((date) => date !== undefined && !date.isWeekday && !this.isOfFounding(date));
  }
}

const CLAUSE_BREAK =
  / (?:at which|in which|after which) |[;—]|(?:^|․ )[^:․]{1,24}: | [-–] |, (?:but|while|whereas|although|though|and|against) |\. /g;
const CLAUSE_END = /[;,—]| [-–] | (?:and|which|who) (?=[\ue000-\ue3ff])|[.!?]|$/;
const boundaryIn = (text: string): number => CLAUSE_END.exec(text)?.index ?? text.length;

/** "The largest raise of 2024" ranks it, and says not when it is made. */
const RECORD_OF =
  /\b(?:largest|biggest|highest|most valuable|greatest|costliest)\b[^\ue000-\uefff.,;]{0,40}$/i;
/** A round told of beside this one, with its own date: "which follows its round announced in 2023, ". */
const OTHER_DEAL =
  /\b(?:round|raise|financing|fundraise|fundraising|deal|investment|valuation|series [a-k]) (?:that was |which was )?(?:announced|closed|completed|raised|held|led|made|done|disclosed)(?: by [\ue000-\ue3ff])? ?[\uec00-\uefff],/gi;

const FOUNDING =
  /\b(?:stretched the \w+ to|matur(?:es|ing|ity)|due to mature|those|founded|established|set up|born|incorporated|establishment)\b.{0,4}$/i;
const DATE = /[\uec00-\uefff]/g;
/** Up to the next sum; a valuation put between ("at a A valuation in D") is passed over. */
const BEHIND =
  /^(?:[^\ue400-\uebff.;,]{0,60}? for (?:an? )?(?:[\w-]+ )?[\ue800-\uebff] (?:[\w-]+ ){0,3}(?:stakes?|interest|holding|shares?)\b)?(?:[^\ue400-\uebff.;,]{0,40}? at (?:an? )?(?:[\w-]+ ){0,3}[\ue400-\ue7ff])?[^\ue400-\uebff.;,]{0,70}(?:, (?:(?:which|that) (?:(?:was|were|has been|had been|is) )?(?:completed|closed|announced|finali[sz]ed|signed|raised|led|secured|obtained|[\ue000-\ue3ff] (?:had |last )?(?:secured|raised|obtained|achieved|reached|received|closed|completed|announced|got|won)) (?:after raising (?:funds|money|capital) |[\w ]{0,24} )?|expected |due |to be (?:called|paid|drawn) |which [\ue000-\ue3ff] expects |(?:may|could|will|would) (?:\w+ ){0,3})?[\uec00-\uefff])?|^[^\ue400-\uebff.;]{0,220}, expected [\uec00-\uefff]/;
/** A date within an opening condition is the condition's. */
const CONDITION_AHEAD = /^[^\p{L}]*(?:if|should|unless|once)\b[^,]*,/iu;
const AHEAD = /(?:(?!, with )[^\ue400-\uebff.;]){0,90}$/;
