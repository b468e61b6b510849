import type { Claim, ClaimBody } from '@tranche/ledger/claim';
import { attributionIn, isSoft } from '../hedge/index.ts';
import type { DraftContext } from './draft-context.ts';
import { shapedDraft } from './draft-shape.ts';
import { draftedBody } from './drafted-body.ts';
import type { Dropped, DropReason } from './dropped.ts';
import { findQuote } from './find-quote.ts';
import { Grounding } from './grounding.ts';
import { speaksOf } from './kind-words.ts';
import { besideRules, saidKey } from './repeats.ts';
import { bears, isReadable, saidWords } from './said-words.ts';

/** What became of a model's drafts: `drafted` is `claims`, `repeated` and all that was dropped together. */
export interface Gated {
  /** Claims marked with the model's name, in the order of the text. */
  readonly claims: readonly Claim[];
  readonly drafted: number;
  /** Drafts that say what the rules, or another draft, had said. */
  readonly repeated: number;
  readonly dropped: Dropped;
}

/** Of one document: far more than any report says, and what the work stays bounded by. */
const MOST_DRAFTS = 1000;

/**
 * Lets drafts in as claims when the text bears them out, and counts the others by reason. Nothing of a model's answer
 * is copied into a claim but its choice of words, type and status: the quote is cut from the text, numbers, dates,
 * qualifiers, hedges and denials are our own reading of it, and names are the party book's. Fails: never.
 */
export function gateDrafts(drafts: readonly unknown[], context: DraftContext, model: string): Gated {
  const claims: Claim[] = [];
  const said = new Set<string>();
  const dropped: Partial<Record<DropReason, number>> = {};
  let repeated = 0;
  if (drafts.length > MOST_DRAFTS) dropped.too_many = drafts.length - MOST_DRAFTS;
  for (const draft of drafts.slice(0, MOST_DRAFTS)) {
    const claim = claimOf(draft, context, model);
    if (typeof claim === 'string') {
      dropped[claim] = (dropped[claim] ?? 0) + 1;
      continue;
    }
    const beside = besideRules(claim, context.claims);
    const key = saidKey(claim);
    if (beside === 'against') dropped.taken_by_rules = (dropped.taken_by_rules ?? 0) + 1;
    else if (beside === 'repeats' || said.has(key)) repeated += 1;
    else {
      said.add(key);
      claims.push(claim);
    }
  }
  claims.sort(
    (one, other) => one.quote_span[0] - other.quote_span[0] || one.quote_span[1] - other.quote_span[1],
  );
  return { claims, drafted: drafts.length, repeated, dropped };
}

function claimOf(json: unknown, context: DraftContext, model: string): Claim | DropReason {
  const draft = shapedDraft(json);
  if (draft === undefined) return 'wrong_shape';
  const place = findQuote(draft.quote, context);
  if (typeof place === 'string') return place;
  const said = saidWords(context, place);
  if (place.line.kind !== 'row' && !isReadable(said.paragraph)) return 'language_not_read';
  if (!speaksOf(draft.type, said.paragraph)) return 'kind_not_in_words';
  const grounding = new Grounding(context, place, said);
  const body = draftedBody(draft, grounding, said, context.text);
  if (body === undefined) return grounding.reason ?? 'wrong_shape';
  const denied = said.denied || isOfDenied(body, context);
  if (draft.denied && !denied) return 'denial_not_in_words';
  if ('status' in body && body.status !== undefined) {
    const when = 'when' in body ? body.when : 'date' in body ? body.date : undefined;
    const isTerm = !isSoft(said.reach) && isOfSigned(body, context);
    if (!denied && !bears(said.status, body.status, when, context.published, isTerm))
      return 'status_above_words';
  }
  const { quote: quoteSpan, spans } = grounding;
  return {
    ...body,
    quote: context.text.slice(...quoteSpan),
    quote_span: quoteSpan,
    spans,
    attribution: attributionIn(said.whole) ?? { kind: context.tier },
    ...(said.hedge === undefined ? {} : { hedge: said.hedge }),
    ...(denied ? { denied: true } : {}),
    drafted_by: model,
  } as Claim;
}

/** The rules read a deal of the same issuer as signed or paid. */
function isOfSigned(body: ClaimBody, { claims }: DraftContext): boolean {
  const issuer = 'issuer' in body ? body.issuer : 'entity' in body ? body.entity : undefined;
  return claims.some(
    (claim) =>
      (claim.type === 'round' || claim.type === 'investment') &&
      claim.issuer === issuer &&
      claim.denied !== true &&
      (claim.status === 'agreed' || claim.status === 'closed'),
  );
}

/** Talk of a party whose part the text denies elsewhere; what such a party has paid or holds stands. */
function isOfDenied(body: ClaimBody, { denied }: DraftContext): boolean {
  if (denied.size === 0 || !('status' in body) || body.status === 'closed' || body.status === 'completed')
    return false;
  return namesIn(body).some((name) => denied.has(name.toLowerCase()));
}

function namesIn(body: ClaimBody): readonly string[] {
  switch (body.type) {
    case 'investment':
      return [body.investor];
    case 'stake':
      return [body.holder];
    case 'round':
      return [...body.leads, ...body.participants];
    default:
      return [];
  }
}
