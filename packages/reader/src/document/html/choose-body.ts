import type { Block, Page } from './page.ts';

export interface Body {
  /** The container that holds the article; 0 is the whole page. */
  readonly root: number;
  /** Whether a container lies within the root. */
  readonly holds: (container: number) => boolean;
}

/** Fewer characters are a label, a link or a byline; letters of Chinese, Japanese and Korean count for three. */
const SHORTEST_PROSE = 60;
const MOST_LINKED = 0.4;

/** Enough of a page's prose for a part of it to be the article. */
const SHARE_OF_NAMED = 0.4;
const SHARE_OF_DENSE = 0.85;

/**
 * Which part of a page is the article: the one that is marked as its body, an article or the main part, when it
 * holds much of the prose; else the smallest part that holds nearly all of it.
 */
export function chooseBody(page: Page): Body {
  const { containers } = page;
  const prose = new Array<number>(containers.length).fill(0);
  for (const block of page.blocks)
    prose[block.container] = (prose[block.container] ?? 0) + proseOf(page, block);
  for (let index = containers.length - 1; index > 0; index -= 1) {
    const parent = containers[index]?.parent ?? 0;
    prose[parent] = (prose[parent] ?? 0) + (prose[index] ?? 0);
  }
  const named = namedBody(page, prose);
  const root = named ?? densest(page, prose);
  const inside = new Uint8Array(containers.length);
  inside[root] = 1;
  for (let index = root + 1; index < containers.length; index += 1) {
    if (inside[containers[index]?.parent ?? 0] === 1) inside[index] = 1;
  }
  return { root, holds: (container) => inside[container] === 1 };
}

function namedBody({ containers }: Page, prose: readonly number[]): number | undefined {
  const total = prose[0] ?? 0;
  if (total === 0) return undefined;
  for (const rank of [3, 2, 1]) {
    let best = -1;
    let all = 0;
    for (const [index, container] of containers.entries()) {
      if (container.rank !== rank || isWithin(containers, container.parent, rank)) continue;
      all += prose[index] ?? 0;
      if (best < 0 || (prose[index] ?? 0) > (prose[best] ?? 0)) best = index;
    }
    const held = prose[best] ?? 0;
    // Many articles of one size are a list of them, and what holds the list is the page.
    if (best >= 0 && held >= total * SHARE_OF_NAMED && held >= all * 0.6) return best;
  }
  return undefined;
}

function isWithin(containers: Page['containers'], from: number, rank: number): boolean {
  let steps = 0;
  for (let at = from; at >= 0 && steps < 400; at = containers[at]?.parent ?? -1, steps += 1) {
    if (containers[at]?.rank === rank) return true;
  }
  return false;
}

/** From the page inwards, as long as one part holds nearly all the prose of the one around it. */
function densest({ containers }: Page, prose: readonly number[]): number {
  const total = prose[0] ?? 0;
  if (total === 0) return 0;
  let root = 0;
  for (let index = 1; index < containers.length; index += 1) {
    const isNext = containers[index]?.parent === root && (prose[index] ?? 0) >= total * SHARE_OF_DENSE;
    if (isNext) root = index;
  }
  return root;
}

function proseOf({ html, pieces }: Page, block: Block): number {
  if (block.aside || block.linked > block.size * MOST_LINKED) return 0;
  const words = block.size - block.linked;
  const start = pieces[block.first] ?? 0;
  const weight = html.charCodeAt(start + (block.size >> 2)) >= 0x2e80 ? 3 : 1;
  return words * weight >= SHORTEST_PROSE ? words : 0;
}
