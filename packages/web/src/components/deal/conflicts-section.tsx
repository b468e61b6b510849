import type { TermView } from '@tranche/service/views';
import { EvidenceFold } from '../evidence/evidence-item.tsx';
import { FigureButton } from '../figure/figure-button.tsx';
import { beyondFigure, sentence } from '../format.ts';
import { Section } from '../layout/section.tsx';
import { commonRuleOf } from './common-rule.ts';
import { RuleNote } from './rule-note.tsx';
import classes from './terms.module.css';

/** Where sources disagree: what was chosen by which rule, what was passed over and why, and what it would change. */
export function ConflictsSection({ terms }: { readonly terms: readonly TermView[] }) {
  const common = commonRuleOf(terms);
  return (
    <Section
      anchor="conflicts"
      title="Where sources disagree"
      lead={
        terms.length === 0
          ? 'By this date no two sources gave different values.'
          : 'A written rule chose; nothing was dropped. Beside each passed-over value stands what choosing it would change.'
      }
    >
      {common !== undefined && <RuleNote rule={common} />}
      <div className={classes.conflicts}>
        {terms.map((term) => (
          <article key={term.field} className={classes.conflict} aria-labelledby={`conflict-${term.field}`}>
            <h3 id={`conflict-${term.field}`}>{sentence(term.label)}</h3>
            <div className={classes.chosen}>
              <p className={classes.value}>
                {term.figure === undefined ? (
                  term.text
                ) : (
                  <>
                    <FigureButton figure={term.figure} label={`${term.label}, chosen`} />{' '}
                    {beyondFigure(term.text, term.figure.text)}
                  </>
                )}
              </p>
              {term.rule !== common && <p className={classes.rule}>Chosen: {term.rule}</p>}
              <EvidenceFold evidence={term.evidence} />
            </div>
            <ul className={classes.alternatives} aria-label={`Passed over for ${term.label}`}>
              {term.alternatives.map((alternative) => (
                <li
                  key={`${alternative.text} ${alternative.evidence[0]?.id ?? ''}`}
                  className={classes.alternative}
                >
                  <p className={classes.value}>
                    {alternative.figure === undefined ? (
                      alternative.text
                    ) : (
                      <>
                        <FigureButton figure={alternative.figure} label={`${term.label}, passed over`} />{' '}
                        {beyondFigure(alternative.text, alternative.figure.text)}
                      </>
                    )}
                  </p>
                  <p className={classes.rule}>{sentence(alternative.passedOverBecause)}</p>
                  <EvidenceFold evidence={alternative.evidence} />
                  {alternative.effect !== undefined && (
                    <p className={classes.effect}>If chosen: {alternative.effect}</p>
                  )}
                </li>
              ))}
            </ul>
          </article>
        ))}
      </div>
    </Section>
  );
}
