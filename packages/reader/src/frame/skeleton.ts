import type { Span } from '@tranche/ledger/claim';
import { AUXILIARY_AT, MOST_AUXILIARIES, RELATIVE_AT } from './auxiliaries.ts';
import type { MappedText } from './mapped-text.ts';
import { BASES } from './tokens.ts';
import { WordSet } from './word-set.ts';

/** A party in a skeleton and the places behind it where its verb can begin, the farthest first. */
export interface Subject {
  readonly at: number;
  readonly ends: readonly number[];
}

/** A sentence with its mentions as single characters, and what patterns ask of it again and again. */
export class Skeleton {
  readonly text: string;
  /** `text` in lower case, place by place. */
  readonly lower: string;
  private known: WordSet | undefined;
  private places: readonly number[] | undefined;
  private found: readonly Subject[] | undefined;

  constructor(private readonly mapped: MappedText) {
    this.text = mapped.text;
    const lower = mapped.text.toLowerCase();
    this.lower =
      lower.length === this.text.length ? lower : this.text.replace(/[A-Z]+/g, (run) => run.toLowerCase());
  }

  get words(): WordSet {
    this.known ??= new WordSet(this.lower);
    return this.known;
  }

  /** Where parties stand, left to right. */
  get partyPlaces(): readonly number[] {
    this.places ??= partyPlacesIn(this.lower);
    return this.places;
  }

  get subjects(): readonly Subject[] {
    this.found ??= this.partyPlaces.map((at) => subjectAt(this.lower, at));
    return this.found;
  }

  origin(start: number, end: number): Span {
    return this.mapped.origin(start, end);
  }
}

function partyPlacesIn(text: string): number[] {
  const places: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (char >= BASES.party && char < BASES.amount) places.push(at);
  }
  return places;
}

function subjectAt(text: string, at: number): Subject {
  const ends = [at + 1];
  let end = stepOver(RELATIVE_AT, text, at + 1);
  if (end > at + 1) ends.push(end);
  for (let items = 0; items < MOST_AUXILIARIES; items += 1) {
    const next = stepOver(AUXILIARY_AT, text, end);
    if (next === end) break;
    ends.push(next);
    end = next;
  }
  return { at, ends: ends.reverse() };
}

function stepOver(pattern: RegExp, text: string, from: number): number {
  const char = text.charCodeAt(from);
  if (char !== 32 && char !== 44) return from;
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}
