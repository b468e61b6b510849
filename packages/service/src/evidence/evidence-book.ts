import type { PlainDate } from '@tranche/core/time';
import { type Ledger, type Statement, statementsOf } from '@tranche/ledger/statement';
import type { EvidenceView } from '../views/index.ts';
import { statusOf, summaryOf } from './statement-summary.ts';

/** After every date a ledger can hold: nothing that has a date is left out. */
const END_OF_TIME = '9999-12-31' as PlainDate;

/** Finds what was said by its id and shows it: with its quote in a source, or the pages it rests on. */
export interface EvidenceBook {
  /** Ids nobody knows (those of judgements, say) are passed over. */
  of(ids: readonly string[]): EvidenceView[];
}

export function evidenceBook(ledger: Ledger): EvidenceBook {
  const statements = new Map(statementsOf(ledger, END_OF_TIME).map((statement) => [statement.id, statement]));
  const sources = new Map(ledger.sources.map((source) => [source.id, source]));
  const shown = new Map<string, EvidenceView>();
  const show = (id: string): EvidenceView | undefined => {
    const known = shown.get(id);
    const statement = statements.get(id);
    if (known !== undefined || statement === undefined) return known;
    const source = statement.sourceId === undefined ? undefined : sources.get(statement.sourceId);
    const view = evidenceOf(statement);
    if (source !== undefined) {
      const { title, publisher, published } = source;
      view.source = {
        id: source.id,
        title,
        ...(publisher === undefined ? {} : { publisher }),
        ...(published === undefined ? {} : { published }),
      };
    }
    shown.set(id, view);
    return view;
  };
  return { of: (ids) => ids.flatMap((id) => show(id) ?? []) };
}

function evidenceOf(statement: Statement): EvidenceView {
  const status = statusOf(statement.body);
  const { hedge, note, quote, quoteSpan, references } = statement;
  return {
    id: statement.id,
    kind: statement.kind,
    summary: summaryOf(statement.body),
    knownFrom: statement.knownFrom,
    tier: statement.tier,
    ...(status === undefined ? {} : { status }),
    ...(hedge === undefined ? {} : { hedge }),
    denied: statement.denied,
    ...(note === undefined ? {} : { note }),
    ...(quote === undefined ? {} : { quote }),
    ...(quoteSpan === undefined ? {} : { quoteSpan: [quoteSpan[0], quoteSpan[1]] }),
    ...(references === undefined ? {} : { references: references.map((reference) => ({ ...reference })) }),
  };
}
