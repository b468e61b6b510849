import type { StatedAmount } from '@tranche/core/money';
import { amountRelation } from '../grouping/amount-relation.ts';
import { isDone, type Mention } from '../grouping/mention.ts';
import { type ChoiceContext, choose } from '../reconcile/index.ts';
import { type AmountMention, amountSaid, hasAmount, sameNumber } from './amount-said.ts';
import type { TiedMoney } from './draft.ts';

/** One text gives the lead's amount with its co-investors', and theirs: the difference is its own. */
export interface OwnLeftOver {
  readonly gross: AmountMention;
  readonly syndicated: AmountMention;
  readonly amount: StatedAmount;
}

/** What states the deal's size: its rounds; the lead's money where it is as much; one investor's, without a round. */
export function sizeMentions(
  rounds: readonly Mention[],
  mentions: readonly Mention[],
  leads: ReadonlySet<string>,
  context: ChoiceContext,
): readonly AmountMention[] {
  const ofRounds = rounds.filter(hasAmount).filter(({ fallback }) => !fallback);
  const byLead = mentions
    .filter(hasAmount)
    .filter(({ type, parties }) => type === 'investment' && parties.some((party) => leads.has(party)));
  if (ofRounds.length === 0) return byLead.filter(({ fallback }) => !fallback);
  // The lead's amount speaks for the size that the rounds tell, and not for a stray one among them.
  const told = choose('size', ofRounds.map(amountSaid), context)?.chosen.value;
  const near = ofRounds.filter(({ amount }) => told !== undefined && isNear(amount, told));
  const agreeing = byLead.filter(
    ({ amount, fallback }) => !fallback && near.some((round) => sameNumber(round.amount, amount)),
  );
  return [...ofRounds, ...agreeing];
}

/** The deal's size as it is, and as it was said before it was moved a little; the present one last. */
export function sizesOf(
  size: StatedAmount | undefined,
  said: readonly AmountMention[],
): readonly StatedAmount[] {
  if (size === undefined) return [];
  return [...said.map(({ amount }) => amount).filter((amount) => isNear(amount, size)), size];
}

const isNear = (one: StatedAmount, other: StatedAmount): boolean =>
  ['same', 'close'].includes(amountRelation(plain(one), plain(other)));

/** The number without its hedge: how close two sizes are does not depend on it. */
export const plain = (amount: StatedAmount): StatedAmount => ({ ...amount, qualifier: 'exact' });

/** What the lead's gross and syndicated amounts in one text leave as its own. */
export function leftOver({ gross, syndicated }: TiedMoney): readonly OwnLeftOver[] {
  return gross.flatMap((whole) =>
    syndicated
      .filter(
        (part) =>
          part.text === whole.text &&
          part.amount.currency === whole.amount.currency &&
          isDone(part.status) === isDone(whole.status),
      )
      .flatMap((part): readonly OwnLeftOver[] => {
        if (
          'min' in whole.amount ||
          'min' in part.amount ||
          part.statement.knownFrom !== whole.statement.knownFrom
        ) {
          return [];
        }
        const value = whole.amount.value.minus(part.amount.value);
        if (value.sign() <= 0) return [];
        // What may be passed on up to a limit leaves at least the rest.
        const qualifier = part.amount.qualifier === 'up_to' ? 'at_least' : whole.amount.qualifier;
        return [
          { gross: whole, syndicated: part, amount: { currency: whole.amount.currency, value, qualifier } },
        ];
      }),
  );
}
