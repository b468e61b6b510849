import { RunList } from '../run-list.ts';
import { referenceAt } from './entities.ts';

/** White space that collapses, what is not seen, and the start of a character reference. */
const SPECIAL = /[&\t\n\f\r\u00a0\u00ad\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\ufeff]| {2}/g;
const SPACE = /[\t\n\f\r \u00a0\u2028\u2029]/;
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/;

/**
 * Writes the text a reader sees: white space collapsed, references decoded, soft hyphens and what has no width left
 * out; and notes where in the source every stretch of it stands. Stretches without any of that are copied whole.
 */
export class TextWriter {
  readonly runs = new RunList();
  private readonly parts: string[] = [];
  private length = 0;
  private spaceAt = -1;
  private spaceLength = 0;
  private atStart = true;

  constructor(
    private readonly source: string,
    /** In XML the references are the same five and numbers; more names do no harm. */
    private readonly isMarkup = true,
  ) {}

  get text(): string {
    return this.parts.join('');
  }

  get size(): number {
    return this.length;
  }

  /** True when nothing has been written since the line began. */
  get isFresh(): boolean {
    return this.atStart;
  }

  /** Text that is not in the source: a bullet, a bar, the end of a line. What is waiting as white space is dropped. */
  put(words: string): void {
    this.parts.push(words);
    this.length += words.length;
    this.spaceAt = -1;
    this.atStart = true;
  }

  /** The source from `start` to `end`. */
  write(start: number, end: number): void {
    // A search in the whole source would run on far beyond the end of the piece.
    const piece = this.source.slice(start, end);
    let from = start;
    SPECIAL.lastIndex = 0;
    for (let found = SPECIAL.exec(piece); found !== null; found = SPECIAL.exec(piece)) {
      const at = start + found.index;
      this.copy(from, at);
      from = this.special(at, end);
      SPECIAL.lastIndex = from - start;
    }
    this.copy(from, end);
  }

  /** A stretch without specials: single blanks at its ends, and words. */
  private copy(from: number, to: number): void {
    if (from >= to) return;
    let start = from;
    let end = to;
    if (this.source.charCodeAt(start) === 32) {
      this.space(start, 1);
      start += 1;
    }
    if (end > start && this.source.charCodeAt(end - 1) === 32) end -= 1;
    if (end > start) {
      this.flush();
      this.append(this.source.slice(start, end), start, 1);
    }
    if (end < to && end >= start) this.space(end, 1);
  }

  private special(at: number, end: number): number {
    const character = this.source[at] ?? '';
    if (character === '&') {
      const reference = this.isMarkup ? referenceAt(this.source, at) : undefined;
      const { text, length } = reference === undefined || at + reference.length > end ? AMPERSAND : reference;
      if (SPACE.test(text)) this.space(at, length);
      else if (!UNSEEN.test(text)) {
        this.flush();
        this.whole(text, at, length);
      }
      return at + length;
    }
    if (UNSEEN.test(character)) return at + 1;
    let stop = at + 1;
    while (stop < end && SPACE.test(this.source[stop] ?? '')) stop += 1;
    this.space(at, stop - at);
    return stop;
  }

  private space(at: number, length: number): void {
    if (this.atStart || this.spaceAt >= 0) return;
    this.spaceAt = at;
    this.spaceLength = length;
  }

  private flush(): void {
    if (this.spaceAt >= 0) {
      this.whole(' ', this.spaceAt, this.spaceLength);
      this.spaceAt = -1;
    }
    this.atStart = false;
  }

  private append(text: string, at: number, perUnit: number): void {
    this.parts.push(text);
    this.runs.push(this.length, text.length, at, perUnit);
    this.length += text.length;
  }

  private whole(text: string, at: number, length: number): void {
    this.parts.push(text);
    this.runs.pushWhole(this.length, text.length, at, length);
    this.length += text.length;
  }
}

const AMPERSAND = { text: '&', length: 1 };
