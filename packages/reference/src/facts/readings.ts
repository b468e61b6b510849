import readingsJson from '../../facts/readings.json' with { type: 'json' };

/** What a fact leaves to its reader, and why it may be read so. Kept apart, so that the facts stay as gathered. */
export interface Reading {
  readonly issuer?: string;
  readonly investor?: string;
  readonly by?: string;
  readonly to?: string;
  /** Of what a stated percentage is a share. */
  readonly stakeBasis?: string;
  readonly control?: { readonly holder: string; readonly how: string };
  readonly roles?: readonly { readonly party: string; readonly role: string }[];
  /** The fact's words say that the parties are bound. */
  readonly agreed?: boolean;
  readonly strategic?: boolean;
  readonly moneyToHolders?: boolean;
  /** Payments are spread over several years. */
  readonly multiYear?: boolean;
  /** Stands in place of the keeper's note, where that tells what was not known yet when the fact was. */
  readonly note?: string;
  readonly why?: string;
}

export interface Readings {
  /** Names as the facts print them, and as claims do: without legal form or suffix; a vehicle keeps its own name. */
  readonly parties: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, Reading>>;
}

export const READINGS: Readings = readingsJson;
