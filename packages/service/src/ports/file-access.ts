import type { Result } from '@tranche/core/result';

export interface FileEntry {
  /** Path as it can be opened again, and as messages show it. */
  readonly path: string;
  /** File name without folder and ending. */
  readonly name: string;
}

/** Reading files, for the use cases that start from one. Every failure names the path. */
export interface FileAccess {
  /** Fails: FILE_NOT_FOUND, NOT_A_FILE, FILE_UNREADABLE, TOO_LARGE (before anything is read). */
  read(path: string): Promise<Result<Uint8Array>>;
  /**
   * The files a path stands for, in name order: itself, a folder's readable documents, or the matches of a
   * pattern such as `sources/*.txt`. Relative paths count from `base`. Fails: FILE_NOT_FOUND.
   */
  list(path: string, base?: string): Promise<Result<readonly FileEntry[]>>;
}
