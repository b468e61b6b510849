import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { inRepo } from '../bootstrap/paths.mjs';
import { anchorsOf, pages, proseOf, textOf } from './markdown.ts';

interface Link {
  readonly page: string;
  readonly target: string;
}

function linksOf(page: string): readonly Link[] {
  const targets = [...proseOf(textOf(page)).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
  return targets.filter((target) => !/^https?:/.test(target)).map((target) => ({ page, target }));
}

function isBroken({ page, target }: Link): boolean {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? page : normalize(join(dirname(page), path));
  if (!existsSync(inRepo(file))) return true;
  return anchor !== undefined && !anchorsOf(textOf(file)).has(anchor);
}

test('every link between the documents leads somewhere', () => {
  const links = pages().flatMap(linksOf);
  expect(links.length).toBeGreaterThan(20);
  expect(links.filter(isBroken)).toEqual([]);
});

test('a link to a missing page or heading is seen as broken', () => {
  expect(isBroken({ page: 'docs/README.md', target: 'missing.md' })).toBe(true);
  expect(isBroken({ page: 'docs/README.md', target: 'concepts/two-dates.md#no-such-heading' })).toBe(true);
  expect(isBroken({ page: 'docs/README.md', target: 'concepts/two-dates.md#defaults' })).toBe(false);
});

test('every page of docs/ can be reached from its map', () => {
  const linked = new Set(
    linksOf('docs/README.md').map(({ target }) => join('docs', target.split('#')[0] ?? '')),
  );
  const missing = pages().filter(
    (page) => page.startsWith('docs/') && page !== 'docs/README.md' && !linked.has(page),
  );
  expect(missing).toEqual([]);
});
