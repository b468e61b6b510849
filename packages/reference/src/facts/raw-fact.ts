import type { StatedAmount } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import { expectOk, InvariantError } from '@tranche/core/result';
import { lastDayOf, type PartialDate, type PlainDate, parsePartialDate } from '@tranche/core/time';
import { amountFromJson } from '@tranche/ledger/claim';
import type { Reference } from '@tranche/ledger/statement';
import type { Reading, Readings } from './readings.ts';

type Fields = Readonly<Record<string, unknown>>;

const FACT_STATUSES = [
  'reported',
  'announced',
  'completed',
  'disputed',
  'superseded',
  'denied',
  'derived',
] as const;
export type FactStatus = (typeof FACT_STATUSES)[number];

/** How the facts qualify an amount, in the words of the claim schema; "derived" ones are marked in the note. */
const QUALIFIERS: Readonly<Record<string, string>> = {
  exact: 'exact',
  stated: 'exact',
  planned: 'exact',
  reported: 'exact',
  range: 'exact',
  derived: 'exact',
  derived_at_least: 'at_least',
  approx: 'about',
  less_than: 'up_to',
  up_to: 'up_to',
  at_least: 'at_least',
  over: 'over',
};

const COMMON = [
  'id',
  'subject',
  'kind',
  'date',
  'date_precision',
  'status',
  'basis',
  'sources',
  'conflict_notes',
];

/**
 * One entry of the facts files, read field by field. The facts are part of the program, so that a malformed one
 * is a broken invariant and throws, naming the fact and the field. Every field that is read is ticked off: a
 * field nobody knows of is an error too (`assertAllRead`).
 */
export class RawFact {
  readonly id: string;
  readonly subject: string;
  readonly kind: string;
  readonly status: FactStatus;
  readonly basis: string | undefined;
  readonly date: PartialDate;
  readonly references: readonly Reference[];
  readonly note: string | undefined;
  readonly reading: Reading;
  private readonly unread: Set<string>;
  private readonly parts: RawFact[] = [];

  constructor(
    private readonly fields: Fields,
    private readonly readings: Readings,
  ) {
    this.id = typeof fields.id === 'string' ? fields.id : '(a fact without an id)';
    this.reading = readings.facts[this.id] ?? {};
    this.unread = new Set(Object.keys(fields).filter((name) => !COMMON.includes(name)));
    this.subject = this.required('subject', this.text('subject'));
    this.kind = this.required('kind', this.text('kind'));
    const status = this.required('status', this.text('status')) as FactStatus;
    if (!FACT_STATUSES.includes(status)) this.broken('status', 'is not a known status');
    this.status = status;
    this.basis = this.text('basis');
    const precision = this.text('date_precision');
    const date = this.required('date', this.text('date'));
    this.date = this.dateOf('date', precision === 'deadline' ? `../${date}` : date);
    this.references = this.sources();
    const note = this.text('conflict_notes');
    this.note = this.reading.note ?? note;
  }

  text(name: string): string | undefined {
    const value = this.take(name);
    if (value === undefined || (typeof value === 'string' && value !== ''))
      return value as string | undefined;
    return this.broken(name, 'is not a text');
  }

  texts(name: string): readonly string[] {
    const value = this.take(name) ?? [];
    const good = Array.isArray(value) && value.every((one) => typeof one === 'string' && one !== '');
    return good ? (value as string[]) : this.broken(name, 'is not a list of texts');
  }

  flag(name: string): boolean | undefined {
    const value = this.take(name);
    if (value === undefined || typeof value === 'boolean') return value;
    return this.broken(name, 'is not true or false');
  }

  amount(name: string): StatedAmount | undefined {
    const value = this.take(name);
    return value === undefined ? undefined : this.amountOf(name, value);
  }

  /** A plain number as a sum in a currency that stands elsewhere in the fact. */
  sum(name: string, currency: string): StatedAmount | undefined {
    const value = this.take(name);
    return value === undefined ? undefined : exactly(currency, this.numberOf(name, value));
  }

  /** The alternatives of a disputed amount, with the words on who asserts them. */
  amounts(
    name: string,
  ): readonly { readonly amount: StatedAmount; readonly assertedBy: string | undefined }[] {
    const value = this.take(name) ?? [];
    if (!Array.isArray(value)) return this.broken(name, 'is not a list');
    return value.map((one: unknown) => {
      const by = isObject(one) ? one.asserted_by : undefined;
      return { amount: this.amountOf(name, one), assertedBy: typeof by === 'string' ? by : undefined };
    });
  }

  day(name: string): PartialDate | undefined {
    const value = this.text(name);
    return value === undefined ? undefined : this.dateOf(name, value);
  }

  percent(name: string): Rational | undefined {
    const value = this.take(name);
    return value === undefined ? undefined : this.numberOf(name, value);
  }

  percents(name: string): readonly Rational[] {
    return this.texts(name).map((text) => this.numberOf(name, text));
  }

  /** A table of numbers by party: percentages, or whole units of a currency. */
  table(name: string): readonly (readonly [party: string, value: Rational])[] {
    const value = this.take(name) ?? {};
    if (!isObject(value)) return this.broken(name, 'is not a table');
    return Object.entries(value).map(([party, number]) => [party, this.numberOf(`${name}.${party}`, number)]);
  }

  /** A fact inside the fact, read with the same care. */
  inner(name: string): RawFact | undefined {
    const value = this.take(name);
    if (value === undefined) return undefined;
    if (!isObject(value)) return this.broken(name, 'is not an object');
    return this.within({ ...value, id: `${this.id}.${name}` });
  }

  /** A list of facts inside the fact. */
  list(name: string): readonly RawFact[] {
    const value = this.take(name) ?? [];
    if (!Array.isArray(value) || !value.every(isObject)) return this.broken(name, 'is not a list of objects');
    return value.map((one, index) => this.within({ ...one, id: `${this.id}.${name}[${index}]` }));
  }

  /** The last day its own date can mean. */
  lastDay(): PlainDate {
    return lastDayOf(this.date) ?? this.broken('date', 'is open at its end');
  }

  /** The name under which a party stands in claims: without legal suffix, vehicle or legal form. */
  party(name: string): string {
    return this.readings.parties[name] ?? name;
  }

  required<T>(name: string, value: T | undefined): T {
    return value === undefined ? this.broken(name, 'is missing') : value;
  }

  /** Throws when a field was neither read nor named among those that are knowingly left. */
  assertAllRead(left: readonly string[]): void {
    for (const name of this.unread)
      if (!left.includes(name)) this.broken(name, 'is not a known field of its kind');
    for (const part of this.parts) part.assertAllRead(left);
  }

  /** Ticks off fields that are read in another way. */
  leave(names: readonly string[]): void {
    for (const name of names) this.unread.delete(name);
  }

  broken(name: string, problem: string): never {
    throw new InvariantError(`fact ${this.id}: ${name} ${problem}`);
  }

  private take(name: string): unknown {
    this.unread.delete(name);
    return this.fields[name];
  }

  private within(fields: Fields): RawFact {
    const frame = Object.fromEntries(COMMON.map((name) => [name, this.fields[name]]));
    const part = new RawFact({ ...frame, ...fields }, this.readings);
    this.parts.push(part);
    return part;
  }

  private amountOf(name: string, value: unknown): StatedAmount {
    if (!isObject(value)) return this.broken(name, 'is not an amount');
    const word = value.qualifier ?? 'exact';
    const qualifier = typeof word === 'string' ? QUALIFIERS[word] : undefined;
    if (qualifier === undefined)
      return this.broken(name, `has the unknown qualifier ${JSON.stringify(word)}`);
    return expectOk(amountFromJson({ ...value, qualifier }, `${this.id}.${name}`));
  }

  private numberOf(name: string, value: unknown): Rational {
    const number =
      typeof value === 'string'
        ? Rational.parse(value)
        : typeof value === 'number'
          ? Rational.fromShortestDecimal(value)
          : this.broken(name, 'is not a number');
    return number.ok ? number.value : this.broken(name, 'is not a number');
  }

  private dateOf(name: string, text: string): PartialDate {
    const date = parsePartialDate(text);
    return date.ok ? date.value : this.broken(name, `is not a date: ${text}`);
  }

  private sources(): readonly Reference[] {
    const value = this.fields.sources;
    if (!Array.isArray(value) || value.length === 0)
      return this.broken('sources', 'is not a list of sources');
    return value.map((one: unknown, index) => {
      const { url, title, published } = isObject(one) ? one : {};
      if (typeof url !== 'string' || !/^https?:\/\//.test(url) || typeof title !== 'string') {
        return this.broken(`sources[${index}]`, 'lacks a title or an address');
      }
      if (published === undefined) return { title, url };
      if (typeof published !== 'string') return this.broken(`sources[${index}].published`, 'is not a date');
      return { title, url, published: this.dateOf(`sources[${index}].published`, published) };
    });
  }
}

/** A sum without any words around it. */
export const exactly = (currency: string, value: Rational): StatedAmount => ({
  currency,
  value,
  qualifier: 'exact',
});

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
