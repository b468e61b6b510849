import { GraphBuilder } from '@tranche/core/formula';
import type { LedgerClaim, Span } from '../claim/index.ts';
import type { Tier } from '../source/index.ts';
import { benchOf, type CheckDates, checkClaim, type Evidence } from './check-claim.ts';
import { checkHeadline, type DocumentFigure } from './headline-unit.ts';
import type { Verdict } from './verdict.ts';

export interface DocumentQuestion extends CheckDates {
  /** The stored text, from which quotes of the document's own errors are cut. */
  readonly text: string;
  readonly claims: readonly LedgerClaim[];
  readonly publisher?: string;
  /** The ids of other sources that tell its story in much the same words. */
  readonly tellings?: ReadonlySet<string>;
  /** The tier of what the document says in its own voice. */
  readonly tier?: Tier;
  /** Every amount of money in the text, claimed or not. */
  readonly figures: readonly DocumentFigure[];
  readonly evidence: Evidence;
}

export interface CheckedDocument {
  /** One per claim that was checked, in the order of the claims. */
  readonly claims: readonly { readonly said: LedgerClaim; readonly verdict: Verdict }[];
  /** Errors of the document itself, such as a headline in the wrong currency, with the place they stand at. */
  readonly errors: readonly { readonly verdict: Verdict; readonly quote: string; readonly span: Span }[];
}

/** Checks every claim of a document, and its headline against its body. Fails: never. */
export function checkDocument(question: DocumentQuestion): CheckedDocument {
  const { claims, figures, text, publisher, tellings, tier, spokenOn, today, knownOn = spokenOn } = question;
  const by = {
    ...(publisher === undefined ? {} : { publisher }),
    ...(tellings === undefined ? {} : { tellings }),
    ...(tier === undefined ? {} : { tier }),
  };
  const dates = { spokenOn, knownOn, ...(today === undefined ? {} : { today }) };
  const evidence = { ...question.evidence, ...remembered(question.evidence) };
  const builder = new GraphBuilder();
  const bench = benchOf({ document: claims, evidence, spokenOn, ...by }, builder, knownOn);
  const errors = checkHeadline(bench, figures);
  const graph = builder.build();
  return {
    claims: claims.flatMap((said) => {
      const verdict = checkClaim({ ...dates, ...by, said, document: claims, evidence });
      return verdict === undefined ? [] : [{ said, verdict }];
    }),
    errors: errors.map(({ span, ...opinion }) => ({
      verdict: { ...opinion, knownOn, graph },
      quote: text.slice(span[0], span[1]),
      span,
    })),
  };
}

/** Several claims of a document ask for the same ranking, or the same table; each is worked out once. */
function remembered({ rankInvestors, leagueSources }: Evidence): Partial<Evidence> {
  return {
    ...(rankInvestors === undefined
      ? {}
      : {
          rankInvestors: once(rankInvestors, ({ issuer, measure, asOf, knownOn }) => [
            issuer,
            measure,
            asOf,
            knownOn,
          ]),
        }),
    ...(leagueSources === undefined
      ? {}
      : { leagueSources: once(leagueSources, ({ asOf, knownOn }) => [asOf, knownOn]) }),
  };
}

function once<Q, A>(
  answer: (question: Q) => A,
  keyOf: (question: Q) => readonly string[],
): (question: Q) => A {
  const known = new Map<string, A>();
  return (question) => {
    const key = JSON.stringify(keyOf(question));
    const found = known.get(key) ?? answer(question);
    known.set(key, found);
    return found;
  };
}
