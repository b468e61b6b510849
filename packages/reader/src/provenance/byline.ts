/** Given name and family name, initials and particles between: "Ada Roe", "J. van der Berg". */
const PERSON = String.raw`\p{Lu}[\p{L}.'’-]*(?:\s(?:(?:van|von|de|der|den|da|di|del|la|le|bin|al)\s){0,2}\p{Lu}[\p{L}.'’-]*){1,3}`;
const BYLINE = new RegExp(
  String.raw`^(?:By|BY|Von|Par|Por|Di|Door|Av|Af)\s+(${PERSON}(?:(?:,\s+|\s+(?:and|und|et|y|e|en|och|og)\s+|,\s+and\s+)${PERSON}){0,3})(?=\s*(?:$|[|·•—–,(]|-\s|\d))`,
  'u',
);
const FIELD = /^(?:author|byline|written by|autor|auteur|作者|撰文|記者|记者|文)\s*[:：|｜/]\s*(.{2,120})$/i;
/** A byline stands near the top. */
const LINES = 8;
const LONGEST_LINE = 160;

/** Who wrote a text, by its byline or a header field; undefined when it does not say. */
export function authorIn(text: string): string | undefined {
  const lines = text
    .slice(0, 3000)
    .split('\n')
    .map((line) => line.trim());
  for (const line of lines.filter((one) => one !== '').slice(0, LINES)) {
    if (line.length > LONGEST_LINE) continue;
    const found = FIELD.exec(line)?.[1] ?? BYLINE.exec(line)?.[1];
    if (found !== undefined) return found.trim();
  }
  return undefined;
}
