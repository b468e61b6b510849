import type { Result } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import type { Measure } from '@tranche/ledger/deal';
import type { AskedDates } from '../answers/index.ts';
import type {
  AnswerView,
  DealProceedsView,
  DealSummaryView,
  DealView,
  DraftsView,
  JudgementRequest,
  JudgementView,
  PartyView,
  QuestionRequest,
  RankingView,
  ReportRequest,
  SourceSummaryView,
  SourceView,
  TimelineView,
} from '../views/index.ts';

export interface AddedReport {
  /** The source it became, under the name that people know it by. */
  readonly id: string;
  readonly name: string;
  readonly claims: number;
  /** False when the same text of the same day was there with the same claims; nothing was written then. */
  readonly added: boolean;
  /** What became of a model's drafts, where they were asked for. */
  readonly drafts?: DraftsView;
}

export interface MadeJudgement {
  readonly judgement: JudgementView;
  /** False when the same was judged before, and stands; nothing was written then. */
  readonly added: boolean;
}

/**
 * Everything a face can ask of a workspace. One implementation works on a log; the command line has another
 * that asks a running server over HTTP. Failures beside those named: STORE_LOST, BAD_LOG_ENTRY.
 */
export interface Workspace {
  deals(on: AskedDates): Promise<Result<readonly DealSummaryView[]>>;
  /** Fails: UNKNOWN_DEAL. */
  deal(id: string, on: AskedDates): Promise<Result<DealView>>;
  /** Fails: UNKNOWN_DEAL. */
  timeline(id: string, knownOn?: PlainDate): Promise<Result<TimelineView>>;
  /** What an exit would bring, as far as the evidence goes. Fails: UNKNOWN_DEAL, MISSING_FIELD, BAD_NUMBER, NEGATIVE_AMOUNT. */
  proceeds(id: string, at: readonly string[], on: AskedDates): Promise<Result<DealProceedsView>>;
  /** Fails: UNKNOWN_ISSUER. */
  ranking(issuer: string, measure: Measure, on: AskedDates): Promise<Result<RankingView>>;
  /** Any question of the closed list. Fails as `askLedger`. */
  ask(question: QuestionRequest, on: AskedDates): Promise<Result<AnswerView>>;
  sources(knownOn?: PlainDate): Promise<Result<readonly SourceSummaryView[]>>;
  /** With its claims, each with its verdict as known on the source's own day and as known today. Fails: SOURCE_NOT_FOUND. */
  source(id: string): Promise<Result<SourceView>>;
  /**
   * Reads and checks a report, and stores nothing. It is judged as known on its own day unless another is given;
   * without any day it is read and not judged. Fails: TOO_LARGE, EMPTY_DOCUMENT, BINARY_FILE, BAD_ENCODING, BAD_DATE;
   * MODEL_NOT_CONFIGURED where drafts are asked for and the workspace has no model.
   */
  read(report: ReportRequest, on?: { readonly knownOn?: PlainDate | undefined }): Promise<Result<SourceView>>;
  /** Reads a report and adds it to the log, unchecked; when this resolves well, it is not lost. Fails like `read`; PUBLISHED_NEEDED. */
  add(report: ReportRequest): Promise<Result<AddedReport>>;
  /** The parties named by a day, the most often named first. */
  parties(on?: { readonly knownOn?: PlainDate | undefined }): Promise<Result<readonly PartyView[]>>;
  /** Everything judged by a day (today when left out), the latest first, each with whether it stands on that day. */
  judgements(on?: { readonly knownOn?: PlainDate | undefined }): Promise<Result<readonly JudgementView[]>>;
  /** Adds a judgement to the log; when this resolves well, it is not lost. Fails as `judge` of the ledger; BAD_DATE. */
  judge(request: JudgementRequest): Promise<Result<MadeJudgement>>;
  close(): Promise<void>;
}
