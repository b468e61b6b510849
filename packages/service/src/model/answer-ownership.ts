import { ok, type Result } from '@tranche/core/result';
import { NAMED_CAPITALIZATIONS } from '@tranche/formats/deal-file';
import type { OwnershipAnswerView } from '../views/index.ts';
import { type Answering, type Asked, listed, titled, withClosed } from './answering.ts';
import type { Holding, HoldingKind } from './holding.ts';
import type { Stages } from './stages.ts';

interface Held {
  readonly holdings: readonly Holding[];
  readonly asOf: string;
  readonly title: string;
  readonly assumptions: readonly string[];
}

/** Who owns which share under a named capitalization definition, before the round or after it. */
export function answerOwnership(
  stages: Stages,
  { question, path }: Asked<'ownership'>,
): Answering<OwnershipAnswerView> {
  const { definition = 'fully_diluted' } = question;
  const counts = countsOf(stages, definition);
  const held = heldAt(stages, question);
  if (!held.ok) return held;
  const { holdings, asOf, title, assumptions } = held.value;
  const owned = stages.ownership(holdings, counts, path);
  if (!owned.ok) return owned;
  const step = owned.value;
  const holders = Object.keys(step.json('holders') ?? {});
  return ok((show) => {
    const figure = (...keys: string[]) => {
      const node = step.node(...keys);
      return node === undefined ? undefined : show(node);
    };
    const rows = holders.flatMap((holder) => {
      const shares = figure('holders', holder, 'shares');
      const ownership = figure('holders', holder, 'ownership');
      if (shares === undefined) return [];
      const parts = holdings
        .filter((one) => one.holder === holder && counts.includes(one.kind))
        .flatMap(({ id, kind }) => {
          const asConverted = figure('holdings', id, 'as_converted');
          return asConverted === undefined ? [] : [{ label: labelOf(id, holder), kind, shares: asConverted }];
        });
      return [{ holder, shares, ...(ownership === undefined ? {} : { ownership }), parts }];
    });
    rows.sort((one, other) => (other.shares.approximate ?? 0) - (one.shares.approximate ?? 0));
    const shown = rows
      .slice(0, 3)
      .map(({ holder, ownership, shares }) => `${holder} ${(ownership ?? shares).text}`);
    const total = show(step.node('total') ?? '');
    return {
      question: 'ownership',
      ...titled(question.id),
      title,
      answer: rows.length === 0 ? 'nobody holds anything that counts' : `${listed(shown)}, of ${total.text}`,
      basis: `${definition}: ${counts.map((kind) => WORDS[kind]).join(', ')}`,
      asOf,
      assumptions: assumptions.map((text, index) => ({ id: `assumed-${index + 1}`, text })),
      definition,
      counts: [...counts],
      total,
      rows,
    };
  });
}

/** A holding under its holder need not name it again. */
const labelOf = (id: string, holder: string): string =>
  id.startsWith(`${holder}, `) ? id.slice(holder.length + 2) : id;

const WORDS: Readonly<Record<HoldingKind, string>> = {
  issued: 'issued shares as converted',
  options: 'granted options',
  warrants: 'warrants',
  promised: 'promised options',
  pool: 'the unissued pool',
};

function countsOf({ file }: Stages, definition: string): readonly HoldingKind[] {
  const own = file.company.capitalizations.find(({ id }) => id === definition);
  if (own !== undefined) return own.counts;
  return NAMED_CAPITALIZATIONS[definition as keyof typeof NAMED_CAPITALIZATIONS];
}

function heldAt(stages: Stages, question: Asked<'ownership'>['question']): Result<Held> {
  const usual = question.as_of === undefined ? stages.usualStage(question.assume_closed) : 'before_round';
  if ((question.stage ?? usual) === 'before_round') {
    const atRound = question.stage === 'before_round' && question.as_of === undefined && stages.hasRound();
    const asOf = question.as_of ?? (atRound ? stages.roundDate() : stages.asOf);
    const table = stages.capTable(asOf);
    if (!table.ok) return table;
    const title = atRound ? 'Ownership before the round' : `Ownership on ${asOf}`;
    return ok({ holdings: table.value.holdings, asOf, title, assumptions: [] });
  }
  const done = stages.afterRound(question.assume_closed);
  if (!done.ok) return done;
  const { others, newShares, assumptions } = done.value;
  return ok({
    holdings: [...others, ...newShares.flatMap(({ holdings }) => holdings)],
    asOf: stages.asOf,
    title: `Ownership after the round${withClosed(question.assume_closed)}`,
    assumptions,
  });
}
