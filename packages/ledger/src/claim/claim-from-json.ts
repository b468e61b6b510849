import { QUALIFIERS, type Qualifier, type StatedAmount } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import { fail, ok, type Result } from '@tranche/core/result';
import { parsePartialDate } from '@tranche/core/time';
import { TIERS } from '../source/index.ts';
import { type Claim, type ClaimBody, type ClaimType, DEAL_STATUSES, STAKE_WAYS } from './claim.ts';
import { CLAIM_FIELDS, CLAIM_TYPES, type FieldKind, type FieldSpec } from './claim-fields.ts';
import { kindOf } from './claim-to-json.ts';

type Fields = Readonly<Record<string, unknown>>;

const MONEY_KINDS = ['primary', 'secondary', 'debt', 'grant'] as const;
const BASES = ['pre', 'post', 'unspecified'] as const;
const QUOTE_LIMIT = 400;

/**
 * A claim from the published schema. `path` stands before the field in a failure (`claims[3]`).
 * Fails: NOT_AN_OBJECT, UNKNOWN_TYPE, UNKNOWN_FIELD, MISSING_FIELD, BAD_TEXT, BAD_LIST, BAD_NUMBER, BAD_DATE,
 * BAD_CHOICE, BAD_CURRENCY, BAD_RANGE, BAD_SPAN, BAD_QUOTE: the first broken field in wire order.
 */
export function claimFromJson(json: unknown, path = ''): Result<Claim> {
  const body = bodyFrom(json, path, GROUNDING_FIELDS);
  if (!body.ok) return body;
  const grounding = groundingFromJson(json as Fields, path);
  return grounding.ok ? ok({ ...body.value, ...grounding.value } as unknown as Claim) : grounding;
}

/** What is said, without where: for reference facts, which have sources and no quote. Fails like `claimFromJson`. */
export const claimBodyFromJson = (json: unknown, path = ''): Result<ClaimBody> => bodyFrom(json, path, []);

/** `place` is derived from the source's original and is not read back. */
const GROUNDING_FIELDS = [
  'place',
  'quote',
  'quote_span',
  'spans',
  'attribution',
  'hedge',
  'denied',
  'drafted_by',
];

function bodyFrom(json: unknown, path: string, otherFields: readonly string[]): Result<ClaimBody> {
  if (!isObject(json)) return fail('NOT_AN_OBJECT', path, 'a claim is an object');
  const type = json.type;
  if (typeof type !== 'string' || !CLAIM_TYPES.includes(type as ClaimType)) {
    return fail('UNKNOWN_TYPE', at(path, 'type'), `${shown(type)} is not a claim type`, {
      expected: CLAIM_TYPES.join(', '),
    });
  }
  const specs = CLAIM_FIELDS[type as ClaimType] as Readonly<Record<string, FieldSpec>>;
  const known = ['type', ...otherFields, ...Object.keys(specs), ...exactNames(specs)];
  const unknown = Object.keys(json).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    return fail('UNKNOWN_FIELD', at(path, unknown), `a ${type} claim has no field "${unknown}"`);
  }
  const out: Record<string, unknown> = { type };
  for (const [name, spec] of Object.entries(specs)) {
    const value = json[name];
    if (value === undefined) {
      if (spec.endsWith('?')) continue;
      return fail('MISSING_FIELD', at(path, name), `a ${type} claim has a field "${name}"`);
    }
    const read = READERS[kindOf(spec)](value, at(path, name), json[`${name}_exact`]);
    if (!read.ok) return read;
    out[name] = read.value;
  }
  return ok(out as unknown as ClaimBody);
}

const exactNames = (specs: Readonly<Record<string, FieldSpec>>): string[] =>
  Object.keys(specs)
    .filter((name) => specs[name] === 'percent')
    .map((name) => `${name}_exact`);

function groundingFromJson(json: Fields, path: string): Result<Fields> {
  const quote = json.quote;
  if (typeof quote !== 'string' || quote === '' || quote.length > QUOTE_LIMIT || /[\r\n]/.test(quote)) {
    return fail('BAD_QUOTE', at(path, 'quote'), `${shown(quote)} is not a quote`, {
      expected: `1 to ${QUOTE_LIMIT} characters within one line`,
    });
  }
  const span = spanFromJson(json.quote_span, at(path, 'quote_span'));
  if (!span.ok) return span;
  if (span.value[1] - span.value[0] !== quote.length) {
    return fail('BAD_SPAN', at(path, 'quote_span'), 'the span is not as long as the quote');
  }
  const spans: Record<string, readonly [number, number]> = {};
  const given = json.spans ?? {};
  if (!isObject(given)) return fail('BAD_SPAN', at(path, 'spans'), 'spans are an object of ranges');
  for (const [key, value] of Object.entries(given)) {
    const one = spanFromJson(value, at(path, `spans.${key}`));
    if (!one.ok) return one;
    spans[key] = one.value;
  }
  const out: Record<string, unknown> = { quote, quote_span: span.value, spans };
  if (json.attribution !== undefined) {
    const attribution = attributionFromJson(json.attribution, at(path, 'attribution'));
    if (!attribution.ok) return attribution;
    out.attribution = attribution.value;
  }
  for (const name of ['hedge', 'drafted_by']) {
    if (json[name] === undefined) continue;
    const words = text(json[name], at(path, name));
    if (!words.ok) return words;
    out[name] = words.value;
  }
  if (json.denied !== undefined) {
    if (typeof json.denied !== 'boolean') {
      return fail('BAD_CHOICE', at(path, 'denied'), `${shown(json.denied)} is not true or false`);
    }
    out.denied = json.denied;
  }
  return ok(out);
}

function attributionFromJson(value: unknown, path: string): Result<Fields> {
  if (!isObject(value)) return fail('NOT_AN_OBJECT', path, 'an attribution is an object');
  const kind = choice(TIERS)(value.kind, at(path, 'kind'));
  if (!kind.ok) return kind;
  const out: Record<string, unknown> = { kind: kind.value };
  for (const name of ['name', 'relay_of']) {
    if (value[name] === undefined) continue;
    const read = text(value[name], at(path, name));
    if (!read.ok) return read;
    out[name] = read.value;
  }
  return ok(out);
}

function spanFromJson(value: unknown, path: string): Result<readonly [number, number]> {
  const [start, end] = Array.isArray(value) && value.length === 2 ? value : [];
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || end <= start) {
    return fail('BAD_SPAN', path, `${shown(value)} is not a range`, {
      expected: '[start, end] with 0 <= start < end',
    });
  }
  return ok([start, end]);
}

type Reader = (value: unknown, path: string, exact?: unknown) => Result<unknown>;

const text: Reader = (value, path) =>
  typeof value === 'string' && value !== ''
    ? ok(value)
    : fail('BAD_TEXT', path, `${shown(value)} is not a text`);

const names: Reader = (value, path) =>
  Array.isArray(value) && value.every((one) => typeof one === 'string' && one !== '')
    ? ok(value)
    : fail('BAD_LIST', path, `${shown(value)} is not a list of texts`);

const choice =
  (options: readonly string[]): Reader =>
  (value, path) =>
    typeof value === 'string' && options.includes(value)
      ? ok(value)
      : fail('BAD_CHOICE', path, `${shown(value)} is not one of the choices`, {
          expected: options.join(', '),
        });

const roles: Reader = (value, path) => {
  const good =
    Array.isArray(value) &&
    value.every((one) => isObject(one) && typeof one.party === 'string' && typeof one.role === 'string');
  return good ? ok(value) : fail('BAD_LIST', path, 'roles are a list of {party, role}');
};

const READERS: Readonly<Record<FieldKind, Reader>> = {
  text,
  names,
  roles,
  status: choice(DEAL_STATUSES),
  basis: choice(BASES),
  through: choice(STAKE_WAYS),
  money: choice(MONEY_KINDS),
  qualifier: choice(QUALIFIERS),
  date: (value, path) =>
    typeof value === 'string'
      ? parsePartialDate(value, path)
      : fail('BAD_DATE', path, `${shown(value)} is not a date`),
  percent: (value, path, exact) => rational(value, exact, path),
  sum: (value, path) => {
    const currency = currencyOf(value, path);
    if (!currency.ok) return currency;
    const number = rational((value as Fields).value, (value as Fields).exact, at(path, 'value'));
    return number.ok ? ok({ currency: currency.value, value: number.value }) : number;
  },
  amount: amountFromJson,
};

/** Fails: NOT_AN_OBJECT, BAD_CURRENCY, BAD_CHOICE, BAD_NUMBER, BAD_RANGE. An absent qualifier is `exact`. */
export function amountFromJson(value: unknown, path: string): Result<StatedAmount> {
  const currency = currencyOf(value, path);
  if (!currency.ok) return currency;
  const fields = value as Fields;
  const qualifier = choice(QUALIFIERS)(fields.qualifier ?? 'exact', at(path, 'qualifier'));
  if (!qualifier.ok) return qualifier;
  const common = { currency: currency.value, qualifier: qualifier.value as Qualifier };
  if (fields.min === undefined && fields.max === undefined) {
    const number = rational(fields.value, fields.exact, at(path, 'value'));
    return number.ok ? ok({ ...common, value: number.value }) : number;
  }
  const min = rational(fields.min, fields.exact_min, at(path, 'min'));
  if (!min.ok) return min;
  const max = rational(fields.max, fields.exact_max, at(path, 'max'));
  if (!max.ok) return max;
  if (min.value.compare(max.value) > 0) {
    return fail('BAD_RANGE', path, 'the lower end is above the upper end');
  }
  return ok({ ...common, min: min.value, max: max.value });
}

function currencyOf(value: unknown, path: string): Result<string> {
  if (!isObject(value)) return fail('NOT_AN_OBJECT', path, 'an amount is an object');
  const currency = value.currency;
  return typeof currency === 'string' && /^[A-Z]{3}$/.test(currency)
    ? ok(currency)
    : fail('BAD_CURRENCY', at(path, 'currency'), `${shown(currency)} is not a currency code`, {
        expected: 'three capital letters (ISO 4217)',
      });
}

function rational(value: unknown, exact: unknown, path: string): Result<Rational> {
  const read =
    typeof exact === 'string'
      ? Rational.parse(exact)
      : typeof value === 'number'
        ? Rational.fromShortestDecimal(value)
        : fail('BAD_NUMBER', path, `${shown(value)} is not a number`);
  return read.ok ? read : fail('BAD_NUMBER', path, read.failure.message);
}

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const at = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

const shown = (value: unknown): string =>
  value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value)).slice(0, 60);
