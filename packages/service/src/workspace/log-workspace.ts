import { fail, ok, type Result } from '@tranche/core/result';
import { type PlainDate, parsePlainDate } from '@tranche/core/time';
import type { Original } from '@tranche/ledger/source';
import type { Ledger } from '@tranche/ledger/statement';
import { referenceFacts } from '@tranche/reference/facts';
import { type DealAnswers, dealAnswers } from '../answers/index.ts';
import {
  figuresOf,
  type ReadDocument,
  readDocument,
  requirePublished,
  sourceSummaryOf,
} from '../document/index.ts';
import { withDrafts } from '../drafts/index.ts';
import { judgementViews, judging, partyViews } from '../judgement/index.ts';
import { additionsTo, ledgerReader } from '../log/index.ts';
import type { Clock, DraftModel, LogStore } from '../ports/index.ts';
import { askLedger } from '../question/index.ts';
import { checkedSource } from '../verdict/index.ts';
import type { DraftsView, ReportRequest, SourceSummaryView } from '../views/index.ts';
import type { Workspace } from './workspace.ts';

/**
 * A workspace on a log: the ledger is replayed from it, read on before each question, and never written back.
 * Without a model nobody's drafts are in it.
 */
export function logWorkspace(log: LogStore, clock: Clock, model?: DraftModel): Workspace {
  const readLedger = ledgerReader(log, referenceFacts());
  const withLedger = async <T>(ask: (ledger: Ledger) => Result<T>): Promise<Result<T>> => {
    const read = await readLedger();
    return read.ok ? ask(read.value.ledger) : read;
  };
  const answersOn = (ledger: Ledger): DealAnswers => dealAnswers(ledger, clock.today());
  const source: Workspace['source'] = (id) =>
    withLedger((ledger) => {
      const document = storedDocument(ledger, id);
      return document.ok ? ok(checkedSource(document.value, ledger, { today: clock.today() })) : document;
    });
  return {
    deals: (on) => withLedger((ledger) => ok(answersOn(ledger).deals(on))),
    deal: (id, on) => withLedger((ledger) => answersOn(ledger).deal(id, on)),
    timeline: (id, knownOn) => withLedger((ledger) => answersOn(ledger).timeline(id, knownOn)),
    proceeds: (id, at, on) => withLedger((ledger) => answersOn(ledger).proceeds(id, at, on)),
    ranking: (issuer, measure, on) => withLedger((ledger) => answersOn(ledger).ranking(issuer, measure, on)),
    ask: (question, on) => withLedger((ledger) => askLedger(ledger, question, on, clock.today())),
    sources: (knownOn) => withLedger((ledger) => ok(summaries(ledger, knownOn ?? clock.today()))),
    source,
    read: async (report, { knownOn } = {}) => {
      const read = await readingOf(report, model);
      if (!read.ok) return read;
      const { document, ...drafts } = read.value;
      return withLedger((ledger) =>
        ok({ ...checkedSource(document, ledger, { today: clock.today(), knownOn }), ...drafts }),
      );
    },
    add: async (report) => {
      const read = await readingOf(report, model);
      if (!read.ok) return read;
      const { document, ...drafts } = read.value;
      const published = requirePublished(document);
      if (!published.ok) return published;
      const before = await readLedger();
      if (!before.ok) return before;
      const appended = await log.append(additionsTo(before.value, [document]));
      if (!appended.ok) return appended;
      const { id } = document.source;
      return withLedger((ledger) => {
        const stored = storedDocument(ledger, id);
        if (!stored.ok) return stored;
        const { source, claims } = stored.value;
        return ok({
          id,
          name: source.name,
          claims: claims.length,
          added: appended.value.appended > 0,
          ...drafts,
        });
      });
    },
    parties: ({ knownOn } = {}) => withLedger((ledger) => ok(partyViews(ledger, knownOn ?? clock.today()))),
    judgements: ({ knownOn } = {}) =>
      withLedger((ledger) => ok(judgementViews(ledger, knownOn ?? clock.today()))),
    judge: judging(log, readLedger, clock),
    close: () => log.close(),
  };
}

interface Reading {
  readonly document: ReadDocument;
  readonly drafts?: DraftsView;
}

/** A report as the rules read it, with a model's drafts only where both the report and the workspace say so. */
async function readingOf(report: ReportRequest, model: DraftModel | undefined): Promise<Result<Reading>> {
  const document = documentFrom(report);
  if (!document.ok || report.drafts !== true)
    return document.ok ? ok({ document: document.value }) : document;
  if (model === undefined) {
    return fail('MODEL_NOT_CONFIGURED', 'drafts', 'this workspace works without a language model', {
      expected: 'a server started with --drafts, or no drafts',
    });
  }
  return ok(await withDrafts(document.value, model));
}

function documentFrom(report: ReportRequest): Result<ReadDocument> {
  const { text, name, published, title, publisher, author, language, url, original } = report;
  const day = published === undefined ? undefined : parsePlainDate(published, 'published');
  if (day !== undefined && !day.ok) return day;
  const read = readDocument(text, name ?? 'report', {
    ...(day === undefined ? {} : { published: day.value }),
    ...(title === undefined ? {} : { title }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(author === undefined ? {} : { author }),
    ...(language === undefined ? {} : { language }),
    ...(url === undefined ? {} : { url }),
  });
  if (!read.ok || original === undefined) return read;
  const { encoding, part, ...file } = original;
  const found: Original = {
    ...file,
    ...(encoding === undefined ? {} : { encoding }),
    ...(part === undefined ? {} : { part }),
  };
  return ok({ ...read.value, source: { ...read.value.source, original: found } });
}

/** The claims as they were stored; the figures are found again, for they are not claims and were not kept. */
function storedDocument(ledger: Ledger, id: string): Result<ReadDocument> {
  const source = ledger.sources.find((one) => one.id === id);
  if (source === undefined) return fail('SOURCE_NOT_FOUND', 'id', `there is no source ${id.slice(0, 60)}`);
  const claims = ledger.claims.filter(({ sourceId }) => sourceId === id);
  return ok({ source, claims, figures: figuresOf(source) });
}

function summaries(ledger: Ledger, knownOn: PlainDate): SourceSummaryView[] {
  const counts = new Map<string, number>();
  for (const { sourceId } of ledger.claims) counts.set(sourceId, (counts.get(sourceId) ?? 0) + 1);
  return ledger.sources
    .filter(({ published }) => published !== undefined && published <= knownOn)
    .sort(
      (one, other) => compare(one.published ?? '', other.published ?? '') || compare(one.name, other.name),
    )
    .map((source) => sourceSummaryOf(source, counts.get(source.id) ?? 0));
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
