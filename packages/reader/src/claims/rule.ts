import { compilePattern, type SentenceFrame } from '../frame/index.ts';
import { Hit } from './hit.ts';
import { MACROS } from './macros.ts';
import type { Reading } from './reading.ts';

export { Hit };

/** A construction and what it says. `apply` returns true when it made something of the match. */
export interface Rule {
  readonly pattern: RegExp;
  /** The slots whose amounts the rule takes; it is passed over when another rule took one already. */
  readonly takes: readonly string[];
  readonly role: string;
  /** Kinds of mention without which the pattern cannot fit, as bits. */
  readonly needs: number;
  /** A piece of a word without which it cannot. */
  readonly word: string;
  readonly apply: (hit: Hit, reading: Reading) => boolean;
}

export function rule(
  role: string,
  source: string,
  apply: Rule['apply'],
  takes: readonly string[] = source.includes('{A:amount}') ? ['amount'] : [],
): Rule {
  const fixed = fixedPart(source);
  const pattern = compilePattern(source, MACROS);
  return { pattern, takes, role, needs: kindsNeeded(fixed), word: wordNeeded(fixed), apply };
}

/** Kinds of mention as bits: where a party, an amount, a percentage or co-investors stand in a sentence or a pattern. */
const KINDS: readonly (readonly [slot: RegExp, token: RegExp, bit: number])[] = [
  [/\{P[:}]/, /[\ue000-\ue3ff]/, 1],
  [/\{A[:}]/, /[\ue400-\ue7ff]/, 2],
  [/\{%[:}]/, /[\ue800-\uebff]/, 4],
  [/\{S[:}]/, /[\uf000-\uf3ff]/, 8],
];

const kindsIn = (text: string): number =>
  KINDS.reduce((bits, [, token, bit]) => (token.test(text) ? bits | bit : bits), 0);

/** What stands outside the optional and alternative parts of a pattern; empty when it is an alternative as a whole. */
function fixedPart(source: string): string {
  let fixed = source.replace(/\\./g, ' ');
  for (let before = ''; before !== fixed; ) {
    before = fixed;
    fixed = fixed
      .replace(/\((?:\?[:!=]|\?<[!=]?\w*>?)?[^()]*\)[?*]/g, ' ')
      .replace(/\(\?<?[!=][^()]*\)/g, ' ')
      .replace(/\((?:\?:|\?<\w+>)?([^()|]*)\)/g, ' $1 ')
      .replace(/\([^()]*\|[^()]*\)/g, ' ');
  }
  return fixed.includes('|') ? '' : fixed;
}

const kindsNeeded = (fixed: string): number =>
  KINDS.reduce((bits, [slot, , bit]) => (slot.test(fixed) ? bits | bit : bits), 0);

/** The longest piece of a word that every match holds, in lower case; empty when there is none. */
function wordNeeded(fixed: string): string {
  const plain = fixed
    .replace(/\{[^}]*\}/g, ' ')
    .replace(/\[[^\]]*\](?:\{[\d,]+\}|[?*+])?/g, ' ')
    .replace(/.[?*]/g, ' ');
  const words = plain.toLowerCase().match(/[a-z]{3,}/g) ?? [];
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

/** Tries the rules on a sentence, in their order; an amount goes to the first rule that makes something of it. */
export function applyRules(rules: readonly Rule[], frame: SentenceFrame, reading: Reading): void {
  const text = frame.skeleton.text;
  const lower = text.toLowerCase();
  const present = kindsIn(text);
  let open = frame.amounts.some((token) => token.role === undefined);
  for (const { pattern, takes, role, needs, word, apply } of rules) {
    if ((takes.length > 0 && !open) || (needs & present) !== needs || !lower.includes(word)) continue;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      if (match[0] === '') {
        pattern.lastIndex += 1;
        continue;
      }
      const hit = new Hit(frame, match);
      const taken = takes.map((slot) => hit.amount(slot)).filter((token) => token !== undefined);
      if (taken.some((token) => token.role !== undefined)) {
        pattern.lastIndex = match.index + 1;
        continue;
      }
      if (apply(hit, reading)) {
        for (const token of taken) token.role = role;
        open = frame.amounts.some((token) => token.role === undefined);
      } else pattern.lastIndex = match.index + 1;
    }
  }
}
