import type { Result } from '@tranche/core/result';

/** Reading files, for the use cases that start from one. Every failure names the path. */
export interface FileAccess {
  /** Fails: FILE_NOT_FOUND, NOT_A_FILE, FILE_UNREADABLE, and TOO_LARGE before anything is read. */
  read(path: string, maxBytes: number): Promise<Result<Uint8Array>>;
  /**
   * The documents that a path stands for, in name order: the file itself, the text files of a folder, or the
   * matches of a pattern such as `sources/*.txt`. A relative path counts from `base`. Fails: FILE_NOT_FOUND
   * (also when nothing matches), FILE_UNREADABLE.
   */
  list(path: string, base?: string): Promise<Result<readonly string[]>>;
  /** The folder of a file, as a base for the paths written in it. */
  folderOf(path: string): string;
}
