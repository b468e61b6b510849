import { didYouMean } from './did-you-mean.ts';
import type { Path } from './places.ts';
import type { DealFile } from './schema.ts';

/** What crosses fields: a section that needs another, an id used twice, a name of nothing. */
export interface Fault {
  readonly code: string;
  readonly path: Path;
  readonly message: string;
  readonly expected?: string;
}

/** The capitalization definitions that every file has. */
export const NAMED_CAPITALIZATIONS = {
  issued: ['issued'],
  issued_and_granted: ['issued', 'options', 'warrants'],
  fully_diluted: ['issued', 'options', 'warrants', 'promised', 'pool'],
} as const;

/** Every fault of a file whose fields are each well formed, in the order of the sections. */
export function faultsOf(file: DealFile): readonly Fault[] {
  return [...sectionFaults(file), ...duplicates(file), ...unknownNames(file)];
}

const MODELLED = ['securities', 'history', 'convertibles', 'round', 'tranches', 'exit', 'questions'] as const;

const CAPS = ['post_money_cap', 'pre_money_cap', 'cap'] as const;

function sectionFaults(file: DealFile): Fault[] {
  const modelled = MODELLED.filter((section) => file[section] !== undefined);
  const missing = (section: keyof DealFile, message: string, expected: string): Fault => ({
    code: 'MISSING_FIELD',
    path: [section],
    message,
    expected,
  });
  const faults: Fault[] = [];
  if (file.sources === undefined && (file.deal !== undefined || modelled.length === 0))
    faults.push(
      missing(
        'sources',
        'the field "sources" is missing',
        'report files, or securities to model without a report',
      ),
    );
  if (file.sources !== undefined && file.deal === undefined)
    faults.push(
      missing('deal', 'the field "deal" is missing', 'which deal of the sources is meant: id, money or year'),
    );
  if (modelled.length > 0 && file.company === undefined)
    faults.push(missing('company', 'the field "company" is missing', `its currency, for ${modelled[0]}`));
  if (modelled.length > 0 && file.securities === undefined)
    faults.push(
      missing(
        'securities',
        'the field "securities" is missing',
        `the share classes that ${modelled[0]} is about`,
      ),
    );
  const { round, tranches } = file;
  if (round !== undefined && round.new_money === undefined && tranches?.commitments === undefined)
    faults.push({
      code: 'MISSING_FIELD',
      path: ['round', 'new_money'],
      message: 'the round has no money',
      expected: 'new_money, or commitments under tranches',
    });
  if (round?.new_money !== undefined && tranches?.commitments !== undefined)
    faults.push({
      code: 'UNSUPPORTED_COMBINATION',
      path: ['round', 'new_money'],
      message: 'the money of the round is said twice: here and as commitments under tranches',
      expected: 'one of the two',
    });
  for (const [index, one] of (file.convertibles ?? []).entries()) {
    const [, second] = CAPS.filter((cap) => one[cap] !== undefined);
    if (second !== undefined)
      faults.push({
        code: 'UNSUPPORTED_COMBINATION',
        path: ['convertibles', index, second],
        message: 'a convertible has one valuation cap',
        expected: 'one of post_money_cap, pre_money_cap and cap',
      });
  }
  if (tranches !== undefined && round === undefined && tranches.class === undefined)
    faults.push({
      code: 'MISSING_FIELD',
      path: ['tranches', 'class'],
      message: 'without a round the tranches say which class is sold',
      expected: 'the id of a class',
    });
  if (round !== undefined && tranches?.class !== undefined && tranches.class !== round.class)
    faults.push({
      code: 'UNSUPPORTED_COMBINATION',
      path: ['tranches', 'class'],
      message: `the round sells "${round.class}"`,
      expected: 'the class of the round, or nothing',
    });
  return faults;
}

function duplicates({
  company,
  securities,
  history = [],
  convertibles = [],
  tranches,
  exit,
  questions = [],
}: DealFile): Fault[] {
  return [
    ...twice(company?.capitalizations, ['company', 'capitalizations'], 'id'),
    ...twice(securities?.classes, ['securities', 'classes'], 'id'),
    ...twice(securities?.plans, ['securities', 'plans'], 'id'),
    ...twice(history, ['history'], 'id'),
    ...twice(convertibles, ['convertibles'], 'id'),
    ...twice(tranches?.commitments, ['tranches', 'commitments'], 'investor'),
    ...twice(tranches?.closings, ['tranches', 'closings'], 'id'),
    ...twice(exit?.deductions, ['exit', 'deductions'], 'id'),
    ...twice(questions, ['questions'], 'id'),
  ];
}

function twice(items: readonly object[] | undefined, list: Path, field: string): Fault[] {
  const first = new Map<string, number>();
  return (items ?? []).flatMap((item, index) => {
    const name = (item as Readonly<Record<string, unknown>>)[field];
    if (typeof name !== 'string') return [];
    const before = first.get(name);
    if (before === undefined) {
      first.set(name, index);
      return [];
    }
    return [
      {
        code: 'DUPLICATE_ID',
        path: [...list, index, field],
        message: `"${name}" is already ${list.join('.')}[${before}]`,
        expected: 'another name',
      },
    ];
  });
}

interface Reference {
  readonly name: string | undefined;
  readonly path: Path;
}

function unknownNames(file: DealFile): Fault[] {
  const { company, securities, history = [], convertibles = [], round, tranches, questions = [] } = file;
  const classes = (securities?.classes ?? []).map(({ id }) => id);
  const plans = (securities?.plans ?? []).map(({ id }) => id);
  const issued = history.flatMap((event) => [
    ...('id' in event && event.id !== undefined ? [event.id] : []),
    ...('issued_as' in event && event.issued_as !== undefined ? [event.issued_as] : []),
  ]);
  const closings = (tranches?.closings ?? []).map(({ id }) => id);
  const definitions = [
    ...Object.keys(NAMED_CAPITALIZATIONS),
    ...(company?.capitalizations ?? []).map(({ id }) => id),
  ];
  const inHistory = (field: 'class' | 'into' | 'plan' | 'security'): Reference[] =>
    history.map((event, index) => ({
      name: (event as Readonly<Record<string, unknown>>)[field] as string | undefined,
      path: ['history', index, field],
    }));
  const assumed = questions.flatMap((question, index) =>
    ('assume_closed' in question ? (question.assume_closed ?? []) : []).map((name, at) => ({
      name,
      path: ['questions', index, 'assume_closed', at],
    })),
  );
  return [
    ...unknown(
      'UNKNOWN_CLASS',
      'share class',
      classes,
      (securities?.plans ?? []).map((plan, index) => ({
        name: plan.class,
        path: ['securities', 'plans', index, 'class'],
      })),
    ),
    ...unknown('UNKNOWN_CLASS', 'share class', classes, [...inHistory('class'), ...inHistory('into')]),
    ...unknown('UNKNOWN_ID', 'option plan', plans, inHistory('plan')),
    ...unknown('UNKNOWN_SECURITY', 'issue, grant or warrant', issued, inHistory('security')),
    ...unknown(
      'UNKNOWN_ID',
      'convertible',
      ['none', ...convertibles.map(({ id }) => id)],
      convertibles.map(({ mfn }, index) => ({
        name: mfn?.elect,
        path: ['convertibles', index, 'mfn', 'elect'],
      })),
    ),
    ...unknown('UNKNOWN_CLASS', 'share class', classes, [
      { name: round?.class, path: ['round', 'class'] },
      { name: tranches?.class, path: ['tranches', 'class'] },
    ]),
    ...unknown(
      'UNKNOWN_ID',
      'closing',
      closings,
      (tranches?.pro_rata ?? []).map(({ closing }, index) => ({
        name: closing,
        path: ['tranches', 'pro_rata', index, 'closing'],
      })),
    ),
    ...unknown('UNKNOWN_ID', 'closing', closings, assumed),
    ...unknown(
      'UNKNOWN_ID',
      'capitalization definition',
      definitions,
      questions.map((question, index) => ({
        name: question.ask === 'ownership' ? question.definition : undefined,
        path: ['questions', index, 'definition'],
      })),
    ),
  ];
}

function unknown(
  code: string,
  what: string,
  known: readonly string[],
  references: readonly Reference[],
): Fault[] {
  return references.flatMap(({ name, path }) => {
    if (name === undefined || known.includes(name)) return [];
    const meant = didYouMean(name, known);
    const all =
      known.length === 0 ? `there is none` : `one of ${[...new Set(known)].slice(0, 12).join(', ')}`;
    return [
      {
        code,
        path,
        message: `there is no ${what} "${name}"${meant === undefined ? '' : `; did you mean "${meant}"?`}`,
        expected: all,
      },
    ];
  });
}
