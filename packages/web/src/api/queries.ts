import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  AnswerView,
  DealView,
  JudgementRequest,
  JudgementView,
  OpenedFileView,
  PartyView,
  QuestionView,
  RankingView,
  ReportRequest,
  SourceView,
  TimelineView,
} from '@tranche/service/views';
import { ApiFailure, getJson, postFile, postJson } from './client.ts';
import type { DealsAnswer, HealthAnswer, Measure, SourcesAnswer } from './types.ts';

/** The two dates of a question; what is left out is for the server to say. */
export interface Dates {
  readonly as_of?: string | undefined;
  readonly known_on?: string | undefined;
}

const parametersOf = ({ as_of, known_on }: Dates) => ({ as_of, known_on });

// While another date loads, the earlier answer stays on the page, marked as being renewed.
const placeholderData = keepPreviousData;

export const dealsQuery = (dates: Dates) =>
  queryOptions({
    queryKey: ['deals', parametersOf(dates)],
    queryFn: ({ signal }) => getJson<DealsAnswer>('/api/deals', parametersOf(dates), signal),
    placeholderData,
  });

export const dealQuery = (id: string, dates: Dates) =>
  queryOptions({
    queryKey: ['deal', id, parametersOf(dates)],
    queryFn: ({ signal }) =>
      getJson<DealView>(`/api/deals/${encodeURIComponent(id)}`, parametersOf(dates), signal),
    placeholderData,
  });

/** The whole story, up to today: the page marks what had not been known on the date that is looked at. */
export const timelineQuery = (id: string) =>
  queryOptions({
    queryKey: ['timeline', id],
    queryFn: ({ signal }) =>
      getJson<TimelineView>(`/api/deals/${encodeURIComponent(id)}/timeline`, {}, signal),
  });

export const rankingQuery = (issuer: string, measure: Measure, dates: Dates) =>
  queryOptions({
    queryKey: ['ranking', issuer, measure, parametersOf(dates)],
    queryFn: ({ signal }) =>
      getJson<RankingView>('/api/ranking', { issuer, measure, ...parametersOf(dates) }, signal),
    placeholderData,
  });

export const sourcesQuery = (dates: Dates) =>
  queryOptions({
    queryKey: ['sources', dates.known_on],
    queryFn: ({ signal }) => getJson<SourcesAnswer>('/api/sources', { known_on: dates.known_on }, signal),
    placeholderData,
  });

export const sourceQuery = (id: string) =>
  queryOptions({
    queryKey: ['source', id],
    queryFn: ({ signal }) => getJson<SourceView>(`/api/sources/${encodeURIComponent(id)}`, {}, signal),
  });

/** What the server is; it does not change while it runs. */
export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: ({ signal }) => getJson<HealthAnswer>('/api/health', {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
});

/** The closed list of questions; it does not change while the server runs. */
export const questionsQuery = queryOptions({
  queryKey: ['questions'],
  queryFn: ({ signal }) =>
    getJson<{ readonly questions: readonly QuestionView[] }>('/api/questions', {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
});

/** A question with what it is asked of; what is left out is for the server to say. */
export interface AskedQuestion extends Dates {
  readonly question: string;
  readonly of?: string | undefined;
  readonly by?: string | undefined;
  readonly holder?: string | undefined;
  readonly to?: string | undefined;
  readonly at?: readonly string[] | undefined;
}

export const answerQuery = ({ question, ...asked }: AskedQuestion) =>
  queryOptions({
    queryKey: ['answer', question, asked],
    queryFn: ({ signal }) =>
      getJson<AnswerView>(`/api/ask/${encodeURIComponent(question)}`, { ...asked }, signal),
    placeholderData,
    retry: false,
  });

/** As much as the server takes; it cuts the connection on more, and could not say why. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Opens a file and gives the reports in it; nothing is stored. Fails: ApiFailure. */
export async function openFile(file: File): Promise<OpenedFileView> {
  if (file.size <= MOST_BYTES) {
    return postFile<OpenedFileView>(
      `/api/open?${new URLSearchParams({ name: file.name.slice(-200) })}`,
      file,
    );
  }
  const failure = {
    code: 'TOO_LARGE',
    path: file.name,
    message: `the file has ${file.size} bytes`,
    expected: `at most ${MOST_BYTES} bytes`,
  };
  throw new ApiFailure(failure, 413);
}

/** Reads and checks a report; nothing is stored. */
export const readReport = (report: ReportRequest) => postJson<SourceView>('/api/read', report);

/** Reads, checks and stores a report. */
export const addReport = (report: ReportRequest) => postJson<SourceView>('/api/sources', report);

export const judgementsQuery = (dates: Dates) =>
  queryOptions({
    queryKey: ['judgements', dates.known_on],
    queryFn: ({ signal }) =>
      getJson<{ readonly judgements: readonly JudgementView[] }>(
        '/api/judgements',
        { known_on: dates.known_on },
        signal,
      ),
    placeholderData,
  });

export const partiesQuery = (dates: Dates) =>
  queryOptions({
    queryKey: ['parties', dates.known_on],
    queryFn: ({ signal }) =>
      getJson<{ readonly parties: readonly PartyView[] }>(
        '/api/parties',
        { known_on: dates.known_on },
        signal,
      ),
    placeholderData,
  });

/** Records what somebody decided. */
export const makeJudgement = (judgement: JudgementRequest) =>
  postJson<JudgementView>('/api/judgements', judgement);
