import type { GraphBuilder } from '../formula/index.ts';

/** Whose money a payer brings: its own, or money it has passed on to (or brings in from) a syndicate. */
export type Share = 'own' | 'syndicated';

/** What one payer owes to one tranche. `committed` and `drawn` are nodes of the graph; unknown is a node too. */
export interface Slice {
  readonly tranche: string;
  readonly payer: string;
  readonly share: Share;
  readonly committed: string;
  readonly drawn: string;
}

/** Nodes: what is bound to be paid, what has been paid of it, and the difference. */
export interface Totals {
  readonly committed: string;
  readonly drawn: string;
  readonly undrawn: string;
}

/** A slice that has certainly drawn more than it committed. `vague` when a source only said "about". */
export interface ExceededSlice {
  readonly tranche: string;
  readonly payer: string;
  readonly share: Share;
  /** Node: drawn less committed. */
  readonly excess: string;
  readonly vague: boolean;
}

export interface CommitmentTotals {
  readonly slices: readonly (Slice & { readonly undrawn: string })[];
  /** In the order in which the slices name them. */
  readonly byTranche: readonly (Totals & { readonly tranche: string })[];
  readonly byPayer: readonly (Totals & { readonly payer: string; readonly share: Share })[];
  readonly own: Totals | undefined;
  readonly syndicated: Totals | undefined;
  readonly total: Totals;
  readonly exceeded: readonly ExceededSlice[];
}

/**
 * What is committed, drawn and undrawn per tranche, per payer, of own and of syndicated money, and in all.
 * Units: every node is a sum in `unit`, a currency code. Undrawn is committed less drawn, and may be negative.
 * Exact: sums of exact slices are exact; a slice with bounds gives bounds, an unknown one an open end.
 * Fails: never. A slice drawn beyond its commitment is listed in `exceeded`, and the sums keep it as it is
 * stated. Without any slice the total is unknown, which is not zero.
 */
export function commitmentTotals(
  builder: GraphBuilder,
  slices: readonly Slice[],
  unit: string,
): CommitmentTotals {
  const whole = (name: string, parts: readonly Slice[]): Totals => {
    const committed = sumOf(
      builder,
      `committed, ${name}`,
      'committed',
      unit,
      parts.map((part) => part.committed),
    );
    const drawn = sumOf(
      builder,
      `drawn, ${name}`,
      'drawn',
      unit,
      parts.map((part) => part.drawn),
    );
    return {
      committed,
      drawn,
      undrawn: difference(builder, `undrawn, ${name}`, 'undrawn', unit, committed, drawn),
    };
  };
  const ofShare = (share: Share): Totals | undefined => {
    const parts = slices.filter((slice) => slice.share === share);
    return parts.length === 0 ? undefined : whole(`${share} money`, parts);
  };
  return {
    slices: slices.map((slice) => ({ ...slice, undrawn: whole(nameOf(slice), [slice]).undrawn })),
    byTranche: grouped(slices, (slice) => slice.tranche).map(([tranche, parts]) => ({
      tranche: tranche.tranche,
      ...whole(tranche.tranche, parts),
    })),
    byPayer: grouped(slices, (slice) => JSON.stringify([slice.payer, slice.share])).map(([first, parts]) => ({
      payer: first.payer,
      share: first.share,
      ...whole(`${first.payer}, ${first.share} money`, parts),
    })),
    own: ofShare('own'),
    syndicated: ofShare('syndicated'),
    total: whole('in all', slices),
    exceeded: slices.flatMap((slice) => exceeded(builder, slice, unit)),
  };
}

const nameOf = (slice: Slice): string => `${slice.tranche}, ${slice.payer}, ${slice.share} money`;

function sumOf(
  builder: GraphBuilder,
  label: string,
  basis: string,
  unit: string,
  operands: readonly string[],
): string {
  const [only, second] = operands;
  if (only === undefined) {
    return builder.unknown({
      label,
      unit,
      basis,
      because: 'no tranche is reported',
      grounds: [{ kind: 'rule', id: 'no-tranche-reported' }],
    });
  }
  return second === undefined ? only : builder.formula({ label, unit, basis, operator: 'add', operands });
}

const difference = (
  builder: GraphBuilder,
  label: string,
  basis: string,
  unit: string,
  whole: string,
  part: string,
): string => builder.formula({ label, unit, basis, operator: 'subtract', operands: [whole, part] });

function exceeded(builder: GraphBuilder, slice: Slice, unit: string): readonly ExceededSlice[] {
  const committed = builder.boundsOf(slice.committed);
  const drawn = builder.boundsOf(slice.drawn);
  if (committed.high === undefined || drawn.low === undefined) return [];
  if (drawn.low.compare(committed.high) <= 0) return [];
  const { tranche, payer, share } = slice;
  const label = `drawn beyond the commitment, ${nameOf(slice)}`;
  const excess = difference(builder, label, 'excess', unit, slice.drawn, slice.committed);
  return [{ tranche, payer, share, excess, vague: committed.vague || drawn.vague }];
}

/** Groups in order of first appearance, each with its first member. */
function grouped(
  slices: readonly Slice[],
  key: (slice: Slice) => string,
): readonly (readonly [Slice, readonly Slice[]])[] {
  const groups = new Map<string, { readonly first: Slice; readonly parts: Slice[] }>();
  for (const slice of slices) {
    const known = groups.get(key(slice));
    if (known) known.parts.push(slice);
    else groups.set(key(slice), { first: slice, parts: [slice] });
  }
  return [...groups.values()].map(({ first, parts }) => [first, parts] as const);
}
