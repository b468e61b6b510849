import type { MoneyKind } from '@tranche/ledger/claim';

const STAGE =
  /\b(?:pre-seed|seed extension|series [a-k](?:[- ]?\d)?(?: extension)?|seed(?= (?:round|cheque|check|financing|funding|investment|capital|money|stage|raise|extension)|['’]?s? ?(?:\b|$))|angel(?= (?:funding|round|investment|cheque))|bridge round|pre-series [a-k])\b/gi;

/** The stage named nearest to a place in a clause, in its usual spelling. */
export function stageNear(clause: string, at: number): string | undefined {
  let best: { readonly stage: string; readonly distance: number } | undefined;
  for (const match of clause.matchAll(STAGE)) {
    const distance = Math.min(Math.abs(match.index - at), Math.abs(match.index + match[0].length - at));
    if (best === undefined || distance < best.distance) best = { stage: usual(match[0]), distance };
  }
  return best?.stage;
}

const usual = (stage: string): string =>
  stage.toLowerCase().startsWith('series')
    ? `Series ${stage.slice(7, 8).toUpperCase()}${stage.slice(8)}`
    : stage.toLowerCase();

interface Instrument {
  readonly words: RegExp;
  readonly name: string;
  readonly money: MoneyKind;
}

/** Instruments other than plain new shares, most specific first. */
const INSTRUMENTS: readonly Instrument[] = [
  {
    words:
      /\b(?:debt and equity|equity and debt|by borrowing and half by selling equity|loans and equity)\b/i,
    name: 'debt and equity',
    money: 'primary',
  },
  {
    words: /\bcompulsorily convertible preference shares\b/i,
    name: 'compulsorily convertible preference shares',
    money: 'primary',
  },
  { words: /\bconvertible notes?\b/i, name: 'convertible notes', money: 'primary' },
  { words: /\bSAFEs?\b/, name: 'SAFE', money: 'primary' },
  { words: /\bsecured notes and term loans\b/i, name: 'secured notes and term loans', money: 'debt' },
  { words: /\bthird-party allotment\b/i, name: 'third-party allotment', money: 'primary' },
  { words: /\bventure debt\b/i, name: 'venture debt', money: 'debt' },
  { words: /\b(?:revolving )?credit facility\b/i, name: 'credit facility', money: 'debt' },
  { words: /\bmargin loan\b|\bloan secured on shares\b/i, name: 'margin loan', money: 'debt' },
  {
    words: /\b(?:bridge loan|(?:bridge|one-year|short-term) (?:\w+ )?loan)\b/i,
    name: 'bridge loan',
    money: 'debt',
  },
  { words: /\bsubsidi[sz]ed loans?\b/i, name: 'subsidised loans', money: 'debt' },
  { words: /\bbank loan\b/i, name: 'bank loan', money: 'debt' },
  { words: /\bterm loans?\b/i, name: 'term loan', money: 'debt' },
  {
    words: /\b(?:tender offer|tender|sell (?:\S+ ){0,4}(?:stock|shares)|employees sold)\b/i,
    name: 'secondary tender',
    money: 'secondary',
  },
  {
    words: /\b(?:secondary sale|share sale|sale of (?:\S+ ){0,3}(?:stock|shares)|secondary)\b/i,
    name: 'secondary sale',
    money: 'secondary',
  },
  { words: /\bgrants?\b/i, name: 'grant', money: 'grant' },
  { words: /\bpreferred stock\b/i, name: 'preferred stock', money: 'primary' },
  { words: /\b(?:loans?|borrowings|debt)\b/i, name: 'loan', money: 'debt' },
  { words: /\bgo public\b|\bIPO\b|\blisting\b/, name: 'IPO', money: 'primary' },
  {
    words: /\b(?:equity (?:sale|investment|component|raise)|in equity)\b/i,
    name: 'equity',
    money: 'primary',
  },
];

/** The instrument the words of a clause name, with the kind of money it brings. */
export const instrumentIn = (
  clause: string,
): { readonly name: string; readonly money: MoneyKind } | undefined =>
  INSTRUMENTS.find(({ words }) => words.test(clause));
