import type { EvidenceView } from '@tranche/service/views';
import { paragraph } from '../terminal/index.ts';

/** What something rests on: each claim with its source and quote, each fact with its page. */
export function evidenceLines(evidence: readonly EvidenceView[], width: number, indent: string): string[] {
  return evidence.map((one) => {
    const from = one.source?.publisher ?? one.source?.title ?? one.references?.[0]?.title;
    const page = one.references?.[0]?.url;
    const about = [one.summary, from, one.knownFrom, page].filter(
      (part) => part !== undefined && part !== '',
    );
    const quote = one.quote === undefined ? '' : ` “${one.quote}”`;
    return paragraph(`${about.join(' · ')}${quote}`, width, indent, '');
  });
}
