import type { Span } from '@tranche/ledger/claim';

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
      from = to;
    };
    let changed = false;
    for (const match of this.text.matchAll(pattern)) {
      const put = change(match);
      if (put === undefined) continue;
      changed = true;
      copy(match.index);
      const [start, end] = this.origin(match.index, match.index + match[0].length);
      for (const char of put) {
        text += char;
        starts.push(start);
        ends.push(end);
      }
      from = match.index + match[0].length;
    }
    if (!changed) return this;
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
