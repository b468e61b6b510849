export { describedParty } from './gazetteer.ts';
export type { Party, PartyMention } from './party.ts';
export { type NameField, type PartyBook, partyBookOf } from './party-book.ts';
export { LEGAL_FORMS } from './words.ts';
