import type { ClaimView, SourceView } from '../views/index.ts';
import { type Html, html } from './html.ts';
import { type Mark, markedText } from './marked-text.ts';
import { pageFrame } from './page-frame.ts';

/** A document as it was read: its text and its claims, before anything is held against them. */
export type ReadSource = Pick<SourceView, 'title' | 'text' | 'publisher' | 'published' | 'claims'>;

/**
 * A document that was read as one page: its text with the quotes marked and numbered, and each claim with what is
 * said, its status, its hedge, who vouches for it, and where its arguments stand. Self-contained; everything that
 * came from the document is escaped. Fails: never.
 */
export function readPage(source: ReadSource): string {
  const claims = [...source.claims].sort((one, other) => one.quoteSpan[0] - other.quoteSpan[0]);
  const marks = claims.map(
    (claim, index): Mark => ({
      span: claim.quoteSpan,
      number: index + 1,
      kind: kindOf(claim),
      anchor: `c${index + 1}`,
    }),
  );
  const { title, publisher, published, text } = source;
  const body = html`<header>
<h1 dir="auto">${title}</h1>
<p class="meta">Published ${published ?? 'on a day not stated'}${publisher === undefined ? '' : ` by ${publisher}`}. ${claims.length} ${claims.length === 1 ? 'claim' : 'claims'}, as read; none of them is checked here.</p>
</header>
<h2>The text</h2>
${markedText(text, marks)}
<h2>Claims</h2>
${claims.length === 0 ? html`<p>No claim about a financing was found.</p>\n` : claims.map((claim, index) => claimSection(claim, index + 1, text))}`;
  return pageFrame(`Read: ${title}`, body);
}

/** Nothing is judged here: what is claimed has one look, what the text rejects another. */
const kindOf = ({ denied }: ClaimView): string => (denied ? 'rejected' : 'claimed');

function claimSection(claim: ClaimView, number: number, text: string): Html {
  const { quote, sentence, type, status, hedge, attribution, denied, draftedBy, spans } = claim;
  const facts = [
    type.replaceAll('_', ' '),
    status?.replaceAll('_', ' '),
    hedge === undefined ? undefined : `hedged: “${hedge}”`,
    attribution,
    denied ? 'the text mentions it to reject it' : undefined,
    draftedBy === undefined ? undefined : `drafted by ${draftedBy}`,
  ].filter((part) => part !== undefined);
  const places = Object.entries(spans).map(
    ([field, [start, end]]) =>
      html`<li>${field}: <q dir="auto">${text.slice(start, end)}</q> <span class="soft">${start} to ${end}</span></li>\n`,
  );
  return html`<section class="place" id="c${number}">
<blockquote dir="auto"><a class="number" href="#p${number}">${number}</a><q>${quote}</q></blockquote>
<div class="verdict ${kindOf(claim)}">
<p class="label">${facts.join(' · ')}</p>
<p class="sentence">${sentence}.</p>
${places.length === 0 ? undefined : html`<ul>\n${places}</ul>\n`}</div></section>\n`;
}
