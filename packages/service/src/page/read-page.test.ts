import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClaimView } from '../views/index.ts';
import { readPage } from './read-page.ts';

const TEXT = 'Mill raises $20m\n\nMill, a maker of <b>paper</b>, has reportedly raised $20 million.';
const QUOTE = 'has reportedly raised $20 million';
const START = TEXT.indexOf(QUOTE);
const AMOUNT = TEXT.indexOf('$20 million');

const claim: ClaimView = {
  id: 'c-1',
  type: 'round',
  summary: 'Mill round: USD 20m',
  sentence: 'Mill raised USD 20m',
  quote: QUOTE,
  quoteSpan: [START, START + QUOTE.length],
  spans: { amount: [AMOUNT, AMOUNT + '$20 million'.length] },
  status: 'closed',
  hedge: 'reportedly',
  denied: false,
  json: {},
};

const page = (text: string, claims: readonly ClaimView[]): string =>
  readPage({ title: text.split('\n')[0] ?? '', text, claims: [...claims] });

describe('the page of a document that was read', () => {
  it('marks each quote in the text and lists what it says, with its hedge and where its arguments stand', () => {
    const shown = page(TEXT, [claim]);
    expect(shown).toContain(`<mark class="claimed">${QUOTE}</mark>`);
    expect(shown).toContain('round · closed · hedged: “reportedly”');
    expect(shown).toContain('Mill raised USD 20m.');
    expect(shown).toContain(`amount: <q dir="auto">$20 million</q> <span class="soft">${AMOUNT} to`);
    expect(shown).toContain('maker of &lt;b&gt;paper&lt;/b&gt;');
    expect(shown).not.toContain('<b>paper');
  });

  it('says so where nothing is claimed', () => {
    expect(page('Nothing here.', [])).toContain('No claim about a financing was found.');
  });

  it('lets no markup of a document through, whatever stands in it', () => {
    const fragment = fc.constantFrom('<script>', '</mark>', '"', "'", '&', 'money', '\n', '\u202e');
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const hostile = { ...claim, quote: text, sentence: text, hedge: text, quoteSpan: [0, text.length] };
        const shown = page(text, [hostile as ClaimView]);
        expect(shown).not.toContain('<script');
        expect(shown.match(/<\/mark>/g)?.length ?? 0).toBe(shown.match(/<mark /g)?.length ?? 0);
      }),
    );
  });
});
