/** A value of a JSON text; strings are known by where they stand, from after the opening quote to the closing one. */
export type JsonValue =
  | { readonly kind: 'text'; readonly start: number; readonly end: number }
  | { readonly kind: 'list'; readonly values: readonly JsonValue[] }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, JsonValue> }
  | { readonly kind: 'other' };

const MOST_NESTED = 60;
const OTHER: JsonValue = { kind: 'other' };
const LITERAL = /[^\s,\]}:"]{1,400}/y;
const BLANK = /\s*/y;

/** JSON with the places of its strings. Undefined for a text that is none; one that is cut short ends where it ends. */
export function readJson(source: string): JsonValue | undefined {
  let at = 0;
  const skipBlank = (): void => {
    BLANK.lastIndex = at;
    BLANK.exec(source);
    at = BLANK.lastIndex;
  };
  const text = (): JsonValue & { readonly kind: 'text' } => {
    const start = at + 1;
    for (at = start; at < source.length && source[at] !== '"'; ) at += source[at] === '\\' ? 2 : 1;
    const end = Math.min(at, source.length);
    at = end + 1;
    return { kind: 'text', start, end };
  };
  const value = (depth: number): JsonValue | undefined => {
    skipBlank();
    const first = source[at];
    if (first === '"') return text();
    if (first === '[' || first === '{')
      return depth > MOST_NESTED ? undefined : collection(depth, first === '{');
    LITERAL.lastIndex = at;
    if (LITERAL.exec(source) === null) return undefined;
    at = LITERAL.lastIndex;
    return OTHER;
  };
  const collection = (depth: number, isObject: boolean): JsonValue | undefined => {
    const values: JsonValue[] = [];
    const fields = new Map<string, JsonValue>();
    at += 1;
    for (skipBlank(); at < source.length; skipBlank()) {
      const next = source[at];
      if (next === ']' || next === '}') {
        at += 1;
        break;
      }
      if (next === ',') {
        at += 1;
        continue;
      }
      let name: string | undefined;
      if (isObject) {
        if (next !== '"') return undefined;
        const key = text();
        name = source.slice(key.start, key.end);
        skipBlank();
        if (source[at] !== ':') return undefined;
        at += 1;
      }
      const one = value(depth + 1);
      if (one === undefined) return undefined;
      if (name === undefined) values.push(one);
      else fields.set(name, one);
    }
    return isObject ? { kind: 'object', fields } : { kind: 'list', values };
  };
  return value(0);
}
