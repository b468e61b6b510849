export type { Reference, Statement } from './statement.ts';
