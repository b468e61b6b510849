import { day } from '@tranche/testkit/build';
import { amount, claimOf, factOf } from '@tranche/testkit/said';
import { describe, expect, it } from 'vitest';
import type { Statement } from '../statement/index.ts';
import { checkClaim } from './check-claim.ts';

/** Five things a text says of one deal; the last is wrong in this one and in those that copy it. */
const STORY = [1, 2, 3, 4, 5].map((number) => ({
  type: 'investment',
  investor: `Investor ${number}`,
  issuer: 'Fennick',
  amount: amount(number * 1e6),
  status: 'closed',
}));
const document = STORY.map((body, index) => claimOf(body, `what is said in place ${index} of the text`));

const toldBy = (sourceId: string, tier: Statement['tier'], bodies: readonly object[]): readonly Statement[] =>
  bodies.map((body, index) => ({
    ...factOf(`${sourceId}-${index}`, '2025-02-10', body as never, { tier }),
    kind: 'claim',
    sourceId,
    origin: `text:${sourceId}`,
  }));

const check = (
  statements: readonly Statement[],
  more: { readonly publisher?: string; readonly tellings?: ReadonlySet<string> } = {},
  said = document[4],
) => {
  if (said === undefined) throw new Error('the document says five things');
  return checkClaim({
    said,
    document,
    spokenOn: day('2025-02-12'),
    evidence: { statements, rates: [], league: [] },
    ...more,
  });
};

describe('what is no second source', () => {
  it('is another telling of the same story that names no source', () => {
    const verdict = check(toldBy('copy', 'unattributed', STORY));
    expect(verdict?.verdict).toBe('cannot_tell');
    expect(verdict?.findings.map(({ text }) => text).join(' ')).toContain('no second source');
    expect(verdict?.findings.flatMap(({ evidence }) => evidence)).toEqual(['copy-4']);
  });

  it('is not a text that shares a sum or two, nor one that quotes a filing', () => {
    expect(check(toldBy('other', 'unattributed', STORY.slice(3)))?.verdict).toBe('supported');
    expect(check(toldBy('filed', 'filing', STORY))?.verdict).toBe('supported');
  });

  it('is another telling of it in much the same words, unless that quotes a filing', () => {
    const tellings = new Set(['other', 'filed']);
    expect(check(toldBy('other', 'unattributed', STORY.slice(3)), { tellings })?.verdict).toBe('cannot_tell');
    expect(check(toldBy('filed', 'filing', STORY.slice(3)), { tellings })?.verdict).toBe('supported');
  });

  it('is a sentence taken over word for word', () => {
    const quote = 'Investor 5 wired five million dollars to Fennick on Monday, we hear';
    const said = claimOf(STORY[4] ?? {}, quote);
    const taken = toldBy('taken', 'unattributed', STORY.slice(4)).map((one) => ({ ...one, quote }));
    const verdict = checkClaim({
      said,
      document: [said],
      spokenOn: day('2025-02-12'),
      evidence: { statements: taken, rates: [], league: [] },
    });
    expect(verdict?.verdict).toBe('cannot_tell');
  });

  it('is what passes on the document, and what the document passes on', () => {
    const [relay] = toldBy('relay', 'relay', STORY.slice(4));
    const passesOn = relay === undefined ? [] : [{ ...relay, origin: 'outlet:herald' }];
    expect(check(passesOn, { publisher: 'The  Herald' })?.verdict).toBe('cannot_tell');
    expect(check(passesOn, { publisher: 'The Post' })?.verdict).toBe('supported');
    const relayed = claimOf({ ...STORY[4], attribution: { kind: 'relay', relay_of: 'The Herald' } });
    const outlet = passesOn.map((one) => ({ ...one, tier: 'unnamed_people' as const }));
    const verdict = checkClaim({
      said: relayed,
      document: [relayed],
      spokenOn: day('2025-02-12'),
      evidence: { statements: outlet, rates: [], league: [] },
    });
    expect(verdict?.verdict).toBe('cannot_tell');
  });
});
