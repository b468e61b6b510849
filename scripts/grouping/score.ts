import type { PlainDate } from '@tranche/core/time';
import {
  type GroupedItem,
  issuersOf,
  type JoinedStatement,
  knowledgeOf,
  type LooseStatement,
  type PairwiseScore,
  pairwiseScore,
} from '@tranche/ledger/deal';
import type { Labelled } from './corpus.ts';

const LAST = '2100-01-01' as PlainDate;

/** A labelled claim with the deal it was joined to, and why, or why it was not. */
export interface Grouped extends GroupedItem {
  readonly id: string;
  readonly joined?: JoinedStatement;
  readonly loose?: LooseStatement;
}

/** Two claims of different texts that were joined although their labels differ, or kept apart although they do not. */
export interface WrongPair {
  readonly kind: 'joined' | 'apart';
  readonly one: Grouped;
  readonly other: Grouped;
}

export function grouped({ ledger, labels }: Labelled): readonly Grouped[] {
  const joined = new Map<string, { readonly group: string; readonly joined: JoinedStatement }>();
  const loose = new Map<string, LooseStatement>();
  for (const issuer of issuersOf(ledger, LAST)) {
    const knowledge = knowledgeOf(ledger, issuer, LAST);
    for (const { id: group, members } of knowledge.deals) {
      for (const { statement, joined: why } of members) joined.set(statement.id, { group, joined: why });
    }
    for (const one of knowledge.notJoined) loose.set(one.id, one);
  }
  return [...labels].map(([id, { label, text }]): Grouped => {
    const why = loose.get(id);
    return {
      id,
      label,
      text,
      group: undefined,
      ...joined.get(id),
      ...(why === undefined ? {} : { loose: why }),
    };
  });
}

/** Only pairs of claims from different texts count (`pairwiseScore`). */
export const scoreOf = (items: readonly Grouped[]): PairwiseScore => pairwiseScore(items);

export function wrongPairs(items: readonly Grouped[]): readonly WrongPair[] {
  return items.flatMap((one, index) =>
    items.slice(index + 1).flatMap((other): readonly WrongPair[] => {
      if (one.text === other.text) return [];
      const isFound = one.group !== undefined && one.group === other.group;
      if (isFound === (one.label === other.label)) return [];
      return [{ kind: isFound ? 'joined' : 'apart', one, other }];
    }),
  );
}
