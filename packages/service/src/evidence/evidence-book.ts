import { type Ledger, type Statement, statementIndex } from '@tranche/ledger/statement';
import type { EvidenceView } from '../views/index.ts';
import { statusOf, summaryOf } from './statement-summary.ts';

/** Finds what was said by its id and shows it: with its quote in a source, or the pages it rests on. */
export interface EvidenceBook {
  /** Ids nobody knows (those of judgements, say) are passed over. */
  of(ids: readonly string[]): EvidenceView[];
}

const books = new WeakMap<Ledger, EvidenceBook>();

/** The same book for the same ledger: ledgers do not change. */
export function evidenceBook(ledger: Ledger): EvidenceBook {
  const book = books.get(ledger) ?? newBook(ledger);
  books.set(ledger, book);
  return book;
}

function newBook(ledger: Ledger): EvidenceBook {
  const index = statementIndex(ledger);
  const shown = new Map<string, EvidenceView>();
  const show = (id: string): EvidenceView | undefined => {
    const known = shown.get(id);
    const statement = index.statement(id);
    if (known !== undefined || statement === undefined) return known;
    const source = statement.sourceId === undefined ? undefined : index.source(statement.sourceId);
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
