export type { NameField } from './evidence.ts';
export { describedParty } from './gazetteer.ts';
export type { Party, PartyMention } from './party.ts';
export { type PartyBook, partyBookOf } from './party-book.ts';
export { COMPANY_NOUNS, LEGAL_FORMS, PLACES } from './words.ts';
