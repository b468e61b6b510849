import { formatAmount } from '@tranche/core/display';
import { reconcile } from '@tranche/core/financing';
import type { GraphBuilder } from '@tranche/core/formula';
import { headlineValue } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import { amountKey } from '../deal/assembly/amount-said.ts';
import { headlineNode } from '../deal/figures/nodes.ts';
import type { ReconciliationView, SumPart } from '../deal/index.ts';
import { type ChoiceContext, choose } from '../deal/reconcile/index.ts';
import type { Account } from './accounts.ts';
import { groupedBy } from './grouped-by.ts';
import { amountSaidOf, type SaidMoney } from './pledges.ts';
import type { SaidStake } from './stakes.ts';
import type { AccountView } from './view.ts';

export interface AccountTerms {
  readonly context: ChoiceContext;
  readonly unit: string;
  readonly stakes: ReadonlyMap<string, SaidStake>;
  nameOf(party: string): string;
  /** What people call the text of a statement. */
  textOf(said: SaidMoney): string;
}

/** An account with its sum and each party's part of it. One with an amount in another currency is left out. */
export function accountViewsOf(
  builder: GraphBuilder,
  accounts: readonly Account[],
  { context, unit, stakes, nameOf, textOf }: AccountTerms,
): readonly AccountView[] {
  return accounts.flatMap((account): readonly AccountView[] => {
    const texts = [...new Set([...account.parts.values()].flat().map(textOf))];
    const where = texts[0] ?? 'one report';
    const amounts = [...account.parts].flatMap(([party, said]) => {
      const choice = choose(`account.${party}`, said.map(amountSaidOf), context);
      if (choice === undefined || choice.chosen.value.currency !== unit) return [];
      const described = { label: `${nameOf(party)}, in ${where}`, basis: 'as said' };
      const statements = said.map(({ statement }) => statement.id);
      const node = headlineNode(builder, choice.chosen, described);
      return [{ party, node, amount: choice.chosen.value, statements }];
    });
    amounts.sort(
      (one, other) =>
        headlineValue(other.amount).compare(headlineValue(one.amount)) || (one.party < other.party ? -1 : 1),
    );
    if (amounts.length < account.parts.size) return [];
    const sum = builder.formula({
      label: `all amounts by party, in ${where}`,
      basis: 'as said',
      unit,
      operator: 'add',
      operands: amounts.map(({ node }) => node),
    });
    const parts = amounts.map(({ party, node, amount, statements }) => {
      const stake = stakes.get(party);
      const isOwn = account.texts.some((key) => stake?.texts.has(key));
      return {
        name: nameOf(party),
        node,
        text: formatAmount(amount),
        share: builder.formula({
          label: `${nameOf(party)}'s part of the money, in ${where}`,
          basis: 'as if stakes followed the money',
          unit: 'fraction',
          operator: 'divide',
          operands: [node, sum],
        }),
        ...(stake === undefined || !isOwn ? {} : { stake: stake.term.node }),
        statements: stake === undefined || !isOwn ? statements : [...statements, ...stake.term.statements],
      };
    });
    return [{ texts, keys: account.texts, parts, sum }];
  });
}

/**
 * Accounts beside the totals that are stated of the venture as a whole: a total that an account states itself beside
 * that account, any other beside each.
 */
export function againstTotals(
  builder: GraphBuilder,
  accounts: readonly AccountView[],
  totals: readonly SaidMoney[],
  { context, unit, textOf }: AccountTerms,
): readonly ReconciliationView[] {
  const hasAccount = new Set(accounts.flatMap(({ keys }) => keys));
  return accounts.flatMap((account) => {
    const own = totals.filter(({ text }) => account.keys.includes(text) || !hasAccount.has(text));
    return [...groupedBy(own, ({ amount }) => amountKey(amount)).values()].flatMap((said) => {
      const choice = choose('total', said.map(amountSaidOf), context);
      if (choice === undefined || choice.chosen.value.currency !== unit) return [];
      const texts = [...new Set(said.map(textOf))].join(', ');
      const described = { label: `total as stated (${texts})`, basis: 'stated' };
      return [
        besides(builder, {
          label: `amounts by party (${account.texts.join(', ')}) and the total stated (${texts})`,
          parts: account.parts.map(({ name, node, statements }) => ({ label: name, node, statements })),
          stated: headlineNode(builder, choice.chosen, described),
          statedBy: said.map(({ statement }) => statement.id),
          unit,
        }),
      ];
    });
  });
}

/**
 * Each stake that an account states beside that party's part of the account's money, and what the stakes leave
 * beside what the others put in: stakes need not follow money, and where they do not it shows.
 */
export function againstStakes(
  builder: GraphBuilder,
  accounts: readonly AccountView[],
): readonly ReconciliationView[] {
  return accounts.flatMap((account) => {
    const held = account.parts.filter((part) => part.stake !== undefined);
    const rest = account.parts.filter((part) => part.stake === undefined);
    if (held.length === 0) return [];
    const own = held.flatMap(({ name, share, stake, statements }) =>
      stake === undefined
        ? []
        : [
            besides(builder, {
              label: `${name}: part of the money (${account.texts.join(', ')}) and the stake stated`,
              parts: [{ label: name, node: share, statements }],
              stated: stake,
              statedBy: statements,
              unit: 'fraction',
            }),
          ],
    );
    if (rest.length === 0) return own;
    const names = rest.map(({ name }) => name).join(' and ');
    const statedBy = held.flatMap(({ statements }) => statements);
    const left = besides(builder, {
      label: `${names}: part of the money and what the stakes stated leave`,
      parts: rest.map(({ name, share, statements }) => ({ label: name, node: share, statements })),
      stated: leftBy(
        builder,
        held.flatMap(({ stake }) => stake ?? []),
      ),
      statedBy,
      unit: 'fraction',
    });
    return [...own, left];
  });
}

function leftBy(builder: GraphBuilder, stakes: readonly string[]): string {
  const basis = 'as said';
  const whole = builder.exact({
    label: 'the whole venture',
    unit: 'fraction',
    value: Rational.ONE,
    grounds: [{ kind: 'rule', id: 'stakes-sum-to-one', note: 'All stakes together are the whole.' }],
  });
  const taken = builder.formula({
    label: 'stakes that are stated',
    basis,
    unit: 'fraction',
    operator: 'add',
    operands: stakes,
  });
  return builder.formula({
    label: 'left by the stakes that are stated',
    basis,
    unit: 'fraction',
    operator: 'subtract',
    operands: [whole, taken],
  });
}

/** Parts beside a stated whole, with what stands behind both. What a vague part leaves open does not agree. */
export function besides(
  builder: GraphBuilder,
  terms: {
    readonly label: string;
    readonly parts: readonly SumPart[];
    readonly stated: string;
    readonly statedBy: readonly string[];
    readonly unit: string;
  },
): ReconciliationView {
  const { label, parts, stated, statedBy, unit } = terms;
  const found = reconcile(builder, { label, parts: parts.map(({ node }) => node), stated, unit });
  return { ...found, label, parts, stated, statedBy, agrees: found.agrees === true };
}
