import type { Language } from './engine/codes.ts';

export type { Language };

/** Words that stand in nearly every sentence of one of these languages and hardly ever in another's. */
const FUNCTION_WORDS: Readonly<Record<'en' | 'de' | 'fr', RegExp>> = {
  en: /(?<!\p{L})(?:the|of|and|to|for|with|has|have|is|that|by|from|its|it|which|at|said|will|as|an)(?!\p{L})/giu,
  de: /(?<!\p{L})(?:der|das|und|ist|nicht|mit|von|vom|für|ein|eine|einen|einer|dem|den|hat|hatte|haben|wird|werden|wurde|im|zum|zur|sich|auf|bei|nach|sie|es|als|auch|über|noch|aus|beim|dass)(?!\p{L})/giu,
  fr: /(?<!\p{L})(?:(?:le|la|les|de|du|et|est|une|dans|pour|par|sur|avec|au|aux|qui|que|ce|cette|ses|son|sa|ont|été|en|plus|auprès|lors|selon|il|elle)(?!\p{L})|[ldnsc]['’](?=\p{L}))/giu,
};
const HAN = /\p{Script=Han}/gu;
const KANA = /[\u3041-\u3096\u30a1-\u30fa]/g;
const LETTER = /\p{L}/gu;
/** How much of a text decides its language. */
const SAMPLE = 20_000;
/** Share of the letters that must be Chinese characters or kana. */
const SCRIPT_SHARE = 0.3;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

interface Signs {
  readonly han: number;
  readonly kana: number;
  readonly letters: number;
  readonly en: number;
  readonly de: number;
  readonly fr: number;
}

function signsOf(text: string): Signs {
  const plain = /[\u0300-\u036f\u3099\u309a]/.test(text) ? text.normalize('NFC') : text;
  return {
    han: count(plain, HAN),
    kana: count(plain, KANA),
    letters: count(plain, LETTER),
    en: count(plain, FUNCTION_WORDS.en),
    de: count(plain, FUNCTION_WORDS.de),
    fr: count(plain, FUNCTION_WORDS.fr),
  };
}

/**
 * The language of a text, from its script and its function words, by its first 20,000 characters. English is what
 * remains when nothing speaks for another language.
 */
export function languageOf(text: string): Language {
  const { han, kana, letters, en, de, fr } = signsOf(text.slice(0, SAMPLE));
  if (han + kana >= 4 && (han + kana) / letters >= SCRIPT_SHARE)
    return kana >= (han + kana) / 12 ? 'ja' : 'zh';
  if (de >= 4 && de > 1.5 * en && de >= fr) return 'de';
  if (fr >= 4 && fr > 1.5 * en) return 'fr';
  return 'en';
}

/**
 * The language of one line of a document whose language is known. It differs only where the line says so clearly:
 * another script, or several function words of another language and none of the document's.
 */
export function languageOfLine(line: string, document: Language): Language {
  const { han, kana, letters, en, de, fr } = signsOf(line.slice(0, 2_000));
  if (han + kana >= 8 && (han + kana) / letters >= SCRIPT_SHARE) {
    if (document === 'ja') return 'ja';
    return kana >= (han + kana) / 12 ? 'ja' : 'zh';
  }
  const best = Math.max(en, de, fr);
  if (best < 3) return document;
  const found = best === en ? 'en' : best === de ? 'de' : 'fr';
  if (found === document) return document;
  const own = document === 'en' ? en : document === 'de' ? de : document === 'fr' ? fr : han + kana;
  return own * 4 < best ? found : document;
}
