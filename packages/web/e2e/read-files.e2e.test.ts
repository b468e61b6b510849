import { type ModelServer, modelServer } from '@tranche/testkit/model-server';
import { saying, smallPdf } from '@tranche/testkit/pdf';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../../scripts/bootstrap/chromium.mjs';
import { type Browsing, browse, keepPicture } from './browse.ts';
import { type Served, serve } from './serve.ts';
import { violationsOf } from './violations.ts';

const chromium = findChromium();

const SENTENCE = 'Fennick has raised $12 million in a Series A led by Brightmoor Capital.';
const PDF = smallPdf([saying(SENTENCE), saying('Fennick makes heat pumps in Ghent.')]);
const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>
<item><title>Fennick raises</title><pubDate>Mon, 02 Jun 2025 08:00:00 GMT</pubDate><description>${SENTENCE}</description></item>
<item><title>Harbour Loom raises</title><description>Harbour Loom has raised $40 million in a seed round.</description></item>
</channel></rss>`;

const REPORT = `Harbour Loom raises money
Published: 2025-06-10

Harbour Loom has raised $40 million in a Series B round led by Quillfeather Partners.
It makes looms in Ghent. Of Harbour Loom, by the way, 12.5% has long been held by Tallow Bank.
`;
const STAKE = {
  type: 'stake',
  quote: 'Of Harbour Loom, by the way, 12.5% has long been held by Tallow Bank',
  holder: 'Tallow Bank',
  entity: 'Harbour Loom',
  percent: '12.5%',
  value: null,
  when: null,
  status: 'completed',
  denied: false,
};

describe.skipIf(chromium === undefined)('a report handed in as a file, or to a language model', () => {
  let model: ModelServer;
  let server: Served;
  let browser: Browsing;

  beforeAll(async () => {
    model = await modelServer(() => ({
      content: JSON.stringify({ claims: [STAKE, { ...STAKE, percent: '15%' }] }),
    }));
    server = await serve(['--no-example', '--drafts'], {
      TRANCHE_MODEL_URL: model.url,
      TRANCHE_MODEL: 'a-model',
    });
    browser = await browse(chromium ?? '', server.address);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await model?.close();
  });

  const choose = (page: Page, name: string, bytes: string | Uint8Array) =>
    page
      .getByLabel('Choose a file')
      .setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes as unknown as string) });
  const read = (page: Page) => page.getByRole('button', { name: 'Read and check' }).click();

  it.each(['light', 'dark'] as const)('reads a PDF that was chosen, in the %s scheme', async (scheme) => {
    const page = await browser.open('/read', 1280, scheme);
    await choose(page, 'deal.pdf', PDF);
    await page.getByText('Opened deal.pdf').waitFor();
    expect(await page.getByLabel('Text of the report').inputValue()).toContain(SENTENCE);
    await page.getByLabel('Published on').fill('2025-06-02');
    expect(await violationsOf(page, 'body')).toEqual([]);
    await keepPicture(page, `read-file-1280-${scheme}`);
    await read(page);
    await page.getByRole('button', { name: 'Add it to the workspace' }).click();
    await page.getByText('Added to the workspace').waitFor();
    const { sources } = await (await page.request.get(`${server.address}/api/sources`)).json();
    const stored = await page.request.get(`${server.address}/api/sources/${sources[0].id}`);
    expect(await stored.json()).toMatchObject({ name: 'deal', original: { format: 'pdf' } });
    await page.close();
  });

  it('takes a file that is dropped, and lets one of several reports be chosen', async () => {
    const page = await browser.open('/read', 1280);
    const transfer = await page.evaluateHandle((feed) => {
      const dropped = new DataTransfer();
      dropped.items.add(new File([feed], 'news.xml'));
      return dropped;
    }, FEED);
    await page.getByLabel('Text of the report').dispatchEvent('drop', { dataTransfer: transfer });
    await page.getByText('It holds 2 reports. Which one?').waitFor();
    await page.getByRole('radio', { name: /Fennick raises/ }).check();
    expect(await page.getByLabel('Published on').inputValue()).toBe('2025-06-02');
    await page.getByRole('radio', { name: /Harbour Loom raises/ }).check();
    expect(await page.getByLabel('Published on').inputValue()).toBe('');
    expect(await page.getByLabel('Text of the report').inputValue()).toContain('Harbour Loom has raised');
    expect(await violationsOf(page, 'body')).toEqual([]);
    await keepPicture(page, 'read-feed-1280-light');
    await page.close();
  });

  it('says what is wrong with a file: code, place and what was expected', async () => {
    const page = await browser.open('/read', 1280);
    await choose(page, 'scan.pdf', smallPdf(['0 0 10 10 re f']));
    const alert = page.getByRole('alert');
    await alert.getByText('PDF_WITHOUT_TEXT').waitFor();
    expect(await alert.innerText()).toMatch(
      /scan\.pdf[\s\S]*recognized first|recognized first[\s\S]*scan\.pdf/,
    );
    await keepPicture(page, 'read-refused-1280-light');
    await choose(page, 'deal.pdf', PDF);
    await page.getByText('Opened deal.pdf').waitFor();
    expect(await alert.count()).toBe(0);
    await page.close();
    // The browser writes the refusal to its console; it was asked for.
    expect(browser.complaints.filter((line) => !/status of 422/.test(line))).toEqual([]);
  });

  it('asks the language model only when the box is ticked, and marks what it drafted', async () => {
    const page = await browser.open('/read', 1280);
    await page.getByLabel('Text of the report').fill(REPORT);
    await read(page);
    await page.getByText('Quillfeather Partners').first().waitFor();
    await page.getByText('Not stored.').waitFor();
    expect(model.requests).toHaveLength(0);

    const box = page.getByRole('checkbox', { name: 'Also ask a-model' });
    // Its mark is as large as the column when the kit's style for it is missing.
    expect((await box.locator('xpath=..').boundingBox())?.height).toBeLessThan(40);
    await box.check();
    await read(page);
    await page
      .getByText('a-model: 2 drafted, 1 taken, 0 said already, dropped: number not in quote 1.')
      .waitFor();
    expect(model.requests).toHaveLength(1);
    await page
      .getByText(/drafted by a-model/i)
      .first()
      .waitFor();
    expect(await violationsOf(page, 'body')).toEqual([]);
    await keepPicture(page, 'read-drafts-1280-light');
    await page.close();
  });
});
