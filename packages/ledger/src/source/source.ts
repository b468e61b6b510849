import type { PlainDate } from '@tranche/core/time';
import type { Original } from './original.ts';

/** How far a statement's origin can be trusted; highest first. A relay of an origin is not a second source. */
export const TIERS = [
  'filing',
  'party_statement',
  'named_person',
  'unnamed_people',
  'unnamed_person',
  'relay',
  'unattributed',
] as const;

export type Tier = (typeof TIERS)[number];

/** 0 is the highest tier. */
export const rankOfTier = (tier: Tier): number => TIERS.indexOf(tier);

/** A document as it was read: its stored text is what every span counts in (UTF-16 code units). */
export interface Source {
  /** `s-` and the first 16 hexadecimal digits of the SHA-256 of the text and the published date. */
  readonly id: string;
  /** The file name it came under, without folder and ending; for people, never an identity. */
  readonly name: string;
  readonly title: string;
  readonly publisher?: string;
  /** The day it was published: the day from which its claims are known. Absent until someone says. */
  readonly published?: PlainDate;
  /** Who wrote it, as it says itself. */
  readonly author?: string;
  readonly url?: string;
  readonly language?: string;
  /** The one outlet whose report it passes on, where it names one; its own voice is then that outlet's. */
  readonly relayOf?: string;
  /** The tier of what the document says in its own voice. */
  readonly tier: Tier;
  readonly text: string;
  readonly sha256: string;
  /** The file the text was read from, and where in it each part stands. Absent where the text is all there was. */
  readonly original?: Original;
}
