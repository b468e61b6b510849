import { Rational } from '../rational/index.ts';
import { fail, ok, type Result } from '../result/index.ts';
import { daysBetween, type PlainDate } from '../time/index.ts';

/** A published exchange rate: units of `quote` for one unit of `base` on a day. */
export interface DatedRate {
  readonly base: string;
  readonly quote: string;
  /** Above zero, exact as published. */
  readonly rate: Rational;
  readonly date: PlainDate;
  /** Absent for a rate that the asker gives. */
  readonly publisher?: string;
  /** What the rate is known by outside, for the derivation; of a rate that the asker gives, its field. */
  readonly id?: string;
}

/** One published rate as used on the way: as it is (`direct`), or its reciprocal. */
export interface ConversionLeg {
  readonly from: string;
  readonly to: string;
  readonly published: DatedRate;
  readonly direct: boolean;
}

export interface ConversionRate {
  /** Units of `to` for one unit of `from`; exact, not rounded. */
  readonly rate: Rational;
  /** None for the same currency, one for a direct or inverse rate, two for a cross. */
  readonly legs: readonly ConversionLeg[];
  /** Currencies on the way, both ends included. */
  readonly path: readonly string[];
  /** Days from the oldest rate used to the date asked for, or else to the newest rate given; zero for the same currency. */
  readonly ageDays: number;
}

export interface RateQuestion {
  readonly from: string;
  readonly to: string;
  /** Rates after this day do not count; every rate does if absent. */
  readonly date?: PlainDate;
  /** Whether rates before the day do not count either; they do unless said otherwise. */
  readonly ofThatDayOnly?: boolean;
  readonly rates: readonly DatedRate[];
  /** The only currencies a cross may go through; any other if absent, and none if empty. */
  readonly via?: readonly string[];
  /** What goes first, the way with the newest rate (unless said otherwise) or any rate of the two currencies. */
  readonly prefer?: 'newest' | 'of_the_pair';
}

/**
 * The exchange rate between two currencies on a day, from published rates.
 * Units: units of `to` for one unit of `from`. Exact.
 * The most recent rate on or before the day counts; on the same day a direct rate goes before an inverse one,
 * and that before a cross through one other currency, which divides or multiplies two published rates: CNY per
 * USD from euro rates is (CNY per EUR) ÷ (USD per EUR). A cross is as old as its older rate, prefers two rates
 * of one day and one publisher, then the currency first in the alphabet. With `prefer: 'of_the_pair'` a cross
 * is taken only where the two currencies have no rate of their own.
 * Fails: BAD_CURRENCY (from, to); RATE_NOT_FOUND when no rate or cross leads there.
 */
export function findRate(question: RateQuestion): Result<ConversionRate> {
  const { from, to } = question;
  for (const [path, code] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (!/^[A-Z]{3}$/.test(code)) {
      return fail('BAD_CURRENCY', path, `"${code.slice(0, 40)}" is not a currency code`, {
        expected: 'three capital letters, as in ISO 4217',
      });
    }
  }
  if (from === to) return ok({ rate: Rational.ONE, legs: [], path: [from], ageDays: 0 });
  const singles = singleRates(question);
  const ofThePair = question.prefer === 'of_the_pair' && singles.length > 0;
  const candidates = ofThePair ? [...singles] : [...singles, ...crosses(question)];
  const [best] = candidates.sort(compareCandidates);
  if (best === undefined) return notFound(question);
  return ok({
    rate: best.map(rateOf).reduce((product, rate) => product.times(rate)),
    legs: best,
    path: [from, ...best.map((leg) => leg.to)],
    ageDays: daysBetween(oldest(best), question.date ?? newest(question.rates)),
  });
}

function notFound({ from, to, date, ofThatDayOnly, via }: RateQuestion): Result<never> {
  const [when, dated] =
    date === undefined
      ? ['', '']
      : ofThatDayOnly
        ? [` on ${date}`, `, dated ${date}`]
        : [` on or before ${date}`, `, dated ${date} or earlier`];
  const middle = via === undefined ? 'one other currency' : via.join(' or ');
  const orCross = via?.length === 0 ? '' : `, or of both to ${middle}`;
  return fail('RATE_NOT_FOUND', 'rates', `no rate leads from ${from} to ${to}${when}`, {
    expected: `a rate between ${from} and ${to}${orCross}${dated}`,
  });
}

const rateOf = ({ published, direct }: ConversionLeg): Rational =>
  direct ? published.rate : Rational.ONE.dividedBy(published.rate);

/** The rates between two currencies, either way round, that count for the day. */
function legsBetween(question: RateQuestion, from: string, to: string): readonly ConversionLeg[] {
  const { date, ofThatDayOnly = false } = question;
  return question.rates
    .filter((rate) => date === undefined || (ofThatDayOnly ? rate.date === date : rate.date <= date))
    .flatMap((published): ConversionLeg[] => {
      if (published.base === from && published.quote === to) return [{ from, to, published, direct: true }];
      if (published.base === to && published.quote === from) return [{ from, to, published, direct: false }];
      return [];
    });
}

const lastDayOf = (legs: readonly ConversionLeg[]): string =>
  legs.reduce((last, { published }) => (published.date > last ? published.date : last), '');

const legsOn = (legs: readonly ConversionLeg[], date: string): readonly ConversionLeg[] =>
  legs.filter(({ published }) => published.date === date);

function singleRates(question: RateQuestion): readonly (readonly ConversionLeg[])[] {
  const legs = legsBetween(question, question.from, question.to);
  return legsOn(legs, lastDayOf(legs)).map((leg) => [leg]);
}

function crosses(question: RateQuestion): readonly (readonly ConversionLeg[])[] {
  return middleCurrencies(question).flatMap((middle) => {
    const firsts = legsBetween(question, question.from, middle);
    const seconds = legsBetween(question, middle, question.to);
    const [lastFirst, lastSecond] = [lastDayOf(firsts), lastDayOf(seconds)];
    const older = lastFirst < lastSecond ? lastFirst : lastSecond;
    // One day's rate is not divided by another's if both exist for the older of the two days.
    const ofOneDay = (legs: readonly ConversionLeg[], last: string): readonly ConversionLeg[] => {
      const same = legsOn(legs, older);
      return same.length > 0 ? same : legsOn(legs, last);
    };
    return ofOneDay(firsts, lastFirst).flatMap((first) =>
      ofOneDay(seconds, lastSecond).map((second) => [first, second]),
    );
  });
}

function middleCurrencies({ from, to, rates, via }: RateQuestion): readonly string[] {
  const all = via === undefined ? rates.flatMap(({ base, quote }) => [base, quote]) : via;
  return [...new Set(all)].filter((currency) => currency !== from && currency !== to).sort();
}

const newest = (rates: readonly DatedRate[]): PlainDate =>
  rates.map(({ date }) => date).reduce((one, other) => (one > other ? one : other));

const oldest = (legs: readonly ConversionLeg[]): PlainDate =>
  legs.map((leg) => leg.published.date).reduce((one, other) => (one < other ? one : other));

/** Sorts the better way of converting first; stable, so that the order of the rates decides what is left. */
function compareCandidates(one: readonly ConversionLeg[], other: readonly ConversionLeg[]): number {
  const [age, otherAge] = [oldest(one), oldest(other)];
  if (age !== otherAge) return age > otherAge ? -1 : 1;
  return detour(one) - detour(other);
}

/** 0 direct, 1 inverse, 2 a cross of one publisher, 3 a cross of two. */
function detour(legs: readonly ConversionLeg[]): number {
  const [first, second] = legs;
  if (second === undefined) return first?.direct ? 0 : 1;
  return first?.published.publisher === second.published.publisher ? 2 : 3;
}
