/** A regular expression taken apart as far as is needed to know which words every match of it must hold. */
export type RegexTree =
  | { readonly kind: 'char'; readonly char: string }
  /** Eats one character of a class; `source` is the class as written, escapes too. */
  | { readonly kind: 'set'; readonly source: string }
  /** Eats nothing: `^`, `$`, `\b`, look-arounds. */
  | { readonly kind: 'assert'; readonly source: string }
  | { readonly kind: 'sequence'; readonly items: readonly RegexTree[] }
  | { readonly kind: 'choice'; readonly options: readonly RegexTree[] }
  /** `isOptional`: once or not at all. */
  | {
      readonly kind: 'repeat';
      readonly item: RegexTree;
      readonly least: number;
      readonly isOptional: boolean;
    };

/** Parses the syntax that patterns use; a piece it does not know is a broken invariant and throws. */
export function regexTree(source: string): RegexTree {
  const parser = new Parser(source);
  const tree = parser.choice();
  if (!parser.atEnd) throw new Error(`cannot take apart ${source} at ${parser.at}`);
  return tree;
}

const QUANTIFIER = /(?:[*+?]|\{\d+(?:,\d*)?\})\??/y;
const ESCAPE = /\\(?:u[0-9a-fA-F]{4}|[pP]\{[^}]*\}|[\s\S])/y;
const CLASS = /\[(?:\\[\s\S]|[^\]\\])*\]/y;
const GROUP = /\((?:\?(?::|=|!|<=|<!|<\w+>))?/y;

class Parser {
  at = 0;

  constructor(private readonly source: string) {}

  get atEnd(): boolean {
    return this.at >= this.source.length;
  }

  choice(): RegexTree {
    const options = [this.sequence()];
    while (this.source[this.at] === '|') {
      this.at += 1;
      options.push(this.sequence());
    }
    return options.length === 1 ? (options[0] as RegexTree) : { kind: 'choice', options };
  }

  private sequence(): RegexTree {
    const items: RegexTree[] = [];
    while (!this.atEnd && this.source[this.at] !== '|' && this.source[this.at] !== ')') {
      const item = this.item();
      const quantifier = this.take(QUANTIFIER);
      items.push(quantifier === undefined ? item : repeatOf(item, quantifier[0]));
    }
    return { kind: 'sequence', items };
  }

  private item(): RegexTree {
    const char = this.source[this.at] ?? '';
    if (char === '(') return this.group();
    if (char === '[') return { kind: 'set', source: this.take(CLASS)?.[0] ?? '' };
    if (char === '\\') return fromEscape(this.take(ESCAPE)?.[0] ?? '');
    this.at += 1;
    if (char === '^' || char === '$') return { kind: 'assert', source: char };
    return char === '.' ? { kind: 'set', source: char } : { kind: 'char', char };
  }

  private group(): RegexTree {
    const open = this.take(GROUP)?.[0] ?? '';
    const from = this.at;
    const inner = this.choice();
    const source = `${open}${this.source.slice(from, this.at)})`;
    this.at += 1;
    return /^\(\?<?[=!]/.test(open) ? { kind: 'assert', source } : inner;
  }

  private take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.source);
    if (match === null) return undefined;
    this.at += match[0].length;
    return match;
  }
}

function repeatOf(item: RegexTree, quantifier: string): RegexTree {
  const told = /^\{(\d+)/.exec(quantifier)?.[1];
  const least = told === undefined ? Number(quantifier.startsWith('+')) : Number(told);
  return { kind: 'repeat', item, least, isOptional: /^(?:\?|\{0,1\})/.test(quantifier) };
}

function fromEscape(source: string): RegexTree {
  if (source === '\\b' || source === '\\B') return { kind: 'assert', source };
  if (/^\\[wWdDsSpP]/.test(source)) return { kind: 'set', source };
  const code = /^\\u(.{4})$/.exec(source)?.[1];
  return {
    kind: 'char',
    char: code === undefined ? source.slice(1) : String.fromCharCode(Number.parseInt(code, 16)),
  };
}

/** Everything but escapes and the names of groups in lower case. */
export const lowered = (source: string): string =>
  source.replace(/\\(?:[pP]\{[^}]*\}|[\s\S])|\(\?<\w+>|[A-Z]+/g, (piece) =>
    /^[A-Z]/.test(piece) ? piece.toLowerCase() : piece,
  );
