import { Rational } from '@tranche/core/rational';
import { expectOk } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import {
  claimFromJson,
  claimToJson,
  type Json,
  type JsonObject,
  type LedgerClaim,
} from '@tranche/ledger/claim';
import type { Judgement } from '@tranche/ledger/judgement';
import { ALIASES } from '@tranche/ledger/party';
import { type GoldClaim, type Renaming, renaming } from '../../packages/reader/test/renamed-copy.ts';
import { annotated, goldTexts, type Labelled, read, textOf } from './corpus.ts';

/**
 * The corpus with every party renamed and every amount scaled, the same in all texts: what the grouping owes to names
 * and figures that it might know, it loses here. Which names are one party is known by alias data for the real
 * names; for the invented ones a judgement says it of each pair.
 */
export function renamedCorpus(seed: number): { readonly annotated: Labelled; readonly read: Labelled } {
  const texts = goldTexts().map(({ id, claims }) => ({
    id,
    text: textOf(id),
    gold: claims as readonly GoldClaim[],
  }));
  const change = renaming(texts, seed);
  const judgements = sameParties(change);
  const { ledger, labels } = annotated();
  const renamed = ledger.claims.map((claim) => renamedClaim(claim, change));
  return {
    annotated: { ledger: { ...ledger, claims: renamed, judgements }, labels, unread: 0 },
    read: read(
      texts.map((one) => {
        const copy = change.copyOf(one);
        return { id: one.id, text: copy.text, claims: copy.gold as never };
      }),
      judgements,
    ),
  };
}

function sameParties({ rename }: Renaming): readonly Judgement[] {
  return ALIASES.flatMap(({ name, aliases = [], vehicles = [] }) =>
    [...aliases, ...vehicles].map((other) => ({
      into: rename(name),
      other: rename(other),
      was: [name, other],
    })),
  )
    .filter(({ into, other, was }) => into !== was[0] || other !== was[1])
    .map(({ into, other }, index) => ({
      id: `j-${index}`,
      decision: { kind: 'merge', of: 'parties', into, other },
      by: 'the copy',
      when: '2000-01-01' as PlainDate,
      why: 'they are one under their real names',
    }));
}

/** The claim keeps its id, so that it keeps its label. */
function renamedClaim({ id, sourceId, claim }: LedgerClaim, change: Renaming): LedgerClaim {
  const { spans: _, ...json } = claimToJson(claim);
  const quote = change.rename(claim.quote);
  const [start] = claim.quote_span;
  const copy = { ...(changed(json, change) as JsonObject), quote, quote_span: [start, start + quote.length] };
  return { id, sourceId, claim: expectOk(claimFromJson(copy)) };
}

function changed(json: Json | undefined, change: Renaming, field = ''): Json {
  if (json === undefined || json === null) return null;
  if (Array.isArray(json)) return json.map((item) => changed(item, change));
  if (typeof json === 'object') {
    const entries = Object.entries(json).map(([key, value]) => [key, changed(value, change, key)] as const);
    return Object.fromEntries(entries);
  }
  if (['value', 'min', 'max'].includes(field)) return scaled(json, change.factor);
  return typeof json === 'string' && !KEPT.has(field) ? change.rename(json) : json;
}

/** Words of the schema, and no names. */
const KEPT = new Set([
  'type',
  'status',
  'currency',
  'qualifier',
  'basis',
  'money',
  'when',
  'date',
  'claim',
  'kind',
]);

function scaled(json: Json, factor: Rational): Json {
  const value = typeof json === 'string' ? Rational.parse(json) : Rational.fromShortestDecimal(Number(json));
  return expectOk(value).times(factor).toApproximateNumber();
}
