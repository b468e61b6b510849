import { CORE_FIELDS, type Fact, factsOf, type WrittenClaim } from './facts.ts';
import { conversionsOf, matchFacts, sameFact, statusGroup } from './match.ts';

/** A text as it was annotated and as it was read; claims that a text only denies are left out of both. */
export interface ScoredText {
  readonly id: string;
  readonly cluster: string;
  readonly gold: readonly WrittenClaim[];
  readonly read: readonly WrittenClaim[];
}

/** Facts found, found wrongly and missed; shares are of 1, rounded to four digits. */
export interface Counts {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
}

/** How many of those looked at are right; the share is absent where there are none. */
export interface Share {
  readonly of: number;
  readonly right: number;
  readonly share?: number;
}

export interface Score {
  readonly texts: number;
  readonly overall: Counts;
  readonly core: Counts;
  readonly byType: Readonly<Record<string, Counts>>;
  readonly byField: Readonly<Record<string, Counts>>;
  readonly byCluster: Readonly<Record<string, Counts>>;
  readonly status: Share;
  /** Statuses that differ only in how far a deal is told to have come count as right. */
  readonly statusGrouped: Share;
  readonly basis: Share;
  readonly qualifier: Share;
  /** Rounds whose amount and parties were read together in one round. */
  readonly wholeRounds: Share;
  /** Texts without a claim in which nothing was read. */
  readonly negatives: Share;
}

interface Tally {
  tp: number;
  fp: number;
  fn: number;
}

class Tallies {
  readonly #byName = new Map<string, Tally>();
  add(name: string, kind: keyof Tally): void {
    const tally = this.#byName.get(name) ?? { tp: 0, fp: 0, fn: 0 };
    tally[kind] += 1;
    this.#byName.set(name, tally);
  }
  counts(name = ''): Counts {
    return countsOf(this.#byName.get(name) ?? { tp: 0, fp: 0, fn: 0 });
  }
  all(): Readonly<Record<string, Counts>> {
    const names = [...this.#byName.keys()].sort();
    return Object.fromEntries(names.map((name) => [name, this.counts(name)]));
  }
}

class Rate {
  #of = 0;
  #right = 0;
  add(isRight: boolean): void {
    this.#of += 1;
    if (isRight) this.#right += 1;
  }
  get share(): Share {
    const counts = { of: this.#of, right: this.#right };
    return this.#of === 0 ? counts : { ...counts, share: rounded(this.#right / this.#of) };
  }
}

const rounded = (value: number): number => Number(value.toFixed(4));

function countsOf({ tp, fp, fn }: Tally): Counts {
  const precision = tp + fp > 0 ? tp / (tp + fp) : fn > 0 ? 0 : 1;
  const recall = tp + fn > 0 ? tp / (tp + fn) : 1;
  const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  return { precision: rounded(precision), recall: rounded(recall), f1: rounded(f1), tp, fp, fn };
}

/** Fields whose status is compared. */
export const WITH_STATUS = new Set(['amount', 'exists', 'percent']);

/**
 * Scores what was read against what was annotated, as the scorer of the corpus does; `strict` wants exact numbers,
 * dates and names. Fails: never.
 */
export function scoreTexts(texts: readonly ScoredText[], strict = false): Score {
  const [overall, core, byType, byField, byCluster] = Array.from({ length: 5 }, () => new Tallies());
  const [status, grouped, basis, qualifier, whole, negatives] = Array.from({ length: 6 }, () => new Rate());
  for (const { cluster, gold, read } of texts) {
    const matched = matchFacts(gold, read, strict);
    const add = ({ type, field }: Fact, kind: keyof Tally): void => {
      overall?.add('', kind);
      if (CORE_FIELDS.has(field)) core?.add('', kind);
      byType?.add(type, kind);
      byField?.add(`${type}.${field}`, kind);
      byCluster?.add(cluster, kind);
    };
    for (const { fact, hit } of matched.gold) if (!fact.optional) add(fact, hit === undefined ? 'fn' : 'tp');
    for (const { fact, hit, isRepeat } of matched.read) {
      if (hit === undefined) {
        if (!isRepeat) add(fact, 'fp');
      } else if (!hit.optional) {
        if (hit.status && WITH_STATUS.has(hit.field)) {
          status?.add(fact.status === hit.status);
          const group = statusGroup(fact.status);
          grouped?.add(group !== undefined && group === statusGroup(hit.status));
        }
        if (hit.basis !== undefined) basis?.add(fact.basis === hit.basis);
        if (hit.kind === 'amount') qualifier?.add(qualifierOf(fact) === qualifierOf(hit));
      }
    }
    for (const isWhole of wholeRounds(gold, read, strict)) whole?.add(isWhole);
    if (gold.length === 0) negatives?.add(matched.read.length === 0);
  }
  const counts = (tallies: Tallies | undefined): Counts =>
    tallies?.counts() ?? countsOf({ tp: 0, fp: 0, fn: 0 });
  const share = (rate: Rate | undefined): Share => rate?.share ?? { of: 0, right: 0 };
  return {
    texts: texts.length,
    overall: counts(overall),
    core: counts(core),
    byType: byType?.all() ?? {},
    byField: byField?.all() ?? {},
    byCluster: byCluster?.all() ?? {},
    status: share(status),
    statusGrouped: share(grouped),
    basis: share(basis),
    qualifier: share(qualifier),
    wholeRounds: share(whole),
    negatives: share(negatives),
  };
}

/** The qualifier of an amount; plain sums are exact. */
export const qualifierOf = (fact: Fact): unknown =>
  fact.kind === 'amount' ? fact.value.qualifier || 'exact' : undefined;

/** For each annotated round with an amount, whether one round that was read has all its parts; each is used once. */
function wholeRounds(
  gold: readonly WrittenClaim[],
  read: readonly WrittenClaim[],
  strict: boolean,
): readonly boolean[] {
  const conversions = conversionsOf(gold);
  const parts = (claim: WrittenClaim) =>
    factsOf([claim], strict).filter(({ field }) => CORE_FIELDS.has(field));
  const candidates = read.filter((claim) => claim?.type === 'round').map(parts);
  const used = new Set<number>();
  return gold
    .filter((claim) => claim.type === 'round' && claim.amount && claim.optional !== true)
    .map((claim) => {
      const needed = parts(claim);
      const at = candidates.findIndex(
        (having, index) =>
          !used.has(index) &&
          needed.every((need) => having.some((fact) => sameFact(fact, need, conversions, strict))),
      );
      if (at >= 0) used.add(at);
      return at >= 0;
    });
}
