import type { TextWriter } from '../html/text-writer.ts';

/** What in a line of Markdown is no text: marks of emphasis and code, links around their words, images, tags. */
const MARK =
  /\\[!-/:-@[-`{-~]|!\[[^\]\n]{0,500}\](?:\([^()\n]{0,1000}(?:\([^()\n]{0,200}\)[^()\n]{0,500})?\)|\[[^\]\n]{0,200}\])?|\[\^[^\]\n]{1,40}\]|\[(?=[^[\]\n]{1,500}\](?:\(|\[))|\](?:\([^()\n]{0,1000}(?:\([^()\n]{0,200}\)[^()\n]{0,500})?\)|\[[^[\]\n]{0,200}\])|\*+|_+|~~|`+|<(?:\/?[a-zA-Z][^<>\n]{0,1000}|!--[^\n]{0,1000}?--|https?:[^<>\s]{1,1000})>/g;

/** Writes the words of a stretch within a line. */
export function writeInline(source: string, start: number, end: number, writer: TextWriter): void {
  const piece = source.slice(start, end);
  let from = 0;
  for (const found of piece.matchAll(MARK)) {
    const [mark] = found;
    const at = found.index;
    if (isText(mark, piece[at - 1] ?? ' ', piece[at + mark.length] ?? ' ')) continue;
    writer.write(start + from, start + at);
    from = at + mark.length;
    if (mark.startsWith('\\')) writer.write(start + at + 1, start + from);
    else if (/^<https?:/.test(mark)) writer.write(start + at + 1, start + from - 1);
  }
  writer.write(start + from, end);
}

const isSpace = (character: string): boolean => character.trim() === '';
const isWord = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);

/** A star between blanks or figures is a star; an underline within a word is part of it. */
function isText(mark: string, before: string, after: string): boolean {
  if (mark[0] === '*')
    return (isSpace(before) && isSpace(after)) || (mark === '*' && /\d/.test(before) && /\d/.test(after));
  if (mark[0] === '_')
    return (isWord(before) && isWord(after)) || (isSpace(before) && isSpace(after)) || mark.length > 3;
  return false;
}
