import type { FieldOutcome, Score, Share } from '@tranche/reader/score';
import type { Measured, MeasuredClaim, MeasuredText } from '../measure/index.ts';
import { ERRORS_STYLE } from './errors-style.ts';
import { Html, html } from './html.ts';
import { type Mark, markedText } from './marked-text.ts';
import { pageFrame } from './page-frame.ts';

const OUTCOMES = ['matched', 'wrong', 'missed', 'spurious'] as const;

const MEANINGS: Readonly<Record<(typeof OUTCOMES)[number], string>> = {
  matched: 'read as it was annotated',
  wrong: 'read, with a field that differs, is missing or should not be there',
  missed: 'annotated, and nothing was read of it',
  spurious: 'read, and not annotated',
};

/**
 * What was read held against what was annotated, as one page: the score on top, then each text with its claims marked
 * and every claim matched, wrong, missed or spurious, field by field. Claims can be chosen by outcome, type and field
 * without a script. Self-contained; everything that came from a text or an annotation is escaped. Fails: never.
 */
export function errorsPage({ texts, score, strict, unannotated, unread }: Measured): string {
  const claims = texts.flatMap((one) => one.claims);
  const types = sorted(claims.map(({ type }) => type));
  const fields = sorted(claims.flatMap((claim) => wrongFields(claim).map(({ field }) => field)));
  let number = 0;
  const sections = texts.map((one) => {
    const first = number + 1;
    number += one.claims.length;
    return textSection(one, first);
  });
  const left = [
    unannotated.length === 0 ? undefined : `not annotated, and left out: ${unannotated.join(', ')}`,
    unread.length === 0 ? undefined : `annotated, and not among the texts: ${unread.join(', ')}`,
  ].filter((part) => part !== undefined);
  const body = html`<main>
<header>
<h1>What was read, against what was annotated</h1>
<p class="meta">${texts.length} ${texts.length === 1 ? 'text' : 'texts'}, ${claims.length} claims.${left.length === 0 ? '' : ` ${left.join('; ')}.`}</p>
<ul class="counts">
${OUTCOMES.map((outcome) => html`<li class="${outcome}">${claims.filter((claim) => claim.outcome === outcome).length} ${outcome}: ${MEANINGS[outcome]}</li>\n`)}</ul>
</header>
${totals(score, strict)}<h2 id="texts">Texts</h2>
${filters(types, fields)}${sections}</main>
`;
  return pageFrame(
    'What was read, against what was annotated',
    body,
    html`${ERRORS_STYLE}${rules(types, fields)}`,
  );
}

const sorted = (names: readonly string[]): readonly string[] => [...new Set(names)].sort();
const wrongFields = ({ fields }: MeasuredClaim): readonly FieldOutcome[] =>
  fields.filter(({ outcome }) => outcome !== 'matched');

function totals(score: Score, strict: Score): Html {
  const counts = [
    ['core fields', score.core],
    ['all fields', score.overall],
    ['core fields, strict', strict.core],
    ['all fields, strict', strict.overall],
  ] as const;
  const shares: readonly (readonly [name: string, share: Share])[] = [
    ['status', score.status],
    ['status, grouped', score.statusGrouped],
    ['basis of a valuation', score.basis],
    ['qualifier of an amount', score.qualifier],
    ['whole rounds', score.wholeRounds],
    ['texts without a claim, clean', score.negatives],
  ];
  return html`<h2>Score</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Score"><table>
<thead><tr><th scope="col">facts</th><th scope="col" class="number">F1</th><th scope="col" class="number">precision</th><th scope="col" class="number">recall</th><th scope="col" class="number">found</th><th scope="col" class="number">spurious</th><th scope="col" class="number">missed</th></tr></thead>
<tbody>
${counts.map(
  ([name, { f1, precision, recall, tp, fp, fn }]) =>
    html`<tr><th scope="row">${name}</th>${[f1, precision, recall].map((share) => cell(share.toFixed(3)))}${[tp, fp, fn].map((count) => cell(String(count)))}</tr>\n`,
)}</tbody>
</table></div>
<p class="meta">${shares
    .map(
      ([name, { of, right, share }]) =>
        `${name} ${right} of ${of}${share === undefined ? '' : ` (${share.toFixed(3)})`}`,
    )
    .join('; ')}.</p>
`;
}

const cell = (text: string): Html => html`<td class="number">${text}</td>`;

/** An id or a class for a word of the page; names in annotations can be anything. */
const token = (kind: string, name: string): string => `${kind}-${name.replace(/[^a-z0-9_]/gi, '')}`;

function filters(types: readonly string[], fields: readonly string[]): Html {
  const choice = (
    kind: string,
    legend: string,
    names: readonly string[],
  ): Html => html`<fieldset><legend>${legend}</legend>
<label><input type="radio" name="${kind}" id="${token(kind, 'all')}" checked> all</label>
${names.map((name) => html`<label><input type="radio" name="${kind}" id="${token(kind, name)}"> ${name.replaceAll('_', ' ')}</label>\n`)}</fieldset>\n`;
  return html`<div class="filters" role="group" aria-label="Show only">
${choice('outcome', 'Outcome', ['error', ...OUTCOMES])}${choice('type', 'Type', types)}${choice('field', 'Field that errs', fields)}<fieldset><legend>Texts</legend>
<label><input type="checkbox" id="with-errors"> only with errors</label></fieldset>
</div>\n`;
}

/** The rules that hide what was not chosen, and the texts that are left without a claim by one choice or by two. */
function rules(types: readonly string[], fields: readonly string[]): Html {
  const groups = [
    ['error', ...OUTCOMES].map((name) => token('outcome', name)),
    types.map((name) => token('type', name)),
    fields.map((name) => token('field', name)),
  ];
  const one = groups
    .flat()
    .map((of) => `body:has(#${of}:checked) :is(.claim:not(.${of}), .text:not(:has(.${of})))`);
  const two = groups.flatMap((group, at) =>
    groups
      .slice(at + 1)
      .flat()
      .flatMap((other) =>
        group.map((of) => `body:has(#${of}:checked):has(#${other}:checked) .text:not(:has(.${of}.${other}))`),
      ),
  );
  const clean = 'body:has(#with-errors:checked) .text.clean';
  return new Html(`${[...one, ...two, clean].join(',\n')} { display: none; }\n`);
}

function textSection({ id, title, publisher, published, text, claims }: MeasuredText, first: number): Html {
  // The innermost of marks that lie over one another decides how the words look.
  const marks = claims
    .flatMap((claim, index): readonly Mark[] =>
      claim.span === undefined
        ? []
        : [{ span: claim.span, number: first + index, kind: claim.outcome, anchor: `c${first + index}` }],
    )
    .sort((one, other) => one.span[1] - one.span[0] - (other.span[1] - other.span[0]));
  const counts = OUTCOMES.map(
    (outcome) => [outcome, claims.filter((claim) => claim.outcome === outcome).length] as const,
  ).filter(([, count]) => count > 0);
  const isClean = claims.every(({ outcome }) => outcome === 'matched');
  const about = [published, publisher].filter((part) => part !== undefined).join(', ');
  return html`<details class="text${isClean ? ' clean' : ''}"${isClean ? '' : new Html(' open')}>
<summary>${id} <span dir="auto">${title}</span>${counts.map(([outcome, count]) => html` <span class="label ${outcome}">${count} ${outcome}</span>`)}</summary>
<p class="meta">${about}</p>
<div class="columns">
<div>
${markedText(text, marks)}</div>
<div>
${claims.length === 0 ? html`<p>No claim was annotated and none was read.</p>\n` : claims.map((claim, index) => claimSection(claim, first + index))}</div>
</div>
</details>\n`;
}

function claimSection(claim: MeasuredClaim, number: number): Html {
  const { outcome, type, about, fields, isOptional, expectedQuote, readQuote, span } = claim;
  const errors = wrongFields(claim);
  const classes = [
    'claim',
    outcome,
    token('outcome', outcome),
    token('type', type),
    ...(outcome === 'matched' ? [] : [token('outcome', 'error')]),
    ...new Set(errors.map(({ field }) => token('field', field))),
  ];
  const label = [type.replaceAll('_', ' '), outcome, ...(isOptional ? ['optional'] : [])].join(' · ');
  const place =
    span === undefined
      ? html`<span class="number">${number}</span>`
      : html`<a class="number" href="#p${number}" aria-label="claim ${number}, to its place in the text">${number}</a>`;
  const right = fields.filter(({ outcome: one }) => one === 'matched');
  const rightWords = right.map(
    ({ type: of, field, expected }) => `${nameOf(of, field, type)} ${valueText(expected)}`,
  );
  return html`<section class="${classes.join(' ')}" id="c${number}">
<p>${place}<span class="label">${label}</span>${about === undefined ? undefined : html` <b dir="auto">${about}</b>`}</p>
${quoteLine('annotated', expectedQuote)}${readQuote === expectedQuote ? undefined : quoteLine('read', readQuote)}${
  errors.length === 0 ? undefined : html`<ul>\n${errors.map((one) => fieldLine(one, type))}</ul>\n`
}${rightWords.length === 0 ? undefined : html`<p class="soft">right: ${rightWords.join('; ')}</p>\n`}</section>\n`;
}

const quoteLine = (who: string, quote: string | undefined): Html | undefined =>
  quote === undefined
    ? undefined
    : html`<p><span class="soft">${who}:</span> <q dir="auto">${quote}</q></p>\n`;

/** A valuation that a round brings with it is a fact of another type than the round. */
const nameOf = (type: string, field: string, claimType: string): string =>
  (type === claimType ? field : `${type} ${field}`).replaceAll('_', ' ');

function fieldLine(one: FieldOutcome, claimType: string): Html {
  const { outcome, type, field, expected, read, expectedOf, readOf } = one;
  const name = html`<b class="field">${nameOf(type, field, claimType)}</b>`;
  const withParty = (value: unknown, party: string | undefined): string =>
    `${valueText(value)}${party === undefined ? '' : ` (of ${party})`}`;
  if (outcome === 'missed') return html`<li>${name} missed: expected ${valueText(expected)}</li>\n`;
  if (outcome === 'spurious') return html`<li>${name} spurious: read ${withParty(read, readOf)}</li>\n`;
  return html`<li>${name} wrong: expected ${withParty(expected, expectedOf)}, read ${withParty(read, readOf)}</li>\n`;
}

/** A value of a claim in words: amounts with their currency, conversions as an equation. */
function valueText(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value !== 'object') return String(value);
  const { currency, value: sum, min, max, qualifier, from, to } = value as Readonly<Record<string, unknown>>;
  if (from !== undefined && to !== undefined) return `${valueText(from)} = ${valueText(to)}`;
  const size = sum === undefined ? `${numberText(min)} to ${numberText(max)}` : numberText(sum);
  const how =
    qualifier === undefined || qualifier === 'exact' ? '' : `${String(qualifier).replaceAll('_', ' ')} `;
  return `${how}${String(currency)} ${size}`;
}

const numberText = (value: unknown): string =>
  typeof value === 'number'
    ? value.toLocaleString('en-US', { maximumFractionDigits: 6 })
    : String(value ?? '?');
