import type { PartialDate, PlainDate } from '@tranche/core/time';
import { firstDayOf } from '@tranche/core/time';
import type { Attribution, DealStatus, Span } from '@tranche/ledger/claim';
import type { Tier } from '@tranche/ledger/source';
import type { Cited, Draft, DraftBase, RoundDraft } from '../../claims/draft.ts';
import type { Roles } from '../../claims/roles.ts';
import { tokenIndex } from '../../frame/tokens.ts';
import type { Party } from '../../party/index.ts';
import { attributionIn, hedgesIn } from './attribution.ts';
import type { Frame } from './frame.ts';
import type { LanguageData } from './language.ts';
import type { Spot } from './spot.ts';

const QUOTE_LIMIT = 400;
/** Months after which a dated round is not the one a text reports. */
const OLD_MONTHS = 4;

/** Where the reading of a text stands: the sentence, the company it is about, and what every draft takes from that. */
export abstract class LineContext {
  readonly drafts: Draft[] = [];
  /** All sentences of this language, for spans of parties that a sentence leaves to be understood. */
  frames: readonly Frame[] = [];
  protected sentence = 0;
  protected line = 0;
  protected frame!: Frame;
  protected topic: Party | undefined;

  constructor(
    readonly text: string,
    readonly published: PlainDate | undefined,
    protected readonly tier: Tier | undefined,
    protected readonly data: LanguageData,
    readonly roles: Roles,
  ) {}

  /** Companies that raise money among the parties of this sentence, in order. */
  protected issuersHere(before = Number.POSITIVE_INFINITY): Party[] {
    return [...this.frame.skeleton.text.slice(0, Math.min(before, 10_000))].flatMap((char) =>
      char >= '\ue000' && char <= '\ue3ff'
        ? (this.frame.parties[tokenIndex('party', char)] ?? []).flatMap(({ party }) =>
            party !== undefined && this.roles.issuers.has(party) ? [party] : [],
          )
        : [],
    );
  }

  protected base<T extends Draft['type']>(type: T, spot: Spot): DraftBase & { readonly type: T } {
    const { attribution: words } = this.data;
    const sentence = this.frame.skeleton.text;
    const attribution: Attribution | undefined =
      attributionIn(sentence, words) ?? (this.tier === undefined ? undefined : { kind: this.tier });
    return {
      type,
      quote: cut(spot.quote, spot.amount?.span ?? spot.percent?.span),
      sentence: this.sentence,
      line: this.line,
      attribution,
      hedge: hedgesIn(spot.clause, words),
    };
  }

  /** The company whose money it is: named in the construction, before it, or the one spoken of. */
  protected issuer(spot: Spot): Cited<Party> | undefined {
    const ref = spot.refs('issuer')[0];
    if (ref?.party !== undefined) {
      if (!this.roles.investors.has(ref.party) || this.roles.issuers.has(ref.party))
        return { value: ref.party, span: ref.span };
      return undefined;
    }
    const [start] = [spot.start];
    const here = this.issuersHere(start).at(-1) ?? this.topic;
    if (here === undefined) return undefined;
    const span = ref?.span ?? this.mentionOf(here);
    return span === undefined ? { value: here } : { value: here, span };
  }

  /** The nearest place before here, or else behind, that names a party. */
  protected mentionOf(party: Party): Span | undefined {
    const [at] = [this.frame.end];
    for (const frame of [...this.frames].reverse()) {
      if (frame.start > at) continue;
      const ref = frame.parties.flat().find((one) => one.party === party);
      if (ref !== undefined) return ref.span;
    }
    return this.frames.flatMap((frame) => frame.parties.flat()).find((one) => one.party === party)?.span;
  }

  protected when(spot: Spot, status: DealStatus): Cited<PartialDate> | undefined {
    const isDone = status === 'closed' || status === 'completed';
    const time = spot.time(isDone);
    const value = time?.resolve(isDone ? 'past' : 'future');
    return time === undefined || value === undefined ? undefined : { value, span: time.span };
  }

  protected isOld(date: PartialDate | undefined): boolean {
    const first = date === undefined || this.published === undefined ? undefined : firstDayOf(date);
    if (first === undefined || this.published === undefined) return false;
    const months = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
    return months(this.published) - months(first) > OLD_MONTHS;
  }

  protected rounds(): RoundDraft[] {
    return this.drafts.filter((draft): draft is RoundDraft => draft.type === 'round');
  }
}

/** At most 400 characters that hold `around`. */
function cut([start, end]: Span, around: Span | undefined): Span {
  const from = Math.min(start, around?.[0] ?? start);
  const to = Math.max(end, around?.[1] ?? end);
  if (to - from <= QUOTE_LIMIT) return [from, to];
  const first = around === undefined ? from : Math.max(from, around[1] - QUOTE_LIMIT);
  return [first, Math.min(to, first + QUOTE_LIMIT)];
}
