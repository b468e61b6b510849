import { fail, ok, type Result } from '@tranche/core/result';
import type { WrittenClaim } from '@tranche/reader/score';

/** What a person annotated in one text. */
export interface GoldText {
  readonly id: string;
  /** The name of the text's file without folder and ending; the id where the file does not say. */
  readonly name: string;
  readonly cluster: string;
  /** With those that the text only denies. */
  readonly claims: readonly WrittenClaim[];
}

/**
 * The annotations in a file: a JSON array of `{id, file?, cluster?, claims}`. Fails: BAD_JSON; BAD_TYPE at what is not
 * of this form.
 */
export function goldTextsOf(json: string, path: string): Result<readonly GoldText[]> {
  const parsed = parse(json, path);
  if (!parsed.ok) return parsed;
  if (!Array.isArray(parsed.value)) return notThis(path, 'an array with one object for each text');
  const texts: GoldText[] = [];
  for (const [index, one] of parsed.value.entries()) {
    const at = `${path}[${index}]`;
    if (!isObject(one)) return notThis(at, 'an object {id, claims}');
    const { id, file, cluster, claims } = one;
    if (typeof id !== 'string' || id === '') return notThis(`${at}.id`, 'the id of the text, a string');
    if (!Array.isArray(claims) || !claims.every(isObject))
      return notThis(`${at}.claims`, 'an array of claims');
    texts.push({
      id,
      name: typeof file === 'string' ? nameOf(file) : id,
      cluster: typeof cluster === 'string' ? cluster : 'all',
      claims,
    });
  }
  return ok(texts);
}

function parse(json: string, path: string): Result<unknown> {
  try {
    return ok(JSON.parse(json));
  } catch (error) {
    return fail('BAD_JSON', path, error instanceof Error ? error.message : 'not JSON', {
      expected: 'a JSON array with one object {id, claims} for each text',
    });
  }
}

const notThis = (path: string, expected: string): Result<never> =>
  fail('BAD_TYPE', path, 'the annotations are of another form', { expected });

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const nameOf = (file: string): string => (file.split(/[\\/]/).at(-1) ?? file).replace(/(?<=.)\.[^.]*$/, '');
