import type { Claim } from '@tranche/ledger/claim';
import { expect, test } from 'vitest';
import { readReport } from './read-report.ts';

const REPORT = 'A headline\nPublished: 2024-11-15\nPublisher: wire report\n\n';

function claimsIn(sentence: string): readonly Claim[] {
  const read = readReport(`${REPORT}${sentence}\n`, { name: 'sentence' });
  if (!read.ok) throw new Error(read.failure.message);
  return read.value.claims;
}

const roundIn = (sentence: string): Claim | undefined =>
  claimsIn(sentence).find(({ type }) => type === 'round');

test('what a company denies is kept as denied, and never as a deal', () => {
  expect(
    roundIn('Vessel, a robotics company, denied reports that it was raising $15 billion.'),
  ).toMatchObject({ denied: true });
  expect(roundIn('Vessel has raised $15 billion in fresh capital.')?.denied).toBeUndefined();
});

test('a company close to raising is in talks, however firm the rest of the sentence sounds', () => {
  expect(roundIn('Vessel is close to raising $650 million at a valuation of $3.5 billion.')).toMatchObject({
    issuer: 'Vessel',
    status: 'in_talks',
  });
});

test.each([
  'Harrow will overtake Bellows as the largest investor of Vessel if the deal is signed.',
  "Harrow would overtake Bellows as Vessel's largest investor.",
  'Harrow will replace Bellows and become the biggest outside shareholder of Vessel.',
])('a rank names who is overtaken and in what: %s', (sentence) => {
  expect(claimsIn(sentence)).toEqual([
    expect.objectContaining({
      type: 'rank',
      subject: 'Harrow',
      claim: 'largest_investor',
      object: 'Vessel',
      over: 'Bellows',
    }),
  ]);
});

test('a party that a sentence leaves to be understood has the span of its last mention', () => {
  const text = `${REPORT}Vessel has raised $15 million. Harrow led the round. The valuation was $90 million.\n`;
  const read = readReport(text, { name: 'sentence' });
  const claims = read.ok ? read.value.claims : [];
  expect(claims.map(({ type }) => type).toSorted()).toContain('valuation');
  for (const { spans, ...claim } of claims) {
    const [field, name] = 'issuer' in claim ? ['issuer', claim.issuer] : ['entity', 'Vessel'];
    expect(text.slice(...(spans[field] ?? [0, 0]))).toBe(name);
  }
});

test.each([
  'Harrow Capital holds roughly 27% of Vessel, a stake worth about $135 billion.',
  'Harrow Capital comes out with roughly 27% of Vessel on a fully converted basis, worth about $135 billion.',
  'Harrow Capital owns a 27% stake in Vessel worth about $135 billion.',
])('what a stake is worth belongs to the stake, and values nothing else: %s', (sentence) => {
  const claims = claimsIn(`Vessel has been restructured. ${sentence}`);
  expect(claims).toEqual([
    expect.objectContaining({
      type: 'stake',
      holder: 'Harrow Capital',
      entity: 'Vessel',
      value: expect.objectContaining({ currency: 'USD', qualifier: 'about' }),
    }),
  ]);
});

test('a sum that is not what the stake is worth is not taken for it', () => {
  const [stake] = claimsIn('Harrow Capital holds 27% of Vessel, which has raised $135 billion.');
  expect(stake).toMatchObject({ type: 'stake' });
  expect(stake).not.toHaveProperty('value');
});
