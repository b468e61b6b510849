import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../../scripts/bootstrap/chromium.mjs';
import { type Browsing, browse, keepPicture } from './browse.ts';
import { type Served, serve } from './serve.ts';
import { violationsOf } from './violations.ts';

const DEAL = '/deals/openai-2025-primary';

const chromium = findChromium();

describe.skipIf(chromium === undefined)('judging in a browser', () => {
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

  it('prefers another size, shows it with who and why, and takes it back', async () => {
    const page = await browser.open(DEAL, 1280);
    // After a judgement everything on the page is asked for again.
    page.setDefaultTimeout(90_000);
    const size = page
      .locator('#conflicts article')
      .filter({ has: page.getByRole('heading', { name: 'Size' }) });
    const chosen = () => size.locator('p').first().innerText();
    const before = await chosen();

    const prefer = size.getByRole('button', { name: /^Prefer this: .*USD 40bn/ }).first();
    await prefer.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Who decides').fill('A. Analyst');
    await dialog.getByLabel('Why').fill('The signed amount.');
    expect(await violationsOf(page, '[role="dialog"]')).toEqual([]);
    await keepPicture(page, 'judge-dialog-1280-light', 'window');
    await dialog.getByRole('button', { name: 'Record it' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await size.getByText('Chosen: preferred by A. Analyst: The signed amount').waitFor();
    expect(await chosen()).not.toBe(before);
    expect(await violationsOf(page, '#judgements')).toEqual([]);

    await page.goto(`${server.address}/judgements`);
    const undo = page.getByRole('button', { name: /^Undo: A\. Analyst for size/ });
    await undo.click();
    expect(await dialog.getByLabel('Who decides').inputValue()).toBe('A. Analyst');
    await dialog.getByLabel('Why').fill('The rule was right.');
    await page.keyboard.press('Tab');
    await dialog.getByRole('button', { name: 'Record it' }).click();
    await undo.waitFor({ state: 'detached' });
    await page.getByText('Taken back', { exact: true }).first().waitFor();
    expect(await violationsOf(page, 'body')).toEqual([]);
    await keepPicture(page, 'judgements-1280-light');

    await page.goto(`${server.address}${DEAL}`);
    await size.waitFor();
    expect(await chosen()).toBe(before);
    await page.close();
    expect(browser.complaints).toEqual([]);
  });

  it('lists who is who at every width', async () => {
    for (const width of [1280, 390]) {
      const page = await browser.open('/parties', width);
      await page.getByRole('rowheader', { name: 'SoftBank', exact: true }).waitFor();
      expect(await violationsOf(page, 'body')).toEqual([]);
      await keepPicture(page, `parties-${width}-light`);
      await page.close();
    }
  });
});
