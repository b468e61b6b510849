import { defineConfig } from 'vitest/config';

/** What must notice a fault planted in the exact engine: its own tests and the worked examples. */
export default defineConfig({
  test: {
    include: ['packages/core/src/**/*.test.ts', 'packages/service/test/cases.test.ts'],
    setupFiles: ['scripts/vitest/fix-seed.ts'],
    testTimeout: 30_000,
  },
});
