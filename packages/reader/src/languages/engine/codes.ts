/** The languages reports are read in, as ISO 639-1 codes. Chinese is both simplified and traditional. */
export type Language = 'en' | 'zh' | 'ja' | 'de' | 'fr';
export type OtherLanguage = Exclude<Language, 'en'>;
