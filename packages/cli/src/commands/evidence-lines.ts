import type { EvidenceView } from '@tranche/service/views';
import { paragraph } from '../terminal/index.ts';

/**
 * What something rests on, numbered: each claim with its quote and source, each fact with the page it is known
 * from. Beyond `limit`, how many more there are; `--json` has them all.
 */
export function evidenceLines(
  evidence: readonly EvidenceView[],
  width: number,
  indent: string,
  limit = Number.POSITIVE_INFINITY,
): string[] {
  const lines = evidence
    .slice(0, limit)
    .map((one, index) => paragraph(textOf(one), width, indent, `[${index + 1}] `));
  return evidence.length > limit ? [...lines, `${indent}and ${evidence.length - limit} more`] : lines;
}

function textOf({
  kind,
  id,
  knownFrom,
  quote,
  summary,
  source,
  references = [],
  judgements = [],
}: EvidenceView): string {
  const [page] = references;
  const from = kind === 'claim' ? [source?.title, source?.publisher] : [page?.title, page?.url, id];
  const said = quote === undefined ? summary : `“${quote}”`;
  const judged = judgements.map(({ text, by, why }) => `${text} by ${by}: ${why}`);
  return [knownFrom, said, ...from, ...judged].filter((part) => part !== undefined).join(' · ');
}
