import type { PlainDate } from '@tranche/core/time';
import { partiesOn } from '../deal/index.ts';
import { type Judgement, judgementsAbout, judgementsOn } from '../judgement/index.ts';
import type { PartyBook } from '../party/index.ts';
import {
  inOrder,
  type Ledger,
  type Statement,
  type StatementIndex,
  statementIndex,
} from '../statement/index.ts';

/** What is known of one venture by a day. */
export interface VentureKnowledge {
  /** Party id and name. */
  readonly id: string;
  readonly name: string;
  readonly book: PartyBook;
  /** In force, and about the venture or something that was said of it. */
  readonly judgements: readonly Judgement[];
  /** What was said of it, of money for it, and of stakes in it, in the order in which it became known. */
  readonly statements: readonly Statement[];
  /** What a text is called by people: a fact by its id. */
  textOf(statement: Statement): string;
}

/**
 * What is known of a venture by its name or alias on a day; judgements made by then are applied. Takes time by what
 * was said of it alone.
 */
export function knowledgeOfVenture(ledger: Ledger, name: string, knownOn: PlainDate): VentureKnowledge {
  const book = partiesOn(ledger, knownOn);
  const index = statementIndex(ledger);
  const party = book.partyOf(name);
  const statements = saidIn(index, book)
    .of(party.id)
    .filter(({ knownFrom }) => knownFrom <= knownOn)
    .sort(inOrder);
  const ids = [party.id, ...statements.map(({ id }) => id)];
  return {
    id: party.id,
    name: party.name,
    book,
    judgements: judgementsAbout(judgementsOn(ledger.judgements, knownOn), ids),
    statements,
    textOf: ({ id, sourceId }) => {
      const source = sourceId === undefined ? undefined : index.source(sourceId);
      if (source === undefined) return id.split('#')[0] ?? id;
      return `${source.publisher ?? source.title} of ${source.published ?? 'no date'}`;
    },
  };
}

/** The financings known on a day of which a use of proceeds names the venture, in order. */
export function financingsFor(
  ledger: Ledger,
  { name, book }: VentureKnowledge,
  knownOn: PlainDate,
): readonly Statement[] {
  return saidIn(statementIndex(ledger), book)
    .withUse(name)
    .filter(({ knownFrom }) => knownFrom <= knownOn)
    .sort(inOrder);
}

function saidIn(index: StatementIndex, book: PartyBook): SaidOfVentures {
  const known = said.get(book) ?? new SaidOfVentures(index, book);
  said.set(book, known);
  return known;
}

/** True when something is known of it as a venture, or money is promised to it. */
export const isVenture = ({ statements }: VentureKnowledge): boolean =>
  statements.some(({ body: { type } }) => type === 'venture' || type === 'commitment');

/** There is one book for one ledger under one set of decisions about parties, also while the ledger grows. */
const said = new WeakMap<PartyBook, SaidOfVentures>();

/** Statements by the venture or programme they speak of; goes on with a ledger that grows. */
class SaidOfVentures {
  private readonly bySubject = new Map<string, Statement[]>();
  private readonly uses: Statement[] = [];
  private read = 0;

  constructor(
    private readonly index: StatementIndex,
    private readonly book: PartyBook,
  ) {}

  of(party: string): readonly Statement[] {
    this.readOn();
    return this.bySubject.get(party) ?? [];
  }

  /** The words of a use are not a party's name: it is enough that they hold it, as words of their own. */
  withUse(name: string): readonly Statement[] {
    this.readOn();
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const words = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu');
    return this.uses.filter(
      ({ body }) => body.type === 'round' && (body.use_of_proceeds ?? []).some((use) => words.test(use)),
    );
  }

  private readOn(): void {
    const { arrived } = this.index;
    for (const statement of arrived.slice(this.read)) {
      const { body } = statement;
      if (body.type === 'round' && (body.use_of_proceeds ?? []).length > 0) this.uses.push(statement);
      const subject = subjectOf(body);
      if (subject === undefined) continue;
      const { id } = this.book.partyOf(subject);
      const list = this.bySubject.get(id);
      if (list === undefined) this.bySubject.set(id, [statement]);
      else list.push(statement);
    }
    this.read = arrived.length;
  }
}

function subjectOf(body: Statement['body']): string | undefined {
  switch (body.type) {
    case 'venture':
      return body.name;
    case 'commitment':
      return body.to;
    case 'investment':
      return body.issuer;
    case 'stake':
      return body.entity;
    default:
      return undefined;
  }
}
