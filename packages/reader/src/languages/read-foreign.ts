import type { StatedAmount } from '@tranche/core/money';
import type { PlainDate } from '@tranche/core/time';
import type { Claim, Span } from '@tranche/ledger/claim';
import type { Tier } from '@tranche/ledger/source';
import type { DocumentParts, Line } from '../text/index.ts';
import { NO_LETTER_BEFORE, NO_LETTER_BEHIND } from '../words/index.ts';
import { de } from './de/language.ts';
import { languageOf, languageOfLine } from './detect.ts';
import { amountsIn } from './engine/amounts.ts';
import type { Language, OtherLanguage } from './engine/codes.ts';
import type { LanguageData } from './engine/language.ts';
import { normalLine } from './engine/normal-line.ts';
import { readLines } from './engine/read-lines.ts';
import { fr } from './fr/language.ts';
import { ja } from './ja/language.ts';
import { zh } from './zh/language.ts';

const DATA: Readonly<Record<OtherLanguage, LanguageData>> = { zh, ja, de, fr };

export interface ForeignInput {
  readonly text: string;
  readonly parts: DocumentParts;
  readonly published: PlainDate | undefined;
  readonly tier: Tier | undefined;
  /** The language the document is said to be in, as a BCP 47 tag; found from the text when absent or not one read. */
  readonly language?: string | undefined;
}

export interface ForeignReading {
  readonly claims: readonly Claim[];
  readonly figures: readonly {
    readonly amount: StatedAmount;
    readonly span: Span;
    readonly where: 'headline' | 'body';
  }[];
  /** What is left for the English reader: perhaps no line at all. */
  readonly english: DocumentParts;
}

/** Characters without which no line of an otherwise English text can be in another of the languages. */
const FOREIGN_SIGN = new RegExp(
  `[\\u3041-\\u30fa\\u3400-\\u9fff]|${NO_LETTER_BEFORE}(?:d(?:er|as|es?|ans|u)|und|mit|von|hat|im|eine?|l(?:es?|a)|une|e(?:st|n))${NO_LETTER_BEHIND}`,
  'i',
);

/**
 * Reads the lines that are not in English, each in its language, and says which lines are. Undefined when all are, so
 * that an English text goes its own way as it is. A line is of the document's language unless it clearly is not.
 */
export function readForeignLines(input: ForeignInput): ForeignReading | undefined {
  const { text, parts } = input;
  const told = languageTold(input.language);
  if (told === undefined && !FOREIGN_SIGN.test(text)) return undefined;
  const document = told ?? languageOf(bodyText(text, parts));
  const byLanguage = new Map<Language, Line[]>();
  for (const line of parts.body) {
    if (line.kind === 'blank' || line.kind === 'furniture') continue;
    const language = languageOfLine(text.slice(line.start, line.end), document);
    byLanguage.set(language, [...(byLanguage.get(language) ?? []), line]);
  }
  if ([...byLanguage.keys()].every((language) => language === 'en')) return undefined;
  const headline = languageOfLine(text.slice(parts.headline.start, parts.headline.end), document);
  const claims: Claim[] = [];
  const figures: ForeignReading['figures'][number][] = [];
  for (const [language, lines] of byLanguage) {
    if (language === 'en') continue;
    const own = partsWith(parts, lines, headline === language);
    claims.push(...readLines({ ...input, parts: own }, DATA[language]));
    figures.push(...foreignFigures(text, own, DATA[language]));
  }
  return { claims, figures, english: partsWith(parts, byLanguage.get('en') ?? [], headline === 'en') };
}

const LANGUAGES: readonly Language[] = ['en', 'zh', 'ja', 'de', 'fr'];

/** "zh-Hant" is Chinese. */
const languageTold = (tag: string | undefined): Language | undefined =>
  LANGUAGES.find((language) => tag?.toLowerCase().split(/[-_]/)[0] === language);

/** The lines of one language alone, with the headline when it is in it. Lines keep their places. */
function partsWith(parts: DocumentParts, lines: readonly Line[], withHeadline: boolean): DocumentParts {
  return { ...parts, body: lines, headline: withHeadline ? parts.headline : { start: 0, end: 0 } };
}

const bodyText = (text: string, parts: DocumentParts): string =>
  [parts.headline, ...parts.body].map(({ start, end }) => text.slice(start, end)).join('\n');

/** Every sum the lines print, claimed or not. */
function foreignFigures(
  text: string,
  parts: DocumentParts,
  data: LanguageData,
): ForeignReading['figures'][number][] {
  return [
    { ...parts.headline, where: 'headline' as const },
    ...parts.body.map(({ start, end }) => ({ start, end, where: 'body' as const })),
  ].flatMap(({ start, end, where }) => {
    const line = normalLine(text, start, end);
    return amountsIn(line.text, data.money).map((one) => ({
      amount: one.amount,
      span: line.origin(one.start, one.end),
      where,
    }));
  });
}
