import { claimFromJson, claimToJson } from '@tranche/ledger/claim';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryClaimedText } from './index.ts';

test('generated claims are claims: the wire form takes each of them there and back', () => {
  fc.assert(
    fc.property(arbitraryClaimedText(), ({ claims }) => {
      for (const claim of claims) {
        const written: unknown = JSON.parse(JSON.stringify(claimToJson(claim)));
        expect(claimFromJson(written)).toEqual({ ok: true, value: claim });
      }
    }),
  );
});

test('the quote of a generated claim stands in its text where its span says', () => {
  fc.assert(
    fc.property(arbitraryClaimedText(), ({ text, claims }) => {
      for (const {
        quote,
        quote_span: [start, end],
      } of claims)
        expect(text.slice(start, end)).toBe(quote);
    }),
  );
});
