export {
  type ShareRounding,
  type SplitClass,
  type SplitInput,
  type SplitOption,
  type SplitResult,
  type SplitStock,
  split,
} from './split.ts';
