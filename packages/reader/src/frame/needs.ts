import type { RegexTree } from './regex-tree.ts';
import { TOKEN_CLASS } from './tokens.ts';
import { MENTIONS, numberOfPair, numberOfWord, type WordSet } from './word-set.ts';

/**
 * What a text must hold for a pattern to fit: all of some words (numbers of a word's beginning, of a word behind another
 * one, or of a kind of mention), and of each of some groups of alternatives one. Necessary, never sufficient, so that
 * leaving out what does not meet it loses nothing.
 */
export interface Need {
  readonly all: readonly number[];
  readonly any: readonly (readonly Need[])[];
}

export interface Needs {
  readonly need: Need;
  /** The most telling part of it: one of these numbers is present; undefined when nothing is needed. */
  readonly key: readonly number[] | undefined;
}

/** The needs of a pattern; `start` is undefined where it may begin in the middle of a word. */
export function needsOf(tree: RegexTree, start: '' | undefined = ''): Needs {
  const { need, clauses, run, amounts } = walk(tree, start);
  const last = [...clauseOf(run), ...(amounts > 1 ? [[MENTIONS.amounts]] : [])];
  const ranked = [...clauses, ...last].sort((one, other) => weightOf(one) - weightOf(other));
  return { need: tellingFirst(both(need, needOf(last))), key: ranked[0] };
}

/** The words of a text meet a need. */
export function meets(words: WordSet, { all, any }: Need): boolean {
  for (const number of all) if (!words.has(number)) return false;
  for (const options of any) if (!meetsOne(words, options)) return false;
  return true;
}

function meetsOne(words: WordSet, options: readonly Need[]): boolean {
  for (const option of options) if (meets(words, option)) return true;
  return false;
}

/** The same, so that what is seldom met is asked first. */
const tellingFirst = ({ all, any }: Need): Need => ({
  all: [...all].sort((one, other) => weightOf([one]) - weightOf([other])),
  any: any.map((options) => options.map(tellingFirst)).sort((one, other) => one.length - other.length),
});

const NOTHING: Need = { all: [], any: [] };

/** One number of each clause. */
const needOf = (clauses: readonly (readonly number[])[]): Need => ({
  all: clauses.flatMap((clause) => (clause.length === 1 ? clause : [])),
  any: clauses.flatMap((clause) =>
    clause.length === 1 ? [] : [clause.map((number): Need => ({ all: [number], any: [] }))],
  ),
});

const both = (one: Need, other: Need): Need => ({
  all: [...new Set([...one.all, ...other.all])],
  any: [...one.any, ...other.any],
});

/**
 * Where a walk stands: the letters since the start of a word, behind the whole word before it where one blank parts
 * them; `''` (or a word and a blank) behind what is certainly no letter; undefined in the middle of a word or where that
 * cannot be known.
 */
type Run = string | undefined;
const isStart = (run: Run): boolean => run === '' || run?.endsWith(' ') === true;
const wordOf = (run: string): string => run.slice(run.lastIndexOf(' ') + 1);

interface Walked {
  readonly need: Need;
  /** The same as clauses of which each has one number present, to choose the most telling from. */
  readonly clauses: readonly (readonly number[])[];
  readonly run: Run;
  readonly amounts: number;
}

const NO_LETTER = /^(?:\\[dsW]|\[[^\\^a-z-]*\]|\[\\u[ef][0-9a-f]{3}-\\u[ef][0-9a-f]{3}\])$/;
const MENTION_OF: ReadonlyMap<string, number> = new Map([
  [`[${TOKEN_CLASS.party}]`, MENTIONS.party],
  [`[${TOKEN_CLASS.amount}]`, MENTIONS.amount],
  [`[${TOKEN_CLASS.percent}]`, MENTIONS.percent],
  [`[${TOKEN_CLASS.date}]`, MENTIONS.date],
  [`[${TOKEN_CLASS.coInvestors}]`, MENTIONS.coInvestors],
]);

function walk(tree: RegexTree, run: Run): Walked {
  switch (tree.kind) {
    case 'char': {
      if (/[a-z]/.test(tree.char))
        return {
          need: NOTHING,
          clauses: [],
          run: run === undefined ? undefined : run + tree.char,
          amounts: 0,
        };
      const isLetter = /\p{L}/u.test(tree.char);
      const before = tree.char === ' ' && run !== undefined ? wordOf(run) : '';
      return told(clauseOf(run, !isLetter), isLetter ? undefined : before === '' ? '' : `${before} `);
    }
    case 'set': {
      const mention = MENTION_OF.get(tree.source);
      const isNoLetter = NO_LETTER.test(tree.source);
      return {
        ...told(
          [...clauseOf(run, isNoLetter), ...(mention === undefined ? [] : [[mention]])],
          isNoLetter ? '' : undefined,
        ),
        amounts: mention === MENTIONS.amount ? 1 : 0,
      };
    }
    case 'assert':
      return told([], startsWord(tree.source) ? (run ?? '') : run);
    case 'repeat': {
      const once = walk(tree.item, run);
      if (tree.least === 0) return told(clauseOf(run), joined([isStart(run) ? '' : undefined, once.run]));
      const around = [...clauseOf(run), ...clauseOf(once.run)];
      return {
        need: both(needOf(around), once.need),
        clauses: [...once.clauses, ...around],
        run: isStart(once.run) ? '' : undefined,
        amounts: once.amounts,
      };
    }
    case 'sequence':
      return walkInOrder(tree.items, run);
    case 'choice': {
      const walked = tree.options.map((option) => walk(option, run));
      const options = walked.map(({ clauses, run: end }) =>
        [...clauses, ...clauseOf(end)].sort((one, other) => weightOf(one) - weightOf(other)),
      );
      return {
        need: {
          all: clauseOf(run).flat(),
          any: [walked.map(({ need, run: end }) => both(need, needOf(clauseOf(end))))],
        },
        clauses: [...clauseOf(run), ...clausesOfChoice(options)],
        run: joined(walked.map((one) => one.run)),
        amounts: Math.min(...walked.map((one) => one.amounts)),
      };
    }
  }
}

const told = (clauses: readonly (readonly number[])[], run: Run): Walked => ({
  need: needOf(clauses),
  clauses,
  run,
  amounts: 0,
});

function walkInOrder(items: readonly RegexTree[], run: Run): Walked {
  let need = NOTHING;
  const clauses: (readonly number[])[] = [];
  let at = run;
  let amounts = 0;
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index] as RegexTree;
    const forks = cutsWordShort(item, at);
    const phrases = forks ? undefined : phrasesFrom(items, index);
    const next = walk(phrases?.tree ?? (forks ? withAndWithout(items, index) : item), at);
    need = both(need, next.need);
    clauses.push(...next.clauses);
    at = next.run;
    amounts += next.amounts;
    if (forks) break;
    if (phrases !== undefined) index = phrases.end - 1;
  }
  return { need, clauses, run: at, amounts };
}

/** "(?:came|come) (?:in|on)": several words and the word one blank behind each, read as so many phrases. */
function phrasesFrom(items: readonly RegexTree[], index: number): Phrases | undefined {
  const [first, blank, second] = items.slice(index, index + 3);
  if (first?.kind !== 'choice' || blank?.kind !== 'char' || blank.char !== ' ') return undefined;
  if (first.options.length > MOST_PHRASES || second === undefined || second.kind === 'repeat')
    return undefined;
  let end = index + 3;
  if (isSmallLetter(second)) while (isSmallLetter(items[end]) && items[end + 1]?.kind !== 'repeat') end += 1;
  const rest = items.slice(index + 1, end);
  return {
    tree: {
      kind: 'choice',
      options: first.options.map((option) => ({ kind: 'sequence', items: [option, ...rest] })),
    },
    end,
  };
}

interface Phrases {
  readonly tree: RegexTree;
  /** The place behind the last item they take in. */
  readonly end: number;
}

const isSmallLetter = (item: RegexTree | undefined): boolean =>
  item?.kind === 'char' && /[a-z]/.test(item.char);
const MOST_PHRASES = 16;

/** "re-?invest": of the letters before something optional too few are known to tell a word by. */
const cutsWordShort = (item: RegexTree, run: Run): boolean =>
  item.kind === 'repeat' &&
  item.isOptional &&
  run !== undefined &&
  !isStart(run) &&
  wordOf(run).length < TELLING_LENGTH;
const TELLING_LENGTH = 4;

/** What is left of a sequence from something optional on, as the two ways to read it. */
function withAndWithout(items: readonly RegexTree[], index: number): RegexTree {
  const optional = items[index] as RegexTree & { readonly kind: 'repeat' };
  const rest = items.slice(index + 1);
  return {
    kind: 'choice',
    options: [
      { kind: 'sequence', items: [optional.item, ...rest] },
      { kind: 'sequence', items: rest },
    ],
  };
}

/** One of the alternatives fits, so one of their most telling clauses is met. */
function clausesOfChoice(ranked: readonly (readonly (readonly number[])[])[]): number[][] {
  if (ranked.some((clauses) => clauses.length === 0)) return [];
  return [[...new Set(ranked.flatMap(([first = []]) => first))]];
}

/** The word a run has reached, and that it stands behind the one before. */
const clauseOf = (run: Run, isWhole = false): number[][] => {
  if (run === undefined) return [];
  const word = wordOf(run);
  if (word.length < 2) return [];
  const number = numberOfWord(word, isWhole);
  const telling = COMMON.has(word)
    ? COMMON_WEIGHT
    : FREQUENT.has(word)
      ? FREQUENT_WEIGHT
      : SHORT_WEIGHT / word.length - (isWhole ? WHOLE_GAIN : 0);
  tellings.set(number, Math.max(tellings.get(number) ?? 0, telling));
  if (word === run) return [[number]];
  const before = run.slice(0, run.lastIndexOf(' '));
  const pair = numberOfPair(before, word, isWhole);
  tellings.set(pair, COMMON.has(before) && COMMON.has(word) ? FREQUENT_WEIGHT : PAIR_WEIGHT);
  return [[number], [pair]];
};

/** How little the presence of a word tells; kinds of mention stand in most sentences. */
const tellings = new Map<number, number>();
const COMMON = new Set(
  'with in of to the an by from for and on at is was has have its that it as be are will not or which who'.split(
    ' ',
  ),
);
/** Words that many sentences of a report hold. */
const FREQUENT = new Set(
  'part company companies round new funding capital investor investors investment invest raise raised said share market plan year deal more other its including'.split(
    ' ',
  ),
);
const FREQUENT_WEIGHT = 12;
const COMMON_WEIGHT = 30;
const SHORT_WEIGHT = 12;
const WHOLE_GAIN = 0.4;
const PAIR_WEIGHT = 1;
/** A share is seldom told; a party, a sum or a date stands in most sentences. */
const MENTION_WEIGHTS: ReadonlyMap<number, number> = new Map([
  [MENTIONS.party, 60],
  [MENTIONS.amount, 40],
  [MENTIONS.amounts, 20],
  [MENTIONS.percent, 8],
  [MENTIONS.date, 30],
  [MENTIONS.coInvestors, 8],
]);

/** Behind several ways the place is known only where all agree. */
const joined = (runs: readonly Run[]): Run => (runs.every(isStart) ? '' : undefined);

/** Where a match may begin: behind anything but a letter. */
export const NOT_IN_WORD = '(?<![a-z])';
const WORD_STARTS: ReadonlySet<string> = new Set(['\\b', '^', '(?<!\\p{L})', NOT_IN_WORD]);
const startsWord = (source: string): boolean => WORD_STARTS.has(source);

/** Fewer and rarer ways to meet a clause tell more. */
const weightOf = (clause: readonly number[]): number =>
  clause.reduce((sum, number) => sum + (MENTION_WEIGHTS.get(number) ?? tellings.get(number) ?? 1), 0);
