import type { LedgerClaim } from '../claim/index.ts';
import type { Judgement } from '../judgement/index.ts';
import { StoryIndex } from '../origin/index.ts';
import type { Source } from '../source/index.ts';
import type { Ledger } from './ledger.ts';
import { inOrder, statementOfClaim } from './read-statement.ts';
import type { Statement } from './statement.ts';

/** What a ledger says, found by id. It is read once, and goes on with a ledger that grows. */
export class StatementIndex {
  private readonly statements = new Map<string, Statement>();
  private readonly sources = new Map<string, Source>();
  private readonly said: Statement[] = [];
  private sorted: readonly Statement[] = [];

  /** Which sources tell the same story. */
  readonly stories = new StoryIndex();

  /** Those of the latest ledger that it was read from; earlier ones had the beginning of them. */
  readonly lists: { readonly sources: Source[]; readonly claims: LedgerClaim[] } = {
    sources: [],
    claims: [],
  };

  constructor({ sources, claims, facts }: Pick<Ledger, 'sources' | 'claims' | 'facts'>) {
    this.include(facts);
    this.add(sources, claims);
  }

  /** Everything that is dated, as it came: what is added stands after what was there. */
  get arrived(): readonly Statement[] {
    return this.said;
  }

  statement(id: string): Statement | undefined {
    return this.statements.get(id);
  }

  source(id: string): Source | undefined {
    return this.sources.get(id);
  }

  /** Everything that is dated, in the order of `statementsOf`; sorted when it is asked for. */
  ordered(): readonly Statement[] {
    if (this.sorted.length < this.said.length) {
      const fresh = this.said.slice(this.sorted.length).sort(inOrder);
      this.sorted = this.sorted.length === 0 ? fresh : merged(this.sorted, fresh);
    }
    return this.sorted;
  }

  /** Whether what was there before keeps its origins: a copy may have come before what it copies. */
  add(sources: readonly Source[], claims: readonly LedgerClaim[]): boolean {
    const fresh = new Set(sources.map(({ id }) => id));
    let areSettled = true;
    for (const source of sources) {
      this.sources.set(source.id, source);
      this.lists.sources.push(source);
      if (this.stories.add(source).some(({ id }) => !fresh.has(id))) areSettled = false;
    }
    for (const claim of claims) this.lists.claims.push(claim);
    this.include(
      claims.flatMap((claim) => {
        const source = this.sources.get(claim.sourceId);
        if (source?.published === undefined) return [];
        return [statementOfClaim(claim, source, this.stories.first(source), source.published)];
      }),
    );
    return areSettled;
  }

  private include(statements: readonly Statement[]): void {
    for (const statement of statements) {
      this.statements.set(statement.id, statement);
      this.said.push(statement);
    }
  }
}

function merged(one: readonly Statement[], other: readonly Statement[]): readonly Statement[] {
  const all: Statement[] = [];
  let at = 0;
  for (const statement of one) {
    for (let next = other[at]; next !== undefined && inOrder(next, statement) < 0; next = other[at]) {
      all.push(next);
      at += 1;
    }
    all.push(statement);
  }
  return [...all, ...other.slice(at)];
}

/** A ledger never changes, so that it is read once. */
const indexes = new WeakMap<Ledger, StatementIndex>();

export function statementIndex(ledger: Ledger): StatementIndex {
  const index = indexes.get(ledger) ?? new StatementIndex(ledger);
  indexes.set(ledger, index);
  return index;
}

/** What comes to a ledger: sources that it does not have, with what they say, and judgements. */
export interface Growth {
  readonly sources: readonly Source[];
  readonly claims: readonly LedgerClaim[];
  readonly judgements: readonly Judgement[];
}

/**
 * A ledger with something added to it, in time by what is added; a text that was published before its copies and
 * comes after them has everything read anew. The index goes over to the new ledger; the ledger before stays what it
 * was, and is read anew if somebody still asks it.
 */
export function grown(before: Ledger, { sources, claims, judgements }: Growth): Ledger {
  const known = statementIndex(before);
  indexes.delete(before);
  const areSettled = known.add(sources, claims);
  const index = areSettled ? known : new StatementIndex({ ...known.lists, facts: before.facts });
  const ledger = ledgerOf(index, {
    judgements: judgements.length === 0 ? before.judgements : [...before.judgements, ...judgements],
    facts: before.facts,
  });
  indexes.set(ledger, index);
  return ledger;
}

/** Its long lists are copied when they are looked at: most questions find what they need in the index. */
function ledgerOf(index: StatementIndex, rest: Pick<Ledger, 'judgements' | 'facts'>): Ledger {
  const { sources: toSource, claims: toClaim } = index.lists;
  const [sourceCount, claimCount] = [toSource.length, toClaim.length];
  let sources: readonly Source[] | undefined;
  let claims: readonly LedgerClaim[] | undefined;
  return {
    get sources() {
      sources ??= toSource.slice(0, sourceCount);
      return sources;
    },
    get claims() {
      claims ??= toClaim.slice(0, claimCount);
      return claims;
    },
    ...rest,
  };
}

/** The ids of the other sources that tell a source's story in much the same words, whether it is in the ledger or not. */
export const tellingsOf = (ledger: Ledger, { id, text }: Pick<Source, 'id' | 'text'>): ReadonlySet<string> =>
  new Set(
    statementIndex(ledger)
      .stories.like(text)
      .flatMap(({ source }) => (source.id === id ? [] : [source.id])),
  );
