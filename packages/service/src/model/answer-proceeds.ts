import { ok, type Result } from '@tranche/core/result';
import type { FigureView, ProceedsAnswerView } from '../views/index.ts';
import { type Answering, type Asked, listed, type Show, titled, withClosed } from './answering.ts';
import type { Step } from './chain.ts';
import { type CannotTell, type ExitParts, exitAfterRound, exitBeforeRound } from './proceeds-input.ts';
import { fieldsFromFile } from './round-input.ts';
import type { Stages } from './stages.ts';
import { SUM_BY_HOLDER } from './steps.ts';
import { fromFile, Traced } from './traced.ts';

/** Who gets what at an exit, by class and by holder. */
export function answerProceeds(
  stages: Stages,
  { question, path }: Asked<'proceeds'>,
): Answering<ProceedsAnswerView> {
  const { file, chain } = stages;
  const exitValues =
    question.at === undefined
      ? file.exit?.values && fromFile(file.exit.values, ['exit', 'values'])
      : fromFile(question.at, [...path, 'at']);
  if (exitValues === undefined)
    return {
      ok: false,
      failure: chain.failure('MISSING_FIELD', path, 'no exit value is given', 'at, or exit.values'),
    };
  const exit = exitOf(stages, question);
  if (!exit.ok) return exit;
  const { parts, title, asOf, assumptions } = exit.value;
  const about = {
    question: 'proceeds' as const,
    ...titled(question.id),
    title,
    basis: BASIS,
    asOf,
    assumptions: assumptions.map((text, index) => ({ id: `assumed-${index + 1}`, text })),
  };
  if ('cannotTell' in parts)
    return ok(() => ({
      ...about,
      answer: `cannot tell who gets what: ${parts.cannotTell}`,
      exits: [],
      conversions: [],
      breakpoints: [],
    }));
  const deductions = file.exit?.deductions?.map((one, index) => {
    const at = ['exit', 'deductions', index];
    return new Traced(fieldsFromFile(one, at), { file: at });
  });
  const { classes, options, safes } = parts;
  const paid = chain.run('waterfall', { classes, options, safes, deductions, exit_values: exitValues }, path);
  if (!paid.ok) return paid;
  const results = (paid.value.json('results') as readonly unknown[]).map((_, index) => index);
  const byHolder: Step[] = [];
  for (const index of results) {
    const summed = chain.run(SUM_BY_HOLDER, { parts: partsOf(paid.value, parts, index) }, path);
    if (!summed.ok) return summed;
    byHolder.push(summed.value);
  }
  return ok((show) => {
    const exits = results.map((index) => exitView(paid.value, byHolder[index] as Step, index, show));
    return {
      ...about,
      answer: exits.map(sentence).join('. '),
      exits,
      conversions: conversionsOf(paid.value, show),
      breakpoints: ((paid.value.json('breakpoints') as readonly unknown[]) ?? []).flatMap((_, index) =>
        shown(paid.value, show, 'breakpoints', index),
      ),
    };
  });
}

const BASIS =
  'each class takes its better choice at the common value per share; payouts of options are net of their strike; the unissued pool and promised options get nothing';

interface Exit {
  readonly parts: ExitParts | CannotTell;
  readonly title: string;
  readonly asOf: string;
  readonly assumptions: readonly string[];
}

function exitOf(stages: Stages, question: Asked<'proceeds'>['question']): Result<Exit> {
  if ((question.stage ?? stages.usualStage(question.assume_closed)) === 'before_round') {
    const atRound = question.stage === 'before_round' && stages.hasRound();
    const before = stages.capTable(atRound ? stages.roundDate() : stages.asOf);
    if (!before.ok) return before;
    const parts = exitBeforeRound(stages, before.value);
    if (!parts.ok) return parts;
    const title = atRound
      ? 'Proceeds of an exit before the round'
      : `Proceeds of an exit on ${before.value.asOf}`;
    return ok({ parts: parts.value, title, asOf: before.value.asOf, assumptions: [] });
  }
  const before = stages.beforeRound();
  if (!before.ok) return before;
  const after = stages.afterRound(question.assume_closed);
  if (!after.ok) return after;
  const parts = exitAfterRound(stages, before.value, after.value);
  if (!parts.ok) return parts;
  const converted = (stages.file.convertibles ?? []).map(({ id }) => id);
  return ok({
    parts: parts.value,
    title: `Proceeds of an exit after the round${withClosed(question.assume_closed)}`,
    asOf: stages.asOf,
    assumptions: [
      ...after.value.assumptions,
      ...(converted.length === 0
        ? []
        : [
            `what ${listed(converted)} became has the terms of ${stages.soldClass()}, with its conversion price as its original issue price (a shadow series)`,
          ]),
    ],
  });
}

const partsOf = (paid: Step, { parts }: ExitParts, index: number) =>
  parts.flatMap(({ id, holder, under }) => {
    const amount = paid.figure('results', index, under, id);
    return amount === undefined ? [] : [{ id, holder, amount }];
  });

function exitView(paid: Step, byHolder: Step, index: number, show: Show) {
  const at = (...keys: (string | number)[]): FigureView[] => shown(paid, show, 'results', index, ...keys);
  const named = (field: string): string[] => Object.keys(paid.json('results', index, field) ?? {});
  const one = (...keys: string[]): FigureView => at(...keys)[0] ?? show('');
  const holders = Object.keys(byHolder.json('holders') ?? {}).flatMap((holder) =>
    shown(byHolder, show, 'holders', holder).map((amount) => ({ holder, amount })),
  );
  holders.sort((left, right) => (right.amount.approximate ?? 0) - (left.amount.approximate ?? 0));
  return {
    exitValue: one('exit_value'),
    deductions: named('deductions').flatMap((label) =>
      at('deductions', label).map((amount) => ({ label, amount })),
    ),
    netProceeds: one('net_proceeds'),
    commonPerShare: one('common_per_share'),
    classes: named('payouts').flatMap((id) => {
      const decision = paid.json('results', index, 'decisions', id);
      const [recovery] = at('recovery', id);
      return at('payouts', id).map((payout) => ({
        id,
        payout,
        ...(typeof decision === 'string' ? { decision } : {}),
        ...(recovery === undefined ? {} : { recovery }),
      }));
    }),
    holders,
  };
}

type ExitView = ReturnType<typeof exitView>;

const shown = (step: Step, show: Show, ...keys: (string | number)[]): FigureView[] => {
  const node = step.node(...keys);
  return node === undefined ? [] : [show(node)];
};

function conversionsOf(paid: Step, show: Show) {
  return Object.keys(paid.json('classes') ?? {}).flatMap((id) => {
    const [preference] = shown(paid, show, 'classes', id, 'preference');
    const [convertsAt] = shown(paid, show, 'classes', id, 'converts_at');
    if (preference === undefined || preference.low === '0') return [];
    return [{ id, preference, ...(convertsAt === undefined ? {} : { convertsAt }) }];
  });
}

function sentence({ exitValue, holders }: ExitView): string {
  const most = holders.slice(0, 3).map(({ holder, amount }) => `${holder} ${amount.text}`);
  const more = holders.length > 3 ? `, ${holders.length - 3} others the rest` : '';
  return `At ${exitValue.text}: ${listed(most)}${more}`;
}
