import type { AmountMention } from '../money/amount-mention.ts';
import { de } from './de/language.ts';
import { amountsIn } from './engine/amounts.ts';
import { normalLine } from './engine/normal-line.ts';
import { ja } from './ja/language.ts';
import { zh } from './zh/language.ts';

const CJK_SUM = /[万萬亿億兆円圓]|\d ?元/;
const GERMAN_SUM = /\d ?(?:Mrd|Mio)\b/;

/**
 * Sums in an English text that are printed the Chinese, Japanese or German way ("1.5億ドル", "¥1.5兆", "€1,1 Mrd"), spans
 * counted from `offset`. Costs one test of the characters when there are none.
 */
export function scanForeignAmounts(text: string, offset: number): AmountMention[] {
  const words = CJK_SUM.test(text)
    ? /[円億]|ドル|ユーロ/.test(text)
      ? ja.money
      : zh.money
    : GERMAN_SUM.test(text)
      ? de.money
      : undefined;
  if (words === undefined) return [];
  const line = normalLine(text, 0, text.length);
  const moved = (start: number, end: number): readonly [number, number] => {
    const [from, to] = line.origin(start, end);
    return [from + offset, to + offset];
  };
  return amountsIn(line.text, words)
    .filter((one) => CJK_SUM.test(line.text.slice(one.start, one.end)) || words === de.money)
    .map((one) => ({
      amount: one.amount,
      span: moved(one.start, one.end),
      start: moved(one.from, one.end)[0],
      bare: false,
    }));
}
