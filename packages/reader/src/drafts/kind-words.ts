import type { StatedAmount } from '@tranche/core/money';
import type { ClaimType, Span } from '@tranche/ledger/claim';

/** What a sentence has to speak of before a draft of a type may rest on it. */
const KIND_WORDS: Readonly<Record<ClaimType, RegExp>> = {
  round:
    /\b(?:rais(?:e|es|ed|ing)|rounds?|series [a-k]\b|seed|financ\w+|fund(?:ing|raise|raising|ed)|loans?|credit|debt|grants?|notes?|SAFEs?|tender|secondary|invest\w*|inject\w*|backed|backing|placement|allotment|led by|equity|(?:new|fresh) (?:capital|money|shares)|shares|stock)\b/i,
  tranche:
    /\b(?:tranches?|instal\w+|closings?|first|second|third|fourth|final|last|remaining|remainder|rest|balance|half|part|portion|of which|milestones?|drawn?|drawdown|due|paid|pay|payments?|later|followed|plus|includ\w+|equity|debt|loans?|in cash|more|another|further|additional|receiv\w+|brought|bring|put in|completed|facility|revolver|available|option)\b/i,
  investment:
    /\b(?:invest\w*|puts?|putting|commit\w*|pledg\w+|inject\w*|contribut\w+|back(?:s|ed|ing)|buy(?:s|ing)?|bought|acquir\w+|purchas\w+|subscri\w+|stakes?|shares|le(?:d|ads?)|pays?|paid|provid\w+|option|join\w*|participat\w+|add(?:s|ed)|suppl(?:y|ies|ied)|outlay|cheques?|checks?|lend\w*|lent|loans?)\b/i,
  syndication:
    /\b(?:syndicat\w+|co-?invest\w*|(?:other|outside|third-party|additional) (?:investors|backers|partners)|bring in|brought in|pass(?:ed)? on|sell down|share (?:it|them) with)\b/i,
  valuation: /\b(?:valu\w+|worth|(?:pre|post)-money|price tag|priced?|cap)\b/i,
  stake:
    /\b(?:stakes?|shares?|sharehold\w+|own(?:s|ed|ership|ing)?|hold(?:s|ing|ings)?|held|equity|interests?|minority|majority)\b/i,
  control:
    /\b(?:boards?|majority|control\w*|votes?|voting|general partner|veto|directors?|golden share|seats?)\b/i,
  commitment:
    /\b(?:commit\w*|pledg\w+|promis\w+|invest\w*|spend\w*|spent|contribut\w+|puts?|provid\w+|fund\w*|deploy\w*|lend\w*|loans?|contract\w*|secured|burden|pour\w*)\b/i,
  venture:
    /\b(?:ventures?|projects?|programmes?|programs?|partnership|partners?|consortium|alliance|initiative)\b/i,
  rank: /\b(?:largest|biggest|most valuable|most highly valued|highest[- ]valued|overtak\w+|overtook|surpass\w*|ahead of|number one|second)\b/i,
  fx: /./,
  no_external_funding:
    /\b(?:no|not|never|without|none)\b(?=.*\b(?:outside|external|third-party|venture|investors?|fundrais\w+)\b)/i,
};

export const speaksOf = (type: ClaimType, words: string): boolean => KIND_WORDS[type].test(words);

/** The words a superlative needs beside it. */
const RANK_WORDS: Readonly<Record<string, RegExp>> = {
  largest_investor:
    /\b(?:largest|biggest)\b.*\b(?:investor|backer|shareholder|holder|outside)\b|\bovert\w+|\bsurpass/i,
  largest_private_funding_round:
    /\b(?:largest|biggest)\b.*\b(?:round|financing|funding|raise|deal|investment)\b/i,
  most_valuable_private_company: /\bmost (?:valuable|highly valued)\b|\bhighest[- ]valued\b/i,
  most_valuable_company: /\bmost (?:valuable|highly valued)\b|\bhighest[- ]valued\b/i,
  second_most_valuable_startup: /\bsecond[- ]most[- ]valuable\b/i,
};
export const ranks = (claim: string, words: string): boolean => RANK_WORDS[claim]?.test(words) ?? false;

const ROLE_WORDS: Readonly<Record<string, RegExp>> = {
  'financial responsibility': /\bfinanc|\bfunds?\b|\bmoney\b/i,
  'operational responsibility': /\boperat|\bruns?\b|\bday-to-day\b/i,
  chairman: /\bchair/i,
  'technology partner': /\btechnolog|\bpartner/i,
};
export const givesRole = (role: string, words: string): boolean => ROLE_WORDS[role]?.test(words) ?? false;

const RESULT =
  '(?:revenues?|sales|turnover|profits?|loss(?:es)?|earnings|ebitda|dividends?|income|budget|costs?|fees?|fine[sd]?|bonus(?:es)?|compensation|salary|damages|market (?:value|cap(?:itali[sz]ation)?)|buybacks?|assets under management|bid|takeover)';
const RESULT_BEFORE = new RegExp(`\\b${RESULT}\\b[^.;:]{0,40}$`, 'i');
const RESULT_AFTER = new RegExp(
  `^,? (?:in|of) (?:[\\w-]+ ){0,3}${RESULT}\\b|^ (?:a|per|an) (?:share|user|unit|month|seat)\\b|^(?: in)?(?: total)? (?:to date|since (?:its )?(?:foundation|inception))\\b|^ ${RESULT}\\b`,
  'i',
);

/** Business results, prices and totals since foundation: sums that are no financing, by the words around them. */
export function isResult(text: string, [start, end]: Span, from: number, to: number): boolean {
  const before = text.slice(Math.max(from, start - 60), start);
  return RESULT_BEFORE.test(before) || RESULT_AFTER.test(text.slice(end, Math.min(to, end + 60)));
}

/** Prices of shares and products are no valuation of a company. */
export const isTooSmallToValue = (amount: StatedAmount): boolean =>
  ('min' in amount ? amount.max : amount.value).toApproximateNumber() < 100_000;

/** Between two sums that are told to be one: "(about", "or", "equivalent to". */
export const equates = (between: string): boolean =>
  between.length <= 60 &&
  /[(=]|\bor\b|\bequivalent\b|\bequals?\b|\bworth\b|\b(?:which|this|that) is\b|\bconver\w+|\bin (?:\w+ )?(?:dollars|euros|yen|yuan|pounds|francs|rupees)\b/i.test(
    between,
  );
