import type { AmountToken, SentenceFrame } from '../frame/index.ts';
import { cited, type Reading } from './reading.ts';
import { type Hit, type Rule, rule } from './rule.ts';

/** "A is about B", "Converted, this is about B", "USD 1 = JPY 149.52": two sums in different currencies made equal. */
export const FX_RULES: readonly Rule[] = [
  rule(
    'fx',
    '{A:from} ?(?:=|equals|equal to) ?{A:to}',
    (hit, reading) => pair(hit, reading, hit.amount('from'), hit.amount('to')),
    ['from', 'to'],
  ),
  rule(
    'fx-from',
    '{A:from}{~20}(?:is|comes to|amounts to|equals|equates to|equivalent (?:to|of)|translates (?:in)?to|works out (?:at|to)|converts to)(?: \\w+ly)?{~12} {A:to}',
    (hit, reading) => pair(hit, reading, hit.amount('from'), hit.amount('to')),
    [],
  ),
  rule(
    'fx',
    '(?:converted|in (?:\\w+ ){0,2}terms|at (?:\\w+ )?exchange rates|in the case of {P}|in (?:yen|dollars|yuan|euros|pounds|rupees))(?:,)?(?: (?:this|that|it|{P}))?(?: (?:is|becomes|comes to|would be|makes))? ?{A:amount}',
    (hit, reading) => {
      const to = hit.amount('amount');
      const from = to === undefined ? undefined : lastAmountBefore(reading, to);
      return pair(hit, reading, from, to, from?.span[0]);
    },
  ),
];

function pair(
  hit: Hit,
  reading: Reading,
  from: AmountToken | undefined,
  to: AmountToken | undefined,
  quoteFrom?: number,
): boolean {
  if (from === undefined || to === undefined || from.amount.currency === to.amount.currency) return false;
  if ('min' in from.amount || 'min' in to.amount) return false;
  const base = reading.base('fx', hit);
  const start =
    quoteFrom !== undefined &&
    hit.span[1] - quoteFrom <= 400 &&
    !reading.text.slice(quoteFrom, hit.span[1]).includes('\n')
      ? quoteFrom
      : base.quote[0];
  reading.add({ ...base, quote: [start, base.quote[1]], from: cited(from), to: cited(to) });
  to.role = 'fx';
  return true;
}

/** The last sum in another currency read before this one. */
const lastAmountBefore = (reading: Reading, to: AmountToken): AmountToken | undefined =>
  reading.amounts.findLast((one) => one.span[0] < to.span[0] && one.amount.currency !== to.amount.currency);

/** The pairs that stand in brackets were taken out when the sentence was framed; here they become drafts. */
export function bracketedConversions(frame: SentenceFrame, reading: Reading): void {
  for (const { from, to } of frame.conversions) {
    if ('min' in from.amount || 'min' in to.amount) continue;
    reading.add({
      type: 'fx',
      quote: [from.start, Math.max(to.span[1], closing(reading.text, to.span[1]))],
      sentence: reading.sentence,
      line: reading.line,
      from: cited(from),
      to: cited(to),
    });
  }
}

const closing = (text: string, at: number): number => (text[at] === ')' ? at + 1 : at);
