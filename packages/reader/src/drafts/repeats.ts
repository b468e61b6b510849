import type { Claim, ClaimBody, Span } from '@tranche/ledger/claim';
import { amountKey } from './grounding.ts';

/**
 * What a claim says, without how firmly, when, on what terms and where: claims of equal keys tell one thing. What the
 * rules read as denied is told too, so that no draft tells it again as true.
 */
export function saidKey(claim: ClaimBody): string {
  const said = (...parts: readonly (string | undefined)[]): string =>
    JSON.stringify([claim.type, ...parts.map((part) => part?.toLowerCase())]);
  switch (claim.type) {
    case 'round': {
      const worth = claim.pre_money ?? claim.post_money ?? claim.valuation_unspecified;
      const figure = claim.amount ?? worth;
      return said(claim.issuer, figure && amountKey(figure));
    }
    case 'tranche':
      return said(claim.issuer, amountKey(claim.amount));
    case 'investment':
    case 'syndication':
      return said(claim.investor, claim.issuer, claim.amount ? amountKey(claim.amount) : claim.when);
    case 'valuation':
      return said(claim.entity, amountKey(claim.amount));
    case 'stake':
      return said(claim.holder, claim.entity, claim.percent.toString());
    case 'control':
      return said(claim.holder, claim.entity, claim.how);
    case 'commitment':
      return said(claim.by, claim.to, amountKey(claim.amount));
    case 'venture':
      return said(claim.name);
    case 'rank':
      return said(claim.subject, claim.claim);
    case 'fx':
      return said(
        ...[claim.from, claim.to].map(({ currency, value }) => `${currency} ${value.toString()}`).sort(),
      );
    case 'no_external_funding':
      return said(claim.entity);
  }
}

/** Types that tell one thing per sum: the same words of the text make no second claim of one. */
const ONE_PER_SUM: ReadonlySet<string> = new Set(['round', 'valuation', 'tranche', 'fx']);

/** How a draft stands to the claims of the rules: it repeats one, contradicts what they made of its sum, or adds to them. */
export function besideRules(claim: Claim, rules: readonly Claim[]): 'repeats' | 'against' | 'adds' {
  const key = saidKey(claim);
  if (rules.some((rule) => saidKey(rule) === key)) return 'repeats';
  const mine = sumsOf(claim);
  const shared = rules.flatMap((rule) =>
    sumsOf(rule).flatMap((sum) => {
      const own = mine.find(({ span }) => span[0] < sum.span[1] && sum.span[0] < span[1]);
      return own === undefined ? [] : [{ rule, own, sum }];
    }),
  );
  if (
    ONE_PER_SUM.has(claim.type) &&
    shared.some(({ rule, own, sum }) => rule.type === claim.type && own.kind === sum.kind)
  )
    return 'repeats';
  const isAgainst = mine.some((own) => {
    const kinds = shared.filter((one) => one.own === own).map(({ sum }) => sum.kind);
    return kinds.length > 0 && own.kind !== 'any' && !kinds.includes(own.kind) && !kinds.includes('any');
  });
  return isAgainst ? 'against' : 'adds';
}

interface Sum {
  readonly span: Span;
  /** What the sum is of: money paid, or what something is worth; a conversion is of any. */
  readonly kind: 'money' | 'worth' | 'any';
}

function sumsOf(claim: Claim): readonly Sum[] {
  return Object.entries(claim.spans).flatMap(([field, span]): readonly Sum[] => {
    if (field === 'from' || field === 'to') return claim.type === 'fx' ? [{ span, kind: 'any' }] : [];
    if (/^(?:pre_money|post_money|valuation_unspecified|value)$/.test(field))
      return [{ span, kind: 'worth' }];
    if (field !== 'amount') return [];
    return [{ span, kind: claim.type === 'valuation' ? 'worth' : 'money' }];
  });
}
