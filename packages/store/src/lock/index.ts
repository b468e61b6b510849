export type { FolderLock, LockOwner } from './folder-lock.ts';
export { folderOwner, takeFolderLock } from './folder-lock.ts';
