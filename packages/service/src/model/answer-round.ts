import { ok } from '@tranche/core/result';
import type { FigureView, RoundTermsAnswerView } from '../views/index.ts';
import { type Answering, type Asked, type Show, titled } from './answering.ts';
import type { Step } from './chain.ts';
import type { Stages } from './stages.ts';

const TERMS: readonly (readonly [keys: readonly string[], label: string])[] = [
  [['price_per_share'], 'price per share'],
  [['pre_money'], 'pre-money'],
  [['new_money'], 'new money'],
  [['post_money'], 'post-money'],
  [['effective_pre_money'], 'pre-money less the pool increase'],
  [['pre_money_shares'], 'shares the pre-money is divided by'],
  [['pool', 'increase'], 'pool increase'],
  [['pool', 'unissued_after'], 'unissued pool after'],
  [['new_shares'], 'new shares'],
  [['new_ownership'], 'owned by the new money'],
  [['post_total'], 'all shares after'],
];

/** The round as priced: its price, what converts into it and who buys. */
export function answerRound(
  stages: Stages,
  { question, path }: Asked<'round_terms'>,
): Answering<RoundTermsAnswerView> {
  const { round: stated } = stages.file;
  if (stated === undefined)
    return {
      ok: false,
      failure: stages.chain.failure('MISSING_FIELD', path, 'the file has no round', 'the section round'),
    };
  const done = stages.afterRound();
  if (!done.ok) return done;
  const { round } = done.value;
  if (round === undefined) throw new Error('a stated round is priced');
  return ok((show) => {
    const terms = TERMS.flatMap(([keys, label]) => {
      const node = round.node(...keys);
      return node === undefined ? [] : [{ field: keys.join('.'), label, figure: show(node) }];
    });
    const text = (field: string): string => terms.find((term) => term.field === field)?.figure.text ?? '';
    return {
      question: 'round_terms',
      ...titled(question.id),
      title: stated.name ?? `The round of ${stated.class}`,
      answer: `${text('new_money')} at ${text('pre_money')} pre-money and ${text('post_money')} post-money: ${text('price_per_share')}, for ${text('new_ownership')} of the company`,
      basis: `fully diluted, ${(stated.pricing_method ?? 'percent_ownership_fixed').replaceAll('_', ' ')}`,
      asOf: stated.date,
      assumptions: [],
      terms,
      investors: Object.keys(round.json('new_investors') ?? {}).map((investor) => ({
        investor,
        ...figures(round, show, ['new_investors', investor], {
          amount: 'amount',
          shares: 'shares',
          ownership: 'ownership_after',
        }),
      })),
      convertibles: (stages.file.convertibles ?? []).map(({ id, holder }) => ({
        id,
        holder,
        by: String(round.json('convertibles', id, 'basis')).replaceAll('_', ' '),
        ...figures(round, show, ['convertibles', id], {
          balance: 'balance',
          conversionPrice: 'conversion_price',
          shares: 'shares',
          ownership: 'ownership_after',
        }),
      })),
    };
  });
}

/** Figures that stand side by side in an output, under the names of a view. */
function figures<const Names extends Readonly<Record<string, string>>>(
  step: Step,
  show: Show,
  at: readonly string[],
  names: Names,
): { readonly [Name in keyof Names]: FigureView } {
  return Object.fromEntries(
    Object.entries(names).map(([name, field]) => [name, show(step.node(...at, field) ?? '')]),
  ) as { [Name in keyof Names]: FigureView };
}
