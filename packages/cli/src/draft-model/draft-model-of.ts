import { ok, type Result } from '@tranche/core/result';
import type { DraftModel } from '@tranche/service/ports';
import { chatModel } from './chat-model.ts';
import { modelSettings } from './model-settings.ts';

export interface DraftsOption {
  readonly drafts?: boolean;
}

/** The model that the environment names, when drafts are asked for; none when they are not. Fails as `modelSettings`. */
export function draftModelOf(
  { drafts }: DraftsOption,
  environment: Readonly<Record<string, string | undefined>>,
): Result<DraftModel | undefined> {
  if (drafts !== true) return ok(undefined);
  const settings = modelSettings(environment);
  return settings.ok ? ok(chatModel(settings.value)) : settings;
}
