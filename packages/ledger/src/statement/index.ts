export type { Ledger } from './ledger.ts';
export { inOrder } from './read-statement.ts';
export type { Reference, Statement } from './statement.ts';
export { grown, StatementIndex, statementIndex, tellingsOf } from './statement-index.ts';
export { allStatements, statementsOf } from './statements-of.ts';
