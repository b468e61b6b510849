import { createHash } from 'node:crypto';
import { expectOk, ok } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import { type Claim, claimToJson } from '@tranche/ledger/claim';
import { openDocuments } from '@tranche/reader/document';
import { readReport } from '@tranche/reader/read';
import { type JobRead, type ReadJob, readAll as readInputs, readJob } from '@tranche/service/batch';
import type { ByteStreams } from '@tranche/service/ports';
import { workerPool } from '../packages/cli/src/reading/index.ts';
import { awaitInTurns, type Benchmark, duration, type Line } from './harness.ts';
import { archiveOf, pageOf } from './reader-pages.ts';
import { anchorScan, compromise, htmlparser2Text, parse5Bare, warcioBare, winkFull } from './reader-peers.ts';
import { qualityOf } from './reader-quality.ts';
import { type Report, reports } from './reader-workload.ts';

const PUBLISHED = '2025-01-02' as PlainDate;
const REPEATS = 5;
/** compromise reads so slowly that it gets a part of the reports. */
const FOR_COMPROMISE = 20;

/** A report as read: the text that its claims' spans count in. */
interface Read {
  readonly text: string;
  readonly claims: readonly Claim[];
}

export const benchmark: Benchmark = {
  name: 'reader',
  about:
    'reports to claims with exact quotes. The peers parse all of English, every tag and every byte; the reader ' +
    'applies a narrow grammar where money is: the ratios are between different jobs, by design',
  async run({ say }) {
    const written = reports();
    return [
      ...(await fromText(written, say)),
      ...(await fromPages(written, say)),
      ...(await fromArchive(written, say)),
    ];
  },
};

/** A1, and the same with sums that are no financing. */
async function fromText(written: readonly Report[], say: (text: string) => void): Promise<readonly Line[]> {
  say('A1: text');
  const texts = written.map(({ text }) => text);
  const busy = reports({ sums: true });
  const busyTexts = busy.map(({ text }) => text);
  const wink = winkFull();
  const slow = await compromise();
  const times = await awaitInTurns(
    {
      ours: () => readAll(texts),
      busy: () => readAll(busyTexts),
      wink: () => wink(texts),
      compromise: () => slow(texts.slice(0, FOR_COMPROMISE)),
      anchors: () => anchorScan(texts),
    },
    { repeats: REPEATS },
  );
  const { ours = 0, wink: full = 0, anchors = 0, busy: withSums = 0 } = times;
  const size = bytesOf(texts);
  const checked = checkedReads(written, readAll(texts));
  const again = { checked: 'the same claims', correct: checked.correct };
  const speed = `${duration(ours)}, ${rate(size, ours)}`;
  return [
    {
      what: `A1, ${megabytes(size)} of text to claims, beside wink-nlp`,
      ours: speed,
      beside: `wink-nlp 2.4.0, all its steps: ${rate(size, full)}`,
      ratio: full / ours,
      goal: { least: 8 },
      ...checked,
    },
    {
      what: 'A1, beside compromise',
      ours: speed,
      beside: `compromise 14.17.0, organisations and money of ${FOR_COMPROMISE} reports: ${rate(bytesOf(texts.slice(0, FOR_COMPROMISE)), times.compromise ?? 0)}`,
      ratio: ((times.compromise ?? 0) * size) / bytesOf(texts.slice(0, FOR_COMPROMISE)) / ours,
      ...again,
    },
    {
      what: 'A1, beside the limit',
      ours: speed,
      beside: `one scan for what sums begin with: ${rate(size, anchors)}`,
      ratio: ours / anchors,
      ...again,
    },
    {
      what: 'A1 with sums that are no financing in a third of the other sentences',
      ours: `${duration(withSums)}, ${rate(bytesOf(busyTexts), withSums)}`,
      ...checkedReads(busy, readAll(busyTexts)),
    },
  ];
}

/** A2. */
async function fromPages(written: readonly Report[], say: (text: string) => void): Promise<readonly Line[]> {
  say('A2: pages');
  const pages = written.map(pageOf);
  const bytes = pages.map((page) => new TextEncoder().encode(page));
  const times = await awaitInTurns(
    {
      ours: () => readPages(bytes),
      parse5: () => parse5Bare(pages),
      htmlparser2: () => htmlparser2Text(pages),
    },
    { repeats: REPEATS },
  );
  const { ours = 0, parse5 = 0, htmlparser2 = 0 } = times;
  const size = bytesOf(pages);
  const speed = `${duration(ours)}, ${rate(size, ours)}`;
  const checked = checkedReads(written, await readPages(bytes));
  return [
    {
      what: `A2, ${megabytes(size)} of pages to claims, beside parse5`,
      ours: speed,
      beside: `parse5 8.1.1, the trees alone: ${rate(size, parse5)}`,
      ratio: parse5 / ours,
      goal: { least: 3 },
      ...checked,
    },
    {
      what: 'A2, beside htmlparser2',
      ours: speed,
      beside: `htmlparser2 12.0.0, the pieces of text alone: ${rate(size, htmlparser2)}`,
      ratio: htmlparser2 / ours,
      checked: 'the same claims',
      correct: checked.correct,
    },
  ];
}

/** A3: read as the command reads an archive, in this thread; then as JSON lines by one worker and by two. */
async function fromArchive(
  written: readonly Report[],
  say: (text: string) => void,
): Promise<readonly Line[]> {
  say('A3: an archive of pages');
  const archive = archiveOf(written.map(pageOf));
  const times = await awaitInTurns(
    { ours: () => readArchived(archive), warcio: () => warcioBare(archive) },
    { repeats: REPEATS },
  );
  const { ours = 0, warcio = 0 } = times;
  const [one, two] = [await linesBy(1, archive), await linesBy(2, archive)];
  const { checked, correct } = checkedReads(written, await readArchived(archive));
  return [
    {
      what: `A3, ${megabytes(archive.length)} of archived pages to claims, beside warcio`,
      ours: `${duration(ours)}, ${rate(archive.length, ours)}`,
      beside: `warcio 2.4.11, the bodies to text alone: ${rate(archive.length, warcio)}`,
      ratio: warcio / ours,
      goal: { least: 0.5 },
      checked: `${one === two ? 'the same bytes' : 'OTHER bytes'} by two workers as by one; ${checked}`,
      correct: correct && one === two,
    },
  ];
}

async function readArchived(archive: Uint8Array): Promise<readonly Read[]> {
  const read: Read[] = [];
  const reader = {
    atOnce: 1,
    read: async (jobs: readonly ReadJob[]): Promise<readonly JobRead[]> => {
      const done: JobRead[] = [];
      for (const job of jobs) done.push(await readJob(job));
      return done;
    },
  };
  for await (const event of readInputs(['pages.warc'], streamOf(archive), {}, reader)) {
    if (event.kind !== 'read') continue;
    for (const { source, claims } of event.result.documents)
      read.push({ text: source.text, claims: claims.map(({ claim }) => claim) });
  }
  return read;
}

/** The hash of all JSON lines that so many workers make of an archive. */
async function linesBy(workers: number, archive: Uint8Array): Promise<string> {
  const pool = workerPool(workers, [{ kind: 'json', isLine: true }]);
  const hash = createHash('sha256');
  try {
    for await (const event of readInputs(['pages.warc'], streamOf(archive), {}, pool)) {
      if (event.kind === 'read')
        for (const { texts } of event.result.documents) for (const text of texts) hash.update(text);
    }
  } finally {
    await pool.close();
  }
  return hash.digest('hex');
}

const streamOf = (archive: Uint8Array): ByteStreams => ({
  open: async () => ok({ size: archive.length, bytes: piecesOf(archive) }),
});

/** As a file comes from a disk. */
async function* piecesOf(archive: Uint8Array): AsyncGenerator<Uint8Array, void> {
  const size = 256 * 1024;
  for (let at = 0; at < archive.length; at += size) yield archive.subarray(at, at + size);
}

function readAll(texts: readonly string[]): readonly Read[] {
  return texts.map((text, index) => ({
    text,
    claims: expectOk(readReport(text, { name: `report-${index}`, published: PUBLISHED })).claims,
  }));
}

async function readPages(pages: readonly Uint8Array[]): Promise<readonly Read[]> {
  const read: Read[] = [];
  for (const page of pages) read.push(...(await readFile(page, 'page.html')));
  return read;
}

async function readFile(bytes: Uint8Array, name: string): Promise<readonly Read[]> {
  const { documents } = await openDocuments({ bytes, name });
  return readAll(documents.map(({ text }) => text));
}

/** What was read beside what was written; reading again has to give the same bytes. */
function checkedReads(
  written: readonly Report[],
  read: readonly Read[],
): { readonly checked: string; readonly correct: boolean } {
  const { expected, found, wrong, misplaced, missed, unexpected } = qualityOf(written, read);
  const same = digest(read) === digest(readAll(read.map(({ text }) => text)));
  const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)} %`;
  return {
    checked: [
      `recall ${share(found, expected)} of ${expected} expected claims`,
      `precision ${share(found, found + wrong)}`,
      `${misplaced} spans cut something else`,
      same ? 'the same bytes when read again' : 'OTHER bytes when read again',
      ...(missed === '' ? [] : [`\n         missed ${missed}`]),
      ...(unexpected === '' ? [] : [`\n         not expected ${unexpected}`]),
    ].join('; '),
    correct: read.length === written.length && found === expected && wrong === 0 && misplaced === 0 && same,
  };
}

const digest = (read: readonly Read[]): string =>
  createHash('sha256')
    .update(JSON.stringify(read.map(({ claims }) => claims.map(claimToJson))))
    .digest('hex');

const bytesOf = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;

const rate = (bytes: number, nanoseconds: number): string =>
  `${((bytes / nanoseconds) * 1e3).toPrecision(3)} MB/s`;
