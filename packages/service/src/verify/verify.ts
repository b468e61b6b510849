import type { Calculator } from '../calculator/index.ts';
import { calculatorNamed } from '../calculators/index.ts';
import { type Case, type ReadCase, readCases } from './case.ts';
import { type Difference, differences } from './compare.ts';

/** How one case came out; no differences mean that it passed. */
export interface Outcome {
  readonly id: string;
  readonly calculator?: string;
  readonly differences: readonly Difference[];
}

/** Runs the cases in the text of a file; a text that is not JSON is one failed case. */
export function verifyText(text: string): readonly Outcome[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const actual = error instanceof Error ? error.message : String(error);
    return [{ id: 'the file', differences: [{ path: '', expected: 'cases in JSON', actual }] }];
  }
  return verifyCases(json);
}

/** Runs every case of a parsed file. Never throws for what stands in the file: a broken case has failed. */
export const verifyCases = (json: unknown): readonly Outcome[] => readCases(json).map(outcomeOf);

function outcomeOf(read: ReadCase): Outcome {
  if (!read.ok) {
    return { id: read.id, differences: [{ path: '', expected: 'a case', actual: read.message }] };
  }
  const { id, calculator } = read.value;
  return { id, calculator, differences: differencesOf(read.value) };
}

function differencesOf(one: Case): readonly Difference[] {
  const calculator = calculatorNamed(one.calculator);
  if (calculator === undefined) {
    return [{ path: 'calculator', expected: 'the name of a calculator', actual: one.calculator }];
  }
  const { expected_error: error } = one;
  const wanted = error === undefined ? 'a result' : `${error.code} at ${error.path}`;
  let result: ReturnType<Calculator['calculate']>;
  try {
    result = calculator.calculate(one.inputs);
  } catch (broken) {
    // A promise that the calculator broke: its own fault, and no reason to hide how the other cases come out.
    return [{ path: '', expected: wanted, actual: String(broken) }];
  }
  if (!result.ok) {
    const { code, path, message } = result.failure;
    if (error !== undefined && error.code === code && error.path === path) return [];
    return [{ path: '', expected: wanted, actual: `${code} at ${path}: ${message}` }];
  }
  if (error !== undefined) return [{ path: '', expected: wanted, actual: 'a result' }];
  return differences(result.value.output, one.expected ?? {}, one.tolerance);
}
