export { type DraftsOption, draftModelOf } from './draft-model-of.ts';
