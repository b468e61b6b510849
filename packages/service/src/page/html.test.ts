import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText, Html, html, webAddress } from './html.ts';

describe('markup', () => {
  it('escapes every value that was not built here, in content and in attributes', () => {
    const hostile = "\"><script>alert('1')</script>&";
    expect(html`<p title="${hostile}">${hostile}</p>`.markup).toBe(
      '<p title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;</p>',
    );
  });

  it('sets in what was built here as it stands, lists one after another, and nothing for undefined', () => {
    const items = ['a', 'b<'].map((text) => html`<li>${text}</li>`);
    expect(html`<ul>${items}${undefined}${3}</ul>`.markup).toBe('<ul><li>a</li><li>b&lt;</li>3</ul>');
    expect(html`${new Html('<b>')}`.markup).toBe('<b>');
  });

  it('shows what a page may not hold, and what would turn the order of words, as a sign', () => {
    expect(escapeText('a\u0000b\u202ec\u2066d\ud800e\tf')).toBe('a\ufffdb\ufffdc\ufffdd\ufffde\tf');
  });

  it('leaves nothing of any text that could end an element or an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeText(text)).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/);
        expect(escapeText(text)).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});

describe('an address', () => {
  it.each([
    ['https://example.org/a?b=c', 'https://example.org/a?b=c'],
    ['HTTP://example.org', 'http://example.org/'],
    ['https://example.org/"onmouseover="x', 'https://example.org/%22onmouseover=%22x'],
    ['javascript:alert(1)', undefined],
    ['data:text/html,<script>', undefined],
    ['//example.org', undefined],
    ['https://', undefined],
    [' https://example.org', undefined],
  ])('%s is linked as %s', (text, expected) => {
    expect(webAddress(text)).toBe(expected);
  });
});
