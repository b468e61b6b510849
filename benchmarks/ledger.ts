import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expectOk, invariant } from '@tranche/core/result';
import { dealsOfIssuer, partiesOn } from '@tranche/ledger/deal';
import { replay } from '@tranche/ledger/log';
import type { Ledger } from '@tranche/ledger/statement';
import { referenceFacts } from '@tranche/reference/facts';
import { ledgerReader, memoryLog, toStored } from '../packages/service/src/log/index.ts';
import type { LogStore, StoredEntry } from '../packages/service/src/ports/index.ts';
import { askLedger } from '../packages/service/src/question/index.ts';
import { type Benchmark, duration, keep, type Line, median } from './harness.ts';
import {
  CLAIMS_A_DEAL,
  issuerOf,
  LAST_DAY,
  logAbout,
  reportsAbout,
  workspaceLog,
} from './ledger-workload.ts';

const SIZES = [1_000, 10_000, 100_000];
const QUESTIONS = ['round_terms', 'committed_drawn', 'largest_investor'] as const;
/** Companies that are asked about, those of the smallest workspace; each question has its own third of them. */
const ASKED = 24;
const REBUILDS = 3;
const ADDED = 20;
/** What a question may cost in the largest workspace, beside the smallest; and a claim in the longest log. */
const GOAL = { most: 2 };

/** A workspace of one size, with what was measured in it; times in nanoseconds. */
interface Measured {
  readonly claims: number;
  readonly stored: readonly StoredEntry[];
  readonly rebuilds: number[];
  readonly appends: number[];
  readonly first: Readonly<Record<string, number[]>>;
  readonly warm: Readonly<Record<string, number[]>>;
  bytes: number;
  compared: number;
  wrong: number;
}

/** A workspace as it was rebuilt from its log. */
interface Rebuilt {
  readonly of: Measured;
  readonly store: LogStore;
  readonly read: ReturnType<typeof ledgerReader>;
  readonly ledger: Ledger;
}

export const benchmark: Benchmark = {
  name: 'ledger',
  about:
    'questions about one deal as the workspace around it grows, and rebuilding the workspace from its log',
  async run({ say }) {
    const measured = SIZES.map(workspaceOf);
    const smallest = SIZES.slice(0, 1).map(workspaceOf);
    say('warming up');
    await measure(smallest);
    for (let turn = 0; turn < REBUILDS; turn += 1) {
      say(`${turn + 1} of ${REBUILDS}: ${SIZES.join(', ')} claims`);
      await measure(measured);
    }
    return linesOf(measured);
  },
};

function workspaceOf(claims: number): Measured {
  const stored = workspaceLog(claims / CLAIMS_A_DEAL).map((entry) => toStored(entry));
  const times = { rebuilds: [], appends: [], first: timesByQuestion(), warm: timesByQuestion() };
  return { claims, stored, ...times, bytes: 0, compared: 0, wrong: 0 };
}

/** Workspaces of all sizes, asked the same in turns, so that a busy moment hits all alike. */
async function measure(measured: readonly Measured[]): Promise<void> {
  const rebuilt: Rebuilt[] = [];
  for (const one of measured) rebuilt.push(await rebuild(one));
  for (let at = 0; at < ASKED; at += 1) askAbout(2 * at, QUESTIONS[at % QUESTIONS.length] as string, rebuilt);
  for (let added = 0; added < ADDED; added += 1) for (const one of rebuilt) await append(one, added);
}

async function rebuild(of: Measured): Promise<Rebuilt> {
  const store = memoryLog();
  expectOk(await store.append(of.stored));
  const read = ledgerReader(store, referenceFacts());
  const before = heapBytes();
  const start = process.hrtime.bigint();
  const { ledger } = expectOk(await read());
  // The first question of all is part of it: what is looked up by name is in place then.
  keep(ask(ledger, 'largest_investor', issuerOf(2 * ASKED)));
  of.rebuilds.push(since(start) / of.claims);
  of.bytes = heapBytes() - before;
  return { of, store, read, ledger };
}

/** A question for the first time and again, in every workspace; beside a ledger of that company alone. */
function askAbout(deal: number, question: string, rebuilt: readonly Rebuilt[]): void {
  const issuer = issuerOf(deal);
  const alone = replay(logAbout(deal), referenceFacts());
  const subject = question === 'largest_investor' ? issuer : dealOf(alone, issuer);
  const expected = ask(alone, question, subject);
  for (const { ledger, of } of rebuilt) {
    const start = process.hrtime.bigint();
    const answer = ask(ledger, question, subject);
    of.first[question]?.push(since(start));
    compare(of, answer, expected);
  }
  for (let turn = 0; turn < 5; turn += 1) {
    for (const { ledger, of } of rebuilt) {
      const start = process.hrtime.bigint();
      keep(ask(ledger, question, subject));
      of.warm[question]?.push(since(start));
    }
  }
}

/** The reports of one more deal, and a question about its company: what a person waits for who adds them. */
async function append({ of, store, read }: Rebuilt, added: number): Promise<void> {
  const deal = of.claims / CLAIMS_A_DEAL + 2 * added;
  const reports = reportsAbout(deal);
  expectOk(await store.append(reports.map((entry) => toStored(entry))));
  const start = process.hrtime.bigint();
  const { ledger } = expectOk(await read());
  const answer = ask(ledger, 'largest_investor', issuerOf(deal));
  of.appends.push(since(start));
  compare(of, answer, ask(replay(reports, referenceFacts()), 'largest_investor', issuerOf(deal)));
}

function compare(measured: Measured, answer: unknown, alone: unknown): void {
  measured.compared += 1;
  if (JSON.stringify(answer) !== JSON.stringify(alone)) measured.wrong += 1;
}

const ask = (ledger: Ledger, question: string, of: string): unknown =>
  expectOk(askLedger(ledger, { question, of }, { knownOn: LAST_DAY }, LAST_DAY));

function dealOf(ledger: Ledger, issuer: string): string {
  const { id } = partiesOn(ledger, LAST_DAY).partyOf(issuer);
  const [deal] = dealsOfIssuer(ledger, id, LAST_DAY);
  invariant(deal !== undefined, 'the company has a deal');
  return deal.id;
}

const timesByQuestion = (): Record<string, number[]> =>
  Object.fromEntries(QUESTIONS.map((question) => [question, []]));

const since = (start: bigint): number => Number(process.hrtime.bigint() - start);

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heapBytes(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

function linesOf(measured: readonly Measured[]): readonly Line[] {
  const [smallest, largest] = [measured[0], measured.at(-1)];
  if (smallest === undefined || largest === undefined) return [];
  const growth = (of: (one: Measured) => readonly number[]) => ({
    ours: measured.map((one) => `${one.claims}: ${duration(median(of(one)))}`).join(', '),
    ratio: median(of(largest)) / median(of(smallest)),
    goal: GOAL,
  });
  const compared = measured.reduce((sum, one) => sum + one.compared, 0);
  const wrong = measured.reduce((sum, one) => sum + one.wrong, 0);
  const checked = `${compared} answers compared with those of a ledger of the company alone, ${wrong} differ`;
  const said = { checked, correct: wrong === 0 };
  return [
    ...QUESTIONS.flatMap((question): readonly Line[] => [
      {
        what: `${question} of one deal, by claims around it`,
        ...growth(({ warm }) => warm[question] ?? []),
        ...said,
      },
      {
        what: `${question}, asked for the first time of a deal`,
        ...growth(({ first }) => first[question] ?? []),
        ...said,
      },
    ]),
    { what: 'rebuilt from its log and asked: each claim', ...growth(({ rebuilds }) => rebuilds), ...said },
    {
      what: 'a deal of five reports added, and its company asked about',
      ...growth(({ appends }) => appends),
      ...said,
    },
    {
      what: 'memory of the ledger, beside its log',
      ours: measured.map(({ claims, bytes }) => `${claims}: ${(bytes / 1e6).toFixed(1)} MB`).join(', '),
      beside: `${(largest.bytes / largest.claims / 1e3).toFixed(2)} kB a claim`,
      ...said,
    },
  ];
}
