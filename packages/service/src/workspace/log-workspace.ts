import { fail, ok, type Result } from '@tranche/core/result';
import { type PlainDate, parsePlainDate } from '@tranche/core/time';
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
import { judgementViews, judging, partyViews } from '../judgement/index.ts';
import { additionsTo, ledgerReader } from '../log/index.ts';
import type { Clock, LogStore } from '../ports/index.ts';
import { askLedger } from '../question/index.ts';
import { checkedSource } from '../verdict/index.ts';
import type { ReportRequest, SourceSummaryView } from '../views/index.ts';
import type { Workspace } from './workspace.ts';

/** A workspace on a log: the ledger is replayed from it, read on before each question, and never written back. */
export function logWorkspace(log: LogStore, clock: Clock): Workspace {
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
      const document = documentFrom(report);
      if (!document.ok) return document;
      return withLedger((ledger) =>
        ok(checkedSource(document.value, ledger, { today: clock.today(), knownOn })),
      );
    },
    add: async (report) => {
      const document = documentFrom(report);
      if (!document.ok) return document;
      const published = requirePublished(document.value);
      if (!published.ok) return published;
      const before = await readLedger();
      if (!before.ok) return before;
      const appended = await log.append(additionsTo(before.value, [document.value]));
      if (!appended.ok) return appended;
      const { id } = document.value.source;
      return withLedger((ledger) => {
        const stored = storedDocument(ledger, id);
        if (!stored.ok) return stored;
        const { source, claims } = stored.value;
        return ok({ id, name: source.name, claims: claims.length, added: appended.value.appended > 0 });
      });
    },
    parties: ({ knownOn } = {}) => withLedger((ledger) => ok(partyViews(ledger, knownOn ?? clock.today()))),
    judgements: ({ knownOn } = {}) =>
      withLedger((ledger) => ok(judgementViews(ledger, knownOn ?? clock.today()))),
    judge: judging(log, readLedger, clock),
    close: () => log.close(),
  };
}

function documentFrom({ text, name, published, title, publisher }: ReportRequest): Result<ReadDocument> {
  const day = published === undefined ? undefined : parsePlainDate(published, 'published');
  if (day !== undefined && !day.ok) return day;
  return readDocument(text, name ?? 'report', {
    ...(day === undefined ? {} : { published: day.value }),
    ...(title === undefined ? {} : { title }),
    ...(publisher === undefined ? {} : { publisher }),
  });
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
