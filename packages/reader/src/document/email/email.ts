import type { Failure } from '@tranche/core/result';
import {
  type DocumentFile,
  nameOfFile,
  type Opened,
  type OpenedDocument,
  type Opener,
  type OpenFile,
} from '../opened-document.ts';
import { readMail } from './read-mail.ts';

const FIELD =
  '(?:received|return-path|delivered-to|message-id|mime-version|dkim-signature|from|to|date|subject|reply-to|cc|x-[\\w-]{1,40}|content-type|content-transfer-encoding|list-[\\w-]{1,20}|authentication-results|arc-[\\w-]{1,30})';

/** Fields that only a mail has; a report may well say from whom and about what it is. */
const CERTAIN = /^(?:received|return-path|delivered-to|message-id|mime-version|dkim-signature):/im;
const HEADER = new RegExp(
  `^(?:${FIELD}:[^\\r\\n]{0,2000}\\r?\\n(?:[ \\t][^\\r\\n]{0,2000}\\r?\\n){0,200}){3,}`,
  'i',
);
const MAILBOX = /^From \S{1,300} .{0,60}\d{4}.{0,20}\r?\n(?:>?[\w-]{1,60}:)/;

/** Mails as they are sent and kept, and mailboxes of them. */
export const email: Opener = {
  format: 'email',
  beginsLike: (start) => MAILBOX.test(start) || beginsLikeMail(start),
  types: /^(?:message\/rfc822|application\/mbox)$/,
  endings: /^(?:eml|mbox|mbx)$/,
  open: async (file, openInner): Promise<Opened> => {
    const source = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength).toString(
      'latin1',
    );
    return MAILBOX.test(source.slice(0, 4096))
      ? readMailbox(file, source, openInner)
      : readOne(file, source, openInner);
  },
};

function beginsLikeMail(start: string): boolean {
  const header = HEADER.exec(start)?.[0];
  return header !== undefined && CERTAIN.test(header);
}

const readOne = ({ bytes, name }: DocumentFile, file: string, openInner: OpenFile): Promise<Opened> =>
  readMail({ bytes, file, start: 0, end: file.length, name: nameOfFile(name), path: name }, openInner);

/** Each mail of a mailbox begins with a line "From " after an empty one; a line like that in a mail is marked ">From ". */
async function readMailbox(
  { bytes, name }: DocumentFile,
  file: string,
  openInner: OpenFile,
): Promise<Opened> {
  const starts: number[] = [];
  for (let at = 0; at >= 0; at = nextStart(file, at)) starts.push(at);
  const documents: OpenedDocument[] = [];
  const failures: Failure[] = [];
  for (const [index, start] of starts.entries()) {
    const number = index + 1;
    const opened = await readMail(
      {
        bytes,
        file,
        start: file.indexOf('\n', start) + 1,
        end: starts[number] ?? file.length,
        name: `${nameOfFile(name)}-${number}`,
        path: `${name}: mail ${number}`,
      },
      openInner,
    );
    documents.push(...opened.documents);
    failures.push(...opened.failures);
  }
  return { documents, failures };
}

function nextStart(file: string, after: number): number {
  for (let at = file.indexOf('\nFrom ', after); at >= 0; at = file.indexOf('\nFrom ', at + 1)) {
    const isAfterEmpty = file[at - 1] === '\n' || file.startsWith('\n\r', at - 2);
    if (isAfterEmpty && /^From \S{1,300} .{0,60}\d{4}/.test(file.slice(at + 1, at + 400))) return at + 1;
  }
  return -1;
}
