import type { Span } from '@tranche/ledger/claim';
import type { DateMention } from '../dates/index.ts';
import {
  type AmountToken,
  compilePattern,
  type PartyRef,
  type SentenceFrame,
  tokenChar,
  tokenIndex,
} from '../frame/index.ts';
import type { PercentMention } from '../money/index.ts';
import { MACROS } from './macros.ts';
import type { Reading } from './reading.ts';

/** One place where a rule's pattern fits a sentence, with its slots. */
export class Hit {
  constructor(
    readonly frame: SentenceFrame,
    private readonly match: RegExpExecArray,
  ) {}

  /** The matched stretch of the skeleton. */
  get words(): string {
    return this.match[0];
  }

  get start(): number {
    return this.match.index;
  }

  get end(): number {
    return this.match.index + this.match[0].length;
  }

  /** Where the match stands in the text. */
  get span(): Span {
    return this.frame.skeleton.origin(this.start, this.end);
  }

  get before(): string {
    return this.frame.skeleton.text.slice(0, this.start);
  }

  get after(): string {
    return this.frame.skeleton.text.slice(this.end);
  }

  /** The clause around the match: from the boundary before it to the next one behind it. */
  get clause(): string {
    const text = this.frame.skeleton.text;
    return text.slice(this.clauseStart, this.end + boundaryIn(text.slice(this.end)));
  }

  private get clauseStart(): number {
    let start = 0;
    for (const match of this.before.matchAll(CLAUSE_BREAK)) start = match.index + match[0].length;
    return start;
  }

  has(slot: string): boolean {
    return this.match.groups?.[slot] !== undefined;
  }

  /** The words of a named group that is not a mention. */
  text(slot: string): string | undefined {
    return this.match.groups?.[slot];
  }

  refs(slot: string): readonly PartyRef[] {
    const char = this.match.groups?.[slot];
    return char === undefined ? [] : (this.frame.parties[tokenIndex('party', char)] ?? []);
  }

  amount(slot: string): AmountToken | undefined {
    const char = this.match.groups?.[slot];
    return char === undefined ? undefined : this.frame.amounts[tokenIndex('amount', char)];
  }

  percent(slot: string): PercentMention | undefined {
    const char = this.match.groups?.[slot];
    return char === undefined ? undefined : this.frame.percents[tokenIndex('percent', char)];
  }

  date(slot: string): DateMention | undefined {
    const char = this.match.groups?.[slot];
    return char === undefined ? undefined : this.frame.dates[tokenIndex('date', char)];
  }

  /** "Founded in 2019" dates the company, not what follows. */
  private isOfFounding(date: DateMention): boolean {
    const at = this.frame.skeleton.text.indexOf(tokenChar('date', this.frame.dates.indexOf(date)));
    return FOUNDING.test(this.frame.skeleton.text.slice(Math.max(0, at - 16), at));
  }

  /** Cells of a table, which have no verb to tell what is done from what is to come. */
  get isRow(): boolean {
    return this.frame.skeleton.text.includes(' | ');
  }

  /** The date of what the hit says: in it, behind it or before it in the clause. A day of the week is when somebody spoke. */
  dateNear(): DateMention | undefined {
    const ahead = this.frame.skeleton.text
      .slice(this.isRow ? 0 : this.clauseStart, this.start)
      .replace(CONDITION_AHEAD, '');
    const chars = [
      ...(this.words.match(DATE) ?? []),
      ...(BEHIND.exec(this.after)?.[0].match(DATE) ?? []),
      ...((this.isRow ? ahead : AHEAD.exec(ahead)?.[0])?.match(DATE) ?? []).reverse(),
    ];
    return chars
      .map((char) => this.frame.dates[tokenIndex('date', char)])
      .find((date) => date !== undefined && !date.isWeekday && !this.isOfFounding(date));
  }
}

const CLAUSE_BREAK =
  /[;—]|(?:^|․ )[^:․]{1,24}: | [-–] |, (?:but|while|whereas|although|though|and|against) |\. /g;
const CLAUSE_END = /[;,—]| [-–] | (?:and|which|who) (?=[\ue000-\ue3ff])|[.!?]|$/;
const boundaryIn = (text: string): number => CLAUSE_END.exec(text)?.index ?? text.length;

const FOUNDING =
  /\b(?:stretched the \w+ to|matur(?:es|ing|ity)|due to mature|those|founded|established|set up|born|incorporated|establishment)\b.{0,4}$/i;
const DATE = /[\uec00-\uefff]/g;
/** Up to the next sum; a valuation put between ("at a A valuation in D") is passed over. */
const BEHIND =
  /^(?:[^\ue400-\uebff.;]{0,40}? at (?:an? )?(?:[\w-]+ ){0,3}[\ue400-\ue7ff])?[^\ue400-\uebff.;,]{0,70}(?:, (?:expected |due |to be (?:called|paid|drawn) |which [\ue000-\ue3ff] expects |(?:may|could|will|would) (?:\w+ ){0,3})?[\uec00-\uefff])?|^[^\ue400-\uebff.;]{0,220}, expected [\uec00-\uefff]/;
/** A date within an opening condition is the condition's. */
const CONDITION_AHEAD = /^[^\p{L}]*(?:if|should|unless|once)\b[^,]*,/iu;
const AHEAD = /(?:(?!, with )[^\ue400-\uebff.;]){0,90}$/;

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
