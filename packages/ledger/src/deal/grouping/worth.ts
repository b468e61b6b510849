import type { StatedAmount } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import { daysBetween, type PlainDate } from '@tranche/core/time';
import type { Statement } from '../../statement/index.ts';
import type { AmountRelation } from './amount-relation.ts';
import { amountRelation, closestRelation } from './amount-relation.ts';

/** What an amount comes to in another currency: as its own text puts it, or by a published rate. */
export interface Worth {
  readonly of: StatedAmount;
  readonly amount: StatedAmount;
  /** A rate of about that time: it tells what is close, never what is the same. */
  readonly byRate: boolean;
  readonly because: string;
}

/** An older rate says too little: in a year or so the main currencies move by less than two reports round. */
const RATE_DAYS = 400;

/** Units of each currency for one of the base, as a reference fact has them; known from its day. */
interface RateTable {
  readonly id: string;
  readonly knownFrom: PlainDate;
  readonly units: Map<string, Rational>;
}

type FxStatement = Statement & { readonly body: Extract<Statement['body'], { type: 'fx' }> };

/** The conversions that a ledger knows: printed in a text, which holds for that text, and published rates. */
export class Conversions {
  private readonly printed = new Map<string, FxStatement[]>();
  private readonly tables = new Map<string, RateTable>();

  add(statement: Statement): void {
    if (!isFx(statement)) return;
    const { sourceId, body, knownFrom, id } = statement;
    if (sourceId !== undefined) {
      this.printed.set(sourceId, [...(this.printed.get(sourceId) ?? []), statement]);
      return;
    }
    if (body.from.value.sign() <= 0) return;
    const key = id.split('#')[0] ?? id;
    const { currency: base } = body.from;
    const table = this.tables.get(key) ?? { id: key, knownFrom, units: new Map([[base, Rational.ONE]]) };
    table.units.set(body.to.currency, body.to.value.dividedBy(body.from.value));
    this.tables.set(key, table);
  }

  /** What the amounts of a statement come to in some currencies, by what was known when it was said. */
  worthsOf(
    { sourceId, knownFrom }: Statement,
    amounts: readonly StatedAmount[],
    currencies: Iterable<string>,
  ): readonly Worth[] {
    const wanted = [...currencies];
    const printed = sourceId === undefined ? [] : (this.printed.get(sourceId) ?? []);
    return amounts.flatMap((of) =>
      wanted.flatMap((currency): readonly Worth[] => {
        if (currency === of.currency) return [];
        const inText = printed.flatMap(({ body }) => printedAs(of, currency, body));
        if (inText.length > 0) return inText;
        const table = this.latest(of.currency, currency, knownFrom);
        const [from, to] = [table?.units.get(of.currency), table?.units.get(currency)];
        if (table === undefined || from === undefined || to === undefined) return [];
        const because = `at the rate of ${table.knownFrom}`;
        return [{ of, amount: scaled(of, currency, to.dividedBy(from)), byRate: true, because }];
      }),
    );
  }

  private latest(one: string, other: string, day: PlainDate): RateTable | undefined {
    let found: RateTable | undefined;
    for (const table of this.tables.values()) {
      const { knownFrom, units } = table;
      if (knownFrom > day || daysBetween(knownFrom, day) > RATE_DAYS) continue;
      if (!units.has(one) || !units.has(other)) continue;
      const later = found === undefined || knownFrom > found.knownFrom;
      if (later || (knownFrom === found?.knownFrom && table.id < found.id)) found = table;
    }
    return found;
  }
}

const isFx = (statement: Statement): statement is FxStatement => statement.body.type === 'fx';

/** A conversion that the text prints for this very amount. */
function printedAs(of: StatedAmount, currency: string, { from, to }: FxStatement['body']): readonly Worth[] {
  return [
    [from, to],
    [to, from],
  ].flatMap(([one, other]): readonly Worth[] => {
    if (one === undefined || other === undefined || other.currency !== currency) return [];
    if (amountRelation(of, { ...one, qualifier: 'exact' }) !== 'same') return [];
    const { qualifier } = of;
    return [{ of, amount: { ...other, qualifier }, byRate: false, because: 'as the text converts it' }];
  });
}

function scaled(of: StatedAmount, currency: string, rate: Rational): StatedAmount {
  const { qualifier } = of;
  return 'min' in of
    ? { currency, min: of.min.times(rate), max: of.max.times(rate), qualifier }
    : { currency, value: of.value.times(rate), qualifier };
}

/** How an amount stands to others, with the conversion that tells it where none is in its own currency. */
export interface Relation {
  readonly is: AmountRelation;
  readonly because?: string;
}

export function relationTo(
  amount: StatedAmount,
  others: readonly StatedAmount[],
  worths: readonly Worth[],
): Relation {
  const direct = closestRelation(amount, others);
  if (direct !== 'incomparable') return { is: direct };
  for (const { of, amount: worth, byRate, because } of worths) {
    if (of !== amount) continue;
    const is = closestRelation(worth, others);
    if (is !== 'incomparable') return { is: byRate && is === 'same' ? 'close' : is, because };
  }
  return { is: 'incomparable' };
}
