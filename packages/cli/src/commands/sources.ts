import { dirname, join } from 'node:path';
import { reportOf } from '@tranche/service/document';
import type { SourceSummaryView } from '@tranche/service/views';
import type { Workspace } from '@tranche/service/workspace';
import type { Command } from 'commander';
import { type DraftsOption, draftModelOf } from '../draft-model/index.ts';
import { shippedFolders } from '../machine/index.ts';
import { table } from '../terminal/index.ts';
import {
  type Context,
  type DataOption,
  type DatesOption,
  day,
  type ExitStatus,
  printJson,
  refuse,
  usingWorkspace,
  withData,
  withJson,
} from './context.ts';
import { inputsOf, type ReportOptions, readInputs } from './read-input.ts';
import { tellDrafts } from './tell-drafts.ts';

interface SourcesOptions extends DataOption, Pick<DatesOption, 'knownOn'> {
  readonly json?: boolean;
}

interface ImportOptions extends DataOption, ReportOptions, DraftsOption {
  readonly json?: boolean;
  readonly example?: boolean;
}

export function addSources(program: Command, context: Context, done: (status: ExitStatus) => void): void {
  withJson(
    withData(
      program
        .command('sources')
        .summary('list the sources and deals of the workspace')
        .description(
          'Lists the sources of the workspace, whom each passes on or repeats, and the deals assembled from them.',
        )
        .option('--known-on <date>', 'those published by this day (default: today)', day),
    ),
  ).action(async (options: SourcesOptions) => done(await sources(context, options)));
}

async function sources(context: Context, options: SourcesOptions): Promise<ExitStatus> {
  return usingWorkspace(context, options, async (workspace) => {
    const { knownOn } = options;
    const listed = await workspace.sources(knownOn);
    if (!listed.ok) return refuse(context, listed.failure);
    const deals = await workspace.deals({ knownOn });
    if (!deals.ok) return refuse(context, deals.failure);
    if (options.json === true) {
      printJson(context, { sources: listed.value, deals: deals.value });
      return 0;
    }
    const { io } = context;
    const sourceRows = listed.value.map((source) => [
      source.published ?? '',
      source.name,
      String(source.claims),
      source.tier.replaceAll('_', ' '),
      [source.title, source.publisher, source.author, source.language, ...originOf(source)]
        .filter((part) => part !== undefined)
        .join('; '),
    ]);
    const dealRows = deals.value.map((deal) => [
      deal.id,
      deal.size,
      deal.status.replaceAll('_', ' '),
      deal.title,
    ]);
    io.out(
      `${table([{ title: 'published' }, { title: 'name' }, { title: 'claims', align: 'right' }, { title: 'tier' }, { title: 'title, publisher and origin', grows: true }], sourceRows, io.columns)}\n\n` +
        `${table([{ title: 'deal' }, { title: 'size' }, { title: 'status' }, { title: 'title', grows: true }], dealRows, io.columns)}\n`,
    );
    return 0;
  });
}

/** Why it is no source of its own, as far as it is not. */
const originOf = ({ relayOf, sameAs }: SourceSummaryView): readonly string[] => [
  ...(relayOf === undefined ? [] : [`passes on ${relayOf}`]),
  ...(sameAs === undefined ? [] : [`same story as ${sameAs.name} (${sameAs.sharePercent}% in common)`]),
];

export function addImport(program: Command, context: Context, done: (status: ExitStatus) => void): void {
  withJson(
    withData(
      program
        .command('import')
        .summary('add reports to the workspace')
        .description(
          'Reads reports and adds them, with their claims, to the workspace. One that is there already stays as it is.',
        )
        .argument('[report...]', 'files, folders, patterns, or -')
        .option('--example', 'the reports of the example that ships with Tranche')
        .option('--published <date>', 'the day the report was published, when it does not say so itself', day)
        .option('--publisher <name>', 'who published it')
        .option('--drafts', 'also add claims that a language model drafts (docs/guides/model-drafts.md)'),
    ),
  )
    .addHelpText(
      'after',
      `
Examples:
  tranche import article.txt --published 2025-02-12
  tranche import --example                the 29 reports that the guides ask about
  tranche import reports/ --json          one JSON line per report: {"name", "id", "added", "claims"}

A report that cannot be read, or that bears no date, is listed on the error output; the others are added.
Exit status: 0 when every report was added or was there, 2 when one was refused.`,
    )
    .action(async (paths: string[], options: ImportOptions) =>
      done(await importReports(context, paths, options)),
    );
}

async function importReports(
  context: Context,
  paths: readonly string[],
  options: ImportOptions,
): Promise<ExitStatus> {
  const model = draftModelOf(options, context.io.environment);
  if (!model.ok) return refuse(context, model.failure);
  const drafting = options.drafts === true ? { drafts: true } : {};
  const asked = [
    ...paths,
    ...(options.example === true ? [join(dirname(shippedFolders().example), 'sources')] : []),
  ];
  if (asked.length === 0) {
    return refuse(context, {
      code: 'MISSING_FIELD',
      path: 'report',
      message: 'no report is given',
      expected: 'files, folders or patterns, - for the standard input, or --example',
    });
  }
  const inputs = await inputsOf(context, asked);
  if (!inputs.ok) return refuse(context, inputs.failure);
  const add = async (workspace: Workspace): Promise<ExitStatus> => {
    let status: ExitStatus = 0;
    for (const input of inputs.value) {
      const { documents, failures } = await readInputs(context, input, options);
      for (const failure of failures) status = refuse(context, { ...failure, path: input });
      for (const document of documents) {
        const added = await workspace.add({ ...reportOf(document), ...drafting });
        if (!added.ok) {
          status = refuse(context, { ...added.failure, path: input });
          continue;
        }
        const { name, id, claims, added: isNew, drafts } = added.value;
        tellDrafts(context, drafts);
        const line = { name, id, added: isNew, claims, ...(drafts === undefined ? {} : { drafts }) };
        const text = `${name}: ${isNew ? `added ${claims} claims` : 'there already'} (${id})`;
        context.io.out(`${options.json === true ? JSON.stringify(line) : text}\n`);
      }
    }
    return status;
  };
  return usingWorkspace(context, options, add, model.value);
}
