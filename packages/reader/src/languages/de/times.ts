import { type CalendarWords, europeanTime } from '../engine/european-times.ts';
import type { TimeWords } from '../engine/times.ts';

const MONTHS =
  'Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember';
const WEEKDAYS = 'Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag';
const YEAR =
  '(?:(?:im Jahr |des Jahres )?(?<y>(?:19|20)\\d\\d)(?![\\d.,]\\d)|(?<r>(?:des |im |dieses |diesem |diesen |vergangenen |vergangenem |letzten |vorigen |nächsten |kommenden )+Jahre?s?))';
const LEAD =
  '(?<lead>(?:(?:bis|bis zum|bis zur|vor|spätestens|seit|ab|im|in|am|Anfang|Mitte|Ende|zum|noch|bereits|schon|ersten|dem|der|des|den|für) )*)';
const NOT_FOUNDED = '(?! (?:gegründet|gegründete|von \\p{Lu}\\p{L}+ \\p{Lu}\\p{L}+ gegründet))';
const START = '(?<![\\p{L}\\d])';

const words: CalendarWords = {
  months: [/^J[aä]n/, /^Feb/, /^Mär/, /^Apr/, /^Mai/, /^Jun/, /^Jul/, /^Aug/, /^Sep/, /^Okt/, /^Nov/, /^Dez/],
  weekdays: WEEKDAYS.toLowerCase().split('|'),
  seasons: [
    [/^Früh/, 'spring'],
    [/^Sommer/, 'summer'],
    [/^Herbst/, 'autumn'],
    [/^Winter/, 'winter'],
  ],
  last: /vergangen|letzt|vorig|Vorjahr|Vormonat/i,
  next: /nächst|kommend/i,
  ordinals: [/erste/i, /zweite/i, /dritte/i, /vierte|letzte/i],
  counts: ['einem', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn'],
  yesterday: /gestern/i,
  by: /(?:^|\s)(?:bis|spätestens)/i,
  since: /(?:^|\s)(?:seit|ab)/i,
  end: /Ende/i,
};
const read = (groups: Readonly<Record<string, string | undefined>>) => europeanTime(groups, words);

export const times: TimeWords = {
  forms: [
    [
      new RegExp(
        `${START}${LEAD}(?:(?<d>\\d{1,2})\\. ?)?(?<m>${MONTHS})(?: ${YEAR})?(?!\\p{L})${NOT_FOUNDED}`,
        'gu',
      ),
      read,
    ],
    [
      new RegExp(`${START}${LEAD}(?<d>\\d{1,2})\\.(?<m2>\\d{1,2})\\.(?<y>20\\d\\d)`, 'gu'),
      (groups) => ({ ...read({ ...groups }), month: Number(groups.m2) }),
    ],
    [
      new RegExp(`${START}${LEAD}(?<s>Frühjahr|Frühling|Sommer|Herbst|Winter)(?: ${YEAR})?(?!\\p{L})`, 'gu'),
      read,
    ],
    [
      new RegExp(
        `${START}${LEAD}(?:(?<q>[1-4]\\.|erste[nsmr]?|zweite[nsmr]?|dritte[nsmr]?|vierte[nsmr]?) Quartals?|(?<q2>Q[1-4]))(?: ${YEAR})?`,
        'gu',
      ),
      (groups) => read({ ...groups, q: groups.q ?? groups.q2 }),
    ],
    [
      new RegExp(
        `${START}${LEAD}(?<h>erste[nsmr]?|zweite[nsmr]?) (?:Halbjahr|Jahreshälfte)(?: ${YEAR})?`,
        'gu',
      ),
      read,
    ],
    [
      new RegExp(
        `${START}[Vv]or (?:knapp |gut |rund )?(?<ago>\\d{1,2}|einem|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn) Jahre?n?(?!\\p{L})`,
        'gu',
      ),
      read,
    ],
    [
      new RegExp(
        `${START}(?:im )?(?<rm>vergangene[nr]|letzte[nr]|vorige[nr]|nächste[nr]|kommende[nr]|diese[nrm]) Monat`,
        'gu',
      ),
      read,
    ],
    [new RegExp(`${START}(?:im )?(?<r>Vorjahr)(?!\\p{L}|e)`, 'gu'), read],
    [new RegExp(`${START}(?:(?:am|vom) )?(?<w>${WEEKDAYS})(?!\\p{L})`, 'gu'), read],
    [new RegExp(`${START}(?<today>heute|gestern)(?!\\p{L})`, 'giu'), read],
    [new RegExp(`${START}(?<!gegründet )${LEAD}${YEAR}(?!\\p{L})${NOT_FOUNDED}`, 'gu'), read],
  ],
};
