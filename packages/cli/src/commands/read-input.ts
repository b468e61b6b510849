import { fail, ok, type Result } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import { type ReadDocument, readDocumentBytes, readDocumentFile } from '@tranche/service/document';
import { MAX_DOCUMENT_BYTES } from '@tranche/service/text';
import type { ReportRequest } from '@tranche/service/views';
import { readStream } from '../machine/index.ts';
import type { Context } from './context.ts';

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

/**
 * Fails: as `readDocumentFile`; INTERNAL when reading this document breaks, so that a batch goes on to the others
 * and the fault is reported with the document that shows it.
 */
export async function readInput(
  context: Context,
  input: string,
  options: ReportOptions,
): Promise<Result<ReadDocument>> {
  try {
    return await read(context, input, options);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return fail('INTERNAL', input, `a fault of tranche, not of the document: ${message}`);
  }
}

async function read(
  { files, io }: Context,
  input: string,
  { published, publisher }: ReportOptions,
): Promise<Result<ReadDocument>> {
  const meta = {
    ...(published === undefined ? {} : { published }),
    ...(publisher === undefined ? {} : { publisher }),
  };
  if (input !== STDIN) return readDocumentFile(files, input, meta);
  const bytes = await readStream(io.stdin, 'stdin', MAX_DOCUMENT_BYTES);
  return bytes.ok ? readDocumentBytes(bytes.value, 'stdin', meta) : bytes;
}

/** A document that was read, as it is handed to a workspace. */
export function requestOf({ source: { text, name, published, publisher } }: ReadDocument): ReportRequest {
  return {
    text,
    name,
    ...(published === undefined ? {} : { published }),
    ...(publisher === undefined ? {} : { publisher }),
  };
}
