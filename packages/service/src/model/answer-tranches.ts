import { ok } from '@tranche/core/result';
import type { CommittedDrawnAnswerView, FigureView } from '../views/index.ts';
import { type Answering, type Asked, titled, withClosed } from './answering.ts';
import type { Stages } from './stages.ts';

/** What is committed, drawn and undrawn, per closing and payer. */
export function answerTranches(
  stages: Stages,
  { question, path }: Asked<'committed_drawn'>,
): Answering<CommittedDrawnAnswerView> {
  const { tranches: stated } = stages.file;
  if (stated === undefined)
    return {
      ok: false,
      failure: stages.chain.failure(
        'MISSING_FIELD',
        path,
        'the file has no tranches',
        'the section tranches',
      ),
    };
  const done = stages.afterRound(question.assume_closed);
  if (!done.ok) return done;
  const { tranches: step, assumptions } = done.value;
  if (step === undefined) throw new Error('stated tranches are computed');
  return ok((show) => {
    const figure = (...keys: string[]): FigureView | undefined => {
      const node = step.node(...keys);
      return node === undefined ? undefined : show(node);
    };
    const needed = (...keys: string[]): FigureView => figure(...keys) ?? show('');
    const named = <Name extends string>(name: Name, value: FigureView | undefined) =>
      (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: FigureView };
    const closings = stated.closings.map(({ id, date, milestone }) => ({
      id,
      date,
      status: String(step.json('closings', id, 'status')),
      ...(milestone === undefined ? {} : { milestone }),
      price: needed('closings', id, 'price_per_share'),
      amount: needed('closings', id, 'amount'),
      shares: needed('closings', id, 'shares'),
      ...named('postMoney', figure('closings', id, 'post_money')),
      ...named('newOwnership', figure('closings', id, 'new_ownership')),
      payers: Object.keys(step.json('closings', id, 'investors') ?? {}).map((payer) => ({
        payer,
        amount: needed('closings', id, 'investors', payer, 'amount'),
        shares: needed('closings', id, 'investors', payer, 'shares'),
      })),
      proRata: Object.keys(step.json('closings', id, 'pro_rata') ?? {}).map((holder) => ({
        holder,
        percent: needed('closings', id, 'pro_rata', holder, 'percent'),
        amount: needed('closings', id, 'pro_rata', holder, 'amount'),
      })),
    }));
    const payers = Object.keys(step.json('investors') ?? {}).map((payer) => {
      const milestone = stated.commitments?.find(({ investor }) => investor === payer)?.milestone;
      return {
        payer,
        ...named('committed', figure('investors', payer, 'committed')),
        drawn: needed('investors', payer, 'drawn'),
        ...named('undrawn', figure('investors', payer, 'undrawn')),
        shares: needed('investors', payer, 'shares'),
        ...(milestone === undefined ? {} : { milestone }),
      };
    });
    const totals = {
      committed: needed('total_committed'),
      drawn: needed('total_drawn'),
      ...named('undrawn', figure('total_undrawn')),
      ...named('blendedPrice', figure('blended_price')),
    };
    return {
      question: 'committed_drawn',
      ...titled(question.id),
      title: `Committed and drawn${withClosed(question.assume_closed)}`,
      answer: `committed ${totals.committed.text}, drawn ${totals.drawn.text}${totals.undrawn === undefined ? '' : `, undrawn ${totals.undrawn.text}`}`,
      basis: 'closed closings draw; pending and lapsed ones are priced and change nothing',
      asOf: stages.asOf,
      assumptions: assumptions.map((text, index) => ({ id: `assumed-${index + 1}`, text })),
      closings,
      payers,
      totals,
    };
  });
}
