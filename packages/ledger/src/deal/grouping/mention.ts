import type { StatedAmount } from '@tranche/core/money';
import { addDays, type DateRange, type PartialDate, type PlainDate, rangeOf } from '@tranche/core/time';
import type { DealStatus } from '../../claim/index.ts';
import type { PartyBook } from '../../party/index.ts';
import type { Statement } from '../../statement/index.ts';
import { isFallback } from '../condition.ts';
import type { DealMoney } from '../view.ts';
import { moneyKindOf } from './money-kind.ts';
import type { Worth } from './worth.ts';

/** A statement that can be about a financing, with what tells which one. */
export interface Mention {
  readonly statement: Statement;
  readonly type: 'round' | 'tranche' | 'investment' | 'syndication' | 'valuation';
  /** Party id of the issuer. */
  readonly issuer: string;
  readonly issuerName: string;
  readonly money: DealMoney | undefined;
  readonly amount: StatedAmount | undefined;
  readonly valuations: readonly {
    readonly amount: StatedAmount;
    readonly basis: 'pre' | 'post' | 'unspecified';
  }[];
  readonly status: DealStatus;
  /** The days in which what it says held, as far as it tells; clipped to when it was said. */
  readonly at: { readonly from?: PlainDate; readonly to: PlainDate };
  /** The text gives a date of its own, and not one still to come. */
  readonly dated: boolean;
  readonly stage: string | undefined;
  readonly leads: readonly string[];
  /** Investors, participants and payers, leads included. */
  readonly parties: readonly string[];
  /** Holds only if a condition fails. */
  readonly fallback: boolean;
  /** The text's own name for the deal, which ties what one text says. */
  readonly tag: string | undefined;
  /** What one text, or one fact, says together. */
  readonly text: string;
  readonly place: number;
  /** What its amounts come to in other currencies that are spoken of with the issuer. */
  readonly worths: readonly Worth[];
}

/** The statement as a mention of a financing; undefined for what is not about one. */
export function mentionOf(statement: Statement, { partyOf }: PartyBook): Mention | undefined {
  const { body } = statement;
  const of = (names: readonly (string | undefined)[]): readonly string[] =>
    names.flatMap((name) => (name === undefined ? [] : [partyOf(name).id]));
  const common = (issuer: string, when: PartialDate | undefined, said: DealStatus) => {
    const status = possibleStatus(when, said, statement.knownFrom);
    return {
      statement,
      issuer: partyOf(issuer).id,
      issuerName: partyOf(issuer).name,
      money: moneyKindOf(statement),
      status,
      ...heldDuring(when, status, statement.knownFrom),
      valuations: [],
      worths: [],
      stage: undefined,
      leads: [],
      fallback: 'condition' in body && isFallback(body.condition),
      text: statement.sourceId ?? `fact:${statement.id.split(/[#:]/)[0]}`,
      place: statement.quoteSpan?.[0] ?? 0,
    };
  };
  switch (body.type) {
    case 'round':
      return {
        ...common(body.issuer, body.date, body.status),
        type: 'round',
        amount: body.amount,
        valuations: [
          ...valuation(body.pre_money, 'pre'),
          ...valuation(body.post_money, 'post'),
          ...valuation(body.valuation_unspecified, 'unspecified'),
        ],
        stage: body.stage === undefined ? undefined : stageKey(body.stage),
        leads: of(body.leads),
        parties: of([...body.leads, ...body.participants]),
        tag: body.label,
      };
    case 'tranche':
      return {
        ...common(body.issuer, body.when, body.status),
        type: 'tranche',
        amount: body.amount,
        parties: of([body.payer]),
        tag: body.round,
      };
    case 'investment':
      return {
        ...common(body.issuer, body.when, body.status),
        type: 'investment',
        amount: body.amount,
        parties: of([body.investor]),
        tag: body.round,
      };
    case 'syndication':
      return {
        ...common(body.issuer, body.when, body.status ?? 'planned'),
        type: 'syndication',
        amount: body.amount,
        parties: of([body.investor]),
        tag: body.round,
      };
    case 'valuation':
      return {
        ...common(body.entity, body.when, body.status),
        type: 'valuation',
        amount: undefined,
        valuations: [{ amount: body.amount, basis: body.basis }],
        parties: [],
        tag: undefined,
      };
    default:
      return undefined;
  }
}

const valuation = (amount: StatedAmount | undefined, basis: 'pre' | 'post' | 'unspecified') =>
  amount === undefined ? [] : [{ amount, basis }];

/** "Series B extension" and "Series B round" are the same stage. */
const stageKey = (stage: string): string =>
  stage
    .toLowerCase()
    .replace(/\b(extension|round|financing|funding)\b/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export const isDone = (status: DealStatus): boolean => status === 'closed' || status === 'completed';

/** Still ahead of the money: said of something that may yet happen. */
export const isOpen = (status: DealStatus): boolean => !isDone(status) && status !== 'abandoned';

/** What is dated after it was said cannot be done yet: at best it is agreed. */
function possibleStatus(when: PartialDate | undefined, status: DealStatus, saidOn: PlainDate): DealStatus {
  const { from }: DateRange = when === undefined ? {} : rangeOf(when);
  return isDone(status) && from !== undefined && from > saidOn ? 'agreed' : status;
}

/** "By the end of March" is taken to mean within this many days before it. */
const SHORTLY_BEFORE_DAYS = 90;

/**
 * When what a statement says held. What is done, was done on its date; plans and talks are held while they are
 * spoken of, whatever future day they name. Without a date, what is done was done some time up to the report.
 */
function heldDuring(
  when: PartialDate | undefined,
  status: DealStatus,
  saidOn: PlainDate,
): Pick<Mention, 'at' | 'dated'> {
  const { from, to }: DateRange = when === undefined ? {} : rangeOf(when);
  const past = to !== undefined && to < saidOn ? to : saidOn;
  if (from !== undefined && from <= saidOn) return { at: { from, to: past }, dated: true };
  if (from === undefined && to !== undefined && to < saidOn) {
    return { at: { from: addDays(to, -SHORTLY_BEFORE_DAYS), to }, dated: true };
  }
  return { at: isDone(status) ? { to: saidOn } : { from: saidOn, to: saidOn }, dated: false };
}

/** Every amount of a mention, its valuations included. */
export const amountsOf = ({ amount, valuations }: Mention): readonly StatedAmount[] => [
  ...(amount === undefined ? [] : [amount]),
  ...valuations.map((valuation) => valuation.amount),
];
