import type { ImpliedStakeView } from '../../api/types.ts';
import { FigureButton } from '../figure/figure-button.tsx';
import { sentence } from '../format.ts';
import { DataTable } from '../layout/data-table.tsx';
import { Section } from '../layout/section.tsx';

/** What share the money would buy, each with its basis: where the basis is not stated, every reading is shown. */
export function StakesSection({ stakes }: { readonly stakes: readonly ImpliedStakeView[] }) {
  return (
    <Section
      anchor="stakes"
      title="Implied stake"
      lead={
        stakes.length === 0
          ? 'By this date there is no amount and valuation to compute one from.'
          : 'Amount over valuation, before later dilution. Each reading of the valuation gives its own line.'
      }
    >
      {stakes.length > 0 && (
        <DataTable
          caption="Implied stakes"
          rows={stakes}
          rowKey={({ figure }) => figure.node}
          columns={[
            { key: 'label', head: 'Stake', rowHead: true, cell: ({ label }) => sentence(label) },
            { key: 'basis', head: 'Basis', cell: ({ basis }) => basis },
            {
              key: 'figure',
              head: 'Share',
              numeric: true,
              cell: ({ figure, label }) => <FigureButton figure={figure} label={label} />,
            },
          ]}
        />
      )}
    </Section>
  );
}
