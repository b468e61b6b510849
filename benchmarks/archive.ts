import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ByteInput, readArchive } from '@tranche/service/archive';
import { type JobRead, type JobReader, readAll, readJob } from '@tranche/service/batch';
import type { ByteStreams } from '@tranche/service/ports';
import type { Benchmark, Line } from './harness.ts';

const MEGABYTE = 1024 * 1024;
const PIECE_BYTES = 4 * MEGABYTE;
/** Memory may grow by so much between the first quarter of the archive and its end. */
const MOST_GROWTH_MB = 150;

/** `--size=2GB` or `--size=512MB` on the command line. */
function sizeAsked(): number {
  const [, number = '64', unit = 'MB'] =
    process.argv.map((word) => /^--size=(\d+)(MB|GB)$/.exec(word)).find((match) => match !== null) ?? [];
  return Number(number) * MEGABYTE * (unit === 'GB' ? 1024 : 1);
}

/** A page of a news site: navigation, scripts, and one paragraph in twelve about a financing. */
function recordOf(number: number): string {
  const filler =
    'The council met on Tuesday to discuss the new bridge, which is to open in the summer of next year. ';
  const page = [
    `<!doctype html><html><head><title>Report ${number}</title><style>${'p { margin: 0 }\n'.repeat(100)}</style></head><body>`,
    `<nav>${'<a href="/section">Section</a> '.repeat(60)}</nav>`,
    `<p>Fennick, a maker of heat pumps, has raised $${(number % 900) + 10} million in a Series A led by Brightmoor Capital.</p>`,
    ...Array.from({ length: 11 }, () => `<p>${filler.repeat(6)}</p>`),
    `<script>${'var unused = 1;\n'.repeat(200)}</script></body></html>`,
  ].join('\n');
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}`;
  return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://site.example/${number}\r\nWARC-Date: 2024-05-06T07:08:09Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${http.length}\r\n\r\n${http}\r\n\r\n`;
}

async function writeArchive(path: string, size: number): Promise<number> {
  const file = await open(path, 'w');
  let [written, records] = [0, 0];
  try {
    while (written < size) {
      let piece = '';
      while (piece.length < PIECE_BYTES && written + piece.length < size) piece += recordOf(records++);
      await file.write(piece);
      written += piece.length;
    }
  } finally {
    await file.close();
  }
  return records;
}

async function* piecesOf(path: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(path, { highWaterMark: PIECE_BYTES })) {
    const { buffer, byteOffset, length } = chunk as Buffer;
    yield new Uint8Array(buffer as ArrayBuffer, byteOffset, length);
  }
}

async function run(say: (text: string) => void): Promise<readonly Line[]> {
  const folder = await mkdtemp(join(tmpdir(), 'tranche-archive-'));
  const path = join(folder, 'made.warc');
  try {
    const records = await writeArchive(path, sizeAsked());
    const { size } = await stat(path);
    say(`an archive of ${Math.round(size / MEGABYTE)} MB with ${records} records`);
    return [await walked(path, size, records), await readThrough(path, size, records, say)];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function walked(path: string, size: number, records: number): Promise<Line> {
  const start = performance.now();
  let found = 0;
  for await (const event of readArchive(new ByteInput(piecesOf(path)), path, size))
    if (event.kind === 'document') found += 1;
  const seconds = (performance.now() - start) / 1000;
  return {
    what: 'archive walked, from the disk',
    ours: `${Math.round(size / MEGABYTE / seconds)} MB/s`,
    checked: `${found} of ${records} documents`,
    correct: found === records,
  };
}

async function readThrough(
  path: string,
  size: number,
  records: number,
  say: (text: string) => void,
): Promise<Line> {
  const streams: ByteStreams = { open: async () => ({ ok: true, value: { size, bytes: piecesOf(path) } }) };
  const here: JobReader<JobRead> = {
    atOnce: 1,
    read: async (jobs) => {
      const results: JobRead[] = [];
      for (const job of jobs) results.push(await readJob(job));
      return results;
    },
  };
  const start = performance.now();
  const memory: number[] = [];
  let [documents, claims, failures] = [0, 0, 0];
  for await (const event of readAll([path], streams, {}, here)) {
    if (event.kind !== 'read') continue;
    documents += event.result.documents.length;
    failures += event.result.failures.length;
    claims += event.result.documents.reduce((sum, document) => sum + document.claims.length, 0);
    if (documents < ((memory.length + 1) * records) / 8) continue;
    memory.push(Math.round(process.memoryUsage.rss() / MEGABYTE));
    say(`${Math.round((100 * documents) / records)} %: ${memory.at(-1)} MB of memory`);
  }
  const seconds = (performance.now() - start) / 1000;
  const growth = Math.max(...memory) - (memory[1] ?? 0);
  return {
    what: 'archive read to claims in one thread',
    ours: `${(size / MEGABYTE / seconds).toFixed(1)} MB/s, memory ${memory.join(', ')} MB along the way`,
    checked: `${claims} claims in ${documents} of ${records} documents; memory grows by ${growth} MB after the first quarter`,
    correct: documents === records && failures === 0 && claims >= records && growth <= MOST_GROWTH_MB,
  };
}

export const benchmark: Benchmark = {
  name: 'archive',
  about: 'a web archive read as it comes: memory stays flat, whatever its size (--size=2GB)',
  run: ({ say }) => run(say),
};
