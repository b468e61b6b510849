import type { MoneyKind } from '@tranche/ledger/claim';
import { matchesIn } from '../words/index.ts';

const KIND =
  '(?:round|cheque|check|financing|funding|investment|capital|money|stage|raise|extension|fundrais\\w+)';
const STAGE = new RegExp(
  [
    '(?:extension|second close|add-on) (?:of|to|for) (?:its |the |their |a |that )?(?:[\\w-]+ ){0,2}?(?:series [a-k]\\d?|seed)',
    'pre-series [a-k]\\d?',
    'series [a-k](?:[- ]?\\d(?!\\d))?(?:\\+| plus)?(?: extension)?',
    'pre-seed(?: extension)?',
    'post-seed',
    'seed extension',
    `seed(?:\\+| plus)(?= |$|[,.])`,
    `seed(?= (?:equity |venture )?${KIND}|['’]?s? ?(?:\\b|$))`,
    `angel(?= ${KIND})`,
    'bridge(?= round)',
    `growth(?= (?:equity |capital )?(?:round|financing|funding|investment|raise)\\b)`,
    'growth equity',
    'mezzanine(?= round)',
    `pre-ipo(?= ${KIND})`,
  ].join('|'),
  'gi',
);
/** Stages that stand as whole words. */
const boundedStages = (text: string): RegExpExecArray[] =>
  matchesIn(STAGE, text).filter(
    (match) =>
      !/[\p{L}\p{N}]/u.test(text[match.index - 1] ?? '') &&
      !/^\p{L}/u.test(text.slice(match.index + match[0].length)),
  );

/** The stage named nearest to a place in a clause, in its usual spelling. */
export function stageNear(clause: string, at: number): string | undefined {
  let best: { readonly stage: string; readonly distance: number } | undefined;
  for (const match of boundedStages(clause)) {
    const distance = Math.min(Math.abs(match.index - at), Math.abs(match.index + match[0].length - at));
    if (best === undefined || distance < best.distance) best = { stage: usual(match[0]), distance };
  }
  return best?.stage;
}

const usual = (words: string): string => {
  const stage = words.toLowerCase();
  const added = /^(?:extension|second close|add-on) .*?(series [a-k]\d?|seed)$/.exec(stage)?.[1];
  if (added !== undefined) return `${usual(added)} extension`;
  if (stage === 'bridge') return 'bridge round';
  if (stage.startsWith('growth')) return 'growth';
  return stage.replace(/series ([a-k])/, (_, letter: string) => `Series ${letter.toUpperCase()}`);
};

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
  {
    words: /\bcompulsor(?:y|ily) convertible (?:preferred|preference) (?:shares|stock)\b/i,
    name: 'compulsory convertible preferred shares',
    money: 'primary',
  },
  { words: /\bsecured convertible debentures?\b/i, name: 'secured convertible debentures', money: 'primary' },
  { words: /\bconvertible debentures?\b/i, name: 'convertible debentures', money: 'primary' },
  { words: /\bsecured convertible notes?\b/i, name: 'secured convertible notes', money: 'primary' },
  { words: /\bconvertible notes?\b/i, name: 'convertible notes', money: 'primary' },
  { words: /\bconvertible (?:debt|loans?)\b/i, name: 'convertible debt', money: 'primary' },
  { words: /\bSAFEs?\b/, name: 'SAFE', money: 'primary' },
  { words: /\bsecured notes and term loans\b/i, name: 'secured notes and term loans', money: 'debt' },
  { words: /\bthird-party allotment\b/i, name: 'third-party allotment', money: 'primary' },
  { words: /\bventure (?:debt|loans?)\b/i, name: 'venture debt', money: 'debt' },
  { words: /\brevenue[- ]interest financing\b/i, name: 'revenue interest financing', money: 'debt' },
  {
    words: /\b(?:revenue-based|royalty) (?:financing|funding|loan)\b/i,
    name: 'revenue-based financing',
    money: 'debt',
  },
  {
    words: /\b(?:revolving )?credit (?:facility|line)\b|\blines? of credit\b/i,
    name: 'credit facility',
    money: 'debt',
  },
  { words: /\b(?:equity )?crowdfund\w+\b/i, name: 'equity crowdfunding', money: 'primary' },
  { words: /\bPIPE\b|\bprivate investment in public equity\b/, name: 'PIPE', money: 'primary' },
  { words: /\bpreferred equity\b/i, name: 'preferred equity', money: 'primary' },
  { words: /\bgreen (?:project )?loans?\b/i, name: 'green loan', money: 'debt' },
  { words: /\bloan facility\b/i, name: 'loan facility', money: 'debt' },
  { words: /\bproject financ(?:e|ing)\b/i, name: 'project finance', money: 'debt' },
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
    words:
      /\b(?:tender offer|tender|(?:employees|staff|insiders|shareholders|holders|backers|investors)\b[^.;․]{0,60}\b(?:sell|sold|selling|cash out|offload\w*))\b/i,
    name: 'secondary tender',
    money: 'secondary',
  },
  {
    words: /\b(?:secondary sale|share sale|sale of (?:\S+ ){0,3}(?:stock|shares)|secondary)\b/i,
    name: 'secondary sale',
    money: 'secondary',
  },
  { words: /\bloans and grants\b/i, name: 'loans and grants', money: 'debt' },
  { words: /\bgrants?\b/i, name: 'grant', money: 'grant' },
  { words: /\bpreferred stock\b/i, name: 'preferred stock', money: 'primary' },
  { words: /\bprivate placement\b/i, name: 'private placement', money: 'primary' },
  { words: /\b(?:loans?|borrowings)\b/i, name: 'loan', money: 'debt' },
  { words: /\bdebt\b/i, name: 'debt', money: 'debt' },
  { words: /\bgo public\b|\bIPO\b|\blisting\b/, name: 'IPO', money: 'primary' },
  {
    words: /\b(?:equity (?:sale|investment|component|raise|round|financing|funding)|in equity)\b/i,
    name: 'equity',
    money: 'primary',
  },
];

/** The instrument the words of a clause name, with the kind of money it brings. */
export const instrumentIn = (
  clause: string,
): { readonly name: string; readonly money: MoneyKind } | undefined =>
  INSTRUMENTS.find(({ words }) => words.test(clause));
