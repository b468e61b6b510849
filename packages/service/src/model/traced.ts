import { Rational } from '@tranche/core/rational';
import type { Path } from '@tranche/formats/deal-file';
import { type Json, pathOf } from '../calculator/index.ts';

/** Where a field of a calculator's input comes from: the deal file, or a figure computed before. */
export type Origin = { readonly file: Path } | { readonly node: string };

/** A value with its origin, inside an input that is being put together. Of an absent field it says where it would stand. */
export class Traced {
  constructor(
    readonly value: Input,
    readonly origin: Origin,
  ) {}
}

/** A calculator's input as the model writes it; an absent field is left out. */
export type Input =
  | Traced
  | Rational
  | string
  | number
  | boolean
  | undefined
  | readonly Input[]
  | { readonly [key: string]: Input };

/** A value of the deal file with all that is in it, each part with its own place. */
export function fromFile(value: Input, path: Path): Traced {
  const origin: Origin = { file: path };
  if (value instanceof Traced) return value;
  if (Array.isArray(value))
    return new Traced(
      value.map((item, index) => fromFile(item, [...path, index])),
      origin,
    );
  if (isFields(value))
    return new Traced(
      Object.fromEntries(Object.entries(value).map(([key, field]) => [key, fromFile(field, [...path, key])])),
      origin,
    );
  return new Traced(value, origin);
}

/** The plain JSON that a calculator takes, and the origin of each of its fields by path: `classes[0].shares`. */
export function untraced(input: Input): {
  readonly json: Json | undefined;
  readonly origins: ReadonlyMap<string, Origin>;
} {
  const origins = new Map<string, Origin>();
  const visit = (value: Input, path: readonly (string | number)[]): Json | undefined => {
    if (value instanceof Traced) {
      const json = visit(value.value, path);
      if (!origins.has(pathOf(path))) origins.set(pathOf(path), value.origin);
      return json;
    }
    if (value === undefined) return undefined;
    if (value instanceof Rational) return value.toString();
    if (Array.isArray(value)) return value.flatMap((item, index) => visit(item, [...path, index]) ?? []);
    if (isFields(value))
      return Object.fromEntries(
        Object.entries(value).flatMap(([key, field]) => {
          const json = visit(field, [...path, key]);
          return json === undefined ? [] : [[key, json]];
        }),
      );
    return value as Json;
  };
  return { json: visit(input, []), origins };
}

/** The place in the deal file of a field of an input, or of what is around it; `below` is what is left of the path. */
export function placeInFile(origins: ReadonlyMap<string, Origin>, path: string): Path | undefined {
  const steps = stepsOf(path);
  for (let length = steps.length; length >= 0; length -= 1) {
    const origin = origins.get(pathOf(steps.slice(0, length)));
    if (origin !== undefined && 'file' in origin) return [...origin.file, ...steps.slice(length)];
  }
  return undefined;
}

const stepsOf = (path: string): (string | number)[] =>
  [...path.matchAll(/[^.[\]]+/g)].map(([step]) => (/^\d+$/.test(step) ? Number(step) : step));

const isFields = (value: unknown): value is { readonly [key: string]: Input } =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
