import { type CalendarWords, europeanTime } from '../engine/european-times.ts';
import type { TimeWords } from '../engine/times.ts';

const MONTHS = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
const WEEKDAYS = 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche';
const YEAR =
  "(?:(?<y>(?:19|20)\\d\\d)(?![\\d.,]\\d| ?(?:millions|milliards|euros|€|personnes))|(?<r>l'an dernier|l'année dernière|l'an passé|l'an prochain|l'année prochaine|cette année))";
const LEAD =
  "(?<lead>(?:(?:d'ici à la|d'ici à|d'ici la|d'ici|avant la|avant|depuis|dès|en|au|à|fin|mi-|début|pour l'|à l'|l'|le|la|du|de la|de|cet|ce|au cours de l'|fin de|courant) ?)*)";
const START = '(?<![\\p{L}\\d-])';
const NOT_FOUNDED = '(?! (?:par|à) \\p{Lu})';

const words: CalendarWords = {
  months: [
    /^janv/,
    /^fév/,
    /^mars/,
    /^avr/,
    /^mai/,
    /^juin/,
    /^juil/,
    /^août/,
    /^sept/,
    /^oct/,
    /^nov/,
    /^déc/,
  ],
  weekdays: WEEKDAYS.split('|'),
  seasons: [
    [/^printemps/, 'spring'],
    [/^été/, 'summer'],
    [/^automne/, 'autumn'],
    [/^hiver/, 'winter'],
  ],
  last: /dernier|dernière|passé/,
  next: /prochain/,
  ordinals: [/premier|1er/, /deuxième|second|2e/, /troisième|3e/, /quatrième|4e/],
  counts: ['un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'],
  yesterday: /hier/,
  by: /d'ici|avant/,
  since: /depuis/,
  end: /(?:^| )fin/,
};
const read = (groups: Readonly<Record<string, string | undefined>>) => europeanTime(groups, words);

export const times: TimeWords = {
  forms: [
    [
      new RegExp(`${START}${LEAD}(?:(?<d>\\d{1,2}|1er) )?(?<m>${MONTHS})(?!\\p{L})(?: ${YEAR})?`, 'giu'),
      (groups) =>
        groups.m === 'mai' || groups.m === 'mars' || groups.d !== undefined || /\p{Ll}/u.test(groups.m ?? '')
          ? read(groups)
          : undefined,
    ],
    [
      new RegExp(`${START}${LEAD}(?<s>printemps|été|automne|hiver)(?!\\p{L})(?: ${YEAR})?`, 'gu'),
      (groups) => (groups.s === 'été' && !/l'$|cet $/.test(groups.lead ?? '') ? undefined : read(groups)),
    ],
    [
      new RegExp(
        `${START}${LEAD}(?:(?<q>premier|1er|deuxième|2e|troisième|3e|quatrième|4e) trimestre|T(?<q2>[1-4]))(?: (?:de )?${YEAR})?`,
        'gu',
      ),
      (groups) => read({ ...groups, q: groups.q ?? groups.q2 }),
    ],
    [
      new RegExp(`${START}${LEAD}(?<h>premier|1er|second|deuxième|2e) semestre(?: (?:de )?${YEAR})?`, 'gu'),
      read,
    ],
    [
      new RegExp(
        `${START}[Ii]l y a (?<ago>\\d{1,2}|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix) ans?(?!\\p{L})`,
        'gu',
      ),
      read,
    ],
    [new RegExp(`${START}(?:le )?(?<rm>mois dernier|mois prochain|ce mois-ci)`, 'gu'), read],
    [new RegExp(`${START}(?:ce |le )?(?<w>${WEEKDAYS})(?!\\p{L})`, 'giu'), read],
    [new RegExp(`${START}(?<today>aujourd'hui|hier)(?!\\p{L})`, 'gu'), read],
    [
      new RegExp(`${START}(?<!(?:[Ff]ondée?|[Cc]réée?|née?) )${LEAD}${YEAR}(?!\\p{L})${NOT_FOUNDED}`, 'giu'),
      (groups) =>
        /^(?:en|de|du|dès|depuis|avant|d'ici|fin|début|mi-|au|courant|l'|cet|à)/i.test(groups.lead ?? '') ||
        groups.r !== undefined
          ? read(groups)
          : undefined,
    ],
  ],
};
