import type { PlainDate } from '@tranche/core/time';
import type { JsonObject, LedgerClaim } from '../claim/index.ts';
import type { Source } from '../source/index.ts';
import type { Statement } from '../statement/index.ts';
import type { Verdict, VerdictKind } from './verdict.ts';

export interface ReviewedClaim {
  readonly verdict: Verdict;
  readonly said: LedgerClaim;
  /** The document the claim stands in. */
  readonly source: Source;
  /** Where the evidence is looked up; ids of the findings that are not in it are left out. */
  readonly statements: readonly Statement[];
  /** Who vouches for the review, and the day it was made. */
  readonly reviewer: string;
  readonly reviewedOn: PlainDate;
}

/** From wrong to right; what cannot be told has no number. */
const RATINGS: Readonly<Record<VerdictKind, { readonly name: string; readonly value?: number }>> = {
  contradicted: { name: 'Contradicted', value: 1 },
  mixed: { name: 'Mixed', value: 3 },
  supported: { name: 'Supported', value: 5 },
  cannot_tell: { name: 'Cannot be told' },
};

/**
 * A verdict as a schema.org ClaimReview (JSON-LD): the quote as the claim, its document as where it appeared, the
 * sentence and the findings as the review, and the pages of the evidence as citations. The rating runs from 1
 * (contradicted) to 5 (supported). Source: https://schema.org/ClaimReview.
 */
export function toClaimReview(reviewed: ReviewedClaim): JsonObject {
  const { verdict, said, source, reviewer, reviewedOn } = reviewed;
  const { name, value } = RATINGS[verdict.verdict];
  const { title, url, published, publisher } = source;
  const later = verdict.today;
  const body = [
    `As known on ${verdict.knownOn}: ${verdict.summary}`,
    ...verdict.findings.map(({ text }) => text),
    ...(later === undefined ? [] : [`As known on ${later.knownOn}: ${later.summary}`]),
  ];
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    datePublished: reviewedOn,
    author: { '@type': 'Organization', name: reviewer },
    claimReviewed: said.claim.quote,
    itemReviewed: {
      '@type': 'Claim',
      ...(publisher === undefined ? {} : { author: { '@type': 'Organization', name: publisher } }),
      ...(published === undefined ? {} : { datePublished: published }),
      appearance: {
        '@type': 'CreativeWork',
        headline: title,
        ...(url === undefined ? {} : { url }),
        ...(published === undefined ? {} : { datePublished: published }),
      },
    },
    reviewRating: {
      '@type': 'Rating',
      alternateName: name,
      ...(value === undefined ? {} : { ratingValue: value, worstRating: 1, bestRating: 5 }),
    },
    reviewBody: body.join('\n'),
    citation: citations(reviewed),
  };
}

function citations({ verdict, statements }: ReviewedClaim): JsonObject[] {
  const findings = [...verdict.findings, ...(verdict.today?.findings ?? [])];
  const ids = new Set(findings.flatMap(({ evidence }) => evidence));
  const pages = statements
    .filter(({ id }) => ids.has(id))
    .flatMap(({ references = [] }) => references)
    .map(({ title, url, published }) => ({
      '@type': 'CreativeWork',
      name: title,
      url,
      ...(published === undefined ? {} : { datePublished: published }),
    }));
  return [...new Map(pages.map((page) => [page.url, page])).values()];
}
