export { loadExample } from './load-example.ts';
export { logWorkspace } from './log-workspace.ts';
export type { AddedReport, Workspace } from './workspace.ts';
