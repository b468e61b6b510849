/** Between the spelling of JSON (`exit_values`) and that of the code (`exitValues`). Only field names are respelt. */

type Camel<S extends string> = S extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : S;

/** The type of a parsed JSON value with its fields in the code's spelling; an absent field stays absent. */
export type Respelt<T> = T extends readonly (infer Item)[]
  ? readonly Respelt<Item>[]
  : T extends Leaf
    ? T
    : T extends object
      ? { readonly [Key in keyof T as Key extends string ? Camel<Key> : never]: Respelt<Defined<T[Key]>> }
      : T;

/** Under exactOptionalPropertyTypes an optional field that zod types as `T | undefined` is `T` when it is there. */
type Defined<T> = Exclude<T, undefined>;

type Leaf =
  | string
  | number
  | boolean
  | null
  | undefined
  | { readonly numerator: bigint; readonly denominator: bigint };

/** A parsed input with its fields in the code's spelling. Values that are not plain objects or lists are kept. */
export function respell<T>(value: T): Respelt<T> {
  return respelt(value) as Respelt<T>;
}

function respelt(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(respelt);
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, field]) =>
      field === undefined ? [] : [[toCamel(key), respelt(field)]],
    ),
  );
}

const toCamel = (key: string): string =>
  key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

export const toSnake = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
