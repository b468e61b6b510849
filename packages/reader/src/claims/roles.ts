import type { Party } from '../party/index.ts';

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
  /** The text tells of one company's deal after another: what names no company here means none of elsewhere. */
  readonly several: boolean;
  /** What the text calls its parties, in lower case ("swedish", "payments", "berlin-based"). */
  readonly descriptions: ReadonlyMap<Party, ReadonlySet<string>>;
}

export const NO_ROLES: Roles = {
  issuers: new Set(),
  investors: new Set(),
  ventures: new Set(),
  ventureIsTopic: false,
  several: false,
  descriptions: new Map(),
};
