import { NO_LETTER_BEFORE, NO_LETTER_BEHIND } from '../words/index.ts';
import { MONTH, SEASON, WEEKDAYS } from './calendar-words.ts';

const YEAR = '(?:19[89]\\d|20[0-4]\\d)';
const SHORT_YEAR = `(?:${YEAR}|\\d\\d)`;
const YEAR_WORD = `(?:last|this|next|the (?:previous|following|same)) year|(?:last|this|next) year's`;
const NUMBER = 'a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|\\d{1,3}';
const LEAD_WORDS =
  'by the end of|before the end of|until the end of|at the end of|by the (?:start|beginning) of|(?:at |from |until )?the (?:start|beginning|end|middle) of|by|on or before|no later than|before|until|till|through|since|from|as early as|as soon as|as of|in the middle of|during|throughout|end of|in|on|at|of|early|late|earlier|later|mid|end';

/** The prepositions and adverbs before a date, which say how it bounds. */
export const LEAD = new RegExp(`^(?:(?:${LEAD_WORDS})[ -])*`, 'i');

/** Cheap sign of a date: a figure, or one of the words that the grammar cannot do without. */
export const MAY_HOLD_DATE = new RegExp(
  `\\d|year|month|week|quarter|half|day|tomorrow|now|immediately|once|straight|morning|afternoon|evening|night|${SEASON}|${MONTH}`,
  'i',
);

/** Everything that can name a time, as one alternation; the words before it decide how it bounds. */
export const DATE = new RegExp(
  `${NO_LETTER_BEFORE}(?:(?:${LEAD_WORDS})[ -])*(?:the )?(?:` +
    [
      `(?<day1>\\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<month1>${MONTH})(?:,? (?<year1>${YEAR}))?`,
      `(?<month2>${MONTH}) (?<day2>\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,? (?<year2>${YEAR}))?`,
      `(?<iso>${YEAR}-\\d{2}-\\d{2})`,
      `(?<!\\d)(?<digits>${YEAR}[/.]\\d{1,2}[/.]\\d{1,2}|\\d{1,2}[/.]\\d{1,2}[/.]${YEAR}|${YEAR}-(?:0[1-9]|1[0-2]))(?![\\d-])`,
      `(?<previous>the previous |that )?(?<month3>${MONTH})(?:,? (?:of )?(?:(?<year3>${YEAR})|(?<rel3>${YEAR_WORD})))?`,
      `(?<lastmonth>(?:last|next|this past) (?:${MONTH}))`,
      `(?<season>${SEASON})(?:,? (?:of )?(?:(?<year4>${YEAR})|(?<rel4>${YEAR_WORD})))?`,
      `(?<relseason>last|this|next|coming) (?<season2>${SEASON})`,
      `(?<quarter>first|second|third|fourth|final) quarter(?:,? (?:of )?(?:(?:the )?(?:fiscal|financial) (?:year )?)?(?:(?<year5>${YEAR})|(?<rel5>${YEAR_WORD})))?`,
      `Q(?<quarter2>[1-4])(?:[ ’']{0,2}(?:FY ?[’']?)?(?<year6>${SHORT_YEAR}))?(?!\\d)`,
      `(?<quarter3>[1-4])Q[ ’']{0,2}(?<year9>${SHORT_YEAR})(?!\\d)`,
      `(?<relquarter>last|this|next|the (?:current|previous|coming)) quarter`,
      `(?<half>first|second) half(?:,? of (?:(?<year7>${YEAR})|(?<rel7>${YEAR_WORD}|the year)))?(?! of)`,
      `(?:H(?<half2>[12])|(?<half3>[12])H)[ ’']{0,2}(?<year8>${SHORT_YEAR})(?!\\d)`,
      `(?:FY|fiscal(?: year)?|financial year) ?[’']?(?<fiscal>${SHORT_YEAR})(?!\\d)`,
      `(?<yearend>year-end|(?:the )?(?:calendar )?year(?= *[.,;)]| by | when | if |$)|(?:this|the|next) (?:calendar )?year)(?: (?<endyear>${YEAR}))?`,
      `(?<relyear>(?:earlier |later )?(?:last|this|next|that) year|a year (?:ago|earlier)|(?:the )?(?:previous|same|prior) year)(?:'s)?`,
      `(?<ago>${NUMBER}) (?<agounit>years?|months?|weeks?|days?) (?:ago|earlier|before(?! the))`,
      `(?<relmonth>(?:last|this|(?<!the )next) month)`,
      `(?<relweek>(?:last|this|(?<!the )next) week)`,
      `(?<relday>last|next) (?<weekday2>${WEEKDAYS.join('|')})`,
      `(?<weekday>${WEEKDAYS.join('|')})(?: last week)?`,
      `(?<today>today|yesterday|tomorrow|this (?:morning|afternoon|evening)|last night|(?<!(?:has|have|had|up to) )now(?= *[,.;)]|$)|immediately|at once|straight away)`,
      `(?<thatmonth>that month)`,
      `(?:over|in|within|during) the (?:next|coming) (?:\\d{1,2} to )?(?<ahead>${NUMBER}) (?<aheadunit>months|years)`,
      `(?<year>${YEAR})(?![\\d,.]\\d|[ -]?(?:%|million|billion|crore|lakh|people|chips))`,
    ].join('|') +
    `)(?:'s)?${NO_LETTER_BEHIND}`,
  'gi',
);
