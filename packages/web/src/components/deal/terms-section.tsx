import type { TermView } from '@tranche/service/views';
import { EvidenceFold } from '../evidence/evidence-item.tsx';
import { FigureButton } from '../figure/figure-button.tsx';
import { beyondFigure, counted, sentence } from '../format.ts';
import { DataTable } from '../layout/data-table.tsx';
import { Section } from '../layout/section.tsx';
import { commonRuleOf } from './common-rule.ts';
import { RuleNote } from './rule-note.tsx';
import classes from './terms.module.css';

/** The deal's terms as known, each with the rule that chose it where more than one value was reported. */
export function TermsSection({ terms }: { readonly terms: readonly TermView[] }) {
  const common = commonRuleOf(terms.filter(({ alternatives }) => alternatives.length > 0));
  return (
    <Section anchor="terms" title="Terms">
      {common !== undefined && <RuleNote rule={common} />}
      <DataTable
        caption="Terms of the deal"
        rows={terms}
        rowKey={({ field }) => field}
        columns={[
          { key: 'label', head: 'Term', rowHead: true, cell: ({ label }) => sentence(label) },
          {
            key: 'value',
            head: 'As known',
            cell: (term) =>
              term.figure === undefined ? (
                term.text
              ) : (
                <>
                  <FigureButton figure={term.figure} label={term.label} />{' '}
                  {beyondFigure(term.text, term.figure.text)}
                </>
              ),
          },
          {
            key: 'rule',
            head: 'How it was chosen',
            cell: ({ rule, alternatives, evidence }) => (
              <div className={classes.chosenBy}>
                <span className={classes.rule}>
                  {rule === common ? 'By the rule above' : sentence(rule)}
                  {alternatives.length > 0 && (
                    <>
                      {'; '}
                      <a href="#conflicts">{counted(alternatives.length, 'other value')} passed over</a>
                    </>
                  )}
                </span>
                <EvidenceFold evidence={evidence} />
              </div>
            ),
          },
        ]}
      />
    </Section>
  );
}
