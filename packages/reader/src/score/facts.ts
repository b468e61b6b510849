import { sameName } from './names.ts';
import type { Conversion, WrittenAmount } from './values.ts';

/** A claim as JSON: what a reader writes, or what a person annotated. */
export type WrittenClaim = Readonly<Record<string, unknown>>;

export type FactValue =
  | { readonly kind: 'amount'; readonly value: WrittenAmount }
  | { readonly kind: 'pair'; readonly value: Conversion }
  | { readonly kind: 'name' | 'text' | 'date' | 'percent' | 'flag'; readonly value: unknown };

/** The smallest thing that is scored: one field of a claim, with whom it is about. */
export type Fact = FactValue & {
  readonly type: string;
  /** The parties it is about: the issuer, or investor and issuer, and so on. */
  readonly subject: readonly unknown[];
  readonly field: string;
  readonly status?: unknown;
  readonly basis?: string;
  /** Neither rewarded where found nor missed where not. */
  readonly optional: boolean;
  /** The places in the list of claims of those that say it. */
  readonly claims: readonly number[];
};

/** Fields that say who, how much and with whom. */
export const CORE_FIELDS: ReadonlySet<string> = new Set([
  'amount',
  'exists',
  'lead',
  'participant',
  'percent',
  'partner',
  'by',
  'pair',
]);

type Put = (subject: readonly unknown[], field: string, fact: FactValue, more?: Partial<Fact>) => void;

/** A list as claims write it: an array, or names with commas between. */
const listOf = (value: unknown): readonly unknown[] =>
  (value === undefined || value === null
    ? []
    : Array.isArray(value)
      ? value
      : String(value).split(/,\s*/)
  ).filter((item) => item !== undefined && item !== null && item !== '');

const amountOf = (value: unknown): FactValue => ({ kind: 'amount', value: (value ?? {}) as WrittenAmount });
const nothing = (value: unknown): boolean => value === undefined || value === null || value === '';

/**
 * The facts that claims consist of, in their order. A valuation named with a round is a fact about the issuer, like a
 * claim of its own. What is no claim is passed over. Fails: never.
 */
export function factsOf(claims: readonly unknown[], strict: boolean): readonly Fact[] {
  const facts: Fact[] = [];
  const known = claims.map((claim) =>
    typeof claim === 'object' && claim !== null ? (claim as WrittenClaim) : {},
  );
  const rounds = known.filter(({ type }) => type === 'round');
  const isNamedWithRound = (investor: unknown, issuer: unknown): boolean =>
    rounds.some(
      (round) =>
        sameName(round.issuer, issuer, strict) &&
        [...listOf(round.leads), ...listOf(round.participants)].some((name) =>
          sameName(name, investor, strict),
        ),
    );
  known.forEach((claim, index) => {
    const type = String(claim.type);
    const putAs =
      (of: string): Put =>
      (subject, field, fact, more = {}) => {
        if (nothing(fact.value) || subject.some(nothing)) return;
        const base = { type: of, subject, field, status: claim.status, optional: claim.optional === true };
        facts.push({ ...base, claims: [index], ...fact, ...more } as Fact);
      };
    if (Object.hasOwn(PARTS, type)) PARTS[type]?.(claim, putAs(type), putAs('valuation'), isNamedWithRound);
  });
  return facts;
}

type Parts = (
  claim: WrittenClaim,
  put: Put,
  putValuation: Put,
  isNamedWithRound: (investor: unknown, issuer: unknown) => boolean,
) => void;

const text = (value: unknown): FactValue => ({ kind: 'text', value });
const date = (value: unknown): FactValue => ({ kind: 'date', value });
const name = (value: unknown): FactValue => ({ kind: 'name', value });
const EXISTS: FactValue = { kind: 'flag', value: true };

function putAmount(
  claim: WrittenClaim,
  subject: readonly unknown[],
  put: Put,
  more: Partial<Fact> = {},
): void {
  if (!nothing(claim.amount)) put(subject, 'amount', amountOf(claim.amount), more);
}

const PARTS: Readonly<Record<string, Parts>> = {
  round(claim, put, putValuation) {
    const subject = [claim.issuer];
    if (claim.amount) putAmount(claim, subject, put);
    else put(subject, 'exists', EXISTS);
    put(subject, 'stage', text(claim.stage));
    put(subject, 'instrument', text(claim.instrument));
    put(subject, 'date', date(claim.date));
    for (const lead of listOf(claim.leads)) put(subject, 'lead', name(lead));
    for (const backer of listOf(claim.participants)) put(subject, 'participant', name(backer));
    for (const use of listOf(claim.use_of_proceeds)) put(subject, 'use_of_proceeds', text(use));
    const bases = { pre_money: 'pre', post_money: 'post', valuation_unspecified: 'unspecified' };
    for (const [field, basis] of Object.entries(bases)) {
      if (!nothing(claim[field])) putValuation(subject, 'amount', amountOf(claim[field]), { basis });
    }
  },
  tranche(claim, put) {
    putAmount(claim, [claim.issuer], put);
    put([claim.issuer], 'when', date(claim.when));
    put([claim.issuer], 'condition', text(claim.condition));
  },
  investment(claim, put, _, isNamedWithRound) {
    const subject = [claim.investor, claim.issuer];
    if (claim.amount) putAmount(claim, subject, put);
    else
      put(
        subject,
        'exists',
        EXISTS,
        isNamedWithRound(claim.investor, claim.issuer) ? { optional: true } : {},
      );
    put(subject, 'when', date(claim.when));
  },
  syndication: (claim, put) => putAmount(claim, [claim.investor, claim.issuer], put),
  valuation(claim, put) {
    putAmount(claim, [claim.entity], put, { basis: String(claim.basis || 'unspecified') });
    put([claim.entity], 'when', date(claim.when));
  },
  stake(claim, put) {
    put([claim.holder, claim.entity], 'percent', { kind: 'percent', value: claim.percent });
    put([claim.holder, claim.entity], 'when', date(claim.when));
  },
  commitment(claim, put) {
    putAmount(claim, [claim.to], put);
    for (const giver of listOf(claim.by)) put([claim.to], 'by', name(giver));
    put([claim.to], 'period', text(claim.period));
  },
  venture(claim, put) {
    for (const partner of listOf(claim.partners)) put([claim.name], 'partner', name(partner));
    for (const role of Array.isArray(claim.roles) ? claim.roles : [])
      if (role?.party) put([claim.name, role.party], 'role', text(role.role));
  },
  rank(claim, put) {
    put([claim.subject], 'claim', text(claim.claim));
    put([claim.subject], 'object', name(claim.object));
    put([claim.subject], 'over', name(claim.over));
  },
  fx(claim, put) {
    if (claim.from && claim.to)
      put(['fx'], 'pair', { kind: 'pair', value: { from: claim.from, to: claim.to } as Conversion });
  },
  no_external_funding: (claim, put) => put([claim.entity], 'exists', EXISTS),
};
