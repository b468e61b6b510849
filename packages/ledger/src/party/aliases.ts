import aliasesJson from './aliases.json' with { type: 'json' };

/** A party under its best-known name, with other names and vehicles that stand for it, and where that is said. */
export interface AliasEntry {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly vehicles?: readonly string[];
  readonly note: string;
  readonly source: string;
}

export const ALIASES: readonly AliasEntry[] = aliasesJson;
