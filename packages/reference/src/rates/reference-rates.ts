import type { PublishedRate } from '@tranche/ledger/league';
import { rawFacts, referenceFacts } from '../facts/reference-facts.ts';

const KIND_BY_FACT: Readonly<Record<string, PublishedRate['kind']>> = {
  published: 'official',
  'published-average': 'average',
  'issuer-rate': 'issuer',
};

let rates: readonly PublishedRate[] | undefined;

/**
 * The exchange rates that ship with the product, as published: units of `quote` for one unit of `base`, exact.
 * The European Central Bank's are per euro, so that a dollar rate is a cross of two. Averages of a month bear its
 * last day and are marked, as is the rate an issuer used for its own figures. `id` is that of the statement.
 * The same list on every call.
 */
export function referenceRates(): readonly PublishedRate[] {
  rates ??= readRates();
  return rates;
}

function readRates(): readonly PublishedRate[] {
  const facts = new Map(rawFacts().map((fact) => [fact.id, fact]));
  return referenceFacts().flatMap(({ id, body, knownFrom }): PublishedRate[] => {
    const fact = facts.get(id.split('#')[0] ?? '');
    const kind = KIND_BY_FACT[fact?.kind ?? ''];
    if (body.type !== 'fx' || fact === undefined || kind === undefined) return [];
    const { from, to } = body;
    // The issuer's notice came a day after the rate; the rate itself is that of its date.
    const date = fact.lastDay();
    return [
      {
        id,
        base: from.currency,
        quote: to.currency,
        rate: to.value,
        date,
        publisher: fact.subject,
        kind,
        knownFrom,
      },
    ];
  });
}
