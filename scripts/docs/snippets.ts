import { fencesOf } from './markdown.ts';

/** A command shown in a document, with the output the document shows below it. */
export interface Snippet {
  readonly page: string;
  /** Line of the page where the command stands. */
  readonly line: number;
  readonly command: string;
  readonly expectedStatus: number;
  readonly expected: readonly string[];
  /** Line of the page where the expected output begins. */
  readonly expectedLine: number;
}

/** Stands for any number of lines in an expected output. */
const ELISION = '…';

/**
 * Reads the commands that a page promises to work: fences marked `sh run`, each followed by the fence with its output.
 * `sh run status=1` says which exit status is right.
 */
export function snippetsOf(page: string, text: string): readonly Snippet[] {
  const fences = fencesOf(text);
  return fences.flatMap((fence, index) => {
    const [language, run, ...options] = fence.info.split(' ');
    if (language !== 'sh' || run !== 'run') return [];
    const output = fences[index + 1];
    if (output === undefined || !['text', 'json'].includes(output.info)) {
      throw new Error(`${page}:${fence.line}: a command marked "run" needs a block with its output after it`);
    }
    const status = options.find((option) => option.startsWith('status='))?.slice('status='.length);
    return [
      {
        page,
        line: fence.line,
        command: fence.lines.join('\n'),
        expectedStatus: Number(status ?? 0),
        expected: output.lines,
        expectedLine: output.line,
      },
    ];
  });
}

/** Whether the output is the expected one, an elision standing for any number of lines. */
export function matchesExpected(expected: readonly string[], actual: readonly string[]): boolean {
  const [head, ...rest] = splitAtElisions(expected);
  if (head === undefined || !startsWith(actual, head, 0)) return false;
  let position = head.length;
  for (const [index, part] of rest.entries()) {
    const isLast = index === rest.length - 1;
    const found = isLast ? actual.length - part.length : findFrom(actual, part, position);
    if (found < position || !startsWith(actual, part, found)) return false;
    position = found + part.length;
  }
  return position === actual.length;
}

/**
 * The expected output rewritten from the actual one. The stretches around the elisions keep their lengths: the first stands at
 * the beginning, the last at the end, and one between two elisions where its first line is found. Without that line, the output
 * is given in full, to be shortened by hand.
 */
export function rewritten(expected: readonly string[], actual: readonly string[]): readonly string[] {
  const [head, ...rest] = splitAtElisions(expected);
  const tail = rest.pop();
  if (head === undefined || tail === undefined || head.length + tail.length >= actual.length) return actual;
  const shown = actual.slice(0, head.length);
  let position = head.length;
  for (const { length, 0: first } of rest) {
    const found = first === undefined ? -1 : actual.indexOf(first, position);
    if (found < 0) return actual;
    shown.push(ELISION, ...actual.slice(found, found + length));
    position = found + length;
  }
  return [...shown, ELISION, ...actual.slice(Math.max(position, actual.length - tail.length))];
}

function splitAtElisions(lines: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === ELISION) parts.push([]);
    else parts.at(-1)?.push(line.trimEnd());
  }
  return parts;
}

function startsWith(lines: readonly string[], part: readonly string[], at: number): boolean {
  return part.every((line, index) => lines[at + index] === line);
}

function findFrom(lines: readonly string[], part: readonly string[], from: number): number {
  for (let at = from; at + part.length <= lines.length; at++) if (startsWith(lines, part, at)) return at;
  return -1;
}
