import { type DocumentParts, type Sentence, sentencesOf } from '../text/index.ts';

/** Cheap sign that a line may hold a claim; lines without one are never taken apart. */
const ANCHOR =
  /[$€£¥₹₩]\s?\d|\d\s?(?:%|percent|per cent)|\b(?:million|billion|trillion|crore|lakh)\b|\d(?:bn|m|k|B|M)\b|\b(?:USD|EUR|GBP|JPY|CNY|INR|KRW|CHF|RMB|NOK|SEK|DKK|AUD|CAD|SGD|HKD|AED|SAR|MSEK|MEUR|MNOK|MDKK)\b|\d (?:euros?|dollars|yen|yuan|won|pounds|rupees|francs)\b|\b(?:[Rr]ound|[Ff]inancing|[Ff]unding|Series [A-K]|[Ll]ead investor|co-led|led|[Ii]nvest(?:ors?|ments?|ed|s|ing)?|[Ss]hareholders?|[Ss]take|[Vv]enture|[Cc]hairman|[Bb]acke(?:d|rs?)|[Cc]apital|[Pp]roceeds|[Ff]unds|[Mm]oney|cash|[Ss]hares|stock|[Pp]artners|[Ee]quity|[Ll]ead|take part|took part|figures?|[Pp]articipat\w+|[Vv]alu(?:ed|es|ing|ation|able)|[Tt]ranches?|owns? (?:\w+ ){0,3}(?:half|quarters?|third|fifth|tenth)|[Ww]hat (?:happens|would happen|follows) if)\b/;
/** A note of the editors about an earlier version: it says what was wrong, not what is. */
const CORRECTION_NOTE = /^\(Corrects?\b/;
/** Items and rows this close behind a line that was read are read too. */
const LIST_REACH = 8;
/** A text is read in sections of at most so many sentences, so that what one sentence can look back on is bounded. */
const SECTION_SENTENCES = 400;

/** A line to be read, or a part of a very long one. */
export interface LineToRead {
  readonly index: number;
  readonly kind: 'prose' | 'item' | 'row';
  readonly start: number;
  readonly end: number;
  readonly sentences: readonly Sentence[];
}

/** The lines of a body that may hold claims, in sections of bounded size; one section for any ordinary report. */
export function* sectionsToRead(text: string, parts: DocumentParts): Generator<readonly LineToRead[]> {
  let section: LineToRead[] = [];
  let size = 0;
  let lastRead = Number.NEGATIVE_INFINITY;
  for (const [index, line] of parts.body.entries()) {
    const { kind, start, end } = line;
    if (kind === 'blank' || kind === 'furniture') continue;
    const words = text.slice(start, end);
    const follows = kind === 'row' || (kind === 'item' && lastRead >= index - LIST_REACH);
    if ((!follows && !ANCHOR.test(words)) || CORRECTION_NOTE.test(words)) continue;
    lastRead = index;
    const sentences = sentencesOf(text, start, end);
    for (let from = 0; from < sentences.length; from += SECTION_SENTENCES) {
      const part = sentences.slice(from, from + SECTION_SENTENCES);
      if (size > 0 && size + part.length > SECTION_SENTENCES) {
        yield section;
        section = [];
        size = 0;
      }
      section.push({ index, kind, start, end, sentences: part });
      size += part.length;
    }
  }
  if (section.length > 0) yield section;
}
