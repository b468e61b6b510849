import type { Result } from '@tranche/core/result';
import type { DealFile, Path } from '@tranche/formats/deal-file';
import type { FigureView, ModelAnswerView } from '../views/index.ts';

export type Question = NonNullable<DealFile['questions']>[number];
export type QuestionOf<Name extends Question['ask']> = Extract<Question, { readonly ask: Name }>;

/** A question and where it stands in the file: a failure of its own fields is put there. */
export interface Asked<Name extends Question['ask'] = Question['ask']> {
  readonly question: QuestionOf<Name>;
  readonly path: Path;
}

/** Shows nodes of the finished derivation. */
export type Show = (node: string) => FigureView;

/** An answer that can be shown once all computing is done, since figures are shown from the whole derivation. */
export type Answering<View extends ModelAnswerView = ModelAnswerView> = Result<(show: Show) => View>;

export const titled = (id: string | undefined): { readonly id?: string } => (id === undefined ? {} : { id });

/** "a, b and c". */
export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** For the title of an answer that takes closings as closed. */
export const withClosed = (closings: readonly string[] | undefined): string =>
  closings === undefined || closings.length === 0 ? '' : `, with ${listed(closings)} closed`;
