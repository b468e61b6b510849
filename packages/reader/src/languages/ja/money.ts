import { Rational } from '@tranche/core/rational';
import type { MoneyWords } from '../engine/amounts.ts';
import { CJK_NUMERAL, cjkValue } from '../engine/numerals.ts';

export const money: MoneyWords = {
  before: [
    ['USD', 'US\\$|USD|\\$'],
    ['JPY', 'JPY|¥'],
    ['EUR', '€|EUR'],
    ['GBP', '£|GBP'],
    ['CNY', 'RMB|CNY'],
    ['SGD', 'S\\$|SGD'],
  ],
  after: [
    ['HKD', '香港ドル'],
    ['TWD', '台湾ドル|台湾元'],
    ['SGD', 'シンガポールドル'],
    ['AUD', '豪ドル'],
    ['CAD', 'カナダドル'],
    ['USD', '米?ドル|USD'],
    ['JPY', '円|JPY'],
    ['EUR', 'ユーロ'],
    ['GBP', '英?ポンド'],
    ['CNY', '人民元|中国元|元'],
    ['KRW', 'ウォン'],
    ['INR', 'インドルピー|ルピー'],
    ['CHF', 'スイスフラン'],
  ],
  numeral: CJK_NUMERAL,
  numeralValue: cjkValue,
  scales: [
    ['trillion', 12],
    ['billion|bn|B', 9],
    ['million|mn|M', 6],
    ['thousand|K', 3],
  ],
  range: ' ?(?:から|[-–—~〜～]|ないし) ?',
  of: ' ?',
  qualifiersBefore: [
    ['up_to', '最大で?|最高|上限|多くて'],
    ['at_least', '少なくとも|最低でも?|最低'],
    ['nearly', '(?<![最付])近く'],
    ['over', '超'],
    ['about', '[約约]|およそ|概算で|推定'],
  ],
  qualifiersAfter: [
    ['nearly', '近く|弱|足らず'],
    ['over', '超|以上|強|を超|あまり|余り'],
    ['up_to', '以下|以内|を上限|未満'],
    ['about', '前後|程度|ほど|規模|程'],
  ],
  worded: [],
  percent: /(?<![\d.])(?<n>\d{1,3}(?:\.\d+)?) ?(?:%|パーセント)/gu,
  percentValue: (printed) =>
    Rational.of(BigInt(printed.replace('.', '')), 10n ** BigInt(printed.split('.')[1]?.length ?? 0)),
};
