import type { JudgementView } from '@tranche/service/views';
import { paragraph } from '../terminal/index.ts';
import type { Context } from './context.ts';

export function printJudgements({ io }: Context, judgements: readonly JudgementView[]): void {
  io.out(
    judgements.length === 0
      ? 'Nothing was judged.\n'
      : `${judgements.map((judgement) => judgementText(judgement, io.columns)).join('\n')}\n`,
  );
}

/** One judgement: when, who and what in a line, then why, and its id with whether it stands. */
export function judgementText({ id, when, by, text, why, undoneBy }: JudgementView, width: number): string {
  return [
    paragraph(`${when} ${by} ${text}`, width),
    paragraph(why, width, '  ', 'because: '),
    `  ${id}${undoneBy === undefined ? '' : `, taken back by ${undoneBy}`}`,
  ].join('\n');
}
