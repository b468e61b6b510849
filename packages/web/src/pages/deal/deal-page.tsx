import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import type { DealView } from '@tranche/service/views';
import { useMemo } from 'react';
import { dealQuery, rankingQuery, timelineQuery } from '../../api/queries.ts';
import { StatusBadge } from '../../components/badges/status-badge.tsx';
import { ConflictsSection } from '../../components/deal/conflicts-section.tsx';
import { HeadlineFigures } from '../../components/deal/headline-figures.tsx';
import { JudgementsSection } from '../../components/deal/judgements-section.tsx';
import { RANKING_SCOPE, RankingSection } from '../../components/deal/ranking-section.tsx';
import { ReconciliationSection } from '../../components/deal/reconciliation-section.tsx';
import { StakesSection } from '../../components/deal/stakes-section.tsx';
import { STORY_SCOPE, StorySection } from '../../components/deal/story-section.tsx';
import { TermsSection } from '../../components/deal/terms-section.tsx';
import { TranchesSection } from '../../components/deal/tranches-section.tsx';
import { DerivationPanel, type OpenableAnswer } from '../../components/derivation/derivation-panel.tsx';
import { FailureNote, Loading } from '../../components/feedback/feedback.tsx';
import { DerivationScope } from '../../components/figure/derivation-scope.tsx';
import { counted, formatDate, sentence } from '../../components/format.ts';
import { JoinedTo } from '../../components/judgement/proposal.ts';
import { daysOf } from '../../components/known-on/days.ts';
import { KnownOnControl } from '../../components/known-on/known-on-control.tsx';
import { PageHead } from '../../components/layout/page-head.tsx';
import { Section } from '../../components/layout/section.tsx';
import classes from './deal-page.module.css';

const DEAL_SCOPE = 'deal';

/** One deal as known on a date: every figure of it opens down to what was said. */
export function DealPage() {
  const { dealId } = useParams({ from: '/deals/$dealId' });
  const { as_of, known_on, measure = 'committed' } = useSearch({ from: '__root__' });
  const deal = useQuery(dealQuery(dealId, { as_of, known_on }));
  const timeline = useQuery(timelineQuery(dealId));
  const days = useMemo(() => (timeline.data === undefined ? [] : daysOf(timeline.data)), [timeline.data]);
  const issuer = deal.data?.issuer;
  const ranking = useQuery({
    ...rankingQuery(issuer ?? '', measure, { as_of, known_on }),
    enabled: issuer !== undefined,
  });

  if (deal.isPending) return <Loading what="the deal" />;
  if (deal.data === undefined) {
    return (
      <>
        <PageHead title="Deal" />
        {known_on !== undefined && days.length > 0 && (
          <KnownOnControl days={days} knownOn={known_on} asOf={as_of ?? known_on} busy={false} />
        )}
        <div className={classes.failure}>
          <FailureNote error={deal.error} again={() => void deal.refetch()} />
        </div>
      </>
    );
  }
  const answers: readonly OpenableAnswer[] = [
    { name: DEAL_SCOPE, title: `${deal.data.title}: what it rests on`, derivation: deal.data.derivation },
    ...(timeline.data === undefined
      ? []
      : [{ name: STORY_SCOPE, title: 'The story: what it rests on', derivation: timeline.data.derivation }]),
    ...(ranking.data === undefined
      ? []
      : [{ name: RANKING_SCOPE, title: 'Ranking: what it rests on', derivation: ranking.data.derivation }]),
  ];
  return (
    <>
      <DealHead deal={deal.data} />
      <KnownOnControl
        days={days}
        knownOn={known_on ?? deal.data.knownOn}
        asOf={as_of ?? deal.data.asOf}
        busy={deal.isPlaceholderData || timeline.isPending}
      />
      <DerivationScope name={DEAL_SCOPE}>
        <div aria-busy={deal.isPlaceholderData} data-known-on={deal.data.knownOn} className={classes.answer}>
          <HeadlineFigures deal={deal.data} />
          <OnThisPage />
          {timeline.isPending && <Loading what="the story" />}
          {timeline.isError && <FailureNote error={timeline.error} again={() => void timeline.refetch()} />}
          {timeline.data !== undefined && (
            <StorySection timeline={timeline.data} knownOn={known_on ?? deal.data.knownOn} />
          )}
          <JoinedTo value={deal.data.id}>
            <TranchesSection deal={deal.data} />
          </JoinedTo>
          <RankingSection issuer={deal.data.issuer} />
          <JoinedTo value={deal.data.id}>
            <ConflictsSection deal={deal.data} />
            <TermsSection terms={deal.data.terms} />
          </JoinedTo>
          <JudgementsSection deal={deal.data} />
          <div className={classes.pair}>
            <StakesSection stakes={deal.data.impliedStakes} />
            <ReconciliationSection reconciliations={deal.data.reconciliations} />
          </div>
          <Assumptions deal={deal.data} />
        </div>
      </DerivationScope>
      <DerivationPanel answers={answers} />
    </>
  );
}

function DealHead({ deal }: { readonly deal: DealView }) {
  return (
    <PageHead title={deal.title} kicker={`${deal.issuer} · ${sentence(deal.money)}`}>
      <p className={classes.facts}>
        <StatusBadge status={deal.status} />
        <span>
          {counted(deal.sources, 'source')}, {counted(deal.statements, 'statement')}
        </span>
        <span>
          known since <time dateTime={deal.firstKnown}>{formatDate(deal.firstKnown)}</time>, last news{' '}
          <time dateTime={deal.lastKnown}>{formatDate(deal.lastKnown)}</time>
        </span>
        {deal.conflicts > 0 && <a href="#conflicts">{counted(deal.conflicts, 'disagreement')}</a>}
      </p>
    </PageHead>
  );
}

const PARTS = [
  ['story', 'Story'],
  ['tranches', 'Tranches'],
  ['ranking', 'Largest investors'],
  ['conflicts', 'Disagreements'],
  ['terms', 'Terms'],
  ['judgements', 'Judgements'],
  ['stakes', 'Implied stake'],
  ['reconciliation', 'Sums'],
  ['assumptions', 'Assumptions'],
] as const;

function OnThisPage() {
  return (
    <nav aria-label="On this page" className={classes.parts}>
      <ul>
        {PARTS.map(([anchor, name]) => (
          <li key={anchor}>
            <a href={`#${anchor}`}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Assumptions({ deal }: { readonly deal: DealView }) {
  return (
    <Section
      anchor="assumptions"
      title="Assumptions"
      lead={
        deal.assumptions.length === 0
          ? 'None: every figure follows from what was said.'
          : 'Nobody said these; figures that rest on them name them.'
      }
    >
      <ul className={classes.assumptions}>
        {deal.assumptions.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </Section>
  );
}
