import type { LanguageData } from '../engine/language.ts';
import { money } from './money.ts';
import { names } from './names.ts';
import { saying } from './saying.ts';
import { times } from './times.ts';

export const ja: LanguageData = {
  code: 'ja',
  money,
  times,
  names,
  saying,
  attribution: {
    unnamedPeople: /関係者(?:の話|によると|に)|複数の関係者/,
    partyStatement: /発表した|発表し|お知らせ/,
    hedges: /見通し|とみられ|可能性|検討|予定|方針|という|見込み|交渉/g,
  },
};
