import { expectOk, fail, ok } from '@tranche/core/result';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../document/index.ts';
import type { DraftModel } from '../ports/index.ts';
import { draftsLines } from './drafts-text.ts';
import { withDrafts } from './with-drafts.ts';

const PARAGRAPH = `${'Harbour Loom weaves cloth for sails. '.repeat(25)}\n\n`;
const reportOf = (paragraphs: number): string =>
  `Harbour Loom\nPublished: 2025-06-10\n\nHarbour Loom has raised $40 million in a seed round.\n\n${PARAGRAPH.repeat(paragraphs)}Of Harbour Loom, by the way, 12.5% has long been held by Tallow Bank.\n`;
const document = (paragraphs = 0) => expectOk(readDocument(reportOf(paragraphs), 'report'));
const STAKE = {
  type: 'stake',
  quote: 'Of Harbour Loom, by the way, 12.5% has long been held by Tallow Bank',
  holder: 'Tallow Bank',
  entity: 'Harbour Loom',
  percent: '12.5%',
  status: 'completed',
};
const modelOf = (draft: DraftModel['draft']): DraftModel => ({ name: 'a-model', draft });

describe('a document with drafts', () => {
  it('keeps the claims of the rules first and as they were', async () => {
    const read = document();
    const drafted = await withDrafts(
      read,
      modelOf(async () => ok([STAKE])),
    );
    expect(drafted.document.claims.slice(0, read.claims.length)).toEqual(read.claims);
    expect(drafted.document.claims.at(-1)).toMatchObject({
      sourceId: read.source.id,
      claim: { type: 'stake', drafted_by: 'a-model' },
    });
    expect(new Set(drafted.document.claims.map(({ id }) => id)).size).toBe(read.claims.length + 1);
  });

  it('is sent in parts, three at a time, and one part that fails loses no other', async () => {
    let [running, most, asked] = [0, 0, 0];
    const { document: drafted, drafts } = await withDrafts(
      document(60),
      modelOf(async ({ prompt }) => {
        asked += 1;
        running += 1;
        most = Math.max(most, running);
        await Promise.resolve();
        running -= 1;
        if (prompt.user.includes('Part 2 of')) return fail('MODEL_ANSWER_BROKEN', 'host', 'no JSON');
        return ok(prompt.user.includes(STAKE.quote) ? [STAKE] : []);
      }),
    );
    expect([asked > 4, most]).toEqual([true, 3]);
    expect(drafts.failures).toEqual([{ code: 'MODEL_ANSWER_BROKEN', path: 'part 2', message: 'no JSON' }]);
    expect(drafted.claims.at(-1)?.claim.drafted_by).toBe('a-model');
  });

  it('asks no further after a failure that would only repeat, and never beyond forty parts', async () => {
    let asked = 0;
    const refused = await withDrafts(
      document(200),
      modelOf(async () => {
        asked += 1;
        return fail('MODEL_KEY_REFUSED', 'host', 'no');
      }),
    );
    expect(asked).toBe(3);
    expect(refused.document.claims).toEqual(document(200).claims);
    const { drafts } = await withDrafts(
      document(600),
      modelOf(async () => ok([])),
    );
    expect(drafts.failures.map(({ code }) => code)).toEqual(['MODEL_TEXT_TOO_LONG']);
  });

  it('is stopped with its signal, and keeps what was drafted by then', async () => {
    const stop = new AbortController();
    const { document: drafted, drafts } = await withDrafts(
      document(60),
      modelOf(async ({ prompt }, signal) => {
        if (signal.aborted) return fail('MODEL_STOPPED', '', 'stopped');
        if (prompt.user.includes('Part 1 of')) return ok([STAKE]);
        stop.abort();
        return fail('MODEL_STOPPED', '', 'stopped');
      }),
      { signal: stop.signal },
    );
    expect(drafted.claims.at(-1)?.claim.drafted_by).toBe('a-model');
    expect(drafts.failures.every(({ code }) => code === 'MODEL_STOPPED')).toBe(true);
  });
});

it('tells in a line what became of the drafts', () => {
  const drafts = {
    model: 'X',
    drafted: 7,
    taken: 3,
    repeated: 0,
    dropped: { quote_not_in_text: 3, party_not_in_text: 1 },
  };
  expect(draftsLines({ ...drafts, failures: [] })).toEqual([
    'model X: 7 drafted, 3 taken, 4 dropped: quote not in text 3, party not in text 1',
  ]);
  expect(
    draftsLines({
      ...drafts,
      failures: [{ code: 'MODEL_BUSY', path: 'host', message: 'the server answers 429' }],
    })[1],
  ).toBe('model X: MODEL_BUSY at host: the server answers 429');
});
