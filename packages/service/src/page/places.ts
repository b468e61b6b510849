import type { SourceView, VerdictView } from '../views/index.ts';

/** One verdict on the words of a place; without a sentence where it is on the document itself. */
export interface Judged {
  readonly verdict: VerdictView;
  readonly sentence?: string;
  /** The language model that drafted the claim. */
  readonly draftedBy?: string;
}

/** Words of a text of which something was checked, once or several times, numbered in the order of the text. */
export interface Place {
  readonly number: number;
  readonly span: readonly [start: number, end: number];
  readonly quote: string;
  /** The verdict to mark it by: the one that an editor has most to do about. */
  readonly kind: VerdictView['verdict'];
  readonly judged: readonly Judged[];
}

const GRAVEST = ['contradicted', 'mixed', 'cannot_tell', 'supported'] as const;

/** The verdicts of a document by the words they are on; verdicts on the same words stand together. */
export function judgedPlaces({ claims, documentVerdicts }: SourceView): readonly Place[] {
  const found = [
    ...documentVerdicts.map((verdict) => ({
      span: verdict.quoteSpan,
      quote: verdict.quote,
      judged: { verdict },
    })),
    ...claims.flatMap(({ verdict, quote, quoteSpan, sentence, draftedBy }) =>
      verdict === undefined || verdict.check === 'none'
        ? []
        : [
            {
              span: quoteSpan,
              quote,
              judged: { verdict, sentence, ...(draftedBy === undefined ? {} : { draftedBy }) },
            },
          ],
    ),
  ];
  const places = new Map<string, { span: readonly [number, number]; quote: string; judged: Judged[] }>();
  for (const { span, quote, judged } of found) {
    const key = span.join('-');
    const place = places.get(key) ?? { span, quote, judged: [] };
    place.judged.push(judged);
    places.set(key, place);
  }
  return [...places.values()]
    .sort((one, other) => one.span[0] - other.span[0] || one.span[1] - other.span[1])
    .map((place, index) => ({ ...place, number: index + 1, kind: gravest(place.judged) }));
}

const gravest = (judged: readonly Judged[]): VerdictView['verdict'] =>
  GRAVEST.find((kind) => judged.some(({ verdict }) => verdict.verdict === kind)) ?? 'supported';
