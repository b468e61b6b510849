import type { StatedAmount } from '@tranche/core/money';
import { expect, it } from 'vitest';
import { readReport } from '../read/index.ts';

const sum = (amount: StatedAmount): string => {
  const millions = (value: { toApproximateNumber(): number }) => value.toApproximateNumber() / 1e6;
  const figure =
    'min' in amount ? `${millions(amount.min)}-${millions(amount.max)}` : `${millions(amount.value)}`;
  return `${amount.qualifier === 'exact' ? '' : `${amount.qualifier} `}${amount.currency} ${figure}m`;
};

/** The prices of companies that a text tells, as "company sum basis status when". */
function pricesIn(text: string): string[] {
  const read = readReport(`A headline\nPublished: 2024-11-15\n\n${text}\n`, { name: 'prices' });
  if (!read.ok) throw new Error(read.failure.message);
  return read.value.claims.flatMap((claim) =>
    claim.type === 'valuation'
      ? [
          [
            claim.entity,
            sum(claim.amount),
            ...(claim.basis === 'unspecified' ? [] : [claim.basis]),
            claim.status,
            ...(claim.when === undefined ? [] : [claim.when]),
          ].join(' '),
        ]
      : [],
  );
}

it.each([
  // What a company has, is given, is pushed to, or is called.
  ['Harbeck raised $40 million last May at a $1bn valuation.', ['Harbeck USD 1000m closed 2024-05']],
  ['The licence secured Harbeck a $45bn valuation.', ['Harbeck USD 45000m closed']],
  ['The loan fund puts a $700m price tag on Harbeck.', ['Harbeck USD 700m closed']],
  ['The secondary sales have bumped Harbeck’s valuation up to $4bn.', ['Harbeck USD 4000m closed']],
  ['The Series C catapulted Harbeck to a $2 billion valuation.', ['Harbeck USD 2000m closed']],
  ['Secondary market trades imply Harbeck is worth $6 billion.', ['Harbeck USD 6000m closed']],
  [
    'Oak Ventures sold shares; Harbeck, the $4bn payments group, declined to comment.',
    ['Harbeck USD 4000m closed'],
  ],
  ['Harbeck, backed by Oak Ventures, is a $10 billion company.', ['Harbeck USD 10000m closed']],
  // Beside another company, or beside what it was worth before.
  [
    'Harbeck has been valued at $5 billion, below the $8 billion valuation of Quillon.',
    ['Quillon USD 8000m closed', 'Harbeck USD 5000m closed'],
  ],
  [
    'The deal would value Harbeck at $5 billion, more than rival Quillon, which was valued at $3 billion in June.',
    ['Harbeck USD 5000m planned', 'Quillon USD 3000m closed 2024-06'],
  ],
  [
    "Harbeck's valuation has slumped from $9 billion to $2 billion.",
    ['Harbeck USD 2000m closed', 'Harbeck USD 9000m closed'],
  ],
  [
    'The likes of Harbeck and Quillon are now worth £4.5bn and £2.5bn respectively.',
    ['Harbeck GBP 4500m closed', 'Quillon GBP 2500m closed'],
  ],
  [
    'Harbeck is seeking a higher valuation than the $9 billion it fetched in June.',
    ['Harbeck over USD 9000m in_talks', 'Harbeck USD 9000m closed 2024-06'],
  ],
  [
    'Harbeck is in talks to raise money. The deal would nearly double its existing valuation of $5bn, which it secured last year.',
    ['Harbeck USD 5000m closed 2023'],
  ],
  // By its name alone, and only where no figure tells it.
  [
    'Harbeck, which reached unicorn status in March, has raised $90 million.',
    ['Harbeck at_least USD 1000m closed 2024-03'],
  ],
  [
    'Harbeck became the first unicorn of the year with a $1.1 billion valuation.',
    ['Harbeck USD 1100m closed'],
  ],
  // No prices of this company.
  ['The new valuation is about $200 million higher than the price Harbeck had targeted in January.', []],
  [
    'Harbeck raised $20 million. Eleven companies that reached a billion-dollar valuation were founded here.',
    [],
  ],
  ['Harbeck raised $150 million from backers including grocer Quillon at $50 million.', []],
])('%s', (text, expected) => {
  expect(pricesIn(text)).toEqual(expected);
});
