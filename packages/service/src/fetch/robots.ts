interface Rule {
  readonly isAllowed: boolean;
  readonly pattern: string;
}

/** What a site's robots.txt says to one robot (RFC 9309). */
export type Robots = readonly Rule[];

/** Longer files are read this far. */
const MAX_CHARACTERS = 512 * 1024;

export const ALLOWS_ALL: Robots = [];

/**
 * The rules of a robots.txt for a robot by its name (`tranche`): those of all groups that name it, or, when none does,
 * of the groups for everyone. Lines that make no sense are passed over.
 */
export function robotsOf(text: string, robot: string): Robots {
  const own: Rule[] = [];
  const everyones: Rule[] = [];
  let isNamed = false;
  let current: Rule[][] = [];
  let isInNames = false;
  for (const raw of text
    .slice(0, MAX_CHARACTERS)
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)) {
    const line = /^\s*([\w-]+)\s*:\s*(.*?)\s*$/.exec(raw.replace(/#.*/, ''));
    if (line === null) continue;
    const [, field = '', value = ''] = line;
    const name = field.toLowerCase();
    if (name === 'user-agent') {
      if (!isInNames) current = [];
      isInNames = true;
      if (value === '*') current.push(everyones);
      else if (tokenOf(value) === robot.toLowerCase()) {
        current.push(own);
        isNamed = true;
      }
    } else if (name === 'allow' || name === 'disallow') {
      isInNames = false;
      // An empty pattern allows everything, which is so anyway.
      if (value !== '')
        for (const group of current) group.push({ isAllowed: name === 'allow', pattern: normal(value) });
    }
  }
  return isNamed ? own : everyones;
}

/** Whether the rules let a path (with its query) be fetched: the longest pattern that fits decides, and allows if in doubt. */
export function isAllowedBy(rules: Robots, path: string): boolean {
  const wanted = normal(path);
  let best: Rule | undefined;
  for (const rule of rules) {
    if (!fits(rule.pattern, wanted)) continue;
    const [length, longest] = [rule.pattern.length, best?.pattern.length ?? -1];
    if (length > longest || (length === longest && rule.isAllowed)) best = rule;
  }
  return best?.isAllowed ?? true;
}

/** `Tranche/1.0 (+https://...)` is named `tranche`. */
const tokenOf = (value: string): string => /^[a-z_-]*/i.exec(value)?.[0].toLowerCase() ?? '';

/** One spelling of each path: letters beyond ASCII as their bytes, digits of escapes in capitals, no needless escapes. */
function normal(path: string): string {
  const escaped = path.replace(/[^\u0021-\u007e]/gu, (letter) => {
    try {
      return encodeURIComponent(letter);
    } catch {
      return letter;
    }
  });
  return escaped.replace(/%[\da-f]{2}/gi, (triplet) => {
    const character = String.fromCharCode(Number.parseInt(triplet.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : triplet.toUpperCase();
  });
}

/** `*` stands for anything, `$` at the end for the end. The parts between stars are looked for in turn: no backtracking. */
function fits(pattern: string, path: string): boolean {
  const isAnchored = pattern.endsWith('$');
  const [first = '', ...rest] = (isAnchored ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  let at = first.length;
  const last = isAnchored ? rest.pop() : undefined;
  for (const part of rest) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  if (!isAnchored) return true;
  if (last === undefined) return at === path.length;
  return path.length - last.length >= at && path.endsWith(last);
}
