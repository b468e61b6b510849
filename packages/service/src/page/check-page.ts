import type { SourceView, VerdictView } from '../views/index.ts';
import { type Html, html, webAddress } from './html.ts';
import { type Mark, markedText } from './marked-text.ts';
import { pageFrame } from './page-frame.ts';
import { type Judged, judgedPlaces, type Place } from './places.ts';
import { SourceList } from './source-list.ts';
import { steps } from './steps.ts';

const VERDICT_WORDS: Readonly<Record<VerdictView['verdict'], string>> = {
  contradicted: 'contradicted',
  mixed: 'mixed',
  supported: 'supported',
  cannot_tell: 'cannot tell',
};

const MEANINGS: Readonly<Record<VerdictView['verdict'], string>> = {
  contradicted: 'What others say of the same event excludes it.',
  mixed: 'One part holds and another does not; the sentence says which.',
  supported: 'What others say agrees, or a rule on dated figures bears it out.',
  cannot_tell: 'Nothing known decides it. Silence never supports.',
};

/**
 * The checked document as one page that can be printed: the text with the checked places marked and numbered, each
 * verdict with its sentence, condition, findings, sources, the steps of each number, and what is known today beside.
 * Whole and self-contained; everything that came from a document is escaped. Fails: never.
 */
export function checkPage(source: SourceView): string {
  const { knownOn = 'its own day', today } = source;
  const places = judgedPlaces(source);
  const sources = new SourceList();
  const marks: readonly Mark[] = places.map(({ span, number, kind }) => ({
    span,
    number,
    kind,
    anchor: `v${number}`,
  }));
  const verdicts = places.map((place) => placeSection(place, sources));
  const unchecked = source.claims.filter(({ verdict }) => verdict === undefined || verdict.check === 'none');
  const body = html`<header>
<h1 dir="auto">${source.title}</h1>
<p class="meta">${publication(source)}. Judged by what had been published by ${knownOn}; what is known on ${today} stands beside it where it differs.</p>
${counts(places)}</header>
${glance(places)}<h2>The text</h2>
${markedText(source.text, marks)}
<h2>Verdicts</h2>
${places.length === 0 ? html`<p>Nothing in the text could be checked.</p>\n` : verdicts}${uncheckedSection(unchecked)}${
  sources.isEmpty ? undefined : html`<h2>Sources</h2>\n${sources.entries()}`
}<h2>How to read this</h2>
<dl>
${Object.entries(VERDICT_WORDS).map(([kind, words]) => html`<dt class="label ${kind}">${words}</dt><dd>${MEANINGS[kind as VerdictView['verdict']]}</dd>\n`)}</dl>
<p class="soft">The document is never evidence for itself, nor is another telling of the same story. Numbers agree as far as their printed digits and words such as “about” reach. A number in a finding opens into its steps below it; numbers in brackets lead to the sources.</p>
`;
  return pageFrame(`Checked: ${source.title}`, body);
}

function publication({ publisher, published, url }: SourceView): Html {
  const address = url === undefined ? undefined : webAddress(url);
  const where =
    address === undefined ? undefined : html`, <a href="${address}" rel="noopener noreferrer">${address}</a>`;
  return html`Published ${published ?? 'on a day not stated'}${publisher === undefined ? '' : ` by ${publisher}`}${where}`;
}

function counts(places: readonly Place[]): Html {
  const kinds = places.flatMap(({ judged }) => judged.map(({ verdict }) => verdict.verdict));
  const items = Object.entries(VERDICT_WORDS)
    .map(([kind, words]) => [kind, words, kinds.filter((one) => one === kind).length] as const)
    .filter(([, , count]) => count > 0)
    .map(([kind, words, count]) => html`<li class="${kind}">${count} ${words}</li>\n`);
  return html`<ul class="counts">
${items}</ul>\n`;
}

/** Each verdict in a line. */
function glance(places: readonly Place[]): Html | undefined {
  const lines = places.flatMap(({ number, judged }) =>
    judged.map(
      ({ verdict }) =>
        html`<li class="${verdict.verdict}"><a class="number" href="#v${number}">${number}</a><span class="label">${VERDICT_WORDS[verdict.verdict]}</span><span>${verdict.summary}</span></li>\n`,
    ),
  );
  return lines.length === 0
    ? undefined
    : html`<h2>At a glance</h2>
<ul class="glance">
${lines}</ul>\n`;
}

function placeSection({ number, quote, judged }: Place, sources: SourceList): Html {
  const said = new Set<string>();
  return html`<section class="place" id="v${number}">
<blockquote dir="auto"><a class="number" href="#p${number}">${number}</a><q>${quote}</q></blockquote>
${judged.map((one) => verdictSection(one, sources, said))}</section>\n`;
}

/** `said` holds what another verdict on the same words has told already. */
function verdictSection(
  { verdict, sentence, draftedBy }: Judged,
  sources: SourceList,
  said: Set<string>,
): Html {
  const seen = new Set<string>();
  const { summary, condition, today } = verdict;
  const head = html`<p class="label">${VERDICT_WORDS[verdict.verdict]} · ${verdict.check.replaceAll('_', ' ')}</p>
<p class="sentence">${summary}</p>
`;
  const taken =
    sentence === undefined
      ? undefined
      : html`<p class="soft">Read as: ${sentence}${byModel(draftedBy)}.</p>\n`;
  // In the order in which they are read: what was said on the day comes before what is known today.
  const found = findingList(verdict.findings, verdict, sources, said, seen);
  const only = condition === undefined ? undefined : html`<p><b>Condition:</b> ${condition}.</p>\n`;
  const later =
    today === undefined
      ? undefined
      : html`<div class="today ${today.verdict}"><p><span class="label">Known on ${today.knownOn}: ${VERDICT_WORDS[today.verdict]}</span><br>${today.summary}</p>
${findingList(today.findings, verdict, sources, said, seen)}</div>\n`;
  return html`<div class="verdict ${verdict.verdict}">
${head}${taken}${only}${found}${later}</div>\n`;
}

const byModel = (draftedBy: string | undefined): string =>
  draftedBy === undefined ? '' : ` (drafted by ${draftedBy})`;

function findingList(
  findings: VerdictView['findings'],
  { derivation }: VerdictView,
  sources: SourceList,
  said: Set<string>,
  seen: Set<string>,
): Html | undefined {
  const news = findings.filter(({ text }) => !said.has(text));
  for (const { text } of news) said.add(text);
  if (news.length === 0) return undefined;
  const items = news.map(
    ({ text, figure, evidence }) =>
      html`<li>${text}${sources.refs(evidence)}${figure === undefined ? undefined : steps(figure.node, derivation, sources, seen)}</li>\n`,
  );
  return html`<ul>
${items}</ul>\n`;
}

function uncheckedSection(claims: SourceView['claims']): Html | undefined {
  if (claims.length === 0) return undefined;
  const items = claims.map(
    ({ quote, sentence, denied, draftedBy }) =>
      html`<li><q dir="auto">${quote}</q> <span class="soft">${sentence}${denied ? '; the text mentions it to reject it' : ''}${byModel(draftedBy)}.</span></li>\n`,
  );
  return html`<h2>Not checked</h2>
<p class="soft">Claims that nothing at hand can be held against, or that the text itself rejects.</p>
<ul>
${items}</ul>\n`;
}
