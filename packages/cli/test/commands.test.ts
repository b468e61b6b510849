import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedFolders } from '../src/machine/index.ts';
import { tranche } from './tranche.ts';

const REPORT = `Fennick raises $12.5 million
Published: 2025-06-02
Publisher: business news site

Fennick, a maker of heat pumps, has raised $12.5 million in a Series A led by Brightmoor Capital.
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tranche-cli-'));
  mkdirSync(join(folder, 'reports'));
  writeFileSync(join(folder, 'reports', 'fennick.txt'), REPORT);
  writeFileSync(join(folder, 'reports', 'picture.txt'), '\x89PNG\r\n\x1a\n', 'latin1');
  writeFileSync(join(folder, 'reports', 'void.txt'), '');
  writeFileSync(join(folder, 'undated.txt'), REPORT.replace('Published: 2025-06-02\n', ''));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const exampleSource = (name: string): string =>
  join(dirname(shippedFolders().example), 'sources', `${name}.txt`);

const report = (name: string): string => join(folder, 'reports', name);

describe('tranche read', () => {
  it('writes one report as a page with its claims marked, and refuses several', async () => {
    const file = join(folder, 'fennick.html');
    const { status, out } = await tranche(['read', report('fennick.txt'), '--html', file]);
    expect([status, out]).toEqual([0, '']);
    expect(readFileSync(file, 'utf8')).toContain('<mark class="claimed">');
    const refused = await tranche(['read', join(folder, 'reports'), '--html', file]);
    expect(refused.err).toMatch(/^tranche: UNSUPPORTED_COMBINATION at html: a page holds one report/);
    expect(refused.status).toBe(2);
  });

  it('prints the claims of a report as a table with quotes that fits the terminal', async () => {
    const { status, out, err } = await tranche(['read', report('fennick.txt')], { columns: 90 });
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/^Fennick raises \$12\.5 million\n2025-06-02, business news site\n/);
    expect(out).toContain('USD 12.5m');
    expect(out).toContain('“');
    expect(out.split('\n').every((line) => line.length <= 90)).toBe(true);
  });

  it('prints {claims} with quotes and spans that cut the text', async () => {
    const { status, out } = await tranche(['read', report('fennick.txt'), '--json']);
    expect(status).toBe(0);
    const { claims, source, ...rest } = JSON.parse(out);
    expect(rest).toEqual({});
    expect(source).toMatchObject({
      name: 'fennick',
      sha256: createHash('sha256').update(REPORT).digest('hex'),
    });
    expect(claims.length).toBeGreaterThan(0);
    for (const { quote, quote_span, spans } of claims) {
      expect(REPORT.slice(...(quote_span as [number, number]))).toBe(quote);
      for (const [start, end] of Object.values<[number, number]>(spans))
        expect(REPORT.slice(start, end)).not.toBe('');
    }
  });

  it('reads a folder into one file per report, goes on over bad ones, lists them and ends with 2', async () => {
    const out = join(folder, 'claims');
    const read = await tranche(['read', join(folder, 'reports'), '--out', out]);
    expect(read.status).toBe(2);
    expect(readdirSync(out)).toEqual(['fennick.json']);
    expect(JSON.parse(readFileSync(join(out, 'fennick.json'), 'utf8')).claims[0].issuer).toBe('Fennick');
    expect(read.err.split('\n')).toEqual([
      expect.stringMatching(
        /^tranche: BINARY_FILE at .*picture\.txt: the document is not text: it is an image; expected /,
      ),
      expect.stringMatching(/^tranche: EMPTY_DOCUMENT at .*void\.txt: the document is empty$/),
      'read 1 of 3 reports, 2 refused',
      '',
    ]);
  });

  it('takes the standard input, and says that a date is missing', async () => {
    const { status, out, err } = await tranche(['read', '-', '--json'], {
      stdin: new Uint8Array(readFileSync(join(folder, 'undated.txt'))),
    });
    expect(status).toBe(0);
    expect(JSON.parse(out).claims.length).toBeGreaterThan(0);
    expect(err).toMatch(/^tranche: - does not say when it was published; without --published YYYY-MM-DD /);
  });

  it('does not write two reports of one name into one file', async () => {
    writeFileSync(join(folder, 'fennick.md'), REPORT);
    const out = join(folder, 'twice');
    const { status, err } = await tranche([
      'read',
      report('fennick.txt'),
      join(folder, 'fennick.md'),
      '--out',
      out,
    ]);
    expect(status).toBe(2);
    expect(err).toContain('NAME_TAKEN');
  });
});

describe('tranche check', () => {
  it('gives each checkable claim a verdict with its evidence, and ends with 1 when something is contradicted', async () => {
    const { status, out, err } = await tranche(['check', exampleSource('006')], { columns: 90 });
    expect({ status, err }).toEqual({ status: 1, err: '' });
    expect(out).toContain('published 2025-02-12; judged as known on 2025-02-12');
    expect(out).toMatch(/^SUPPORTED {2}conversion$/m);
    expect(out).toMatch(/^MIXED {2}record$/m);
    expect(out).toMatch(/^CONTRADICTED {2}money kind$/m);
    expect(out).toMatch(/\[\d\] 2025-02-07 · EUR 1 is put at USD 1\.04/);
    expect(out).toMatch(/as known on 2026-01-15: /);
    expect(out.split('\n').every((line) => line.length <= 90)).toBe(true);
  });

  it('prints the same as JSON, judged as known on another day when asked', async () => {
    const { status, out } = await tranche([
      'check',
      exampleSource('006'),
      '--known-on',
      '2025-12-31',
      '--json',
    ]);
    expect(status).toBe(1);
    const { claims } = JSON.parse(out);
    const verdicts = claims.flatMap(({ verdict }: { verdict?: { knownOn: string } }) => verdict ?? []);
    expect(verdicts.length).toBeGreaterThan(5);
    expect(new Set(verdicts.map(({ knownOn }: { knownOn: string }) => knownOn))).toEqual(
      new Set(['2025-12-31']),
    );
  });

  it('writes a page to print and the reviews where files are named, whole, and prints the reviews where none is', async () => {
    const [html, json] = [join(folder, 'out', 'checked.html'), join(folder, 'out', 'reviews.json')];
    const { status, out, err } = await tranche([
      'check',
      exampleSource('006'),
      '--html',
      html,
      '--claim-review',
      json,
      '--reviewer',
      'A newsroom',
    ]);
    expect([status, out]).toEqual([1, '']);
    expect(err).toMatch(/1 contradicted/);
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['checked.html', 'reviews.json']);
    expect(readFileSync(html, 'utf8')).toMatch(/^<!doctype html>.*<\/html>\n$/s);
    const [review] = JSON.parse(readFileSync(json, 'utf8'));
    expect(review).toMatchObject({ '@type': 'ClaimReview', author: { name: 'A newsroom' } });
    const printed = await tranche(['check', report('fennick.txt'), '--claim-review']);
    expect(Array.isArray(JSON.parse(printed.out))).toBe(true);
  });

  it('ends with 0 when nothing is contradicted', async () => {
    const { status, out } = await tranche(['check', report('fennick.txt')]);
    expect(status).toBe(0);
    expect(out).toMatch(/\n\n1 cannot tell\n$/);
  });
});

describe('tranche model', () => {
  const EXAMPLE = shippedFolders().example;

  it('shows the deal of a deal file as known on a date', async () => {
    const { status, out, err } = await tranche(['model', EXAMPLE, '--known-on', '2025-04-01'], {
      columns: 100,
    });
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('openai-2025-primary · as of 2025-04-01, as known on 2025-04-01');
    for (const title of [
      'Terms',
      'Tranches',
      'Committed and drawn',
      'Implied stakes',
      'Sums',
      'Passed over',
      'Events',
    ]) {
      expect(out).toMatch(new RegExp(`^${title}$`, 'm'));
    }
    expect(out).toContain('USD 40bn ÷ USD 300bn = 13.33 %');
    expect(out.split('\n').every((line) => line.length <= 100)).toBe(true);
  });

  it('names the line and column of a typo in a deal file', async () => {
    const file = join(folder, 'deal.yaml');
    writeFileSync(file, readFileSync(EXAMPLE, 'utf8').replace('issuer:', 'isuer:'));
    const { status, err } = await tranche(['model', file]);
    expect(status).toBe(2);
    expect(err).toContain(
      `UNKNOWN_FIELD at ${file}:6:1 isuer: there is no field "isuer"; did you mean "issuer"?\n`,
    );
  });
});

describe('tranche', () => {
  it('teaches by its help, and every command has one', async () => {
    const { status, out } = await tranche([]);
    expect(status).toBe(0);
    expect(out).toContain('tranche check article.txt --published 2025-02-12');
    for (const command of ['read', 'check', 'model', 'ask', 'serve', 'sources', 'import']) {
      const help = await tranche([command, '--help']);
      expect(help.status).toBe(0);
      expect(help.out).toMatch(new RegExp(`^Usage: tranche ${command} `));
    }
  });

  it.each([
    [['chek', 'a.txt'], "tranche: unknown command 'chek' (Did you mean check?)\n"],
    [['read'], 'tranche: MISSING_FIELD at file: no document is named\n'],
    [
      ['read', 'a.txt', '--publishd', 'x'],
      "tranche: unknown option '--publishd' (Did you mean --published?)\n",
    ],
    [
      ['check', 'a.txt', '--published', '2025-02-30'],
      "tranche: option '--published <date>' argument '2025-02-30' is invalid. \"2025-02-30\" is not a calendar date; expected YYYY-MM-DD.\n",
    ],
    [
      ['serve', '--port', 'http'],
      "tranche: option '--port <number>' argument 'http' is invalid. expected a number from 0 to 65535 (0 takes any free port).\n",
    ],
    [['read', 'no-such-file.txt'], 'tranche: FILE_NOT_FOUND at no-such-file.txt: there is no such file\n'],
    [['check', 'no-such-file.txt'], 'tranche: FILE_NOT_FOUND at no-such-file.txt: there is no such file\n'],
    [
      ['model', './no-such-deal.yaml'],
      'tranche: FILE_NOT_FOUND at ./no-such-deal.yaml: there is no such file\n',
    ],
  ])('refuses %j with one clear line and status 2', async (argv, line) => {
    expect(await tranche(argv)).toEqual({ status: 2, out: '', err: line });
  });

  it('asks for the date of a report that bears none before it checks it', async () => {
    const { status, err } = await tranche(['check', join(folder, 'undated.txt')]);
    expect(status).toBe(2);
    expect(err).toMatch(
      /^tranche: PUBLISHED_NEEDED at .*undated\.txt: the document does not say when it was published; expected its publication date: --published YYYY-MM-DD/,
    );
  });
});
