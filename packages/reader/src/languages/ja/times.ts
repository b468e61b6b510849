import { cjkTime } from '../engine/cjk-times.ts';
import type { TimeWords } from '../engine/times.ts';

const NOT_FOUNDED = '(?!(?:の|に)?(?:設立|創業|創立))';
const YEAR = '(?:(?<y>(?:19|20)\\d\\d)年の?|(?<r>昨年|前年|今年|本年|来年)の?)';
const BY = '(?<by>末?までに?|以前)?(?<since>以降|以来|から(?=現在))?';

export const times: TimeWords = {
  forms: [
    [
      new RegExp(
        `${YEAR}?(?<m>1[0-2]|0?[1-9])月(?!期|期決算)(?:(?<d>\\d{1,2})日|[上中下]旬|初め|半ば)?(?<e2>末)?${BY}${NOT_FOUNDED}`,
        'gu',
      ),
      cjkTime,
    ],
    [new RegExp(`${YEAR}?(?<s>[春夏秋冬])(?=の|に|ごろ|頃|以|ま|から|、|。|も)${BY}`, 'gu'), cjkTime],
    [new RegExp(`${YEAR}?第(?<q>[一二三四1-4])四半期${BY}`, 'gu'), cjkTime],
    [new RegExp(`${YEAR}?(?<h>[上下])(?:半期|期)${BY}`, 'gu'), cjkTime],
    [new RegExp(`${YEAR}?(?<e>年末|年内|年度内)(?:に)?${BY}`, 'gu'), cjkTime],
    [/(?<rm>今|本|先|来)月/gu, cjkTime],
    [/(?<rd>本日|今日|昨日)/gu, cjkTime],
    [/(?<![\d月])(?<d>[1-9]|[12]\d|3[01])日(?!間|本|目)/gu, cjkTime],
    [new RegExp(`${YEAR}(?!度)${BY}${NOT_FOUNDED}`, 'gu'), cjkTime],
  ],
};
