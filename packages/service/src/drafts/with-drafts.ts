import type { Failure, Result } from '@tranche/core/result';
import { type Claim, claimId } from '@tranche/ledger/claim';
import {
  DRAFT_ANSWER_SCHEMA,
  draftContext,
  draftPrompt,
  gateDrafts,
  type TextPart,
  textParts,
  withSchemaInWords,
} from '@tranche/reader/drafts';
import type { ReadDocument } from '../document/index.ts';
import type { DraftModel, DraftRequest } from '../ports/index.ts';
import type { DraftsView } from '../views/index.ts';

export interface DraftOptions {
  /** Stops the drafting; what was drafted by then is kept. */
  readonly signal?: AbortSignal | undefined;
  /** For the whole document, in milliseconds. */
  readonly limitMs?: number;
}

export interface DraftedDocument<D extends ReadDocument> {
  readonly document: D;
  readonly drafts: DraftsView;
}

const LIMIT_MS = 600_000;
const PARTS_AT_ONCE = 3;
/** About 400,000 characters: what one document may cost. */
const MOST_PARTS = 40;
/** Asking again would end the same way. */
const FINAL: ReadonlySet<string> = new Set(['MODEL_KEY_REFUSED', 'MODEL_UNREACHABLE', 'MODEL_STOPPED']);

/**
 * A document with the claims that a model drafted from it behind those of the rules, which stay as they are. A long
 * text is sent in parts, a few at a time. What fails is reported beside the claims and loses none of them.
 */
export async function withDrafts<D extends ReadDocument>(
  document: D,
  model: DraftModel,
  { signal, limitMs = LIMIT_MS }: DraftOptions = {},
): Promise<DraftedDocument<D>> {
  const { source, claims } = document;
  const all = textParts(source.text);
  const parts = all.slice(0, MOST_PARTS);
  const timeout = AbortSignal.timeout(limitMs);
  const until = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
  const answers = await answersOf(
    parts,
    (part) => model.draft(requestFor(source, part), until),
    () => until.aborted,
  );
  const drafted = answers.flatMap((answer) => (answer.ok ? answer.value : []));
  const failures = answers.flatMap((answer, index): readonly Failure[] =>
    answer.ok ? [] : [all.length > 1 ? inPart(answer.failure, index + 1) : answer.failure],
  );
  const gated = gateDrafts(
    drafted,
    draftContext(
      source,
      claims.map(({ claim }) => claim),
    ),
    model.name,
  );
  return {
    document: {
      ...document,
      claims: [
        ...claims,
        ...gated.claims.map((claim: Claim) => ({
          id: claimId(source.id, claim),
          sourceId: source.id,
          claim,
        })),
      ],
    },
    drafts: {
      model: model.name,
      drafted: gated.drafted,
      taken: gated.claims.length,
      repeated: gated.repeated,
      dropped: { ...gated.dropped },
      failures: [...failures, ...(all.length > MOST_PARTS ? [tooLong(all)] : [])],
    },
  };
}

function requestFor(source: ReadDocument['source'], part: TextPart): DraftRequest {
  const prompt = draftPrompt(source, part);
  return { prompt, promptWithSchema: withSchemaInWords(prompt), schema: DRAFT_ANSWER_SCHEMA };
}

type Answer = Result<readonly unknown[]>;

/** The answers in the order of the parts; after a failure that would only repeat, the rest is not asked. */
async function answersOf(
  parts: readonly TextPart[],
  ask: (part: TextPart) => Promise<Answer>,
  isStopped: () => boolean,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  let next = 0;
  let isOver = false;
  const work = async (): Promise<void> => {
    for (let index = next; index < parts.length && !isOver; index = next) {
      next += 1;
      const answer = await ask(parts[index] as TextPart);
      answers[index] = answer;
      if (!answer.ok && (FINAL.has(answer.failure.code) || isStopped())) isOver = true;
    }
  };
  await Promise.all(Array.from({ length: Math.min(PARTS_AT_ONCE, parts.length) }, work));
  return answers;
}

const inPart = (failure: Failure, number: number): Failure => ({ ...failure, path: `part ${number}` });

const tooLong = (all: readonly TextPart[]): Failure => ({
  code: 'MODEL_TEXT_TOO_LONG',
  path: '',
  message: `the model was sent the first ${MOST_PARTS} of ${all.length} parts of the text`,
});
