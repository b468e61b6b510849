import type { StatedAmount } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import { lastDayOf, type PartialDate, partsOf } from '@tranche/core/time';
import type { LeagueAmount, LeagueDeal, LeagueFlag } from '@tranche/ledger/league';
import { knownFrom } from '../facts/known-from.ts';
import { exactly, type RawFact } from '../facts/raw-fact.ts';
import { largestRounds } from '../facts/reference-facts.ts';

let deals: readonly LeagueDeal[] | undefined;

/**
 * The largest private financings as gathered: of each the headline amount from the day of its announcement, with
 * later changes, its debt, and what is known to have been received. Of a completed round all is received on its
 * date; of any other only that it lies between zero and the total. The same list on every call.
 */
export function leagueDeals(): readonly LeagueDeal[] {
  deals ??= largestRounds().map(leagueDeal);
  return deals;
}

function leagueDeal(fact: RawFact): LeagueDeal {
  const total = fact.required('amount', fact.amount('amount'));
  const at = (from: PartialDate, equity: StatedAmount, debt?: StatedAmount): LeagueAmount => {
    const day = lastDayOf(from) ?? fact.broken('date', 'is open at its end');
    const since = knownFrom(from, fact.references) ?? day;
    const amounts = debt === undefined ? { equity } : { equity, debt };
    return { from: day, knownFrom: since, ...amounts, statements: [fact.id] };
  };
  const debt = fact.amount('debt');
  const first = fact.day('announced_on');
  const done = fact.day('completed_on');
  const final = fact.amount('final_amount');
  const announced = [
    ...(first === undefined ? [] : [at(first, total)]),
    at(fact.date, total, debt),
    ...(done === undefined || final === undefined ? [] : [at(done, final)]),
  ];
  return {
    id: fact.id,
    label: labelOf(fact),
    issuer: fact.party(fact.subject),
    announced,
    received: receivedOf(fact, total, debt, at),
    flags: flagsOf(fact),
  };
}

function receivedOf(
  fact: RawFact,
  total: StatedAmount,
  debt: StatedAmount | undefined,
  at: (from: PartialDate, equity: StatedAmount, debt?: StatedAmount) => LeagueAmount,
): readonly LeagueAmount[] {
  const schedule = fact.list('cash_schedule');
  if (schedule.length > 0) {
    let before = Rational.ZERO;
    return schedule.map((payment) => {
      const sum = payment.required('cumulative', payment.sum('cumulative', total.currency));
      const value = 'min' in sum ? sum.max : sum.value;
      // A payment with a remark ("if ... was paid then") may not have been made by that day.
      const remark = payment.text('note');
      const counted: StatedAmount = remark === undefined ? sum : between(total.currency, before, value);
      before = value;
      return at(payment.date, counted);
    });
  }
  if (fact.status !== 'completed') {
    const most = 'min' in total ? total.max : total.value;
    return [at(fact.date, between(total.currency, Rational.ZERO, most))];
  }
  const lent = fact.table('debt_split').find(([part]) => part === 'term_loan');
  const drawn = debt === undefined || lent === undefined ? debt : exactly(debt.currency, lent[1]);
  return [at(fact.date, total, drawn)];
}

const between = (currency: string, min: Rational, max: Rational): StatedAmount => ({
  currency,
  min,
  max,
  qualifier: 'exact',
});

function flagsOf(fact: RawFact): readonly LeagueFlag[] {
  const { strategic, moneyToHolders, multiYear } = fact.reading;
  const to = fact.text('money_to');
  const flags: LeagueFlag[] = [];
  if (strategic) flags.push('strategic');
  if (moneyToHolders || (to !== undefined && to !== 'company')) flags.push('money_to_holders');
  if (multiYear) flags.push('multi_year');
  if (fact.amount('contingent') !== undefined) flags.push('contingent');
  return flags;
}

function labelOf(fact: RawFact): string {
  const investor = fact.text('investor') ?? fact.reading.investor;
  const name = fact.party(fact.subject);
  return `${name}${investor === undefined ? '' : ` (${investor})`}, ${partsOf(fact.lastDay()).year}`;
}
