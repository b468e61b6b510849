import type { FormulaGraph } from '@tranche/core/formula';
import type { PlainDate } from '@tranche/core/time';

export const VERDICTS = ['supported', 'contradicted', 'mixed', 'cannot_tell'] as const;
export type VerdictKind = (typeof VERDICTS)[number];

/** What a check looks at. */
export type CheckKind =
  | 'conversion'
  | 'unit'
  | 'rank'
  | 'record'
  | 'valuation_rank'
  | 'money_kind'
  | 'partners'
  | 'amount'
  | 'stake'
  | 'sum'
  | 'no_external_funding'
  | 'none';

/** One thing found on the way to a verdict. */
export interface Finding {
  readonly text: string;
  /** Node of the verdict's graph, where the finding is a number. */
  readonly node?: string;
  /** Ids of the statements it rests on. */
  readonly evidence: readonly string[];
}

/** What can be said of a claim with what was known on one day. */
export interface Opinion {
  readonly verdict: VerdictKind;
  readonly check: CheckKind;
  /** One sentence an editor could print. */
  readonly summary: string;
  /** What has to happen first: "only if the deal is signed". */
  readonly condition?: string;
  readonly findings: readonly Finding[];
}

/** Whether a claim holds, as known on a day, with what was known later beside it. */
export interface Verdict extends Opinion {
  readonly knownOn: PlainDate;
  /** Present when a later day was asked about and something more was known by then. */
  readonly today?: Opinion & { readonly knownOn: PlainDate };
  /** Every node of the findings, those of `today` included, lives here. */
  readonly graph: FormulaGraph;
}

/**
 * Several opinions of one claim as one. The first that decides gives the kind and the sentence, and one that
 * contradicts goes before those that support; support and contradiction together are mixed, unless the
 * contradiction is of what the claim is about (`decisive`). All findings are kept.
 */
export function combined(
  opinions: readonly (Opinion & { readonly decisive?: boolean })[],
): Opinion | undefined {
  const [first] = opinions;
  if (first === undefined) return undefined;
  const deciding = opinions.filter(({ verdict }) => verdict !== 'cannot_tell');
  const lead =
    deciding.find(({ decisive }) => decisive) ??
    deciding.find(({ verdict }) => verdict === 'contradicted') ??
    deciding.find(({ verdict }) => verdict === 'mixed') ??
    deciding[0] ??
    first;
  const kinds = new Set(deciding.map(({ verdict }) => verdict));
  const verdict = lead.decisive || kinds.size <= 1 ? lead.verdict : 'mixed';
  const others = opinions.filter((one) => one !== lead);
  const condition = opinions.find((one) => one.condition !== undefined)?.condition;
  return {
    verdict,
    check: lead.check,
    summary: lead.summary,
    ...(condition === undefined ? {} : { condition }),
    findings: [
      ...lead.findings,
      ...others.flatMap((one) => [
        ...(one.verdict === 'cannot_tell' ? [] : [{ text: one.summary, evidence: evidenceOf(one) }]),
        ...one.findings,
      ]),
    ],
  };
}

const evidenceOf = (opinion: Opinion): readonly string[] => [
  ...new Set(opinion.findings.flatMap(({ evidence }) => evidence)),
];
