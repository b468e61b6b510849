import type { Failure } from '@tranche/core/result';
import type { FailureView } from '@tranche/service/views';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** The one table from failure codes to HTTP statuses. A code that is not here is a fault of ours: 500. */
const STATUSES: Readonly<Record<string, ContentfulStatusCode>> = {
  BAD_REQUEST: 400,
  BAD_JSON: 400,
  BAD_DATE: 400,
  FOREIGN_HOST: 403,
  FOREIGN_ORIGIN: 403,
  NOT_FOUND: 404,
  UNKNOWN_DEAL: 404,
  UNKNOWN_ISSUER: 404,
  UNKNOWN_SUBJECT: 404,
  UNKNOWN_QUESTION: 404,
  UNKNOWN_STATEMENT: 404,
  UNKNOWN_JUDGEMENT: 404,
  UNKNOWN_MEASURE: 422,
  AMBIGUOUS_SUBJECT: 422,
  SOURCE_NOT_FOUND: 404,
  ENTRY_CONFLICT: 409,
  NO_EFFECT: 409,
  ALREADY_UNDONE: 409,
  TOO_LARGE: 413,
  EMPTY_DOCUMENT: 422,
  BINARY_FILE: 422,
  BAD_ENCODING: 422,
  SEVERAL_DOCUMENTS: 422,
  NO_ITEMS: 422,
  NESTED_TOO_DEEP: 422,
  PDF_DAMAGED: 422,
  PDF_ENCRYPTED: 422,
  PDF_TOO_SLOW: 422,
  PDF_WITHOUT_TEXT: 422,
  PUBLISHED_NEEDED: 422,
  MISSING_FIELD: 422,
  UNKNOWN_FIELD: 422,
  BAD_TYPE: 422,
  BAD_NUMBER: 422,
  BAD_ENUM: 422,
  BAD_CURRENCY: 422,
  NEGATIVE_AMOUNT: 422,
  OUT_OF_RANGE: 422,
  OUT_OF_ORDER: 422,
  TOO_LONG: 422,
  NOT_OF_FIELD: 422,
  NOT_OF_DEAL: 422,
  DUPLICATE_ID: 422,
  UNKNOWN_ID: 422,
  UNKNOWN_CLASS: 422,
  SUM_MISMATCH: 422,
  SUM_EXCEEDS_ONE: 422,
  UNSUPPORTED_COMBINATION: 422,
  NO_SOLUTION: 422,
  COMMITMENT_EXCEEDED: 422,
  AUTHORIZED_EXCEEDED: 422,
  QUANTITY_EXCEEDED: 422,
  SECURITY_ENDED: 422,
  UNKNOWN_SECURITY: 422,
  BALANCE_MISMATCH: 422,
  SPLIT_MISMATCH: 422,
  RATE_NOT_FOUND: 422,
  UNKNOWN_CALCULATOR: 404,
  UNKNOWN_FIGURE: 404,
  MODEL_NOT_CONFIGURED: 422,
  STORE_LOST: 503,
};

export const statusOf = (code: string): ContentfulStatusCode => STATUSES[code] ?? 500;

/** The answer of every request that did not work: `{ failure }`, with the status its code stands for. */
export function failureResponse(context: Context, failure: Failure): Response {
  return context.json({ failure: viewOf(failure) }, statusOf(failure.code));
}

function viewOf({ code, path, message, expected, place }: Failure): FailureView {
  return {
    code,
    path,
    message,
    ...(expected === undefined ? {} : { expected }),
    ...(place === undefined ? {} : { place: { ...place } }),
  };
}
