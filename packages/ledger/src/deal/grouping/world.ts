import type { PlainDate } from '@tranche/core/time';
import { decisionsOf, type Judgement, judgementsOn } from '../../judgement/index.ts';
import { namesIn, type PartyBook, partyBook } from '../../party/index.ts';
import {
  inOrder,
  type Ledger,
  type Statement,
  type StatementIndex,
  statementIndex,
} from '../../statement/index.ts';
import { type Grouping, groupStatements } from './group-statements.ts';
import { amountsOf, type Mention, mentionOf } from './mention.ts';
import { Conversions } from './worth.ts';

/** What a ledger says under one set of decisions about parties; deals are gathered per issuer, when asked for. */
export interface World {
  readonly book: PartyBook;
  readonly index: StatementIndex;
  /** Party ids of all issuers spoken of, with all that is said of each, in order. */
  issuers(): Iterable<readonly [issuer: string, statements: readonly Statement[]]>;
  statementsOf(issuer: string): readonly Statement[];
  groupingOf(issuer: string): Grouping;
  namesOf(issuer: string): ReadonlyMap<string, string>;
}

/** An index goes over to the ledger that grew out of another, and what was gathered from it goes with it. */
const worlds = new WeakMap<StatementIndex, Map<string, GrowingWorld>>();

/** The ledger as known on a day, as far as decisions about parties go. */
export function worldOn(ledger: Ledger, knownOn: PlainDate): World {
  const judgements = judgementsOn(ledger.judgements, knownOn);
  const index = statementIndex(ledger);
  const key = aboutParties(judgements).key;
  const known = worlds.get(index) ?? new Map<string, GrowingWorld>();
  worlds.set(index, known);
  const world = known.get(key) ?? new GrowingWorld(index, partyBook(judgements));
  known.set(key, world);
  world.readOn();
  return world;
}

/** Who names stand for on a day, by alias data and the judgements in force. */
export const partiesOn = (ledger: Ledger, knownOn: PlainDate): PartyBook => worldOn(ledger, knownOn).book;

/** A list of judgements never changes. */
const partyKeys = new WeakMap<readonly Judgement[], { readonly key: string }>();

function aboutParties(judgements: readonly Judgement[]): { readonly key: string } {
  const known = partyKeys.get(judgements);
  if (known !== undefined) return known;
  const decided = [...decisionsOf(judgements, 'merge'), ...decisionsOf(judgements, 'split')].filter(
    ({ decision }) => decision.of === 'parties',
  );
  const found = { key: decided.map(({ id }) => id).join(' ') };
  partyKeys.set(judgements, found);
  return found;
}

/** All that is said of one issuer, and what was gathered from it so far. */
interface Issuer {
  statements: Statement[];
  isSorted: boolean;
  grouping?: Grouping | undefined;
  names?: ReadonlyMap<string, string> | undefined;
}

class GrowingWorld implements World {
  private readonly known = new Map<string, Issuer>();
  private readonly conversions = new Conversions();
  private read = 0;

  constructor(
    readonly index: StatementIndex,
    readonly book: PartyBook,
  ) {}

  /** Takes in what came to the ledger since; of the issuers it speaks of, deals are gathered anew. */
  readOn(): void {
    const { arrived } = this.index;
    for (; this.read < arrived.length; this.read += 1) {
      const statement = arrived[this.read] as Statement;
      this.conversions.add(statement);
      const id = issuerOf(statement, this.book);
      if (id === undefined) continue;
      const issuer = this.known.get(id);
      if (issuer === undefined) this.known.set(id, { statements: [statement], isSorted: true });
      else {
        // Lists that were given out stay as they are.
        if (issuer.isSorted) issuer.statements = [...issuer.statements];
        issuer.statements.push(statement);
        issuer.isSorted = false;
        issuer.grouping = undefined;
        issuer.names = undefined;
      }
    }
  }

  *issuers(): Iterable<readonly [string, readonly Statement[]]> {
    for (const id of this.known.keys()) yield [id, this.statementsOf(id)];
  }

  statementsOf(issuer: string): readonly Statement[] {
    const known = this.known.get(issuer);
    if (known === undefined) return [];
    if (!known.isSorted) {
      known.statements.sort(inOrder);
      known.isSorted = true;
    }
    return known.statements;
  }

  groupingOf(issuer: string): Grouping {
    const known = this.known.get(issuer);
    const grouping = known?.grouping ?? groupStatements(this.mentionsOf(issuer));
    if (known !== undefined) known.grouping = grouping;
    return grouping;
  }

  namesOf(issuer: string): ReadonlyMap<string, string> {
    const known = this.known.get(issuer);
    const names = known?.names ?? partyNames(this.statementsOf(issuer), this.book);
    if (known !== undefined) known.names = names;
    return names;
  }

  private mentionsOf(issuer: string): readonly Mention[] {
    const mentions = this.statementsOf(issuer).flatMap((statement): readonly Mention[] => {
      const mention = mentionOf(statement, this.book);
      return mention === undefined ? [] : [mention];
    });
    const currencies = new Set(
      mentions.flatMap((mention) => amountsOf(mention).map(({ currency }) => currency)),
    );
    if (currencies.size < 2) return mentions;
    return mentions.map((mention) => ({
      ...mention,
      worths: this.conversions.worthsOf(mention.statement, amountsOf(mention), currencies),
    }));
  }
}

function partyNames(statements: readonly Statement[], { partyOf }: PartyBook): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { body } of statements) {
    for (const said of namesIn(body)) {
      const { id, name } = partyOf(said);
      if (!names.has(id)) names.set(id, name);
    }
  }
  return names;
}

/** Party id of the issuer that a statement speaks of. */
export function issuerOf({ body }: Statement, { partyOf }: PartyBook): string | undefined {
  switch (body.type) {
    case 'round':
    case 'tranche':
    case 'investment':
    case 'syndication':
      return partyOf(body.issuer).id;
    case 'valuation':
    case 'stake':
    case 'control':
    case 'no_external_funding':
      return partyOf(body.entity).id;
    case 'commitment':
    case 'venture':
    case 'rank':
    case 'fx':
      return undefined;
  }
}
