import { expectOk } from '@tranche/core/result';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../document/index.ts';
import { measure } from '../measure/index.ts';
import { errorsPage } from './errors-page.ts';

const TEXT = `Mill raises $20m
Published: 2025-06-02
Publisher: wire report

Mill, a maker of <b>paper</b>, has raised $20 million in a Series A led by Weir Partners.
`;
const usd = (value: number) => ({ currency: 'USD', value, qualifier: 'exact' });
const ROUND = {
  type: 'round',
  issuer: 'Mill',
  amount: usd(20e6),
  status: 'closed',
  leads: ['Fell Fund'],
  quote: 'has raised $20 million',
};
const STAKE = {
  type: 'stake',
  holder: 'Weir',
  entity: 'Mill',
  percent: 12,
  status: 'completed',
  quote: 'Mill raises',
};

const page = (text: string, claims: readonly Record<string, unknown>[]): string =>
  errorsPage(
    measure([expectOk(readDocument(text, 'mill'))], [{ id: 'mill', name: 'mill', cluster: 'x', claims }]),
  );

/** Elements that carry a class or an id, one on each line, indented by their depth in sections of texts. */
const outline = (markup: string): readonly string[] =>
  [
    ...markup
      .slice(markup.indexOf('<body>'))
      .matchAll(/<(details|section|fieldset|mark|summary|table|main|h[12])\b([^>]*)>/g),
  ].map(([, tag, attributes = '']) =>
    [tag, ...[...attributes.matchAll(/(?:class|id)="([^"]*)"/g)].map(([, value]) => value)].join(' '),
  );

describe('the page of errors', () => {
  it('has the score on top, filters, and each text beside its claims', () => {
    expect(outline(page(TEXT, [ROUND, STAKE]))).toEqual([
      'main',
      'h1',
      'h2',
      'table',
      'h2 texts',
      'fieldset',
      'fieldset',
      'fieldset',
      'fieldset',
      'details text',
      'summary',
      'mark missed',
      'mark wrong',
      'section claim missed outcome-missed type-stake outcome-error field-percent c1',
      'section claim wrong outcome-wrong type-round outcome-error field-lead field-stage c2',
    ]);
  });

  it('says field by field what was expected and what was read', () => {
    const shown = page(TEXT, [ROUND, STAKE]);
    expect(shown).toContain('<b class="field">lead</b> wrong: expected Fell Fund, read Weir Partners');
    expect(shown).toContain('<b class="field">stage</b> spurious: read Series A (of Mill)');
    expect(shown).toContain('<b class="field">percent</b> missed: expected 12');
    expect(shown).toContain('right: amount USD 20,000,000');
    expect(shown).toContain('maker of &lt;b&gt;paper&lt;/b&gt;');
  });

  it('leads from a claim to its place in the text and back', () => {
    const shown = page(TEXT, [ROUND, STAKE]);
    expect(shown).toContain('<span id="p2"></span><mark class="wrong">');
    expect(shown).toContain('<a href="#c2">2</a>');
    expect(shown).toContain('href="#p2" aria-label="claim 2, to its place in the text"');
  });

  it('has no script and fetches nothing', () => {
    const shown = page(TEXT, [ROUND]);
    expect(shown).toContain(`content="default-src 'none'; style-src 'unsafe-inline'`);
    expect(shown).not.toMatch(/<script|<link|<img|https?:/);
  });

  it('lets no markup of an annotation through, whatever stands in it', () => {
    const words = fc.constantFrom('<script>', '</style>', '"', "'", '&', '}', 'round', 'field');
    const hostile = fc.array(words, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(hostile, hostile, (one, other) => {
        const shown = page(TEXT, [
          { ...ROUND, type: one, issuer: other },
          { ...ROUND, issuer: one, stage: other, quote: other },
        ]);
        expect(shown).not.toContain('<script');
        expect(shown.match(/<\/style>/g)).toHaveLength(1);
      }),
      { numRuns: 30 },
    );
  });
});
