import type { Span } from '@tranche/ledger/claim';

/** Words to put in the place of a range. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly put: string;
}

/** A text rewritten from another one, that still knows where each of its characters came from. */
export class MappedText {
  private constructor(
    readonly text: string,
    private readonly starts: readonly number[],
    private readonly ends: readonly number[],
  ) {}

  static of(text: string, offset: number): MappedText {
    const starts = Array.from({ length: text.length }, (_, index) => offset + index);
    return new MappedText(
      text,
      starts,
      starts.map((start) => start + 1),
    );
  }

  /** Each match of `pattern` becomes what `change` returns (undefined leaves it); the whole match stands behind it. */
  replace(pattern: RegExp, change: (match: RegExpMatchArray) => string | undefined): MappedText {
    const edits: Edit[] = [];
    for (const match of this.text.matchAll(pattern)) {
      const put = change(match);
      if (put !== undefined) edits.push({ start: match.index, end: match.index + match[0].length, put });
    }
    return this.edited(edits);
  }

  /** The ranges of `edits`, in order and apart, become other words; a whole range stands behind each of its characters. */
  edited(edits: readonly Edit[]): MappedText {
    if (edits.length === 0) return this;
    let text = '';
    const starts: number[] = [];
    const ends: number[] = [];
    let from = 0;
    const copy = (to: number): void => {
      text += this.text.slice(from, to);
      for (let index = from; index < to; index += 1) {
        starts.push(this.starts[index] ?? 0);
        ends.push(this.ends[index] ?? 0);
      }
    };
    for (const { start, end, put } of edits) {
      copy(start);
      const [first, last] = this.origin(start, end);
      text += put;
      for (let index = 0; index < put.length; index += 1) {
        starts.push(first);
        ends.push(last);
      }
      from = end;
    }
    copy(this.text.length);
    return new MappedText(text, starts, ends);
  }

  /** The range of the first text that `[start, end)` of this one stands for. */
  origin(start: number, end: number): Span {
    const first = this.starts[start] ?? this.ends.at(-1) ?? 0;
    const last = this.ends[Math.max(start, end - 1)] ?? first;
    return [first, Math.max(first, last)];
  }
}
