import { ok } from '@tranche/core/result';
import { type DealView, viewDeal } from '../deal/index.ts';
import type { AnswerConflict, AnswerRow, Cell, Remainder } from './answer.ts';
import type { Question } from './question.ts';
import { dealSubject } from './subject.ts';

/** What a deal's terms are, each with the rule that picked it. Fails: UNKNOWN_SUBJECT, AMBIGUOUS_SUBJECT. */
export const roundTerms: Question = {
  name: 'round_terms',
  about: 'the terms of a deal, with what was passed over and what it would change',
  of: 'the id of a deal, or a company with one deal',
  answer: (context, { of }) => {
    const subject = dealSubject(context, of);
    if (!subject.ok) return subject;
    const found = viewDeal(context.ledger, subject.value.id, context, context.rule);
    if (!found.ok) return found;
    const view = found.value;
    const { id, title, valuation, status } = view;
    return ok({
      question: 'round_terms',
      subject: id,
      asOf: view.asOf,
      knownOn: view.knownOn,
      answer: [title, valuation, status.replaceAll('_', ' ')].filter((part) => part !== undefined).join('; '),
      decided: true,
      basis: 'each field as picked by the rule among what was said of the deal',
      columns: [
        { key: 'term', title: 'term' },
        { key: 'value', title: 'value' },
        { key: 'passed_over', title: 'passed over', align: 'right' },
      ],
      rows: view.terms.map(
        (term): AnswerRow => ({
          cells: {
            term: { text: term.label },
            value: cellOf(term),
            ...(term.alternatives.length === 0
              ? {}
              : { passed_over: { text: String(term.alternatives.length) } }),
          },
          statements: term.statements,
        }),
      ),
      conflicts: conflictsOf(view),
      remainders: remaindersOf(view),
      missing: [],
      assumptions: view.assumptions,
      statements: view.statements.map((one) => one.id),
      graph: view.graph,
    });
  },
};

const cellOf = ({ text, node }: { readonly text: string; readonly node?: string }): Cell =>
  node === undefined ? { text } : { node, text };

export const conflictsOf = (view: DealView): readonly AnswerConflict[] =>
  view.terms
    .filter(({ alternatives }) => alternatives.length > 0)
    .map((term) => ({
      label: term.label,
      chosen: cellOf(term),
      rule: term.rule,
      statements: term.statements,
      options: term.alternatives.map((other) => ({
        cell: cellOf(other),
        passedOverBecause: other.passedOverBecause,
        ...(other.effect === undefined ? {} : { effect: other.effect }),
        statements: other.statements,
      })),
    }));

export const remaindersOf = (view: DealView): readonly Remainder[] =>
  view.reconciliations.map(({ label, sum, stated, remainder, agrees }) => ({
    label,
    sum,
    stated,
    remainder,
    agrees,
    statements: [],
  }));
