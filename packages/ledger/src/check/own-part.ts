import { formatAmount } from '@tranche/core/display';
import { headlineValue, type StatedAmount } from '@tranche/core/money';
import type { InvestmentClaim, LedgerClaim } from '../claim/index.ts';
import { agreementOf, isDone } from '../compare/index.ts';
import { isFallback } from '../deal/condition.ts';
import type { Statement } from '../statement/index.ts';
import { amountNode, type Bench, groundsOf, type StatementOf, sameParty, statementsOfType } from './bench.ts';
import { capital } from './clause.ts';
import { isTimely } from './matching.ts';
import type { Contribution } from './verdict.ts';
import { knownBy } from './words.ts';

/**
 * Checks whether an amount said of one investor is that of the round it leads, of which its own part is smaller.
 * Applies when others tell of such a round, of a smaller part of its own, or of what it passes on to co-investors.
 */
export function checkOwnPart(
  bench: Bench,
  { claim }: LedgerClaim & { readonly claim: InvestmentClaim },
): Contribution | undefined {
  const own = claim.amount;
  if (own === undefined || isFallback(claim.condition)) return undefined;
  const said = roundsLed(bench, claim, own).map((round) => ({ round, ...partsOf(bench, claim, own, round) }));
  // A report may give an instalment only: the largest part named with the round is the investor's own.
  const [largest] = said
    .filter(({ part }) => part !== undefined)
    .sort((one, other) =>
      one.part === undefined || other.part === undefined ? 0 : largestFirst(one.part, other.part),
    );
  const found = largest ?? said.find(({ passedOn }) => passedOn !== undefined);
  if (found === undefined) return undefined;
  const { round, part, passedOn } = found;
  const passedText =
    passedOn?.body.amount === undefined
      ? ''
      : `, and ${formatAmount(passedOn.body.amount)} ${isDone(passedOn.body.status) ? 'came' : 'may come'} from co-investors`;
  const evidence = [round, part, passedOn].flatMap((one) => (one === undefined ? [] : [one.id]));
  if (part?.body.amount === undefined) {
    if (passedOn?.body.amount === undefined) return undefined;
    const node = amountNode(bench, 'from co-investors', passedOn.body.amount, groundsOf(passedOn));
    return {
      check: 'amount',
      verdict: 'cannot_tell',
      summary: `${capital(formatAmount(own))} is the whole of the round${passedText}.`,
      aside: `${formatAmount(passedOn.body.amount)} of it may come from co-investors`,
      findings: [
        {
          text: `${capital(formatAmount(own))} is the whole of the round${passedText} (${knownBy(round)}).`,
          node,
          evidence,
        },
      ],
    };
  }
  const node = amountNode(bench, `own part of ${claim.investor}`, part.body.amount, groundsOf(part));
  const summary = `${capital(formatAmount(own))} is the round that ${claim.investor} leads; its own part is ${formatAmount(part.body.amount)}${passedText}.`;
  return {
    check: 'amount',
    verdict: 'mixed',
    decisive: true,
    summary,
    findings: [{ text: `${summary.slice(0, -1)} (${knownBy(part)}).`, node, evidence }],
  };
}

/** Rounds of the same amount that the investor leads, the latest first. */
const roundsLed = (
  bench: Bench,
  claim: InvestmentClaim,
  own: StatedAmount,
): readonly StatementOf<'round'>[] =>
  statementsOfType(bench, 'round')
    .filter(({ body }) => body.leads.some((lead) => sameParty(bench, lead, claim.investor)))
    .filter(
      ({ body }) => sameParty(bench, body.issuer, claim.issuer) && body.amount?.currency === own.currency,
    )
    .filter((one) => one.body.amount !== undefined && agreementOf(own, one.body.amount) === 'agrees')
    .filter((one) => isTimely(bench, claim, one))
    .sort((one, other) => (one.knownFrom > other.knownFrom ? -1 : 1));

/** What came to be known together with the round: the investor's own part, and what it passes on. */
function partsOf(bench: Bench, claim: InvestmentClaim, own: StatedAmount, round: Statement) {
  const isOfDeal = (one: StatementOf<'investment' | 'syndication'>): boolean =>
    one.knownFrom === round.knownFrom &&
    one.body.amount?.currency === own.currency &&
    !isFallback(one.body.condition) &&
    sameParty(bench, one.body.investor, claim.investor) &&
    sameParty(bench, one.body.issuer, claim.issuer);
  // Of several sums given together the largest is the whole of the part, and the others are instalments of it.
  const [part] = statementsOfType(bench, 'investment')
    .filter((one) => isOfDeal(one) && one.body.status === 'agreed')
    .filter(({ body }) => body.amount !== undefined && agreementOf(own, body.amount) === 'excluded')
    .sort(largestFirst);
  const [passedOn] = statementsOfType(bench, 'syndication').filter(isOfDeal).sort(largestFirst);
  return { part, passedOn };
}

const largestFirst = (
  one: StatementOf<'investment' | 'syndication'>,
  other: StatementOf<'investment' | 'syndication'>,
): number =>
  one.body.amount === undefined || other.body.amount === undefined
    ? 0
    : headlineValue(other.body.amount).compare(headlineValue(one.body.amount));
