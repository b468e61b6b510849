import { Rational } from '@tranche/core/rational';
import type { MoneyWords } from '../engine/amounts.ts';
import { CONTINENTAL_NUMERAL, continentalValue, wordedScales } from '../engine/numerals.ts';

const COUNTS: readonly (readonly [string, number])[] = [
  ['une?', 1],
  ['deux', 2],
  ['trois', 3],
  ['quatre', 4],
  ['cinq', 5],
  ['six', 6],
  ['sept', 7],
  ['huit', 8],
  ['neuf', 9],
  ['dix', 10],
  ['quinze', 15],
  ['vingt', 20],
  ['trente', 30],
  ['cinquante', 50],
  ['cent', 100],
];
const n = (value: number): Rational => Rational.of(BigInt(value));
const MILLION = 1_000_000;

export const money: MoneyWords = {
  before: [
    ['EUR', 'EUR|€'],
    ['USD', 'US\\$|USD|\\$'],
    ['CHF', 'CHF'],
    ['GBP', '£|GBP'],
  ],
  after: [
    ['EUR', 'euros?|EUR|€'],
    ['CAD', 'dollars canadiens|\\$ ?CA'],
    ['USD', 'dollars américains|dollars|dollar|\\$ ?US|USD|\\$'],
    ['CHF', 'francs suisses|CHF'],
    ['GBP', 'livres sterling|livres|GBP|£'],
    ['JPY', 'yens'],
    ['CNY', 'yuans|renminbi'],
    ['KRW', 'wons'],
    ['INR', 'roupies'],
    ['MAD', 'dirhams marocains'],
  ],
  numeral: CONTINENTAL_NUMERAL,
  numeralValue: (printed) => ({ low: continentalValue(printed) }),
  scales: [
    ['milliards?|Mds?|Mrds?', 9],
    ['millions?|M', 6],
    ['mille|k|K', 3],
  ],
  range: ' ?(?:à|et|[-–—]) ?',
  rangeOpens: 'entre |de (?=\\d+(?:,\\d+)? à )',
  of: " ?(?:d'|de )?",
  qualifiersBefore: [
    ['nearly', "près d[e']|presque|quasi(?:ment)?|un peu moins d[e']|pas loin d[e']"],
    ['at_least', "au moins|au minimum|minimum|pas moins d[e']"],
    ['up_to', "jusqu'à|au plus|au maximum|maximum|moins d[e']"],
    ['over', "plus d[e']|supérieure? à|au-delà d[e']|dépass(?:e|ant|ait)"],
    ['about', "environ|autour d[e']|quelque|de l'ordre d[e']|à peu près|une enveloppe d'environ|d'environ"],
  ],
  qualifiersAfter: [
    ['about', 'environ'],
    ['up_to', 'au plus|au maximum'],
    ['at_least', 'au moins|au minimum'],
  ],
  worded: [
    { source: 'un demi-milliard', low: n(500 * MILLION) },
    { source: 'un demi-million', low: n(MILLION / 2) },
    { source: 'un milliard et demi', low: n(1500 * MILLION) },
    { source: 'supérieure? au milliard', low: n(1000 * MILLION), qualifier: 'over' },
    {
      source: 'plusieurs centaines de millions',
      low: n(200 * MILLION),
      high: n(999 * MILLION),
      qualifier: 'about',
    },
    {
      source: 'plusieurs dizaines de millions',
      low: n(20 * MILLION),
      high: n(99 * MILLION),
      qualifier: 'about',
    },
    {
      source: 'plusieurs millions',
      low: n(2 * MILLION),
      high: Rational.of(99n * 100_000n),
      qualifier: 'about',
    },
    { source: 'une centaine de millions', low: n(100 * MILLION), qualifier: 'about' },
    { source: 'une cinquantaine de millions', low: n(50 * MILLION), qualifier: 'about' },
    { source: 'une trentaine de millions', low: n(30 * MILLION), qualifier: 'about' },
    { source: 'une vingtaine de millions', low: n(20 * MILLION), qualifier: 'about' },
    { source: 'une quinzaine de millions', low: n(15 * MILLION), qualifier: 'about' },
    { source: 'une dizaine de millions', low: n(10 * MILLION), qualifier: 'about' },
    ...wordedScales(COUNTS, [
      ['milliards?', 9],
      ['millions?', 6],
    ]),
  ],
  percent: /(?<![\d.,])(?<n>\d{1,3}(?:[.,]\d+)?) ?(?:%|pour ?cent|p\.? ?100)/gu,
  percentValue: continentalValue,
};
