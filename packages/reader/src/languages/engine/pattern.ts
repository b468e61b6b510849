import { TOKEN_CLASS } from '../../frame/tokens.ts';

/** Named pieces that patterns are written with. */
export type Macros = Readonly<Record<string, string>>;

const SLOTS: Readonly<Record<string, string>> = {
  P: TOKEN_CLASS.party,
  A: TOKEN_CLASS.amount,
  '%': TOKEN_CLASS.percent,
  D: TOKEN_CLASS.date,
};
const STOPS = '.;:!?';
const CLOSED = `${TOKEN_CLASS.party}${TOKEN_CLASS.amount}${TOKEN_CLASS.percent}${STOPS}`;
const OPEN = `${TOKEN_CLASS.amount}${TOKEN_CLASS.percent}${STOPS}`;

/**
 * Compiles a pattern in the notation of the English rules (`frame/pattern.ts`). It differs in that case counts, since
 * German tells nouns by it, and in that a pattern may begin within a run of letters, since Chinese and Japanese have
 * no spaces.
 */
export function compilePattern(source: string, macros: Macros): RegExp {
  return new RegExp(expand(source, macros), 'gu');
}

function expand(source: string, macros: Macros): string {
  return source.replace(
    /\{(~{1,2})(\d+)\}|\{([PAD%])(?::(\w+))?\}|\{([a-z][A-Za-z]*)\}/g,
    (_, gap, size, slot, name, macro) => {
      if (gap !== undefined) return `[^${gap === '~' ? CLOSED : OPEN}]{0,${size}}?`;
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
