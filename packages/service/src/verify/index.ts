export { type Case, caseFileJsonSchema, type ReadCase, readCases } from './case.ts';
export { type Difference, differences, valueAt } from './compare.ts';
export { type Outcome, verifyCases, verifyText } from './verify.ts';
