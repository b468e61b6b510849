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
  | 'date'
  | 'lead'
  | 'valuation'
  | 'control'
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

/** One opinion among several of a claim. */
export interface Contribution extends Opinion {
  /** It is about what the claim is about, and settles the verdict alone. */
  readonly decisive?: boolean;
  /** What the sentence should not leave out when another opinion gives it: "up to USD 10bn of it may ...". */
  readonly aside?: string;
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
export function combined(opinions: readonly Contribution[]): Opinion | undefined {
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
    summary: withAsides(lead.summary, others),
    ...(condition === undefined ? {} : { condition }),
    findings: merged([
      ...lead.findings,
      ...others.filter((one) => !lead.decisive || one.verdict !== 'cannot_tell').flatMap(findingsOf),
    ]),
  };
}

const findingsOf = (opinion: Opinion): readonly Finding[] => [
  ...(opinion.verdict === 'cannot_tell' ? [] : [{ text: opinion.summary, evidence: evidenceOf(opinion) }]),
  ...opinion.findings,
];

/** What several say in the same words is said once, with the evidence of all. */
function merged(findings: readonly Finding[]): readonly Finding[] {
  const byText = new Map<string, Finding>();
  for (const finding of findings) {
    const same = byText.get(finding.text);
    const evidence = [...new Set([...(same?.evidence ?? []), ...finding.evidence])];
    byText.set(finding.text, { ...finding, ...same, evidence });
  }
  return [...byText.values()];
}

function withAsides(summary: string, others: readonly Contribution[]): string {
  const asides = others.flatMap(({ aside }) => aside ?? []);
  return asides.length === 0 ? summary : `${summary.replace(/\.$/, '')}; ${asides.join('; ')}.`;
}

const evidenceOf = (opinion: Opinion): readonly string[] => [
  ...new Set(opinion.findings.flatMap(({ evidence }) => evidence)),
];
