import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { answerQuery, dealsQuery, questionsQuery } from '../../api/queries.ts';
import { useChangeSearch } from '../../app/use-change-search.ts';
import { ANSWER_SCOPE, AnswerView } from '../../components/answer/answer-view.tsx';
import { DerivationPanel } from '../../components/derivation/derivation-panel.tsx';
import { FailureNote, Loading } from '../../components/feedback/feedback.tsx';
import { DateLine } from '../../components/known-on/date-line.tsx';
import { PageHead } from '../../components/layout/page-head.tsx';
import classes from './ask-page.module.css';
import { type AskedFields, QuestionForm } from './question-form.tsx';

/** One question of the closed list, answered on two dates; the address holds all of it. */
export function AskPage() {
  const search = useSearch({ from: '__root__' });
  const changeSearch = useChangeSearch();
  const questions = useQuery(questionsQuery);
  const deals = useQuery(dealsQuery(search));
  const { question, of, by, holder, to, exits, as_of, known_on } = search;
  const asked = { question: question ?? '', of, by, holder, to, at: exits?.split(/\s+/), as_of, known_on };
  const answer = useQuery({ ...answerQuery(asked), enabled: question !== undefined });
  const ask = (fields: AskedFields) => {
    const set = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
    changeSearch(() => ({
      ...set,
      ...(as_of === undefined ? {} : { as_of }),
      ...(known_on === undefined ? {} : { known_on }),
    }));
  };
  const subjects = [
    ...new Set((deals.data?.deals ?? []).flatMap(({ issuer }) => issuer)),
    ...(deals.data?.deals ?? []).map(({ id }) => id),
  ];
  return (
    <>
      <PageHead title="Ask">
        <p className={classes.lead}>
          A closed list of questions, each answered from what was published by the date, with everything that
          was passed over. Press a number to see what it rests on.
        </p>
      </PageHead>
      {questions.isPending && <Loading what="the questions" />}
      {questions.isError && <FailureNote error={questions.error} again={() => void questions.refetch()} />}
      {questions.data !== undefined && (
        <div className={classes.asking}>
          <QuestionForm
            key={[question, of, by, holder, to, exits].join('|')}
            questions={questions.data.questions}
            subjects={subjects}
            asked={{
              question: question ?? '',
              of: of ?? '',
              by: by ?? '',
              holder: holder ?? '',
              to: to ?? '',
              exits: exits ?? '',
            }}
            onAsk={ask}
          />
          <DateLine withAsOf />
        </div>
      )}
      {question !== undefined && answer.isPending && <Loading what="the answer" />}
      {answer.isError && <FailureNote error={answer.error} />}
      {answer.data !== undefined && !answer.isError && (
        <>
          <AnswerView answer={answer.data} busy={answer.isPlaceholderData} />
          <DerivationPanel
            answers={[
              {
                name: ANSWER_SCOPE,
                title: 'The answer: what it rests on',
                derivation: answer.data.derivation,
              },
            ]}
          />
        </>
      )}
    </>
  );
}
