import type { StatedAmount } from '@tranche/core/money';
import { firstDayOf, lastDayOf, type PartialDate, type PlainDate } from '@tranche/core/time';
import type { Attribution, DealStatus, Span } from '@tranche/ledger/claim';
import type { Tier } from '@tranche/ledger/source';
import type { DateMention } from '../dates/index.ts';
import type { AmountToken, PartyRef, SentenceFrame } from '../frame/index.ts';
import {
  attributionIn,
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

/** What a first reading found out about the roles of a text's parties. */
export interface Roles {
  /** The company whose financing the text is mostly about. */
  readonly mainIssuer?: Party;
  readonly mainInvestor?: Party;
  readonly issuers: ReadonlySet<Party>;
  readonly investors: ReadonlySet<Party>;
  readonly ventures: ReadonlySet<Party>;
  /** The text is about a venture and its money. */
  readonly ventureIsTopic: boolean;
}

export const NO_ROLES: Roles = {
  issuers: new Set(),
  investors: new Set(),
  ventures: new Set(),
  ventureIsTopic: false,
};

interface Mention {
  readonly party: Party;
  readonly at: number;
}

/** The state of reading one text, sentence by sentence: what was said so far, and what "it" and "the round" mean. */
export class Reading {
  readonly drafts: Draft[] = [];
  sentence = 0;
  line = 0;
  private frame: SentenceFrame | undefined;
  private sentenceText = '';
  private mentions: Mention[] = [];
  /** Issuers named in this paragraph, up to this sentence and in it. */
  private named: { readonly party: Party; readonly line: number; readonly at: number }[] = [];
  private subject: Party | undefined;
  /** The first organisation the body names: in a notice, the one who gives it. */
  private filer: Party | undefined;
  private paragraphAttribution: Attribution | undefined;
  private lineOfAttribution = -1;
  /** Parties whose part in the deal the text denies. */
  readonly denied = new Set<Party>();
  private question: { readonly line: number; readonly condition: Cited<string> } | undefined;
  /** Every sum read so far, in order, at most the last hundred. */
  amounts: AmountToken[] = [];
  /** The round whose purposes the list items that follow name. */
  listedPurposes: RoundDraft | undefined;
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
    readonly text: string,
    readonly published: PlainDate | undefined,
    readonly tier: Tier | undefined,
    readonly roles: Roles,
  ) {}

  /** Moves on to a sentence; remembers the subject of the one before. */
  enter(frame: SentenceFrame, line: number, isItem = false): void {
    if (this.frame !== undefined) this.remember(this.frame);
    this.frame = frame;
    this.sentence += 1;
    this.amounts = [...this.amounts.slice(-100), ...frame.amounts];
    if (line !== this.line) this.paragraphAttribution = undefined;
    if (line !== this.line) this.lineDate = undefined;
    this.line = line;
    this.isItem = isItem;
    if (DATE_LABEL.test(frame.skeleton.text)) this.lineDate = frame.dates[0];
    this.sentenceText = this.text.slice(frame.start, frame.end);
    this.named = this.named.filter((one) => one.line === line);
    for (const ref of frame.parties.flat()) {
      if (ref.party !== undefined) this.named.push({ party: ref.party, line, at: ref.span[0] });
    }
    this.filer ??= this.named.find(({ party }) => party.kind === 'organisation')?.party;
    this.hearQuestion(frame, line);
    if (isDenied(this.sentenceText)) this.denyParties(frame);
    const attribution = attributionIn(this.sentenceText);
    if (attribution !== undefined) {
      this.paragraphAttribution = attribution;
      this.lineOfAttribution = line;
    }
  }

  /** "What happens if it misses the deadline?": what the answer says holds under that condition. */
  private hearQuestion(frame: SentenceFrame, line: number): void {
    const match = WHAT_IF.exec(this.sentenceText);
    if (match?.[1] !== undefined) {
      const start = frame.start + match.index + match[0].length - match[1].length - 1;
      this.question = { line, condition: { value: match[1], span: [start, start + match[1].length] } };
    } else if (/\?$/.test(this.sentenceText)) this.question = undefined;
  }

  /** The condition that the question before this answer sets. */
  askedCondition(): Cited<string> | undefined {
    const question = this.question;
    return question !== undefined && this.line > question.line && this.line <= question.line + ANSWER_LINES
      ? question.condition
      : undefined;
  }

  /** A denial is about the investors and would-be investors that its sentence names. */
  private denyParties(frame: SentenceFrame): void {
    for (const ref of frame.parties.flat()) {
      if (ref.party?.kind === 'organisation' && ref.party !== this.roles.mainIssuer)
        this.denied.add(ref.party);
    }
  }

  private remember(frame: SentenceFrame): void {
    const order = [...frame.skeleton.text].filter((char) => char >= '\ue000' && char <= '\ue3ff');
    let subject: Party | undefined;
    for (const char of order) {
      for (const ref of frame.parties[char.charCodeAt(0) - 0xe000] ?? []) {
        const party = this.partyOf(ref);
        if (party === undefined) continue;
        subject ??= party.kind === 'organisation' ? party : undefined;
        this.mentions.push({ party, at: ref.span[0] });
      }
    }
    this.subject = subject ?? this.subject;
    if (this.mentions.length > 400) this.mentions = this.mentions.slice(-200);
  }

  /** The party a mention means; words that refer back are looked up in what was said before them. */
  partyOf(ref: PartyRef): Party | undefined {
    if (ref.party !== undefined) return ref.party;
    const at = ref.span[0];
    const apposed = this.apposed(ref);
    if (apposed !== undefined) return apposed;
    switch (ref.anaphor) {
      case 'subject':
        return this.subjectBefore(at);
      case 'issuer':
        return this.latest(at, (party) => this.isIssuer(party)) ?? this.topic();
      case 'investor':
        return (
          this.latest(at, (party) => endsLike(party, ref.words)) ??
          this.latest(at, (party) => this.isInvestor(party)) ??
          this.roles.mainInvestor
        );
      case 'filer':
        return this.filer;
      case 'venture':
        return this.latest(at, (party) => this.roles.ventures.has(party)) ?? [...this.roles.ventures][0];
      default:
        return this.latest(at, (party) => party.kind === 'person');
    }
  }

  /** "Mill, the flour start-up that": the description stands beside the name. */
  private apposed(ref: PartyRef): Party | undefined {
    if (ref.anaphor === 'subject' || ref.anaphor === 'person') return undefined;
    const beside = this.frame?.parties
      .flat()
      .find((one) => one.party !== undefined && one.span[1] + 2 === ref.span[0]);
    return beside !== undefined && this.text.slice(beside.span[1], ref.span[0]) === ', '
      ? beside.party
      : undefined;
  }

  /** Every mention before a place, the latest first: of this sentence, then of those before. */
  private before(at: number): Mention[] {
    const here: Mention[] = [];
    for (const refs of this.frame?.parties ?? []) {
      for (const ref of refs) {
        if (ref.party !== undefined && ref.span[0] < at) here.push({ party: ref.party, at: ref.span[0] });
      }
    }
    here.sort((one, other) => other.at - one.at);
    return [...here, ...[...this.mentions].reverse()];
  }

  private latest(at: number, fits: (party: Party) => boolean): Party | undefined {
    return this.before(at).find(({ party }) => fits(party))?.party;
  }

  private subjectBefore(at: number): Party | undefined {
    const order = (this.frame?.parties ?? [])
      .flat()
      .filter((ref) => ref.span[0] < at && ref.anaphor !== 'subject' && ref.anaphor !== 'person')
      .sort((one, other) => one.span[0] - other.span[0]);
    for (const ref of order) {
      const party = this.partyOf(ref);
      if (party !== undefined && party.kind === 'organisation') return party;
    }
    return this.subject;
  }

  isIssuer(party: Party): boolean {
    if (this.roles.issuers.has(party)) return party !== this.roles.mainInvestor;
    return this.roles.issuers.size === 0 && party.kind === 'organisation' && !party.investor;
  }

  isInvestor(party: Party): boolean {
    return (party.investor || this.roles.investors.has(party)) && party !== this.roles.mainIssuer;
  }

  /** The company spoken of here: the last one named in the paragraph that raises money, else the main one. */
  topic(before = Number.POSITIVE_INFINITY, own = false): Party | undefined {
    const here = this.named.findLast(
      ({ party, line, at }) =>
        line === this.line &&
        at < before &&
        party !== this.roles.mainInvestor &&
        (this.roles.issuers.has(party) || this.hasRound(party)),
    );
    return here?.party ?? (own ? this.ownCompany(before) : undefined) ?? this.roles.mainIssuer;
  }

  /** The company this sentence opens with, when nothing makes it an investor. */
  private ownCompany(before: number): Party | undefined {
    const first = (this.frame?.parties ?? [])
      .flat()
      .reduce<PartyRef | undefined>(
        (one, ref) => (one === undefined || ref.span[0] < one.span[0] ? ref : one),
        undefined,
      );
    const party = first?.party;
    if (party === undefined || first === undefined || first.span[0] >= before) return undefined;
    const gives = party.investor || this.roles.investors.has(party) || this.roles.ventures.has(party);
    return gives || party.kind !== 'organisation' ? undefined : party;
  }

  /** The venture spoken of: the last one named, else the first of the text. */
  venture(): Party | undefined {
    const here = (this.frame?.parties ?? [])
      .flat()
      .flatMap((ref) => (ref.party === undefined ? [] : [ref.party]));
    const order = [...this.mentions.map(({ party }) => party), ...here];
    return order.findLast((party) => this.roles.ventures.has(party)) ?? [...this.roles.ventures][0];
  }

  /** This sentence names a venture. */
  namesVenture(): boolean {
    return (this.frame?.parties ?? [])
      .flat()
      .some(
        (ref) => ref.anaphor === 'venture' || (ref.party !== undefined && this.roles.ventures.has(ref.party)),
      );
  }

  /** The text is about a venture, or this paragraph names one. */
  speaksOfVenture(): boolean {
    return this.roles.ventureIsTopic || this.named.some(({ party }) => this.roles.ventures.has(party));
  }

  /** The issuer a hit names, or the one the text is about. A name that is no organisation gives none. */
  issuer(hit: Hit, slot = 'issuer', own = false): Cited<Party> | undefined {
    const ref = hit.refs(slot)[0];
    const named = ref === undefined ? undefined : this.companyOf(ref);
    if (ref !== undefined && named !== undefined && named.kind === 'organisation')
      return { value: named, span: ref.span };
    if (ref !== undefined && ref.anaphor === undefined) return undefined;
    const topic = this.topic(hit.span[1], own) ?? this.topic();
    return topic === undefined ? undefined : { value: topic };
  }

  /** The party a mention means where a company is meant: "it" is then no investor that the sentence names before. */
  private companyOf(ref: PartyRef): Party | undefined {
    const party = this.partyOf(ref);
    if (ref.anaphor !== 'subject' || party === undefined || this.roles.issuers.has(party)) return party;
    if (!this.isInvestor(party)) return party;
    return this.latest(ref.span[0], (one) => this.roles.issuers.has(one)) ?? this.roles.mainIssuer ?? party;
  }

  /** The organisation that is the subject of the sentence before a hit. */
  subjectOf(hit: Hit): Cited<Party>[] {
    const party = this.subjectBefore(hit.span[0]);
    return party === undefined ? [] : [{ value: party }];
  }

  /** The party that stands for a place in the skeleton. */
  partyAt(hit: Hit, char: string): Party | undefined {
    const ref = hit.frame.parties[char.charCodeAt(0) - 0xe000]?.[0];
    return ref === undefined ? undefined : this.partyOf(ref);
  }

  /** The parties of a slot, each with its place. */
  parties(hit: Hit, slot: string): Cited<Party>[] {
    return hit.refs(slot).flatMap((ref) => {
      const party = this.partyOf(ref);
      return party === undefined ? [] : [{ value: party, span: ref.span }];
    });
  }

  private hasRound(party: Party): boolean {
    return this.drafts.some((draft) => draft.type === 'round' && draft.issuer.value === party);
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
    if (found !== done || this.published === undefined) return found;
    const day = hit.dateNear()?.resolve('future');
    const ends = day === undefined ? undefined : lastDayOf(day);
    const starts = day === undefined ? undefined : firstDayOf(day);
    const written = day !== undefined && hit.dateNear()?.resolve('past') === day;
    const comes = hit.isRow ? ends : (starts ?? ends);
    if (!written || comes === undefined || comes <= this.published) return found;
    return this.dealIsSigned() ? 'agreed' : 'planned';
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
    const own = this.lineOfAttribution === this.line ? this.paragraphAttribution : undefined;
    return own ?? (this.tier === undefined ? undefined : { kind: this.tier });
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

  rounds(): RoundDraft[] {
    return this.drafts.filter((draft): draft is RoundDraft => draft.type === 'round');
  }

  add<T extends Draft>(draft: T): T {
    this.drafts.push(draft);
    if (draft.type === 'round') this.lastRound = draft;
    return draft;
  }
}

const DATE_LABEL = /^[^\ue000-\uebff]{0,16}[\uec00-\uefff][.:․]?$/;

const isComing = (status: DealStatus, clause: string): boolean =>
  status === 'planned' || (status === 'agreed' && looksForward(clause));

/** "the foundation" is the party whose name ends in that word. */
const endsLike = (party: Party, words: string): boolean => {
  const noun = words.split(' ').at(-1)?.toLowerCase() ?? '';
  return noun !== 'group' && noun !== 'fund' && party.name.toLowerCase().endsWith(` ${noun}`);
};

const WHAT_IF = /\bwhat (?:happens|would happen|follows) if ([^?]{4,120})\?$/i;
/** How many lines behind a question its answer reaches. */
const ANSWER_LINES = 2;

const QUOTE_LIMIT = 400;
/** An amount as a claim cites it: the words with their qualifiers. */
export const cited = (token: AmountToken): Cited<StatedAmount> => ({
  value: token.amount,
  span: [token.start, token.span[1]],
});
