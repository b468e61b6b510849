import type { DealView, JudgementView, TermView } from '@tranche/service/views';
import { EvidenceFold } from '../evidence/evidence-item.tsx';
import { FigureButton } from '../figure/figure-button.tsx';
import { beyondFigure, sentence } from '../format.ts';
import { JudgeButton } from '../judgement/judge-button.tsx';
import { undoOf } from '../judgement/proposal.ts';
import { Section } from '../layout/section.tsx';
import { commonRuleOf } from './common-rule.ts';
import { RuleNote } from './rule-note.tsx';
import classes from './terms.module.css';

/** Where sources disagree: what was chosen by which rule, what was passed over and why, and what it would change. */
export function ConflictsSection({ deal }: { readonly deal: DealView }) {
  const terms = deal.conflictsPassedOver;
  const preferences = new Map(
    deal.judgements.flatMap((judgement) =>
      judgement.inForce && judgement.decision.kind === 'prefer'
        ? [[judgement.decision.statement, judgement] as const]
        : [],
    ),
  );
  const preferenceOf = ({ field, evidence }: TermView): JudgementView | undefined =>
    evidence
      .flatMap(({ id }) => preferences.get(id) ?? [])
      .find(({ decision }) => decision.kind === 'prefer' && decision.field === field);
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
              <Preference judgement={preferenceOf(term)} />
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
                  <Prefer deal={deal.id} term={term} alternative={alternative} />
                </li>
              ))}
            </ul>
          </article>
        ))}
      </div>
    </Section>
  );
}

function Prefer({
  deal,
  term: { field, label },
  alternative: { text, evidence },
}: {
  readonly deal: string;
  readonly term: TermView;
  readonly alternative: TermView['alternatives'][number];
}) {
  // What is rejected is not to be preferred.
  const statement = evidence.find(({ judgements = [] }) => !judgements.some(({ kind }) => kind === 'reject'));
  if (statement === undefined) return null;
  return (
    <JudgeButton
      of={`${text} for ${label}`}
      proposal={{
        name: 'Prefer this',
        title: 'Prefer another value',
        about: `${sentence(label)}: ${text}, as said in “${statement.summary}”, goes before what the rule picks.`,
        decisionOf: () => ({ kind: 'prefer', deal, field, statement: statement.id }),
      }}
    />
  );
}

function Preference({ judgement }: { readonly judgement: JudgementView | undefined }) {
  if (judgement === undefined) return null;
  const { id, by, text, why } = judgement;
  return <JudgeButton of={`${by} ${text}`} proposal={undoOf(id, `${by} ${text}: ${why}`)} />;
}
