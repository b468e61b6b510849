import type { ClaimBody } from '../claim/index.ts';

/**
 * Every party that a statement names, as it is written there, each place once. What is ranked, and the uses of
 * money, are words and no parties.
 */
export function namesIn(body: ClaimBody): readonly string[] {
  const said = (...names: readonly (string | undefined)[]): readonly string[] =>
    names.filter((name) => name !== undefined);
  switch (body.type) {
    case 'round':
      return [body.issuer, ...body.leads, ...body.participants];
    case 'investment':
    case 'syndication':
      return [body.issuer, body.investor];
    case 'tranche':
      return said(body.issuer, body.payer);
    case 'stake':
    case 'control':
      return [body.entity, body.holder];
    case 'valuation':
    case 'no_external_funding':
      return [body.entity];
    case 'commitment':
      return said(body.to, body.by);
    case 'venture':
      return [body.name, ...body.partners, ...body.roles.map(({ party }) => party)];
    case 'rank':
    case 'fx':
      return [];
  }
}
