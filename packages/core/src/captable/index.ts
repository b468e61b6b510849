export { type CapTable, type CapTableInput, type ClassRow, capTable, type PlanRow } from './cap-table.ts';
export {
  type ClassTerms,
  type ConvertibleKind,
  type ExerciseReading,
  type LedgerTerms,
  type PlanTerms,
  TRANSACTION_TYPES,
  type Transaction,
} from './transaction.ts';
