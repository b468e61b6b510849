import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expectOk } from '@tranche/core/result';
import { replay } from '@tranche/ledger/log';
import { referenceFacts } from '@tranche/reference/facts';
import { day } from '@tranche/testkit/build';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../src/document/index.ts';
import { checkPage } from '../src/page/index.ts';
import { checkedSource } from '../src/verdict/index.ts';

const LEDGER = replay([], referenceFacts());
const REPORT = readFileSync(
  fileURLToPath(new URL('../../reader/corpus/texts/006.txt', import.meta.url)),
  'utf8',
);

const pageOf = (text: string, title?: string): string =>
  checkPage(
    checkedSource(
      expectOk(
        readDocument(text, 'report', {
          published: day('2025-02-12'),
          ...(title === undefined ? {} : { title }),
        }),
      ),
      LEDGER,
      { today: day('2026-11-24') },
    ),
  );

describe('the page of a checked report', () => {
  const page = pageOf(REPORT);

  it('stands alone: no script, nothing fetched, a policy that forbids both', () => {
    expect(page.startsWith('<!doctype html>')).toBe(true);
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<(script|img|link|iframe|object|form)\b|@import|url\(|\son\w+=/i);
  });

  it('has the headline, both days, the verdicts at a glance and their counts', () => {
    expect(page).toContain(
      '<h1 dir="auto">290 Billion Yuan: The Largest Financing in History is on the Way</h1>',
    );
    expect(page).toMatch(/Published 2025-02-12 by blog.*known on 2026-11-24/s);
    expect(page).toMatch(/<li class="contradicted">1 contradicted<\/li>/);
  });

  it('marks and numbers the checked words in the text, each number leading to its verdict and back', () => {
    const [, number] = /added 1.5 billion dollars<\/mark><sup><a href="#v(\d+)">/.exec(page) ?? [];
    expect(number).toBeDefined();
    expect(page).toContain(`<section class="place" id="v${number}">`);
    expect(page).toContain(`<span id="p${number}"></span>`);
  });

  it('tells each verdict with its sentence, condition, findings, the steps of its numbers and today beside', () => {
    expect(page).toContain('The USD 1.5bn was not new money to the company');
    expect(page).toContain('<b>Condition:</b> only if the deal is signed.');
    expect(page).toContain(
      'implied rate = as printed ÷ amount converted: CNY 290bn ÷ USD 40bn = 7.25 CNY per USD',
    );
    expect(page).toContain('Known on 2026-11-24: mixed');
  });

  it('numbers its sources once, links to their pages, and every number leads to one', () => {
    const ids = [...page.matchAll(/<li id="s(\d+)">/g)].map(([, id]) => id);
    const links = new Set([...page.matchAll(/href="#s(\d+)"/g)].map(([, id]) => id));
    expect([...links].sort()).toEqual([...ids].sort());
    expect(page).toMatch(/<a href="https:\/\/[^"]+" rel="noopener noreferrer">/);
  });

  it('says so where nothing could be checked', () => {
    expect(pageOf('Nothing here is about money.\n\nWe went for a walk.\n')).toContain(
      'Nothing in the text could be checked.',
    );
  });
});

describe('a hostile report', () => {
  const hostile = [
    'Mill & Co"><img src=x onerror=alert(1)> raises $5 million</title><script>alert(2)</script>',
    '',
    'Fennick</mark></p><script>alert(3)</script> has raised $5 million from Alder<svg onload=alert(4)> in February 2025.',
    'Also "the" \u202e5 million\u202c and <!-- a comment --> and &lt;b&gt; \'quoted\'.',
    '',
  ].join('\n');

  it('puts nothing on the page but text', () => {
    const page = pageOf(hostile, '</title><script>alert(5)</script>');
    const tags = new Set([...page.matchAll(/<\/?([a-z0-9!-]+)/gi)].map(([, tag]) => tag?.toLowerCase()));
    for (const tag of ['script', 'img', 'svg', 'b&gt', '!--']) expect(tags).not.toContain(tag);
    expect(page.match(/<\/title>/g)).toHaveLength(1);
    expect(page).toContain('&amp;lt;b&amp;gt;');
    expect(page).not.toMatch(/[\u202a-\u202e]/);
    expect(page).not.toMatch(/<[^>]*\son\w+=/i);
  });
});
