import { expectOk } from '@tranche/core/result';
import { claimBodyFromJson, claimFromJson, claimId, type LedgerClaim } from '@tranche/ledger/claim';
import type { Tier } from '@tranche/ledger/source';
import type { Statement } from '@tranche/ledger/statement';
import { day } from '../build/index.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A reference fact that says `body` (in the published schema), known from a day. Throws on a malformed body. */
export const factOf = (
  id: string,
  knownFrom: string,
  body: Fields,
  more: { readonly tier?: Tier; readonly denied?: boolean; readonly note?: string } = {},
): Statement => ({
  id,
  kind: 'fact',
  body: expectOk(claimBodyFromJson(body, id)),
  knownFrom: day(knownFrom),
  tier: more.tier ?? 'unnamed_people',
  origin: id,
  denied: more.denied ?? false,
  references: [{ title: 'a page', url: 'https://example.org' }],
  ...(more.note === undefined ? {} : { note: more.note }),
});

/** A claim as the ledger holds it, quoted from the start of a made-up source. Throws on a malformed body. */
export function claimOf(body: Fields, quote = 'as the text has it', sourceId = 's-document'): LedgerClaim {
  const claim = expectOk(claimFromJson({ ...body, quote, quote_span: [0, quote.length] }));
  return { id: claimId(sourceId, claim), sourceId, claim };
}

/** An amount in the published schema: `amount(40e9, 'up_to')`. */
export const amount = (value: number, qualifier = 'exact', currency = 'USD'): Fields => ({
  currency,
  value,
  qualifier,
});
