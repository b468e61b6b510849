import { expect, it } from 'vitest';
import { readReport } from '../read/index.ts';

/** What a text ranks, as "subject claim of object over party status". */
function ranksIn(text: string): string[] {
  const read = readReport(`A headline\nPublished: 2024-11-15\n\n${text}\n`, { name: 'ranks' });
  if (!read.ok) throw new Error(read.failure.message);
  return read.value.claims.flatMap((claim) =>
    claim.type === 'rank'
      ? [
          [
            claim.subject,
            claim.claim,
            ...(claim.object === undefined ? [] : [`of ${claim.object}`]),
            ...(claim.over === undefined ? [] : [`over ${claim.over}`]),
            ...(claim.status === undefined ? [] : [claim.status]),
          ].join(' '),
        ]
      : [],
  );
}

it.each([
  [
    'Harbeck raised $250 million. This makes Harbeck the most valuable startup in Africa, topping Quillon and Meldo.',
    ['Harbeck most_valuable_private_company of Africa over Quillon'],
  ],
  [
    'Harbeck raised $250 million. It is now Europe’s most valuable fintech, ahead of Quillon.',
    ['Harbeck most_valuable_private_company of European fintech over Quillon'],
  ],
  [
    'The funding would recrown Harbeck as Europe’s most valuable startup. Harbeck wants to raise $250 million.',
    ['Harbeck most_valuable_private_company of Europe planned'],
  ],
  [
    'Harbeck raised $800m in a round in July, which made it the UK’s most valuable fintech.',
    ['Harbeck most_valuable_private_company of UK fintech'],
  ],
  [
    'Another such round would make Harbeck, a ride-hailing company, the world’s most valuable start-up. Harbeck raised $20 million.',
    ['Harbeck most_valuable_private_company of world planned'],
  ],
  [
    'Harbeck raised $250 million, becoming the country’s most valuable private company and overtaking Quillon.',
    ['Harbeck most_valuable_private_company over Quillon'],
  ],
  [
    'The world’s second-most valuable startup has priced its tender offer. Harbeck has raised $20 million.',
    ['Harbeck second_most_valuable_startup of world'],
  ],
  ['Harbeck raised $250 million. It was one of the most valuable startups in Europe.', []],
  ['Harbeck raised $250 million. Oak Ventures has backed the most valuable startup in Europe.', []],
])('%s', (text, expected) => {
  expect(ranksIn(text)).toEqual(expected);
});
