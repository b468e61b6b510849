export type { OpenStore } from './open-store.ts';
export { openFolderStore, openServerStore } from './open-store.ts';
