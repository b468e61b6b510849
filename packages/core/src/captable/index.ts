export { type CapTable, type CapTableInput, type ClassRow, capTable, type PlanRow } from './cap-table.ts';
export {
  type CapitalizationTable,
  type ConversionEvent,
  type Ownership,
  ownership,
  type SharesTo,
} from './capitalization.ts';
export {
  CAPITALIZATION_DEFINITIONS,
  type CapitalizationDefinition,
  type CapitalizationRules,
} from './capitalization-definition.ts';
export { CapTableHistory } from './history.ts';
export type { Account, Holding, Holdings } from './holdings.ts';
export {
  type ClassTerms,
  type ConvertibleKind,
  type ExerciseReading,
  type LedgerTerms,
  type PlanTerms,
  TRANSACTION_TYPES,
  type Transaction,
} from './transaction.ts';
