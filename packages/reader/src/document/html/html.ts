import { acceptText } from '../accept-text.ts';
import { decodeText } from '../decode.ts';
import { nameOfFile, type Opened, type Opener, openedDocument } from '../opened-document.ts';
import { readHtml } from './read-html.ts';

/** How far into a page its charset is declared, and how far it is looked for. */
const CHARSET_REACH = 4096;

/** A page of the web, or part of one. */
export const html: Opener = {
  format: 'html',
  beginsLike: (start) =>
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,1000}?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]/i.test(
      start,
    ),
  types: /^(?:text\/html|application\/xhtml\+xml)$/,
  endings: /^(?:html?|xhtml|shtml|mht)$/,
  open: ({ bytes, name, charset }): Opened => {
    const decoded = decodeText(bytes, name, { charset: charset ?? declaredCharset(bytes), lenient: true });
    if (!decoded.ok) return { documents: [], failures: [decoded.failure] };
    const { text: source, encoding, problems, runs: toBytes } = decoded.value;
    const { text, meta, runs } = readHtml(source);
    const accepted = acceptText(text, name);

    if (!accepted.ok) return { documents: [], failures: [accepted.failure] };
    const document = openedDocument(
      { name: nameOfFile(name), format: 'html', text, meta, problems },
      { bytes, encoding, segments: () => runs.through(toBytes()).toSegments() },
    );
    return { documents: [document], failures: [] };
  },
};

/** What the page says of its own charset, in a meta tag or an XML declaration. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, CHARSET_REACH));
  const meta = /<meta[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(start)?.[1];
  return meta ?? /^\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w:.-]{2,40})["']/i.exec(start)?.[1];
}
