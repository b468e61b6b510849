import { Rational } from '@tranche/core/rational';
import type { MoneyWords } from '../engine/amounts.ts';
import { CJK_NUMERAL, cjkValue } from '../engine/numerals.ts';

export const money: MoneyWords = {
  before: [
    ['USD', 'US\\$|USD|\\$'],
    ['TWD', 'NT\\$|TWD|新[台臺][币幣]|[台臺][币幣]'],
    ['HKD', 'HK\\$|HKD|港[币幣]'],
    ['CNY', 'RMB|CNY|人民[币幣]|¥'],
    ['EUR', '€|EUR'],
    ['GBP', '£|GBP'],
    ['SGD', 'S\\$|SGD'],
    ['JPY', 'JPY'],
    ['KRW', '₩|KRW'],
  ],
  after: [
    ['USD', '美元|美金|USD'],
    ['TWD', '元新[台臺][币幣]|新[台臺][币幣]|[台臺][币幣]'],
    ['CNY', '元人民[币幣]|人民[币幣]|元|RMB'],
    ['JPY', '日元|日[圓圆]|円'],
    ['EUR', '[欧歐]元'],
    ['GBP', '英[镑鎊]'],
    ['HKD', '港元|港[币幣]'],
    ['KRW', '[韩韓]元|[韩韓][币幣圜]'],
    ['SGD', '新加坡元|新元|坡[币幣]'],
    ['INR', '印度[卢盧]比|[卢盧]比'],
    ['CHF', '瑞士法郎|瑞郎'],
    ['AUD', '澳元'],
    ['CAD', '加元'],
  ],
  numeral: CJK_NUMERAL,
  numeralValue: cjkValue,
  scales: [
    ['trillion', 12],
    ['billion|bn|B', 9],
    ['million|mn|M', 6],
    ['thousand|K', 3],
  ],
  range: ' ?(?:至|到|[-–—~〜～]) ?',
  of: ' ?',
  qualifiersBefore: [
    ['up_to', '最多|最高|至多|不超[过過]|最多可[达達]|上限|高[达達]'],
    ['at_least', '至少|不低[于於]|不少[于於]|起[码碼]'],
    ['nearly', '(?<![最附临臨])近|[将將]近|接近'],
    ['over', '超[过過]?|逾|突破|高[于於]|多[于於]'],
    ['about', '大?[约約][为為]?|大概|估[计計]'],
  ],
  qualifiersAfter: [
    ['about', '左右|上下|前[后後]'],
    ['over', '以上|多(?![种家])'],
    ['up_to', '以[内內]|以下'],
  ],
  worded: [],
  bare: /^(?:[,。;)、]|$|的?(?:[A-H]\d?\+?|Pre|天使|种子|種子|[战戰]略)?(?:轮|輪|融资|融資)|[规規]模)/,
  percent: /(?<![\d.])(?<n>\d{1,3}(?:\.\d+)?) ?%(?!点)/gu,
  percentValue: (printed) =>
    Rational.of(BigInt(printed.replace('.', '')), 10n ** BigInt(printed.split('.')[1]?.length ?? 0)),
};
