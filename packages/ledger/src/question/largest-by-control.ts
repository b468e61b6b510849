import { GraphBuilder } from '@tranche/core/formula';
import { ok, type Result } from '@tranche/core/result';
import type { IssuerKnowledge } from '../deal/index.ts';
import { type Control, type ControlLink, controlOf, statedHoldings } from '../ownership/index.ts';
import { type Answer, type AnswerRow, words } from './answer.ts';
import { companySubject, controlMissing } from './company-subject.ts';
import type { QuestionContext } from './question.ts';
import { conflictOfShare, SHARE_COLUMNS, shareCells, shareInWords } from './shares.ts';

/**
 * Who controls a company, step by step, beside who holds the largest share: control and economics are two things.
 * Fails: UNKNOWN_SUBJECT.
 */
export function largestByControl(context: QuestionContext, of: string): Result<Answer> {
  const company = companySubject(context, of);
  if (!company.ok) return company;
  const { ledger, asOf, knownOn, rule } = context;
  const builder = new GraphBuilder();
  const { issuer } = company.value;
  const control = controlOf(builder, ledger, issuer, context, rule);
  const name = company.value.nameOf(issuer);
  const isTold = control.links.length > 0;
  const told = isTold ? control.links : control.rivals;
  const economics = largestShare(builder, company.value, context);
  return ok({
    question: 'largest_investor',
    subject: issuer,
    asOf,
    knownOn,
    answer: [sentence(name, control), ...(economics === undefined ? [] : [economics])].join('; '),
    decided: isTold,
    basis:
      'who is stated to control, else who is stated to hold more than half of the shares; the last word counts, and a share of the profits is no control',
    columns: [
      { key: 'controls', title: 'who controls' },
      { key: 'company', title: 'whom' },
      { key: 'how', title: 'how' },
      { key: 'since', title: 'said for' },
      ...SHARE_COLUMNS,
    ],
    rows: told.map(rowOf),
    conflicts: told.flatMap(({ holderName, companyName, share }) =>
      share === undefined
        ? []
        : conflictOfShare(builder, `stake of ${holderName} in ${companyName}`, share, share.passedOver),
    ),
    remainders: [],
    missing:
      control.rivals.length > 0
        ? [`which of those named controls ${control.rivals[0]?.companyName ?? name}`]
        : isTold
          ? []
          : [controlMissing(name)],
    assumptions: control.assumptions,
    statements: [
      ...new Set(told.flatMap(({ statements, share }) => [...statements, ...(share?.statements ?? [])])),
    ],
    graph: builder.build(),
  });
}

const rowOf = ({ holderName, companyName, how, on, share, statements }: ControlLink): AnswerRow => ({
  cells: {
    controls: words(holderName),
    company: words(companyName),
    how: words(how),
    since: words(on),
    ...(share === undefined ? { share: words('not stated') } : shareCells(share)),
  },
  statements,
});

function sentence(company: string, { links, rivals }: Control): string {
  const [first, ...more] = links;
  const last = more.at(-1);
  const disputed = rivals.map(({ holderName }) => holderName).join(' or ');
  if (first === undefined) {
    return rivals.length > 0
      ? `cannot tell: ${disputed} is stated to control ${company}`
      : `cannot tell: nobody is stated to control ${company}, or to hold more than half of its shares`;
  }
  const step = ({ holderName, companyName, how, on }: ControlLink): string =>
    `${holderName} controls ${companyName} (${how}, as of ${on})`;
  if (last === undefined) return step(first);
  return `${last.holderName} controls ${company}, step by step: ${links.toReversed().map(step).join('; ')}`;
}

/** The largest share that is stated of one holder, with its basis and day. */
function largestShare(
  builder: GraphBuilder,
  company: IssuerKnowledge,
  context: QuestionContext,
): string | undefined {
  const [first] = statedHoldings(builder, company, context, context.rule)
    .flatMap(({ name, isGroup, direct }) => {
      const low = direct === undefined || isGroup ? undefined : builder.boundsOf(direct.node).low;
      return direct === undefined || low === undefined ? [] : [{ name, direct, low }];
    })
    .toSorted((one, other) => other.low.compare(one.low));
  return first === undefined
    ? undefined
    : `the largest share stated is that of ${first.name}, ${shareInWords(builder, first.direct)}`;
}
