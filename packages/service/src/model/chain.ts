import {
  type Condition,
  evaluate,
  exactValue,
  type FormulaGraph,
  type FormulaGraphNode,
} from '@tranche/core/formula';
import { Rational } from '@tranche/core/rational';
import { expectOk, type Failure, invariant, ok, type Place, type Result } from '@tranche/core/result';
import { type Path, written } from '@tranche/formats/deal-file';
import { type Calculation, type Calculator, type Json, keyPath } from '../calculator/index.ts';
import { calculatorNamed } from '../calculators/index.ts';
import { type Input, type Origin, placeInFile, Traced, untraced } from './traced.ts';

type Key = string | number;

/** What one calculator gave, with its figures as nodes of the whole model. */
export interface Step {
  /** What stands at a place of the output; ids are keys like fields. Undefined where there is nothing. */
  json(...keys: readonly Key[]): Json | undefined;
  /** The node behind a number of the output, or undefined where there is none (a null, an absent field). */
  node(...keys: readonly Key[]): string | undefined;
  /** A number of the output as part of another calculator's input. */
  figure(...keys: readonly Key[]): Traced | undefined;
}

/**
 * Runs calculators one after another and joins their derivations into one: a number that a calculator was given by
 * another is that other's node, and one from the deal file stands on its line and column. A failure is put where
 * the deal file says what failed.
 */
export class Chain {
  private readonly nodes: FormulaGraphNode[] = [];
  private readonly conditions: Condition[] = [];
  private readonly values = new Map<string, Rational | undefined>();
  private readonly given = new Map<string, string>();
  private readonly placeOf: (path: Path) => Place;
  private readonly currency: string;

  constructor(placeOf: (path: Path) => Place, currency: string) {
    this.placeOf = placeOf;
    this.currency = currency;
  }

  /** `section` is where a failure is put whose field is in no line of the file. Fails: as the calculator. */
  run(calculator: string | Calculator, input: Input, section: Path): Result<Step> {
    const { json, origins } = untraced(input);
    const chosen = typeof calculator === 'string' ? calculatorNamed(calculator) : calculator;
    invariant(chosen !== undefined, `${String(calculator)} is a calculator`);
    const computed = chosen.calculate(json);
    if (!computed.ok) return { ok: false, failure: this.inFile(computed.failure, origins, section) };
    return ok(this.join(computed.value, origins));
  }

  /** A failure of the model itself, at a place of the file. */
  failure(code: string, path: Path, message: string, expected: string): Failure {
    return { code, path: written(path), message, expected, place: this.placeOf(path) };
  }

  graph(): FormulaGraph {
    return {
      nodes: [...this.nodes],
      ...(this.conditions.length === 0 ? {} : { conditions: [...this.conditions] }),
    };
  }

  private inFile(failure: Failure, origins: ReadonlyMap<string, Origin>, section: Path): Failure {
    const path = placeInFile(origins, failure.path) ?? section;
    return { ...failure, path: written(path), place: this.placeOf(path) };
  }

  private join({ output, figures, graph }: Calculation, origins: ReadonlyMap<string, Origin>): Step {
    const values = evaluate(graph);
    const names = new Map<string, string>();
    const named = (id: string): string => {
      const name = names.get(id);
      invariant(name !== undefined, `operands come before what is built from them`);
      return name;
    };
    for (const node of graph.nodes) {
      const value = exactValue(values.get(node.id) ?? { vague: true });
      const before = node.kind === 'input' ? this.known(node, value, origins) : undefined;
      names.set(node.id, before ?? this.put(this.renamed(node, named, origins), value));
    }
    for (const condition of graph.conditions ?? [])
      this.conditions.push({ ...condition, left: named(condition.left), right: named(condition.right) });
    const node = (...keys: readonly Key[]): string | undefined => {
      const id = figures.get(outputPath(keys));
      return id === undefined ? undefined : named(id);
    };
    const at = (...keys: readonly Key[]): Json | undefined =>
      keys.reduce<Json | undefined>((value, key) => below(value, key), output);
    return {
      json: at,
      node,
      figure: (...keys) => {
        const id = node(...keys);
        const text = at(...keys);
        return id === undefined || typeof text !== 'string'
          ? undefined
          : new Traced(expectOk(Rational.parse(text)), { node: id });
      },
    };
  }

  /** The node of the model that a given number is, when it is one. */
  private known(
    node: FormulaGraphNode & { readonly kind: 'input' },
    value: Rational | undefined,
    origins: ReadonlyMap<string, Origin>,
  ): string | undefined {
    const origin = originOf(node, origins);
    if (origin === undefined || value === undefined) return undefined;
    if ('node' in origin)
      return this.values.get(origin.node)?.equals(value) === true ? origin.node : undefined;
    return this.given.get(this.keyOf(origin.file, node.unit, value));
  }

  private keyOf(path: Path, unit: string, value: Rational): string {
    return JSON.stringify([path, this.unitOf(unit), value.toString()]);
  }

  private renamed(
    node: FormulaGraphNode,
    named: (id: string) => string,
    origins: ReadonlyMap<string, Origin>,
  ): FormulaGraphNode {
    const id = `n${this.nodes.length + 1}`;
    const about = { id, unit: this.unitOf(node.unit) };
    switch (node.kind) {
      case 'input': {
        const origin = originOf(node, origins);
        if (origin === undefined || !('file' in origin)) return { ...node, ...about };
        const value = exactValue(node.bounds);
        if (value !== undefined) this.given.set(this.keyOf(origin.file, node.unit, value), id);
        return {
          ...node,
          ...about,
          grounds: [{ kind: 'given', id: written(origin.file), note: this.noteOf(origin.file) }],
        };
      }
      case 'formula':
        return { ...node, ...about, operands: node.operands.map(named) };
      case 'choice':
        return {
          ...node,
          ...about,
          chosen: named(node.chosen),
          alternatives: node.alternatives.map((other) => ({ ...other, node: named(other.node) })),
        };
    }
  }

  private noteOf(path: Path): string {
    const { line, column } = this.placeOf(path);
    return `${written(path)} (line ${line ?? '?'}, column ${column ?? '?'})`;
  }

  /** The one currency of the file, where a calculator knows only money. */
  private unitOf(unit: string): string {
    if (unit === 'money') return this.currency;
    return unit === 'money per share' ? `${this.currency} per share` : unit;
  }

  private put(node: FormulaGraphNode, value: Rational | undefined): string {
    this.nodes.push(node);
    this.values.set(node.id, value);
    return node.id;
  }
}

/** Of a number that the caller gave, where the caller has it from. */
function originOf(
  node: FormulaGraphNode & { readonly kind: 'input' },
  origins: ReadonlyMap<string, Origin>,
): Origin | undefined {
  const [ground] = node.grounds;
  return ground?.kind === 'given' ? origins.get(ground.id) : undefined;
}

const outputPath = (keys: readonly Key[]): string =>
  keys
    .reduce<string>((path, key) => `${path}${typeof key === 'number' ? `[${key}]` : keyPath(key)}`, '')
    .replace(/^\./, '');

function below(value: Json | undefined, key: Key): Json | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  return (value as Readonly<Record<Key, Json>>)[key];
}
