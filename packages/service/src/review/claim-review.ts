import { webAddress } from '../page/html.ts';
import type { ClaimView, SourceView, VerdictView } from '../views/index.ts';
import type { ClaimReview, CreativeWork, Reviewer, WhoSaid } from './shape.ts';

/** From wrong to right; what cannot be told has no number. */
const RATINGS: Readonly<Record<VerdictView['verdict'], { readonly name: string; readonly value?: number }>> =
  {
    contradicted: { name: 'Contradicted', value: 1 },
    mixed: { name: 'Mixed', value: 3 },
    supported: { name: 'Supported', value: 5 },
    cannot_tell: { name: 'Cannot be told' },
  };

/**
 * The verdicts of a document as schema.org ClaimReview (JSON-LD), one each: what is said as the claim, its quote and
 * its document as where it appeared, the sentence and the findings as the review, the pages of the evidence as
 * citations. `reviewer` vouches for the reviews. The rating runs from 1 (contradicted) to 5 (supported). Claims that nothing could be held against are
 * left out. Source: https://schema.org/ClaimReview. Fails: never.
 */
export function claimReviewsOf(source: SourceView, reviewer = 'Tranche'): readonly ClaimReview[] {
  return [
    ...source.documentVerdicts.map((verdict) =>
      reviewOf(source, verdict, { said: verdict.quote, quote: verdict.quote }, reviewer),
    ),
    ...source.claims.flatMap((claim) => {
      const { verdict, sentence, quote } = claim;
      return verdict === undefined || verdict.check === 'none'
        ? []
        : [reviewOf(source, verdict, { said: sentence, quote, by: vouchedBy(claim) }, reviewer)];
    }),
  ];
}

/** JSON-LD that can be set into a page between script tags as it stands: no quote of a document can end them. */
export const claimReviewText = (reviews: readonly ClaimReview[]): string =>
  `${JSON.stringify(reviews, null, 2)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')}\n`;

interface Said {
  readonly said: string;
  readonly quote: string;
  readonly by?: WhoSaid | undefined;
}

function reviewOf(
  { title, url, published, publisher, today: on }: SourceView,
  verdict: VerdictView,
  { said, quote, by }: Said,
  reviewer: string,
): ClaimReview {
  const { name, value } = RATINGS[verdict.verdict];
  const address = url === undefined ? undefined : webAddress(url);
  const author = by ?? (publisher === undefined ? undefined : organization(publisher));
  const { today, condition, knownOn, summary, findings } = verdict;
  const body = [
    `As known on ${knownOn ?? on}: ${summary}`,
    ...(condition === undefined ? [] : [`Condition: ${condition}.`]),
    ...findings.map(({ text }) => text),
    ...(today === undefined ? [] : [`As known on ${today.knownOn}: ${today.summary}`]),
  ];
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    datePublished: on,
    author: organization(reviewer),
    claimReviewed: said,
    itemReviewed: {
      '@type': 'Claim',
      text: quote,
      ...(author === undefined ? {} : { author }),
      ...(published === undefined ? {} : { datePublished: published }),
      appearance: {
        '@type': 'CreativeWork',
        headline: title,
        ...(address === undefined ? {} : { url: address }),
        ...(published === undefined ? {} : { datePublished: published }),
        ...(publisher === undefined ? {} : { publisher: organization(publisher) }),
      },
    },
    reviewRating: {
      '@type': 'Rating',
      alternateName: name,
      ratingExplanation: summary,
      ...(value === undefined ? {} : { ratingValue: value, worstRating: 1, bestRating: 5 }),
    },
    reviewBody: body.join('\n'),
    citation: citations(verdict),
  };
}

const organization = (name: string): Reviewer => ({ '@type': 'Organization', name });

/** Who vouches for the claim inside its document, where the text names somebody. */
function vouchedBy({ json }: ClaimView): WhoSaid | undefined {
  const attribution = json.attribution;
  if (typeof attribution !== 'object' || attribution === null) return undefined;
  const { kind, name, relay_of } = attribution as Readonly<Record<string, unknown>>;
  if (typeof relay_of === 'string') return organization(relay_of);
  if (typeof name !== 'string') return undefined;
  return kind === 'named_person' ? { '@type': 'Person', name } : organization(name);
}

function citations({ findings, today }: VerdictView): CreativeWork[] {
  const works = [...findings, ...(today?.findings ?? [])]
    .flatMap(({ evidence }) => evidence)
    .flatMap(({ references = [], source }): CreativeWork[] => [
      ...references.flatMap(({ title, url, published }): CreativeWork[] => {
        const address = webAddress(url);
        const dated = published === undefined ? {} : { datePublished: published };
        return address === undefined
          ? []
          : [{ '@type': 'CreativeWork', headline: title, url: address, ...dated }];
      }),
      ...(source === undefined
        ? []
        : [
            {
              '@type': 'CreativeWork' as const,
              headline: source.title,
              ...(source.published === undefined ? {} : { datePublished: source.published }),
              ...(source.publisher === undefined ? {} : { publisher: organization(source.publisher) }),
            },
          ]),
    ]);
  return [
    ...new Map(works.map((work) => [work.url ?? `${work.headline} ${work.datePublished}`, work])).values(),
  ];
}
