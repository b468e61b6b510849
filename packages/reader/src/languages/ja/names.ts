import { localParty } from '../engine/gazetteer.ts';
import type { NameWords } from '../engine/names.ts';

/** Letters of a name: kanji, katakana, Latin; hiragana stands between words and seldom in names. */
const C = '[\\p{Script=Han}\\u30a1-\\u30fe\\p{Script=Latin}\\d&・.\\-]';
const N = `${C}+(?: ${C}+)*`;
const L = `(?:${N}(?:\\([^()]{1,30}\\))?)(?:(?:、|や|および|及び|ならびに|,)(?:${N}(?:\\([^()]{1,30}\\))?)){0,15}`;
const BRACKET = '(?:\\([^()]{1,40}\\))?';

const spot = (source: string): RegExp => new RegExp(source, 'gu');

const LEADING =
  /^(?:株式会社|合同会社|有限会社|[米英独仏中韓](?=[\u30a1-\u30fe\p{Script=Latin}])|\d+社|既存株主|新規株主|リード投資家)+/u;
const DESCRIBED = /^.*(?:スタートアップ|ベンチャー企業|新興企業|大手|子会社|創業者|株式会社)(?=.{2,})/u;
const LEGAL = /(?:株式会社|合同会社|有限会社|\(株\))$/u;
const NO_NAME =
  /^(?:同社|当社|弊社|両社|今回|今後|今週|先週|会社|企業|調達|借入|借り入れ|資金|投資家|複数|国内|海外|関係者|個人投資家|出資|株式|金融機関|既存|新規|事業|売上高?|純利益|設備投資|従来|年間|従業員|払い込み|条件|追加|累計|第\d|年内|ラウンド|シリーズ|シード|プレ|評価|主|リード|メール|コメント|日|月|年|円|億|このほか|資本|人手|代表|調達後|調達前|他|別|機体|議決権|前期|来年|今年|昨年|AI|AIの|IPO|ユニコーン|言語AI|生成AI)$|(?:氏|億円|万円|円|年|月|日|予定|見通し|調達|資金調達|企業価値|評価額|出資額|出資総額|持株比率|投資家|関係者|ラウンド|シリーズ[A-H]?|引受先|借入先|以降|増資|融資|社|調達額|株主|売上高|目的|試験|サービス|システム|資金|実施|発表|マグロ|工場|部門|市場)$/u;

function clean(raw: string): string | undefined {
  const known = raw.replace(/\([^()]*\)/g, '').trim();
  if (localParty.of(known, 'ja') !== undefined) return known;
  const name = known
    .replace(LEADING, '')
    .replace(LEGAL, '')
    .replace(DESCRIBED, '')
    .replace(LEADING, '')
    .trim();
  if (localParty.of(name, 'ja') !== undefined) return name;
  if (name.length < 2 || /^[\d.%・ -]+$/.test(name) || /^\p{Ll}/u.test(name)) return undefined;
  if (NO_NAME.test(name) || /^\d/.test(name)) return undefined;
  return name;
}

export const names: NameWords = {
  spots: [
    spot(
      `(?<n>${N})${BRACKET}(?:は|が|、)(?=[^。]{0,60}(?:調達|出資|発表|開発|交渉|設立|手がけ|手掛け|お知らせ|提供|目指|累計|リード))`,
    ),
    spot(`(?:引受先|借入先|出資者|投資家)(?:として|は|が|:)?(?:、)?(?<n>${L})`),
    spot(
      `(?<n>${L})(?:など|等|ほか|のほか|の\\d社)?(?:が|も)(?:共同で)?(?:リード|出資|参加|引受先|引き受け|投資)`,
    ),
    spot(`(?<n>${L})(?:など|等|ほか)?(?:から|より)(?:の)?(?=[^。]{0,30}(?:調達|出資|借り?入|億|万|集め))`),
    spot(`(?:既存株主|既存投資家|新規)の(?<n>${N})`),
    spot(`(?<n>${N})${BRACKET}(?:に|へ)(?=[^。]{0,12}(?:億|万|\\d))`),
    spot(`(?<n>${N})の(?:調達前|調達後|出資前|企業価値|評価額|実質的な出資額|出資額|持株比率|当社に対する)`),
    spot(`^[・•*-] ?(?<n>${N})${BRACKET}:`),
    spot(`(?<n>${N})が、(?:国内外|投資家)`),
    spot(`^(?<n>${N})、(?=[^。]{0,40}(?:調達|出資|億))`),
    spot(`(?<n>株式会社${N}|${N}株式会社)`),
    spot(`(?<n>${N})を(?:巡って|めぐり|引受先)`),
    spot(`のほか、(?<n>${L})(?:など|等)?(?:が|も)`),
    spot(`ほかに(?<n>${N})が`),
    spot(`(?:も|、)(?<n>${N})(?:だった|です|である)`),
  ],
  split: /、|や(?=.)|および|及び|ならびに|,|と(?=\p{L}{3,})/u,
  clean,
  spaced: false,
  also: /(?<n>[\p{Script=Han}\u30a1-\u30fe・]{2,24}) ?\((?<also>\p{Lu}[\p{Script=Latin}\d .&-]{2,30})\)/gu,
  anaphors: /同社|当社|弊社/gu,
  joint:
    '、|・| ?と(?:[\\p{Script=Han}\\u30a1-\\u30fe]{1,10}の)?|や|および|及び|ならびに|(?:、|と)?(?:既存株主の|既存投資家の|新規の)|のほか、',
  investorLike:
    /(?:キャピタル|ベンチャーズ|パートナーズ|インベストメンツ?|ファンド|銀行|証券|投資|Capital|Ventures|Partners|Associates)$/u,
};
