import { expectOk } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import { Replay } from '@tranche/ledger/log';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../document/index.ts';
import { additionsTo, ledgerReader, memoryLog } from './index.ts';

const document = expectOk(
  readDocument('Fennick raised about $12.5 million in a Series A led by Brightmoor.', 'fennick', {
    published: '2025-06-02' as PlainDate,
  }),
);
const { source, claims } = document;

describe('what a log lacks of a document', () => {
  it('is all of it at first, and nothing once it is there', async () => {
    const log = memoryLog();
    const read = ledgerReader(log, []);
    const first = additionsTo(expectOk(await read()), [document]);
    expect(first.map(({ id }) => id)).toEqual([source.id]);
    expectOk(await log.append(first));
    expect(additionsTo(expectOk(await read()), [document])).toEqual([]);
  });

  it('is a new reading when other claims are found, under the name the source has', async () => {
    const log = memoryLog();
    const read = ledgerReader(log, []);
    expectOk(await log.append(additionsTo(new Replay(), [{ source, claims: [] }])));
    const renamed = { source: { ...source, name: 'pasted' }, claims };
    const again = additionsTo(expectOk(await read()), [renamed]);
    expect(again.map(({ id }) => id)).toEqual([`${source.id}#2`]);
    expectOk(await log.append(again));
    const { ledger } = expectOk(await read());
    expect(ledger.sources).toEqual([source]);
    expect(ledger.claims).toEqual(claims);
    expect(additionsTo(expectOk(await read()), [renamed])).toEqual([]);
  });
});
