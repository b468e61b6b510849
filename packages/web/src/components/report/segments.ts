import type { ClaimView } from '@tranche/service/views';
import type { Span } from '../../api/types.ts';

/** A claim, or an error of the document itself, as far as marking its text needs it. */
export type Marked = Pick<ClaimView, 'id' | 'quoteSpan'> & {
  readonly spans?: Readonly<Record<string, Span>>;
  /** What its note in the text says, and how it is called aloud: `3`, "Claim 3". */
  readonly sign: string;
  readonly name: string;
};

/** A run of text under one set of marks. Spans may overlap: a run belongs to every quote that covers it. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The claims whose quote covers the run, in the order given. */
  readonly quotes: readonly string[];
  /** The arguments it is part of: `c-1` and `amount`. */
  readonly fields: readonly { readonly claim: string; readonly field: string }[];
  /** The claims whose quote ends with this run: where a note's number is set. */
  readonly endingHere: readonly string[];
}

/**
 * Cuts a line of the stored text at every edge of a span, so that the runs, joined, are the line again.
 * Offsets count in UTF-16 code units of the whole text. A span that reaches beyond the line is cut to it;
 * where it ends on a later line, its note stands there.
 */
export function segmentsOf(text: string, [from, to]: Span, claims: readonly Marked[]): readonly Segment[] {
  const here = claims.filter((claim) => allSpans(claim).some((span) => touches(span, from, to)));
  const edges = new Set([from, to]);
  for (const claim of here) {
    for (const [start, end] of allSpans(claim)) {
      edges.add(Math.min(Math.max(start, from), to));
      edges.add(Math.min(Math.max(end, from), to));
    }
  }
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? to;
    const covers = ([low, high]: Span): boolean => low <= start && end <= high;
    return {
      start,
      end,
      text: text.slice(start, end),
      quotes: here.filter((claim) => covers(claim.quoteSpan)).map((claim) => claim.id),
      fields: here.flatMap((claim) =>
        Object.entries(claim.spans ?? {})
          .filter(([, span]) => covers(span))
          .map(([field]) => ({ claim: claim.id, field })),
      ),
      endingHere: here
        .filter(({ quoteSpan }) => covers(quoteSpan) && quoteSpan[1] === end)
        .map(({ id }) => id),
    };
  });
}

/** Where each line of the text stands, its line end left out. */
export function linesOf(text: string): readonly Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    lines.push([start, start + line.length]);
    start += line.length + 1;
  }
  return lines;
}

const allSpans = (claim: Marked): readonly Span[] => [claim.quoteSpan, ...Object.values(claim.spans ?? {})];

const touches = ([start, end]: Span, from: number, to: number): boolean => start < to && end > from;
