import type { Span } from '@tranche/ledger/claim';
import { aroundOf, type DraftContext, type QuotePlace } from './draft-context.ts';
import type { DropReason } from './dropped.ts';
import { givesOrders } from './gives-orders.ts';
import { placesOfWords } from './places.ts';

export const QUOTE_LIMIT = 400;

/**
 * Where a drafted quote stands: exactly in the text, but for the width of spaces, in one line of the headline or the
 * body. A quote in the body goes before one in the headline, one that is no order before one that is.
 */
export function findQuote(quote: string, context: DraftContext): QuotePlace | DropReason {
  const words = quote.trim().replace(/\s+/gu, ' ');
  if (words === '') return 'quote_not_in_text';
  if (words.length > QUOTE_LIMIT) return 'quote_too_long';
  const places = placesOfWords(context.text, words, [0, context.text.length], { whole: false }).flatMap(
    (span) => placeOf(span, context) ?? [],
  );
  const [first, ...rest] = [...places.filter((one) => !one.isHead), ...places.filter((one) => one.isHead)];
  if (first === undefined) return 'quote_not_in_text';
  const found = [first, ...rest].find(({ place }) => !givesOrders(context.text, place));
  if (found === undefined) return 'quote_in_instruction';
  const [start, end] = found.place.span;
  return end - start <= QUOTE_LIMIT ? found.place : 'quote_too_long';
}

function placeOf(
  span: Span,
  context: DraftContext,
): { readonly place: QuotePlace; readonly isHead: boolean } | undefined {
  const line = lineAt(span[0], context);
  if (line === undefined || span[1] > line.end) return undefined;
  const place = { span, line, around: aroundOf(context, line, span) };
  return { place, isHead: line === context.lines[0] && context.text.slice(0, line.start).trim() === '' };
}

/** The line a place is in, by halving: lines stand in order. */
function lineAt(at: number, { lines }: DraftContext): QuotePlace['line'] | undefined {
  let [low, high] = [0, lines.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const line = lines[middle];
    if (line === undefined || at < line.start) high = middle - 1;
    else if (at >= line.end) low = middle + 1;
    else return line;
  }
  return undefined;
}
