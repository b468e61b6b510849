import type { RegexTree } from './regex-tree.ts';
import { TOKEN_CLASS } from './tokens.ts';
import { MENTIONS, numberOfBeginning } from './word-set.ts';

/**
 * What a text must hold for a pattern to fit: of every clause at least one number (of a word's beginning or a kind of
 * mention) is present. Necessary, never sufficient, so that leaving out what does not meet it loses nothing.
 */
export type Needs = readonly (readonly number[])[];

/** The needs of a pattern, the most telling clause first. */
export function needsOf(tree: RegexTree): Needs {
  const { clauses, run, amounts } = walk(tree, undefined);
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
      return { clauses: clauseOf(run), run: /\p{L}/u.test(tree.char) ? undefined : '', amounts: 0 };
    }
    case 'set': {
      const mention = MENTION_OF.get(tree.source);
      return {
        clauses: [...clauseOf(run), ...(mention === undefined ? [] : [[mention]])],
        run: NO_LETTER.test(tree.source) ? '' : undefined,
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
      for (const item of tree.items) {
        const next = walk(item, at);
        clauses.push(...next.clauses);
        at = next.run;
        amounts += next.amounts;
      }
      return { clauses, run: at, amounts };
    }
    case 'choice': {
      const walked = tree.options.map((option) => walk(option, run));
      const best = walked.map(
        ({ clauses, run: end }) =>
          [...clauses, ...clauseOf(end)].sort((a, b) => weightOf(a) - weightOf(b))[0],
      );
      const clause = best.every((one) => one !== undefined)
        ? [[...new Set(best.flatMap((one) => one ?? []))]]
        : [];
      return {
        clauses: [...clauseOf(run), ...clause],
        run: joined(walked.map((one) => one.run)),
        amounts: Math.min(...walked.map((one) => one.amounts)),
      };
    }
  }
}

const LONGEST = 4;

const clauseOf = (run: Run): number[][] =>
  run === undefined || run.length < 2 ? [] : [[numberOfBeginning(run.slice(0, LONGEST))]];

/** Behind several ways the place is known only where all agree. */
const joined = (runs: readonly Run[]): Run => (runs.every((run) => run === '') ? '' : undefined);

const startsWord = (source: string): boolean =>
  source === '\\b' || source === '^' || source === '(?<!\\p{L})' || source === '(?<![a-z])';

/** Fewer ways to meet a clause tell more; a kind of mention, which most sentences hold, tells little. */
const weightOf = (clause: readonly number[]): number =>
  clause.reduce((sum, number) => sum + (number <= MENTIONS.coInvestors ? 20 : 1), 0);
