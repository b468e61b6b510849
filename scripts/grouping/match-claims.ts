import type { JsonObject } from '@tranche/ledger/claim';
import { scoreDoc } from '../../packages/reader/corpus/score.mjs';

export interface FoundLabels {
  /** By the place of the read claim in its list. */
  readonly labels: ReadonlyMap<number, string>;
  readonly unread: number;
}

/** The fields that say which fact a claim is: its amount, or that it exists where it has none. */
const CORE = new Set(['amount', 'exists']);

/**
 * The labels of annotated claims for the claims that a reader finds in the same text. Two claims match when they are
 * of one type and the corpus scorer takes their subjects (issuer, investor) for the same, and their amounts: within
 * one hundredth, or in two currencies as the text converts them; a round without an amount matches another one. Of
 * several the pair with most other fields in common goes first (status, date, condition, lead), and each claim is
 * matched once.
 */
export function labelsOfRead(gold: readonly JsonObject[], read: readonly JsonObject[]): FoundLabels {
  const fx = gold.filter(({ type }) => type === 'fx');
  const labelled = gold.flatMap((claim) => {
    const label = claim.label ?? claim.round;
    return typeof label === 'string' && claim.denied !== true ? [{ claim, label }] : [];
  });
  const pairs = labelled
    .flatMap(({ claim, label }, index) =>
      read.flatMap((other, place) => {
        if (claim.type !== other.type) return [];
        const points = agreement(claim, other, fx);
        return points === 0 ? [] : [{ index, place, label, points }];
      }),
    )
    .sort((one, other) => other.points - one.points || one.index - other.index || one.place - other.place);
  const labels = new Map<number, string>();
  const matched = new Set<number>();
  for (const { index, place, label } of pairs) {
    if (matched.has(index) || labels.has(place)) continue;
    matched.add(index);
    labels.set(place, label);
  }
  return { labels, unread: labelled.length - matched.size };
}

interface Tuple {
  readonly t: { readonly type: string; readonly field: string; readonly status?: string };
  readonly hit: { readonly t: { readonly status?: string } } | null;
}

/** How many fields two claims have in common; 0 when they are not about one fact. */
function agreement(gold: JsonObject, read: JsonObject, fx: readonly JsonObject[]): number {
  const tuples = (scoreDoc([gold, ...fx], [read]).g as readonly Tuple[]).filter(
    ({ t }) => t.type === gold.type,
  );
  const core = tuples.filter(({ t }) => CORE.has(t.field));
  if (core.some(({ hit }) => hit === null)) return 0;
  const sameStatus = core.some(({ t, hit }) => t.status !== undefined && hit?.t.status === t.status);
  const hits = tuples.filter(({ hit }) => hit !== null).length;
  // A part of a deal without an amount is told by whom and when alone.
  return hits === 0 && !isSilent(gold, read) ? 0 : 1 + hits + Number(sameStatus);
}

const isSilent = (gold: JsonObject, read: JsonObject): boolean =>
  gold.amount === undefined && read.amount === undefined && gold.investor === read.investor;
