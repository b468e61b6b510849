import type { Statement } from '../../statement/index.ts';
import type { DealMoney } from '../view.ts';

/** Existing shares change hands: the words for who sells them, or for the way they are sold. */
const SECONDARY =
  /\b(secondary|tender(?: offer)?|share sale|stock sale|buy-?out of holders)\b|\b(employees?|staff|workers?|insiders?|early (?:backers|investors)|existing holders)(?:'s|')? (?:\w+ ){0,2}(stock|shares|paper|sold|sell|units)\b|\b(stock|shares|paper|units)\b[^.]{0,30}\b(from|by|of|to let|among) (?:\w+ ){0,3}(employees?|staff|workers?|insiders?)\b/i;
const DEBT =
  /\b(loans?|credit (?:facility|line)|facility|revolver|debt|bonds?|borrow(?:ing|ings|ed)|term loan|secured notes|senior notes|margin loan|mortgage)\b/i;
const GRANT = /\b(grants?|subsid(?:y|ies)|donations?)\b/i;
/** Debt in form, but meant to become shares: counted as new money for shares. */
const CONVERTIBLE = /\bconvertible|\bSAFEs?\b/i;
const EQUITY = /\b(equity|shares|stock|preferred|preference)\b/i;

/**
 * The kind of money a statement speaks of: as its own field says, else by the instrument, else by the quote's
 * words. A round without any of them is new money for shares; of a part of a deal nothing is then known.
 */
export function moneyKindOf(statement: Statement): DealMoney | undefined {
  const { body, quote } = statement;
  if ('money' in body && body.money !== undefined) return body.money;
  if (body.type === 'round' && body.instrument !== undefined)
    return kindOfWords(body.instrument) ?? 'primary';
  const said = quote === undefined ? undefined : kindOfQuote(quote);
  return said ?? (body.type === 'round' ? 'primary' : undefined);
}

/** The kind of money an instrument's name stands for. */
export function kindOfWords(words: string): DealMoney | undefined {
  if (SECONDARY.test(words)) return 'secondary';
  if (CONVERTIBLE.test(words)) return 'primary';
  if (GRANT.test(words)) return 'grant';
  if (DEBT.test(words)) return EQUITY.test(words) ? 'mixed' : 'debt';
  return EQUITY.test(words) ? 'primary' : undefined;
}

/** A sentence names much that the money is not: only the sale of existing shares is told by its words alone. */
const kindOfQuote = (quote: string): DealMoney | undefined =>
  SECONDARY.test(quote) ? 'secondary' : undefined;
