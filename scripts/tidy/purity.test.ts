import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow } from '../bootstrap/fingerprint.mjs';
import { inRepo, ROOT } from '../bootstrap/paths.mjs';
import { findImpurities } from './impurities.ts';
import { plant } from './planted.ts';

test.each([
  { name: 'core', atLeast: 15 },
  { name: 'ledger', atLeast: 15 },
  { name: 'reader', atLeast: 15 },
])('$name reads no clock, no chance, no process, no file and no network', ({ name, atLeast }) => {
  const files = filesBelow([inRepo('packages', name, 'src')]).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  expect(files.length).toBeGreaterThanOrEqual(atLeast);
  expect(findImpurities(ROOT, files)).toEqual([]);
});

/** Each stands in a file of its own; they are looked at together, since reading the types of the language takes the time. */
const CAUGHT = [
  ['export const now = Date.now();', 'Date'],
  ['export const today = new Date();', 'Date'],
  ['export const chance = Math.random();', 'Math.random'],
  ['const { random } = Math;\nexport const chance = random();', 'Math'],
  ["export const chance = Math['random']();", 'Math'],
  ['export const id = crypto.randomUUID();', 'crypto'],
  ['export const home = process.env;', 'process'],
  ["export const page = fetch('http://localhost');", 'fetch'],
  ['export const ticks = performance.now();', 'performance'],
  ['export const later = () => setTimeout(() => {}, 1);', 'setTimeout'],
  ["export const fs = import('node:fs');", 'import()'],
  ["export const fs = require('node:fs');", 'require'],
  ['export const host = globalThis;', 'globalThis'],
  ["export const print = () => console.log('x');", 'console'],
  ['export const here = import.meta.url;', 'import.meta'],
  ['export const open = (code: never, host: never) => new WebAssembly.Instance(code, host);', 'WebAssembly'],
  ['export const load = (source: never) => WebAssembly.compileStreaming(source);', 'WebAssembly'],
] as const;

test('each of these is caught', () => {
  const files = CAUGHT.map(([code], index) => [`planted-${index}.ts`, `${code}\n`] as const);
  const root = plant(Object.fromEntries(files));
  const found = findImpurities(
    root,
    files.map(([name]) => join(root, name)),
  );
  const firstIn = ([name]: readonly [string, string]): string | undefined =>
    found.find((line) => line.startsWith(`${name}:`))?.replace(/^[^:]+:\d+: /, '');
  expect(files.map((file) => [file[1], firstIn(file)])).toEqual(
    CAUGHT.map(([code, expected]) => [`${code}\n`, expected]),
  );
});

test('plain code, and members that only share a name with a clock, pass', () => {
  const code = `
    import words from './words.json' with { type: 'json' };
    export { words };
    export interface Step { readonly process: string; readonly Date: string }
    export function label(step: Step, performance: bigint): string {
      const { process } = step;
      const top = Math.max(1, 2);
      return [process, step.Date, String(performance), top, undefined, new Map([[1n, 'a']]).size].join(' ');
    }
    export type Rows = ReadonlyArray<Record<string, bigint>>;
    export const isStep = (value: unknown): value is Step => typeof value === 'object';
    export const KINDS = ['a', 'b'] as const;
    export const sealed = (code: Uint8Array) => new WebAssembly.Instance(new WebAssembly.Module(code));
    export const memoryOf = (memory: unknown) => memory as WebAssembly.Memory;
  `;
  const root = plant({ 'planted.ts': code });
  expect(findImpurities(root, [join(root, 'planted.ts')])).toEqual([]);
});
