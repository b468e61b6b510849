import type { Span } from '@tranche/ledger/claim';

/** Words to put in the place of a range. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly put: string;
}

/** A stretch of the rewritten text: copied place by place, or standing as a whole for a range of the first text. */
interface Piece {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly copied: boolean;
}

/** A text rewritten from another one, that still knows where each of its characters came from. */
export class MappedText {
  private constructor(
    readonly text: string,
    private readonly pieces: readonly Piece[],
  ) {}

  static of(text: string, offset: number): MappedText {
    return new MappedText(text, [{ at: 0, from: offset, to: offset + text.length, copied: true }]);
  }

  /** Each match of `pattern`, which is global, becomes what `change` returns (undefined leaves it); the whole match stands behind it. */
  replace(pattern: RegExp, change: (match: RegExpExecArray) => string | undefined): MappedText {
    let edits: Edit[] | undefined;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(this.text); match !== null; match = pattern.exec(this.text)) {
      if (match[0] === '') pattern.lastIndex += 1;
      const put = change(match);
      if (put === undefined) continue;
      edits ??= [];
      edits.push({ start: match.index, end: match.index + match[0].length, put });
    }
    return edits === undefined ? this : this.edited(edits);
  }

  /** The ranges of `edits`, in order and apart, become other words; a whole range stands behind each of its characters. */
  edited(edits: readonly Edit[]): MappedText {
    if (edits.length === 0) return this;
    let text = '';
    const pieces: Piece[] = [];
    let from = 0;
    for (const { start, end, put } of edits) {
      this.copyTo(pieces, from, start, text.length);
      text += this.text.slice(from, start);
      if (put !== '') {
        const [first, last] = this.origin(start, end);
        pieces.push({ at: text.length, from: first, to: last, copied: false });
        text += put;
      }
      from = end;
    }
    this.copyTo(pieces, from, this.text.length, text.length);
    return new MappedText(text + this.text.slice(from), pieces);
  }

  private copyTo(pieces: Piece[], from: number, to: number, at: number): void {
    if (to <= from) return;
    for (let index = this.pieceAt(from); index < this.pieces.length; index += 1) {
      const piece = this.pieces[index] as Piece;
      if (piece.at >= to) return;
      const start = Math.max(piece.at, from);
      const moved = at + start - from;
      if (!piece.copied) pieces.push({ ...piece, at: moved });
      else {
        const end = Math.min(to, this.endOf(index));
        pieces.push({
          at: moved,
          from: piece.from + start - piece.at,
          to: piece.from + end - piece.at,
          copied: true,
        });
      }
    }
  }

  /** The last piece that begins at or before a place. */
  private pieceAt(place: number): number {
    let low = 0;
    let high = this.pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.pieces[middle] as Piece).at <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private endOf(index: number): number {
    return this.pieces[index + 1]?.at ?? this.text.length;
  }

  /** The range of the first text that `[start, end)` of this one stands for. */
  origin(start: number, end: number): Span {
    if (this.pieces.length === 0) return [0, 0];
    const first = this.pieces[this.pieceAt(start)] as Piece;
    const last = this.pieces[this.pieceAt(Math.max(start, end - 1))] as Piece;
    const from =
      start >= this.text.length ? first.to : first.copied ? first.from + start - first.at : first.from;
    const to = last.copied ? Math.min(last.to, last.from + Math.max(start + 1, end) - last.at) : last.to;
    return [from, Math.max(from, to)];
  }
}
