import { printable, wrapped } from './text-width.ts';

/** A text wrapped to the width, each line after an indent; the first may bear a mark such as `- `. */
export function paragraph(text: string, width: number, indent = '', mark = ''): string {
  const room = Math.max(20, width - indent.length - mark.length);
  return wrapped(printable(text), room)
    .map((line, index) => `${indent}${index === 0 ? mark : ' '.repeat(mark.length)}${line}`)
    .join('\n');
}
