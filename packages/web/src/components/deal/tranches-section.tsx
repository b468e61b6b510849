import { useMediaQuery } from '@mantine/hooks';
import type { DealView, TrancheView } from '@tranche/service/views';
import { useMemo } from 'react';
import type { PayerView, SliceView } from '../../api/types.ts';
import { StatusBadge } from '../badges/status-badge.tsx';
import { Chart } from '../charts/chart.tsx';
import { type Palette, usePalette } from '../charts/palette.ts';
import { EvidenceFold } from '../evidence/evidence-item.tsx';
import { FigureButton } from '../figure/figure-button.tsx';
import { formatDate, sentence } from '../format.ts';
import { DataTable } from '../layout/data-table.tsx';
import { Section } from '../layout/section.tsx';
import { barParts, payerColour, payersIn, trancheHeight, trancheOption } from './tranche-option.ts';
import classes from './tranches.module.css';

/** What each payer owes and has paid, tranche by tranche: a chart, the totals by payer, and the terms of each. */
export function TranchesSection({ deal }: { readonly deal: DealView }) {
  const palette = usePalette();
  const narrow = useMediaQuery('(max-width: 44em)') ?? false;
  const { parts, withoutNumber } = useMemo(() => barParts(deal.tranches), [deal.tranches]);
  const option = useMemo(
    () => trancheOption(deal.tranches, parts, { palette, narrow }),
    [deal.tranches, parts, palette, narrow],
  );
  if (deal.tranches.length === 0 && deal.payers.length === 0) {
    return (
      <Section anchor="tranches" title="Tranches">
        <p>By {formatDate(deal.knownOn)} nothing was known of instalments or of who pays them.</p>
      </Section>
    );
  }
  return (
    <Section
      anchor="tranches"
      title="Tranches: committed and drawn, by payer"
      lead="Committed money is bound to be paid; drawn money has been. An investor’s own money and what it passes on to co-investors are kept apart."
    >
      {parts.length > 0 && (
        <figure className={classes.figure}>
          <Chart
            option={option}
            height={trancheHeight(deal.tranches)}
            label="Committed and drawn money of each tranche by payer. The same figures stand in the tables below."
          />
          <Legend parts={parts} palette={palette} />
        </figure>
      )}
      {withoutNumber.length > 0 && (
        <p className={classes.aside}>Not drawn, since no amount is known: {withoutNumber.join('; ')}.</p>
      )}
      <PayerTable deal={deal} />
      <div className={classes.tranches}>
        {deal.tranches.map((tranche) => (
          <TrancheBlock key={tranche.id} tranche={tranche} />
        ))}
      </div>
    </Section>
  );
}

const shareWords = (share: SliceView['share']): string => (share === 'own' ? 'own money' : 'syndicated');

function PayerTable({ deal }: { readonly deal: DealView }) {
  const total = { payer: 'All payers', share: undefined, ...deal.totals };
  type Row = Omit<PayerView, 'share'> & { readonly share: PayerView['share'] | undefined };
  return (
    <DataTable<Row>
      caption="Committed, drawn and undrawn by payer"
      rows={deal.payers}
      rowKey={({ payer, share }) => `${payer} ${share}`}
      foot={total}
      columns={[
        { key: 'payer', head: 'Payer', rowHead: true, cell: ({ payer }) => payer },
        {
          key: 'share',
          head: 'Whose money',
          cell: ({ share }) => (share === undefined ? undefined : shareWords(share)),
        },
        ...(['committed', 'drawn', 'undrawn'] as const).map((measure) => ({
          key: measure,
          head: measure.charAt(0).toUpperCase() + measure.slice(1),
          numeric: true,
          cell: (row: Row) => (
            <FigureButton
              figure={row[measure]}
              label={`${measure}, ${row.payer}${row.share === undefined ? '' : `, ${shareWords(row.share)}`}`}
            />
          ),
        })),
      ]}
    />
  );
}

function TrancheBlock({ tranche }: { readonly tranche: TrancheView }) {
  const measures = (['planned', 'committed', 'drawn', 'undrawn'] as const).filter(
    (measure) => measure !== 'planned' || tranche.slices.some(({ planned }) => planned !== undefined),
  );
  return (
    <article className={classes.tranche} aria-labelledby={`tranche-${tranche.id}`}>
      <div className={classes.trancheHead}>
        <h3 id={`tranche-${tranche.id}`}>{sentence(tranche.label)}</h3>
        <FigureButton figure={tranche.amount} label={`amount of ${tranche.label}`} />
        <StatusBadge status={tranche.status} />
      </div>
      <dl className={classes.facts}>
        {tranche.planned !== undefined && <Fact name="Planned" value={formatDate(tranche.planned)} />}
        {tranche.paid !== undefined && <Fact name="Paid" value={formatDate(tranche.paid)} />}
        <Fact name="Money" value={tranche.money} />
        {tranche.condition !== undefined && (
          <Fact name="Condition" value={`${tranche.condition} (${CONDITIONS[tranche.conditionState]})`} />
        )}
        {tranche.fallback.map((fallback) => (
          <div key={fallback.text}>
            <dt>If not</dt>
            <dd>
              {fallback.text}
              {fallback.figure !== undefined && (
                <>
                  {' '}
                  <FigureButton figure={fallback.figure} label={`fallback of ${tranche.label}`} />
                </>
              )}
              <EvidenceFold evidence={fallback.evidence} />
            </dd>
          </div>
        ))}
      </dl>
      {tranche.slices.length > 0 && (
        <DataTable<SliceView>
          caption={`Payers of ${tranche.label}`}
          rows={tranche.slices}
          rowKey={({ payer, share }) => `${payer} ${share}`}
          columns={[
            {
              key: 'payer',
              head: 'Payer',
              rowHead: true,
              cell: ({ payer, share }) => `${payer}, ${shareWords(share)}`,
            },
            { key: 'status', head: 'Status', cell: ({ status }) => <StatusBadge status={status} /> },
            ...measures.map((measure) => ({
              key: measure,
              head: measure.charAt(0).toUpperCase() + measure.slice(1),
              numeric: true,
              cell: (slice: SliceView) => {
                const figure = slice[measure];
                return figure === undefined ? (
                  <span className={classes.none}>none stated</span>
                ) : (
                  <FigureButton figure={figure} label={`${measure}, ${slice.payer} in ${tranche.label}`} />
                );
              },
            })),
          ]}
        />
      )}
      {tranche.joins.length > 0 && (
        <ul className={classes.joins} aria-label={`How payments were tied to ${tranche.label}`}>
          {tranche.joins.map((join) => (
            <li key={join}>{sentence(join)}</li>
          ))}
        </ul>
      )}
      <EvidenceFold evidence={tranche.evidence} />
    </article>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

const CONDITIONS: Readonly<Record<TrancheView['conditionState'], string>> = {
  none: 'no condition',
  open: 'open',
  met: 'met',
  failed: 'not met',
};

function Legend({
  parts,
  palette,
}: {
  readonly parts: ReturnType<typeof barParts>['parts'];
  readonly palette: Palette;
}) {
  const payers = payersIn(parts);
  const has = (test: (part: (typeof parts)[number]) => boolean) => parts.some(test);
  return (
    <figcaption>
      <ul className={classes.legend} aria-label="Legend">
        {payers.map((payer) => (
          <li key={payer}>
            <Swatch fill={payerColour(palette, payers, payer)} />
            {payer}
          </li>
        ))}
        {has(({ part }) => part === 'drawn') && (
          <li>
            <Swatch fill={palette.inkSoft} />
            drawn
          </li>
        )}
        {has(({ part }) => part === 'undrawn') && (
          <li>
            <Swatch fill="none" stroke={palette.inkSoft} />
            undrawn
          </li>
        )}
        {has(({ part }) => part === 'committed') && (
          <li>
            <Swatch fill={palette.inkSoft} stroke={palette.inkSoft} faint />
            committed, drawn part not known
          </li>
        )}
        {has(({ share }) => share === 'syndicated') && (
          <li>
            <Swatch fill="none" stroke={palette.inkSoft} striped />
            syndicated
          </li>
        )}
      </ul>
    </figcaption>
  );
}

function Swatch({
  fill,
  stroke,
  striped = false,
  faint = false,
}: {
  readonly fill: string;
  readonly stroke?: string;
  readonly striped?: boolean;
  readonly faint?: boolean;
}) {
  return (
    <svg viewBox="0 0 16 12" className={classes.swatch} aria-hidden="true">
      <rect
        x="0.5"
        y="0.5"
        width="15"
        height="11"
        fill={fill}
        stroke={stroke}
        fillOpacity={faint ? 0.5 : 1}
      />
      {striped && <path d="M-1 11 9 1 M4 12 14 2 M9 13 19 3" stroke={stroke} strokeWidth="1.5" />}
    </svg>
  );
}
