import type { AnswerView as Answer, EvidenceView } from '@tranche/service/views';
import { EvidenceFold } from '../evidence/evidence-item.tsx';
import { DerivationScope } from '../figure/derivation-scope.tsx';
import { FigureButton } from '../figure/figure-button.tsx';
import { formatDate, sentence } from '../format.ts';
import { DataTable } from '../layout/data-table.tsx';
import { Section } from '../layout/section.tsx';
import classes from './answer.module.css';
import { AnswerConflicts } from './answer-conflicts.tsx';
import { AnswerCell, textOfCell } from './cell.tsx';

/** Name of the answer whose derivation holds the figures. */
export const ANSWER_SCOPE = 'answer';

/** An answer of any question: the sentence first, then the table, what was passed over, and what is missing. */
export function AnswerView({ answer, busy }: { readonly answer: Answer; readonly busy: boolean }) {
  const byId = new Map(answer.evidence.map((one) => [one.id, one]));
  const evidenceOf = (ids: readonly string[]): EvidenceView[] => ids.flatMap((id) => byId.get(id) ?? []);
  return (
    <DerivationScope name={ANSWER_SCOPE}>
      <div aria-busy={busy} data-known-on={answer.knownOn}>
        <p className={classes.answer} data-decided={answer.decided} data-no={answer.isNo || undefined}>
          {sentence(answer.answer)}
        </p>
        <p className={classes.basis}>
          {sentence(answer.basis)}; as of <time dateTime={answer.asOf}>{formatDate(answer.asOf)}</time>, as
          known on <time dateTime={answer.knownOn}>{formatDate(answer.knownOn)}</time>.
        </p>
        {answer.missing.length > 0 && (
          <Listed title="What would have to be known" items={answer.missing} kind="missing" />
        )}
        {answer.rows.length > 0 && <Rows answer={answer} evidenceOf={evidenceOf} />}
        {answer.conflicts.length > 0 && (
          <AnswerConflicts conflicts={answer.conflicts} evidenceOf={evidenceOf} />
        )}
        {answer.remainders.length > 0 && <Remainders answer={answer} evidenceOf={evidenceOf} />}
        {answer.assumptions.length > 0 && (
          <Listed title="Assumed" items={answer.assumptions.map(({ text }) => text)} kind="assumed" />
        )}
        <EvidenceFold evidence={answer.evidence} />
      </div>
    </DerivationScope>
  );
}

interface Parts {
  readonly answer: Answer;
  readonly evidenceOf: (ids: readonly string[]) => readonly EvidenceView[];
}

function Rows({ answer, evidenceOf }: Parts) {
  const [first] = answer.columns;
  const rows = answer.rows.map((row, index) => ({ ...row, key: String(index) }));
  const used = answer.columns.filter(({ key }) => rows.some(({ cells }) => textOfCell(cells[key]) !== ''));
  const noted = rows.some(({ note, evidence }) => note !== undefined || evidence.length > 0);
  return (
    <DataTable
      caption={answer.answer}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        ...used.map(({ key, title, align }) => ({
          key,
          head: sentence(title),
          numeric: align === 'right',
          rowHead: key === first?.key,
          cell: ({ cells, kind }: (typeof rows)[number]) => {
            const cell = cells[key];
            return cell === undefined ? null : (
              <span data-kind={kind} className={classes.cell}>
                <AnswerCell
                  cell={cell}
                  label={`${title}, ${first === undefined ? '' : textOfCell(cells[first.key])}`}
                />
              </span>
            );
          },
        })),
        ...(noted
          ? [
              {
                key: 'note',
                head: 'Note',
                cell: ({ note, evidence }: (typeof rows)[number]) => (
                  <div className={classes.note}>
                    {note !== undefined && <span>{sentence(note)}</span>}
                    <EvidenceFold evidence={evidenceOf(evidence)} />
                  </div>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function Remainders({ answer, evidenceOf }: Parts) {
  return (
    <Section anchor="sums" title="What adds up, and what does not">
      <DataTable
        caption="Sums"
        rows={answer.remainders}
        rowKey={({ label }) => label}
        columns={[
          { key: 'what', head: 'Sum', rowHead: true, cell: ({ label }) => sentence(label) },
          {
            key: 'sum',
            head: 'Parts',
            cell: ({ sum, label }) => <FigureButton figure={sum} label={`sum, ${label}`} />,
          },
          {
            key: 'stated',
            head: 'Stated',
            cell: ({ stated, label }) => <FigureButton figure={stated} label={`stated, ${label}`} />,
          },
          {
            key: 'remainder',
            head: 'Remainder',
            cell: ({ remainder, label, agrees }) => (
              <span className={classes.remainder} data-agrees={agrees}>
                <FigureButton figure={remainder} label={`remainder, ${label}`} />
                {agrees && ' agrees'}
              </span>
            ),
          },
          {
            key: 'evidence',
            head: 'Said by',
            cell: ({ evidence }) => <EvidenceFold evidence={evidenceOf(evidence)} />,
          },
        ]}
      />
    </Section>
  );
}

function Listed({
  title,
  items,
  kind,
}: {
  readonly title: string;
  readonly items: readonly string[];
  readonly kind: 'missing' | 'assumed';
}) {
  return (
    <div className={classes.listed} data-kind={kind}>
      <h2>{title}</h2>
      <ul>
        {items.map((item) => (
          <li key={item}>{sentence(item)}</li>
        ))}
      </ul>
    </div>
  );
}
