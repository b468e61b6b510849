import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** What must notice a fault planted in the exact engine: its own tests and the worked examples. */
export default defineConfig({
  resolve: {
    // The linked packages of node_modules are those without faults; the mutants lie beside this file.
    alias: [
      {
        find: /^@tranche\/([^/]+)\/(.+)$/,
        replacement: fileURLToPath(new URL('packages/$1/src/$2/index.ts', import.meta.url)),
      },
    ],
  },
  test: {
    include: ['packages/core/src/**/*.test.ts', 'packages/service/test/cases.test.ts'],
    setupFiles: ['scripts/vitest/fix-seed.ts'],
    testTimeout: 30_000,
  },
});
