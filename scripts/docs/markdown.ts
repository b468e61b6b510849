import { textOf, trackedFiles } from '../tidy/tracked-files.ts';

/** A fenced block: the words after the opening fence, its lines, and the line number of its first line. */
export interface Fence {
  readonly info: string;
  readonly lines: readonly string[];
  readonly line: number;
}

/** All pages of documentation, as paths relative to the repository. */
export function pages(): readonly string[] {
  return trackedFiles().filter((file) => /^(docs\/.*|examples\/.*|[A-Z]+)\.md$/.test(file));
}

export { textOf };

/** The fenced blocks of a page, in order; indented fences and tildes are not used in these documents. */
export function fencesOf(text: string): readonly Fence[] {
  const fences: Fence[] = [];
  let open: { info: string; lines: string[]; line: number } | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    if (!line.startsWith('```')) {
      open?.lines.push(line);
    } else if (open === undefined) {
      open = { info: line.slice(3).trim(), lines: [], line: index + 2 };
    } else {
      fences.push(open);
      open = undefined;
    }
  }
  return fences;
}

/** A page's text without its fenced blocks. */
export function proseOf(text: string): string {
  return text.replace(/^```.*?^```$/gms, '');
}

/** The anchors a page offers, made from its headings as code hosts make them. */
export function anchorsOf(text: string): ReadonlySet<string> {
  const headings = proseOf(text).match(/^#+ .*$/gm) ?? [];
  return new Set(
    headings.map((heading) =>
      heading
        .replace(/^#+ /, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}
