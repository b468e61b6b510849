import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReportRequest, SourceView } from '@tranche/service/views';
import { useEffect, useId, useRef } from 'react';
import { addReport, healthQuery, readReport } from '../../api/queries.ts';
import { FailureNote, Loading } from '../../components/feedback/feedback.tsx';
import { counted } from '../../components/format.ts';
import { PageHead } from '../../components/layout/page-head.tsx';
import { JoinedDeals } from '../../components/report/joined-deals.tsx';
import { ReportView } from '../../components/report/report-view.tsx';
import { DraftsNote } from './drafts-note.tsx';
import classes from './read-page.module.css';
import { ReportForm } from './report-form.tsx';

/** A report handed in: read and checked without being stored, and added to the workspace if wanted. */
export function ReadPage() {
  const queries = useQueryClient();
  const health = useQuery(healthQuery);
  const read = useMutation({ mutationFn: readReport });
  const add = useMutation({
    mutationFn: addReport,
    // Deals, timelines, rankings and sources may all say something else now.
    onSuccess: () => queries.invalidateQueries(),
  });
  const report = read.variables;
  const undated = read.data !== undefined && read.data.published === undefined;
  return (
    <>
      <PageHead title="Read a report">
        <p className={classes.lead}>
          Paste the text of an article, a notice or a filing, or drop the file. Tranche finds its claims, each
          with its quote, and checks those that can be checked. Nothing is stored unless you add it.
        </p>
      </PageHead>
      <ReportForm
        busy={read.isPending}
        failure={read.error}
        asksForDate={undated}
        model={health.data?.drafts}
        onRead={(handedIn: ReportRequest) => {
          add.reset();
          read.mutate(handedIn);
        }}
      />
      {read.isPending && <Loading what="and checking the report" />}
      {read.data !== undefined && report !== undefined && (
        <Result
          source={add.data ?? read.data}
          stored={add.data !== undefined}
          adding={add.isPending}
          failure={add.error}
          onAdd={() => add.mutate(report)}
        />
      )}
    </>
  );
}

function Result({
  source,
  stored,
  adding,
  failure,
  onAdd,
}: {
  readonly source: SourceView;
  readonly stored: boolean;
  readonly adding: boolean;
  readonly failure: Error | null;
  readonly onAdd: () => void;
}) {
  const headId = useId();
  const head = useRef<HTMLHeadingElement>(null);
  const dated = source.published !== undefined;
  useEffect(() => {
    if (dated) head.current?.focus();
  }, [dated]);
  const checked = source.claims.filter(({ verdict }) => verdict !== undefined).length;
  return (
    <section aria-labelledby={headId} className={classes.result}>
      <div className={classes.resultHead}>
        <div>
          <h2 id={headId} ref={head} tabIndex={-1}>
            {source.title}
          </h2>
          <p className={classes.counts}>
            {counted(source.claims.length, 'claim')},{' '}
            {source.published === undefined ? 'not checked, since it bears no date' : `${checked} checked`}
            {source.documentVerdicts.length > 0 &&
              `, ${counted(source.documentVerdicts.length, 'error')} of the document itself`}
          </p>
        </div>
        {stored ? (
          <output className={classes.stored}>
            <p>
              Added to the workspace.{' '}
              <Link to="/sources/$sourceId" params={{ sourceId: source.id }}>
                Open the source
              </Link>
            </p>
            <JoinedDeals claims={source.claims} />
          </output>
        ) : (
          <div className={classes.add}>
            <span>Not stored.</span>
            <button
              type="button"
              className={classes.primary}
              disabled={adding || source.published === undefined}
              onClick={onAdd}
            >
              {adding ? 'Adding …' : 'Add it to the workspace'}
            </button>
          </div>
        )}
      </div>
      {failure !== null && <FailureNote error={failure} />}
      {source.drafts !== undefined && <DraftsNote drafts={source.drafts} />}
      <ReportView source={source} />
    </section>
  );
}
