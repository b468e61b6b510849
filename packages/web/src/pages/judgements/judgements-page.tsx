import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { judgementsQuery } from '../../api/queries.ts';
import { datesOf } from '../../app/search.ts';
import { Empty, FailureNote, Loading } from '../../components/feedback/feedback.tsx';
import { JudgementList } from '../../components/judgement/judgement-list.tsx';
import { DateLine } from '../../components/known-on/date-line.tsx';
import { PageHead } from '../../components/layout/page-head.tsx';
import classes from './judgements-page.module.css';

/** Everything people decided by the date, and what of it stands. */
export function JudgementsPage() {
  const search = useSearch({ from: '__root__' });
  const judgements = useQuery(judgementsQuery(search));
  const made = judgements.data?.judgements ?? [];
  return (
    <>
      <PageHead title="Judgements">
        <p className={classes.lead}>
          What people decided about what sources say, with who, when and why. Nothing that was said is edited;
          a judgement is taken back by another one.
        </p>
      </PageHead>
      <div className={classes.controls}>
        <DateLine />
      </div>
      {judgements.isPending && <Loading what="the judgements" />}
      {judgements.isError && <FailureNote error={judgements.error} again={() => void judgements.refetch()} />}
      {judgements.data !== undefined && made.length === 0 && (
        <Empty title="Nothing was judged">
          <p>
            Accept, reject or prefer what a source says on the page of a{' '}
            <Link to="/" search={datesOf(search)}>
              deal
            </Link>
            .
          </p>
        </Empty>
      )}
      {made.length > 0 && (
        <div aria-busy={judgements.isPlaceholderData}>
          <JudgementList judgements={made} label="Judgements, the latest first" />
        </div>
      )}
    </>
  );
}
