import type {
  CommittedDrawnAnswerView,
  DerivationNodeView,
  ModelAnswerView,
  ModelView,
  OwnershipAnswerView,
  ProceedsAnswerView,
  RoundTermsAnswerView,
} from '@tranche/service/views';
import { paragraph, type Styles, stylesOf, table } from '../terminal/index.ts';
import type { Context } from './context.ts';

const right = 'right' as const;

/** The answers of a deal file's own figures, one after another; how each came about when that is asked for. */
export function printModel({ io }: Context, model: ModelView, explain: string | true | undefined): void {
  const styles = stylesOf(io.colours);
  const width = io.columns;
  const heading = `${styles.bold(model.name)}\n${styles.dim(
    paragraph(`${model.company} · ${model.currency} · as of ${model.asOf}`, width),
  )}`;
  const answers = model.answers.map((answer) => answerText(answer, width, styles));
  const assumed = model.assumptions.map(({ text }) => paragraph(text, width, '', 'assumed: '));
  const parts = [heading, ...answers, ...(assumed.length === 0 ? [] : [assumed.join('\n')])];
  if (explain !== undefined) parts.push(explanationText(model, explain, width, styles));
  io.out(`${parts.join('\n\n')}\n`);
}

function answerText(answer: ModelAnswerView, width: number, styles: Styles): string {
  const details = detailsText(answer, width, styles);
  return [
    styles.bold(answer.title),
    paragraph(answer.answer, width),
    styles.dim(paragraph(`${answer.basis}; as of ${answer.asOf}`, width)),
    ...answer.assumptions.map(({ text }) => paragraph(text, width, '', 'assumed: ')),
    ...(details === '' ? [] : ['', details]),
  ].join('\n');
}

function detailsText(answer: ModelAnswerView, width: number, styles: Styles): string {
  switch (answer.question) {
    case 'ownership':
      return ownershipTable(answer, width);
    case 'round_terms':
      return roundText(answer, width);
    case 'committed_drawn':
      return tranchesText(answer, width, styles);
    case 'proceeds':
      return proceedsText(answer, width, styles);
  }
}

function ownershipTable({ rows, total }: OwnershipAnswerView, width: number): string {
  const lines = rows.map(({ holder, shares, ownership, parts }) => [
    holder,
    shares.text,
    ownership?.text ?? '',
    parts.length < 2 ? '' : parts.map((part) => `${part.shares.text} ${part.label}`).join('; '),
  ]);
  const columns = [
    { title: 'holder', grows: true },
    { title: 'shares', align: right },
    { title: 'ownership', align: right },
    { title: 'made of', grows: true },
  ];
  const used = rows.some(({ parts }) => parts.length > 1) ? 4 : 3;
  const all = [...lines, ['in all', total.text, rows.length === 0 ? '' : '100 %', '']];
  return table(
    columns.slice(0, used),
    all.map((line) => line.slice(0, used)),
    width,
  );
}

function roundText({ terms, investors, convertibles }: RoundTermsAnswerView, width: number): string {
  const parts = [
    table(
      [{ title: 'term' }, { title: 'value', align: right }],
      terms.map(({ label, figure }) => [label, figure.text]),
      width,
    ),
    table(
      [
        { title: 'new money', grows: true },
        ...['amount', 'shares', 'ownership'].map((title) => ({ title, align: right })),
      ],
      investors.map(({ investor, amount, shares, ownership }) => [
        investor,
        amount.text,
        shares.text,
        ownership.text,
      ]),
      width,
    ),
  ];
  if (convertibles.length === 0) return parts.join('\n\n');
  const converted = table(
    [
      { title: 'converts' },
      { title: 'held by', grows: true },
      { title: 'by' },
      ...['balance', 'price', 'shares', 'ownership'].map((title) => ({ title, align: right })),
    ],
    convertibles.map(({ id, holder, by, balance, conversionPrice, shares, ownership }) => [
      id,
      holder,
      by,
      balance.text,
      conversionPrice.text,
      shares.text,
      ownership.text,
    ]),
    width,
  );
  return [...parts, converted].join('\n\n');
}

/** The same three sums as of a reported deal, per payer. */
function tranchesText({ closings, payers, totals }: CommittedDrawnAnswerView, width: number, styles: Styles) {
  const sums = ['committed', 'drawn', 'undrawn'].map((title) => ({ title, align: right }));
  const byPayer = table(
    [
      { title: 'payer', grows: true },
      ...sums,
      { title: 'shares', align: right },
      { title: 'on condition of', grows: true },
    ],
    [
      ...payers.map(({ payer, committed, drawn, undrawn, shares, milestone }) => [
        payer,
        committed?.text ?? '',
        drawn.text,
        undrawn?.text ?? '',
        shares.text,
        milestone ?? '',
      ]),
      ['in all', totals.committed.text, totals.drawn.text, totals.undrawn?.text ?? '', '', ''],
    ],
    width,
  );
  const each = closings.map((closing) => {
    const about = [closing.amount.text, closing.status, closing.date, `at ${closing.price.text}`];
    const after = [
      ...(closing.postMoney === undefined ? [] : [`post-money ${closing.postMoney.text}`]),
      ...(closing.newOwnership === undefined
        ? []
        : [`${closing.newOwnership.text} of the company sold so far`]),
    ];
    return [
      paragraph(`${styles.bold(closing.id)}: ${[...about, ...after].join(', ')}`, width),
      ...(closing.milestone === undefined ? [] : [paragraph(closing.milestone, width, '  ', 'milestone: ')]),
      table(
        [
          { title: 'payer', grows: true },
          { title: 'amount', align: right },
          { title: 'shares', align: right },
        ],
        closing.payers.map(({ payer, amount, shares }) => [payer, amount.text, shares.text]),
        width,
      ),
      ...closing.proRata.map(({ holder, percent, amount }) =>
        paragraph(`${holder} may take ${percent.text}: ${amount.text}`, width, '  ', 'pro rata: '),
      ),
    ].join('\n');
  });
  return [byPayer, ...each].join('\n\n');
}

function proceedsText({ exits, conversions }: ProceedsAnswerView, width: number, styles: Styles): string {
  if (exits.length === 0) return '';
  const values = exits.map(({ exitValue }) => exitValue.text);
  const classes = [...new Set(exits.flatMap((exit) => exit.classes.map(({ id }) => id)))];
  const holders = [...new Set(exits.flatMap((exit) => exit.holders.map(({ holder }) => holder)))];
  const deductions = [...new Set(exits.flatMap((exit) => exit.deductions.map(({ label }) => label)))];
  const columns = (title: string) => [
    { title, grows: true },
    ...values.map((value) => ({ title: `at ${value}`, align: right })),
  ];
  const byClass = table(
    columns('class'),
    [
      ...deductions.map((label) => [
        `(${label})`,
        ...exits.map((exit) => exit.deductions.find((one) => one.label === label)?.amount.text ?? ''),
      ]),
      ...classes.map((id) => [
        id,
        ...exits.map((exit) => {
          const found = exit.classes.find((one) => one.id === id);
          const decision = found?.decision === undefined ? '' : ` (${found.decision})`;
          return found === undefined ? '' : `${found.payout.text}${decision}`;
        }),
      ]),
      ['per common share', ...exits.map(({ commonPerShare }) => commonPerShare.text)],
    ],
    width,
  );
  const byHolder = table(
    columns('holder'),
    holders.map((holder) => [
      holder,
      ...exits.map((exit) => exit.holders.find((one) => one.holder === holder)?.amount.text ?? ''),
    ]),
    width,
  );
  const converts = conversions.map(({ id, preference, convertsAt }) =>
    paragraph(
      `${id} takes its preference of ${preference.text}${convertsAt === undefined ? '' : `, and converts when more than ${convertsAt.text} is left after deductions`}`,
      width,
      '  ',
      '- ',
    ),
  );
  return [byClass, byHolder, [styles.bold('Preference or conversion'), ...converts].join('\n')].join('\n\n');
}

/** The steps that lead to the figures whose name holds some words, or to every figure; each step once, inputs first. */
function explanationText(model: ModelView, wanted: string | true, width: number, styles: Styles): string {
  const { nodes } = model.derivation;
  const words = wanted === true ? '' : wanted.toLowerCase();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const meant = new Set<string>();
  const stack = nodes.filter(({ label }) => label.toLowerCase().includes(words)).map(({ id }) => id);
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (meant.has(id)) continue;
    meant.add(id);
    stack.push(...(byId.get(id)?.operands ?? []));
  }
  const steps = nodes.filter(({ id }) => meant.has(id)).map((node) => stepText(node, width));
  const conditions =
    wanted === true ? model.conditions.map((condition) => paragraph(condition, width, '  ', '- ')) : [];
  return [
    styles.bold('How it came about'),
    ...(steps.length === 0 ? [`nothing is called "${wanted}"`] : steps),
    ...(conditions.length === 0 ? [] : ['', styles.bold('What proves the choices'), ...conditions]),
  ].join('\n');
}

const stepText = ({ label, words, numbers }: DerivationNodeView, width: number): string =>
  `${paragraph(`${label}: ${words}`, width)}\n${paragraph(numbers, width, '  ')}`;
