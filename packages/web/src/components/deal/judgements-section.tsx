import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { DealView } from '@tranche/service/views';
import { dealsQuery } from '../../api/queries.ts';
import { JudgementList } from '../judgement/judgement-list.tsx';
import { useJudging } from '../judgement/proposal.ts';
import { Section } from '../layout/section.tsx';
import classes from './judgements.module.css';

/** What people decided about the deal, and what can be decided of it as a whole. */
export function JudgementsSection({ deal }: { readonly deal: DealView }) {
  const { as_of, known_on } = useSearch({ from: '__root__' });
  const deals = useQuery(dealsQuery({ as_of, known_on }));
  const judging = useJudging();
  const { id, title, issuer, judgements } = deal;
  const others = (deals.data?.deals ?? []).filter((other) => other.issuer === issuer && other.id !== id);
  return (
    <Section
      anchor="judgements"
      title="Judgements"
      lead={
        judgements.length === 0
          ? 'Nobody has overruled anything here. Each statement can be accepted, rejected or noted on; where sources disagree, one can be preferred.'
          : 'What people decided, with their reasons. Each counts from its day on, and can be taken back.'
      }
      aside={
        <div className={classes.actions}>
          <button
            type="button"
            className={classes.action}
            onClick={() =>
              judging({
                name: 'Note on this deal',
                title: 'Note on this deal',
                about: title,
                text: { label: 'Note' },
                decisionOf: ({ text }) => ({ kind: 'note', about: id, text }),
              })
            }
          >
            Note on this deal
          </button>
          {others.length > 0 && (
            <button
              type="button"
              className={classes.action}
              onClick={() =>
                judging({
                  name: 'Merge with another deal',
                  title: 'Merge with another deal',
                  about: `Everything said of the other deal becomes part of “${title}”.`,
                  choice: {
                    label: 'The other deal',
                    options: others.map((other) => ({
                      value: other.id,
                      label: `${other.title} (${other.money})`,
                    })),
                  },
                  decisionOf: ({ choice }) => ({ kind: 'merge', of: 'deals', into: id, other: choice }),
                })
              }
            >
              Merge with another deal
            </button>
          )}
        </div>
      }
    >
      {judgements.length > 0 && <JudgementList judgements={judgements} label="Judgements about this deal" />}
    </Section>
  );
}
