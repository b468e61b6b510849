import type { StatedAmount } from '@tranche/core/money';
import { firstDayOf, lastDayOf, type PartialDate, type PlainDate } from '@tranche/core/time';
import type { Attribution, DealStatus, Span } from '@tranche/ledger/claim';
import type { Tier } from '@tranche/ledger/source';
import type { DateMention } from '../dates/index.ts';
import {
  type AmountToken,
  type PartyRef,
  type PassedSentence,
  type SentenceFrame,
  tokenIndex,
} from '../frame/index.ts';
import {
  hedgesIn,
  isContradicted,
  isDenied,
  isRejected,
  isSoft,
  looksForward,
  statusOfClause,
} from '../hedge/index.ts';
import type { Party } from '../party/index.ts';
import type { Cited, Draft, DraftBase, RoundDraft } from './draft.ts';
import type { Hit } from './hit.ts';
import { Mentions } from './mentions.ts';
import { type Mention, namesOf } from './named-parties.ts';
import type { Roles } from './roles.ts';
import { Voices } from './voices.ts';

/** The state of reading one text, sentence by sentence: what was said so far, and what "it" and "the round" mean. */
export class Reading extends Mentions {
  readonly drafts: Draft[] = [];
  sentence = 0;
  private sentenceText = '';
  private readonly voices = new Voices();
  /** Parties whose part in the deal the text denies. */
  readonly denied = new Set<Party>();
  private question: { readonly line: number; readonly condition: Cited<string> } | undefined;
  /** Every sum read so far, in order, at most the last hundred. */
  amounts: AmountToken[] = [];
  /** The round whose purposes the list items that follow name. */
  listedPurposes: RoundDraft | undefined;
  /** The round whose backers the list items that follow name. */
  listedBackers: RoundDraft | undefined;
  /** This line is an item of a list. */
  isItem = false;
  /** A date that heads the line ("Step 2, March 2023."). */
  private lineDate: DateMention | undefined;
  /** A drawdown that a paragraph goes on to detail. */
  drawdown: { readonly line: number; readonly when: Cited<PartialDate> | undefined } | undefined;
  /** The closing or tranche the last sum belonged to, in the text's words. */
  closing: string | undefined;
  /** The round drafted last. */
  lastRound: RoundDraft | undefined;

  constructor(
    text: string,
    readonly published: PlainDate | undefined,
    readonly tier: Tier | undefined,
    roles: Roles,
  ) {
    super(text, roles);
  }

  /** Moves on to a sentence. */
  enter(frame: SentenceFrame, line: number, isItem = false): void {
    const names = namesOf(frame);
    if (line !== this.line) this.lineDate = undefined;
    this.moveTo(frame, names, line);
    this.sentence += 1;
    if (frame.amounts.length > 0) this.amounts = [...this.amounts.slice(-100), ...frame.amounts];
    this.isItem = isItem;
    if (DATE_LABEL.test(frame.skeleton.text)) this.lineDate = frame.dates[0];
    const words = this.text.slice(frame.start, frame.end);
    this.sentenceText = words;
    this.hearQuestion(words, frame.start, line);
    if (isDenied(words)) this.denyParties(names);
    this.voices.hear(words, line);
  }

  /** Passes over a sentence in which no rule can find anything: its names, its voice and its denial are kept. */
  pass(sentence: PassedSentence, line: number): void {
    const names = sentence.names.map(({ party, span }) => ({ party, at: span[0] }));
    if (line !== this.line) this.lineDate = undefined;
    this.moveTo(undefined, names, line);
    this.rememberNames(sentence);
    this.sentence += 1;
    this.isItem = false;
    const words = this.text.slice(sentence.start, sentence.end);
    if (names.length > 0 && isDenied(words)) this.denyParties(names);
    this.voices.hear(words, line);
  }

  /** "What happens if it misses the deadline?": what the answer says holds under that condition. */
  private hearQuestion(words: string, at: number, line: number): void {
    if (!words.endsWith('?')) return;
    this.question = undefined;
    const match = WHAT_IF.exec(words);
    if (match?.[1] !== undefined) {
      const start = at + match.index + match[0].length - match[1].length - 1;
      this.question = { line, condition: { value: match[1], span: [start, start + match[1].length] } };
    }
  }

  /** The condition that the question before this answer sets. */
  askedCondition(): Cited<string> | undefined {
    const question = this.question;
    return question !== undefined && this.line > question.line && this.line <= question.line + ANSWER_LINES
      ? question.condition
      : undefined;
  }

  /** A denial is about the investors and would-be investors that its sentence names. */
  private denyParties(names: readonly Mention[]): void {
    for (const { party } of names) {
      if (party.kind === 'organisation' && party !== this.roles.mainIssuer) this.denied.add(party);
    }
  }

  /** The issuer a hit names, or the one the text is about. A name that is no organisation gives none. */
  issuer(hit: Hit, slot = 'issuer', own = false): Cited<Party> | undefined {
    const refs = hit.refs(slot);
    // Of a bank and a company that sign together, the company.
    const ref = (refs.length > 1 ? refs.find((one) => one.party?.investor === false) : undefined) ?? refs[0];
    const named = ref === undefined ? undefined : this.companyOf(ref);
    if (ref !== undefined && named !== undefined && named.kind === 'organisation')
      return { value: named, span: ref.span };
    if (ref !== undefined && ref.anaphor === undefined) return undefined;
    const isPriced = slot === 'entity';
    const topic = this.topic(hit.span[1], own || isPriced, isPriced) ?? this.topic();
    return topic === undefined ? undefined : { value: topic };
  }

  /** The organisation that is the subject of the sentence before a hit. */
  subjectOf(hit: Hit): Cited<Party>[] {
    const party = this.subjectBefore(hit.span[0]);
    return party === undefined ? [] : [{ value: party }];
  }

  /** The party that stands for a place in the skeleton. */
  partyAt(hit: Hit, char: string): Party | undefined {
    const ref = hit.frame.parties[tokenIndex('party', char)]?.[0];
    return ref === undefined ? undefined : this.partyOf(ref);
  }

  /** The parties of a slot, each with its place. */
  parties(hit: Hit, slot: string): Cited<Party>[] {
    return this.citedParties(hit.refs(slot));
  }

  /** The parties that stand for a place in the skeleton, each with its own. */
  partiesAt(hit: Hit, char: string): Cited<Party>[] {
    return this.citedParties(hit.frame.parties[tokenIndex('party', char)] ?? []);
  }

  private citedParties(refs: readonly PartyRef[]): Cited<Party>[] {
    return refs.flatMap((ref) => {
      const party = this.partyOf(ref);
      return party === undefined ? [] : [{ value: party, span: ref.span }];
    });
  }

  /** Where words of the skeleton stand in the text, when they stand in this sentence as they are. */
  spanOfWords(hit: Hit, words: string | undefined): Span | undefined {
    if (words === undefined) return undefined;
    const at = this.text.slice(hit.frame.start, hit.frame.end).toLowerCase().indexOf(words.toLowerCase());
    return at < 0 ? undefined : [hit.frame.start + at, hit.frame.start + at + words.length];
  }

  /**
   * Status by the words around a hit. What is only to come under a deal that is signed counts as agreed, unless it
   * is put as a hope; a plain sentence about a day that has not come is not yet done, nor is a row of a table
   * about a month that is not over.
   */
  status(hit: Hit, done: DealStatus = 'closed'): DealStatus {
    const found = statusOfClause(hit.clauseParts, done);
    if (found === 'planned' && this.dealIsSigned() && !isSoft(hit.clause)) return 'agreed';
    if (found === 'planned' && MODAL.test(hit.clause) && this.dealIsNegotiated()) return 'in_talks';
    if (found !== done || this.published === undefined) return found;
    const day = hit.dateNear()?.resolve('future');
    const ends = day === undefined ? undefined : lastDayOf(day);
    const starts = day === undefined ? undefined : firstDayOf(day);
    const written = day !== undefined && hit.dateNear()?.resolve('past') === day;
    const comes = hit.isRow ? ends : (starts ?? ends);
    if (!written || comes === undefined || comes <= this.published) return found;
    return this.dealIsSigned() ? 'agreed' : 'planned';
  }

  /** The deal of this text is still talked about: what it would bring is no firmer. */
  private dealIsNegotiated(): boolean {
    const issuer = this.topic();
    return this.drafts.some(
      (draft) =>
        draft.type === 'round' &&
        draft.issuer.value === issuer &&
        draft.status === 'in_talks' &&
        !draft.background,
    );
  }

  /** The deal of this text is signed, or money has moved under it. */
  private dealIsSigned(): boolean {
    const issuer = this.topic();
    return this.drafts.some(
      (draft) =>
        (draft.type === 'round' || draft.type === 'investment') &&
        draft.issuer.value === issuer &&
        (draft.status === 'agreed' || (draft.type === 'round' && draft.status === 'closed')) &&
        !(draft.type === 'round' && draft.background),
    );
  }

  /** A date of something; words of intention in its clause make it a coming one. */
  date(mention: DateMention | undefined, status: DealStatus, clause = ''): Cited<PartialDate> | undefined {
    const dated = mention ?? this.lineDate;
    const value = dated?.resolve(isComing(status, clause) ? 'future' : 'past');
    return dated === undefined || value === undefined ? undefined : { value, span: dated.span };
  }

  /** Like `date`, for one date only: none when there is none. */
  dated(mention: DateMention | undefined, status: DealStatus): Cited<PartialDate> | undefined {
    return mention === undefined ? undefined : this.date(mention, status);
  }

  /** What every draft of this sentence has in common; the quote is the hit's words, cut to what a quote may be. */
  base<T extends Draft['type']>(type: T, hit: Hit, around?: Span): DraftBase & { readonly type: T } {
    return {
      type,
      quote: this.quote(hit.span, around),
      ...(isRejected(this.text.slice(hit.frame.start, hit.span[1])) || isContradicted(this.sentenceText)
        ? { denied: true }
        : {}),
      sentence: this.sentence,
      line: this.line,
      attribution: this.attribution(),
      hedge: hedgesIn(this.text.slice(...hit.hedgeSpan)),
    };
  }

  private attribution(): Attribution | undefined {
    return this.voices.now(this.line) ?? (this.tier === undefined ? undefined : { kind: this.tier });
  }

  /** At most 400 characters within one line, holding `around`. */
  private quote(span: Span, around: Span | undefined): Span {
    const [start, end] =
      around === undefined ? span : [Math.min(span[0], around[0]), Math.max(span[1], around[1])];
    if (end - start <= QUOTE_LIMIT) return [start, end];
    if (around === undefined) return [start, start + QUOTE_LIMIT];
    const from = Math.max(start, around[1] - QUOTE_LIMIT);
    return [from, Math.max(around[1], Math.min(end, from + QUOTE_LIMIT))];
  }

  /** Named backers that wait for the round they belong to, which the text names later. */
  readonly waiting: ((round: RoundDraft) => void)[] = [];

  /** The end of the text: what waited for a round goes to the one the text is about. */
  leave(): void {
    const round = this.rounds().find((one) => !one.background) ?? this.rounds()[0];
    if (round !== undefined) for (const give of this.waiting) give(round);
  }

  protected override hasRound(party: Party): boolean {
    return this.drafts.some((draft) => draft.type === 'round' && draft.issuer.value === party);
  }

  rounds(): RoundDraft[] {
    return this.drafts.filter((draft): draft is RoundDraft => draft.type === 'round');
  }

  add<T extends Draft>(draft: T): T {
    this.drafts.push(draft);
    if (draft.type === 'round') this.lastRound = draft;
    return draft;
  }
}

/** What a deal would or could bring, rather than what somebody means to do. */
const MODAL = /\b(?:could|can|might)\b(?! (?:not|only)\b)/i;
const DATE_LABEL = /^[^\ue000-\uebff]{0,16}[\uec00-\uefff][.:․]?$/;

const isComing = (status: DealStatus, clause: string): boolean =>
  status === 'planned' || (status === 'agreed' && looksForward(clause));

const WHAT_IF = /\bwhat (?:happens|would happen|follows) if ([^?]{4,120})\?$/i;
/** How many lines behind a question its answer reaches. */
const ANSWER_LINES = 2;

const QUOTE_LIMIT = 400;
/** An amount as a claim cites it: the words with their qualifiers. */
export const cited = (token: AmountToken): Cited<StatedAmount> => ({
  value: token.amount,
  span: [token.start, token.span[1]],
});
