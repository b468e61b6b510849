import type { Span } from '@tranche/ledger/claim';

/** A party as one document knows it: all the forms of its name, gathered. */
export interface Party {
  readonly id: number;
  /** The fullest form in the text, without legal form. */
  readonly name: string;
  readonly kind: 'organisation' | 'person';
  /** Its name or the gazetteer says that it invests or lends. */
  readonly investor: boolean;
  /** The gazetteer knows it as a joint venture or programme. */
  readonly venture: boolean;
}

export interface PartyMention {
  readonly party: Party;
  readonly span: Span;
}
