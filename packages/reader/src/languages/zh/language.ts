import type { LanguageData } from '../engine/language.ts';
import { money } from './money.ts';
import { names } from './names.ts';
import { saying } from './saying.ts';
import { times } from './times.ts';

/** Chinese, in simplified and traditional characters. */
export const zh: LanguageData = {
  code: 'zh',
  money,
  times,
  names,
  saying,
  attribution: {
    unnamedPeople: /知情人士|消息人士|接近.{0,8}人士|一位人士/,
    partyStatement: /宣布|宣佈|公司(?:表示|[称稱])|公告/,
    hedges:
      /[据據][传傳悉]|可能|或[将將达達]|有望|[预預][计計]|[计計][划劃]|[拟擬]|洽[谈談]|[传傳][闻聞]|[据據].{0,6}人士/g,
  },
};
