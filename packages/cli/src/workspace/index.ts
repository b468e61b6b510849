export { openStore, openWorkspace, type StorePlace } from './open-workspace.ts';
