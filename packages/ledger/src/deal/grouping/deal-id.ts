/** Issuer, year and kind of money of the deal's first mention, and a number where there are several. */
const FOUND = /^(.+)-\d{4}-[a-z]+(?:-\d+)?$/;
const APART = /^(.+?)-apart-.+$/;

/** The id of the deal that a statement opens when it is taken out of the one it was joined to. */
export const apartDealId = (issuer: string, statement: string): string => `${issuer}-apart-${statement}`;

/** The party id of the issuer that a deal's id names. */
export const issuerInDealId = (deal: string): string | undefined =>
  (APART.exec(deal) ?? FOUND.exec(deal))?.[1];
