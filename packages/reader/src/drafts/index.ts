export { DRAFT_ANSWER_SCHEMA } from './answer-schema.ts';
export { type DraftContext, draftContext } from './draft-context.ts';
export { type DraftPrompt, draftPrompt, withSchemaInWords } from './draft-prompt.ts';
export { DROP_REASONS, type Dropped, type DropReason, sumOfDropped } from './dropped.ts';
export { type Gated, gateDrafts } from './gate.ts';
export { type TextPart, textParts } from './text-parts.ts';
