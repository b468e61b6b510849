export type { Figure, ReadReport, ReportMeta } from './read-report.ts';
export { readReport } from './read-report.ts';
