import { BACKER_RULES } from '../claims/backer-rules.ts';
import { BESIDE_RULES } from '../claims/beside-rules.ts';
import { COMMITMENT_RULES, VENTURE_SPENDING_RULES } from '../claims/commitment-rules.ts';
import { CONDITION_RULES } from '../claims/condition.ts';
import { FX_RULES } from '../claims/fx.ts';
import { INVESTMENT_RULES } from '../claims/investment-rules.ts';
import { NO_EXTERNAL_FUNDING_RULES } from '../claims/no-external-funding.ts';
import { NOISE_RULES } from '../claims/noise.ts';
import { PRICE_RULES } from '../claims/price-rules.ts';
import { PROCEEDS_RULES } from '../claims/proceeds.ts';
import { RANK_RULES } from '../claims/rank.ts';
import { ROUND_RULES } from '../claims/round-rules.ts';
import { type Rule, type RuleSet, ruleSet } from '../claims/rule.ts';
import { STAKE_RULES } from '../claims/stake-rules.ts';
import { STEP_RULES } from '../claims/step-rules.ts';
import { SYNDICATION_RULES } from '../claims/syndication.ts';
import { RUNNING_TOTAL_RULES, TOTAL_RULES } from '../claims/total.ts';
import { PAYER_RULES, TRANCHE_RULES } from '../claims/tranche-rules.ts';
import { VALUATION_RULES } from '../claims/valuation-rules.ts';
import { VENTURE_RULES } from '../claims/venture.ts';
import { askLater, MENTIONS, numberOfWord, WordSet } from '../frame/index.ts';

/** The rules in the order in which they may take an amount. */
export const MONEY_RULES = ruleSet([
  ...FX_RULES,
  ...NOISE_RULES,
  ...TOTAL_RULES,
  ...PRICE_RULES,
  ...VALUATION_RULES,
  ...BESIDE_RULES,
  ...COMMITMENT_RULES,
  ...SYNDICATION_RULES,
  ...PAYER_RULES,
  ...INVESTMENT_RULES,
  ...RUNNING_TOTAL_RULES,
  ...TRANCHE_RULES,
  ...ROUND_RULES,
  ...VENTURE_SPENDING_RULES,
]);
export const OTHER_RULES = ruleSet([
  ...VENTURE_RULES,
  ...RANK_RULES,
  ...NO_EXTERNAL_FUNDING_RULES,
  ...BACKER_RULES,
  ...STEP_RULES,
  ...CONDITION_RULES,
  ...PROCEEDS_RULES,
]);
export const FIRST_RULES = ruleSet(STAKE_RULES);

/** A sum, a share or a short label with a figure in it, whatever the words around it say. */
const FIGURE =
  /[$€£¥₹₩%]|illion|thousand|crore|lakh|-figure|per[ -]?cent|\d ?(?:bn|mn|m|k|b|tn|pct|pc|euros?|dollars?|yen|yuan|won|pounds|rupees|francs|krono|krone)\b|\b(?:m?usd|m?eur|gbp|chf|jpy|cny|rmb|inr|krw|m?nok|m?sek|m?dkk|aud|cad|sgd|hkd|aed|sar|brl|mxn|zar|ils|nis|pln|idr|myr|rm|rp|kr|rs\.?) ?\d|(?:half|quarter|fifth|tenth) of\b/i;
const LABEL_LENGTH = 48;
const WITHOUT_FIGURES = [MENTIONS.party, MENTIONS.date];
/** Words of a figure that is told by no digit or sign, and words without which nobody speaks of investors together. */
let figureWords: readonly number[] = [];
let togetherWords: readonly number[] = [];
askLater(() => {
  figureWords = beginnings(
    'million billion trillion multimil multibil thousand crore lakh figure percent per half quarter fifth tenth',
  );
  togetherWords = beginnings('invest backers particip syndicat new others they');
});
const beginnings = (words: string): number[] => words.split(' ').map((word) => numberOfWord(word, false));

/** What such a sentence is looked at with, and the rules that want no figure. */
interface Sieve {
  readonly words: WordSet;
  readonly rules: RuleSet;
}
let sieve: Sieve | undefined;

/**
 * A rule may find something in this sentence, or it holds a figure that what follows may refer to. All others are
 * passed over: only the names in them are remembered.
 */
export function mayHoldClaim(sentence: string): boolean {
  sieve ??= {
    words: new WordSet(),
    rules: ruleSet([FIRST_RULES, MONEY_RULES, OTHER_RULES].flatMap(({ all }) => all.filter(wantsNoFigure))),
  };
  const words = sieve.words.refill(sentence, WITHOUT_FIGURES);
  if ((words.hasFigure || figureWords.some((word) => words.has(word))) && FIGURE.test(sentence)) return true;
  if (sentence.endsWith('?') || (sentence.length < LABEL_LENGTH && /\d/.test(sentence))) return true;
  if (togetherWords.some((word) => words.has(word))) words.add(MENTIONS.coInvestors);
  return sieve.rules.mayFit(words);
}

const FIGURES: readonly number[] = [MENTIONS.amount, MENTIONS.amounts, MENTIONS.percent];
const wantsNoFigure = ({ pattern }: Rule): boolean =>
  pattern.needs.need.all.every((number) => !FIGURES.includes(number));
