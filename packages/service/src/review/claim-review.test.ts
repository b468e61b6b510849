import { expectOk } from '@tranche/core/result';
import { day } from '@tranche/testkit/build';
import { amount, factOf } from '@tranche/testkit/said';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../document/index.ts';
import { checkedSource } from '../verdict/index.ts';
import { claimReview, claimReviewsOf, claimReviewText } from './index.ts';

const TEXT =
  'Fennick </script><b> raises $5 million\n\nFennick has raised $5 million from Alder Ventures in February 2025, its chief executive said.\n';

const reviews = (stated: number, qualifier = 'exact', title?: string) => {
  const document = expectOk(
    readDocument(TEXT, 'fennick', {
      published: day('2025-02-12'),
      publisher: 'a blog',
      ...(title === undefined ? {} : { title }),
    }),
  );
  const round = {
    type: 'round',
    issuer: 'Fennick',
    date: '2025-02',
    status: 'closed',
    leads: [],
    participants: [],
    amount: amount(stated, qualifier),
  };
  const ledger = {
    sources: [],
    claims: [],
    judgements: [],
    facts: [factOf('f-1', '2025-02-10', round, { tier: 'filing' })],
  };
  return claimReviewsOf(checkedSource(document, ledger, { today: day('2025-02-13') }), 'A newsroom');
};
const ofRound = (all: ReturnType<typeof reviews>) =>
  all.find(({ claimReviewed }) => claimReviewed.startsWith('Fennick raised'));

describe('a ClaimReview', () => {
  it('has the properties of schema.org, and no others', () => {
    for (const review of [...reviews(5e6), ...reviews(9e6), ...reviews(9e6, 'up_to')]) {
      expect(claimReview.safeParse(review).error).toBeUndefined();
    }
  });

  it('names the claim, where it appeared, who reviewed it, the rating and the pages of the evidence', () => {
    expect(ofRound(reviews(5e6))).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      datePublished: '2025-02-13',
      author: { '@type': 'Organization', name: 'A newsroom' },
      claimReviewed: 'Fennick raised USD 5m in February 2025',
      itemReviewed: {
        '@type': 'Claim',
        datePublished: '2025-02-12',
        author: { '@type': 'Organization', name: 'a blog' },
        appearance: { '@type': 'CreativeWork', datePublished: '2025-02-12' },
      },
      reviewRating: { alternateName: 'Supported', ratingValue: 5, worstRating: 1, bestRating: 5 },
      citation: [{ '@type': 'CreativeWork', headline: 'a page', url: 'https://example.org/' }],
    });
  });

  it('rates a contradicted claim lowest, and one that cannot be told not at all', () => {
    expect(ofRound(reviews(9e6))?.reviewRating).toMatchObject({
      alternateName: 'Contradicted',
      ratingValue: 1,
    });
    expect(ofRound(reviews(9e6, 'up_to'))?.reviewRating).not.toHaveProperty('ratingValue');
  });

  it('can stand between script tags: no text of a document ends them', () => {
    const text = claimReviewText(reviews(5e6, 'exact', '</script>\u2028<!--'));
    expect(text).not.toMatch(/[<\u2028]/);
    expect(JSON.parse(text)[0].itemReviewed.appearance.headline).toBe('</script>\u2028<!--');
  });
});
