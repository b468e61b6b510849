import { fail, ok, type Result } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import { readOne } from '@tranche/service/batch';
import {
  type DocumentMeta,
  type ReadDocument,
  type ReadFile,
  readFile,
  readFileAt,
} from '@tranche/service/document';
import { MAX_FILE_BYTES } from '@tranche/service/text';
import { readStream } from '../machine/index.ts';
import { type Context, refuse, urlStreamsOf } from './context.ts';

export interface ReportOptions {
  readonly published?: PlainDate;
  readonly publisher?: string;
}

const STDIN = '-';

/** The documents that the arguments stand for: files, folders, patterns, and `-` for the standard input. */
export async function inputsOf(
  { files }: Context,
  paths: readonly string[],
): Promise<Result<readonly string[]>> {
  const inputs: string[] = [];
  for (const path of paths) {
    const found = path === STDIN ? ok([STDIN]) : await files.list(path);
    if (!found.ok) return found;
    inputs.push(...found.value);
  }
  return inputs.length > 0 ? ok(inputs) : fail('MISSING_FIELD', 'file', 'no document is named');
}

/** The documents of an input; a fault of reading is INTERNAL, so that a batch goes on and shows which file it was. */
export async function readInputs(context: Context, input: string, options: ReportOptions): Promise<ReadFile> {
  try {
    return await read(context, input, options);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const failure = {
      code: 'INTERNAL',
      path: input,
      message: `a fault of tranche, not of the document: ${message}`,
    };
    return { documents: [], failures: [failure] };
  }
}

/** The one document of an input. What of it could not be read is told on the error output. Fails: SEVERAL_DOCUMENTS. */
export async function readInput(
  context: Context,
  input: string,
  options: ReportOptions,
): Promise<Result<ReadDocument>> {
  return onlyOne(context, input, await readInputs(context, input, options));
}

/** The one document at an address. Fails: as `readInput`, and as a fetch does. */
export async function readUrl(
  context: Context,
  address: string,
  options: ReportOptions,
): Promise<Result<ReadDocument>> {
  return onlyOne(context, address, await readOne(address, urlStreamsOf(context), metaOf(options)));
}

function onlyOne(context: Context, input: string, { documents, failures }: ReadFile): Result<ReadDocument> {
  const [document] = documents;
  if (documents.length > 1) {
    return fail('SEVERAL_DOCUMENTS', input, `this file holds ${documents.length} documents`, {
      expected: 'a file with one document; "tranche read" reads all',
    });
  }
  if (document !== undefined) {
    for (const failure of failures) refuse(context, failure);
    return ok(document);
  }
  const [failure] = failures;
  return failure === undefined
    ? fail('EMPTY_DOCUMENT', input, 'the file holds no document')
    : { ok: false, failure };
}

/** What the options say of the documents. */
export const metaOf = ({ published, publisher }: ReportOptions): DocumentMeta => ({
  ...(published === undefined ? {} : { published }),
  ...(publisher === undefined ? {} : { publisher }),
});

async function read({ files, io }: Context, input: string, options: ReportOptions): Promise<ReadFile> {
  const meta = metaOf(options);
  if (input !== STDIN) return readFileAt(files, input, meta);
  const bytes = await readStream(io.stdin, 'stdin', MAX_FILE_BYTES);
  return bytes.ok
    ? readFile({ bytes: bytes.value, name: 'stdin' }, meta)
    : { documents: [], failures: [bytes.failure] };
}
