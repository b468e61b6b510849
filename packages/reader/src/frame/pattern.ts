import { TOKEN_CLASS } from './tokens.ts';

/** Named pieces that patterns are written with; a piece may use the pieces above it. */
export type Macros = Readonly<Record<string, string>>;

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

/**
 * Compiles a pattern over sentence skeletons:
 * - `{P:issuer}` a party (or list) called issuer, `{A:x}` an amount, `{%:x}` a percentage, `{D:x}` a date, `{S}` co-investors;
 * - `{~40}` a gap of up to 40 characters without parties and figures; `{~~40}` a gap that may hold parties and dates;
 * - `{raise}` a macro.
 * The rest is a regular expression, case-insensitive. Gaps are bounded, so that matching stays linear.
 */
export function compilePattern(source: string, macros: Macros): RegExp {
  return new RegExp(expand(source, macros), 'giu');
}

function expand(source: string, macros: Macros): string {
  return source.replace(
    /\{(~{1,2})(\d+)\}|\{([PADS%])(?::(\w+))?\}|\{([a-z][A-Za-z]*)\}/g,
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
