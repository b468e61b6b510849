import type { Qualifier } from '@tranche/core/money';
import type { MoneyWords } from './amounts.ts';
import type { AttributionKindWords } from './attribution.ts';
import type { NameWords } from './names.ts';
import type { SayingWords } from './saying.ts';
import type { TimeWords } from './times.ts';

/** The languages reports are read in, as ISO 639-1 codes. Chinese is both simplified and traditional. */
export type Language = 'en' | 'zh' | 'ja' | 'de' | 'fr';
export type OtherLanguage = Exclude<Language, 'en'>;

/** Words around a number that qualify it, the first kind that fits wins. */
export type QualifierWords = readonly (readonly [Qualifier, string])[];

/** All that the common engine needs to know of one language. */
export interface LanguageData {
  readonly code: OtherLanguage;
  readonly money: MoneyWords;
  readonly times: TimeWords;
  readonly names: NameWords;
  readonly saying: SayingWords;
  readonly attribution: AttributionKindWords;
}
