import { ok } from '@tranche/core/result';
import { viewDealWithEffects } from '../deal/index.ts';
import type { AnswerRow } from './answer.ts';
import { cellOf, conflictsOf, remaindersOf } from './deal-answer.ts';
import type { Question } from './question.ts';
import { RULE_NAMES, ruledBy } from './rule.ts';
import { dealSubject } from './subject.ts';

/** What a deal's terms are, each with the rule that picked it. Fails: UNKNOWN_SUBJECT, AMBIGUOUS_SUBJECT. */
export const roundTerms: Question = {
  name: 'round_terms',
  about: 'the terms of a deal, with what was passed over and what it would change',
  of: 'the id of a deal, or a company with one deal',
  by: RULE_NAMES,
  answer: (asked, { of, by }) => {
    const context = ruledBy(asked, by);
    const subject = dealSubject(context, of);
    if (!subject.ok) return subject;
    const found = viewDealWithEffects(context.ledger, subject.value.id, context, context.rule);
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
