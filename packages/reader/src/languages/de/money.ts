import { Rational } from '@tranche/core/rational';
import type { MoneyWords } from '../engine/amounts.ts';
import { CONTINENTAL_NUMERAL, continentalValue, wordedScales } from '../engine/numerals.ts';

const COUNTS: readonly (readonly [string, number])[] = [
  ['eine[rn]?', 1],
  ['zwei', 2],
  ['drei', 3],
  ['vier', 4],
  ['fünf', 5],
  ['sechs', 6],
  ['sieben', 7],
  ['acht', 8],
  ['neun', 9],
  ['zehn', 10],
  ['zwölf', 12],
  ['fünfzehn', 15],
  ['zwanzig', 20],
  ['hundert', 100],
];
const n = (value: number): Rational => Rational.of(BigInt(value));
const MILLION = 1_000_000;

export const money: MoneyWords = {
  before: [
    ['EUR', 'EUR|€'],
    ['USD', 'US-?\\$|USD|\\$'],
    ['CHF', 'CHF|Fr\\.'],
    ['GBP', 'GBP|£'],
    ['JPY', 'JPY|¥'],
  ],
  after: [
    ['EUR', 'Euro|EUR|€'],
    ['USD', 'US-Dollar|US-?\\$|USD|Dollar|\\$'],
    ['CHF', 'Schweizer Franken|Franken|CHF'],
    ['GBP', 'britische Pfund|Pfund|GBP|£'],
    ['SEK', 'schwedische Kronen|SEK'],
    ['NOK', 'norwegische Kronen|NOK'],
    ['DKK', 'dänische Kronen|DKK'],
    ['JPY', 'Yen'],
    ['CNY', 'Yuan'],
    ['KRW', 'Won'],
    ['INR', 'Rupien'],
  ],
  numeral: CONTINENTAL_NUMERAL,
  numeralValue: (printed) => ({ low: continentalValue(printed) }),
  scales: [
    ['Billionen|Billion|Bio\\.?', 12],
    ['Milliarden|Milliarde|Mrd\\.?', 9],
    ['Millionen|Million|Mio\\.?', 6],
    ['Tausend|tausend|Tsd\\.?', 3],
  ],
  range: ' ?(?:bis|[-–—]|und) ?(?:zu )?',
  rangeOpens: 'zwischen ',
  of: ' ?',
  qualifiersBefore: [
    ['nearly', 'knapp|fast|nahezu|beinahe|annähernd|nicht ganz'],
    ['at_least', 'mindestens|wenigstens|nicht weniger als'],
    ['up_to', 'bis zu|maximal|höchstens|weniger als|unter|nicht mehr als'],
    [
      'over',
      'mehr als|(?<!(?:ung|[Rr]unde|ertrag|redit|arlehen|inie|onds|nleihe|umme|etrag|verhandelt|spricht|Investoren|Fonds|Gespräche|Tranche|mit \\p{Lu}\\p{L}{1,20}) )über|gut|deutlich über|von über',
    ],
    ['about', 'rund|etwa|circa|ca\\.|ungefähr|schätzungsweise|um die|in Höhe von rund|gegen'],
  ],
  qualifiersAfter: [
    ['over', 'oder mehr|und mehr'],
    ['up_to', 'oder weniger'],
  ],
  worded: [
    { source: 'eine halbe Milliarde', low: n(500 * MILLION) },
    { source: 'eine halbe Million', low: n(MILLION / 2) },
    { source: 'anderthalb Milliarden', low: n(1500 * MILLION) },
    {
      source: 'mehrere hundert Millionen',
      low: n(200 * MILLION),
      high: n(999 * MILLION),
      qualifier: 'about',
    },
    {
      source: 'mehrere Millionen',
      low: n(2 * MILLION),
      high: Rational.of(99n * 100_000n),
      qualifier: 'about',
    },
    {
      source: '(?:eine[nr]? |der |den )?(?:\\p{Ll}+ )?dreistellige[nrm]? Millionen(?:betrag|summe)',
      low: n(100 * MILLION),
      high: n(999 * MILLION),
      complete: true,
    },
    {
      source: '(?:eine[nr]? |der |den )?(?:\\p{Ll}+ )?zweistellige[nrm]? Millionen(?:betrag|summe)',
      low: n(10 * MILLION),
      high: n(99 * MILLION),
      complete: true,
    },
    {
      source: '(?:eine[nr]? |der |den )?(?:\\p{Ll}+ )?einstellige[nrm]? Millionen(?:betrag|summe)',
      low: n(MILLION),
      high: Rational.of(99n * 100_000n),
      complete: true,
    },
    ...wordedScales(COUNTS, [
      ['Milliarden?', 9],
      ['Million(?:en)?', 6],
    ]),
  ],
  percent:
    /(?<![\d.,])(?<n>\d{1,3}(?:[.,]\d+)?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwanzig) ?(?:%|Prozent(?!punkt))/gu,
  percentValue: (printed) => {
    const word = COUNTS.find(([source]) => new RegExp(`^(?:${source})$`).test(printed));
    return word === undefined ? continentalValue(printed) : n(word[1]);
  },
};
