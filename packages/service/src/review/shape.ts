import { z } from 'zod';

const address = z.url({ protocol: /^https?$/ });
/** schema.org takes partial dates too: a year, a month, a day. */
const date = z.string().regex(/^\d{4}(-\d\d(-\d\d)?)?$/);

const organization = z.strictObject({ '@type': z.literal('Organization'), name: z.string().min(1) });
const person = z.strictObject({ '@type': z.literal('Person'), name: z.string().min(1) });
export type Reviewer = z.infer<typeof organization>;
export type WhoSaid = Reviewer | z.infer<typeof person>;

const creativeWork = z.strictObject({
  '@type': z.literal('CreativeWork'),
  headline: z.string(),
  url: address.optional(),
  datePublished: date.optional(),
  publisher: organization.optional(),
});
export type CreativeWork = z.infer<typeof creativeWork>;

/**
 * The part of schema.org's ClaimReview that is written here. Property names and types are those of schema.org
 * (ClaimReview, Claim, Rating, CreativeWork); a rating has its number and both ends, or none of the three.
 */
export const claimReview = z
  .strictObject({
    '@context': z.literal('https://schema.org'),
    '@type': z.literal('ClaimReview'),
    datePublished: date,
    author: organization,
    claimReviewed: z.string().min(1),
    itemReviewed: z.strictObject({
      '@type': z.literal('Claim'),
      text: z.string().min(1),
      author: z.union([organization, person]).optional(),
      datePublished: date.optional(),
      appearance: creativeWork,
    }),
    reviewRating: z
      .strictObject({
        '@type': z.literal('Rating'),
        alternateName: z.string().min(1),
        ratingExplanation: z.string().min(1),
        ratingValue: z.number().optional(),
        worstRating: z.literal(1).optional(),
        bestRating: z.literal(5).optional(),
      })
      .refine(({ ratingValue, worstRating, bestRating }) =>
        ratingValue === undefined
          ? worstRating === undefined && bestRating === undefined
          : worstRating === 1 && bestRating === 5 && ratingValue >= 1 && ratingValue <= 5,
      ),
    reviewBody: z.string(),
    citation: z.array(creativeWork),
  })
  .meta({ id: 'ClaimReview' });
export type ClaimReview = z.infer<typeof claimReview>;
