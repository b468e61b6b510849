import aliasesJson from './aliases.json' with { type: 'json' };

/** A name that needs a word of its own on why it stands for the party. */
export interface NotedName {
  readonly name: string;
  readonly note: string;
}

/**
 * A party under its best-known name, the other names that stand for it by kind of relation, and where that is said.
 * No name stands in two entries.
 */
export interface AliasEntry {
  readonly name: string;
  /** Short forms, former and official names. */
  readonly aliases?: readonly string[];
  /** Names that hold only with their legal form: without it they are another party's ("SoftBank Corp."). */
  readonly registered?: readonly string[];
  readonly other_scripts?: readonly string[];
  /** What a translation, mostly by machine, prints for the name; each with what went wrong. */
  readonly mistranslations?: readonly NotedName[];
  /** Funds and legal persons that it acts through; they keep their own name beside it. */
  readonly vehicles?: readonly string[];
  /** What texts call it instead of a name, without the article; each with how far it holds. */
  readonly descriptions?: readonly NotedName[];
  /** The party that it belongs to, by name. It stays a party of its own. */
  readonly parent?: string;
  readonly note: string;
  readonly source: string;
}

export const ALIASES: readonly AliasEntry[] = aliasesJson;
