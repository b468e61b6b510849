import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const ARTIFACTS = fileURLToPath(new URL('./artifacts/', import.meta.url));

export type Scheme = 'light' | 'dark';

export interface Browsing {
  /** A new page of a given width; what the browser complains of is gathered in `complaints`. */
  readonly open: (path: string, width: number, scheme?: Scheme) => Promise<Page>;
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

/** A Chromium with a new, empty profile, looking at the pages below one address. */
export async function browse(executablePath: string, address: string): Promise<Browsing> {
  const profile = mkdtempSync(join(tmpdir(), 'tranche-chromium-'));
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: FLAGS,
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  const complaints: string[] = [];
  return {
    complaints,
    open: async (path, width, scheme = 'light') => {
      const page = await context.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') {
          complaints.push(`${path} at ${width}: ${message.text()}`);
        }
      });
      page.on('pageerror', (error) => complaints.push(`${path} at ${width}: ${error.message}`));
      page.on('request', (request) => {
        if (!request.url().startsWith(address)) complaints.push(`${path} asks elsewhere: ${request.url()}`);
      });
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
      await page.goto(`${address}${path}`);
      await page.waitForLoadState('networkidle');
      return page;
    },
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Keeps a picture for people to look at: of the whole page, or of what the window shows. */
export async function keepPicture(page: Page, name: string, part: 'page' | 'window' = 'page'): Promise<void> {
  mkdirSync(ARTIFACTS, { recursive: true });
  await page.screenshot({ path: join(ARTIFACTS, `${name}.png`), fullPage: part === 'page' });
}
