import type { StatedAmount } from '@tranche/core/money';
import { daysBetween, type PlainDate } from '@tranche/core/time';
import { rankOfTier } from '../../source/index.ts';
import type { DealMoney, JoinedStatement } from '../view.ts';
import { isDone, isOpen, type Mention } from './mention.ts';
import { relationTo } from './worth.ts';

/** Longer spans than a quarter do not tell when a deal was under way. */
export const WITHIN_DAYS = 92;

/** A deal while statements are being gathered, in the order in which they became known. */
export class Group {
  readonly members: { readonly mention: Mention; readonly joined: JoinedStatement }[] = [];
  readonly sizes: StatedAmount[] = [];
  readonly valuations: Mention['valuations'][number][] = [];
  readonly stages = new Set<string>();
  readonly leads = new Set<string>();
  readonly parties = new Set<string>();
  readonly tags = new Set<string>();
  readonly texts = new Set<string>();
  /** First and last day on which something said of it held. */
  from: PlainDate;
  to: PlainDate;
  /** The day by which the whole deal was done, if it was. */
  doneBy: PlainDate | undefined;
  /** Something of it was signed or paid. */
  isBinding = false;
  /** A text says that it was dropped. */
  dropped = false;

  constructor(
    readonly id: string,
    readonly issuer: string,
    readonly issuerName: string,
    readonly money: DealMoney,
    opening: Mention,
  ) {
    this.from = opening.at.from ?? opening.at.to;
    this.to = opening.at.to;
  }

  join(mention: Mention, joined: Omit<JoinedStatement, 'id'>): void {
    this.members.push({ mention, joined: { id: mention.statement.id, ...joined } });
    this.texts.add(mention.text);
    if (mention.tag !== undefined) this.tags.add(tagKey(mention));
    if (mention.statement.denied) return;
    for (const party of mention.parties) this.parties.add(party);
    if (!mention.fallback && mention.type !== 'valuation' && !isOpen(mention.status)) this.isBinding = true;
    if (mention.status === 'agreed' && mention.type !== 'valuation') this.isBinding = true;
    for (const valuation of mention.valuations) this.valuations.push(valuation);
    if (mention.fallback) return;
    for (const lead of mention.leads) this.leads.add(lead);
    const { from, to } = mention.at;
    // A year, or "some time before", says little about when the deal was under way.
    if (from !== undefined && daysBetween(from, to) <= WITHIN_DAYS) {
      if (from < this.from) this.from = from;
      if (to > this.to) this.to = to;
    }
    const whole = mention.type === 'investment' && this.isWhole(mention);
    if (mention.type !== 'round' && !whole) return;
    if (isDone(mention.status) && this.isHeard(mention) && (this.doneBy === undefined || to > this.doneBy)) {
      this.doneBy = to;
    }
    if (mention.type !== 'round') return;
    if (mention.stage !== undefined) this.stages.add(mention.stage);
    if (mention.amount !== undefined) this.sizes.push(mention.amount);
    if (mention.status === 'abandoned') this.dropped = true;
  }

  /** A weak source does not end a deal of which better ones speak. */
  private isHeard({ statement: { tier } }: Mention): boolean {
    return (
      rankOfTier(tier) <= rankOfTier('unnamed_people') ||
      this.members.every(({ mention }) => rankOfTier(mention.statement.tier) >= rankOfTier(tier))
    );
  }

  /** One investor's payment of the whole size. */
  private isWhole({ amount, worths }: Mention): boolean {
    return amount !== undefined && relationTo(amount, this.sizes, worths).is === 'same';
  }
}

/** A text's own name for a deal holds within that text; the facts' names hold across the facts. */
export const tagKey = (mention: Mention): string =>
  `${mention.statement.kind === 'fact' ? 'facts' : mention.text} ${mention.tag}`;
