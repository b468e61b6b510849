import type { LedgerClaim } from '../claim/index.ts';
import type { Judgement } from '../judgement/index.ts';
import { grown, type Ledger, type Statement } from '../statement/index.ts';
import type { LogEntry } from './entry.ts';

/**
 * The ledger that a log amounts to, beside the reference facts that ship with the product.
 * A source that comes again was read anew: its last reading counts, in the place of the first. What is said and
 * where decides a claim's id, so that judgements about claims found by both readings stay.
 * A judgement that is already there counts once. Takes time linear in the log's length. Fails: never.
 */
export const replay = (entries: Iterable<LogEntry>, facts: readonly Statement[] = []): Ledger =>
  new Replay(facts).add(entries);

type SourceAdded = Extract<LogEntry, { kind: 'source_added' }>;

/** A log while it grows. What is added takes time by its own length, unless it reads a source anew. */
export class Replay {
  /** By source id, with how often it was read. */
  private readonly readings = new Map<string, { readonly last: SourceAdded; readonly count: number }>();
  private readonly claims = new Set<string>();
  private readonly judgements = new Set<string>();
  private now: Ledger;

  constructor(facts: readonly Statement[] = []) {
    this.now = { sources: [], claims: [], judgements: [], facts };
  }

  get ledger(): Ledger {
    return this.now;
  }

  /** The last reading of a source, and how many there were. */
  readingOf(sourceId: string): { readonly last: SourceAdded; readonly count: number } | undefined {
    return this.readings.get(sourceId);
  }

  /** The ledger with these entries too; earlier ledgers stay what they were. */
  add(entries: Iterable<LogEntry>): Ledger {
    const sources = new Set<string>();
    const judgements: Judgement[] = [];
    let readAnew = false;
    for (const entry of entries) {
      if (entry.kind === 'source_added') {
        const { id } = entry.source;
        const earlier = this.readings.get(id);
        if (earlier === undefined) sources.add(id);
        else if (!sources.has(id)) readAnew = true;
        this.readings.set(id, { last: entry, count: (earlier?.count ?? 0) + 1 });
      } else if (!this.judgements.has(entry.judgement.id)) {
        this.judgements.add(entry.judgement.id);
        judgements.push(entry.judgement);
      }
    }
    if (readAnew) this.forgetSources();
    const read = readAnew ? [...this.readings.keys()] : [...sources];
    if (read.length > 0 || judgements.length > 0)
      this.now = grown(this.now, { ...this.said(read), judgements });
    return this.now;
  }

  private forgetSources(): void {
    const { judgements, facts } = this.now;
    this.claims.clear();
    this.now = { sources: [], claims: [], judgements, facts };
  }

  private said(ids: readonly string[]): Pick<Ledger, 'sources' | 'claims'> {
    const claims: LedgerClaim[] = [];
    const sources = ids.flatMap((id) => {
      const last = this.readings.get(id)?.last;
      if (last === undefined) return [];
      for (const claim of last.claims) {
        if (this.claims.has(claim.id)) continue;
        this.claims.add(claim.id);
        claims.push(claim);
      }
      return [last.source];
    });
    return { sources, claims };
  }
}
