import type { Season, Time } from './times.ts';

type Groups = Readonly<Record<string, string | undefined>>;
type Fields = { -readonly [K in keyof Time]?: Time[K] };

const YEAR_SHIFT: Readonly<Record<string, number>> = {
  去年: -1,
  昨年: -1,
  前年: -2,
  今年: 0,
  本年: 0,
  明年: 1,
  来年: 1,
  次年: 1,
};
const MONTH_SHIFT: Readonly<Record<string, number>> = {
  本: 0,
  今: 0,
  这个: 0,
  這個: 0,
  上: -1,
  上个: -1,
  上個: -1,
  先: -1,
  下: 1,
  下个: 1,
  下個: 1,
  来: 1,
};
const DAY_SHIFT: Readonly<Record<string, number>> = {
  今日: 0,
  今天: 0,
  本日: 0,
  同日: 0,
  昨日: -1,
  昨天: -1,
};
const SEASONS: Readonly<Record<string, Season>> = { 春: 'spring', 夏: 'summer', 秋: 'autumn', 冬: 'winter' };
const QUARTERS = '一二三四';
const WEEKDAYS: readonly string[] = ['一月', '二火', '三水', '四木', '五金', '六土', '日天'];

/** What the groups of a Chinese or Japanese form say; the groups carry the same names in both. */
export function cjkTime(groups: Groups): Time | undefined {
  const time: Fields = {};
  if (groups.y !== undefined) time.year = Number(groups.y);
  if (groups.r !== undefined) time.yearShift = YEAR_SHIFT[groups.r] ?? 0;
  if (groups.m !== undefined) time.month = Number(groups.m);
  if (groups.d !== undefined) time.day = Number(groups.d);
  if (groups.rm !== undefined) time.monthShift = MONTH_SHIFT[groups.rm] ?? 0;
  if (groups.rd !== undefined) time.dayShift = DAY_SHIFT[groups.rd] ?? 0;
  if (groups.s !== undefined) time.season = SEASONS[groups.s] ?? 'spring';
  if (groups.q !== undefined)
    time.quarter = QUARTERS.includes(groups.q) ? QUARTERS.indexOf(groups.q) + 1 : Number(groups.q);
  if (groups.h !== undefined) time.half = /^上/.test(groups.h) ? 1 : 2;
  if (groups.w !== undefined)
    time.weekday = WEEKDAYS.findIndex((names) => names.includes(groups.w ?? '')) + 1;
  if (groups.lastweek !== undefined) time.weekShift = -1;
  if (groups.e !== undefined) {
    time.end = true;
    if (time.year === undefined) time.yearShift ??= 0;
    if (/底|末/.test(groups.e) && groups.by === undefined) time.month = 12;
  }
  if (groups.by !== undefined) time.bound = 'by';
  if (groups.since !== undefined) time.bound = 'since';
  return time as Time;
}
