import type { Decision, Judgement } from '@tranche/ledger/judgement';
import { type Ledger, statementIndex } from '@tranche/ledger/statement';
import { summaryOf } from '../evidence/index.ts';

/** What was decided, in one line, with what it is about in the words it is known by. */
export function wordsOf(ledger: Ledger, decision: Decision): string {
  const said = (id: string): string => {
    const statement = statementIndex(ledger).statement(id);
    return statement === undefined ? id : `“${summaryOf(statement.body)}”`;
  };
  switch (decision.kind) {
    case 'accept':
      return `accepts ${said(decision.statement)}`;
    case 'reject':
      return `rejects ${said(decision.statement)}`;
    case 'prefer':
      return `for ${decision.field} of ${decision.deal} prefers ${said(decision.statement)}`;
    case 'merge':
      return decision.of === 'deals'
        ? `makes the deal ${decision.other} part of ${decision.into}`
        : `takes ${decision.other} and ${decision.into} for one party`;
    case 'split':
      return decision.of === 'deals'
        ? `takes ${said(decision.statement)} out of the deal ${decision.from}`
        : `takes ${decision.name} for a party of its own`;
    case 'note':
      return `notes on ${said(decision.about)}: ${decision.text}`;
    case 'undo':
      return `takes back: ${undone(ledger, decision.judgement)}`;
  }
}

function undone(ledger: Ledger, id: string): string {
  const judgement = ledger.judgements.find((one) => one.id === id);
  return judgement === undefined ? id : `${judgement.by} ${wordsOf(ledger, judgement.decision)}`;
}

/** The statements a decision is about, as ids. */
export function statementsIn({ decision }: Judgement): readonly string[] {
  switch (decision.kind) {
    case 'accept':
    case 'reject':
    case 'prefer':
      return [decision.statement];
    case 'split':
      return decision.of === 'deals' ? [decision.statement] : [];
    case 'note':
      return [decision.about];
    case 'merge':
    case 'undo':
      return [];
  }
}
