import type { DealStatus } from '@tranche/ledger/claim';
import type { Cited, RoundDraft } from '../../claims/draft.ts';
import { tokenIndex } from '../../frame/tokens.ts';
import type { Party } from '../../party/index.ts';
import type { AmountInFrame, Frame, Ref } from './frame.ts';
import { LineContext } from './line-context.ts';
import { sayingsOf } from './saying.ts';
import { Spot } from './spot.ts';
import { instrumentOf, MIXED, stageOf } from './terms.ts';

export interface FramedLine {
  readonly frames: readonly Frame[];
  readonly index: number;
  readonly kind: 'prose' | 'item' | 'row' | 'headline';
}

const TALK: ReadonlySet<DealStatus> = new Set<DealStatus>(['rumoured', 'in_talks', 'planned', 'agreed']);

/** Reads the sentences of one language in order and drafts what they say. */
export class LocalReading extends LineContext {
  readonly denied = new Set<Party>();
  private waiting: {
    readonly lead: boolean;
    readonly refs: readonly Ref[];
    readonly issuer: Party | undefined;
  }[] = [];

  read(lines: readonly FramedLine[]): void {
    for (const { frames, index, kind } of lines) {
      if (kind === 'headline') continue;
      this.line = index;
      this.topic = (kind === 'item' ? headOfItem(frames) : undefined) ?? this.roles.mainIssuer;
      for (const frame of frames) {
        this.enter(frame);
        for (const saying of sayingsOf(this.data.saying)) this.apply(saying);
        this.leave();
      }
    }
    this.nameTotals();
    const round = this.rounds().find((one) => !one.background) ?? this.rounds()[0];
    for (const { lead, refs, issuer } of this.waiting) {
      const own = this.rounds().find((one) => !one.background && one.issuer.value === issuer) ?? round;
      if (own !== undefined) this.give(own, refs, lead);
    }
  }

  /** A total of shares and loans is called by both. */
  private nameTotals(): void {
    for (const total of this.rounds()) {
      const parts = this.rounds().filter((one) => one !== total && one.sentence === total.sentence);
      const kinds = new Set(parts.map(({ money }) => money));
      if (total.total === true && kinds.has('debt') && kinds.has('primary'))
        total.instrument = { value: MIXED };
    }
  }

  private enter(frame: Frame): void {
    this.frame = frame;
    this.sentence += 1;
  }

  private leave(): void {
    const words = this.data.saying;
    const sentence = this.frame.skeleton.text;
    if (words.denial.test(sentence)) this.deny(this.sentence);
    if (words.denialOfLast.test(sentence)) this.deny(this.sentence - 1);
    this.topic = this.issuersHere()[0] ?? this.topic;
  }

  private deny(sentence: number): void {
    for (const draft of this.drafts) {
      if (
        draft.sentence === sentence &&
        'status' in draft &&
        draft.status !== undefined &&
        TALK.has(draft.status)
      )
        draft.denied = true;
    }
  }

  private apply(saying: ReturnType<typeof sayingsOf>[number]): void {
    const { regexp } = saying;
    if (saying.takesSum && !this.frame.amounts.some((one) => one.role === undefined)) return;
    regexp.lastIndex = 0;
    const text = this.frame.skeleton.text;
    for (let match = regexp.exec(text); match !== null; match = regexp.exec(text)) {
      if (match[0] === '') {
        regexp.lastIndex += 1;
        continue;
      }
      const spot = new Spot(this.frame, saying, match, this.data.saying);
      if (saying.takesSum && spot.amount?.role !== undefined) {
        regexp.lastIndex = match.index + 1;
        continue;
      }
      if (this.draft(spot)) {
        if (saying.takesSum && spot.amount !== undefined) spot.amount.role = saying.says;
      } else regexp.lastIndex = match.index + 1;
    }
  }

  private draft(spot: Spot): boolean {
    switch (spot.saying.says) {
      case 'noise':
        return true;
      case 'round':
        return this.round(spot);
      case 'investment':
      case 'syndication':
        return this.investment(spot);
      case 'valuation':
        return this.valuation(spot);
      case 'tranche':
        return this.tranche(spot);
      case 'stake':
        return this.stake(spot);
      case 'lead':
        return this.backers(spot, spot.refs('lead'), true);
      case 'participant':
      case 'talks_with':
        return this.backers(spot, spot.refs('with'), false);
      default:
        return this.noExternalFunding(spot);
    }
  }

  private round(spot: Spot): boolean {
    const issuer = this.issuer(spot);
    const amount = spot.amount;
    if (issuer === undefined || amount === undefined) return false;
    const { saying } = spot;
    const words = this.data.saying;
    const status = spot.status('closed');
    const instrument = instrumentOf(spot, words);
    const date = this.when(spot, status);
    const isBackground =
      this.isOld(date?.value) ||
      (words.background.test(spot.window) && this.rounds().some((one) => one.issuer.value === issuer.value));
    const name = saying.instrument ?? instrument?.name;
    const round: RoundDraft = {
      ...this.base('round', spot),
      issuer,
      amount: { value: amount.amount, span: amount.span },
      stage: stageOf(spot, this.frame, words),
      instrument: name === undefined ? undefined : { value: name },
      money: saying.money ?? instrument?.money ?? 'primary',
      date,
      status,
      leads: [],
      participants: [],
      proceeds: [],
      background: isBackground,
      total: saying.total,
    };
    this.drafts.push(round);
    this.give(round, spot.refs('lead'), true);
    this.give(round, spot.refs('with'), false);
    return true;
  }

  private investment(spot: Spot): boolean {
    const issuer = this.issuer(spot);
    const investor = this.investorOf(spot);
    const amount = spot.amount;
    if (issuer === undefined || investor === undefined || amount === undefined) return false;
    if (issuer.value === investor.value) return false;
    const status = spot.status('closed');
    const common = {
      investor,
      issuer,
      amount: { value: amount.amount, span: amount.span },
      when: this.when(spot, status),
      status,
    };
    if (spot.saying.says === 'syndication')
      this.drafts.push({ ...this.base('syndication', spot), ...common });
    else
      this.drafts.push({
        ...this.base('investment', spot),
        ...common,
        money: spot.saying.money ?? instrumentOf(spot, this.data.saying)?.money ?? 'primary',
      });
    return true;
  }

  private investorOf(spot: Spot): Cited<Party> | undefined {
    const ref = spot.refs('investor')[0];
    if (ref?.party !== undefined) return { value: ref.party, span: ref.span };
    const last = this.roles.mainInvestor;
    if (last === undefined) return undefined;
    const span = this.mentionOf(last);
    return span === undefined ? { value: last } : { value: last, span };
  }

  private valuation(spot: Spot): boolean {
    const entity = this.issuer(spot);
    const amount = spot.amount;
    if (entity === undefined || amount === undefined) return false;
    const words = this.data.saying;
    const near = spot.clause;
    const basis =
      spot.saying.basis ?? (words.pre.test(near) ? 'pre' : words.post.test(near) ? 'post' : 'unspecified');
    const status = spot.status(this.statusOfDeal(entity.value));
    const then = words.back.test(spot.window) ? this.rounds().at(-1) : undefined;
    const here = this.rounds().some(
      (round) => round.sentence === this.sentence && round.issuer.value === entity.value,
    );
    const own = here ? undefined : this.when(spot, status);
    this.drafts.push({
      ...this.base('valuation', spot),
      entity,
      amount: { value: amount.amount, span: amount.span },
      basis,
      when: own ?? then?.date,
      status: then?.status ?? status,
    });
    if (then !== undefined && then.sentence !== this.sentence) {
      const slot = basis === 'pre' ? 'pre' : basis === 'post' ? 'post' : 'unspecified';
      then[slot] ??= { value: amount.amount, span: amount.span };
    }
    return true;
  }

  /** A price told after the deal it belongs to is as firm as the deal. */
  private statusOfDeal(entity: Party): DealStatus {
    const deal = this.drafts.find(
      (draft) =>
        (draft.type === 'round' && !draft.background && draft.issuer.value === entity) ||
        (draft.type === 'investment' && draft.issuer.value === entity),
    );
    return deal !== undefined && 'status' in deal && deal.status !== undefined && deal.status !== 'completed'
      ? deal.status
      : 'closed';
  }

  private tranche(spot: Spot): boolean {
    const issuer = this.issuer(spot);
    const amount = spot.amount;
    if (issuer === undefined || amount === undefined) return false;
    let status = spot.status('closed');
    const signed = this.drafts.some(
      (draft) =>
        draft.type === 'round' &&
        !draft.background &&
        draft.issuer.value === issuer.value &&
        (draft.status === 'agreed' || draft.status === 'closed'),
    );
    if (status === 'planned' && signed) status = 'agreed';
    this.drafts.push({
      ...this.base('tranche', spot),
      issuer,
      amount: { value: amount.amount, span: amount.span },
      when: this.when(spot, status),
      status,
    });
    return true;
  }

  private stake(spot: Spot): boolean {
    const percent = spot.percent;
    const entity = this.issuer(spot);
    const holder = this.holderOf(spot);
    if (
      percent === undefined ||
      entity === undefined ||
      holder === undefined ||
      holder.value === entity.value.name
    )
      return false;
    this.drafts.push({
      ...this.base('stake', spot),
      holder,
      entity,
      percent: { value: percent.percent, span: percent.span },
      qualifier: percent.qualifier,
      status: spot.status('completed'),
    });
    return true;
  }

  /** Who holds: a party of the construction, or holders without a name; else the investor spoken of before. */
  private holderOf(spot: Spot): Cited<string> | undefined {
    const ref = spot.refs('holder')[0];
    if (ref !== undefined)
      return ref.party === undefined ? undefined : { value: ref.party.name, span: ref.span };
    const plain = this.data.saying.holders.exec(spot.text);
    const words = plain?.groups?.n;
    if (plain !== null && words !== undefined) {
      const at = spot.start + plain.index + plain[0].indexOf(words);
      return { value: words, span: this.frame.skeleton.origin(at, at + words.length) };
    }
    const before = this.frame.skeleton.text.slice(0, spot.start);
    const char = [...before].findLast((one) => one >= '\ue000' && one <= '\ue3ff');
    const found = (char === undefined ? [] : (this.frame.parties[tokenIndex('party', char)] ?? []))[0];
    if (found?.party !== undefined && !this.roles.issuers.has(found.party))
      return { value: found.party.name, span: found.span };
    const investor = this.roles.mainInvestor;
    const span = investor === undefined ? undefined : this.mentionOf(investor);
    return investor === undefined || span === undefined ? undefined : { value: investor.name, span };
  }

  private backers(spot: Spot, refs: readonly Ref[], lead: boolean): boolean {
    if (refs.length === 0) return false;
    const named = spot.refs('issuer')[0]?.party;
    const here = this.rounds().filter((round) => round.sentence === this.sentence);
    const at = this.frame.skeleton.origin(spot.start, spot.start + 1)[0];
    const place = (round: RoundDraft): number => round.amount?.span?.[0] ?? 0;
    const before = here.filter((round) => place(round) < at).at(-1);
    const issuer = named ?? this.topic;
    const all = this.rounds().filter((round) => round.money !== 'grant');
    const then = this.data.saying.back.test(spot.clause) ? all.at(-1) : undefined;
    const foreground =
      all.filter((round) => !round.background && round.issuer.value === issuer && !round.total).at(-1) ??
      all.filter((round) => round.issuer.value === issuer).at(-1);
    const round = before ?? here[0] ?? then ?? foreground;
    if (round !== undefined) {
      this.give(round, refs, lead);
      if (lead && round.sentence !== this.sentence) this.complete(round, spot);
    } else this.waiting.push({ lead, refs, issuer });
    return true;
  }

  /** The sentence that names the lead may be the one that names the stage and the day. */
  private complete(round: RoundDraft, spot: Spot): void {
    round.stage ??= stageOf(spot, this.frame, this.data.saying);
    const announced = this.data.saying.announced.test(this.frame.skeleton.text);
    if (announced && round.status === 'closed' && !round.background)
      round.date ??= this.when(spot, round.status);
  }

  private give(round: RoundDraft, refs: readonly Ref[], lead: boolean): void {
    for (const { party, span } of refs) {
      if (party === undefined || party === round.issuer.value) continue;
      const { name } = party;
      if (round.leads.some((one) => one.value === name)) continue;
      const index = round.participants.findIndex((one) => one.value === name);
      if (lead && index >= 0) round.participants.splice(index, 1);
      else if (index >= 0) continue;
      (lead ? round.leads : round.participants).push({ value: name, span });
    }
  }

  private noExternalFunding(spot: Spot): boolean {
    const entity = this.issuer(spot);
    if (entity === undefined) return false;
    this.drafts.push({ ...this.base('no_external_funding', spot), entity });
    return true;
  }
}

/** "Mill: A round of ...": the name that opens a list item. */
function headOfItem(frames: readonly Frame[]): Party | undefined {
  const first = /^[^\p{L}\ue000-\ue3ff]{0,4}([\ue000-\ue3ff])[^.;]{0,40}?:/u.exec(
    frames[0]?.skeleton.text ?? '',
  );
  const char = first?.[1];
  return char === undefined ? undefined : frames[0]?.parties[tokenIndex('party', char)]?.[0]?.party;
}

export type { AmountInFrame };
