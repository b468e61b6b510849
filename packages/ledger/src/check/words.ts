import { formatQuantity } from '@tranche/core/display';
import type { Rational } from '@tranche/core/rational';
import type { DealStatus } from '../claim/index.ts';
import type { Tier } from '../source/index.ts';
import type { Statement } from '../statement/index.ts';

const STATUS_WORDS: Readonly<Record<DealStatus, string>> = {
  rumoured: 'rumoured',
  in_talks: 'in talks',
  planned: 'planned',
  agreed: 'agreed',
  closed: 'done',
  completed: 'completed',
  abandoned: 'dropped',
};
export const statusWords = (status: DealStatus): string => STATUS_WORDS[status];

const TIER_WORDS: Readonly<Record<Tier, string>> = {
  filing: ' from a filing or register',
  party_statement: " from the party's own statement",
  named_person: ' from a named person',
  unnamed_people: ' from several unnamed people',
  unnamed_person: ' from one unnamed person',
  relay: ' from a report that passes another on',
  unattributed: ', with no source named',
};

/** "known since 2025-02-07 from several unnamed people". */
export const knownBy = ({ knownFrom, tier }: Pick<Statement, 'knownFrom' | 'tier'>): string =>
  `known since ${knownFrom}${TIER_WORDS[tier]}`;

/** A signed share of one: "-0.53 %". */
export const percentText = (fraction: Rational): string => formatQuantity(fraction, 'fraction');

/** "A, B and C". */
export function listed(names: readonly string[]): string {
  const last = names.at(-1);
  if (last === undefined) return '';
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** Two sentences as one: "X is so; but Y is not." */
export const joined = (one: string, link: 'and' | 'but', other: string): string =>
  `${one.replace(/\.$/, '')}, ${link} ${/^The |^By |^It /.test(other) ? other.charAt(0).toLowerCase() + other.slice(1) : other}`;
