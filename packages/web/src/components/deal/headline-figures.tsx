import type { DealView, FigureView } from '@tranche/service/views';
import { FigureButton } from '../figure/figure-button.tsx';
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
    .flatMap(({ label, figure, alternatives }) =>
      figure === undefined
        ? []
        : [
            {
              label,
              figure,
              ...(alternatives.length > 0 && { detail: `${alternatives.length} passed over` }),
            },
          ],
    );
  const stakes = deal.impliedStakes
    .slice(0, 2)
    .map(({ label, basis, figure }) => ({ label, figure, detail: basis }));
  return [
    ...terms,
    { label: 'Committed', figure: deal.totals.committed },
    { label: 'Drawn', figure: deal.totals.drawn },
    { label: 'Undrawn', figure: deal.totals.undrawn },
    ...stakes,
  ];
}

const HEADLINE_FIELDS: readonly string[] = [
  'amount',
  'size',
  'pre_money',
  'post_money',
  'valuation_unspecified',
  'valuation',
];
