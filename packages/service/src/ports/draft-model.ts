import type { Result } from '@tranche/core/result';
import type { JsonObject } from '@tranche/ledger/claim';

/** What a model is asked: the messages, and the same messages for a server that takes no schema. */
export interface DraftRequest {
  readonly prompt: { readonly system: string; readonly user: string };
  readonly promptWithSchema: { readonly system: string; readonly user: string };
  readonly schema: JsonObject;
}

/** A language model that drafts claims. What it answers is believed by nobody: the reader's gate comes after it. */
export interface DraftModel {
  /** As it stands in `drafted_by`. */
  readonly name: string;
  /**
   * The drafts of one answer, as the model sent them. Fails: MODEL_KEY_REFUSED, MODEL_UNREACHABLE, MODEL_TIMEOUT,
   * MODEL_BUSY, MODEL_FAILED, MODEL_DECLINED, MODEL_ANSWER_BROKEN, MODEL_ANSWER_TRUNCATED, MODEL_STOPPED.
   */
  draft(request: DraftRequest, signal: AbortSignal): Promise<Result<readonly unknown[]>>;
}
