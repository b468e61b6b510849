import { ok } from '@tranche/core/result';
import { timelineOf } from '../deal/index.ts';
import { type AnswerRow, words } from './answer.ts';
import type { Question } from './question.ts';
import { dealSubject } from './subject.ts';

/** How each figure of a deal evolved, and what happened. Fails: UNKNOWN_SUBJECT, AMBIGUOUS_SUBJECT. */
export const timeline: Question = {
  name: 'timeline',
  about: 'how each figure of a deal evolved',
  of: 'the id of a deal, or a company with one deal',
  answer: (context, { of }) => {
    const { ledger, asOf, knownOn, rule } = context;
    const subject = dealSubject(context, of);
    if (!subject.ok) return subject;
    const { id, title, statements } = subject.value;
    const found = timelineOf(ledger, id, { knownOn }, rule);
    if (!found.ok) return found;
    const { series, events, graph } = found.value;
    const changes = series.reduce((sum, { points }) => sum + points.length, 0);
    return ok({
      question: 'timeline',
      subject: id,
      asOf,
      knownOn,
      answer: `${title}: ${series.length} figures with ${changes} values over time, ${events.length} events`,
      decided: true,
      basis: 'each value as picked by the rule on the day from which it was known',
      columns: [
        { key: 'known_on', title: 'known on' },
        { key: 'what', title: 'what' },
        { key: 'value', title: 'value' },
        { key: 'happened', title: 'happened' },
        { key: 'status', title: 'status' },
      ],
      rows: [
        ...series.flatMap(({ label, points }) =>
          points.map(
            (point): AnswerRow => ({
              cells: {
                known_on: words(point.knownOn),
                what: words(label),
                value: point.node === undefined ? words(point.text) : { node: point.node },
                ...(point.status === undefined ? {} : { status: words(point.status.replaceAll('_', ' ')) }),
              },
              statements: point.statements,
            }),
          ),
        ),
        ...events.map(
          (event): AnswerRow => ({
            cells: {
              known_on: words(event.knownFrom),
              what: words(`event: ${event.kind.replaceAll('_', ' ')}`),
              value: words(event.text),
              ...(event.happened === undefined ? {} : { happened: words(event.happened) }),
            },
            statements: event.statements,
          }),
        ),
      ],
      conflicts: [],
      remainders: [],
      missing: [],
      assumptions: [],
      statements: statements.map((one) => one.id),
      graph,
    });
  },
};
