import { convertMoney } from '@tranche/core/convert';
import { formatQuantity } from '@tranche/core/display';
import { Rational } from '@tranche/core/rational';
import type { FxClaim, LedgerClaim } from '../claim/index.ts';
import { roundsTo } from '../compare/index.ts';
import type { PublishedRate } from '../league/index.ts';
import type { Bench } from './bench.ts';
import type { Finding, Opinion } from './verdict.ts';
import { percentText } from './words.ts';

/** Within this share of the official rate a printed conversion is near, if not right to its last digit. */
const NEAR_FRACTION = Rational.of(3n, 100n);

/** A rate older than this does not decide the last digit, for rates move. */
const FRESH_DAYS = 7;

/** A rate older than this cannot contradict. */
const USABLE_DAYS = 92;

/**
 * Checks a printed conversion, or a printed rate, against the last official rate on or before the document's day.
 * Supported when the converted amount prints the same at the precision of the statement, at the official rate or
 * at another rate published for those days, which is then named. Near (within 3 per cent) is mixed with a fresh
 * rate and cannot be told with an old one. Without a rate it cannot be told.
 */
export function checkConversion(
  bench: Bench,
  { id, claim }: LedgerClaim & { readonly claim: FxClaim },
): Opinion {
  const { builder, spokenOn, rates } = bench;
  const { from, to } = claim;
  const said = [{ kind: 'claim' as const, id }];
  const fromNode = builder.exact({
    label: 'amount converted',
    unit: from.currency,
    value: from.value,
    grounds: said,
  });
  const toNode = builder.exact({ label: 'as printed', unit: to.currency, value: to.value, grounds: said });
  const unit = `${to.currency} per ${from.currency}`;
  const implied = builder.formula({
    label: 'implied rate',
    unit,
    operator: 'divide',
    operands: [toNode, fromNode],
  });
  const impliedRate = to.value.dividedBy(from.value);
  const impliedFinding: Finding = {
    text: `The text implies ${formatQuantity(impliedRate, unit)}.`,
    node: implied,
    evidence: [id],
  };
  const official = rates.filter(({ kind }) => kind === 'official');
  const converted = convertMoney(builder, {
    from: from.currency,
    to: to.currency,
    date: spokenOn,
    rates: official,
    amount: fromNode,
  });
  if (!converted.ok) {
    return {
      check: 'conversion',
      verdict: 'cannot_tell',
      summary: `No official rate between ${from.currency} and ${to.currency} on or before ${spokenOn} is at hand.`,
      findings: [impliedFinding],
    };
  }
  const { rate, legs, ageDays, node } = converted.value;
  const amount = from.value.times(rate);
  const difference = builder.formula({
    label: 'difference, printed less converted',
    unit: to.currency,
    operator: 'subtract',
    operands: [toNode, node],
  });
  const share = builder.formula({
    label: 'difference as a share of the converted amount',
    unit: 'fraction',
    operator: 'divide',
    operands: [difference, node],
  });
  const off = to.value.minus(amount);
  const offShare = off.dividedBy(amount);
  const evidence = legs.flatMap(({ published }) => (published.id === undefined ? [] : [published.id]));
  const [firstLeg] = legs;
  const publisher = firstLeg?.published.publisher ?? 'no rate needed';
  const rateDay = firstLeg?.published.date ?? spokenOn;
  const findings: Finding[] = [
    impliedFinding,
    {
      text: `The last official rate, ${publisher} of ${rateDay} (${ageDays} days before), is ${formatQuantity(rate, unit)}, which gives ${formatQuantity(amount, to.currency)}.`,
      node,
      evidence,
    },
    {
      text: `The printed amount differs by ${formatQuantity(off, to.currency)}, or ${percentText(offShare)}.`,
      node: share,
      evidence: [id, ...evidence],
    },
  ];
  const printed = `${formatQuantity(from.value, from.currency)} as ${formatQuantity(to.value, to.currency)}`;
  const at = `at ${formatQuantity(rate, unit)} (${publisher}, ${rateDay}) it is ${formatQuantity(amount, to.currency)}`;
  const opinion = (verdict: Opinion['verdict'], summary: string, more: readonly Finding[] = []): Opinion => ({
    check: 'conversion',
    verdict,
    summary,
    findings: [...findings, ...more],
  });
  if (roundsTo(amount, to.value)) {
    const roughly = off.sign() === 0 ? 'exactly' : 'roughly';
    return opinion(
      'supported',
      `${printed} is ${roughly} right: ${at}, ${percentText(offShare.absolute())} away.`,
    );
  }
  const other = otherRate(bench, from.currency, to.currency, rate, from.value, to.value);
  if (other !== undefined) {
    const named = `${other.publisher}, ${other.date}`;
    return opinion(
      'supported',
      `${printed} is right at ${formatQuantity(other.rate, `${other.quote} per ${other.base}`)} (${named}); ${at}.`,
      [
        {
          text: `${named} reproduces the printed amount.`,
          evidence: other.id === undefined ? [] : [other.id],
        },
      ],
    );
  }
  const isNear = offShare.absolute().compare(NEAR_FRACTION) <= 0;
  if (ageDays > USABLE_DAYS || (isNear && ageDays > FRESH_DAYS)) {
    return opinion(
      'cannot_tell',
      `${printed} is ${percentText(offShare.absolute())} away from the last official rate, which is ${ageDays} days old: too old to decide.`,
    );
  }
  if (isNear) return opinion('mixed', `${printed} is near, but not to the digit: ${at}.`);
  return opinion('contradicted', `${printed} is wrong by ${percentText(offShare.absolute())}: ${at}.`);
}

/** A rate of another kind, published for a day or month just before, that reproduces the printed amount. */
function otherRate(
  bench: Bench,
  from: string,
  to: string,
  official: Rational,
  value: Rational,
  printed: Rational,
): PublishedRate | undefined {
  return bench.rates
    .filter(({ date, kind }) => date <= bench.spokenOn && kind !== 'official')
    .sort((one, another) => (one.date > another.date ? -1 : 1))
    .find(({ base, quote, rate }) => {
      const factor =
        base === from && quote === to
          ? rate
          : base === to && quote === from
            ? Rational.ONE.dividedBy(rate)
            : undefined;
      if (factor === undefined) return false;
      const isOfThoseDays = factor.minus(official).absolute().compare(official.times(NEAR_FRACTION)) <= 0;
      return isOfThoseDays && roundsTo(value.times(factor), printed);
    });
}
