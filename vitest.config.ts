import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    maxWorkers: 2,
    globalSetup: ['scripts/vitest/announce-seed.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          // Modules hold no state between tests but caches by content: one load of them for all files saves half the time.
          isolate: false,
          include: ['packages/*/src/**/*.test.{ts,tsx}', 'packages/*/test/**/*.test.ts'],
          setupFiles: ['scripts/vitest/fix-seed.ts'],
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      {
        // Checks of the repository itself: its arrows, its purity, its documents.
        test: {
          name: 'rules',
          include: ['scripts/**/*.test.ts'],
          setupFiles: ['scripts/vitest/fix-seed.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        // One browser and one server at a time, after the rest; needs a build and a Chromium (see scripts/test.mjs).
        test: {
          name: 'e2e',
          include: ['packages/web/e2e/**/*.e2e.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
