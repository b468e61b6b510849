import { explainConditions } from '@tranche/core/formula';
import type { Failure, Place } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import type { DealFile, Path } from '@tranche/formats/deal-file';
import { graphView } from '../evidence/index.ts';
import type { ModelView } from '../views/index.ts';
import { answerOwnership } from './answer-ownership.ts';
import { answerProceeds } from './answer-proceeds.ts';
import { answerRound } from './answer-round.ts';
import { answerTranches } from './answer-tranches.ts';
import type { Answering, Asked, Question } from './answering.ts';
import { Chain } from './chain.ts';
import type { ModelFile } from './holding.ts';
import { Stages } from './stages.ts';

/** Whether a deal file models a company by its securities, beside or instead of naming reports. */
export const isModel = (file: DealFile): file is ModelFile =>
  file.securities !== undefined && file.company !== undefined;

/**
 * The questions of a deal file's own figures, answered by the calculators alone, with one derivation for all. Each
 * input stands on its line and column; every failure is found in one go, at the place of what failed.
 */
export function answerModel(
  file: ModelFile,
  placeOf: (path: Path) => Place,
  asOf: PlainDate,
  questions: readonly Asked[] = questionsOf(file),
):
  | { readonly ok: true; readonly value: ModelView }
  | { readonly ok: false; readonly failures: readonly Failure[] } {
  const chain = new Chain(placeOf, file.company.currency);
  const stages = new Stages(file, chain, asOf);
  const answers = questions.map((asked) => answer(stages, asked));
  const failures = answers.flatMap((one) => (one.ok ? [] : [one.failure]));
  if (failures.length > 0) return { ok: false, failures: distinct(failures) };
  const graph = chain.graph();
  const { figure, derivation } = graphView(graph, { of: () => [] });
  return {
    ok: true,
    value: {
      name: file.name,
      issuer: file.issuer,
      company: file.company.name ?? file.issuer,
      currency: file.company.currency,
      asOf,
      answers: answers.flatMap((one) => (one.ok ? [one.value(figure)] : [])),
      assumptions: file.assumptions.map((one) => ({ ...one })),
      derivation,
      conditions: [...explainConditions(graph)],
    },
  };
}

/** Those the file asks, or one of each kind that its sections can answer. */
function questionsOf(file: ModelFile): readonly Asked[] {
  const asked = file.questions ?? [
    { ask: 'ownership' as const },
    ...(file.round === undefined ? [] : [{ ask: 'round_terms' as const }]),
    ...(file.tranches === undefined ? [] : [{ ask: 'committed_drawn' as const }]),
    ...(file.exit?.values === undefined ? [] : [{ ask: 'proceeds' as const }]),
  ];
  return asked.map((question: Question, index) => ({
    question,
    path: file.questions === undefined ? [] : ['questions', index],
  }));
}

function answer(stages: Stages, { question, path }: Asked): Answering {
  switch (question.ask) {
    case 'ownership':
      return answerOwnership(stages, { question, path });
    case 'round_terms':
      return answerRound(stages, { question, path });
    case 'committed_drawn':
      return answerTranches(stages, { question, path });
    case 'proceeds':
      return answerProceeds(stages, { question, path });
  }
}

/** Several questions fail of one thing. */
const distinct = (failures: readonly Failure[]): readonly Failure[] => [
  ...new Map(failures.map((failure) => [JSON.stringify(failure), failure])).values(),
];
