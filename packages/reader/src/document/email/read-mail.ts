import type { Failure } from '@tranche/core/result';
import { acceptText } from '../accept-text.ts';
import { dayOf } from '../day-of.ts';
import { decodeText } from '../decode.ts';
import { declaredCharset } from '../html/html.ts';
import { readHtml } from '../html/read-html.ts';
import { TextWriter } from '../html/text-writer.ts';
import type { DocumentMeta, Opened, OpenedDocument, OpenFile } from '../opened-document.ts';
import { openedDocument } from '../opened-document.ts';
import { RunList } from '../run-list.ts';
import { decodeHeader, type Field, type Headers, headersAt } from './headers.ts';
import { type Part, partsOf } from './parts.ts';
import { writePlainBody } from './plain-body.ts';
import { transferred } from './transfer.ts';

export interface MailFile {
  readonly bytes: Uint8Array;
  /** The file with one character for each byte. */
  readonly file: string;
  /** Where in the file the mail stands. */
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly path: string;
}

/** A mail: its subject and what it says, and its attachments as documents of their own. */
export async function readMail(mail: MailFile, openInner: OpenFile): Promise<Opened> {
  const { file, start, end, path } = mail;
  const headers = headersAt(file, start, end);
  const parts = partsOf(file, headers, end);
  const read = readBody(mail, headers, parts.body);
  const accepted = acceptText(read.text, path);
  const documents: OpenedDocument[] = [];
  const failures: Failure[] = [];
  if (accepted.ok && read.hasBody) {
    documents.push(
      openedDocument(
        {
          name: mail.name,
          format: 'email',
          text: read.text,
          meta: metaOf(headers),
          problems: read.problems,
        },
        { bytes: mail.bytes, encoding: read.encoding, segments: () => read.runs().toSegments() },
      ),
    );
  } else failures.push(...read.problems);
  for (const part of parts.attachments.filter(isReadable)) {
    const opened = await openAttachment(mail, part, openInner);
    documents.push(...opened.documents);
    failures.push(...opened.failures);
  }
  if (documents.length === 0 && failures.length === 0) {
    failures.push({ code: 'EMPTY_DOCUMENT', path, message: 'the mail says nothing' });
  }
  return { documents, failures };
}

interface ReadBody {
  readonly text: string;
  readonly hasBody: boolean;
  readonly encoding: string;
  readonly problems: readonly Failure[];
  readonly runs: () => RunList;
}

function readBody(mail: MailFile, headers: Headers, body: readonly Part[]): ReadBody {
  const subject = headers.fields.get('subject');
  const title = subject === undefined ? '' : subjectOf(subject);
  let text = title === '' ? '' : `${title}\n\n`;
  const top = text.length;
  const pieces: { readonly at: number; readonly runs: () => RunList }[] = [];
  const problems: Failure[] = [];
  let encoding = 'utf-8';
  for (const part of body) {
    const { bytes, runs: toFile } = transferred(mail.file, part.start, part.end, part.transfer);
    if (bytes.length === 0) continue;
    const isPage = part.type.value === 'text/html';
    const charset = part.type.parameters.get('charset') ?? (isPage ? declaredCharset(bytes) : undefined);
    const decoded = decodeText(bytes, mail.path, { charset, lenient: true });
    if (!decoded.ok) {
      problems.push(decoded.failure);
      continue;
    }
    const { text: source, runs: toBytes } = decoded.value;
    problems.push(...decoded.value.problems);
    const isForwarded = /^\s*(?:fwd?|wg|tr|rv)\s*:/i.test(
      subject === undefined ? '' : decodeHeader(subject.value),
    );
    const read = isPage ? readHtml(source, { take: 'all', quotations: isForwarded }) : readPlain(source);
    pieces.push({ at: text.length, runs: () => read.runs.through(toBytes()).through(toFile) });
    text += read.text;
    encoding = decoded.value.encoding;
  }
  const runs = (): RunList => {
    const all = new RunList();
    if (subject !== undefined && title !== '') pushSubject(all, mail.file, subject, title);
    for (const piece of pieces) all.append(piece.runs(), piece.at);
    return all;
  };
  return { text, hasBody: text.slice(top).trim() !== '', encoding, problems, runs };
}

function readPlain(source: string): { readonly text: string; readonly runs: RunList } {
  const writer = new TextWriter(source, false);
  writePlainBody(source, writer);
  return { text: writer.text, runs: writer.runs };
}

/** The subject without the marks of answers and forwards. */
const subjectOf = ({ value }: Field): string =>
  decodeHeader(value)
    .replace(/\s+/g, ' ')
    .replace(/^(?:\s*(?:re|aw|sv|fwd?|wg|tr|rv)\s*(?:\[\d+\])?:\s*)+/i, '')
    .trim();

/** Letter for letter where the subject is written as it reads, else as a whole. */
function pushSubject(runs: RunList, file: string, { start, end }: Field, title: string): void {
  const at = file.slice(start, end).indexOf(title);
  if (at >= 0) runs.push(0, title.length, start + at, 1);
  else runs.pushWhole(0, title.length, start, end - start);
}

function metaOf({ fields }: Headers): DocumentMeta {
  const subject = fields.get('subject');
  const title = subject === undefined ? '' : subjectOf(subject);
  const published = dayOf(fields.get('date')?.value);
  const from = nameIn(fields.get('from')?.value);
  const publisher = nameIn(fields.get('list-id')?.value) ?? nameIn(fields.get('organization')?.value);
  return {
    ...(title === '' ? {} : { title }),
    ...(published === undefined ? {} : { published }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(from === undefined ? {} : { author: from }),
  };
}

/** "Ada Quill <ada@ledger.example>" is Ada Quill; an address alone is the address. */
function nameIn(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const [, name = '', address = ''] =
    /^\s*([^<]{0,300}?)\s*(?:<([^>]{0,300})>.{0,1000})?$/.exec(decodeHeader(value)) ?? [];
  const words = name.replace(/^"(.*)"$/, '$1').trim();
  return words !== '' ? words : address !== '' ? address : undefined;
}

const READABLE =
  /^(?:text\/(?:plain|html|markdown|x-markdown)|application\/(?:pdf|x-pdf|xhtml\+xml|rss\+xml|atom\+xml)|message\/rfc822)$/;
const READABLE_NAME = /\.(?:txt|html?|md|markdown|pdf|eml)$/i;

/** Pictures, calendars, keys and archives are no reports. */
const isReadable = ({ type, name }: Part): boolean =>
  READABLE.test(type.value) || (name !== undefined && READABLE_NAME.test(name));

async function openAttachment(mail: MailFile, part: Part, openInner: OpenFile): Promise<Opened> {
  const { bytes } = transferred(mail.file, part.start, part.end, part.transfer);
  const label = part.name ?? (part.type.value === 'message/rfc822' ? 'message.eml' : 'attachment');
  const charset = part.type.parameters.get('charset');
  const opened = await openInner({
    bytes,
    name: label,
    contentType: part.type.value,
    ...(charset === undefined ? {} : { charset }),
  });
  return {
    documents: opened.documents.map((document) => attached(document, mail.name, label)),
    failures: opened.failures.map((failure) => ({ ...failure, path: `${mail.path}: ${failure.path}` })),
  };
}

/** An attachment is named after its mail, and its places count in itself. */
function attached(document: OpenedDocument, mail: string, label: string): OpenedDocument {
  return {
    ...document,
    name: `${mail}-${document.name}`,
    get original() {
      const { part } = document.original;
      return { ...document.original, part: part === undefined ? label : `${label}/${part}` };
    },
  };
}
