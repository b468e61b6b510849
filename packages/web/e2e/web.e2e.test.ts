import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../../scripts/bootstrap/chromium.mjs';
import { type Browsing, browse, keepPicture, type Scheme } from './browse.ts';
import { PUBLISHED, REPORT } from './report.ts';
import { type Served, serve } from './serve.ts';
import { violationsOf } from './violations.ts';

const DEAL = '/deals/openai-2025-primary';

const chromium = findChromium();
if (chromium === undefined) {
  console.warn('The web app is not tried in a browser: no Chromium was found. Set CHROMIUM to its path.');
}

describe.skipIf(chromium === undefined)('the web app in a browser', () => {
  let server: Served;
  let browser: Browsing;

  beforeAll(async () => {
    server = await serve();
    browser = await browse(chromium ?? '', server.address);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('leads from the list of deals, over a date, to the words a figure rests on', async () => {
    const page = await browser.open('/', 1280);
    await page.locator(`a[href="${DEAL}"]`).click();
    await page.getByRole('heading', { level: 1, name: /OpenAI/ }).waitFor();

    const seen = new Map<string, string>();
    for (const day of ['2025-02-12', '2025-04-01', '2025-12-31']) {
      await page.getByLabel('As known on', { exact: true }).fill(day);
      await settled(page, day);
      seen.set(day, await page.locator('dl').first().innerText());
    }
    expect(new Set(seen.values()).size).toBe(3);
    expect(seen.get('2025-04-01')).toContain('13.33 %');
    expect(seen.get('2025-12-31')).toContain('41bn');

    await page.getByLabel('As known on', { exact: true }).fill('2025-04-01');
    await settled(page, '2025-04-01');
    await page
      .getByRole('button', { name: /13\.33 %/ })
      .first()
      .click();
    const panel = page.getByRole('dialog');
    await panel.getByText(/÷/).first().waitFor();
    expect(page.url()).toContain('node=');

    for (const fold of await panel.locator('details:not([open]) > summary').all()) await fold.click();
    const link = panel.locator('[data-quote-link]').first();
    const quote = (await link.innerText()).replace(/^“|”$/g, '');
    await link.click();
    await page.waitForURL(/\/sources\//);
    const active = page.locator('mark[data-active]');
    await active.first().waitFor();
    expect((await active.allInnerTexts()).join('')).toBe(quote);
    expect(await isInView(page, active.first())).toBe(true);
    await page.close();
  });

  it('answers a question of the list, and opens a number of the answer', async () => {
    const page = await browser.open('/ask?known_on=2025-12-31', 1280);
    await page.getByRole('combobox', { name: 'Question' }).selectOption('committed_drawn');
    await page.getByRole('combobox', { name: 'Of' }).fill('openai-2025-primary');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await settled(page, '2025-12-31');
    const row = page.getByRole('row', { name: /in all/ });
    expect(await row.innerText()).toContain('USD 41bn');
    await row.getByRole('button').first().click();
    const panel = page.getByRole('dialog');
    await panel
      .getByText(/committed/i)
      .first()
      .waitFor();
    expect(page.url()).toContain('node=');
    await page.close();
  });

  it('steps through the days of news by key, and gives the focus back when the panel is closed', async () => {
    const page = await browser.open(`${DEAL}?known_on=2025-12-31`, 1280);
    const slider = page.getByRole('slider');
    await page.locator('datalist option').first().waitFor({ state: 'attached' });
    const before = await slider.getAttribute('aria-valuetext');
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL((url) => url.searchParams.get('known_on') !== '2025-12-31');
    expect(await slider.getAttribute('aria-valuetext')).not.toBe(before);

    const figure = page.locator('dl button[aria-haspopup="dialog"]').first();
    await figure.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await figure.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.close();
  });

  it('ranks the investors by the measure that is chosen', async () => {
    const page = await browser.open(`${DEAL}?known_on=2025-12-31`, 1280);
    const ranking = page.locator('#ranking');
    await ranking.getByText('SoftBank').first().waitFor();
    const byCommitment = await ranking.innerText();
    await ranking.getByText('Stake', { exact: true }).click();
    await page.waitForURL(/measure=stake/);
    await page.waitForFunction(
      (text) => document.querySelector<HTMLElement>('#ranking')?.innerText !== text,
      byCommitment,
    );
    await page.close();
  });

  it('reads and checks a pasted report, asks for its date, and stores it only when told to', async () => {
    const page = await browser.open('/read', 1280);
    const before = await countOfSources(page);
    await page.getByLabel('Text of the report').fill(REPORT);
    await page.getByRole('button', { name: 'Read and check' }).click();
    await page
      .getByText(/bears no date/)
      .first()
      .waitFor();
    expect(await page.getByRole('button', { name: /Add it/ }).isDisabled()).toBe(true);

    await page.getByLabel('Published on').fill(PUBLISHED);
    await page.getByRole('button', { name: 'Read and check' }).click();
    await page.getByText('Supported').first().waitFor();
    await page
      .getByText(/Error in the document/)
      .first()
      .waitFor();
    const text = page.getByRole('region', { name: 'The text' });
    expect(await text.locator('mark').count()).toBeGreaterThan(5);
    await keepPicture(page, 'read-result-1280-light');
    expect(await countOfSources(page)).toBe(before);

    await page.getByRole('button', { name: /Add it/ }).click();
    await page.getByText('Added to the workspace').waitFor();
    expect(await countOfSources(page)).toBe(before + 1);
    await page.getByRole('list', { name: 'Deals it tells of' }).getByRole('link').first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(page.url()).toContain('/deals/');
    await page.close();
  });

  it('says what is wrong with what it cannot show or read', async () => {
    const page = await browser.open('/read', 1280);
    await page.getByLabel('Text of the report').fill('PK\u0003\u0004 \u0000');
    await page.getByRole('button', { name: 'Read and check' }).click();
    await page.getByRole('alert').getByText('BINARY_FILE').waitFor();
    await page.goto(`${server.address}/deals/no-such-deal`);
    await page.getByRole('alert').getByText('UNKNOWN_DEAL').waitFor();
    await page.goto(`${server.address}/nowhere`);
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    await page.close();
    // The browser writes each refusal of the server to its console; these were asked for.
    expect(browser.complaints.filter((line) => !/status of 4\d\d/.test(line))).toEqual([]);
  });

  const views: readonly { readonly width: number; readonly scheme: Scheme }[] = [
    { width: 1280, scheme: 'light' },
    { width: 1280, scheme: 'dark' },
    { width: 390, scheme: 'light' },
  ];
  const pages = ['deals', 'deal', 'panel', 'ask', 'sources', 'source', 'read'] as const;
  // The dark scheme changes colours alone; pages that show the same parts as others are tried in the light one.
  const light: readonly string[] = ['ask', 'sources', 'read'];
  const tried = views.flatMap((view) =>
    pages
      .filter((name) => view.scheme === 'light' || !light.includes(name))
      .map((name) => ({ name, ...view })),
  );
  it.each(tried)(
    'the $name page is accessible and fits at $width pixels in the $scheme scheme',
    async ({ name, width, scheme }) => {
      const quiet = browser.complaints.length;
      const page = await browser.open(await pathOf(name, server.address), width, scheme);
      await page.getByRole('heading', { level: 1 }).waitFor();
      if (name === 'panel') {
        await page.locator('dl button[aria-haspopup="dialog"]').first().click();
        await page.getByRole('dialog').waitFor();
      }
      const violations = await violationsOf(page, name === 'panel' ? '[role="dialog"]' : 'body');
      await keepPicture(page, `${name}-${width}-${scheme}`, name === 'panel' ? 'window' : 'page');
      await page.close();
      expect(violations).toEqual([]);
      expect(browser.complaints.slice(quiet)).toEqual([]);
    },
  );
});

async function pathOf(
  name: 'deals' | 'deal' | 'panel' | 'ask' | 'sources' | 'source' | 'read',
  address: string,
): Promise<string> {
  switch (name) {
    case 'deals':
      return '/';
    case 'deal':
    case 'panel':
      return `${DEAL}?known_on=2025-12-31`;
    case 'ask':
      return '/ask?question=stake&of=DeepSeek&holder=Liang%20Wenfeng&known_on=2025-02-28';
    case 'source':
      return `/sources/${await yuanSource(address)}`;
    default:
      return `/${name}`;
  }
}

/** Waits until the page shows the answer for a day. */
async function settled(page: Page, day: string): Promise<void> {
  await page.locator(`[data-known-on="${day}"][aria-busy="false"]`).waitFor();
}

function isInView(page: Page, element: ReturnType<Page['locator']>): Promise<boolean> {
  const height = page.viewportSize()?.height ?? 0;
  return element.evaluate((mark, limit) => {
    const { top, bottom } = mark.getBoundingClientRect();
    return top >= 0 && bottom <= limit;
  }, height);
}

async function countOfSources(page: Page): Promise<number> {
  const answer = await page.request.get(new URL('/api/sources', page.url()).href);
  return ((await answer.json()) as { sources: unknown[] }).sources.length;
}

/** The example's report whose headline counts in yuan what its body counts in dollars. */
async function yuanSource(address: string): Promise<string> {
  const answer = await fetch(`${address}/api/sources`);
  const { sources } = (await answer.json()) as { sources: { id: string; title: string }[] };
  return sources.find(({ title }) => /yuan/i.test(title))?.id ?? sources[0]?.id ?? '';
}
