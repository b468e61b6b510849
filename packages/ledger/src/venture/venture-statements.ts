import type { PlainDate } from '@tranche/core/time';
import { decisionsOf, type Judgement, judgementsInForce } from '../judgement/index.ts';
import { type PartyBook, partyBook } from '../party/index.ts';
import { allStatements, type Ledger, type Statement } from '../statement/index.ts';

/** What is known of one venture by a day. */
export interface VentureKnowledge {
  /** Party id and name. */
  readonly id: string;
  readonly name: string;
  readonly book: PartyBook;
  readonly judgements: readonly Judgement[];
  /** What was said of it, of money for it, and of stakes in it, in the order in which it became known. */
  readonly statements: readonly Statement[];
  /** Financings of which a use of proceeds names it. */
  readonly financings: readonly Statement[];
}

/** Statements of one ledger by the venture or programme they speak of, under one set of decisions about parties. */
interface VentureIndex {
  readonly book: PartyBook;
  readonly byParty: ReadonlyMap<string, readonly Statement[]>;
  readonly withUse: readonly Statement[];
}

/** A ledger never changes, so that it is sorted once. */
const indexes = new WeakMap<Ledger, Map<string, VentureIndex>>();

/**
 * True when a name is that of a venture, or of one that money is promised to, by what is known on the day. A company
 * that sells securities can be both; who asks decides which comes first. Takes time by what was said of it alone.
 */
export function isVenture(ledger: Ledger, name: string, knownOn: PlainDate): boolean {
  return knowledgeOfVenture(ledger, name, knownOn).statements.some(
    ({ body: { type } }) => type === 'venture' || type === 'commitment',
  );
}

/** What is known of a venture by its name or alias on a day; judgements about parties made by then are applied. */
export function knowledgeOfVenture(ledger: Ledger, name: string, knownOn: PlainDate): VentureKnowledge {
  const judgements = judgementsInForce(ledger.judgements, knownOn);
  const { book, byParty, withUse } = indexOf(ledger, judgements);
  const party = book.partyOf(name);
  const isKnown = ({ knownFrom }: Statement): boolean => knownFrom <= knownOn;
  return {
    id: party.id,
    name: party.name,
    book,
    judgements,
    statements: (byParty.get(party.id) ?? []).filter(isKnown),
    financings: withUse.filter((statement) => isKnown(statement) && namesUse(statement, party.name)),
  };
}

function indexOf(ledger: Ledger, judgements: readonly Judgement[]): VentureIndex {
  const key = [...decisionsOf(judgements, 'merge'), ...decisionsOf(judgements, 'split')]
    .filter(({ decision }) => decision.of === 'parties')
    .map(({ id }) => id)
    .join(' ');
  const known = indexes.get(ledger) ?? new Map<string, VentureIndex>();
  indexes.set(ledger, known);
  const index = known.get(key) ?? newIndex(ledger, partyBook(judgements));
  known.set(key, index);
  return index;
}

function newIndex(ledger: Ledger, book: PartyBook): VentureIndex {
  const byParty = new Map<string, Statement[]>();
  const withUse: Statement[] = [];
  for (const statement of allStatements(ledger)) {
    const { body } = statement;
    if (body.type === 'round' && (body.use_of_proceeds ?? []).length > 0) withUse.push(statement);
    const subject = subjectOf(body);
    if (subject === undefined) continue;
    const { id } = book.partyOf(subject);
    const list = byParty.get(id);
    if (list === undefined) byParty.set(id, [statement]);
    else list.push(statement);
  }
  return { book, byParty, withUse };
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
    case 'control':
      return body.entity;
    default:
      return undefined;
  }
}

/** The words of a use are not a party's name: it is enough that they hold it, as words of their own. */
function namesUse({ body }: Statement, name: string): boolean {
  const words = new RegExp(
    `(?<![\\p{L}\\p{N}])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
    'iu',
  );
  return body.type === 'round' && (body.use_of_proceeds ?? []).some((use) => words.test(use));
}
