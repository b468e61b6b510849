import { fail, ok, type Result } from '@tranche/core/result';
import type { DocumentFile } from '@tranche/reader/document';
import type { OpenedFileView } from '../views/index.ts';
import { readFile } from './read-opened.ts';
import { reportOf } from './report-of.ts';

/**
 * The reports that a file holds, each as it is handed to a workspace, and what of the file could not be read. Fails,
 * when it holds none: as `readFile`; EMPTY_DOCUMENT.
 */
export async function openFile(file: DocumentFile): Promise<Result<OpenedFileView>> {
  const { documents, failures } = await readFile(file);
  if (documents.length > 0) {
    return ok({
      documents: documents.map((document) => ({
        report: reportOf(document),
        title: document.source.title,
        claims: document.claims.length,
      })),
      problems: failures.map(({ code, path, message, expected }) => ({
        code,
        path,
        message,
        ...(expected === undefined ? {} : { expected }),
      })),
    });
  }
  const [failure] = failures;
  return failure === undefined
    ? fail('EMPTY_DOCUMENT', file.name, 'the file holds no document', { expected: 'a file with a report' })
    : { ok: false, failure };
}
