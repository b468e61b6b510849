export type { Ledger } from './ledger.ts';
export type { Reference, Statement } from './statement.ts';
export { allStatements, statementsOf } from './statements-of.ts';
