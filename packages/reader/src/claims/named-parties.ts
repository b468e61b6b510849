import type { SentenceFrame, Standing } from '../frame/index.ts';
import type { Party } from '../party/index.ts';
import type { Roles } from './roles.ts';

export interface Mention {
  readonly party: Party;
  readonly at: number;
}

/** The parties that a text has named so far, in this sentence, in this paragraph and before, and which of them raise or give money. */
export abstract class NamedParties {
  protected frame: SentenceFrame | undefined;
  protected standings: readonly Standing[] = [];
  protected readonly said: Mention[] = [];
  /** The parties named in this paragraph, up to this sentence and in it. */
  protected named: Mention[] = [];

  constructor(
    readonly text: string,
    readonly roles: Roles,
  ) {}

  isIssuer(party: Party): boolean {
    if (this.roles.issuers.has(party)) return party !== this.roles.mainInvestor;
    return this.roles.issuers.size === 0 && party.kind === 'organisation' && !party.investor;
  }

  isInvestor(party: Party): boolean {
    return (party.investor || this.roles.investors.has(party)) && party !== this.roles.mainIssuer;
  }

  protected gives(party: Party): boolean {
    return party.investor || this.roles.investors.has(party) || this.roles.ventures.has(party);
  }

  /** The named parties of this sentence before a place, the latest first. */
  private before(at: number): Mention[] {
    return this.standings
      .flatMap(({ ref: { party, span } }) =>
        party !== undefined && span[0] < at ? [{ party, at: span[0] }] : [],
      )
      .sort((one, other) => other.at - one.at);
  }

  /** The party that fits which this sentence named last before a place. */
  protected latestHere(at: number, fits: (party: Party) => boolean): Party | undefined {
    return this.before(at).find((one) => fits(one.party))?.party;
  }

  /** The same, else the one that fits which the text named last. */
  protected latest(at: number, fits: (party: Party) => boolean): Party | undefined {
    return this.latestHere(at, fits) ?? this.said.findLast((one) => fits(one.party))?.party;
  }

  /** The company that does something in this sentence before a place, and gives nothing. */
  protected actorHere(before: number): Party | undefined {
    const actor = this.standings.findLast(({ ref, acts }) => {
      const { party, span } = ref;
      return acts && party?.kind === 'organisation' && span[0] < before && !this.gives(party);
    });
    return actor?.ref.party;
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

/** The parties that a sentence names, each with its place. */
export const namesOf = (frame: SentenceFrame): Mention[] => {
  const names: Mention[] = [];
  for (const refs of frame.parties) {
    for (const { party, span } of refs) if (party !== undefined) names.push({ party, at: span[0] });
  }
  return names;
};
