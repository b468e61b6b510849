import type { AnswerView, EvidenceView } from '@tranche/service/views';
import { commonRuleOf } from '../deal/common-rule.ts';
import { RuleNote } from '../deal/rule-note.tsx';
import terms from '../deal/terms.module.css';
import { EvidenceFold } from '../evidence/evidence-item.tsx';
import { counted, sentence } from '../format.ts';
import { Section } from '../layout/section.tsx';
import { AnswerCell } from './cell.tsx';

/** Where sources disagree or a choice is open: what counts here, what was passed over, what each would change. */
export function AnswerConflicts({
  conflicts,
  evidenceOf,
}: {
  readonly conflicts: AnswerView['conflicts'];
  readonly evidenceOf: (ids: readonly string[]) => readonly EvidenceView[];
}) {
  const common = commonRuleOf(conflicts);
  return (
    <Section
      anchor="conflicts"
      title="Where sources disagree"
      lead="Nothing was dropped. Beside each value stands why it was passed over, and what choosing it would change."
    >
      {common !== undefined && <RuleNote rule={common} />}
      <div className={terms.conflicts}>
        {conflicts.map(({ label, chosen, rule, origins, evidence, options }) => (
          <article key={`${label} ${rule}`} className={terms.conflict}>
            <h3>{sentence(label)}</h3>
            <div className={terms.chosen}>
              <p className={terms.value}>
                {chosen === undefined ? (
                  'Not chosen'
                ) : (
                  <AnswerCell cell={chosen} label={`${label}, chosen`} />
                )}
              </p>
              {rule !== common && <p className={terms.rule}>{sentence(rule)}</p>}
              <Origins count={origins} />
              <EvidenceFold evidence={evidenceOf(evidence)} />
            </div>
            <ul className={terms.alternatives} aria-label={`Passed over for ${label}`}>
              {options.map((option, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: options have no name, and their order does not change.
                <li key={index} className={terms.alternative}>
                  <p className={terms.value}>
                    <AnswerCell cell={option.cell} label={`${label}, passed over`} />
                  </p>
                  <p className={terms.rule}>{sentence(option.passedOverBecause)}</p>
                  <Origins count={option.origins} />
                  <EvidenceFold evidence={evidenceOf(option.evidence)} />
                  {option.effect !== undefined && <p className={terms.effect}>If chosen: {option.effect}</p>}
                </li>
              ))}
            </ul>
          </article>
        ))}
      </div>
    </Section>
  );
}

/** Relays of one origin count once. */
function Origins({ count }: { readonly count: number | undefined }) {
  if (count === undefined) return null;
  return <p className={terms.rule}>{counted(count, 'independent origin')}</p>;
}
