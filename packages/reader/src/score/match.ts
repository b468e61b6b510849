import { type Fact, factsOf, type WrittenClaim } from './facts.ts';
import { sameName } from './names.ts';
import {
  type Conversion,
  sameAmount,
  sameConversion,
  sameDate,
  samePercent,
  samePhrase,
  type WrittenAmount,
} from './values.ts';

/** What was annotated and what was read of one text, fact by fact. */
export interface MatchedFacts {
  readonly gold: readonly GoldFact[];
  readonly read: readonly ReadFact[];
}

export interface GoldFact {
  readonly fact: Fact;
  /** What was read of it; nothing where it was missed. */
  hit: Fact | undefined;
}

export interface ReadFact {
  readonly fact: Fact;
  hit: Fact | undefined;
  /** Says again what is credited already: neither right nor wrong. */
  isRepeat: boolean;
}

const STATUS_GROUPS: Readonly<Record<string, string>> = {
  rumoured: 'talk',
  in_talks: 'talk',
  planned: 'plan',
  agreed: 'plan',
  closed: 'done',
  completed: 'done',
  abandoned: 'off',
};

/** Statuses that a lenient comparison treats as one. */
export const statusGroup = (status: unknown): string | undefined => STATUS_GROUPS[String(status)];

/** The conversions that annotated claims print. */
export const conversionsOf = (gold: readonly WrittenClaim[]): readonly Conversion[] =>
  gold
    .filter(({ type }) => type === 'fx')
    .map(({ from, to }) => ({ from: (from ?? {}) as WrittenAmount, to: (to ?? {}) as WrittenAmount }));

/** Whether two facts say the same of the same parties; status and basis are compared apart. */
export function sameFact(
  one: Fact,
  other: Fact,
  conversions: readonly Conversion[],
  strict: boolean,
): boolean {
  if (one.type !== other.type || one.field !== other.field || one.subject.length !== other.subject.length)
    return false;
  if (
    one.type !== 'fx' &&
    !one.subject.every((party, index) => sameName(party, other.subject[index], strict))
  )
    return false;
  if (one.kind === 'amount' && other.kind === 'amount')
    return sameAmount(one.value, other.value, conversions, strict);
  if (one.kind === 'pair' && other.kind === 'pair') return sameConversion(one.value, other.value, strict);
  if (one.kind === 'name') return sameName(one.value, other.value, strict);
  if (one.kind === 'percent') return samePercent(one.value, other.value, strict);
  if (one.kind === 'date') return sameDate(one.value, other.value, strict);
  if (one.kind === 'text') return samePhrase(one.value, other.value, strict);
  return true;
}

/** Facts said once each; the same fact with another status or basis stays. */
function once(facts: readonly Fact[], conversions: readonly Conversion[], strict: boolean): readonly Fact[] {
  const kept: Fact[] = [];
  for (const fact of facts) {
    const at = kept.findIndex(
      (one) =>
        one.status === fact.status && one.basis === fact.basis && sameFact(one, fact, conversions, strict),
    );
    const before = kept[at];
    if (before === undefined) kept.push(fact);
    else
      kept[at] = {
        ...before,
        optional: before.optional && fact.optional,
        claims: [...before.claims, ...fact.claims],
      };
  }
  return kept;
}

/** From the closest likeness to the loosest: pairs with the same status and basis are made first. */
const LIKENESSES: readonly ((read: Fact, gold: Fact) => boolean)[] = [
  (read, gold) => read.status === gold.status && read.basis === gold.basis,
  (read, gold) => read.basis === gold.basis && statusGroup(read.status) === statusGroup(gold.status),
  (read, gold) => read.basis === gold.basis,
  () => true,
];

/** Pairs what was read with what was annotated, each fact at most once. Fails: never. */
export function matchFacts(
  gold: readonly WrittenClaim[],
  read: readonly WrittenClaim[],
  strict = false,
): MatchedFacts {
  const conversions = conversionsOf(gold);
  const factsIn = (claims: readonly WrittenClaim[]) => once(factsOf(claims, strict), conversions, strict);
  const annotated: GoldFact[] = factsIn(gold).map((fact) => ({ fact, hit: undefined }));
  const found: ReadFact[] = factsIn(read).map((fact) => ({ fact, hit: undefined, isRepeat: false }));
  for (const optional of [false, true]) {
    for (const alike of LIKENESSES) {
      for (const one of found) {
        if (one.hit !== undefined) continue;
        const match = annotated.find(
          ({ fact, hit }) =>
            hit === undefined &&
            fact.optional === optional &&
            alike(one.fact, fact) &&
            sameFact(one.fact, fact, conversions, strict),
        );
        if (match === undefined) continue;
        one.hit = match.fact;
        match.hit = one.fact;
      }
    }
  }
  for (const one of found) {
    one.isRepeat =
      one.hit === undefined &&
      annotated.some(({ fact, hit }) => hit !== undefined && sameFact(one.fact, fact, conversions, strict));
  }
  return { gold: annotated, read: found };
}
