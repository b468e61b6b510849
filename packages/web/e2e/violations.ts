import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What a check for accessibility finds below an element, and whether the page is wider than its window. */
export async function violationsOf(page: Page, below: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include(below)
    .options({ resultTypes: ['violations'] })
    .analyze();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [
    ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} at ${html.slice(0, 200)}`)),
    ...(overflow > 0 ? [`${overflow} pixels wider than the window`] : []),
  ];
}
