#!/usr/bin/env node
/** Starts the built command; says how to build it when it is not there. */
import { existsSync } from 'node:fs';

const built = new URL('../dist/tranche.mjs', import.meta.url);
if (existsSync(built)) {
  await import(built.href);
} else {
  console.error('tranche is not built yet. Run `npm run build` (or `npm start`) in the repository first.');
  process.exitCode = 2;
}
