import { sentenceOf } from '@tranche/ledger/check';
import type { LedgerClaim } from '@tranche/ledger/claim';
import { claimToJson } from '@tranche/ledger/claim';
import type { Original } from '@tranche/ledger/source';
import { statusOf, summaryOf } from '../evidence/index.ts';
import type { ClaimView, JudgementMarkView, VerdictView } from '../views/index.ts';
import { placeViewOf } from './place-view.ts';

export interface ClaimExtras {
  readonly deal?: string | undefined;
  readonly verdict?: VerdictView | undefined;
  readonly judgements?: readonly JudgementMarkView[] | undefined;
  /** What the text was read from, for the place of the quote in it. */
  readonly original?: Original | undefined;
}

export function claimViewOf(
  { id, claim }: LedgerClaim,
  { deal, verdict, judgements, original }: ClaimExtras,
): ClaimView {
  const status = statusOf(claim);
  const { hedge, attribution } = claim;
  const place = original === undefined ? undefined : placeViewOf(original, claim.quote_span);
  return {
    id,
    type: claim.type,
    summary: summaryOf(claim),
    sentence: sentenceOf(claim),
    quote: claim.quote,
    quoteSpan: [claim.quote_span[0], claim.quote_span[1]],
    spans: Object.fromEntries(Object.entries(claim.spans).map(([key, [start, end]]) => [key, [start, end]])),
    ...(status === undefined ? {} : { status }),
    ...(hedge === undefined ? {} : { hedge }),
    ...(attribution === undefined ? {} : { attribution: attributionText(attribution) }),
    denied: claim.denied ?? false,
    ...(claim.drafted_by === undefined ? {} : { draftedBy: claim.drafted_by }),
    ...(deal === undefined ? {} : { deal }),
    ...(verdict === undefined ? {} : { verdict }),
    ...(judgements === undefined ? {} : { judgements: [...judgements] }),
    ...(place === undefined ? {} : { place }),
    json: { ...claimToJson(claim), ...(place === undefined ? {} : { place }) },
  };
}

/** "named person (Sarah Friar)", "relay of Nikkei". */
function attributionText(attribution: NonNullable<LedgerClaim['claim']['attribution']>): string {
  const { kind, name, relay_of } = attribution;
  const who = kind.replaceAll('_', ' ');
  if (relay_of !== undefined) return `${who} of ${relay_of}`;
  return name === undefined ? who : `${who} (${name})`;
}
