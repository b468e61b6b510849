import { ok, type Result } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import type { Path } from '@tranche/formats/deal-file';
import { capTableInput } from './cap-table-input.ts';
import type { Chain, Step } from './chain.ts';
import { type History, historyInput } from './history-input.ts';
import type { Holding, HoldingKind, ModelFile, ShareClass } from './holding.ts';
import { POOL, PROMISED } from './holding.ts';
import { roundInput } from './round-input.ts';
import { CONVERSION_RATIO, OWNERSHIP } from './steps.ts';
import { Traced } from './traced.ts';
import { tranchesInput } from './tranches-input.ts';

/** The company on a day, from its history alone. */
export interface CapTableStage {
  readonly table: Step;
  readonly asOf: string;
  readonly holdings: readonly Holding[];
}

/** The company when the round, and the closings that are closed, are done. */
export interface AfterRound {
  readonly round?: Step;
  readonly tranches?: Step;
  /** Without the new shares: what was there before, converted, promised and in the pool. */
  readonly others: readonly Holding[];
  /** The new shares, each closing's apart where there are closings. */
  readonly newShares: readonly NewShares[];
  readonly assumptions: readonly string[];
}

export interface NewShares {
  readonly closing?: string;
  readonly price: Traced;
  readonly shares: Traced;
  readonly holdings: readonly Holding[];
}

/** The stages of a model, each computed when a question needs it, once. */
export class Stages {
  private readonly tables = new Map<string, Result<CapTableStage>>();
  private readonly after = new Map<string, Result<AfterRound>>();
  private history: Result<History> | undefined;
  private pricedRound: Result<Pick<AfterRound, 'round' | 'others'>> | undefined;
  readonly file: ModelFile;
  readonly chain: Chain;
  readonly asOf: PlainDate;

  constructor(file: ModelFile, chain: Chain, asOf: PlainDate) {
    this.file = file;
    this.chain = chain;
    this.asOf = asOf;
  }

  capTable(asOf: string): Result<CapTableStage> {
    return remembered(this.tables, asOf, () => this.tableOn(asOf));
  }

  /** The cap table that the round, or without one the first closing, starts from. */
  beforeRound(): Result<CapTableStage> {
    return this.capTable(this.roundDate());
  }

  /**
   * After the round when it is done by the day asked for, or is not told closing by closing: a coming round is then
   * taken as done, and that is said. Before it while none of its closings has closed.
   */
  usualStage(assumeClosed: readonly string[] = []): 'before_round' | 'after_round' {
    const { round, tranches } = this.file;
    if (tranches === undefined) return round === undefined ? 'before_round' : 'after_round';
    const closed = tranches.closings.some(
      ({ id, date, status = 'closed' }) =>
        assumeClosed.includes(id) || (status === 'closed' && date <= this.asOf),
    );
    return closed ? 'after_round' : 'before_round';
  }

  /** Whether the file tells of new shares at all. */
  hasRound(): boolean {
    return this.file.round !== undefined || this.file.tranches !== undefined;
  }

  roundDate(): string {
    const { round, tranches } = this.file;
    return round?.date ?? tranches?.closings[0]?.date ?? this.asOf;
  }

  /** With the closings named taken as closed. */
  afterRound(assumeClosed: readonly string[] = []): Result<AfterRound> {
    return remembered(this.after, JSON.stringify(assumeClosed), () => this.roundDone(assumeClosed));
  }

  /** Holdings of a kind put together under their holders; `counts` is the capitalization definition. */
  ownership(holdings: readonly Holding[], counts: readonly HoldingKind[], section: Path): Result<Step> {
    return this.chain.run(
      OWNERSHIP,
      {
        counts: [...counts],
        holdings: holdings.map(
          ({ id, holder, kind, shares, ratio, path }) =>
            new Traced({ id, holder, kind, shares, conversion_ratio: ratio }, { file: path }),
        ),
      },
      section,
    );
  }

  classNamed(id: string): { readonly one: ShareClass; readonly path: Path } | undefined {
    const index = this.file.securities.classes.findIndex((one) => one.id === id);
    const one = this.file.securities.classes[index];
    return one === undefined ? undefined : { one, path: ['securities', 'classes', index] };
  }

  private tableOn(asOf: string): Result<CapTableStage> {
    this.history ??= historyInput(this.file, this.chain);
    const { history } = this;
    if (!history.ok) return history;
    const section = this.file.history === undefined ? ['securities'] : ['history'];
    const table = this.chain.run(
      'cap_table',
      capTableInput(this.file, history.value.transactions, asOf),
      section,
    );
    if (!table.ok) return table;
    const held = [...history.value.issued.values()].flatMap((issued): Holding[] => {
      const shares = table.value.figure('securities', issued.id);
      if (shares === undefined || String(shares.value) === '0') return [];
      const ratio = table.value.figure('classes', issued.class, 'conversion_ratio');
      return [
        {
          id: issued.id,
          holder: issued.holder,
          kind: KINDS[issued.kind],
          class: issued.class,
          shares,
          ratio: String(ratio?.value) === '1' ? undefined : ratio,
          path: issued.path,
          strike: issued.strike,
        },
      ];
    });
    const pools = this.file.securities.plans.flatMap(({ id }, index): Holding[] => {
      const shares = table.value.figure('plans', id, 'available');
      if (shares === undefined || String(shares.value) === '0') return [];
      const path = ['securities', 'plans', index];
      return [{ id: `${POOL}: ${id}`, holder: POOL, kind: 'pool', shares, path }];
    });
    return ok({ table: table.value, asOf, holdings: [...held, ...pools] });
  }

  private roundDone(assumeClosed: readonly string[]): Result<AfterRound> {
    const before = this.beforeRound();
    if (!before.ok) return before;
    this.pricedRound ??= this.priced(before.value);
    const priced = this.pricedRound;
    if (!priced.ok) return priced;
    const { round, others } = priced.value;
    const { tranches: stated } = this.file;
    const assumptions = this.laterEvents();
    if (stated === undefined) {
      const newShares = round === undefined ? [] : [this.soldAtOnce(round)];
      if (this.roundDate() > this.asOf) assumptions.push(`the round of ${this.roundDate()} is taken as done`);
      return ok({ ...priced.value, newShares, assumptions });
    }
    const holders = this.ownership(
      others,
      ['issued', 'options', 'warrants', 'promised', 'pool'],
      ['tranches'],
    );
    if (!holders.ok) return holders;
    const names = [...new Set(others.map(({ holder }) => holder))];
    const { input, closed } = tranchesInput(
      stated,
      names.map((holder) => ({ id: holder, shares: holders.value.figure('holders', holder, 'shares') })),
      round?.figure('price_per_share'),
      { asOf: this.asOf, assumeClosed },
    );
    const tranches = this.chain.run('tranched_round', input, ['tranches']);
    if (!tranches.ok) return tranches;
    for (const { id, milestone } of closed.filter(({ assumed }) => assumed))
      assumptions.push(`closing ${id} is taken as closed${milestone === undefined ? '' : `: ${milestone}`}`);
    return ok({
      ...priced.value,
      tranches: tranches.value,
      newShares: closed.map(({ id }) => this.soldAt(tranches.value, id)),
      assumptions,
    });
  }

  /** The round is priced on the company of its day; what the history tells of later days is not in it. */
  private laterEvents(): string[] {
    const later = (this.file.history ?? []).filter(
      ({ date }) => date > this.roundDate() && date <= this.asOf,
    ).length;
    return later === 0
      ? []
      : [`what the history tells of days after the round is not counted (${later} events)`];
  }

  /** What is there besides the new shares; unchanged where no round is priced. */
  private priced(before: CapTableStage): Result<Pick<AfterRound, 'round' | 'others'>> {
    if (this.file.round === undefined) return ok({ others: before.holdings });
    const held = before.holdings.filter(({ kind }) => kind !== 'pool');
    const converted = this.ownership(before.holdings, ['pool'], ['round']);
    if (!converted.ok) return converted;
    const input = roundInput(this.file, this.file.round, held, converted.value, (id) => this.classNamed(id));
    const round = this.chain.run('round', input, ['round']);
    if (!round.ok) return round;
    const { value: step } = round;
    const holding = (
      id: string,
      holder: string,
      kind: HoldingKind,
      shares: Traced | undefined,
      path: Path,
    ): Holding[] =>
      shares === undefined || String(shares.value) === '0' ? [] : [{ id, holder, kind, shares, path }];
    return ok({
      round: step,
      others: [
        ...held.flatMap(({ ratio: _, ...one }) => {
          const shares = step.figure('holdings', one.id, 'shares');
          return shares === undefined ? [] : [{ ...one, shares }];
        }),
        ...(this.file.convertibles ?? []).flatMap(({ id, holder }, index) =>
          holding(id, holder, 'issued', step.figure('convertibles', id, 'shares'), ['convertibles', index]),
        ),
        ...holding(PROMISED, PROMISED, 'promised', step.figure('options_promised', 'shares'), ['round']),
        ...holding(POOL, POOL, 'pool', step.figure('pool', 'unissued_after'), ['round']),
      ],
    });
  }

  private soldAtOnce(round: Step): NewShares {
    const investors = Object.keys(round.json('new_investors') ?? {});
    return {
      price: need(round.figure('price_per_share')),
      shares: need(round.figure('new_shares')),
      holdings: investors.map((investor) => ({
        id: `${investor}, ${this.soldClass()}`,
        holder: investor,
        kind: 'issued',
        class: this.soldClass(),
        shares: need(round.figure('new_investors', investor, 'shares')),
        path: ['round', 'new_money'],
      })),
    };
  }

  private soldAt(tranches: Step, closing: string): NewShares {
    const investors = Object.keys(tranches.json('closings', closing, 'investors') ?? {});
    return {
      closing,
      price: need(tranches.figure('closings', closing, 'price_per_share')),
      shares: need(tranches.figure('closings', closing, 'shares')),
      holdings: investors.map((investor) => ({
        id: `${investor}, ${this.soldClass()}, ${closing}`,
        holder: investor,
        kind: 'issued',
        class: this.soldClass(),
        shares: need(tranches.figure('closings', closing, 'investors', investor, 'shares')),
        path: ['tranches', 'closings'],
      })),
    };
  }

  soldClass(): string {
    return this.file.round?.class ?? this.file.tranches?.class ?? '';
  }

  /** Common shares per share of a class after its conversion price was adjusted in the round. */
  adjustedRatio(round: Step, holding: Holding): Result<Traced | undefined> {
    if (round.json('anti_dilution', holding.id, 'triggered') !== true) return ok(undefined);
    const found = this.classNamed(holding.class ?? '');
    const ratio = this.chain.run(
      CONVERSION_RATIO,
      {
        original_issue_price:
          found?.one.original_issue_price === undefined
            ? undefined
            : new Traced(found.one.original_issue_price, { file: [...found.path, 'original_issue_price'] }),
        conversion_price: round.figure('anti_dilution', holding.id, 'new_conversion_price'),
      },
      found?.path ?? ['securities'],
    );
    return ratio.ok ? ok(ratio.value.figure('ratio')) : ratio;
  }
}

const KINDS = { stock: 'issued', equity_compensation: 'options', warrant: 'warrants' } as const;

function remembered<T>(known: Map<string, Result<T>>, key: string, compute: () => Result<T>): Result<T> {
  const before = known.get(key);
  if (before !== undefined) return before;
  const computed = compute();
  known.set(key, computed);
  return computed;
}

/** A figure that the calculator's own output schema promises. */
function need(figure: Traced | undefined): Traced {
  if (figure === undefined) throw new Error('the calculator gave no such figure');
  return figure;
}
