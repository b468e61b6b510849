import { acceptText } from '../accept-text.ts';
import { decodeText } from '../decode.ts';
import { nameOfFile, type Opened, type Opener, openedDocument } from '../opened-document.ts';
import { readMarkdown } from './read-markdown.ts';

/** A text with Markdown's marks. But for its front matter any text may begin like it: its name or media type tells. */
export const markdown: Opener = {
  format: 'markdown',
  beginsLike: (start) => /^---[ \t]*\r?\n(?:[A-Za-z_]{2,30}:[^\n]{0,500}\n){1,60}---[ \t]*\r?\n/.test(start),
  types: /^text\/(?:x-)?markdown$/,
  endings: /^(?:md|markdown|mdown|mkd)$/,
  open: ({ bytes, name, charset }): Opened => {
    const decoded = decodeText(bytes, name, { charset });
    if (!decoded.ok) return { documents: [], failures: [decoded.failure] };
    const { text: source, encoding, problems, runs: toBytes } = decoded.value;
    const { text, meta, runs } = readMarkdown(source);
    const accepted = acceptText(text, name);
    if (!accepted.ok) return { documents: [], failures: [accepted.failure] };
    const document = openedDocument(
      { name: nameOfFile(name), format: 'markdown', text, meta, problems },
      { bytes, encoding, segments: () => runs.through(toBytes()).toSegments() },
    );
    return { documents: [document], failures: [] };
  },
};
