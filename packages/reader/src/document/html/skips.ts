/** Finds where things end in a page, and never looks for the same thing again once it is known to be nowhere. */
export interface SkipFinder {
  /** The offset beyond the next `mark`; -1 when there is none. */
  readonly after: (mark: string, from: number) => number;
  /** The next end tag of a name: where it starts, and where the text goes on. */
  readonly endTag: (
    name: string,
    from: number,
  ) => { readonly start: number; readonly end: number } | undefined;
  /**
   * Beyond the end tag that closes an element whose content starts at `from`, elements of its name within it counted;
   * undefined when it is not closed, or not within `most` characters.
   */
  readonly endOf: (name: string, from: number, most?: number) => number | undefined;
}

/** A page with more large forms than this is looked through without looking for their ends. */
const MOST_TOO_LONG = 20;

export function skipFinder(html: string): SkipFinder {
  const nowhere = new Set<string>();
  const find = (mark: string, from: number): number => {
    if (nowhere.has(mark)) return -1;
    const found = html.indexOf(mark, from);
    if (found < 0) nowhere.add(mark);
    return found;
  };
  let tooLong = 0;
  const tags = new Map<string, RegExp>();
  const tagAfter = (name: string, from: number, starts: boolean): RegExpExecArray | undefined => {
    const key = starts ? name : `/${name}`;
    if (nowhere.has(key)) return undefined;
    let pattern = tags.get(key);
    if (pattern === undefined) {
      pattern = new RegExp(starts ? `<(/?)${name}(?=[\\s/>])` : `</${name}(?=[\\s/>])`, 'gi');
      tags.set(key, pattern);
    }
    pattern.lastIndex = from;
    const found = pattern.exec(html);
    if (found === null) nowhere.add(key);
    return found ?? undefined;
  };
  const beyond = (from: number): number => {
    const end = find('>', from);
    return end < 0 ? html.length : end + 1;
  };
  const endTag: SkipFinder['endTag'] = (name, from) => {
    const found = tagAfter(name, from, false);
    return found === undefined
      ? undefined
      : { start: found.index, end: beyond(found.index + name.length + 2) };
  };
  return {
    after: (mark, from) => {
      const found = find(mark, from);
      return found < 0 ? -1 : found + mark.length;
    },
    endTag,
    endOf: (name, from, most = html.length) => {
      if (nowhere.has(`unclosed ${name}`)) return undefined;
      let at = from;
      for (let depth = 1; ; ) {
        const tag = tagAfter(name, at, true);
        if (tag === undefined) {
          // Every later one of this name is inside this one, and as little closed as it.
          nowhere.add(`unclosed ${name}`);
          return undefined;
        }
        if (tag.index - from > most) {
          tooLong += 1;
          if (tooLong > MOST_TOO_LONG) nowhere.add(`unclosed ${name}`);
          return undefined;
        }
        depth += tag[1] === '/' ? -1 : 1;
        at = tag.index + tag[0].length;
        if (depth === 0) return beyond(at);
      }
    },
  };
}
