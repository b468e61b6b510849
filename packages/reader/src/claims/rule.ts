import {
  compilePattern,
  type Match,
  matchFrom,
  type Pattern,
  PatternSet,
  type SentenceFrame,
} from '../frame/index.ts';
import { Hit } from './hit.ts';
import { MACROS } from './macros.ts';
import type { Reading } from './reading.ts';

export { Hit };

/** A construction and what it says. `apply` returns true when it made something of the match. */
export interface Rule {
  readonly pattern: Pattern;
  /** The slots whose amounts the rule takes; it is passed over when another rule took one already. */
  readonly takes: readonly string[];
  readonly role: string;
  readonly apply: (hit: Hit, reading: Reading) => boolean;
}

export function rule(
  role: string,
  source: string,
  apply: Rule['apply'],
  takes: readonly string[] = source.includes('{A:amount}') ? ['amount'] : [],
): Rule {
  return { pattern: compilePattern(source, MACROS), takes, role, apply };
}

export type RuleSet = PatternSet<Rule>;

export const ruleSet = (rules: readonly Rule[]): RuleSet => new PatternSet(rules);

/** Tries the rules on a sentence, in their order; an amount goes to the first rule that makes something of it. */
export function applyRules(rules: RuleSet, frame: SentenceFrame, reading: Reading): void {
  let open = frame.amounts.some((token) => token.role === undefined);
  for (const rule of rules.candidates(frame.skeleton.words)) {
    if (rule.takes.length > 0 && !open) continue;
    let from = 0;
    for (;;) {
      const match = matchFrom(rule.pattern, frame.skeleton, from);
      if (match === undefined) break;
      const made = applied(rule, match, frame, reading);
      if (made) open = frame.amounts.some((token) => token.role === undefined);
      from = made ? Math.max(match.end, match.start + 1) : match.start + 1;
    }
  }
}

function applied(
  { takes, role, apply }: Rule,
  match: Match,
  frame: SentenceFrame,
  reading: Reading,
): boolean {
  const hit = new Hit(frame, match);
  const taken = takes.map((slot) => hit.amount(slot)).filter((token) => token !== undefined);
  if (taken.some((token) => token.role !== undefined) || !apply(hit, reading)) return false;
  for (const token of taken) token.role = role;
  return true;
}
