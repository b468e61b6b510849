import { cjkTime } from '../engine/cjk-times.ts';
import type { TimeWords } from '../engine/times.ts';

const FOUNDED_BEFORE = '(?<!(?:成立|创立|創立|创办|創辦|始建)[于於]?)';
const NOT_FOUNDED = '(?! ?(?:成立|创立|創立|创办|創辦|由\\p{Script=Han}{2,4}创|由\\p{Script=Han}{2,4}創))';
const YEAR = '(?:(?<y>(?:19|20)\\d\\d)年|(?<r>去年|今年|明年|前年|次年))';
const BY = '(?<by>之?前(?!后|後)|以前)?(?<since>起|以[来來])?';

export const times: TimeWords = {
  forms: [
    [
      new RegExp(
        `${FOUNDED_BEFORE}${YEAR}?(?<m>1[0-2]|0?[1-9])月(?:(?<d>\\d{1,2})[日号號]|[上中下]旬|初|中|底|末)?${BY}${NOT_FOUNDED}`,
        'gu',
      ),
      cjkTime,
    ],
    [new RegExp(`${YEAR}?(?<s>[春夏秋冬])(?:季|天)${BY}`, 'gu'), cjkTime],
    [new RegExp(`${YEAR}?第?(?<q>[一二三四1-4])季度?${BY}`, 'gu'), cjkTime],
    [new RegExp(`${YEAR}?(?<h>[上下]半年)${BY}`, 'gu'), cjkTime],
    [
      new RegExp(`${YEAR}?(?<e>年?[底末]|年[内內])${BY}`, 'gu'),
      (groups) =>
        groups.e === '底' || groups.e === '末'
          ? (groups.y ?? groups.r) === undefined
            ? undefined
            : cjkTime(groups)
          : cjkTime(groups),
    ],
    [/(?<rm>本|上个?|上個|下个?|下個|这个|這個)月/gu, cjkTime],
    [/(?<rd>今日|今天|昨日|昨天)/gu, cjkTime],
    [/(?<lastweek>上)?(?:本|这|這)?(?:周|週|星期)(?<w>[一二三四五六日天])(?![级級般])/gu, cjkTime],
    [/(?<![\d月])(?<d>\d{1,2})[日号號](?!本)/gu, cjkTime],
    [new RegExp(`${FOUNDED_BEFORE}${YEAR}${BY}${NOT_FOUNDED}`, 'gu'), cjkTime],
  ],
};
