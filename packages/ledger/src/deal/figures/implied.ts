import { impliedStakes } from '@tranche/core/financing';
import type { GraphBuilder } from '@tranche/core/formula';
import type { StatedAmount } from '@tranche/core/money';
import type { Assembly } from '../assembly/assemble.ts';
import type { StatedValuation } from '../assembly/fields.ts';
import type { Choice, Option } from '../reconcile/index.ts';
import type { Assumption, DealMoney, ImpliedStakeView } from '../view.ts';
import { headlineNode } from './nodes.ts';
import { BASIS_WORDS } from './terms.ts';

/**
 * The share of the company that the deal's money buys by the stated valuation, for the whole deal and, where the
 * valuation is post-money, for the lead's own part. If the size has changed since the valuation was stated,
 * every reading is given. Loans and grants buy no share.
 */
export function impliedStakesOf(
  builder: GraphBuilder,
  { deal, size, valuation, preMoney, own, lead }: Assembly,
): { readonly stakes: readonly ImpliedStakeView[]; readonly assumptions: readonly Assumption[] } {
  if (size === undefined || deal.money === 'debt' || deal.money === 'grant')
    return { stakes: [], assumptions: [] };
  const { currency } = size.chosen.value;
  const amount = headlineNode(builder, size.chosen, {
    label: 'size of the deal, drawn in full',
    basis: 'announced',
  });
  const whole =
    valuation === undefined || valuation.chosen.value.amount.currency !== currency ? undefined : valuation;
  const terms =
    whole !== undefined
      ? valuationTerms(builder, whole, deal.money)
      : preMoney !== undefined && preMoney.chosen.value.currency === currency
        ? { preMoney: headlineNode(builder, preMoney.chosen, { label: 'pre-money', basis: 'pre-money' }) }
        : {};
  const statedFor = whole === undefined ? undefined : sizeStatedWith(whole, currency);
  const statedForNode =
    statedFor === undefined
      ? undefined
      : headlineNode(builder, statedFor, {
          label: 'size of the deal when it was valued',
          basis: 'announced',
        });
  const stakes = impliedStakes(builder, {
    amount,
    ...terms,
    ...(statedForNode === undefined ? {} : { statedFor: statedForNode }),
  });
  const ownStake: readonly ImpliedStakeView[] =
    own === undefined ||
    lead === undefined ||
    !('postMoney' in terms) ||
    own.chosen.value.currency !== currency
      ? []
      : impliedStakes(builder, {
          amount: headlineNode(builder, own.chosen, {
            label: `${lead.name}'s own part, drawn in full`,
            basis: 'own money',
          }),
          postMoney: terms.postMoney,
        }).map((stake) => ({ ...stake, label: `${stake.label}, ${lead.name}'s own part` }));
  return {
    stakes: [...stakes.map((stake) => ({ ...stake, label: `${stake.label}, the whole deal` })), ...ownStake],
    assumptions:
      stakes.length === 0
        ? []
        : [
            {
              id: 'drawn-in-full',
              text: 'Implied stakes are those of the stated amount, drawn in full, at the stated valuation.',
            },
          ],
  };
}

function valuationTerms(
  builder: GraphBuilder,
  { chosen }: Choice<StatedValuation>,
  money: DealMoney,
): { readonly postMoney: string } | { readonly unspecified: string } | { readonly salePrice: string } {
  const { amount, basis } = chosen.value;
  const node = headlineNode(
    builder,
    { ...chosen, value: amount },
    { label: 'valuation', basis: BASIS_WORDS[basis] },
  );
  if (money === 'secondary') return { salePrice: node };
  return basis === 'post' ? { postMoney: node } : { unspecified: node };
}

/** The size that the texts gave with the valuation: the best of them that gives both. */
function sizeStatedWith(
  { chosen }: Choice<StatedValuation>,
  currency: string,
): Option<StatedAmount> | undefined {
  const giving = chosen.statements.flatMap((statement) => {
    const { body } = statement;
    const isAsserted = !statement.denied && body.type === 'round' && body.status !== 'abandoned';
    return isAsserted && body.amount?.currency === currency ? [{ statement, amount: body.amount }] : [];
  });
  const best =
    giving.find(
      ({ statement }) =>
        statement.knownFrom === chosen.standing.knownFrom && statement.tier === chosen.standing.tier,
    ) ?? giving.at(-1);
  if (best === undefined) return undefined;
  return { key: '', value: best.amount, standing: chosen.standing, statements: [best.statement] };
}
