import type { MoneyWords } from './amounts.ts';
import type { AttributionKindWords } from './attribution.ts';
import type { OtherLanguage } from './codes.ts';
import type { NameWords } from './names.ts';
import type { SayingWords } from './saying.ts';
import type { TimeWords } from './times.ts';

/** All that the common engine needs to know of one language. */
export interface LanguageData {
  readonly code: OtherLanguage;
  readonly money: MoneyWords;
  readonly times: TimeWords;
  readonly names: NameWords;
  readonly saying: SayingWords;
  readonly attribution: AttributionKindWords;
}
