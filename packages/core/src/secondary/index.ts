export type { HolderResult, OfferResult, Tender } from './tender.ts';
export { tender } from './tender.ts';
export type { Lot, Offer, TenderInput } from './terms.ts';
