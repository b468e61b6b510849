import { CORE_FIELDS, type Fact, type WrittenClaim } from './facts.ts';
import { type MatchedFacts, matchFacts } from './match.ts';
import { sameName } from './names.ts';
import { qualifierOf, WITH_STATUS } from './score.ts';

/** How a fact or a claim came out. `wrong` is a missed and a spurious one that stand against each other. */
export type Outcome = 'matched' | 'wrong' | 'missed' | 'spurious';

/** One field of a claim: what was expected and what was read, as the claims have them. */
export interface FieldOutcome {
  readonly type: string;
  /** A scored field; or `status`, `basis` or `qualifier` of one that was found. */
  readonly field: string;
  readonly outcome: Outcome;
  readonly expected?: unknown;
  readonly read?: unknown;
  /** Who it is about, where that is what differs. */
  readonly expectedOf?: string;
  readonly readOf?: string;
  readonly isCore: boolean;
  /** A rating of a fact that was found: not counted among the facts. */
  readonly isRating: boolean;
}

/** A claim as annotated, as read, or both, by their places in the lists. */
export interface ClaimOutcome {
  readonly outcome: Outcome;
  readonly type: string;
  /** The parties it is about, as annotated, or else as read. */
  readonly about?: string;
  readonly gold?: number;
  readonly read?: number;
  /** Neither rewarded where found nor missed where not. */
  readonly isOptional: boolean;
  readonly fields: readonly FieldOutcome[];
}

/**
 * Compares what was read of one text with what was annotated, claim by claim and field by field. Every fact that the
 * score counts stands in exactly one claim: `matched` ones are its hits, `missed` and `wrong` ones what was missed,
 * `spurious` and `wrong` ones what should not be there. Optional claims of
 * which nothing was read are left out; denied ones are not to be among the claims. Fails: never.
 */
export function compareClaims(
  gold: readonly WrittenClaim[],
  read: readonly WrittenClaim[],
): readonly ClaimOutcome[] {
  const matched = matchFacts(gold, read);
  const pairs = pairClaims(gold, read, matched);
  const ofGold = matched.gold.map((one) => ({ ...one, claim: ownerOf(one.fact, gold) }));
  const ofRead = matched.read.map((one) => ({ ...one, claim: ownerOf(one.fact, read), isTaken: false }));
  const outcomes = gold.flatMap((claim, at): readonly ClaimOutcome[] => {
    const partner = pairs.get(at);
    const isOptional = claim.optional === true;
    const spurious = ofRead.filter((one) => one.claim === partner && one.hit === undefined && !one.isRepeat);
    const own = ofGold.filter((one) => one.claim === at);
    const fields = own.flatMap(({ fact, hit }): readonly FieldOutcome[] => {
      if (hit !== undefined)
        return fact.optional ? [found(fact, hit)] : [found(fact, hit), ...ratings(fact, hit)];
      if (fact.optional) return [];
      const against = spurious.find(
        (one) => !one.isTaken && one.fact.type === fact.type && one.fact.field === fact.field,
      );
      if (against === undefined) return [missing(fact)];
      against.isTaken = true;
      return [differing(fact, against.fact)];
    });
    const extra = spurious.filter((one) => !one.isTaken);
    for (const one of extra) one.isTaken = true;
    const all = [...fields, ...extra.map(({ fact }) => surplus(fact))];
    const outcome = claimOutcome(all, partner !== undefined);
    if (isOptional && all.length === 0) return [];
    const result: ClaimOutcome = {
      outcome,
      type: String(claim.type),
      ...aboutOf(own[0]?.fact),
      gold: at,
      ...(partner === undefined ? {} : { read: partner }),
      isOptional,
      fields: all,
    };
    return [result];
  });
  const alone = read.flatMap((claim, at): readonly ClaimOutcome[] => {
    const own = ofRead.filter(
      (one) => one.claim === at && !one.isTaken && one.hit === undefined && !one.isRepeat,
    );
    const fields = own.map(({ fact }) => surplus(fact));
    if (fields.length === 0) return [];
    return [
      {
        outcome: 'spurious',
        type: String(claim.type),
        ...aboutOf(own[0]?.fact),
        read: at,
        isOptional: false,
        fields,
      },
    ];
  });
  return [...outcomes, ...alone];
}

function claimOutcome(fields: readonly FieldOutcome[], isPaired: boolean): Outcome {
  if (fields.every(({ outcome }) => outcome === 'matched')) return 'matched';
  const isMissed = fields.every(({ outcome }) => outcome === 'missed');
  return isMissed && !isPaired ? 'missed' : 'wrong';
}

const base = ({ type, field }: Fact) => ({ type, field, isCore: CORE_FIELDS.has(field), isRating: false });
const found = (fact: Fact, hit: Fact): FieldOutcome => ({
  ...base(fact),
  outcome: 'matched',
  expected: fact.value,
  read: hit.value,
});
const missing = (fact: Fact): FieldOutcome => ({ ...base(fact), outcome: 'missed', expected: fact.value });
const surplus = (fact: Fact): FieldOutcome => ({
  ...base(fact),
  outcome: 'spurious',
  read: fact.value,
  readOf: partiesOf(fact),
});

function differing(fact: Fact, other: Fact): FieldOutcome {
  const [expectedOf, readOf] = [partiesOf(fact), partiesOf(other)];
  const isOfAnother = !sameParties(fact, other);
  return {
    ...base(fact),
    outcome: 'wrong',
    expected: fact.value,
    read: other.value,
    ...(isOfAnother ? { expectedOf, readOf } : {}),
  };
}

const aboutOf = (fact: Fact | undefined): { about?: string } =>
  fact === undefined || fact.type === 'fx' ? {} : { about: partiesOf(fact) };

const partiesOf = ({ subject }: Fact): string => subject.map(String).join(', ');
const sameParties = (one: Fact, other: Fact): boolean =>
  one.subject.length === other.subject.length &&
  one.subject.every((party, index) => sameName(party, other.subject[index], false));

/** What the score rates of a fact that was found, where it differs. */
function ratings(fact: Fact, hit: Fact): readonly FieldOutcome[] {
  const rated: readonly (readonly [field: string, expected: unknown, read: unknown, applies: boolean])[] = [
    ['status', fact.status, hit.status, Boolean(fact.status) && WITH_STATUS.has(fact.field)],
    ['basis', fact.basis, hit.basis, fact.basis !== undefined],
    ['qualifier', qualifierOf(fact), qualifierOf(hit), fact.kind === 'amount'],
  ];
  return rated
    .filter(([, expected, read, applies]) => applies && expected !== read)
    .map(([field, expected, read]) => ({
      type: fact.type,
      field,
      outcome: 'wrong',
      expected,
      read,
      isCore: false,
      isRating: true,
    }));
}

/** The claim that a fact is shown with: of those that say it, one of the fact's own type where there is one. */
const ownerOf = (fact: Fact, claims: readonly WrittenClaim[]): number | undefined =>
  fact.claims.find((at) => claims[at]?.type === fact.type) ?? fact.claims[0];

/**
 * Which read claim stands against which annotated one: those that share most facts first; then, of one type, those
 * that are about the same parties, or say the same of others.
 */
function pairClaims(
  gold: readonly WrittenClaim[],
  read: readonly WrittenClaim[],
  matched: MatchedFacts,
): ReadonlyMap<number, number> {
  const shared = new Map<string, number>();
  const add = (one: number | undefined, other: number | undefined, weight: number): void => {
    if (one === undefined || other === undefined || gold[one]?.type !== read[other]?.type) return;
    const key = `${one} ${other}`;
    shared.set(key, (shared.get(key) ?? 0) + weight);
  };
  for (const { fact, hit } of matched.gold) {
    if (hit === undefined) continue;
    for (const one of fact.claims) for (const other of hit.claims) add(one, other, 10);
  }
  for (const { fact, hit } of matched.gold) {
    if (hit !== undefined) continue;
    for (const other of matched.read) {
      if (other.hit !== undefined || other.isRepeat) continue;
      if (other.fact.type !== fact.type || other.fact.field !== fact.field) continue;
      const likeness =
        (sameParties(fact, other.fact) ? 1 : 0) +
        (JSON.stringify(fact.value) === JSON.stringify(other.fact.value) ? 1 : 0);
      if (likeness > 0) add(ownerOf(fact, gold), ownerOf(other.fact, read), likeness);
    }
  }
  const pairs = new Map<number, number>();
  const used = new Set<number>();
  const ranked = [...shared].map(([key, weight]) => ({ key: key.split(' ').map(Number), weight }));
  ranked.sort(
    (a, b) => b.weight - a.weight || (a.key[0] ?? 0) - (b.key[0] ?? 0) || (a.key[1] ?? 0) - (b.key[1] ?? 0),
  );
  for (const { key } of ranked) {
    const [one = -1, other = -1] = key;
    if (pairs.has(one) || used.has(other)) continue;
    pairs.set(one, other);
    used.add(other);
  }
  return pairs;
}
