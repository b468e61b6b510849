import type { StatedAmount } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import type { PartialDate } from '@tranche/core/time';
import { type Claim, type ClaimBody, DEAL_STATUSES, type Grounded } from '@tranche/ledger/claim';
import { TIERS } from '@tranche/ledger/source';
import * as fc from 'fast-check';
import { partialDate } from '../build/values.ts';
import { arbitraryStatedAmount } from './numbers.ts';

const issuer = fc.constantFrom('Fennick', 'Lanthorn');
const investor = fc.constantFrom('Alder', 'Birch', 'Cedar');
const status = fc.constantFrom(...DEAL_STATUSES);
const when: fc.Arbitrary<PartialDate> = fc.constantFrom(
  ...['2025', '2025-03', '2025-04-01', '2025-Q3', '2025-spring', '../2025-12-31', '2025-10/2025-12'].map(
    partialDate,
  ),
);
const condition = fc.constantFrom('if the conversion is completed', 'if the milestone is met');

/** What may be said of a few parties' financings: types that meet in one deal, so that claims agree and conflict. */
const body = (amount: fc.Arbitrary<StatedAmount>): fc.Arbitrary<ClaimBody> =>
  fc.oneof(
    fc.record(
      {
        type: fc.constant('round' as const),
        issuer,
        amount,
        post_money: amount,
        date: when,
        status,
        leads: fc.uniqueArray(investor, { maxLength: 2 }),
        participants: fc.uniqueArray(investor, { maxLength: 2 }),
        condition,
      },
      { requiredKeys: ['type', 'issuer', 'status', 'leads', 'participants'] },
    ),
    fc.record(
      { type: fc.constant('tranche' as const), issuer, amount, when, payer: investor, condition, status },
      { requiredKeys: ['type', 'issuer', 'amount', 'status'] },
    ),
    fc.record(
      { type: fc.constant('investment' as const), investor, issuer, amount, when, status },
      { requiredKeys: ['type', 'investor', 'issuer', 'status'] },
    ),
    fc.record(
      { type: fc.constant('syndication' as const), investor, issuer, amount, status },
      { requiredKeys: ['type', 'investor', 'issuer'] },
    ),
    fc.record(
      {
        type: fc.constant('valuation' as const),
        entity: issuer,
        amount,
        basis: fc.constantFrom('pre' as const, 'post' as const, 'unspecified' as const),
        when,
        status,
      },
      { requiredKeys: ['type', 'entity', 'amount', 'basis', 'status'] },
    ),
    fc.record({
      type: fc.constant('stake' as const),
      holder: investor,
      entity: issuer,
      percent: fc.integer({ min: 0, max: 10_000 }).map((hundredths) => Rational.of(hundredths, 100)),
      qualifier: fc.constantFrom('exact' as const, 'about' as const),
      status,
    }),
  );

/** How a text may put a claim; each claim gets a sentence of its own, which is its quote. */
const manner = fc.record(
  {
    attribution: fc.record({ kind: fc.constantFrom(...TIERS) }),
    hedge: fc.constantFrom('reportedly', 'as early as', 'potentially'),
    denied: fc.constant(true),
  },
  { requiredKeys: [] },
);

/** A text of one sentence per claim, and the claims whose quotes stand in it. */
export interface ClaimedText {
  readonly text: string;
  readonly claims: readonly Claim[];
}

/** Texts with up to `maxClaims` claims about a few made-up issuers and investors. */
export const arbitraryClaimedText = (maxClaims = 6): fc.Arbitrary<ClaimedText> =>
  fc
    .array(fc.tuple(body(arbitraryStatedAmount()), manner), { minLength: 1, maxLength: maxClaims })
    .map((said) => {
      const lines: string[] = [];
      let at = 0;
      const claims = said.map(([what, how], index): Claim => {
        const quote = `Sentence ${index + 1} is about a ${what.type}.`;
        const grounded: Grounded = { quote, quote_span: [at, at + quote.length], spans: {}, ...how };
        lines.push(quote);
        at += quote.length + 1;
        return { ...what, ...grounded };
      });
      return { text: lines.join('\n'), claims };
    });
