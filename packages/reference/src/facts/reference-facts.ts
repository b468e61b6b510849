import { InvariantError } from '@tranche/core/result';
import { pageOrigin } from '@tranche/ledger/origin';
import type { Statement } from '@tranche/ledger/statement';
import deepseek from '../../facts/deepseek.json' with { type: 'json' };
import derivedParts from '../../facts/derived-parts.json' with { type: 'json' };
import fx from '../../facts/fx.json' with { type: 'json' };
import largestRoundsJson from '../../facts/largest-rounds.json' with { type: 'json' };
import openai from '../../facts/openai-2015-2025.json' with { type: 'json' };
import stargate from '../../facts/stargate.json' with { type: 'json' };
import { KINDS } from './kinds.ts';
import { knownFrom } from './known-from.ts';
import { RawFact } from './raw-fact.ts';
import { READINGS } from './readings.ts';
import type { Said } from './said.ts';
import { tierOf } from './tier-of.ts';

const FILES: readonly (readonly unknown[])[] = [
  openai,
  largestRoundsJson,
  stargate,
  deepseek,
  fx,
  derivedParts,
];

let facts: readonly RawFact[] | undefined;
let statements: readonly Statement[] | undefined;

/** The facts as gathered, in the order of their files; ids are unique. Read once. */
export function rawFacts(): readonly RawFact[] {
  facts ??= FILES.flat().map((fields) => new RawFact(fields as Readonly<Record<string, unknown>>, READINGS));
  return facts;
}

/** The facts about the largest rounds, from which the league table is made. */
export const largestRounds = (): readonly RawFact[] => {
  const ids = new Set(largestRoundsJson.map(({ id }) => id));
  return rawFacts().filter(({ id }) => ids.has(id));
};

/**
 * The reference facts that ship with the product, as statements in the words of the claim schema; the same list
 * on every call. A fact that says several things gives several statements: `oai-2025-03-commitment` and
 * `oai-2025-03-commitment#round`. Derived facts say nothing: what they derive from is stated in parts.
 * Fails: a malformed fact throws, naming the fact and the field.
 * Source: packages/reference/facts/README.md.
 */
export function referenceFacts(): readonly Statement[] {
  statements ??= statementsOf(rawFacts());
  return statements;
}

/** The statements of given facts. Throws on an unknown kind, basis or field, and on an id given twice. */
export function statementsOf(all: readonly RawFact[]): readonly Statement[] {
  const byId = new Map(all.map((fact) => [fact.id, fact]));
  if (byId.size !== all.length) throw new InvariantError('the ids of facts are unique');
  const find = (id: string): RawFact => byId.get(id) ?? notFound(id);
  return all.flatMap((fact) => {
    if (fact.status === 'derived') return [];
    const kind = KINDS[fact.kind] ?? fact.broken('kind', `${fact.kind} is not a known kind`);
    const said = kind.says(fact, find);
    fact.assertAllRead(kind.leaves);
    return [...said.map((one, index) => statement(fact, one, index)), ...withdrawn(fact, said, find)];
  });
}

function statement(fact: RawFact, said: Said, index: number): Statement {
  const since = knownFrom(said.dated ?? fact.date, fact.references);
  const note = [said.remark, fact.note].filter((part) => part !== undefined).join(' ');
  const [first] = fact.references;
  return {
    id: index === 0 ? fact.id : partId(fact, said.part),
    kind: 'fact',
    body: said.body,
    knownFrom: since ?? fact.broken('date', 'is open at its end'),
    tier: tierOf(fact.basis) ?? fact.broken('basis', `${fact.basis} is not a known basis`),
    origin: first === undefined ? fact.id : pageOrigin(first.url),
    denied: said.denied ?? fact.status === 'denied',
    references: fact.references,
    ...(note === '' ? {} : { note }),
  };
}

/**
 * A superseded figure is dropped when the fact that replaces it becomes known: its valuations and shares, not the
 * deal, which goes on under other terms.
 */
function withdrawn(
  fact: RawFact,
  said: readonly Said[],
  find: (id: string) => RawFact,
): readonly Statement[] {
  const replacement = fact.text('superseded_by');
  if (fact.status !== 'superseded' || replacement === undefined) return [];
  const { date, references } = find(replacement);
  return said.flatMap((one, index) => {
    const { body } = one;
    if (body.type !== 'valuation' && body.type !== 'stake') return [];
    const since = knownFrom(date, references);
    const base = statement(fact, one, index);
    return [
      {
        ...base,
        id: partId(fact, `${one.part}-superseded`),
        body: { ...body, status: 'abandoned' },
        knownFrom: since ?? fact.broken('superseded_by', 'has no day'),
        note: `Superseded by ${replacement}.`,
      },
    ];
  });
}

const partId = (fact: RawFact, part: string): string => `${fact.id}#${part.replaceAll(' ', '-')}`;

function notFound(id: string): never {
  throw new InvariantError(`there is no fact ${id}`);
}
