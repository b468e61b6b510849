import { draftsLines } from '@tranche/service/drafts';
import type { DraftsView } from '@tranche/service/views';
import type { Context } from './context.ts';

/** What became of a model's drafts, on the error output; nothing where none were asked for. */
export function tellDrafts({ io }: Context, drafts: DraftsView | undefined): void {
  if (drafts === undefined) return;
  for (const line of draftsLines(drafts)) io.err(`${line}\n`);
}
