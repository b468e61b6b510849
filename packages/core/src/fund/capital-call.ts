import { Derivation, type FormulaGraph, type Quantity } from '../formula/index.ts';
import { Rational, type RoundingMode, sum } from '../rational/index.ts';
import { fail, ok, type Result } from '../result/index.ts';
import { moveByPenalty, type Penalty } from './penalty.ts';

/** A member of a venture, what it owed to a call and what it paid of that. */
export interface CalledMember {
  readonly id: string;
  /** Before the call. */
  readonly contributed: Rational;
  readonly due: Rational;
  readonly paid: Rational;
}

/** What a member pays of what others fell short by. */
export interface Cover {
  readonly id: string;
  readonly amount: Rational;
}

export interface CapitalCallInput {
  readonly members: readonly CalledMember[];
  readonly coveredBy?: readonly Cover[];
  readonly remedy: 'proportional' | 'punitive' | 'default_loan';
  /** Of the punitive remedy. */
  readonly penaltyFactor?: Rational;
  /** Of what the punitive remedy gives to those who pay. */
  readonly rounding?: {
    readonly mode: 'none' | 'percent';
    readonly decimals?: number;
    readonly percentMode?: RoundingMode;
  };
}

export interface MemberAfterCall {
  readonly shortfall: Quantity;
  readonly contributedAfter: Quantity;
  readonly percentBefore: Quantity;
  readonly percentAfter: Quantity;
  /** Percentage after ÷ before; null where there was none before. */
  readonly retained: Quantity | null;
  readonly dilution: Quantity | null;
  /** Percentage after less before; below zero for who lost. */
  readonly increase: Quantity;
  /** Of the remedy `default_loan`. */
  readonly loanOwed?: Quantity;
}

export interface CapitalCall {
  readonly totalContributed: Quantity;
  readonly totalCalled: Quantity;
  readonly totalShortfall: Quantity;
  readonly unfunded: Quantity;
  readonly members: ReadonlyMap<string, MemberAfterCall>;
}

/**
 * Who owns what of a venture after a capital call that not every member paid in full.
 * `proportional`: by contributions, what is covered counting for who paid it. `punitive`: percentages move by a factor
 * (see `moveByPenalty`). `default_loan`: what is covered counts for those who owed it, in proportion to their
 * shortfalls, and they owe it to those who paid.
 * Shapes: one result per member, by its id. Units: money of one currency; percentages are fractions of 1.
 * Exact: percentages sum to 1 once something is contributed.
 * Fails: OUT_OF_RANGE (paid above due; covered above the shortfall; a punitive remedy where nobody had contributed),
 * UNKNOWN_ID (covered_by), MISSING_FIELD (penalty_factor of a punitive remedy, decimals of a rounding).
 * Source: docs/reference/calculators.md, capital_call; worked examples in cases/capital_call.json.
 */
export function capitalCall(
  input: CapitalCallInput,
): Result<{ readonly output: CapitalCall; readonly graph: FormulaGraph }> {
  const checked = check(input);
  if (!checked.ok) return checked;
  const sheet = new Derivation();
  const { nothing, members } = figuresOf(sheet, input);
  const totalBefore = sheet.add('contributed before the call', 'money', [
    nothing,
    ...members.map(({ contributed }) => contributed),
  ]);
  const shareOf = (label: string, part: Quantity, whole: Quantity): Quantity =>
    whole.value.sign() === 0
      ? sheet.assumed(label, 'fraction', Rational.ZERO, 'nobody has contributed')
      : sheet.divide(label, 'fraction', part, whole);
  const started = members.map((member) => ({
    ...member,
    before: shareOf(`percentage of ${member.id} before`, member.contributed, totalBefore),
  }));
  const totalShortfall = sheet.add('total shortfall', 'money', [nothing, ...started.map((m) => m.shortfall)]);
  const covered = sheet.add('covered', 'money', [nothing, ...started.map((m) => m.covered)]);
  const lent = input.remedy === 'default_loan';
  const funded = started.map((member) => {
    const { id, contributed, paid, shortfall } = member;
    const loanOwed =
      !lent || shortfall.value.sign() === 0
        ? nothing
        : sheet.multiply(`loan to ${id}`, 'money', [
            covered,
            sheet.divide(`share of ${id} in the shortfall`, 'fraction', shortfall, totalShortfall),
          ]);
    const after = [contributed, paid, lent ? loanOwed : member.covered];
    return { ...member, loanOwed, after: sheet.add(`contributed by ${id} after the call`, 'money', after) };
  });
  const totalContributed = sheet.add('contributed after the call', 'money', [
    nothing,
    ...funded.map(({ after }) => after),
  ]);
  const parts = { members: funded, totalShortfall, totalContributed };
  const moved = input.remedy === 'punitive' ? moveByPenalty(sheet, penaltyOf(input), parts) : undefined;
  return ok({
    output: {
      totalContributed,
      totalCalled: sheet.add('called', 'money', [nothing, ...members.map(({ due }) => due)]),
      totalShortfall,
      unfunded: sheet.subtract('unfunded', 'money', totalShortfall, covered),
      members: new Map(
        funded.map(({ id, shortfall, after, before, loanOwed }) => {
          const percentAfter =
            moved?.get(id) ?? shareOf(`percentage of ${id} after`, after, totalContributed);
          const kept = {
            shortfall,
            contributedAfter: after,
            percentBefore: before,
            percentAfter,
            ...retainedOf(sheet, id, before, percentAfter),
            increase: sheet.subtract(`increase of ${id}`, 'fraction', percentAfter, before),
          };
          return [id, lent ? { ...kept, loanOwed } : kept] as const;
        }),
      ),
    },
    graph: sheet.build(),
  });
}

function check({ members, coveredBy = [], remedy, penaltyFactor, rounding }: CapitalCallInput): Result<null> {
  for (const [index, { due, paid }] of members.entries()) {
    if (paid.compare(due) > 0) {
      return fail('OUT_OF_RANGE', `members[${index}].paid`, 'more is paid than was due', {
        expected: `at most ${due}`,
      });
    }
  }
  const shortfall = sum(members.map(({ due, paid }) => due.minus(paid)));
  let covered = Rational.ZERO;
  for (const [index, { id, amount }] of coveredBy.entries()) {
    if (!members.some((member) => member.id === id)) {
      return fail('UNKNOWN_ID', `covered_by[${index}].id`, `no member has the id "${id}"`);
    }
    covered = covered.plus(amount);
    if (covered.compare(shortfall) > 0) {
      return fail('OUT_OF_RANGE', `covered_by[${index}].amount`, 'more is covered than was short', {
        expected: `at most ${shortfall} in all`,
      });
    }
  }
  if (remedy !== 'punitive') return ok(null);
  if (sum(members.map(({ contributed }) => contributed)).sign() === 0) {
    return fail('OUT_OF_RANGE', 'members', 'nobody had contributed, so there is no percentage to move');
  }
  if (penaltyFactor === undefined) {
    return fail('MISSING_FIELD', 'penalty_factor', 'the punitive remedy needs it');
  }
  if (rounding?.mode === 'percent' && rounding.decimals === undefined) {
    return fail('MISSING_FIELD', 'rounding.decimals', 'rounding to a percentage needs it');
  }
  return ok(null);
}

function penaltyOf({ penaltyFactor: factor = Rational.ONE, rounding }: CapitalCallInput): Penalty {
  if (rounding?.mode !== 'percent') return { factor };
  const { decimals = 0, percentMode: mode = 'up' } = rounding;
  return { factor, rounding: { decimals, mode } };
}

function figuresOf(sheet: Derivation, { members, coveredBy = [] }: CapitalCallInput) {
  const nothing = sheet.assumed('nothing', 'money', Rational.ZERO, 'nothing is covered, or owed');
  const covers = new Map(coveredBy.map(({ id, amount }, index) => [id, { amount, index }]));
  return {
    nothing,
    members: members.map(({ id, contributed, due, paid }, index) => {
      const field = (name: string, label: string, value: Rational): Quantity =>
        sheet.given(label, 'money', value, `members[${index}].${name}`);
      const owed = field('due', `due from ${id}`, due);
      const settled = field('paid', `paid by ${id}`, paid);
      const cover = covers.get(id);
      return {
        id,
        contributed: field('contributed', `contributed by ${id} before the call`, contributed),
        due: owed,
        paid: settled,
        shortfall: sheet.subtract(`shortfall of ${id}`, 'money', owed, settled),
        covered:
          cover === undefined
            ? nothing
            : sheet.given(`covered by ${id}`, 'money', cover.amount, `covered_by[${cover.index}].amount`),
      };
    }),
  };
}

function retainedOf(
  sheet: Derivation,
  id: string,
  before: Quantity,
  after: Quantity,
): Pick<MemberAfterCall, 'retained' | 'dilution'> {
  if (before.value.sign() === 0) return { retained: null, dilution: null };
  const whole = sheet.assumed('the whole', 'fraction', Rational.ONE, 'all of what it had');
  const retained = sheet.divide(`retained by ${id}`, 'fraction', after, before);
  return { retained, dilution: sheet.subtract(`dilution of ${id}`, 'fraction', whole, retained) };
}
