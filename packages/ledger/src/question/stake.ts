import { GraphBuilder } from '@tranche/core/formula';
import { ok, type Result } from '@tranche/core/result';
import { controlOf, READ_AS_TOTAL, REST_IS_OTHERS } from '../ownership/index.ts';
import type { Answer, AnswerRow } from './answer.ts';
import { companySubject } from './company-subject.ts';
import { ownership } from './ownership.ts';
import type { Question, QuestionContext } from './question.ts';
import { conflictsOfHolding, SHARE_COLUMNS } from './shares.ts';
import { type StakeKnown, stakeKnown } from './stake-known.ts';
import { rowsOfStake } from './stake-rows.ts';
import { controlWords, stakeSentence } from './stake-words.ts';
import { partySubject } from './subject.ts';

/**
 * What a holder has of a company: as stated, with every percentage beside its basis and day; or through all levels,
 * between what the known holdings give and what is not disclosed.
 * Without a holder, of every holder. Fails: UNKNOWN_SUBJECT.
 */
export const stake: Question = {
  name: 'stake',
  about: 'what one holder has of a company: every percentage stated, and the range through all levels',
  of: 'a company by name',
  by: ['any', 'direct', 'look_through'],
  takes: ['holder'],
  answer: (context, { of, by, holder }) => {
    if (holder === undefined) return stakesOfAll(context, of, by);
    const company = companySubject(context, of);
    if (!company.ok) return company;
    const builder = new GraphBuilder();
    const { id: party, name } = partySubject(context, holder);
    const known = stakeKnown(context, builder, company.value, { party, name });
    if (!known.ok) return known;
    const asked = by ?? 'any';
    const value = answeringNode(known.value, asked);
    const control = controlOf(builder, context.ledger, company.value.issuer, context, context.rule);
    const rows = rowsOfStake(builder, known.value);
    const opens = value !== undefined && value === known.value.range?.node;
    const answer: Answer = {
      question: 'stake',
      subject: `${party} in ${company.value.issuer}`,
      asOf: context.asOf,
      knownOn: context.knownOn,
      answer: `${stakeSentence(builder, known.value, asked, value)}${controlWords(control, party)}`,
      decided: value !== undefined,
      basis:
        asked === 'direct'
          ? 'held by the holder itself, as stated'
          : asked === 'look_through'
            ? 'direct holdings as stated, multiplied along every way, and what is not disclosed within its bounds'
            : 'as stated, through all levels where a total is; percentages on different bases are no contradiction',
      ...(value === undefined ? {} : { value }),
      columns: [{ key: 'what', title: 'what' }, ...SHARE_COLUMNS, { key: 'counts', title: 'counts' }],
      rows,
      conflicts: known.value.holding === undefined ? [] : conflictsOfHolding(builder, known.value.holding),
      remainders: [],
      missing: missingOf(known.value, asked),
      assumptions: [
        ...(known.value.holding?.isReadAsTotal === true ? [READ_AS_TOTAL] : []),
        ...((opens || known.value.explanation !== undefined) && known.value.isRestOfOthers
          ? [REST_IS_OTHERS]
          : []),
        ...(control.links.some((link) => link.holder === party) ? control.assumptions : []),
      ],
      statements: [
        ...new Set([...rows.flatMap((row: AnswerRow) => row.statements), ...known.value.wayStatements]),
      ],
      graph: builder.build(),
    };
    return ok(answer);
  },
};

function stakesOfAll(context: QuestionContext, of: string, by: string | undefined): Result<Answer> {
  const all = ownership.answer(context, { of, by: by === 'look_through' ? by : 'stated' });
  return all.ok ? ok({ ...all.value, question: 'stake' }) : all;
}

/** The node that answers; undefined when nothing stated bears on it. */
function answeringNode(
  { holding, range, lower, isIndirect, directRange }: StakeKnown,
  by: string,
): string | undefined {
  if (by === 'direct') return holding?.direct?.node ?? directRange;
  if (by === 'look_through') return lower === undefined ? undefined : range?.node;
  return holding?.total?.node ?? (isIndirect ? range?.node : holding?.direct?.node);
}

function missingOf(
  { holder, company, holding, open, explanation, conflict, isIndirect }: StakeKnown,
  by: string,
): readonly string[] {
  if (conflict !== undefined) return [`shares that fit together: ${conflict}`];
  const others = explanation?.alone.map(({ edge }) => edge) ?? [];
  const isTold = holding?.direct !== undefined || holding?.total !== undefined;
  // Behind a share that is stated, and with no way known through others, nothing is asked unless one asks for it.
  const isAsked = by === 'look_through' || isIndirect || !isTold;
  const asked = others.length > 0 ? others : isAsked ? open : [];
  return [
    ...(!isTold ? [`a statement of what ${holder.name} holds of ${company.name}`] : []),
    ...asked
      .filter(({ assetName }) => assetName !== company.name)
      .map(({ assetName }) => `what ${holder.name} holds of ${assetName}`),
  ];
}
