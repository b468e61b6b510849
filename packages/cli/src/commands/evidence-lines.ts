import type { EvidenceView } from '@tranche/service/views';
import { paragraph } from '../terminal/index.ts';

/** What something rests on, numbered: each claim with its quote and source, each fact with the page it is known from. */
export function evidenceLines(evidence: readonly EvidenceView[], width: number, indent: string): string[] {
  return evidence.map(({ kind, id, knownFrom, quote, summary, source, references = [] }, index) => {
    const [page] = references;
    const from = kind === 'claim' ? [source?.title, source?.publisher] : [page?.title, page?.url, id];
    const said = quote === undefined ? summary : `“${quote}”`;
    const text = [knownFrom, said, ...from].filter((part) => part !== undefined).join(' · ');
    return paragraph(text, width, indent, `[${index + 1}] `);
  });
}
