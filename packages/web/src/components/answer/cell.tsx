import type { CellView } from '@tranche/service/views';
import { FigureButton } from '../figure/figure-button.tsx';
import { beyondFigure } from '../format.ts';

/** A cell of an answer: a number that opens, with the words beyond it, or words. */
export function AnswerCell({ cell, label }: { readonly cell: CellView; readonly label: string }) {
  if (!('figure' in cell)) return cell.text;
  const { figure, text } = cell;
  return (
    <>
      <FigureButton figure={figure} label={label} />
      {text !== undefined && text !== figure.text && ` ${beyondFigure(text, figure.text)}`}
    </>
  );
}

export const textOfCell = (cell: CellView | undefined): string =>
  cell === undefined ? '' : (cell.text ?? ('figure' in cell ? cell.figure.text : ''));
