import { GraphBuilder } from '@tranche/core/formula';
import { fail, ok, type Result } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import {
  checkClaim,
  checkDocument,
  evidenceOfLedger,
  type Finding,
  graft,
  type Opinion,
  sentenceOf,
  type Verdict,
  type VerdictKind,
} from '../check/index.ts';
import type { LedgerClaim } from '../claim/index.ts';
import type { Source } from '../source/index.ts';
import { tellingsOf } from '../statement/index.ts';
import { type Answer, type AnswerConflict, type AnswerRow, words } from './answer.ts';
import type { Question, QuestionContext } from './question.ts';

/** What was checked: a claim as a sentence, or the words of a headline. */
interface Checked {
  readonly said: string;
  readonly verdict: Verdict;
  readonly ids: readonly string[];
}

interface Subject {
  readonly id: string;
  readonly source: Source;
  readonly published: PlainDate;
  /** One claim only; all of the source where none is named. */
  readonly claim?: LedgerClaim;
}

/**
 * Whether a claim holds, or each claim of a source: as known on the day of its text, and as known on the day asked
 * about, which decides. The text is never evidence for itself. Fails: UNKNOWN_SUBJECT (no such claim or source, or it
 * was not published by the day).
 */
export const check: Question = {
  name: 'check',
  about: 'whether a claim holds, or each claim of a text: as known on its own day and on the day asked about',
  of: 'the id of a claim or of a source',
  answer: (context, { of }) => {
    const subject = subjectOf(context, of);
    if (!subject.ok) return subject;
    return ok(answerOf(context, subject.value, checkedOf(context, subject.value)));
  },
};

function subjectOf({ ledger, knownOn }: QuestionContext, of: string): Result<Subject> {
  const claim = ledger.claims.find(({ id }) => id === of);
  const source = ledger.sources.find(({ id }) => id === (claim?.sourceId ?? of));
  const published = source?.published;
  if (source === undefined || published === undefined || published > knownOn) {
    const why =
      source === undefined
        ? `there is no claim and no source "${of.slice(0, 80)}"`
        : `it was not published by ${knownOn}`;
    return fail('UNKNOWN_SUBJECT', 'of', why, { expected: 'the id of a claim or of a source' });
  }
  return ok({ id: of, source, published, ...(claim === undefined ? {} : { claim }) });
}

function checkedOf(
  { ledger, rates, league, figuresOf, knownOn }: QuestionContext,
  { source, published, claim }: Subject,
): readonly Checked[] {
  const claims = ledger.claims.filter(({ sourceId }) => sourceId === source.id);
  const asked = {
    spokenOn: published,
    today: knownOn,
    ...(source.publisher === undefined ? {} : { publisher: source.publisher }),
    tellings: tellingsOf(ledger, source),
    tier: source.tier,
    evidence: evidenceOfLedger(ledger, rates, league),
  };
  const one = (said: LedgerClaim, verdict: Verdict): Checked => ({
    said: sentenceOf(said.claim),
    verdict,
    ids: [said.id],
  });
  if (claim !== undefined) {
    const verdict = checkClaim({ ...asked, said: claim, document: claims });
    return verdict === undefined ? [] : [one(claim, verdict)];
  }
  const document = checkDocument({ ...asked, text: source.text, claims, figures: figuresOf(source) });
  return [
    ...document.errors.map(({ verdict, quote }) => ({ said: `Headline: “${quote}”`, verdict, ids: [] })),
    ...document.claims.map(({ said, verdict }) => one(said, verdict)),
  ];
}

const WORDS: Readonly<Record<VerdictKind, string>> = {
  supported: 'supported',
  contradicted: 'contradicted',
  mixed: 'mixed',
  cannot_tell: 'cannot tell',
};

/** The opinion as known on the day asked about: the later one, where more was known by then. */
const lastOf = ({ verdict }: Checked): Opinion => verdict.today ?? verdict;

function answerOf(
  { asOf, knownOn }: QuestionContext,
  { id, source, published, claim }: Subject,
  checked: readonly Checked[],
): Answer {
  const builder = new GraphBuilder();
  const put = (verdict: Verdict, findings: readonly Finding[]): AnswerRow[] =>
    findings.map(({ text, node, evidence }) => ({
      cells: {
        found: words(text),
        ...(node === undefined ? {} : { figure: { node: graft(builder, verdict.graph, node) } }),
      },
      statements: evidence,
    }));
  const rows = checked.flatMap((one): AnswerRow[] => [
    {
      cells: {
        claim: words(one.said),
        ...(published === knownOn ? {} : { on_its_day: words(WORDS[one.verdict.verdict]) }),
        verdict: words(WORDS[lastOf(one).verdict]),
        found: words(withCondition(lastOf(one))),
      },
      statements: [...new Set([...one.ids, ...lastOf(one).findings.flatMap(({ evidence }) => evidence)])],
    },
    // What a verdict rests on is told where one claim is asked about; of a whole text the verdicts are enough.
    ...(claim === undefined ? [] : put(one.verdict, lastOf(one).findings)),
  ]);
  const kinds = checked.map((one) => lastOf(one).verdict);
  const open = checked.filter((one) => lastOf(one).verdict === 'cannot_tell');
  return {
    question: 'check',
    subject: id,
    asOf,
    knownOn,
    answer: sentence(claim, source, checked, kinds),
    decided: kinds.some((kind) => kind !== 'cannot_tell'),
    isNo: kinds.includes('contradicted'),
    basis: `held against what others had said by ${knownOn}; what was known on its own day, ${published}, beside it`,
    columns: [
      { key: 'claim', title: 'claim' },
      ...(published === knownOn ? [] : [{ key: 'on_its_day', title: `on ${published}` }]),
      { key: 'verdict', title: `as known on ${knownOn}` },
      { key: 'found', title: 'what is found' },
      ...(claim === undefined ? [] : [{ key: 'figure', title: 'figure' }]),
    ],
    rows,
    conflicts: checked.flatMap(conflictOf),
    remainders: [],
    missing: open.map((one) => `what others say of this: ${one.said}`),
    assumptions: [
      {
        id: 'own-document',
        text: 'What the text itself says is no evidence for it, nor is another telling of the same story.',
      },
    ],
    statements: [
      ...new Set(
        checked.flatMap((one) => [...one.ids, ...lastOf(one).findings.flatMap(({ evidence }) => evidence)]),
      ),
    ],
    graph: builder.build(),
  };
}

const withCondition = ({ summary, condition }: Opinion): string =>
  condition === undefined || summary.includes(condition.replace(/^only /, ''))
    ? summary
    : `${summary} (${condition})`;

function sentence(
  claim: LedgerClaim | undefined,
  { title }: Source,
  checked: readonly Checked[],
  kinds: readonly VerdictKind[],
): string {
  const [only] = checked;
  if (only === undefined) {
    return claim === undefined
      ? `cannot tell: nothing in "${title}" is asserted that could be checked`
      : 'cannot tell: the text mentions it only to reject it';
  }
  if (claim !== undefined) {
    const { verdict, summary } = lastOf(only);
    return `${WORDS[verdict]}: ${summary}`;
  }
  const counts = Object.entries(WORDS)
    .map(([kind, name]) => [kinds.filter((one) => one === kind).length, name] as const)
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${count} ${name}`);
  const all = kinds.every((kind) => kind === 'cannot_tell') ? 'cannot tell: ' : '';
  return `${all}${title}: ${counts.join(', ')}`;
}

/** What the text says and what the evidence says, where they differ in whole or in part. */
function conflictOf(one: Checked): readonly AnswerConflict[] {
  const { verdict, summary, findings } = lastOf(one);
  if (verdict !== 'contradicted' && verdict !== 'mixed') return [];
  const evidence = [...new Set(findings.flatMap((finding) => finding.evidence))];
  return [
    {
      label: one.said,
      rule: 'the text and the evidence stand side by side; a check changes neither',
      statements: evidence,
      options: [{ cell: words(WORDS[verdict]), passedOverBecause: summary, statements: evidence }],
    },
  ];
}
