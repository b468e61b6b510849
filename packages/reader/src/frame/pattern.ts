import { meets, type Needs, NOT_IN_WORD, needsOf } from './needs.ts';
import { lowered, type RegexTree, regexTree } from './regex-tree.ts';
import type { Skeleton } from './skeleton.ts';
import { TOKEN_CLASS } from './tokens.ts';
import { askLater } from './word-set.ts';

/** Named pieces that patterns are written with; a piece may use the pieces above it. */
export type Macros = Readonly<Record<string, string>>;

/** Where a pattern fits a skeleton: half-open, with what its named slots hold. */
export interface Match {
  readonly start: number;
  readonly end: number;
  /** A mention's character, or the words of a named group as the text has them. */
  readonly groups: Readonly<Record<string, string | undefined>>;
}

const SLOTS: Readonly<Record<string, string>> = {
  P: TOKEN_CLASS.party,
  A: TOKEN_CLASS.amount,
  '%': TOKEN_CLASS.percent,
  D: TOKEN_CLASS.date,
  S: TOKEN_CLASS.coInvestors,
};
const STOPS = '.;:!?';
const CLOSED = `${TOKEN_CLASS.party}${TOKEN_CLASS.amount}${TOKEN_CLASS.percent}${TOKEN_CLASS.coInvestors}${STOPS}`;
const OPEN = `${TOKEN_CLASS.amount}${TOKEN_CLASS.percent}${STOPS}`;

/** A party with the auxiliaries behind it, which each skeleton works out once for all patterns that open so. */
const SUBJECT = /^\{P:(\w+)\}\{aux\}/;

/** A construction, ready to be looked for in sentence skeletons. */
export interface Pattern {
  readonly needs: Needs;
  /** The slot of the subject, when the pattern opens with one and its auxiliaries. */
  readonly subject: string | undefined;
  /** The rest behind the subject, or the whole; in lower case. */
  readonly regex: RegExp;
}

/**
 * Compiles a pattern over sentence skeletons:
 * - `{P:issuer}` a party (or list) called issuer, `{A:x}` an amount, `{%:x}` a percentage, `{D:x}` a date, `{S}` co-investors;
 * - `{~40}` a gap of up to 40 characters without parties and figures; `{~~40}` a gap that may hold parties and dates;
 * - `{raise}` a macro.
 * The rest is a regular expression that ignores case and begins at the beginning of a word. Gaps are bounded, so that
 * matching stays linear.
 */
export function compilePattern(source: string, macros: Macros): Pattern {
  return new LatePattern(source, macros);
}

/** Worked out when the first text is looked at, with everything else that is asked of texts. */
class LatePattern implements Pattern {
  readonly subject: string | undefined;
  private known: { readonly needs: Needs; readonly regex: RegExp } | undefined;

  constructor(
    private readonly source: string,
    private readonly macros: Macros,
  ) {
    this.subject = SUBJECT.exec(source)?.[1];
    askLater(() => this.compiled());
  }

  get needs(): Needs {
    return this.compiled().needs;
  }

  get regex(): RegExp {
    return this.compiled().regex;
  }

  private compiled() {
    this.known ??= compiled(this.source, this.subject, this.macros);
    return this.known;
  }
}

function compiled(source: string, subject: string | undefined, macros: Macros) {
  const whole = atWord(lowered(expand(source, macros)));
  const sought = subject === undefined ? whole : lowered(expand(source.replace(SUBJECT, ''), macros));
  return {
    needs: needsOf(regexTree(whole)),
    regex: new RegExp(sought, `${subject === undefined ? 'g' : 'y'}${flagsOf(sought)}`),
  };
}

/** A pattern never begins in the middle of a word. */
const atWord = (source: string): string => {
  if (SLOT_FIRST.test(source)) return source;
  return `${beginsWithLetter(regexTree(source)) ? NOT_IN_WORD : `(?:${NOT_IN_WORD}|(?![a-z]))`}(?:${source})`;
};
const SLOT_FIRST = /^(?:\(\?<\w+>)?\[\\u[ef]/;

/** Every way into the pattern begins with a letter. */
const beginsWithLetter = (tree: RegexTree): boolean => {
  if (tree.kind === 'choice') return tree.options.every(beginsWithLetter);
  if (tree.kind === 'sequence') {
    const first = tree.items.find((item) => item.kind !== 'assert');
    return first !== undefined && beginsWithLetter(first);
  }
  return tree.kind === 'char' && /[a-z]/.test(tree.char);
};

/** Unicode classes want `u`; groups of words want their places, to be cut from the text as it is written. */
const flagsOf = (source: string): string =>
  `${/\\[pP]\{/.test(source) ? 'u' : ''}${hasWords(source) ? 'd' : ''}`;

const hasWords = (source: string): boolean =>
  [...source.matchAll(/\(\?<(\w+)>(\[\\u[ef][0-9a-f]{3}-\\u[ef][0-9a-f]{3}\]\))?/g)].some(
    (group) => group[2] === undefined,
  );

function expand(source: string, macros: Macros): string {
  return source.replace(
    /\{(~{1,2})(\d+)\}|\{([PADS%])(?::(\w+))?\}|\{([a-z][A-Za-z]*)\}/g,
    (whole, gap, size, slot, name, macro, at: number) => {
      if (gap !== undefined)
        return `[^${gap === '~' ? CLOSED : OPEN}]{0,${size}}?${wordBegins(source.slice(at + whole.length)) ? '\\b' : ''}`;
      if (slot !== undefined) {
        const group = `[${SLOTS[slot]}]`;
        return name === undefined ? group : `(?<${name}>${group})`;
      }
      const body = macros[macro];
      if (body === undefined) throw new Error(`no macro {${macro}} in pattern ${source}`);
      return `(?:${expand(body, macros)})`;
    },
  );
}

/** A word follows, or one of several: a gap before it never ends within a word. */
function wordBegins(rest: string): boolean {
  if (/^[a-z]/i.test(rest)) return true;
  if (!rest.startsWith('(?:')) return false;
  let depth = 0;
  let begins = true;
  for (let at = 0; at < rest.length; at += 1) {
    const char = rest[at];
    const isFirst = depth === 1 && char === '|';
    if (char === '\\') at += 1;
    else if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    if (isFirst) begins &&= /^[a-z]/i.test(rest.slice(at + 1));
    if (depth === 0) return begins && /^\(\?:[a-z]/i.test(rest) && !/^(?:[?*]|\{0)/.test(rest.slice(at + 1));
  }
  return false;
}

/** The first place at or behind `from` where the pattern fits; the needs are not asked again. */
export function matchFrom(pattern: Pattern, skeleton: Skeleton, from: number): Match | undefined {
  const { regex, subject } = pattern;
  if (subject === undefined) {
    regex.lastIndex = from;
    const found = regex.exec(skeleton.lower);
    return found === null ? undefined : matchOf(found, skeleton, found.index, {});
  }
  for (const { at, ends } of skeleton.subjects) {
    if (at < from) continue;
    for (const end of ends) {
      regex.lastIndex = end;
      const found = regex.exec(skeleton.lower);
      if (found !== null) return matchOf(found, skeleton, at, { [subject]: skeleton.text.charAt(at) });
    }
  }
  return undefined;
}

function matchOf(
  found: RegExpExecArray,
  skeleton: Skeleton,
  start: number,
  groups: Record<string, string | undefined>,
): Match {
  const places = found.indices?.groups;
  if (places === undefined) Object.assign(groups, found.groups);
  else
    for (const [name, place] of Object.entries(places))
      groups[name] = place === undefined ? undefined : skeleton.text.slice(...place);
  return { start, end: found.index + found[0].length, groups };
}

/** Every place where the pattern fits, left to right and apart. */
export function* matchesOf(pattern: Pattern, skeleton: Skeleton): Generator<Match> {
  if (!meets(skeleton.words, pattern.needs.need)) return;
  for (let match = matchFrom(pattern, skeleton, 0); match !== undefined; ) {
    yield match;
    match = matchFrom(pattern, skeleton, Math.max(match.end, match.start + 1));
  }
}
