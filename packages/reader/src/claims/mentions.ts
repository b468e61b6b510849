import type { Span } from '@tranche/ledger/claim';
import { type PartyRef, type PassedSentence, type SentenceFrame, standingsIn } from '../frame/index.ts';
import type { Party } from '../party/index.ts';
import { type Mention, NamedParties } from './named-parties.ts';
import {
  describingWords,
  endsLike,
  isIntroduced,
  isQuoted,
  isToldOf,
  REFERS_BACK,
  WITHOUT_SUBJECT,
} from './reference-words.ts';

/** Words this near to its start open a sentence. */
const OPENING_REACH = 4;
/** So many mentions can be looked back on. */
const MOST_SAID = 400;

/** What "it", "the company" and "that fund" mean where a text stands, by the parties it has named so far. */
export abstract class Mentions extends NamedParties {
  line = 0;
  private subject: Party | undefined;
  /** The company that the sentence before said what it is: "Mill is a maker of flour." */
  private introduced: Party | undefined;
  /** The first organisation the body names: in a notice, the one who gives it. */
  private filer: Party | undefined;

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
    return opens && isIntroduced(this.text, name.span) ? name.party : undefined;
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
      return isQuoted(this.text, span);
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
    if (ref.anaphor === 'issuer' && beside?.party?.investor && !isToldOf(this.text, ref.span))
      return undefined;
    return beside !== undefined && this.text.slice(beside.span[1], ref.span[0]) === ', '
      ? beside.party
      : undefined;
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

  /** The party a mention means where a company is meant: "it" is then no investor that the sentence names before. */
  protected companyOf(ref: PartyRef): Party | undefined {
    const party = this.partyOf(ref);
    if (ref.anaphor !== 'subject' || party === undefined || this.roles.issuers.has(party)) return party;
    if (!this.isInvestor(party)) return party;
    return this.latest(ref.span[0], (one) => this.roles.issuers.has(one)) ?? this.roles.mainIssuer ?? party;
  }
}
