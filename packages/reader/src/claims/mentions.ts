import type { Span } from '@tranche/ledger/claim';
import {
  type PartyRef,
  type PassedSentence,
  type SentenceFrame,
  type Standing,
  standingsIn,
} from '../frame/index.ts';
import type { Party } from '../party/index.ts';
import type { Roles } from './roles.ts';

export interface Mention {
  readonly party: Party;
  readonly at: number;
}

const SAYS_BEHIND = /^ (?:said|says|added|adds|told|wrote)(?!\p{L})/u;
/** Words this near to its start open a sentence. */
const OPENING_REACH = 4;
/** What follows a name that is said what it is or does. */
const IS_A =
  /^ (?:is|was) (?:an?|the|one of|also) |^ (?:develops|operates|makes|provides|offers|builds|sells|designs|runs) /;
/** So many mentions can be looked back on. */
const MOST_SAID = 400;

/** The parties a text has named so far, and so what "it", "the company" and "that fund" mean where it stands. */
export abstract class Mentions {
  protected frame: SentenceFrame | undefined;
  private standings: readonly Standing[] = [];
  line = 0;
  private readonly said: Mention[] = [];
  /** The parties named in this paragraph, up to this sentence and in it. */
  private named: Mention[] = [];
  private subject: Party | undefined;
  /** The company that the sentence before said what it is: "Mill is a maker of flour." */
  private introduced: Party | undefined;
  /** The first organisation the body names: in a notice, the one who gives it. */
  private filer: Party | undefined;

  constructor(
    readonly text: string,
    readonly roles: Roles,
  ) {}

  /** A round of this party was spoken of. */
  protected abstract hasRound(party: Party): boolean;

  /** Moves on to a sentence; what the one before named can now be looked back on. */
  protected moveTo(frame: SentenceFrame | undefined, names: readonly Mention[], line: number): void {
    if (this.frame !== undefined) this.remember(this.frame.start);
    this.frame = frame;
    this.standings = frame === undefined ? [] : standingsIn(frame);
    if (line !== this.line) this.named = [];
    this.line = line;
    this.named.push(...names);
    this.filer ??= names.find(({ party }) => party.kind === 'organisation')?.party;
  }

  /** The names of a sentence that is passed over. */
  protected rememberNames({ names, start }: PassedSentence): void {
    for (const { party, span } of names) this.said.push({ party, at: span[0] });
    this.introduced = this.introducedBy(names[0], start);
    this.subject = names.find(({ party }) => party.kind === 'organisation')?.party ?? this.subject;
  }

  /** Whose name opens a sentence that says what it is. */
  private introducedBy(
    name: { readonly party?: Party; readonly span: Span } | undefined,
    start: number,
  ): Party | undefined {
    const opens = name !== undefined && name.span[0] === start;
    return opens && IS_A.test(this.text.slice(name.span[1], name.span[1] + 24)) ? name.party : undefined;
  }

  private remember(start: number): void {
    let subject: Party | undefined;
    let owner: Party | undefined;
    for (const { ref, owns } of this.standings) {
      const party = this.partyOf(ref);
      if (party === undefined) continue;
      this.said.push({ party, at: ref.span[0] });
      if (party.kind !== 'organisation') continue;
      if (!owns) subject ??= party;
      owner ??= party;
    }
    this.subject = subject ?? owner ?? this.subject;
    this.introduced = this.introducedBy(this.standings[0]?.ref, start);
    if (this.said.length > MOST_SAID) this.said.splice(0, MOST_SAID / 2);
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
        return (
          this.speaker(ref) ??
          this.described(ref) ??
          this.latestHere(at, (party) => this.isIssuer(party)) ??
          this.subjectAsCompany(at) ??
          this.latest(at, (party) => this.isIssuer(party)) ??
          this.topic()
        );
      case 'investor':
        return (
          this.described(ref) ??
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

  /** "We are raising money," Mill said: the company that says so. */
  private speaker({ words }: PartyRef): Party | undefined {
    if (!/^(?:we|our)$/i.test(words)) return undefined;
    const says = this.standings.find(({ ref: { party, span } }) => {
      if (party?.kind !== 'organisation' || this.gives(party)) return false;
      const before = this.text.slice(Math.max(0, span[0] - 6), span[0]);
      return SAYS_BEHIND.test(this.text.slice(span[1], span[1] + 12)) || /(?:said|says|adds) $/.test(before);
    });
    return says?.ref.party;
  }

  /** Whom the sentence before was about, where it raises money, or where this one begins with "The company". */
  private subjectAsCompany(at: number): Party | undefined {
    const last = this.subject;
    if (last === undefined || this.isIssuer(last)) return last;
    const opens = this.frame !== undefined && at - this.frame.start < OPENING_REACH;
    const isHere = last === this.introduced || this.named.some(({ party }) => party === last);
    return opens && isHere && !this.isInvestor(last) && !this.roles.ventures.has(last) ? last : undefined;
  }

  /** "The Swedish fintech": the party last named that the text called so. */
  private described(ref: PartyRef): Party | undefined {
    const words = describingWords(ref.words);
    if (words.length === 0) return undefined;
    const fits = (party: Party): boolean => {
      const own = this.roles.descriptions.get(party);
      return own !== undefined && party.kind === 'organisation' && words.every((word) => own.has(word));
    };
    return this.latest(ref.span[0], fits);
  }

  /** "Mill, the flour start-up that": the description stands beside the name. */
  private apposed(ref: PartyRef): Party | undefined {
    if (ref.anaphor === 'subject' || ref.anaphor === 'person') return undefined;
    const beside = this.frame?.parties
      .flat()
      .find((one) => one.party !== undefined && one.span[1] + 2 === ref.span[0]);
    const goesOn = /^ (?:that|which|behind)(?!\p{L})/u.test(this.text.slice(ref.span[1], ref.span[1] + 8));
    if (ref.anaphor === 'issuer' && beside?.party?.investor && !goesOn) return undefined;
    return beside !== undefined && this.text.slice(beside.span[1], ref.span[0]) === ', '
      ? beside.party
      : undefined;
  }

  /** The named parties of this sentence before a place, the latest first. */
  private before(at: number): Mention[] {
    return this.standings
      .flatMap(({ ref: { party, span } }) =>
        party !== undefined && span[0] < at ? [{ party, at: span[0] }] : [],
      )
      .sort((one, other) => other.at - one.at);
  }

  private latestHere(at: number, fits: (party: Party) => boolean): Party | undefined {
    return this.before(at).find((one) => fits(one.party))?.party;
  }

  private latest(at: number, fits: (party: Party) => boolean): Party | undefined {
    return this.latestHere(at, fits) ?? this.said.findLast((one) => fits(one.party))?.party;
  }

  /** Who acts in the sentence before a place; where its first clause leaves that open, who did in the one before. */
  protected subjectBefore(at: number): Party | undefined {
    const order = this.standings
      .filter(({ ref }) => ref.span[0] < at && ref.anaphor !== 'subject' && ref.anaphor !== 'person')
      .sort((one, other) => one.ref.span[0] - other.ref.span[0])
      .flatMap(({ ref, owns, acts }) => {
        const party = this.partyOf(ref);
        return party?.kind === 'organisation' ? [{ party, owns, acts }] : [];
      });
    const actor = order.find(({ acts }) => acts);
    if (actor !== undefined) return actor.party;
    const ahead = this.frame === undefined ? '' : this.text.slice(this.frame.start, at);
    if (this.subject !== undefined && WITHOUT_SUBJECT.test(ahead)) return this.subject;
    return (order.find(({ owns }) => !owns) ?? order[0])?.party ?? this.subject;
  }

  isIssuer(party: Party): boolean {
    if (this.roles.issuers.has(party)) return party !== this.roles.mainInvestor;
    return this.roles.issuers.size === 0 && party.kind === 'organisation' && !party.investor;
  }

  isInvestor(party: Party): boolean {
    return (party.investor || this.roles.investors.has(party)) && party !== this.roles.mainIssuer;
  }

  /** The company spoken of here: the last one named in the paragraph that raises money, else the main one. */
  topic(before = Number.POSITIVE_INFINITY, own = false, acts = false): Party | undefined {
    const here = this.named.findLast(
      ({ party, at }) =>
        at < before &&
        party !== this.roles.mainInvestor &&
        (this.roles.issuers.has(party) || this.hasRound(party)),
    );
    return (
      (acts ? this.actorHere(before) : undefined) ??
      here?.party ??
      (own ? this.ownCompany(before) : undefined) ??
      this.elsewhere()
    );
  }

  /**
   * The company meant where a paragraph names none: the one the text is about. Where it tells of one company after
   * another, the one just spoken of, if the words refer back at all.
   */
  private elsewhere(): Party | undefined {
    if (!this.roles.several) return this.roles.mainIssuer;
    const words = this.frame === undefined ? '' : this.text.slice(this.frame.start, this.frame.end);
    const last = this.subject;
    return REFERS_BACK.test(words) && last !== undefined && !this.isInvestor(last) ? last : undefined;
  }

  /** The company that does something in this sentence before a place, and gives nothing. */
  private actorHere(before: number): Party | undefined {
    const actor = this.standings.findLast(({ ref, acts }) => {
      const { party, span } = ref;
      return acts && party?.kind === 'organisation' && span[0] < before && !this.gives(party);
    });
    return actor?.ref.party;
  }

  private gives(party: Party): boolean {
    return party.investor || this.roles.investors.has(party) || this.roles.ventures.has(party);
  }

  /** The company this sentence opens with, when nothing makes it an investor. */
  ownCompany(before: number): Party | undefined {
    const first = this.standings.reduce<Standing | undefined>(
      (one, other) => (one === undefined || other.ref.span[0] < one.ref.span[0] ? other : one),
      undefined,
    );
    const party = first?.ref.party;
    if (party === undefined || first === undefined || first.owns || first.ref.span[0] >= before)
      return undefined;
    return this.gives(party) || party.kind !== 'organisation' ? undefined : party;
  }

  /** The party a mention means where a company is meant: "it" is then no investor that the sentence names before. */
  protected companyOf(ref: PartyRef): Party | undefined {
    const party = this.partyOf(ref);
    if (ref.anaphor !== 'subject' || party === undefined || this.roles.issuers.has(party)) return party;
    if (!this.isInvestor(party)) return party;
    return this.latest(ref.span[0], (one) => this.roles.issuers.has(one)) ?? this.roles.mainIssuer ?? party;
  }

  /** The venture spoken of: the last one named, else the first of the text. */
  venture(): Party | undefined {
    const here = (this.frame?.parties ?? [])
      .flat()
      .flatMap((ref) => (ref.party === undefined ? [] : [ref.party]));
    const { ventures } = this.roles;
    return (
      here.findLast((party) => ventures.has(party)) ??
      this.said.findLast(({ party }) => ventures.has(party))?.party ??
      [...ventures][0]
    );
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
}

/** "the foundation" is the party whose name ends in that word. */
const endsLike = (party: Party, words: string): boolean => {
  const noun = words.split(' ').at(-1)?.toLowerCase() ?? '';
  return noun !== 'group' && noun !== 'fund' && party.name.toLowerCase().endsWith(` ${noun}`);
};

/** "Days after backing Mill by leading its round, ": a first clause without a subject of its own. */
const WITHOUT_SUBJECT =
  /^(?:(?:\p{L}+ )?(?:days|weeks|months|years|hours) )?(?:after|before|since|while|by|having|besides|despite|in addition to)(?: (?:also|first|recently))? \p{L}+ing [^.;]+, (?:and )?$/iu;

/** Words that speak of what was said before. */
const REFERS_BACK =
  /(?:^|[^\p{L}])(?:[Tt]he|[Tt]his|[Tt]hese|[Ii]ts?|[Ii]n the) (?:latest |new |fresh |first |second |last |funding |financing |investment |[Ss]eries \p{Lu} |seed )*(?:company|start-?up|firm|business|round|raise|funds?|funding|financing|investment|deal|money|capital|proceeds|loan|facility|transaction|valuation)(?!\p{L})|^Its? /u;

/** What words that refer back say of the party, in lower case; kinds that fit any company say nothing. */
const describingWords = (words: string): string[] =>
  words
    .replace(/^(?:the|this|our)(?: same)? /i, '')
    .split(' ')
    .map((word) => word.toLowerCase().replace(/[’']s$/, ''))
    .filter((word) => !ANY_KIND.test(word));
const ANY_KIND =
  /^(?:compan(?:y|ies)|start-?ups?|scale-?up|firm|business|outfit|issuer|group|investor|buyer|fund|backer|newcomer|unicorn|decacorn|maker|developer|manufacturer|lab|labs|platform|app|service|provider|operator|specialist|young|new|same|parent|privately-held|private|public|listed|entire|whole|combined|two-year-old|\d.*)$/;
