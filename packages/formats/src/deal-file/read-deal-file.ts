import type { Failure, Place } from '@tranche/core/result';
import { type Document, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { type Fault, faultsOf } from './check-deal-file.ts';
import { didYouMean } from './did-you-mean.ts';
import { losesDigits } from './number-text.ts';
import { type Path, Places, written } from './places.ts';
import { type DealFile, dealFileSchema } from './schema.ts';

export type ReadDealFile =
  | {
      readonly ok: true;
      readonly value: DealFile;
      /** Where a field stands, for what is only found out later: a source that is not there, a sum that fails. */
      readonly placeOf: (path: Path) => Place;
    }
  | { readonly ok: false; readonly failures: readonly Failure[] };

/**
 * A deal file from its YAML text. Every failure has a code, the path of the field, the line and the column, in
 * the order of the file.
 * Fails: BAD_YAML, MISSING_FIELD, UNKNOWN_FIELD (with the field that was probably meant), BAD_TYPE, BAD_CHOICE,
 * BAD_VALUE, and for claims and dates the codes of `claimBodyFromJson` and `parsePlainDate`.
 */
export function readDealFile(text: string, file?: string): ReadDealFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const places = new Places(document, lines, file);
  if (document.errors.length > 0) {
    return {
      ok: false,
      failures: document.errors.map((error) => ({
        code: 'BAD_YAML',
        path: '',
        message: error.message,
        place: places.at(error.pos[0]),
      })),
    };
  }
  let content: unknown;
  try {
    content = document.toJS();
  } catch (error) {
    // Aliases that would grow beyond measure.
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, failures: [{ code: 'BAD_YAML', path: '', message, place: places.at(0) }] };
  }
  const read = dealFileSchema.safeParse(content, { reportInput: true });
  const found = read.success
    ? faultsOf(read.data).map((fault) => failureOf(fault, places))
    : read.error.issues.flatMap((issue) => failuresOf(issue, places));
  const failures = [...found, ...lostDigits(document, places)].sort(byPlace);
  if (!read.success || failures.length > 0) return { ok: false, failures };
  return { ok: true, value: read.data, placeOf: (path) => places.of(path) };
}

const failureOf = ({ path, ...rest }: Fault, places: Places): Failure => ({
  ...rest,
  path: written(path),
  place: places.of(path),
});

/** Numbers whose spelling holds more than a number without quotes keeps. */
function lostDigits(document: Document, places: Places): Failure[] {
  const failures: Failure[] = [];
  visit(document, {
    Scalar: (_, { value, source, range }) => {
      if (typeof value !== 'number' || source === undefined || !losesDigits(source, value)) return;
      failures.push({
        code: 'BAD_NUMBER',
        path: '',
        message: `${source.slice(0, 60)} has more digits than a number without quotes keeps`,
        place: places.at(range?.[0] ?? 0),
        expected: 'the number in quotes',
      });
    },
  });
  return failures;
}

type Issue = z.core.$ZodIssue;

function failuresOf(issue: Issue, places: Places): Failure[] {
  const path = issue.path.filter((step): step is string | number => typeof step !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const meant = didYouMean(key, fieldsAt(path, issue.input));
      return {
        code: 'UNKNOWN_FIELD',
        path: written([...path, key]),
        message: `there is no field "${key}"${meant === undefined ? '' : `; did you mean "${meant}"?`}`,
        place: places.ofKey(path, key),
      };
    });
  }
  const place = places.of(path);
  const at = written(path);
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    return [
      {
        code: 'MISSING_FIELD',
        path: at,
        message: `the field "${path.at(-1) ?? ''}" is missing`,
        place,
        expected: issue.expected,
      },
    ];
  }
  if (issue.code === 'custom') {
    const { code, expected } = (issue.params ?? {}) as { readonly code?: string; readonly expected?: string };
    return [
      {
        code: code ?? 'BAD_VALUE',
        path: at,
        message: issue.message,
        place,
        ...(expected === undefined ? {} : { expected }),
      },
    ];
  }
  if (issue.code === 'invalid_value') return [badChoice(issue.input, issue.values, at, place)];
  if (issue.code === 'invalid_union' && issue.discriminator !== undefined && 'options' in issue) {
    const kind = (issue.input as Readonly<Record<string, unknown>> | undefined)?.[issue.discriminator];
    return [badChoice(kind, issue.options as readonly unknown[], at, place)];
  }
  const code =
    issue.code === 'invalid_type' ? 'BAD_TYPE' : issue.code === 'invalid_union' ? 'BAD_CHOICE' : 'BAD_VALUE';
  return [{ code, path: at, message: issue.message, place }];
}

/** A word that is not one of those allowed, with the one that was probably meant. */
function badChoice(value: unknown, allowed: readonly unknown[], path: string, place: Place): Failure {
  const words = allowed.map(String);
  const meant = typeof value === 'string' ? didYouMean(value, words) : undefined;
  const said = value === undefined ? 'a word is missing here' : `${shown(value)} is not allowed here`;
  return {
    code: value === undefined ? 'MISSING_FIELD' : 'BAD_CHOICE',
    path,
    message: `${said}${meant === undefined ? '' : `; did you mean "${meant}"?`}`,
    place,
    expected: words.join(', '),
  };
}

/** The fields the schema knows at a path, for the suggestion; `input` is what stands there. */
function fieldsAt(path: Path, input: unknown): readonly string[] {
  let schema: z.core.$ZodType | undefined = dealFileSchema;
  for (const step of path) schema = schema === undefined ? undefined : below(schema, step);
  return schema === undefined ? [] : fieldsOf(schema, input);
}

type Def = z.core.$ZodTypeDef & {
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly element?: z.core.$ZodType;
  readonly innerType?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly discriminator?: string;
  readonly values?: readonly unknown[];
};

const defOf = (schema: z.core.$ZodType): Def => schema._zod.def as Def;

function below(schema: z.core.$ZodType, step: string | number): z.core.$ZodType | undefined {
  const def = defOf(schema);
  if (def.innerType !== undefined) return below(def.innerType, step);
  if (def.options !== undefined)
    return def.options.map((option) => below(option, step)).find((found) => found !== undefined);
  return typeof step === 'number' ? def.element : def.shape?.[step];
}

function fieldsOf(schema: z.core.$ZodType, input: unknown): readonly string[] {
  const def = defOf(schema);
  if (def.innerType !== undefined) return fieldsOf(def.innerType, input);
  if (def.options === undefined) return Object.keys(def.shape ?? {});
  const { discriminator = '' } = def;
  const chosen = (input as Readonly<Record<string, unknown>> | undefined)?.[discriminator];
  const meant = def.options.filter((option) => {
    const tag = defOf(option).shape?.[discriminator];
    return tag !== undefined && defOf(tag).values?.includes(chosen) === true;
  });
  return (meant.length > 0 ? meant : def.options).flatMap((option) => fieldsOf(option, input));
}

const shown = (value: unknown): string =>
  value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value)).slice(0, 60);

const byPlace = (one: Failure, other: Failure): number =>
  (one.place?.line ?? 0) - (other.place?.line ?? 0) || (one.place?.column ?? 0) - (other.place?.column ?? 0);
