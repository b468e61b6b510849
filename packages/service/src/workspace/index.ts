export { loadExample } from './load-example.ts';
export { logWorkspace } from './log-workspace.ts';
export type { AddedReport, MadeJudgement, Workspace } from './workspace.ts';
