import type { RegexTree } from './regex-tree.ts';
import { TOKEN_CLASS } from './tokens.ts';
import { MENTIONS, numberOfWord } from './word-set.ts';

/**
 * What a text must hold for a pattern to fit: of every clause at least one number (of a word's beginning or a kind of
 * mention) is present. Necessary, never sufficient, so that leaving out what does not meet it loses nothing.
 */
export type Needs = readonly (readonly number[])[];

/** The needs of a pattern that never begins in the middle of a word, the most telling clause first. */
export function needsOf(tree: RegexTree): Needs {
  const { clauses, run, amounts } = walk(tree, '');
  const all = [...clauses, ...clauseOf(run), ...(amounts > 1 ? [[MENTIONS.amounts]] : [])];
  const unique = new Map(all.map((clause) => [[...clause].sort((a, b) => a - b).join(), clause]));
  return [...unique.values()].sort((one, other) => weightOf(one) - weightOf(other));
}

/**
 * Where a walk stands: the letters since the start of a word, `''` behind what is certainly no letter, undefined in
 * the middle of a word or where that cannot be known.
 */
type Run = string | undefined;

interface Walked {
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
        return { clauses: [], run: run === undefined ? undefined : run + tree.char, amounts: 0 };
      const isLetter = /\p{L}/u.test(tree.char);
      return { clauses: clauseOf(run, !isLetter), run: isLetter ? undefined : '', amounts: 0 };
    }
    case 'set': {
      const mention = MENTION_OF.get(tree.source);
      const isNoLetter = NO_LETTER.test(tree.source);
      return {
        clauses: [...clauseOf(run, isNoLetter), ...(mention === undefined ? [] : [[mention]])],
        run: isNoLetter ? '' : undefined,
        amounts: mention === MENTIONS.amount ? 1 : 0,
      };
    }
    case 'assert':
      return { clauses: [], run: startsWord(tree.source) ? (run ?? '') : run, amounts: 0 };
    case 'repeat': {
      const once = walk(tree.item, run);
      if (tree.least === 0)
        return { clauses: clauseOf(run), run: joined([run === '' ? '' : undefined, once.run]), amounts: 0 };
      return {
        ...once,
        clauses: [...clauseOf(run), ...once.clauses, ...clauseOf(once.run)],
        run: once.run === '' ? '' : undefined,
      };
    }
    case 'sequence': {
      const clauses: (readonly number[])[] = [];
      let at = run;
      let amounts = 0;
      for (const [index, item] of tree.items.entries()) {
        const forks = cutsWordShort(item, at);
        const next = walk(forks ? withAndWithout(tree.items, index) : item, at);
        clauses.push(...next.clauses);
        at = next.run;
        amounts += next.amounts;
        if (forks) break;
      }
      return { clauses, run: at, amounts };
    }
    case 'choice': {
      const walked = tree.options.map((option) => walk(option, run));
      const ranked = walked.map(({ clauses, run: end }) =>
        [...clauses, ...clauseOf(end)].sort((one, other) => weightOf(one) - weightOf(other)),
      );
      return {
        clauses: [...clauseOf(run), ...clausesOfChoice(ranked)],
        run: joined(walked.map((one) => one.run)),
        amounts: Math.min(...walked.map((one) => one.amounts)),
      };
    }
  }
}

/** "re-?invest": of the letters before something optional too few are known to tell a word by. */
const cutsWordShort = (item: RegexTree, run: Run): boolean =>
  item.kind === 'repeat' && item.isOptional && run !== undefined && run !== '' && run.length < TELLING_LENGTH;
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

/** So many clauses are drawn from alternatives at most. */
const MOST_OF_CHOICE = 4;

/** One of the alternatives fits, so one of their most telling clauses is met, one of their second ones, and so on. */
function clausesOfChoice(ranked: readonly (readonly (readonly number[])[])[]): number[][] {
  const most = Math.max(...ranked.map((clauses) => clauses.length));
  if (ranked.some((clauses) => clauses.length === 0)) return [];
  return Array.from({ length: Math.min(most, MOST_OF_CHOICE) }, (_, index) => [
    ...new Set(ranked.flatMap((clauses) => clauses[Math.min(index, clauses.length - 1)] ?? [])),
  ]);
}

const clauseOf = (run: Run, isWhole = false): number[][] => {
  if (run === undefined || run.length < 2) return [];
  const number = numberOfWord(run, isWhole);
  const telling = COMMON.has(run)
    ? COMMON_WEIGHT
    : FREQUENT.has(run)
      ? FREQUENT_WEIGHT
      : SHORT_WEIGHT / run.length - (isWhole ? WHOLE_GAIN : 0);
  tellings.set(number, Math.max(tellings.get(number) ?? 0, telling));
  return [[number]];
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
const MENTION_WEIGHT = 40;

/** Behind several ways the place is known only where all agree. */
const joined = (runs: readonly Run[]): Run => (runs.every((run) => run === '') ? '' : undefined);

/** Where a match may begin: behind anything but a letter. */
export const NOT_IN_WORD = '(?<![a-z])';
const WORD_STARTS: ReadonlySet<string> = new Set(['\\b', '^', '(?<!\\p{L})', NOT_IN_WORD]);
const startsWord = (source: string): boolean => WORD_STARTS.has(source);

/** Fewer and rarer ways to meet a clause tell more. */
const weightOf = (clause: readonly number[]): number =>
  clause.reduce(
    (sum, number) => sum + (number <= MENTIONS.coInvestors ? MENTION_WEIGHT : (tellings.get(number) ?? 1)),
    0,
  );
