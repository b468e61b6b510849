import type { DealView, FigureView } from '@tranche/service/views';
import { FigureButton } from '../figure/figure-button.tsx';
import { beyondFigure, sentence } from '../format.ts';
import classes from './headline.module.css';

/** The few figures a reader looks for first. */
export function HeadlineFigures({ deal }: { readonly deal: DealView }) {
  const figures = headlineOf(deal);
  return (
    <dl className={classes.figures}>
      {figures.map(({ label, figure, detail }) => (
        <div key={`${label} ${figure.node}`} className={classes.figure}>
          <dt>{label}</dt>
          <dd>
            <FigureButton figure={figure} label={label} large />
            {detail !== undefined && <p className={classes.detail}>{detail}</p>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function headlineOf(deal: DealView): readonly {
  readonly label: string;
  readonly figure: FigureView;
  readonly detail?: string;
}[] {
  const terms = deal.terms
    .filter(({ field }) => HEADLINE_FIELDS.includes(field))
    .flatMap(({ label, text, figure, alternatives }) => {
      if (figure === undefined) return [];
      const passedOver = alternatives.length === 0 ? '' : `${alternatives.length} passed over`;
      const detail = [beyondFigure(text, figure.text), passedOver].filter(Boolean).join(', ');
      return [{ label: sentence(label), figure, ...(detail !== '' && { detail }) }];
    });
  const stakes = deal.impliedStakes
    .slice(0, 2)
    .map(({ label, basis, figure }) => ({ label: sentence(label), figure, detail: basis }));
  return [
    ...terms,
    { label: 'Committed', figure: deal.totals.committed },
    { label: 'Drawn', figure: deal.totals.drawn },
    { label: 'Undrawn', figure: deal.totals.undrawn },
    ...stakes,
  ];
}

const HEADLINE_FIELDS: readonly string[] = ['size', 'valuation', 'pre_money'];
