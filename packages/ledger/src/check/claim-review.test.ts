import { day } from '@tranche/testkit/build';
import { amount, claimOf, factOf } from '@tranche/testkit/said';
import { describe, expect, it } from 'vitest';
import type { Source } from '../source/index.ts';
import { checkClaim } from './check-claim.ts';
import { toClaimReview } from './claim-review.ts';

const SOURCE: Source = {
  id: 's-document',
  name: 'report',
  title: 'Fennick raises',
  publisher: 'a blog',
  published: day('2025-02-12'),
  tier: 'unattributed',
  text: 'Fennick raised $5 million.',
  sha256: '00',
};
const fields = {
  type: 'round',
  issuer: 'Fennick',
  date: '2025-02',
  status: 'closed',
  leads: [],
  participants: [],
};
const said = claimOf({ ...fields, amount: amount(5e6) }, 'Fennick raised $5 million');

const review = (stated: number, qualifier = 'exact') => {
  const statements = [factOf('f-1', '2025-02-10', { ...fields, amount: amount(stated, qualifier) })];
  const evidence = { statements, rates: [], league: [] };
  const verdict = checkClaim({ said, document: [said], spokenOn: day('2025-02-12'), evidence });
  if (verdict === undefined) throw new Error('a round is checked');
  return toClaimReview({
    verdict,
    said,
    source: SOURCE,
    statements,
    reviewer: 'A newsroom',
    reviewedOn: day('2025-02-13'),
  });
};

describe('a ClaimReview', () => {
  it('names the claim, where it appeared, the rating and the pages of the evidence', () => {
    expect(review(5e6)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      datePublished: '2025-02-13',
      claimReviewed: 'Fennick raised $5 million',
      itemReviewed: { appearance: { headline: 'Fennick raises', datePublished: '2025-02-12' } },
      reviewRating: { alternateName: 'Supported', ratingValue: 5, worstRating: 1, bestRating: 5 },
      citation: [{ '@type': 'CreativeWork', url: 'https://example.org' }],
    });
  });

  it('rates a contradicted claim lowest, and one that cannot be told not at all', () => {
    expect(review(9e6)).toMatchObject({ reviewRating: { alternateName: 'Contradicted', ratingValue: 1 } });
    expect(review(9e6, 'up_to').reviewRating).toEqual({ '@type': 'Rating', alternateName: 'Cannot be told' });
  });

  it('survives as JSON', () => {
    const json = review(5e6);
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });
});
