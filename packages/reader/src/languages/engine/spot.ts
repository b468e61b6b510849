import type { DealStatus, Span } from '@tranche/ledger/claim';
import { TOKEN_CLASS, tokenIndex } from '../../frame/tokens.ts';
import type { AmountInFrame, Frame, Ref } from './frame.ts';
import type { CompiledSaying, SayingWords } from './saying.ts';
import type { LineTime } from './times.ts';

const AMOUNT = new RegExp(`[${TOKEN_CLASS.amount}]`, 'g');
const AMOUNT_AHEAD = new RegExp(`[${TOKEN_CLASS.amount}${TOKEN_CLASS.party}]`);
const DATE = new RegExp(`[${TOKEN_CLASS.date}]`, 'g');

/** One place where a construction fits a sentence. */
export class Spot {
  constructor(
    readonly frame: Frame,
    readonly saying: CompiledSaying,
    private readonly match: RegExpExecArray,
    private readonly words: SayingWords,
  ) {}

  get start(): number {
    return this.match.index;
  }

  get end(): number {
    return this.match.index + this.match[0].length;
  }

  get text(): string {
    return this.match[0];
  }

  private get sentence(): string {
    return this.frame.skeleton.text;
  }

  refs(slot: string): readonly Ref[] {
    const char = this.match.groups?.[slot];
    return char === undefined ? [] : (this.frame.parties[tokenIndex('party', char)] ?? []);
  }

  get amount(): AmountInFrame | undefined {
    const char = this.match.groups?.A;
    return char === undefined ? undefined : this.frame.amounts[tokenIndex('amount', char)];
  }

  get percent(): Frame['percents'][number] | undefined {
    const char = this.match.groups?.X;
    return char === undefined ? undefined : this.frame.percents[tokenIndex('percent', char)];
  }

  /** Where the clause around the match begins and ends in the skeleton. */
  private get clauseRange(): readonly [number, number] {
    let start = 0;
    let end = this.sentence.length;
    for (const match of this.sentence.matchAll(this.words.clauseBreak)) {
      if (match.index + match[0].length <= this.start) start = match.index + match[0].length;
      else if (match.index >= this.end) {
        end = match.index;
        break;
      }
    }
    return [start, end];
  }

  get clause(): string {
    return this.sentence.slice(...this.clauseRange);
  }

  get quote(): Span {
    return this.frame.skeleton.origin(...this.clauseRange);
  }

  /** From behind the sum before the match to the sum after it. */
  get windowRange(): readonly [number, number] {
    let start = 0;
    let end = this.sentence.length;
    for (const match of this.sentence.matchAll(AMOUNT)) {
      if (this.frame.amounts[tokenIndex('amount', match[0])]?.role === 'fx') continue;
      if (match.index < this.start) start = match.index + 1;
      else if (match.index >= this.end) {
        end = match.index;
        break;
      }
    }
    return [start, end];
  }

  get window(): string {
    return this.sentence.slice(...this.windowRange);
  }

  /** How firm the deal is: by the words of the match, of its clause, of the sentence. */
  status(fallback: DealStatus): DealStatus {
    if (this.saying.status !== undefined) return this.saying.status;
    for (const words of [this.text, this.clause]) {
      const found = this.words.status.find(([, pattern]) => pattern.test(words));
      if (found !== undefined) return found[0];
      if (this.words.done.test(words)) return fallback;
    }
    const before = this.sentence.slice(0, this.end);
    return this.words.status.find(([, pattern]) => pattern.test(before))?.[0] ?? fallback;
  }

  /** "Köln, 28. November 2024 – ": when the notice was given, not when the money came. */
  private isDateline(char: string): boolean {
    const at = this.sentence.indexOf(char);
    return (
      at < 60 &&
      /^,? [–—-] /.test(this.sentence.slice(at + 1)) &&
      !AMOUNT_AHEAD.test(this.sentence.slice(0, at))
    );
  }

  /** The time of it: of the match, of its clause, of the words around up to other sums. */
  time(isDone: boolean): (LineTime & { readonly span: Span }) | undefined {
    const [start, end] = this.windowRange;
    const clause = this.clauseRange;
    const within = [Math.max(start, clause[0]), Math.min(end, clause[1])] as const;
    const ranges = [[this.start, this.end], within, [start, this.start], [this.end, end]] as const;
    const announced = isDone && this.words.announced.test(this.sentence.slice(0, end));
    for (const days of announced ? [false, true] : [false]) {
      for (const range of ranges) {
        for (const match of this.sentence.slice(...range).matchAll(DATE)) {
          const time = this.frame.times[tokenIndex('date', match[0])];
          if (time !== undefined && time.isDay === days && !this.isDateline(match[0])) return time;
        }
      }
    }
    return undefined;
  }
}
