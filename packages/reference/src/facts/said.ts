import type { StatedAmount } from '@tranche/core/money';
import type { PartialDate } from '@tranche/core/time';
import type { ClaimBody, DealStatus, ValuationBasis } from '@tranche/ledger/claim';
import type { FactStatus, RawFact } from './raw-fact.ts';

/** One thing a fact says. The first takes the fact's id; each other adds its own `part` to it. */
export interface Said {
  readonly part: string;
  readonly body: ClaimBody;
  /** The day it speaks of, where that is not the fact's own date. */
  readonly dated?: PartialDate;
  /** Shown before the fact's own note: a basis, or who asserts an alternative. */
  readonly remark?: string;
  /** The fact speaks of it to deny it. */
  readonly denied?: boolean;
}

export type FindFact = (id: string) => RawFact;

/** What a fact of some kind says, and the fields that no claim can carry. */
export interface KindOfFact {
  readonly says: (fact: RawFact, find: FindFact) => readonly Said[];
  readonly leaves: readonly string[];
}

/** The status of a deal by a fact's status, where the kind's own words do not say more. */
const PLAIN: Readonly<Record<FactStatus, DealStatus>> = {
  reported: 'planned',
  announced: 'planned',
  completed: 'closed',
  disputed: 'planned',
  superseded: 'planned',
  denied: 'abandoned',
  derived: 'planned',
};

/** `words` holds what the kind's words say: a reported *sale* has happened, an announced *commitment* is signed. */
export const statusOf = (
  fact: RawFact,
  words: Partial<Readonly<Record<FactStatus, DealStatus>>> = {},
): DealStatus => words[fact.status] ?? PLAIN[fact.status];

/** The issuer by its own field, its reading, or the deal that the fact is a part of. */
export function issuerOf(fact: RawFact, find: FindFact): string {
  const own = fact.text('issuer') ?? fact.reading.issuer;
  const whole = fact.text('tranche_of');
  if (own !== undefined) return fact.party(own);
  return issuerOf(find(fact.required('tranche_of', whole)), find);
}

/** The lead of the deal that the fact is a part of: the party that signed it. */
export function leadOf(fact: RawFact, find: FindFact): string {
  const whole = fact.text('tranche_of');
  return whole === undefined ? fact.party(fact.subject) : leadOf(find(whole), find);
}

/** Several parties in one text, set apart by semicolons. */
export const partiesOf = (fact: RawFact, list: string): readonly string[] =>
  list.split(';').map((name) => fact.party(name.trim()));

type WithGaps<T> = T extends unknown
  ? { [K in keyof T]: object extends Pick<T, K> ? T[K] | undefined : T[K] }
  : never;

/** A body without the optional fields that the fact does not give. */
export const bodyOf = (fields: WithGaps<ClaimBody>): ClaimBody =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as unknown as ClaimBody;

/** Who controls the entity, where a fact's words say so without a field of their own. */
export function controlSaid(fact: RawFact, entity: string): readonly Said[] {
  const control = fact.reading.control;
  if (control === undefined) return [];
  const [holder, how] = [fact.party(control.holder), control.how];
  return [
    {
      part: 'control',
      body: { type: 'control', holder, entity, how, when: fact.date, status: 'completed' },
    },
  ];
}

/** A running total up to the end of a date: an interval that is open before. */
export const until = (date: PartialDate): PartialDate =>
  date.includes('/') ? date : (`../${date}` as PartialDate);

function valuation(
  entity: string,
  amount: StatedAmount | undefined,
  basis: ValuationBasis,
  when: PartialDate,
  status: DealStatus,
): readonly Said[] {
  if (amount === undefined) return [];
  return [{ part: `valuation-${basis}`, body: { type: 'valuation', entity, amount, basis, when, status } }];
}

/** The valuation fields of a fact, as a round carries them and as valuations of their own. */
export function statedValuations(fact: RawFact): {
  readonly pre_money: StatedAmount | undefined;
  readonly post_money: StatedAmount | undefined;
  readonly valuation_unspecified: StatedAmount | undefined;
  readonly says: (entity: string, when: PartialDate, status: DealStatus) => readonly Said[];
} {
  const stated = fact.inner('valuation');
  const basis = stated?.text('basis');
  const amount = fact.amount('valuation');
  stated?.leave(['value', 'min', 'max', 'currency', 'qualifier']);
  const post = fact.amount('valuation_post') ?? (basis === 'post-money' ? amount : undefined);
  const pre = fact.amount('valuation_pre');
  const unspecified = basis === 'post-money' ? undefined : amount;
  return {
    pre_money: pre,
    post_money: post,
    valuation_unspecified: unspecified,
    says: (entity, when, status) => [
      ...valuation(entity, pre, 'pre', when, status),
      ...valuation(entity, post, 'post', when, status),
      ...valuation(entity, unspecified, 'unspecified', when, status),
    ],
  };
}
