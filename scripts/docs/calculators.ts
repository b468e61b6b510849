import type { Calculator } from '../../packages/service/src/calculator/index.ts';
import { describeCalculator } from '../../packages/service/src/calculator/index.ts';

interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
}

/** The chapter of one calculator: what it computes, what it takes and what it gives, from its own schemas. */
export function chapterOf(calculator: Calculator): string {
  const { name, summary, description, input, output } = describeCalculator(calculator);
  return [
    `## ${name}`,
    summary,
    description,
    '**Takes**',
    table('field', rowsOf(input as Schema, '', true)),
    '**Gives**',
    table('figure', rowsOf(output as Schema, '', false)),
  ].join('\n\n');
}

type Row = readonly [path: string, kind: string, about: string];

const table = (heading: string, rows: readonly Row[]): string =>
  [
    `| ${heading} | kind | meaning |`,
    '| --- | --- | --- |',
    ...rows.map(([path, kind, about]) => `| \`${path}\` | ${kind} | ${about.replaceAll('|', '\\|')} |`),
  ].join('\n');

/** Every field by its path; a required field of an input bears a star. */
function rowsOf(schema: Schema, path: string, stars: boolean): readonly Row[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const star = stars && schema.required?.includes(name) === true ? '*' : '';
    const full = path === '' ? name : `${path}.${name}`;
    return [
      ...(isLeafOfNote(field) ? [[`${full}${star}`, kindOf(field), aboutOf(field)] as const] : []),
      ...childrenOf(field, full, stars),
    ];
  });
}

/** A list of bare values may be described by its values. */
const aboutOf = (field: Schema): string => field.description ?? field.items?.description ?? '';

/** A list or an object is told by its own fields; alone it gets a row only when it says something of itself. */
const isLeafOfNote = (field: Schema): boolean =>
  field.description !== undefined ||
  (field.properties ?? field.items?.properties ?? eachOf(field)?.properties) === undefined;

const eachOf = ({ additionalProperties: each }: Schema): Schema | undefined =>
  typeof each === 'object' && Object.keys(each).length > 0 ? each : undefined;

function childrenOf(field: Schema, path: string, stars: boolean): readonly Row[] {
  const each = eachOf(field);
  if (field.items !== undefined) return [...rowsOf(field.items, `${path}[]`, stars)];
  if (each !== undefined) return rowsOf(each, `${path}.{id}`, stars);
  return rowsOf(field, path, stars);
}

function kindOf(field: Schema): string {
  if (field.enum !== undefined) return field.enum.map(String).join(', ');
  if (field.items !== undefined) return `list of ${kindOf(field.items)}`;
  const each = eachOf(field);
  if (each !== undefined) return `${kindOf(each)} by id`;
  if (field.anyOf !== undefined) return field.anyOf.map(kindOf).join(' or ');
  return [field.type].flat().map(String).join(' or ');
}
