import type { ReconciliationView } from '../../api/types.ts';
import { FigureButton } from '../figure/figure-button.tsx';
import { sentence } from '../format.ts';
import { Section } from '../layout/section.tsx';
import classes from './reconciliation.module.css';

/** Sums of parts beside the stated whole. What does not add up stays as a line of its own. */
export function ReconciliationSection({
  reconciliations,
}: {
  readonly reconciliations: readonly ReconciliationView[];
}) {
  return (
    <Section anchor="reconciliation" title="What adds up, and what does not">
      {reconciliations.length === 0 && <p>By this date there are no parts to set beside a stated whole.</p>}
      <div className={classes.sums}>
        {reconciliations.map((one) => (
          <table key={one.label} className={classes.sum} data-agrees={one.agrees}>
            <caption>
              {sentence(one.label)}: {one.agrees ? 'adds up' : 'leaves a remainder'}
            </caption>
            <tbody>
              {one.parts.map((part) => (
                <tr key={part.node}>
                  <th scope="row">{sentence(part.label)}</th>
                  <td>
                    <FigureButton figure={part} label={part.label} />
                  </td>
                </tr>
              ))}
              <tr className={classes.total}>
                <th scope="row">Sum of the parts</th>
                <td>
                  <FigureButton figure={one.sum} label={`sum, ${one.label}`} />
                </td>
              </tr>
              <tr>
                <th scope="row">As stated</th>
                <td>
                  <FigureButton figure={one.stated} label={`stated, ${one.label}`} />
                </td>
              </tr>
              <tr className={classes.remainder}>
                <th scope="row">Remainder</th>
                <td>
                  <FigureButton figure={one.remainder} label={`remainder, ${one.label}`} />
                </td>
              </tr>
            </tbody>
          </table>
        ))}
      </div>
    </Section>
  );
}
