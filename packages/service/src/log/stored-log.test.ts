import { expectOk } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import type { LogEntry } from '@tranche/ledger/log';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../document/index.ts';
import { fromStored, toStored } from './index.ts';

const { source, claims } = expectOk(
  readDocument('Fennick raised about $12.5 million in a Series A led by Brightmoor.', 'fennick', {
    published: '2025-06-02' as PlainDate,
  }),
);
const ADDED: LogEntry = { kind: 'source_added', source, claims };

const JUDGED: LogEntry = {
  kind: 'judgement_made',
  judgement: {
    id: 'j-1',
    decision: { kind: 'reject', statement: claims[0]?.id ?? '' },
    by: 'A. Analyst',
    when: '2025-06-03' as PlainDate,
    why: 'The figure is that of another company.',
  },
};

describe('a log entry as it is kept', () => {
  it('has a claim to carry, with an exact amount', () => {
    expect(claims.map(({ claim }) => claim.type)).toContain('round');
  });

  it.each([ADDED, JUDGED])('reads back to an equal $kind entry, also through JSON', (entry) => {
    const stored = toStored(entry);
    expect(expectOk(fromStored(stored))).toEqual(entry);
    expect(expectOk(fromStored(JSON.parse(JSON.stringify(stored))))).toEqual(entry);
  });

  it('is named by the source or judgement it brings', () => {
    expect(toStored(ADDED)).toMatchObject({ id: source.id, kind: 'source_added' });
    expect(toStored(JUDGED)).toMatchObject({ id: 'j-1', kind: 'judgement_made' });
  });

  it.each([
    ['of a kind this version does not know', { ...toStored(ADDED), kind: 'deal_renamed' }],
    ['without its source', { ...toStored(ADDED), body: { claims: [] } }],
    [
      'with a damaged claim',
      {
        ...toStored(ADDED),
        body: { ...toStored(ADDED).body, claims: [{ id: 'c-1', claim: { type: 'round' } }] },
      },
    ],
  ])('is refused with its id when it is one %s', (_, stored) => {
    expect(fromStored(stored)).toMatchObject({
      ok: false,
      failure: { code: 'BAD_LOG_ENTRY', path: source.id },
    });
  });
});
