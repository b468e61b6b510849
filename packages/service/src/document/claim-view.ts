import { sentenceOf } from '@tranche/ledger/check';
import type { LedgerClaim } from '@tranche/ledger/claim';
import { claimToJson } from '@tranche/ledger/claim';
import { statusOf, summaryOf } from '../evidence/index.ts';
import type { ClaimView, JudgementMarkView, VerdictView } from '../views/index.ts';

export interface ClaimExtras {
  readonly deal?: string | undefined;
  readonly verdict?: VerdictView | undefined;
  readonly judgements?: readonly JudgementMarkView[] | undefined;
}

export function claimViewOf(
  { id, claim }: LedgerClaim,
  { deal, verdict, judgements }: ClaimExtras,
): ClaimView {
  const status = statusOf(claim);
  const { hedge, attribution } = claim;
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
    json: { ...claimToJson(claim) },
  };
}

/** "named person (Sarah Friar)", "relay of Nikkei". */
function attributionText(attribution: NonNullable<LedgerClaim['claim']['attribution']>): string {
  const { kind, name, relay_of } = attribution;
  const who = kind.replaceAll('_', ' ');
  if (relay_of !== undefined) return `${who} of ${relay_of}`;
  return name === undefined ? who : `${who} (${name})`;
}
