import type { GraphBuilder } from '@tranche/core/formula';
import type { DealStatus } from '../claim/index.ts';
import type { StatedStake } from '../deal/assembly/fields.ts';
import type { Term } from '../deal/index.ts';
import { type ChoiceContext, choose } from '../deal/reconcile/index.ts';
import type { Party, PartyBook } from '../party/index.ts';
import type { Statement } from '../statement/index.ts';
import { stakeTermOf } from './money-terms.ts';
import { saidOf, textKey } from './pledges.ts';

/** The stake that a party is said to hold in the venture. */
export interface SaidStake {
  readonly party: Party;
  readonly term: Term & { readonly node: string };
  /** Below `closed` it is not held yet. */
  readonly status: DealStatus;
  /** Keys of the texts that state it as it is chosen. */
  readonly texts: ReadonlySet<string>;
}

/** The stakes said, by party id, each as the rule picks it. */
export function stakesOf(
  builder: GraphBuilder,
  statements: readonly Statement[],
  context: ChoiceContext,
  { partyOf }: PartyBook,
): ReadonlyMap<string, SaidStake> {
  const byHolder = new Map<string, { readonly name: string; readonly said: StakeSaid[] }>();
  for (const statement of statements) {
    const { body } = statement;
    if (body.type !== 'stake') continue;
    const { id, name } = partyOf(body.holder);
    const known = byHolder.get(id) ?? { name, said: [] };
    byHolder.set(id, known);
    const { percent, qualifier, status } = body;
    known.said.push(saidOf(statement, `${percent}`, { percent, qualifier }, status));
  }
  return new Map(
    [...byHolder].flatMap(([id, { name, said }]) => {
      const field = `stake.${id}`;
      const choice = choose(field, said, context);
      if (choice === undefined) return [];
      const stake: SaidStake = {
        party: { id, name },
        term: stakeTermOf(builder, choice, field, `stake of ${name}, as said`),
        status: choice.chosen.standing.status,
        texts: new Set(choice.chosen.statements.map(textKey)),
      };
      return [[id, stake] as const];
    }),
  );
}

type StakeSaid = ReturnType<typeof saidOf<StatedStake>>;
