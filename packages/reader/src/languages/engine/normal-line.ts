import { MappedText } from '../../frame/mapped-text.ts';

const VARIANT = /[\uff01-\uff5e\uffe5\u3000\u00a0\u202f\u2009\u2007\u2019]/g;
const COMPOSED = /\P{M}\p{M}+/gu;

const plainForm = (char: string): string => {
  const code = char.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code === 0xffe5) return '¥';
  return code === 0x2019 ? "'" : ' ';
};

/**
 * A stretch of the text in one spelling: full-width letters, digits and signs as narrow ones, spaces of every width as
 * plain ones, accents joined with their letters. Every character still knows where it stood in the text.
 */
export function normalLine(text: string, start: number, end: number): MappedText {
  return MappedText.of(text.slice(start, end), start)
    .replace(COMPOSED, (match) => {
      const joined = match[0].normalize('NFC');
      return joined === match[0] ? undefined : joined;
    })
    .replace(VARIANT, (match) => plainForm(match[0]));
}
