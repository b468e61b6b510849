import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tranche } from './tranche.ts';

/** Reports that differ, some of them no documents at all. */
const reportOf = (number: number): string =>
  `<!doctype html><title>Fennick raises $${number + 10} million</title><p>Fennick, a maker of heat pumps, has raised $${number + 10} million in a Series A led by Brightmoor Capital.</p>`;

function record(number: number): string {
  const isPicture = number % 10 === 3;
  const http = `HTTP/1.1 200 OK\r\nContent-Type: ${isPicture ? 'image/png' : 'text/html; charset=utf-8'}\r\n\r\n${reportOf(number)}`;
  const length = number === 7 ? 20 : http.length;
  return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://site.example/${number}\r\nWARC-Date: 2024-05-06T07:08:09Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${length}\r\n\r\n${http}\r\n\r\n`;
}

const RECORDS = 60;
/** Of every ten records, one. */
const PICTURES = RECORDS / 10;
/** Files of a folder, one of them empty. */
const FILES = 40;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tranche-archives-'));
  const records = Array.from({ length: RECORDS }, (_, number) => record(number));
  writeFileSync(join(folder, 'crawl.warc'), records.join(''));
  const members = records.map((text) => gzipSync(text) as unknown as Uint8Array);
  writeFileSync(join(folder, 'crawl.warc.gz'), Buffer.concat(members) as unknown as Uint8Array);
  mkdirSync(join(folder, 'many'));
  for (let number = 0; number < FILES; number += 1)
    writeFileSync(join(folder, 'many', `report-${number}.html`), number === 25 ? '' : reportOf(number));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const linesOf = (out: string): Record<string, unknown>[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('tranche read on a web archive', () => {
  it('prints a line per document with its address and place, counts the others and lists what is damaged', async () => {
    const { status, out, err } = await tranche([
      'read',
      join(folder, 'crawl.warc'),
      '--json',
      '--workers',
      '1',
    ]);
    const lines = linesOf(out);
    expect(lines).toHaveLength(RECORDS - PICTURES - 1);
    expect(lines[0]).toMatchObject({
      name: 'crawl-1',
      url: 'https://site.example/0',
      retrieved: '2024-05-06T07:08:09Z',
      place: { record: 1, offset: 0 },
      claims: expect.arrayContaining([expect.objectContaining({ type: 'round', issuer: 'Fennick' })]),
    });
    expect(status).toBe(2);
    expect(err.split('\n')).toEqual([
      expect.stringMatching(/^tranche: ARCHIVE_DAMAGED at .*crawl\.warc record 8 at byte \d+: /),
      `read ${lines.length} of ${lines.length + 1} reports, 1 refused, ${PICTURES} other records`,
      `tranche: ${lines.length} of them do not say when they were published`,
      '',
    ]);
  });

  it('gives the same for a compressed one, with the member each document lies in', async () => {
    const plain = await tranche(['read', join(folder, 'crawl.warc'), '--json', '--workers', '1']);
    const packed = await tranche(['read', join(folder, 'crawl.warc.gz'), '--json', '--workers', '1']);
    const withoutPlace = (out: string) => linesOf(out).map(({ place: _, ...rest }) => rest);
    expect(withoutPlace(packed.out)).toEqual(withoutPlace(plain.out));
    expect(linesOf(packed.out)[1]).toMatchObject({
      place: { record: 2, offset: 0, member: expect.any(Number) },
    });
  });

  it('takes one from the standard input, and writes files with --out', async () => {
    const stdin = new Uint8Array(readFileSync(join(folder, 'crawl.warc')));
    const out = join(folder, 'claims');
    const { status } = await tranche(['read', '-', '--out', out, '--workers', '1'], { stdin });
    expect(status).toBe(2);
    expect(readdirSync(out)).toHaveLength(RECORDS - PICTURES - 1);
    expect(JSON.parse(readFileSync(join(out, 'stdin-1.json'), 'utf8'))).toMatchObject({
      url: 'https://site.example/0',
    });
  });

  it('refuses a page of it, since it holds many reports', async () => {
    const { status, err } = await tranche([
      'read',
      join(folder, 'crawl.warc'),
      '--html',
      join(folder, 'page.html'),
    ]);
    expect(status).toBe(2);
    expect(err).toContain('UNSUPPORTED_COMBINATION at html: a page holds one report');
  });
});

describe('tranche read with several threads', () => {
  it('prints byte for byte the same as one', { timeout: 120_000 }, async () => {
    // Enough for each thread to be given a second list of them.
    const inputs = ['crawl.warc.gz', 'many', 'crawl.warc', 'many', 'crawl.warc.gz'].map((name) =>
      join(folder, name),
    );
    const read = (workers: string) => tranche(['read', ...inputs, '--json', '--workers', workers]);
    const alone = await read('1');
    expect(linesOf(alone.out)).toHaveLength(3 * (RECORDS - PICTURES - 1) + 2 * (FILES - 1));
    expect(await read('2')).toEqual(alone);
  });

  it('takes only a sensible number of them', async () => {
    for (const workers of ['0', '1.5', 'many', '1000']) {
      const { status, err } = await tranche(['read', join(folder, 'many'), '--workers', workers]);
      expect(status).toBe(2);
      expect(err).toContain('whole number from 1 to 64');
    }
  });
});
