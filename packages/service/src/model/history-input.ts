import { ok, type Result } from '@tranche/core/result';
import type { Path } from '@tranche/formats/deal-file';
import { capTableInput } from './cap-table-input.ts';
import type { Chain, Step } from './chain.ts';
import type { HistoryEvent, ModelFile } from './holding.ts';
import { OWNERSHIP } from './steps.ts';
import { fromFile, type Input, Traced } from './traced.ts';

/** A certificate, a grant or a warrant that the history brought about. */
export interface Issued {
  readonly id: string;
  readonly holder: string;
  readonly kind: 'stock' | 'equity_compensation' | 'warrant';
  /** The class it is of, or becomes. */
  readonly class: string;
  readonly plan?: string;
  readonly strike?: Input;
  readonly path: Path;
}

/** The history as the transactions of the `cap_table` calculator, and what they issued. */
export interface History {
  readonly transactions: readonly Input[];
  readonly issued: ReadonlyMap<string, Issued>;
}

/**
 * The transactions that the history of a deal file amounts to. Kinder than a transaction log: an exercise also issues
 * the shares, a transfer the new certificate, and a split reissues all there is of the class. What is left of a
 * security, and what a split makes of it, the calculators say. Fails: as `cap_table` and `split`.
 */
export function historyInput(file: ModelFile, chain: Chain): Result<History> {
  const writer = new HistoryWriter(file, chain);
  for (const [index, event] of (file.history ?? []).entries()) {
    const written = writer.write(event, ['history', index]);
    if (!written.ok) return written;
  }
  writer.writeConvertibles();
  return ok(writer);
}

type EventOf<Name extends HistoryEvent['event']> = Extract<HistoryEvent, { readonly event: Name }>;

class HistoryWriter implements History {
  readonly transactions: Input[] = [];
  readonly issued = new Map<string, Issued>();
  /** What a certificate is called now that a split has replaced it. */
  private readonly renamed = new Map<string, string>();
  private readonly file: ModelFile;
  private readonly chain: Chain;

  constructor(file: ModelFile, chain: Chain) {
    this.file = file;
    this.chain = chain;
  }

  write(event: HistoryEvent, path: Path): Result<unknown> {
    switch (event.event) {
      case 'issue':
        return ok(
          this.issue(event.date, fromFile(event.shares, [...path, 'shares']), {
            id: this.nameFor(event.id, `${event.holder}, ${event.class}, ${event.date}`),
            holder: event.holder,
            kind: 'stock',
            class: event.class,
            path,
          }),
        );
      case 'grant':
        return ok(
          this.issue(event.date, fromFile(event.options, [...path, 'options']), {
            id: this.nameFor(event.id, `options of ${event.holder}, ${event.date}`),
            holder: event.holder,
            kind: 'equity_compensation',
            class: this.classOfPlan(event.plan),
            plan: event.plan,
            ...strikeOf(event.strike, path),
            path,
          }),
        );
      case 'warrant':
        return ok(
          this.issue(event.date, fromFile(event.shares, [...path, 'shares']), {
            id: this.nameFor(event.id, `warrant of ${event.holder}, ${event.date}`),
            holder: event.holder,
            kind: 'warrant',
            class: event.class,
            ...strikeOf(event.strike, path),
            path,
          }),
        );
      case 'exercise':
        return this.become(event, path, 'exercise', (from) => ({ holder: from.holder, class: from.class }));
      case 'transfer':
        return this.become(event, path, 'transfer', (from) => ({ ...from, holder: event.to }));
      case 'convert':
        return this.become(event, path, 'conversion', (from) => ({ holder: from.holder, class: event.into }));
      case 'cancel':
        return ok(this.end(event, path, 'cancellation'));
      case 'repurchase':
        return ok(this.end(event, path, 'repurchase'));
      case 'split':
        return this.split(event, path);
      case 'authorize':
        return ok(
          this.put(path, {
            type: 'class_authorized_adjustment',
            date: event.date,
            class: event.class,
            quantity: fromFile(event.shares, [...path, 'shares']),
          }),
        );
      case 'reserve':
        return ok(
          this.put(path, {
            type: 'plan_reserve_adjustment',
            date: event.date,
            plan: event.plan,
            quantity: fromFile(event.options, [...path, 'options']),
          }),
        );
    }
  }

  writeConvertibles(): void {
    for (const [index, { id, kind, holder, date, amount }] of (this.file.convertibles ?? []).entries()) {
      const path = ['convertibles', index];
      this.put(path, {
        type: 'convertible_issuance',
        date,
        security_id: id,
        holder,
        kind,
        amount: fromFile(amount, [...path, 'amount']),
      });
    }
  }

  private issue(
    date: string,
    quantity: Input,
    issued: Issued,
    more: Readonly<Record<string, Input>> = {},
  ): void {
    const { id, holder, kind, plan, path } = issued;
    this.issued.set(id, issued);
    this.put(path, {
      type: `${kind}_issuance`,
      date,
      security_id: id,
      holder,
      ...(kind === 'equity_compensation' ? { plan } : { class: issued.class }),
      quantity,
      ...more,
    });
  }

  /** Part or all of a security ends, and another is issued for it. */
  private become(
    event: EventOf<'exercise' | 'transfer' | 'convert'>,
    path: Path,
    kind: 'exercise' | 'transfer' | 'conversion',
    made: (from: Issued) => Pick<Issued, 'holder' | 'class'> & Partial<Issued>,
  ): Result<void> {
    const from = this.named(event.security);
    const rest = event.shares === undefined ? this.restOf(from, event.date) : ok(undefined);
    if (!rest.ok) return rest;
    const next: Issued = { kind: 'stock', path, ...made(from), id: '' };
    const id = this.nameFor(event.issued_as, `${next.holder}, ${next.class}, ${event.date}`);
    const quantity = event.shares === undefined ? rest.value : fromFile(event.shares, [...path, 'shares']);
    this.put(path, {
      type: `${from.kind}_${kind}`,
      date: event.date,
      security_id: new Traced(from.id, { file: [...path, 'security'] }),
      quantity,
      ...(kind === 'exercise' ? {} : { remainder: 'stays' }),
      resulting_security_ids: [id],
    });
    const received = event.event === 'convert' ? fromFile(event.receives, [...path, 'receives']) : quantity;
    this.issue(event.date, received, { ...next, id, path });
    return ok(undefined);
  }

  private end(event: EventOf<'cancel' | 'repurchase'>, path: Path, kind: string): void {
    const from = this.named(event.security);
    this.put(path, {
      type: `${from.kind}_${kind}`,
      date: event.date,
      security_id: new Traced(from.id, { file: [...path, 'security'] }),
      ...(event.shares === undefined
        ? {}
        : { quantity: fromFile(event.shares, [...path, 'shares']), remainder: 'stays' }),
    });
  }

  /** Every certificate of the class is reissued in the new number, and the options, warrants and limits with it. */
  private split(event: EventOf<'split'>, path: Path): Result<void> {
    const { date, class: split } = event;
    const before = this.capTable(date, path);
    if (!before.ok) return before;
    const held = [...this.issued.values()].flatMap((one) => {
      const shares = before.value.figure('securities', one.id);
      return one.class !== split || shares === undefined || isZero(shares) ? [] : [{ one, shares }];
    });
    const stock = held.filter(({ one }) => one.kind === 'stock');
    const options = held.filter(({ one }) => one.kind !== 'stock');
    const plans = this.file.securities.plans.filter((plan) => plan.class === split);
    const ofPlans = plans.flatMap(({ id }) =>
      (['available', 'outstanding'] as const).map((part) => ({
        id: `${id}: ${part}`,
        shares: before.value.figure('plans', id, part),
      })),
    );
    const authorized = before.value.figure('classes', split, 'authorized');
    const after = this.chain.run(
      'split',
      {
        ratio: { new: fromFile(event.new, [...path, 'new']), old: fromFile(event.old, [...path, 'old']) },
        stock: [...stock.map(({ one, shares }) => ({ id: one.id, shares })), ...ofPlans],
        options: options.map(
          ({ one, shares }) => new Traced({ id: one.id, shares, strike: one.strike }, { file: one.path }),
        ),
        ...(authorized === undefined ? {} : { classes: [{ id: split, authorized }] }),
      },
      path,
    );
    if (!after.ok) return after;
    const splitId = `split of ${split}, ${date}`;
    this.put(path, {
      type: 'class_split',
      date,
      id: splitId,
      class: split,
      ratio: { new: fromFile(event.new, [...path, 'new']), old: fromFile(event.old, [...path, 'old']) },
    });
    if (authorized !== undefined)
      this.put(path, {
        type: 'class_authorized_adjustment',
        date,
        class: split,
        quantity: after.value.figure('classes', split, 'authorized'),
      });
    for (const { id } of plans) {
      const reserved = this.reserveAfter(id, before.value, after.value, path);
      if (!reserved.ok) return reserved;
      this.put(path, { type: 'plan_reserve_adjustment', date, plan: id, quantity: reserved.value });
    }
    for (const { one } of held) {
      const id = this.nameFor(undefined, `${one.id} after the split of ${date}`);
      const list = one.kind === 'stock' ? 'stock' : 'options';
      this.put(path, {
        type: `${one.kind}_reissuance`,
        date,
        security_id: one.id,
        resulting_security_ids: [id],
        ...(one.kind === 'stock' ? { split_id: splitId } : {}),
      });
      const strike = after.value.figure(list, one.id, 'strike');
      this.issue(date, after.value.figure(list, one.id, 'shares'), {
        ...one,
        id,
        ...(strike === undefined ? {} : { strike }),
      });
      for (const [name, now] of [...this.renamed]) if (now === one.id) this.renamed.set(name, id);
      this.renamed.set(one.id, id);
    }
    return ok(undefined);
  }

  /** What is available and granted is split; what was exercised stays as it was counted. */
  private reserveAfter(plan: string, before: Step, after: Step, path: Path): Result<Input> {
    const parts = [
      ...(['available', 'outstanding'] as const).map((part) =>
        after.figure('stock', `${plan}: ${part}`, 'shares'),
      ),
      before.figure('plans', plan, 'exercised'),
    ];
    const sum = this.chain.run(
      OWNERSHIP,
      {
        counts: ['pool'],
        holdings: parts.flatMap((shares, index) =>
          shares === undefined ? [] : [{ id: `${plan} ${index}`, holder: plan, kind: 'pool', shares }],
        ),
      },
      path,
    );
    return sum.ok ? ok(sum.value.figure('total')) : sum;
  }

  private restOf(issued: Issued, date: string): Result<Input> {
    const table = this.capTable(date, issued.path);
    return table.ok ? ok(table.value.figure('securities', issued.id)) : table;
  }

  private capTable(date: string, path: Path): Result<Step> {
    return this.chain.run('cap_table', capTableInput(this.file, this.transactions, date), path);
  }

  private named(security: string): Issued {
    const issued = this.issued.get(this.renamed.get(security) ?? security);
    // A security that is only issued further down: the calculator says that it is not there yet.
    return issued ?? { id: security, holder: security, kind: 'stock', class: '', path: [] };
  }

  private nameFor(wanted: string | undefined, otherwise: string): string {
    if (wanted !== undefined) return wanted;
    let name = otherwise;
    for (let number = 2; this.issued.has(name); number += 1) name = `${otherwise} (${number})`;
    return name;
  }

  private classOfPlan(plan: string): string {
    return this.file.securities.plans.find(({ id }) => id === plan)?.class ?? '';
  }

  private put(path: Path, transaction: Readonly<Record<string, Input>>): void {
    this.transactions.push(new Traced(transaction, { file: path }));
  }
}

const strikeOf = (strike: Input, path: Path): { readonly strike?: Input } =>
  strike === undefined ? {} : { strike: fromFile(strike, [...path, 'strike']) };

const isZero = (traced: Traced): boolean => String(traced.value) === '0';
