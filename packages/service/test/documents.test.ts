import { expectOk } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import { expect, it } from 'vitest';
import { readFile } from '../src/document/index.ts';
import { fromStored, memoryLog, toStored } from '../src/log/index.ts';
import { logWorkspace } from '../src/workspace/index.ts';

const PAGE = `<html><head><meta property="article:published_time" content="2025-03-11"><meta name="author" content="Ada Quill"></head>
<body><h1>Marlowe raises money</h1><p>Marlowe Robotics has raised &euro;42&nbsp;million in a Series B round led by Ostler Capital, it said on Tuesday.</p></body></html>`;
const bytes = new TextEncoder().encode(PAGE);
const QUOTE = 'Marlowe Robotics has raised &euro;42&nbsp;million';
const START = PAGE.indexOf(QUOTE);

const read = async () => (await readFile({ bytes, name: 'marlowe.html' })).documents[0] ?? expect.fail();

it('the original of a source is kept in the log with it', async () => {
  const { source, claims } = await read();
  expect(source).toMatchObject({ name: 'marlowe', published: '2025-03-11', author: 'Ada Quill' });
  const entry = expectOk(fromStored(toStored({ kind: 'source_added', source, claims })));
  expect(entry.kind === 'source_added' && entry.source.original).toEqual(source.original);
});

it('a report handed in with its original shows where each quote stands', async () => {
  const { source } = await read();
  const { text, name, published, original } = source;
  if (original?.segments.in !== 'bytes' || published === undefined) expect.fail('a page has bytes');
  const clock = { today: () => '2025-06-01' as PlainDate };
  const workspace = logWorkspace(memoryLog(), clock);
  const report = {
    text,
    name,
    published,
    original: { ...original, segments: { in: 'bytes' as const, runs: [...original.segments.runs] } },
  };
  const { id } = expectOk(await workspace.add(report));
  const view = expectOk(await workspace.source(id));
  expect(view.original).toMatchObject({ format: 'html', bytes: bytes.length, encoding: 'utf-8' });
  expect(view.claims.find(({ type }) => type === 'round')?.place).toEqual({
    bytes: [[START, START + QUOTE.length]],
  });
});

it('a text in UTF-8 is its own original', async () => {
  const file = { bytes: new TextEncoder().encode('Marlowe raised $5 million.'), name: 'a.txt' };
  const { documents } = await readFile(file);
  expect(documents[0]?.source.original).toBeUndefined();
});
