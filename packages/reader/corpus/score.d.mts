/** Types of the corpus scorer's exports. */
export interface Counts {
  precision: number;
  recall: number;
  f1: number;
  tp: number;
  fp: number;
  fn: number;
}
export interface Scores {
  overall: Counts;
  core: Counts;
  by_type: Record<string, Counts>;
  by_field: Record<string, Counts>;
  by_cluster: Record<string, Counts>;
  status: { matched: number; accuracy: number; accuracy_grouped: number; confusion: Record<string, number> };
  valuation_basis_accuracy: number;
  qualifier_accuracy: number;
  round_binding: { rounds: number; whole: number; rate: number };
  negatives: { docs: number; clean: number };
  errors: { id: string; kind: string; type: string; subj: string[]; field: string; value: unknown; status?: string }[];
}
export function score(
  reports: readonly { id: string; cluster: string; gold: readonly object[] }[],
  predOf: (id: string) => readonly object[] | null | undefined,
): Scores;
export function flatten(claims: readonly object[]): object[];
export function scoreDoc(gold: readonly object[], pred: readonly object[]): { g: object[]; p: object[] };
