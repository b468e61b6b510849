import type { DealView, EventView, TermView, TrancheView } from '@tranche/service/views';
import { paragraph, type Styles, stylesOf, table } from '../terminal/index.ts';
import type { Context } from './context.ts';
import { evidenceLines } from './evidence-lines.ts';
import { judgementText } from './print-judgements.ts';

/** Of a value that was passed over; there can be dozens. */
const EVIDENCE_SHOWN = 2;

/** Everything of a deal, section by section; a section without content is left out. */
export function printDeal({ io }: Context, deal: DealView): void {
  const styles = stylesOf(io.colours);
  const width = io.columns;
  const sections = [
    heading(deal, width, styles),
    section('Terms', termsTable(deal, width), styles),
    section(
      'Tranches',
      deal.tranches.map((tranche) => trancheText(tranche, width, styles)).join('\n\n'),
      styles,
    ),
    section('Committed and drawn', payersTable(deal, width), styles),
    section('Implied stakes', stakesTable(deal, width), styles),
    section('Sums', sumsText(deal, width), styles),
    section('Passed over', conflictsText(deal.conflictsPassedOver, width, styles), styles),
    section(
      'Assumptions',
      deal.assumptions.map(({ text }) => paragraph(text, width, '  ', '- ')).join('\n'),
      styles,
    ),
    section(
      'Judgements',
      deal.judgements.map((judgement) => judgementText(judgement, width)).join('\n'),
      styles,
    ),
    section('Events', eventsTable(deal.events, width), styles),
  ];
  io.out(`${sections.filter((text) => text !== '').join('\n\n')}\n`);
}

function payersTable(deal: DealView, width: number): string {
  const { committed, drawn, undrawn } = deal.totals;
  const rows = deal.payers.map((payer) => [
    payer.payer,
    payer.share,
    payer.committed.text,
    payer.drawn.text,
    payer.undrawn.text,
  ]);
  const total = ['in all', '', committed.text, drawn.text, undrawn.text];
  return table(
    [
      { title: 'payer', grows: true },
      { title: 'money' },
      ...['committed', 'drawn', 'undrawn'].map((title) => ({ title, grows: true })),
    ],
    [...rows, total],
    width,
  );
}

/** Each term with how many other values were passed over, and the rule that picked it as a numbered note. */
function termsTable(deal: DealView, width: number): string {
  const rules = [...new Set(deal.terms.map(({ rule }) => rule))];
  const rows = deal.terms.map(({ label, text, rule, alternatives }) => [
    label,
    text,
    alternatives.length === 0 ? '' : String(alternatives.length),
    String(rules.indexOf(rule) + 1),
  ]);
  const columns = [
    { title: 'term' },
    { title: 'value', grows: true },
    { title: 'passed over', align: 'right' as const },
    { title: 'rule', align: 'right' as const },
  ];
  const notes = rules.map((rule, index) => paragraph(rule, width, '', `rule ${index + 1}: `));
  return [table(columns, rows, width), ...notes].join('\n');
}

function eventsTable(events: readonly EventView[], width: number): string {
  if (events.length === 0) return '';
  const rows = events.map(({ knownFrom, happened, kind, text }) => [
    knownFrom,
    happened ?? '',
    kind.replaceAll('_', ' '),
    text,
  ]);
  return table(
    [{ title: 'known from' }, { title: 'happened' }, { title: 'what' }, { title: '', grows: true }],
    rows,
    width,
  );
}

function heading(deal: DealView, width: number, styles: Styles): string {
  const { id, title, asOf, knownOn, sources, statements, conflicts } = deal;
  const dates = `as of ${asOf}, as known on ${knownOn}`;
  const counts = `${statements} statements from ${sources} sources, ${conflicts} conflicts`;
  return `${styles.bold(title)}\n${styles.dim(paragraph(`${id} · ${dates} · ${counts}`, width))}`;
}

const section = (title: string, text: string, styles: Styles): string =>
  text === '' ? '' : `${styles.bold(title)}\n${text}`;

function trancheText(tranche: TrancheView, width: number, styles: Styles): string {
  const { label, amount, money, status, planned, paid, condition, conditionState, fallback, slices, joins } =
    tranche;
  const dates = [planned === undefined ? '' : `planned ${planned}`, paid === undefined ? '' : `paid ${paid}`];
  const about = [amount.text, money, status.replaceAll('_', ' '), ...dates].filter((part) => part !== '');
  const columns = [
    { title: 'payer', grows: true },
    { title: 'money' },
    ...['planned', 'committed', 'drawn', 'undrawn'].map((title) => ({ title, grows: true })),
    { title: 'status' },
  ];
  const rows = slices.map((slice) => [
    slice.payer,
    slice.share,
    slice.planned?.text ?? '',
    slice.committed.text,
    slice.drawn.text,
    slice.undrawn.text,
    slice.status.replaceAll('_', ' '),
  ]);
  return [
    paragraph(`${label}: ${about.join(', ')}`, width),
    ...(condition === undefined
      ? []
      : [paragraph(`${condition} (${conditionState})`, width, '  ', 'condition: ')]),
    ...fallback.map(({ text }) => paragraph(text, width, '  ', 'otherwise: ')),
    ...joins.map((join) => styles.dim(paragraph(join, width, '  ', 'joined: '))),
    ...(rows.length === 0 ? [] : [table(columns, rows, width)]),
  ].join('\n');
}

function stakesTable(deal: DealView, width: number): string {
  if (deal.impliedStakes.length === 0) return '';
  const nodes = new Map(deal.derivation.nodes.map((node) => [node.id, node]));
  const rows = deal.impliedStakes.map(({ label, basis, figure }) => [
    label,
    figure.text,
    basis,
    nodes.get(figure.node)?.numbers ?? '',
  ]);
  const columns = [
    { title: 'stake', grows: true },
    { title: 'share' },
    { title: 'basis', grows: true },
    { title: 'how', grows: true },
  ];
  return table(columns, rows, width);
}

const sumsText = (deal: DealView, width: number): string =>
  deal.reconciliations
    .map(({ label, parts, sum, stated, remainder, agrees }) => {
      const terms = parts.map((part) => `${part.text} (${part.label})`).join(' + ');
      const verdict = agrees ? 'it agrees' : `the remainder is ${remainder.text}`;
      return paragraph(
        `${label}: ${terms} = ${sum.text}, beside a stated ${stated.text}: ${verdict}`,
        width,
        '  ',
        '- ',
      );
    })
    .join('\n');

const conflictsText = (terms: readonly TermView[], width: number, styles: Styles): string =>
  terms
    .map(({ label, text, alternatives }) =>
      [
        paragraph(`${label}: ${text}`, width, '  '),
        ...alternatives.flatMap((other) => [
          paragraph(
            `${other.text}: ${other.passedOverBecause}${other.effect === undefined ? '' : `; ${other.effect}`}`,
            width,
            '    ',
            'not ',
          ),
          ...evidenceLines(other.evidence, width, '        ', EVIDENCE_SHOWN).map(styles.dim),
        ]),
      ].join('\n'),
    )
    .join('\n');
